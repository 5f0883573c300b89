//! The timeline: every record of the case, in the order of the case record and by the time it tells.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Applied, Rule};
use crate::{
    id::{PartyId, PersonId, RecordId},
    record::{Answer, Custodian, ExhibitKind, PersonAct, Settlement},
    time::{Happened, Moment, is_late},
};

/// What a line of the timeline says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are those of the records told")]
pub enum TimelineKind {
    /// The case was opened.
    CaseOpened { title: String },
    /// A party was named.
    PartyNamed { party: PartyId, name: String },
    /// A person was named.
    PersonNamed {
        person: PersonId,
        name: String,
        function: String,
    },
    /// A person's position changed.
    PersonNote {
        person: PersonId,
        act: PersonAct,
        reason: String,
    },
    /// An exhibit was logged.
    ExhibitLogged {
        exhibit: RecordId,
        number: String,
        kind: ExhibitKind,
        description: String,
    },
    /// A file was attached to an exhibit.
    FileAttached {
        exhibit: RecordId,
        number: String,
        name: String,
        media_type: String,
        length: u64,
    },
    /// A value was corrected; `number` is that of the exhibit it belongs to, if any.
    Corrected {
        target: RecordId,
        number: Option<String>,
        field: String,
        old: String,
        new: String,
        why: String,
        conflict: bool,
    },
    /// A desk was opened.
    DeskOpened {
        desk: RecordId,
        name: String,
        officers: Vec<PersonId>,
    },
    /// A desk has other officers.
    DeskChanged {
        desk: RecordId,
        name: String,
        officers: Vec<PersonId>,
    },
    /// Exhibits were offered.
    HandoverOffered {
        offer: RecordId,
        exhibits: Vec<RecordId>,
        numbers: Vec<String>,
        to: Custodian,
        purpose: String,
    },
    /// An exhibit was answered for.
    HandoverAnswered {
        offer: RecordId,
        exhibit: RecordId,
        number: String,
        answer: Answer,
        reason: String,
    },
    /// An offer was taken back.
    HandoverWithdrawn {
        offer: RecordId,
        exhibits: Vec<RecordId>,
        numbers: Vec<String>,
        reason: String,
    },
    /// A dispute was settled.
    DisputeSettled {
        offer: RecordId,
        exhibit: RecordId,
        number: String,
        outcome: Settlement,
        reason: String,
    },
    /// Anything else that is told: a stable kebab-case kind, and named values for its sentence.
    Told {
        kind: String,
        values: BTreeMap<String, String>,
    },
    /// Says nothing that was not told before, and has no line.
    Quiet,
    /// A record broke a rule and changed nothing. Its type is empty when it cannot be read.
    Refused { type_name: String, rule: Rule },
    /// The reader has no key for the record.
    Unreadable,
    /// The record is of a type that this version does not know; empty when not even that can be told.
    Unknown { type_name: String },
}

impl TimelineKind {
    pub(super) fn told<const N: usize>(kind: &str, values: [(&str, String); N]) -> Self {
        let values = values.into_iter();
        Self::Told {
            kind: kind.to_owned(),
            values: values
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        }
    }

    /// Stable code of this kind: the record's type, or `refused`, `unreadable`, `unknown`.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::PartyNamed { .. } => "party-named",
            Self::PersonNamed { .. } => "person-named",
            Self::PersonNote { .. } => "person-note",
            Self::ExhibitLogged { .. } => "exhibit-logged",
            Self::FileAttached { .. } => "file-attached",
            Self::Corrected { .. } => "corrected",
            Self::DeskOpened { .. } => "desk-opened",
            Self::DeskChanged { .. } => "desk-changed",
            Self::HandoverOffered { .. } => "handover-offered",
            Self::HandoverAnswered { .. } => "handover-answered",
            Self::HandoverWithdrawn { .. } => "handover-withdrawn",
            Self::DisputeSettled { .. } => "dispute-settled",
            Self::Told { kind, .. } => kind,
            Self::Quiet => "quiet",
            Self::Refused { .. } => "refused",
            Self::Unreadable => "unreadable",
            Self::Unknown { .. } => "unknown",
        }
    }
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// The record.
    pub id: RecordId,
    /// Its place in the case record.
    pub seq: u64,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was recorded.
    pub recorded: Moment,
    /// When it happened; `None` when the record cannot be read.
    pub happened: Option<Happened>,
    /// Whether it was recorded late.
    pub late: bool,
    /// What it says.
    pub what: TimelineKind,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Timeline {
    entries: Vec<TimelineEntry>,
    by_id: BTreeMap<RecordId, usize>,
    /// Records without a line.
    quiet: BTreeSet<RecordId>,
    /// (milliseconds since 1970 in UTC, place in `entries`).
    by_happened: BTreeSet<(i64, usize)>,
}

impl Timeline {
    pub(super) fn push(
        &mut self,
        applied: &Applied,
        happened: Option<Happened>,
        what: TimelineKind,
    ) {
        if what == TimelineKind::Quiet {
            self.quiet.insert(applied.id);
            return;
        }
        let place = self.entries.len();
        let at = happened.as_ref().map_or(applied.recorded, |told| told.at);
        self.by_id.entry(applied.id).or_insert(place);
        self.by_happened.insert((at.utc_ms, place));
        self.entries.push(TimelineEntry {
            id: applied.id,
            seq: applied.seq,
            author: applied.author,
            recorded: applied.recorded,
            late: happened
                .as_ref()
                .is_some_and(|happened| is_late(happened, &applied.recorded)),
            happened,
            what,
        });
    }

    pub(super) fn entries(&self) -> &[TimelineEntry] {
        &self.entries
    }

    /// Whether a record with this id was applied.
    pub(super) fn knows(&self, id: RecordId) -> bool {
        self.by_id.contains_key(&id) || self.quiet.contains(&id)
    }

    pub(super) fn entry(&self, id: RecordId) -> Option<&TimelineEntry> {
        self.entries.get(*self.by_id.get(&id)?)
    }

    /// The lines from one instant to another, both included, in milliseconds since 1970 in UTC.
    pub(super) fn between(
        &self,
        from_ms: i64,
        to_ms: i64,
    ) -> impl DoubleEndedIterator<Item = &TimelineEntry> {
        let range = (from_ms, 0)..=(to_ms.max(from_ms), usize::MAX);
        self.by_happened
            .range(range)
            .filter(move |(at, _)| *at <= to_ms)
            .filter_map(|(_, place)| self.entries.get(*place))
    }
}
