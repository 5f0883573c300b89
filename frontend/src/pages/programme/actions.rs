//! The actions of every mission: who, by when, how late; those done in time.

use hawser_views::programme::{DUE_WITHIN_DAYS, ProgrammeActionView, ProgrammeView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::{components::A, hooks::use_query_map};

use super::{measures::Measures, phrases, use_programme};
use crate::{
    components::{Badge, EmptyState, PageHead, SelectField, Shown, date_text, fingerprint},
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

/// How many rows are drawn at first, and more at a time.
const ROWS: usize = 200;

/// What can be asked for, in the order of the chooser; the first when nothing is.
const SHOWN: [&str; 7] = [
    "open", "overdue", "due", "blocked", "done", "verified", "all",
];

/// Whether an action is among those asked for.
fn is_shown(action: &ProgrammeActionView, show: &str) -> bool {
    match show {
        "overdue" => action.overdue,
        "due" => action.due_soon,
        "blocked" | "done" | "verified" => phrases::status_code(&action.action) == show,
        "all" => true,
        _ => action.action.days.done.is_none(),
    }
}

#[component]
pub fn ProgrammeActions() -> impl IntoView {
    let programme = use_programme();
    view! {
        <PageHead title=move_tr!("tab-actions") lead=programme.as_of() />
        <Shown of=programme.view let:view>
            <Show
                when=move || view.with(|view| !view.actions.is_empty() || !view.done.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("programme-actions-none") testid="no-actions" /> }
            >
                <Measures view />
                <Table view />
            </Show>
        </Shown>
    }
}

/// What is asked for, in words.
fn shown_text(i18n: I18n, show: &str) -> String {
    match show {
        "due" => tr!(i18n, "programme-due", { "days" => DUE_WITHIN_DAYS }),
        show => words::coded(i18n, "programme-show", show),
    }
}

/// The values of a column, each once, as choices.
fn choices(
    actions: &[ProgrammeActionView],
    pick: fn(&ProgrammeActionView) -> &String,
) -> Vec<(String, String)> {
    let mut values: Vec<String> = actions.iter().map(|action| pick(action).clone()).collect();
    values.sort();
    values.dedup();
    values
        .into_iter()
        .map(|value| (value.clone(), value))
        .collect()
}

#[component]
fn Table(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let text = || RwSignal::new(String::new());
    let (show, owner, port) = (text(), text(), text());
    // A figure of the overview leads to what is behind it.
    let query = use_query_map();
    Effect::new(move |_| {
        let asked = query.read().get("show");
        let known = SHOWN.into_iter().find(|one| asked.as_deref() == Some(*one));
        show.set(known.unwrap_or("open").to_owned());
    });
    let all = Memo::new(move |_| {
        view.with(|view| {
            let actions = view.actions.iter().chain(&view.done);
            actions.cloned().collect::<Vec<_>>()
        })
    });
    let drawn = RwSignal::new(ROWS);
    let shows = Signal::derive(move || {
        SHOWN
            .map(|code| (code.to_owned(), shown_text(i18n, code)))
            .to_vec()
    });
    let owners =
        Signal::derive(move || all.with(|actions| choices(actions, |action| &action.action.owner)));
    let ports =
        Signal::derive(move || all.with(|actions| choices(actions, |action| &action.port_name)));
    let matching = Memo::new(move |_| {
        let (show, owner, port) = (show.get(), owner.get(), port.get());
        all.with(|actions| {
            let wanted = actions.iter().filter(|action| {
                is_shown(action, &show)
                    && (owner.is_empty() || action.action.owner == owner)
                    && (port.is_empty() || action.port_name == port)
            });
            wanted.cloned().collect::<Vec<_>>()
        })
    });
    let count = move || matching.with(Vec::len);
    // All that was asked for, also where the filters themselves are not printed.
    let asked = move || {
        let filters = [shown_text(i18n, &show.get()), owner.get(), port.get()];
        let given = filters.into_iter().filter(|filter| !filter.is_empty());
        given.collect::<Vec<_>>().join(" · ")
    };
    let clear = move |_| {
        show.set("open".to_owned());
        owner.set(String::new());
        port.set(String::new());
    };
    view! {
        <search class="filters filters-even" data-testid="filters">
            <SelectField label=move_tr!("programme-show") name="filter-show" value=show options=shows required=true />
            <SelectField
                label=move_tr!("programme-owner") name="filter-owner" value=owner options=owners
                placeholder=move_tr!("evidence-filter-all")
            />
            <SelectField
                label=move_tr!("map-port") name="filter-port" value=port options=ports
                placeholder=move_tr!("evidence-filter-all")
            />
            <button type="button" class="button" data-testid="filter-clear" on:click=clear>
                {move_tr!("evidence-filter-clear")}
            </button>
        </search>
        <p class="quiet" role="status" data-testid="actions-count">
            {move || tr!(i18n, "programme-actions-count", {
                "shown" => asked(), "n" => count() as u64, "all" => all.with(Vec::len) as u64,
            })}
        </p>
        <Show when=move || { count() > 0 } fallback=|| view! { <p>{move_tr!("programme-actions-no-match")}</p> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("tab-actions")>
                <table class="table table-dense" data-testid="action-table">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("programme-action")}</th>
                            <th scope="col">{move_tr!("map-port")}</th>
                            <th scope="col">{move_tr!("programme-owner")}</th>
                            <th scope="col">{move_tr!("people-state")}</th>
                            <th scope="col">{move_tr!("programme-due-day")}</th>
                            <th scope="col">{move_tr!("programme-days")}</th>
                            <th scope="col">{move_tr!("programme-agreed")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || matching.with(|all| all.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                            key=fingerprint
                            let:action
                        >
                            <Row action view />
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || { count() > drawn.get() }>
                <button
                    type="button" class="button" data-testid="more-rows"
                    on:click=move |_| drawn.update(|drawn| *drawn += ROWS)
                >
                    {move_tr!("programme-more-rows")}
                </button>
            </Show>
        </Show>
    }
}

#[component]
fn Row(action: ProgrammeActionView, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let href = use_programme().path(&format!("ports/{}", action.port));
    let ProgrammeActionView {
        port_name,
        action,
        overdue,
        age_days,
        on_time,
        ..
    } = action;
    let status = phrases::status_code(&action);
    let told = action.clone();
    let label = Signal::derive(move || phrases::status(i18n, &told));
    let days = action.days.clone();
    let (due, moved) = (days.due.clone(), days.due != days.original_due);
    let original = days.original_due.clone();
    let late = move || {
        let as_of = view.with(|view| view.as_of.clone());
        match &days.done {
            Some(done) => tr!(i18n, "programme-done-on", { "date" => date_text(i18n, done) }),
            None => phrases::until(i18n, &as_of, &days.due),
        }
    };
    let verified = action.days.verified.clone();
    let agreed = action.days.agreed.clone();
    // Only what was done, or can no longer be in time.
    let in_time = move || match on_time {
        Some(true) => tr!(i18n, "programme-in-time"),
        Some(false) => tr!(i18n, "programme-not-in-time"),
        None => String::new(),
    };
    let kind = if status == "done" { "reported" } else { status };
    view! {
        <tr data-testid="action-row" data-status=status class:row-overdue=overdue>
            <th scope="row"><bdi class="action-text">{action.text}</bdi></th>
            <td><A href=href><bdi>{port_name}</bdi></A></td>
            <td><bdi>{action.owner}</bdi></td>
            <td><Badge kind label /></td>
            <td>
                {move || date_text(i18n, &due)}
                {moved.then(|| view! {
                    <span class="row-detail" data-testid="original-due">
                        {move || tr!(i18n, "programme-original-due", { "date" => date_text(i18n, &original) })}
                    </span>
                })}
            </td>
            <td>
                <span class:cell-bad=overdue>{late}</span>
                {verified.map(|day| view! {
                    <span class="row-detail">
                        {move || tr!(i18n, "programme-verified-on", { "date" => date_text(i18n, &day) })}
                    </span>
                })}
                <span class="row-detail">{in_time}</span>
            </td>
            <td>
                {move || date_text(i18n, &agreed)}
                <span class="row-detail">{move || tr!(i18n, "programme-days-ago", { "n" => age_days })}</span>
            </td>
        </tr>
    }
}

found_by_code! {
    // by code: programme-show-
    tr!("programme-show-open");
    tr!("programme-show-overdue");
    tr!("programme-show-blocked");
    tr!("programme-show-done");
    tr!("programme-show-verified");
    tr!("programme-show-all");
}
