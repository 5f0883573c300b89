//! The exchange with parties of limited access: told, sent for check, decided, shared, downloaded, asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FileState, Provenance, SpaceState};
use crate::{
    handling::Handling,
    id::{PartyId, PersonId, RecordId},
    record::{AttachedFile, CaseTerms, SubmissionOutcome as Outcome},
    time::Moment,
};

mod rules;
mod share;
mod take;

pub use share::{ShareState, SharedOriginal, SharedRecord};

/// What a party of limited access was told of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldState {
    /// The terms it knows; without the purpose.
    pub terms: CaseTerms,
    /// Who told it last, and when.
    pub from: Provenance,
    /// When it learned of a controller; `None` while there is none.
    pub controller_since: Option<Moment>,
}

/// What was decided on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionState {
    /// The record.
    pub id: RecordId,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why; empty where it was passed on as it is and nothing was said.
    pub reason: String,
    /// The redacted copy passed on in its place.
    pub instead: Option<RecordId>,
    /// Who decided, and when.
    pub from: Provenance,
}

/// Something sent for check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionState {
    /// The party that sent it.
    pub party: PartyId,
    /// What it is.
    pub title: String,
    /// What is said with it.
    pub note: String,
    /// Number of files announced.
    pub announced: u32,
    /// What may be done with it.
    pub handling: Handling,
    /// The request it answers.
    pub answers: Option<RecordId>,
    /// Who sent it, and when.
    pub sent: Provenance,
    /// Its files as far as they have arrived, oldest first.
    pub files: Vec<FileState>,
    /// Redacted copies, by the file they were made of.
    pub redacted: BTreeMap<RecordId, Vec<FileState>>,
    /// What was decided, by item; the newest where it was kept first.
    pub decisions: BTreeMap<RecordId, DecisionState>,
}

impl SubmissionState {
    /// The items to decide on: its text, where there is one, and its files.
    pub fn items(&self, id: RecordId) -> impl Iterator<Item = RecordId> + '_ {
        let text = (!self.note.is_empty() || self.announced == 0).then_some(id);
        text.into_iter()
            .chain(self.files.iter().map(|file| file.id))
    }

    /// Whether something is a redacted copy of an item.
    #[must_use]
    pub fn has_copy(&self, item: RecordId, copy: RecordId) -> bool {
        let copies = self.redacted.get(&item);
        copies.is_some_and(|copies| copies.iter().any(|file| file.id == copy))
    }

    /// Whether nothing final was decided on an item yet.
    #[must_use]
    pub fn waits(&self, item: RecordId) -> bool {
        self.decisions
            .get(&item)
            .is_none_or(|decision| decision.outcome == Outcome::Kept)
    }
}

/// A request to a party of limited access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestState {
    /// The party asked.
    pub party: PartyId,
    /// In one line.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// Until when; empty when not said.
    pub due: String,
    /// Who asked, and when.
    pub asked: Provenance,
    /// Who of the party has read it, and when first.
    pub read: BTreeMap<PersonId, Moment>,
    /// Submissions that answer it, as far as the reader can tell.
    pub answers: Vec<RecordId>,
}

/// The exchange as far as the reader can tell.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    told: BTreeMap<PartyId, ToldState>,
    submissions: BTreeMap<RecordId, SubmissionState>,
    /// The submission of each file that was sent, and of each redacted copy.
    submission_of: BTreeMap<RecordId, RecordId>,
    shares: BTreeMap<RecordId, ShareState>,
    /// The shares in which a file stands, oldest first.
    shares_of: BTreeMap<RecordId, Vec<RecordId>>,
    requests: BTreeMap<RecordId, RequestState>,
}

impl Exchange {
    /// What a party was told.
    #[must_use]
    pub fn told(&self, party: PartyId) -> Option<&ToldState> {
        self.told.get(&party)
    }
    /// What was sent for check, as far as the reader can tell.
    #[must_use]
    pub const fn submissions(&self) -> &BTreeMap<RecordId, SubmissionState> {
        &self.submissions
    }
    /// What was shared.
    #[must_use]
    pub const fn shares(&self) -> &BTreeMap<RecordId, ShareState> {
        &self.shares
    }
    /// The requests.
    #[must_use]
    pub const fn requests(&self) -> &BTreeMap<RecordId, RequestState> {
        &self.requests
    }
    /// The submission to which an item belongs: its text, a file, or a redacted copy of one.
    #[must_use]
    pub fn submission_of(&self, item: RecordId) -> Option<(RecordId, &SubmissionState)> {
        let id = self.submission_of.get(&item).copied().unwrap_or(item);
        self.submissions.get(&id).map(|submission| (id, submission))
    }
    /// The shares in which a file stands, oldest first.
    #[must_use]
    pub fn shares_of(&self, file: RecordId) -> &[RecordId] {
        self.shares_of.get(&file).map_or(&[], Vec::as_slice)
    }
    /// A file that was sent, redacted or shared, with the record it belongs to.
    #[must_use]
    pub fn file(&self, id: RecordId) -> Option<(RecordId, &AttachedFile)> {
        if let Some((submission, state)) = self.submission_of(id) {
            let own = state.files.iter();
            let found = own
                .chain(state.redacted.values().flatten())
                .find(|file| file.id == id)?;
            return Some((submission, &found.file));
        }
        let share = *self.shares_of.get(&id)?.first()?;
        let (_, file) = self
            .shares
            .get(&share)?
            .files()
            .find(|(file, _)| *file == id)?;
        Some((share, file))
    }
    /// Items at the desk on which nothing final was decided, oldest submission first.
    pub fn waiting(&self) -> impl Iterator<Item = (RecordId, RecordId, &SubmissionState)> {
        let mut all: Vec<_> = self.submissions.iter().collect();
        all.sort_by_key(|(_, submission)| submission.sent.seq);
        all.into_iter().flat_map(|(id, submission)| {
            submission
                .items(*id)
                .filter(|item| submission.waits(*item))
                .map(move |item| (*id, item, submission))
        })
    }
}

impl SpaceState {
    /// The exchange with parties of limited access.
    #[must_use]
    pub const fn exchange(&self) -> &Exchange {
        &self.exchange
    }
}
