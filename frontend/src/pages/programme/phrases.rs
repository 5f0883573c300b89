//! Words for what missions reported, and its figures in the reader's form.

use hawser_casework::{
    assessment::{ActionLine, Band, FindingCounts, HostStanding, Tally, VisitSummary, Words},
    time::days_between,
};
use leptos_fluent::{I18n, tr};

use crate::{
    components::date_text,
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

/// Where a risk lies.
pub fn band(i18n: I18n, band: Band) -> String {
    coded(i18n, "map-tone", band.code())
}

/// A share in the reader's form: `62 %`.
pub fn percent(i18n: I18n, share: u32) -> String {
    format!("{}\u{a0}%", words::number(i18n, share.into()))
}

/// The score of a domain, or that there is none.
pub fn score(i18n: I18n, tally: &Tally) -> String {
    tally
        .score_percent()
        .map_or_else(|| NO_FIGURE.to_owned(), |share| percent(i18n, share))
}

/// How much of a domain was looked at, or that nothing of it was asked.
pub fn coverage(i18n: I18n, tally: &Tally) -> String {
    tally
        .coverage_percent()
        .map_or_else(|| NO_FIGURE.to_owned(), |share| percent(i18n, share))
}

/// Both in a line of text.
pub fn score_and_coverage(i18n: I18n, tally: &Tally) -> String {
    if tally.rated == 0 {
        return tr!(i18n, "programme-not-looked-at");
    }
    tr!(i18n, "programme-score-of", { "score" => score(i18n, tally), "coverage" => coverage(i18n, tally) })
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
    let kind = coded(i18n, "programme-visit", visit.kind.code());
    let starts = date_text(i18n, &visit.starts);
    if visit.starts == visit.ends {
        return tr!(i18n, "programme-visit-day", { "kind" => kind, "day" => starts });
    }
    let ends = date_text(i18n, &visit.ends);
    tr!(i18n, "programme-visit-days", { "kind" => kind, "from" => starts, "to" => ends })
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

/// Where the host authority stands with the newest report.
pub fn host(i18n: I18n, host: &HostStanding) -> String {
    let HostStanding {
        comment_due,
        commented,
        signed,
        silent,
    } = host;
    match comment_due {
        _ if *signed && *commented => tr!(i18n, "programme-host-signed-commented"),
        _ if *signed => tr!(i18n, "programme-host-signed"),
        _ if *commented => tr!(i18n, "programme-host-commented"),
        _ if *silent => tr!(i18n, "programme-host-silent"),
        Some(due) => tr!(i18n, "programme-host-may-comment", { "date" => date_text(i18n, due) }),
        None => tr!(i18n, "programme-host-not-shared"),
    }
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
    // by code: programme-visit-, programme-status-
    tr!("programme-visit-baseline");
    tr!("programme-visit-follow-up");
    tr!("programme-visit-self-assessment");
    tr!("programme-status-open");
    tr!("programme-status-in-progress");
    tr!("programme-status-blocked");
    tr!("programme-status-done");
    tr!("programme-status-verified");
}
