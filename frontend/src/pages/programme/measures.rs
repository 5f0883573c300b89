//! How the actions of a programme go, in three sentences, each with what it counts.

use hawser_casework::assessment::{Accepted, OnTime, UntilVerified};
use hawser_views::programme::ProgrammeView;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::pages::assessment_words as assessed;
use crate::{i18n::use_i18n, pages::case::words};

#[component]
pub fn Measures(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let told = move |text: fn(I18n, &ProgrammeView) -> String| {
        Signal::derive(move || view.with(|view| text(i18n, view)))
    };
    view! {
        <ul class="measures">
            <Measure
                testid="on-time" text=told(in_time)
                definition=move_tr!("programme-on-time-definition")
            />
            <Measure
                testid="until-verified" text=told(until_verified)
                definition=move_tr!("programme-until-verified-definition")
            />
            <Measure
                testid="accepted" text=told(accepted)
                definition=move_tr!("programme-accepted-definition")
            />
        </ul>
    }
}

#[component]
fn Measure(
    testid: &'static str,
    text: Signal<String>,
    /// What it counts.
    definition: Signal<String>,
) -> impl IntoView {
    view! {
        <li class="measure" data-testid=testid>
            <p class="term-left">{text}</p>
            <details class="technical">
                <summary>{move_tr!("programme-what-counts")}</summary>
                <p>{definition}</p>
            </details>
        </li>
    }
}

fn in_time(i18n: I18n, view: &ProgrammeView) -> String {
    let OnTime { on_time, of } = view.on_time;
    view.on_time.percent().map_or_else(
        || tr!(i18n, "programme-on-time-none"),
        |share| {
            tr!(i18n, "programme-on-time", {
                "share" => assessed::percent(i18n, share), "n" => words::number(i18n, on_time.into()),
                "of" => words::number(i18n, of.into()),
            })
        },
    )
}

fn until_verified(i18n: I18n, view: &ProgrammeView) -> String {
    view.until_verified.map_or_else(
        || tr!(i18n, "programme-until-verified-none"),
        |UntilVerified { verified, median, longest }| {
            tr!(i18n, "programme-until-verified", { "days" => median, "longest" => longest, "n" => verified })
        },
    )
}

fn accepted(i18n: I18n, view: &ProgrammeView) -> String {
    let Accepted { accepted, of } = view.accepted;
    view.accepted.percent().map_or_else(
        || tr!(i18n, "programme-accepted-none"),
        |share| {
            tr!(i18n, "programme-accepted", {
                "share" => assessed::percent(i18n, share), "n" => words::number(i18n, accepted.into()),
                "of" => words::number(i18n, of.into()),
            })
        },
    )
}
