//! The recovery kit: shown once, printed, and confirmed by typing part of it back.

use hawser_views::{Command, account::RecoveryKit};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{components::A, hooks::use_navigate};

use crate::{
    agent_link::use_agent,
    browser,
    components::{
        ConfirmDialog, EmptyState, Form, FormFailure, Icon, PageHead, QrCode, Submit, TextField,
        moment_text, unsaved::ask_before_closing, use_toasts,
    },
    i18n::use_i18n,
};

#[component]
pub fn Kit() -> impl IntoView {
    let kit = use_agent().kit();
    // Closing the window now would leave the account without a way back.
    ask_before_closing(move || kit.with_untracked(Option::is_some));
    view! {
        <div class="page page-kit">
            <PageHead title=move_tr!("kit-title") lead=move_tr!("kit-lead") />
            {move || match kit.get() {
                Some(kit) => view! { <Steps kit /> }.into_any(),
                None => view! {
                    <EmptyState text=move_tr!("kit-gone") testid="kit-gone">
                        <A href="/today" attr:class="button">{move_tr!("kit-gone-on")}</A>
                    </EmptyState>
                }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Steps(kit: RecoveryKit) -> impl IntoView {
    let link = use_agent();
    let confirming = RwSignal::new(false);
    let leaving = RwSignal::new(false);
    let navigate = use_navigate();
    let shown = StoredValue::new(kit.clone());
    view! {
        <Show
            when=move || confirming.get()
            fallback=move || view! {
                <Sheet kit=shown.get_value() />
                <div class="actions no-print">
                    <button
                        type="button" class="button" data-testid="kit-print"
                        on:click=move |_| { let _ = window().print(); }
                    >
                        <Icon name="print" />
                        {move_tr!("kit-print")}
                    </button>
                    <button
                        type="button" class="button button-primary" data-testid="kit-continue"
                        on:click=move |_| confirming.set(true)
                    >
                        {move_tr!("kit-continue")}
                    </button>
                    <button
                        type="button" class="button button-quiet" data-testid="kit-later"
                        on:click=move |_| leaving.set(true)
                    >
                        {move_tr!("kit-later")}
                    </button>
                </div>
            }
        >
            <TypeBack confirm=shown.with_value(|kit| kit.confirm.clone()) back=confirming />
        </Show>
        <ConfirmDialog
            open=leaving title=move_tr!("kit-later-title") confirm=move_tr!("kit-later-confirm") danger=true
            on_confirm=Callback::new(move |()| {
                leaving.set(false);
                link.kit().set(None);
                navigate("/today", leptos_router::NavigateOptions::default());
            })
        >
            <p>{move_tr!("kit-later-text")}</p>
        </ConfirmDialog>
    }
}

/// What goes on paper.
#[component]
fn Sheet(kit: RecoveryKit) -> impl IntoView {
    let i18n = use_i18n();
    let made = browser::now();
    let name = kit.sign_in_name;
    let address = window().location().host().unwrap_or_default();
    let count = kit.groups.len();
    view! {
        <section class="kit-sheet" data-testid="kit-sheet" aria-label=move_tr!("kit-title")>
            <header>
                <p class="brand"><Icon name="anchor" /><span>"Hawser"</span></p>
                <dl class="pairs">
                    <dt>{move_tr!("kit-for")}</dt>
                    <dd class="mono" data-testid="kit-name">{name}</dd>
                    <dt>{move_tr!("kit-at")}</dt>
                    <dd class="mono">{address}</dd>
                    <dt>{move_tr!("kit-made")}</dt>
                    <dd>{move || moment_text(i18n, &made)}</dd>
                </dl>
            </header>
            <div class="kit-code">
                <ol class="kit-groups" data-testid="kit-groups">
                    {kit.groups.into_iter().enumerate().map(|(place, group)| view! {
                        <li class:kit-checksum={place + 2 >= count}>
                            <span class="kit-place">{place + 1}</span>
                            <span class="kit-group mono" data-testid=format!("kit-group-{}", place + 1)>{group}</span>
                        </li>
                    }).collect_view()}
                </ol>
                <QrCode rows=kit.qr label=move_tr!("kit-qr") />
            </div>
            <p class="muted">{move_tr!("kit-checksum")}</p>
            <ul class="kit-rules">
                <li>{move_tr!("kit-rule-keep")}</li>
                <li>{move_tr!("kit-rule-secret")}</li>
                <li>{move_tr!("kit-rule-once")}</li>
            </ul>
        </section>
    }
}

#[component]
fn TypeBack(confirm: Vec<usize>, back: RwSignal<bool>) -> impl IntoView {
    let link = use_agent();
    let toasts = use_toasts();
    let i18n = use_i18n();
    let form = Form::new();
    let typed = confirm
        .iter()
        .map(|place| (*place, RwSignal::new(String::new())))
        .collect::<Vec<_>>();
    let fields = typed.clone();
    let first = confirm.first().copied();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let groups = typed
            .iter()
            .map(|(_, value)| value.get_untracked().trim().to_uppercase())
            .collect();
        form.send(Command::ConfirmKit { groups }, move |_| {
            toasts.say(tr!(i18n, "kit-confirmed"));
            link.kit().set(None);
            link.refresh_me();
        });
    };
    view! {
        <form class="card" novalidate=true on:submit=submit data-testid="kit-confirm">
            <h2>{move_tr!("kit-confirm-title")}</h2>
            <p>{move_tr!("kit-confirm-text")}</p>
            <FormFailure form />
            <div class="field-row">
                {fields.into_iter().map(|(place, value)| view! {
                    <TextField
                        name=format!("kit-typed-{}", place + 1) value required=true mono=true max=8 focus={Some(place) == first}
                        label=Signal::derive(move || tr!(i18n, "kit-confirm-group", { "number" => place + 1 }))
                    />
                }).collect_view()}
            </div>
            <div class="actions">
                <Submit form label=move_tr!("kit-confirm-submit") testid="kit-confirm-submit" />
                <button type="button" class="button" data-testid="kit-back" on:click=move |_| back.set(false)>
                    {move_tr!("kit-back")}
                </button>
            </div>
        </form>
    }
}
