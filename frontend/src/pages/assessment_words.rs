//! Words for the stable codes of assessments, and figures in the reader's form.

use hawser_casework::assessment::{
    ActionStatus, Band, Confidence, EvidenceKind, HostStanding, Mark, Priority, Rating, Reach,
    Severity, Tally, VisitKind,
};
use leptos_fluent::{I18n, tr};

use crate::{
    components::{Choice, date_text},
    i18n::found_by_code,
    pages::case::words::{capitalised, coded, decimal, number},
};

/// A rating in a word: effective.
pub fn rating(i18n: I18n, rating: Rating) -> String {
    coded(i18n, "mission-rating", rating.code())
}

/// A rating with its points, where it has any: 3 effective.
pub fn rating_points(i18n: I18n, one: Rating) -> String {
    match one.points() {
        Some(points) => format!("{points} {}", rating(i18n, one)),
        None => rating(i18n, one),
    }
}

/// All ratings as buttons.
pub fn rating_choices(i18n: I18n) -> Vec<Choice> {
    Rating::ALL
        .into_iter()
        .map(|one| {
            let sign = one.points().map(|points| points.to_string());
            Choice::new(one.code(), sign.unwrap_or_default(), rating(i18n, one))
        })
        .collect()
}

/// The rating with this code.
pub fn rating_of(code: &str) -> Option<Rating> {
    Rating::ALL.into_iter().find(|one| one.code() == code)
}

/// What a rating rests on: interview, test.
pub fn evidence(i18n: I18n, kinds: &[EvidenceKind]) -> String {
    let words = kinds
        .iter()
        .map(|kind| coded(i18n, "mission-evidence", kind.code()));
    words.collect::<Vec<_>>().join(", ")
}

/// The mark that stands beside a rating.
pub fn mark(i18n: I18n, mark: Mark) -> String {
    coded(i18n, "mission-mark", mark.code())
}

/// What the mark means, to whoever is about to rate so.
pub fn mark_explained(i18n: I18n, mark: Mark) -> String {
    coded(i18n, "mission-mark-explained", mark.code())
}

/// The kind of a visit.
pub fn visit_kind(i18n: I18n, kind: VisitKind) -> String {
    coded(i18n, "mission-visit", kind.code())
}

/// From one day to another; one day alone where they are the same.
pub fn days(i18n: I18n, starts: &str, ends: &str) -> String {
    if starts == ends {
        date_text(i18n, starts)
    } else {
        tr!(i18n, "mission-days", { "from" => date_text(i18n, starts), "to" => date_text(i18n, ends) })
    }
}

/// A visit by kind and days.
pub fn visit(i18n: I18n, kind: VisitKind, starts: &str, ends: &str) -> String {
    let kind = capitalised(&visit_kind(i18n, kind));
    format!("{kind}, {}", days(i18n, starts, ends))
}

/// How much a finding weighs.
pub fn severity(i18n: I18n, severity: Severity) -> String {
    coded(i18n, "mission-severity", severity.code())
}

/// How soon a recommendation should be followed.
pub fn priority(i18n: I18n, priority: Priority) -> String {
    coded(i18n, "mission-priority", priority.code())
}

/// How far an action is.
pub fn status(i18n: I18n, status: ActionStatus) -> String {
    coded(i18n, "mission-status", status.code())
}

/// Where a risk figure lies.
pub fn band(i18n: I18n, band: Band) -> String {
    coded(i18n, "mission-band", band.code())
}

/// How sure the team is.
pub fn confidence(i18n: I18n, confidence: Confidence) -> String {
    coded(i18n, "mission-confidence", confidence.code())
}

/// Where the host authority stands with a report.
pub fn host(i18n: I18n, host: &HostStanding) -> String {
    match host {
        HostStanding {
            signed: true,
            commented: true,
            ..
        } => tr!(i18n, "mission-host-signed-commented"),
        HostStanding { signed: true, .. } => tr!(i18n, "mission-host-signed"),
        HostStanding {
            commented: true, ..
        } => tr!(i18n, "mission-host-commented"),
        HostStanding { silent: true, .. } => tr!(i18n, "mission-host-silent"),
        HostStanding {
            comment_due: Some(due),
            ..
        } => tr!(i18n, "mission-host-asked", { "date" => date_text(i18n, due) }),
        HostStanding { .. } => tr!(i18n, "mission-host-not-asked"),
    }
}

/// A share in the reader's form: `62 %`.
pub fn percent(i18n: I18n, share: u32) -> String {
    format!("{}\u{a0}%", number(i18n, share.into()))
}

/// How far the team is with a visit: `11 of 192 ratings decided, 53 carried over, 128 open`.
pub fn reach(i18n: I18n, reach: &Reach) -> String {
    tr!(i18n, "mission-reach", {
        "decided" => reach.decided, "asked" => reach.asked, "carried" => reach.carried, "left" => reach.left(),
    })
}

/// A score with how much was looked at, or that nothing was.
pub fn score(i18n: I18n, tally: &Tally) -> String {
    let share = |share: Option<u32>| share.map(|share| percent(i18n, share));
    match (
        share(tally.score_percent()),
        share(tally.coverage_percent()),
    ) {
        (Some(score), Some(coverage)) => {
            tr!(i18n, "mission-score", { "score" => score, "coverage" => coverage })
        }
        (_, Some(coverage)) => tr!(i18n, "mission-score-none", { "coverage" => coverage }),
        _ => tr!(i18n, "mission-not-looked-at"),
    }
}

/// `sum / count` with two decimals, halves up; a dash of nothing.
pub fn mean(i18n: I18n, sum: u32, count: u32) -> String {
    if count == 0 {
        return "–".to_owned();
    }
    let (sum, count) = (u64::from(sum), u64::from(count));
    let hundredths = (200 * sum + count) / (2 * count);
    decimal(
        i18n,
        &format!("{}.{:02}", hundredths / 100, hundredths % 100),
    )
}

/// Codes with their words, for a chooser.
pub fn options<const N: usize>(
    i18n: I18n,
    prefix: &str,
    codes: [&'static str; N],
) -> Vec<(String, String)> {
    let option = |code: &'static str| (code.to_owned(), capitalised(&coded(i18n, prefix, code)));
    codes.into_iter().map(option).collect()
}

found_by_code! {
    // by code: mission-rating-, mission-evidence-, mission-mark-, mission-visit-, mission-severity-,
    // mission-priority-, mission-status-, mission-band-, mission-confidence-, role-, fieldname-
    tr!("mission-rating-absent"); tr!("mission-rating-weak"); tr!("mission-rating-partial");
    tr!("mission-rating-effective"); tr!("mission-rating-proven"); tr!("mission-rating-not-applicable");
    tr!("mission-rating-not-observed");
    tr!("mission-evidence-document"); tr!("mission-evidence-interview"); tr!("mission-evidence-observation");
    tr!("mission-evidence-test"); tr!("mission-evidence-data");
    tr!("mission-mark-proven-by-interview-alone"); tr!("mission-mark-without-evidence");
    tr!("mission-mark-explained-proven-by-interview-alone"); tr!("mission-mark-explained-without-evidence");
    tr!("mission-visit-baseline"); tr!("mission-visit-follow-up"); tr!("mission-visit-self-assessment");
    tr!("mission-severity-low"); tr!("mission-severity-medium"); tr!("mission-severity-high");
    tr!("mission-severity-critical");
    tr!("mission-priority-low"); tr!("mission-priority-medium"); tr!("mission-priority-high");
    tr!("mission-status-open"); tr!("mission-status-in-progress"); tr!("mission-status-blocked");
    tr!("mission-status-done");
    tr!("mission-band-low"); tr!("mission-band-medium"); tr!("mission-band-high"); tr!("mission-band-critical");
    tr!("mission-confidence-low"); tr!("mission-confidence-medium"); tr!("mission-confidence-high"); tr!("role-assessor"); tr!("role-host");
    tr!("fieldname-text"); tr!("fieldname-severity"); tr!("fieldname-releasable"); tr!("fieldname-priority");
    tr!("fieldname-cost"); tr!("fieldname-donor");
}

// Refusals of the record of a mission; the others stand with the case record.
found_by_code! { tr!("error-not-an-assessor"); tr!("error-not-the-host"); tr!("error-unknown-visit"); tr!("error-unknown-facility");
    tr!("error-unknown-criterion"); tr!("error-unknown-scenario"); tr!("error-unknown-finding");
    tr!("error-unknown-recommendation"); tr!("error-unknown-action"); tr!("error-not-done");
    tr!("error-already-verified"); tr!("error-own-action"); tr!("error-figures-changed"); tr!("error-unknown-report");
    tr!("error-report-hash-mismatch"); tr!("error-already-signed"); tr!("error-comment-still-open");
    tr!("error-host-has-answered"); tr!("error-report-changed"); tr!("error-no-host"); tr!("error-no-programme"); tr!("rule-not-an-assessor"); tr!("rule-not-the-host"); tr!("rule-unknown-visit"); tr!("rule-unknown-facility");
    tr!("rule-unknown-criterion"); tr!("rule-unknown-scenario"); tr!("rule-unknown-finding");
    tr!("rule-unknown-recommendation"); tr!("rule-unknown-action"); tr!("rule-not-done");
    tr!("rule-already-verified"); tr!("rule-own-action"); tr!("rule-unknown-report");
    tr!("rule-report-hash-mismatch"); tr!("rule-already-signed"); tr!("rule-comment-still-open");
    tr!("rule-host-has-answered");
}
