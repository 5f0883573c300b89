//! What happened, entry by entry, live.

use hawser_views::{Command, Reply};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::{entries::EntryItem, words};
use crate::{
    agent_link::view,
    components::{EmptyState, Form, FormFailure, PageHead, Shown, fingerprint, use_toasts},
    i18n::use_i18n,
    pages::space::use_space,
};

/// How many entries are shown at first, and more at a time.
const STRETCH: u64 = 100;

#[component]
pub fn Timeline() -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let by_happened = RwSignal::new(true);
    let limit = RwSignal::new(STRETCH);
    let form = Form::new();
    let shown = view(
        move || Command::Timeline {
            space: case.space,
            offset: 0,
            limit: limit.get(),
            by_happened: by_happened.get(),
        },
        case.changes,
        |reply| match reply {
            Reply::Timeline(timeline) => Some(timeline),
            _ => None,
        },
    );
    let mark = move |_| {
        form.send(Command::MarkSeen { space: case.space }, move |_| {
            toasts.say(tr!(i18n, "timeline-all-seen-done"));
        });
    };
    let order = move |happened: bool, label: Signal<String>, testid: &'static str| {
        view! {
            <label class="check">
                <input
                    type="radio" name="order" data-testid=testid prop:checked=move || by_happened.get() == happened
                    on:change=move |_| by_happened.set(happened)
                />
                {label}
            </label>
        }
    };
    view! {
        <PageHead title=move_tr!("timeline-title")>
            <button
                type="button" class="button" data-testid="mark-seen" on:click=mark
                disabled=move || form.busy().get()
            >
                {move_tr!("timeline-all-seen")}
            </button>
        </PageHead>
        <FormFailure form />
        <fieldset class="order" role="radiogroup">
            <legend>{move_tr!("timeline-order")}</legend>
            {order(true, move_tr!("timeline-order-happened"), "order-happened")}
            {order(false, move_tr!("timeline-order-recorded"), "order-recorded")}
        </fieldset>
        <Shown of=shown let:timeline>
            <Show
                when=move || timeline.with(|timeline| timeline.total > 0)
                fallback=move || view! { <EmptyState text=move_tr!("timeline-empty") testid="timeline-empty" /> }
            >
                <p class="quiet" role="status" data-testid="timeline-count">
                    {move || timeline.with(|timeline| tr!(i18n, "timeline-count", {
                        "shown" => words::number(i18n, timeline.entries.len() as u64),
                        "total" => words::number(i18n, timeline.total),
                    }))}
                </p>
                <ol class="entry-list timeline" data-testid="timeline">
                    <For
                        each=move || timeline.with(|timeline| timeline.entries.clone())
                        // Names and descriptions in it may have been corrected since.
                        key=fingerprint
                        let:line
                    >
                        <EntryItem line />
                    </For>
                </ol>
                <Show when=move || timeline.with(|timeline| (timeline.entries.len() as u64) < timeline.total)>
                    <button
                        type="button" class="button" data-testid="timeline-more"
                        on:click=move |_| limit.update(|limit| *limit += STRETCH)
                    >
                        {move_tr!("timeline-more")}
                    </button>
                </Show>
            </Show>
        </Shown>
    }
}
