//! The four figures, each with what it counts, as of which day, and the list behind it.

use hawser_casework::state::Trend;
use hawser_views::programme::{
    ChangeLine, DUE_WITHIN_DAYS, ProgrammeActionView, ProgrammeView, RiskLine,
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{Change, phrases, subject};
use crate::pages::assessment_words as assessed;
use crate::{
    components::date_text,
    i18n::use_i18n,
    pages::{
        case::words,
        programme::{risks::risk_anchor, use_programme},
    },
};

#[component]
pub fn Figures(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let number = move |pick: fn(&ProgrammeView) -> u32| {
        Signal::derive(move || words::number(i18n, view.with(pick).into()))
    };
    let told = move |text: fn(I18n, &ProgrammeView) -> String| {
        Signal::derive(move || view.with(|view| text(i18n, view)))
    };
    let as_of = Signal::derive(move || {
        let day = view.with(|view| date_text(i18n, &view.as_of));
        tr!(i18n, "programme-as-of", { "date" => day })
    });
    let worst = Signal::derive(move || {
        let anchor = view.with(|view| view.worst.as_ref().map(risk_anchor));
        let anchor = anchor.map(|id| format!("#{id}")).unwrap_or_default();
        programme.path(&format!("risks{anchor}"))
    });
    let list = move |part: &str| {
        let href = programme.path(part);
        Signal::derive(move || href.clone())
    };
    view! {
        <ul class="figures" data-testid="figures">
            <Figure
                testid="figure-due" href=list("actions?show=due") value=number(|view| view.due)
                name=Signal::derive(move || tr!(i18n, "programme-due", { "days" => DUE_WITHIN_DAYS }))
                note=told(next_due) as_of
                definition=Signal::derive(move || tr!(i18n, "programme-due-definition", { "days" => DUE_WITHIN_DAYS }))
            />
            <Figure
                testid="figure-overdue" href=list("actions?show=overdue") value=number(|view| view.overdue)
                name=move_tr!("programme-overdue") note=told(longest_overdue) as_of
                definition=move_tr!("programme-overdue-definition")
                grave=Signal::derive(move || view.with(|view| view.overdue > 0))
            />
            <Figure
                testid="figure-worst" href=worst value=told(worst_figure) name=move_tr!("programme-worst-risk")
                note=told(worst_where) as_of definition=move_tr!("programme-worst-definition")
            />
            <Figure
                testid="figure-changes" href=Signal::derive(|| "#changes".to_owned()) value=told(changes)
                name=move_tr!("programme-changes") note=told(largest_change) as_of
                definition=move_tr!("programme-changes-definition")
            />
        </ul>
    }
}

#[component]
fn Figure(
    testid: &'static str,
    /// The list behind it.
    href: Signal<String>,
    value: Signal<String>,
    name: Signal<String>,
    /// What of it comes first.
    note: Signal<String>,
    /// What it counts.
    definition: Signal<String>,
    as_of: Signal<String>,
    /// Something is late.
    #[prop(optional)]
    grave: Signal<bool>,
) -> impl IntoView {
    view! {
        <li class="figure" class:figure-grave=move || grave.get() data-testid=testid>
            <h2>
                <a class="figure-link" href=move || href.get()>
                    <span class="figure-name">{name}</span>" "
                    <span class="figure-value">{value}</span>
                </a>
            </h2>
            <p class="figure-note"><bdi>{note}</bdi></p>
            <details class="figure-counts" data-testid=format!("{testid}-definition")>
                <summary>
                    <span class="figure-ask" aria-hidden="true">"?"</span>
                    <span class="visually-hidden">{move_tr!("programme-what-counts")}", "{name}</span>
                </summary>
                <p>{definition}" "{as_of}</p>
            </details>
        </li>
    }
}

/// The first action that is due and not late.
fn next_due(i18n: I18n, view: &ProgrammeView) -> String {
    let mut actions = view.actions.iter();
    let next = actions.find(|one| one.due_soon && !one.overdue);
    next.map_or_else(String::new, |next| {
        tr!(i18n, "programme-due-next", {
            "date" => date_text(i18n, &next.action.days.due), "owner" => next.action.owner.clone(),
            "port" => next.port_name.clone(),
        })
    })
}

/// Whose action is late longest; how many are blocked.
fn longest_overdue(i18n: I18n, view: &ProgrammeView) -> String {
    let mut actions = view.actions.iter();
    let longest = actions.find(|one: &&ProgrammeActionView| one.overdue);
    let longest = longest.map(|one| {
        tr!(i18n, "programme-overdue-longest", {
            "port" => one.port_name.clone(), "owner" => one.action.owner.clone(),
            "since" => phrases::until(i18n, &view.as_of, &one.action.days.due),
        })
    });
    let blocked =
        (view.blocked > 0).then(|| tr!(i18n, "programme-overdue-blocked", { "n" => view.blocked }));
    let told: Vec<String> = blocked.into_iter().chain(longest).collect();
    told.join(" ")
}

fn worst_figure(i18n: I18n, view: &ProgrammeView) -> String {
    view.worst.as_ref().map_or_else(
        || phrases::NO_FIGURE.to_owned(),
        |worst: &RiskLine| {
            let figure = words::number(i18n, worst.risk.residual.into());
            format!("{figure} {}", assessed::band(i18n, worst.band))
        },
    )
}

fn worst_where(i18n: I18n, view: &ProgrammeView) -> String {
    view.worst.as_ref().map_or_else(
        || tr!(i18n, "programme-worst-none"),
        |worst| {
            let scenario = phrases::title(i18n, &view.scenarios, &worst.risk.scenario);
            tr!(i18n, "programme-worst-where", { "port" => worst.port_name.clone(), "scenario" => scenario })
        },
    )
}

fn changes(i18n: I18n, view: &ProgrammeView) -> String {
    tr!(i18n, "programme-changes-figure", {
        "better" => words::number(i18n, view.better.into()), "worse" => words::number(i18n, view.worse.into()),
    })
}

/// The largest change: of what is better before what is worse, of a risk before a score.
fn largest_change(i18n: I18n, view: &ProgrammeView) -> String {
    let by = |line: &&ChangeLine| {
        let better = line.trend == Trend::Better;
        let risk = line.what == "scenario";
        (better, risk, line.before.abs_diff(line.now))
    };
    view.changes.iter().max_by_key(by).map_or_else(
        || tr!(i18n, "programme-changes-none"),
        |line| {
            let what = subject(i18n, line, &view.domains, &view.scenarios);
            let Change { before, now, .. } = Change::of_line(i18n, line);
            tr!(i18n, "programme-changes-one", {
                "port" => line.port_name.clone(), "what" => what, "before" => before, "now" => now,
            })
        },
    )
}
