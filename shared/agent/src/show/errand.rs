//! A thing that waits for the reader in a mission or programme, and how it comes onto the first page.

use std::collections::BTreeMap;

use hawser_casework::{RecordId, SpaceId as CaseId, Work};
use hawser_views::case::{TodayView, WaitingLine};

use super::today::note_fresh;
use crate::replay::Space;
use crate::session::Session;

/// A thing that waits.
pub(super) struct Errand {
    /// See [`WaitingLine::kind`].
    pub kind: &'static str,
    /// Named values for the sentence.
    pub values: BTreeMap<String, String>,
    /// The record to open.
    pub record: Option<RecordId>,
    /// Since when, milliseconds since 1970.
    pub since_ms: Option<i64>,
}

/// Puts what waits and what is new in a space onto the first page.
pub(super) fn note(
    state: &Space,
    work: Work,
    (title, standing): (&str, &str),
    errands: Vec<Errand>,
    view: &mut TodayView,
) {
    let lines = errands.into_iter().map(|errand| WaitingLine {
        space: Some(CaseId::new(state.id().0)),
        work,
        case: title.to_owned(),
        kind: errand.kind.to_owned(),
        values: errand.values,
        record: errand.record,
        since_ms: errand.since_ms,
    });
    view.waiting.extend(lines);
    if !matches!(standing, "invited" | "suspended" | "ended") {
        note_fresh(state, work, title, view);
    }
}

/// The invitation of the reader's organisation; none where it takes part already.
pub(super) fn invitation(
    state: &Space,
    session: &Session,
    kind: &'static str,
    values: BTreeMap<String, String>,
) -> Vec<Errand> {
    let party = state.chain().zip(session.organisation());
    let has_joined = party.is_some_and(|(chain, (own, _))| {
        let party = chain.membership().organisations().get(&own);
        party.is_some_and(|party| party.joined.is_some())
    });
    if has_joined {
        return Vec::new();
    }
    vec![Errand {
        kind,
        values,
        record: None,
        since_ms: state.acts.last().map(|act| act.recorded.utc_ms),
    }]
}
