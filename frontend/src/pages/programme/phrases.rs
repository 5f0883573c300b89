//! Words for what missions reported, and its figures in the reader's form.

use hawser_casework::{
    assessment::{ActionLine, FindingCounts, Tally, VisitSummary, Words},
    time::days_between,
};
use leptos_fluent::{I18n, tr};

use crate::pages::assessment_words as assessed;
use crate::{
    i18n::{found_by_code, in_reader_language},
    pages::case::words::{self, coded},
};

/// What stands where there is no figure.
pub const NO_FIGURE: &str = "–";

/// The title of a domain or scenario; its id where none is known.
pub fn title(i18n: I18n, titles: &[(String, Words)], id: &str) -> String {
    let known = titles.iter().find(|(known, _)| known == id);
    known.map_or_else(
        || id.to_owned(),
        |(_, words)| in_reader_language(i18n, words),
    )
}

/// The score of a domain, or that there is none.
pub fn score(i18n: I18n, tally: &Tally) -> String {
    tally.score_percent().map_or_else(
        || NO_FIGURE.to_owned(),
        |share| assessed::percent(i18n, share),
    )
}

/// How much of a domain was looked at, or that nothing of it was asked.
pub fn coverage(i18n: I18n, tally: &Tally) -> String {
    tally.coverage_percent().map_or_else(
        || NO_FIGURE.to_owned(),
        |share| assessed::percent(i18n, share),
    )
}

/// How far a day is from the day of the figures, and on which side.
pub fn until(i18n: I18n, as_of: &str, day: &str) -> String {
    match days_between(as_of, day) {
        None => String::new(),
        Some(0) => tr!(i18n, "programme-due-today"),
        Some(days) if days > 0 => tr!(i18n, "programme-due-in", { "n" => days }),
        Some(days) => tr!(i18n, "programme-overdue-by", { "n" => -days }),
    }
}

/// A visit by kind and days.
pub fn visit(i18n: I18n, visit: &VisitSummary) -> String {
    assessed::visit(i18n, visit.kind, &visit.starts, &visit.ends)
}

/// How far an action is; verified is more than done.
pub fn status_code(action: &ActionLine) -> &'static str {
    if action.days.verified.is_some() {
        "verified"
    } else {
        action.status.code()
    }
}

/// The same in a word.
pub fn status(i18n: I18n, action: &ActionLine) -> String {
    coded(i18n, "programme-status", status_code(action))
}

/// How many findings there are, from the worst on; those of which there are none left out.
pub fn findings(i18n: I18n, counts: &FindingCounts) -> String {
    let told: Vec<String> = [
        ("critical", counts.critical),
        ("high", counts.high),
        ("medium", counts.medium),
        ("low", counts.low),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(severity, count)| {
        tr!(i18n, "programme-findings-of", {
            "severity" => coded(i18n, "map-tone", severity), "n" => words::number(i18n, count.into()),
        })
    })
    .collect();
    if told.is_empty() {
        return tr!(i18n, "programme-findings-none");
    }
    told.join(" · ")
}

found_by_code! {
    // by code: programme-status-
    tr!("programme-status-open");
    tr!("programme-status-in-progress");
    tr!("programme-status-blocked");
    tr!("programme-status-done");
    tr!("programme-status-verified");
}
