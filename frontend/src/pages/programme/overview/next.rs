//! What is overdue and whose; what is next.

use hawser_views::programme::{PortLine, ProgrammeActionView, ProgrammeView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::phrases;
use crate::{
    components::{Badge, date_text},
    i18n::use_i18n,
    pages::programme::use_programme,
};

/// No more than this stand on the overview, so that it is seen at once.
const ACTIONS: usize = 4;
/// The same of days.
const DAYS: usize = 5;

/// Actions not done, the longest overdue first.
#[component]
pub fn NextActions(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let lines = move || {
        let (actions, as_of) = view.with(|view| {
            let first = view.actions.iter().take(ACTIONS).cloned();
            (first.collect::<Vec<_>>(), view.as_of.clone())
        });
        actions
            .into_iter()
            .map(|action| next_action(i18n, action, &as_of))
            .collect_view()
    };
    let more = move || view.with(|view| view.actions.len().saturating_sub(ACTIONS)) as u64;
    view! {
        <section class="panel-plain next-actions" aria-labelledby="next-actions-title" data-testid="next-actions">
            <h2 id="next-actions-title">{move_tr!("programme-next-actions")}</h2>
            <Show
                when=move || view.with(|view| !view.actions.is_empty())
                fallback=|| view! { <p class="quiet">{move_tr!("programme-no-actions")}</p> }
            >
                <ul class="plain-list next-list">{lines}</ul>
            </Show>
            <p>
                <A href=programme.path("actions") attr:data-testid="all-actions">
                    {move || match more() {
                        0 => tr!(i18n, "programme-all-actions"),
                        more => tr!(i18n, "programme-more-actions", { "n" => more }),
                    }}
                </A>
            </p>
        </section>
    }
}

fn next_action(i18n: I18n, action: ProgrammeActionView, as_of: &str) -> impl IntoView + use<> {
    let ProgrammeActionView {
        port_name,
        action,
        overdue,
        age_days,
        ..
    } = action;
    let blocked = phrases::status_code(&action) == "blocked";
    let label = phrases::status(i18n, &action);
    let due = phrases::until(i18n, as_of, &action.days.due);
    let date = date_text(i18n, &action.days.due);
    let age = tr!(i18n, "programme-agreed-ago", { "n" => age_days });
    let due = if overdue {
        view! { <Badge kind="overdue" label=due /> }.into_any()
    } else {
        view! { <span>{date}", "{due}" ·"</span> }.into_any()
    };
    view! {
        <li class="next-line" data-testid="next-action">
            <p class="clamped"><bdi>{action.text}</bdi></p>
            <p class="next-more">
                {due}" "{blocked.then(|| view! { <Badge kind="blocked" label />" " })}
                <strong><bdi>{action.owner}</bdi></strong>" · "<bdi>{port_name}</bdi>" · "{age}
            </p>
        </li>
    }
}

/// A day on which something is due of a port.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NextDay {
    day: String,
    port: String,
    href: String,
    what: What,
    overdue: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Visit,
    Comment,
}

/// Visits that are planned and comments that are awaited, the next first.
#[component]
pub fn NextDays(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let days = Memo::new(move |_| {
        let mut days: Vec<NextDay> = view.with(|view| {
            let ports = view.ports.iter();
            ports
                .flat_map(|port| {
                    let href = programme.path(&format!("ports/{}", port.port));
                    days_of(port, &href, &view.as_of)
                })
                .collect()
        });
        days.sort_by(|a, b| (&a.day, a.what, &a.port).cmp(&(&b.day, b.what, &b.port)));
        days
    });
    let unplanned = Memo::new(move |_| {
        view.with(|view| {
            let unplanned = |port: &&PortLine| port.visit_planned.is_empty();
            view.ports.iter().filter(unplanned).count() as u64
        })
    });
    let more = move || days.with(|days| days.len().saturating_sub(DAYS)) as u64;
    let ports = programme.path("ports");
    let lines = move || {
        let as_of = view.with(|view| view.as_of.clone());
        days.get()
            .into_iter()
            .take(DAYS)
            .map(|day| next_day(i18n, day, &as_of))
            .collect_view()
    };
    view! {
        <section class="panel-plain next-days" aria-labelledby="next-days-title" data-testid="next-days">
            <h2 id="next-days-title">{move_tr!("programme-next-days")}</h2>
            <ul class="plain-list">{lines}</ul>
            <Show when=move || { more() > 0 }>
                <A href=ports.clone()>{move || tr!(i18n, "programme-more-actions", { "n" => more() })}</A>
            </Show>
            <Show when=move || { unplanned.get() > 0 }>
                <p class="quiet" data-testid="unplanned">
                    {move || tr!(i18n, "programme-unplanned", { "n" => unplanned.get() })}
                </p>
            </Show>
        </section>
    }
}

fn days_of(port: &PortLine, href: &str, as_of: &str) -> Vec<NextDay> {
    let day = |day: &str, what, overdue| NextDay {
        day: day.to_owned(),
        port: port.named.name.clone(),
        href: href.to_owned(),
        what,
        overdue,
    };
    let planned = Some(&port.visit_planned).filter(|day| !day.is_empty());
    let visit = planned.map(|planned| day(planned, What::Visit, port.visit_overdue));
    let awaited = port
        .host
        .as_ref()
        .filter(|host| !host.commented && !host.signed && !host.silent);
    let comment = awaited
        .and_then(|host| host.comment_due.as_ref())
        .map(|due| day(due, What::Comment, due.as_str() < as_of));
    visit.into_iter().chain(comment).collect()
}

fn next_day(i18n: I18n, day: NextDay, as_of: &str) -> impl IntoView + use<> {
    let until = phrases::until(i18n, as_of, &day.day);
    let date = date_text(i18n, &day.day);
    let what = match day.what {
        What::Visit => tr!(i18n, "programme-next-visit"),
        What::Comment => tr!(i18n, "programme-next-comment"),
    };
    let until = if day.overdue {
        view! { <Badge kind="overdue" label=until /> }.into_any()
    } else {
        until.into_any()
    };
    view! {
        <li data-testid="next-day">
            <A href=day.href><bdi>{day.port}</bdi></A>", "{what}" · "{date}" · "{until}
        </li>
    }
}
