//! What is better or worse than at the visit before: an arrow, a word, the numbers.

use hawser_casework::{assessment::Words, state::Trend};
use hawser_views::programme::ChangeLine;
use leptos::prelude::*;
use leptos_fluent::{I18n, tr};

use super::phrases;
use crate::pages::assessment_words as assessed;
use crate::{i18n::use_i18n, pages::case::words};

/// A figure before and now, with what that means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub trend: Trend,
    /// In the reader's form.
    pub before: String,
    /// In the reader's form.
    pub now: String,
    /// The way of the figure itself: of a risk, down is better.
    pub up: Option<bool>,
}

impl Change {
    /// Of a domain's score in percent.
    pub fn of_score(i18n: I18n, trend: Trend, before: u32, now: u32) -> Self {
        Self {
            trend,
            before: assessed::percent(i18n, before),
            now: assessed::percent(i18n, now),
            // By what was compared, which is finer than whole percent.
            up: match trend {
                Trend::Better => Some(true),
                Trend::Same => None,
                Trend::Worse => Some(false),
            },
        }
    }

    /// Of a residual risk.
    pub fn of_risk(i18n: I18n, trend: Trend, before: u32, now: u32) -> Self {
        Self {
            trend,
            before: words::number(i18n, before.into()),
            now: words::number(i18n, now.into()),
            up: (before != now).then_some(before < now),
        }
    }

    /// Of a line of the programme.
    pub fn of_line(i18n: I18n, line: &ChangeLine) -> Self {
        match line.what.as_str() {
            "scenario" => Self::of_risk(i18n, line.trend, line.before, line.now),
            _ => Self::of_score(i18n, line.trend, line.before, line.now),
        }
    }
}

/// What a line of the programme is about: a domain's score, or the risk of a scenario.
pub fn subject(
    i18n: I18n,
    line: &ChangeLine,
    domains: &[(String, Words)],
    scenarios: &[(String, Words)],
) -> String {
    if line.what == "scenario" {
        let title = phrases::title(i18n, scenarios, &line.id);
        return tr!(i18n, "programme-change-risk", { "title" => title });
    }
    let title = phrases::title(i18n, domains, &line.id);
    tr!(i18n, "programme-change-score", { "title" => title })
}

/// A change as it stands in a line of text.
#[component]
pub fn ChangeMark(
    /// Drawn anew when it changes, as with the language.
    #[prop(into)]
    change: Signal<Change>,
) -> impl IntoView {
    let i18n = use_i18n();
    let code = move || {
        change.with(|change| match change.trend {
            Trend::Better => "better",
            Trend::Same => "same",
            Trend::Worse => "worse",
        })
    };
    let arrow = move || {
        change.with(|change| match change.up {
            Some(true) => "↑",
            Some(false) => "↓",
            None => "=",
        })
    };
    let text = move || {
        let Change {
            trend, before, now, ..
        } = change.get();
        match trend {
            Trend::Better => {
                tr!(i18n, "programme-trend-better", { "before" => before, "now" => now })
            }
            Trend::Same => tr!(i18n, "programme-trend-same", { "now" => now }),
            Trend::Worse => {
                tr!(i18n, "programme-trend-worse", { "before" => before, "now" => now })
            }
        }
    };
    view! {
        <span class="change" data-trend=code>
            <span class="change-arrow" aria-hidden="true">{arrow}</span>" "{text}
        </span>
    }
}
