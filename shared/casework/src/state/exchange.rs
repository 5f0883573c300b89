//! The exchange with parties of limited access: told, sent for check, decided, shared, downloaded, asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Applied, Body, Channel, FileState, Made, Provenance, Role, Rule, SpaceState, TimelineKind,
};
use crate::{
    handling::{Handling, Onward},
    id::{PartyId, PersonId, RecordId},
    record::{
        AttachedFile, CaseTerms, ExchangeRecord, Exhibit, Fields as _, Record,
        SubmissionOutcome as Outcome,
    },
    time::Moment,
};

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

/// A record that was shared, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharedRecord {
    /// An exhibit as it was logged.
    Exhibit(Box<Exhibit>),
    /// A file.
    File(Box<AttachedFile>),
    /// The text of a submission.
    Text {
        /// Its title.
        title: String,
        /// What is said.
        note: String,
    },
}

/// One record of a share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedOriginal {
    /// The record.
    pub id: RecordId,
    /// Who wrote it, and when.
    pub from: Provenance,
    /// What it is.
    pub record: SharedRecord,
}

/// Something shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareState {
    /// Who can read it.
    pub channel: Channel,
    /// What it is.
    pub title: String,
    /// Why.
    pub reason: String,
    /// What may be done with it.
    pub handling: Handling,
    /// Those for whom it is meant.
    pub addressees: Vec<PersonId>,
    /// The party that sent it for check, where it was passed on.
    pub sent_by: Option<PartyId>,
    /// It is a redacted copy.
    pub redacted: bool,
    /// Who shared it, and when.
    pub shared: Provenance,
    /// What it holds.
    pub originals: Vec<SharedOriginal>,
    /// Who has downloaded which file when first.
    pub downloads: BTreeMap<RecordId, BTreeMap<PersonId, Moment>>,
}

impl ShareState {
    /// A shared exhibit with a correction that is shared with it.
    fn correct(&mut self, target: RecordId, field: &str, new: &str) -> Result<(), Rule> {
        let original = self.originals.iter_mut().find(|one| one.id == target);
        let Some(SharedRecord::Exhibit(exhibit)) = original.map(|one| &mut one.record) else {
            return Err(Rule::NotShareable);
        };
        let corrected = exhibit.with_field(field, new);
        **exhibit = corrected.map_err(|_| Rule::InvalidValue {
            field: field.to_owned(),
        })?;
        Ok(())
    }

    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = (RecordId, &AttachedFile)> {
        self.originals
            .iter()
            .filter_map(|original| match &original.record {
                SharedRecord::File(file) => Some((original.id, &**file)),
                SharedRecord::Exhibit(_) | SharedRecord::Text { .. } => None,
            })
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

    /// Whether the person may send something for check.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_submit(&self, person: PersonId, channel: Channel) -> Result<(), Rule> {
        let Channel::Desk(party) = channel else {
            return Err(Rule::BelongsElsewhere);
        };
        if self
            .standing(person)
            .is_none_or(|standing| standing.party != party)
        {
            return Err(Rule::NotOfTheParty { party });
        }
        match self.exchange.told(party) {
            Some(told) if told.controller_since.is_some() => Ok(()),
            _ => Err(Rule::NoController),
        }
    }

    /// Whether the person may decide on an item at the checking desk.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_decide(&self, person: PersonId, item: RecordId) -> Result<(), Rule> {
        let Some((id, submission)) = self.exchange.submission_of(item) else {
            return Err(self.missing(item, Rule::UnknownItem { item }));
        };
        if !self.administers(person) {
            return Err(Rule::NotAnAdministrator);
        }
        if !submission.items(id).any(|one| one == item) {
            return Err(Rule::UnknownItem { item });
        }
        if !submission.waits(item) {
            return Err(Rule::AlreadyDecided { item });
        }
        Ok(())
    }

    /// Whether what came from `origin` under this handling may be shared with the readers of a channel.
    ///
    /// # Errors
    /// [`Rule::OnwardLimit`].
    pub fn may_pass(
        &self,
        handling: &Handling,
        origin: Option<PartyId>,
        channel: Channel,
    ) -> Result<(), Rule> {
        let third = self.third_reads(channel, origin);
        let allowed = match handling.onward {
            Onward::Open => true,
            Onward::NotToThirdStates => !third,
            Onward::NotPassedOn => false,
        };
        if allowed {
            Ok(())
        } else {
            Err(Rule::OnwardLimit {
                limit: handling.onward,
            })
        }
    }

    /// The handling block that a record is under: its own, its exhibit's or its submission's; with the party it
    /// came from.
    #[must_use]
    pub fn handling_of(&self, record: RecordId) -> Option<(&Handling, Option<PartyId>)> {
        if let Some((_, submission)) = self.exchange.submission_of(record) {
            return Some((&submission.handling, Some(submission.party)));
        }
        let exhibit = self
            .exhibits
            .get(&record)
            .or_else(|| self.exhibits.get(self.exhibit_of_file.get(&record)?))?;
        let origin = self
            .standing(exhibit.logged.author)
            .map(|standing| standing.party);
        Some((&exhibit.exhibit.handling, origin))
    }

    pub(super) fn take_exchange(
        &mut self,
        made: Made,
        applied: &Applied,
        record: &ExchangeRecord,
    ) -> Result<TimelineKind, Rule> {
        match record {
            ExchangeRecord::CaseTold {
                title,
                reference,
                starts,
                ends,
                controller,
            } => {
                let Channel::Shared(party) = made.channel else {
                    return Err(Rule::BelongsElsewhere);
                };
                self.require_administrator(&made)?;
                let terms = CaseTerms {
                    title: title.clone(),
                    reference: reference.clone(),
                    purpose: String::new(),
                    starts: starts.clone(),
                    ends: ends.clone(),
                    controller: controller.clone(),
                };
                let since = self
                    .exchange
                    .told
                    .get(&party)
                    .and_then(|told| told.controller_since);
                let controller_since =
                    (!controller.is_empty()).then(|| since.unwrap_or(made.from.recorded));
                let told = ToldState {
                    terms,
                    from: made.from,
                    controller_since,
                };
                self.exchange.told.insert(party, told);
                Ok(TimelineKind::Quiet)
            }
            ExchangeRecord::SubmissionSent {
                title,
                note,
                files,
                handling,
                answers,
            } => {
                self.may_submit(made.from.author, made.channel)?;
                let Channel::Desk(party) = made.channel else {
                    return Err(Rule::BelongsElsewhere);
                };
                if let Some(request) = answers {
                    let known = self.exchange.requests.get_mut(request);
                    let known = known.filter(|request| request.party == party);
                    let Some(known) = known else {
                        let rule = Rule::UnknownRequest { request: *request };
                        return Err(self.missing(*request, rule));
                    };
                    known.answers.push(made.id);
                }
                let kind = told(
                    "submission-sent",
                    [("title", title.clone()), ("count", files.to_string())],
                );
                let submission = SubmissionState {
                    party,
                    title: title.clone(),
                    note: note.clone(),
                    announced: *files,
                    handling: handling.clone(),
                    answers: *answers,
                    sent: made.from,
                    files: Vec::new(),
                    redacted: BTreeMap::new(),
                    decisions: BTreeMap::new(),
                };
                self.exchange.submissions.insert(made.id, submission);
                Ok(kind)
            }
            ExchangeRecord::SubmissionDecided {
                item,
                outcome,
                reason,
                instead,
                ..
            } => self.decide(made, *item, *outcome, reason, *instead),
            ExchangeRecord::Shared {
                title,
                reason,
                handling,
                addressees,
                sent_by,
                redacted_from,
                ..
            } => {
                let share = ShareState {
                    channel: made.channel,
                    title: title.clone(),
                    reason: reason.clone(),
                    handling: handling.clone(),
                    addressees: addressees.clone(),
                    sent_by: *sent_by,
                    redacted: redacted_from.is_some(),
                    shared: made.from.clone(),
                    originals: Vec::new(),
                    downloads: BTreeMap::new(),
                };
                self.share(&made, applied, share)
            }
            ExchangeRecord::Downloaded { share, file } => self.note_download(&made, *share, *file),
            ExchangeRecord::RequestSent { subject, text, due } => {
                let Channel::Shared(party) = made.channel else {
                    return Err(Rule::BelongsElsewhere);
                };
                let asked_by = self
                    .standing(made.from.author)
                    .map(|standing| standing.party);
                if asked_by.is_none_or(|by| by == party) {
                    return Err(Rule::BelongsElsewhere);
                }
                let request = RequestState {
                    party,
                    subject: subject.clone(),
                    text: text.clone(),
                    due: due.clone(),
                    asked: made.from,
                    read: BTreeMap::new(),
                    answers: Vec::new(),
                };
                self.exchange.requests.insert(made.id, request);
                Ok(told(
                    "request-sent",
                    [
                        ("title", subject.clone()),
                        ("party", self.party_text(party)),
                    ],
                ))
            }
            ExchangeRecord::RequestRead { request } => {
                let by = self
                    .standing(made.from.author)
                    .map(|standing| standing.party);
                let Some(known) = self.exchange.requests.get_mut(request) else {
                    let rule = Rule::UnknownRequest { request: *request };
                    return Err(self.missing(*request, rule));
                };
                if by != Some(known.party) || made.channel != Channel::Shared(known.party) {
                    return Err(Rule::NotOfTheParty { party: known.party });
                }
                known
                    .read
                    .entry(made.from.author)
                    .or_insert(made.from.recorded);
                Ok(told("request-read", [("title", known.subject.clone())]))
            }
        }
    }

    fn require_administrator(&self, made: &Made) -> Result<(), Rule> {
        if self.administers(made.from.author) {
            Ok(())
        } else {
            Err(Rule::NotAnAdministrator)
        }
    }

    fn decide(
        &mut self,
        made: Made,
        item: RecordId,
        outcome: Outcome,
        reason: &str,
        instead: Option<RecordId>,
    ) -> Result<TimelineKind, Rule> {
        self.may_decide(made.from.author, item)?;
        let Some((id, submission)) = self.exchange.submission_of(item) else {
            return Err(Rule::UnknownItem { item });
        };
        if made.channel != Channel::Desk(submission.party) {
            return Err(Rule::BelongsElsewhere);
        }
        if let Some(copy) = instead.filter(|copy| !submission.has_copy(item, *copy)) {
            return Err(self.missing(copy, Rule::UnknownItem { item: copy }));
        }
        let name = item_text(id, submission, item);
        let decision = DecisionState {
            id: made.id,
            outcome,
            reason: reason.to_owned(),
            instead,
            from: made.from,
        };
        if let Some(submission) = self.exchange.submissions.get_mut(&id) {
            submission.decisions.insert(item, decision);
        }
        let values = [
            ("title", name),
            ("outcome", outcome.code().to_owned()),
            ("reason", reason.to_owned()),
        ];
        Ok(told("submission-decided", values))
    }

    fn share(
        &mut self,
        made: &Made,
        applied: &Applied,
        mut share: ShareState,
    ) -> Result<TimelineKind, Rule> {
        let by = self.standing(made.from.author);
        match made.channel {
            Channel::Team => self.require_administrator(made)?,
            Channel::Shared(party) => {
                let barred = |role| matches!(role, Role::Support | Role::Host);
                if by.is_none_or(|by| by.party == party || barred(by.role)) {
                    return Err(Rule::MayNotShare);
                }
            }
            Channel::Desk(_) | Channel::Apart => return Err(Rule::BelongsElsewhere),
        }
        for enclosed in &applied.enclosed {
            let Body::Opened(entry) = &enclosed.body else {
                return Err(Rule::NotShareable);
            };
            // What stands at the desk is passed on by an administrator, under the name of the party that sent it;
            // anything else is of the team.
            match enclosed.channel {
                Channel::Desk(party) => {
                    let passes =
                        share.sent_by == Some(party) && made.channel != Channel::Shared(party);
                    if !passes || !self.administers(made.from.author) {
                        return Err(Rule::MayNotShare);
                    }
                }
                Channel::Team if share.sent_by.is_none() => {}
                Channel::Team | Channel::Shared(_) | Channel::Apart => {
                    return Err(Rule::NotShareable);
                }
            }
            let record = match &entry.record {
                Record::ExhibitLogged(exhibit) => SharedRecord::Exhibit(Box::new(exhibit.clone())),
                Record::FileAttached(file) => SharedRecord::File(Box::new(file.clone())),
                Record::Exchange(ExchangeRecord::SubmissionSent { title, note, .. }) => {
                    let (title, note) = (title.clone(), note.clone());
                    SharedRecord::Text { title, note }
                }
                Record::Corrected {
                    target, field, new, ..
                } => {
                    share.correct(*target, field, new)?;
                    continue;
                }
                _ => return Err(Rule::NotShareable),
            };
            // Limits as they stand, for whoever knows them: those who receive it have no say in them.
            if let Some((handling, origin)) = self.handling_of(enclosed.id) {
                self.may_pass(handling, origin, made.channel)?;
            }
            let from = Provenance {
                author: enclosed.author,
                seq: enclosed.seq,
                recorded: enclosed.recorded,
                happened: entry.happened.clone(),
            };
            let id = enclosed.id;
            share.originals.push(SharedOriginal { id, from, record });
        }
        if share.originals.is_empty() {
            return Err(Rule::NotShareable);
        }
        for (file, _) in share.files() {
            self.exchange
                .shares_of
                .entry(file)
                .or_default()
                .push(made.id);
        }
        let with = match made.channel {
            Channel::Shared(party) => self.party_text(party),
            Channel::Team | Channel::Desk(_) | Channel::Apart => String::new(),
        };
        let kind = if share.sent_by.is_some() {
            "passed-on"
        } else {
            "shared"
        };
        let values = [
            ("title", share.title.clone()),
            ("party", with),
            ("reason", share.reason.clone()),
        ];
        self.exchange.shares.insert(made.id, share);
        Ok(told(kind, values))
    }

    fn note_download(
        &mut self,
        made: &Made,
        share: RecordId,
        file: RecordId,
    ) -> Result<TimelineKind, Rule> {
        let missing = self.missing(share, Rule::UnknownShare { share });
        let Some(state) = self.exchange.shares.get_mut(&share) else {
            return Err(missing);
        };
        let name = state
            .files()
            .find(|(id, _)| *id == file)
            .map(|(_, file)| file.name.clone());
        let Some(name) = name.filter(|_| state.channel == made.channel) else {
            return Err(Rule::UnknownShare { share });
        };
        let downloads = state.downloads.entry(file).or_default();
        downloads
            .entry(made.from.author)
            .or_insert(made.from.recorded);
        Ok(told("downloaded", [("file", name)]))
    }

    /// Takes in a file that belongs to the exchange: one that was sent, or the redacted copy of one.
    pub(super) fn attach_to_exchange(
        &mut self,
        made: Made,
        file: &AttachedFile,
    ) -> Result<TimelineKind, Rule> {
        let unknown = self.missing(file.to, Rule::UnknownTarget { target: file.to });
        let administers = self.administers(made.from.author);
        let by = self
            .standing(made.from.author)
            .map(|standing| standing.party);
        let Some(id) = self.exchange.submission_of(file.to).map(|(id, _)| id) else {
            return Err(unknown);
        };
        let Some(submission) = self.exchange.submissions.get_mut(&id) else {
            return Err(unknown);
        };
        if made.channel != Channel::Desk(submission.party) {
            return Err(Rule::BelongsElsewhere);
        }
        let values = [
            ("title", submission.title.clone()),
            ("file", file.name.clone()),
        ];
        let state = FileState {
            id: made.id,
            file: file.clone(),
            attached: made.from,
            corrections: Vec::new(),
        };
        let kind = if file.to == id {
            if by != Some(submission.party)
                || submission.files.len() >= submission.announced as usize
            {
                return Err(Rule::NotAnnounced);
            }
            submission.files.push(state);
            "submission-file"
        } else {
            if !administers {
                return Err(Rule::NotAnAdministrator);
            }
            submission.redacted.entry(file.to).or_default().push(state);
            "redacted-copy"
        };
        self.exchange.submission_of.insert(made.id, id);
        Ok(told(kind, values))
    }

    fn party_text(&self, party: PartyId) -> String {
        self.parties
            .get(&party)
            .map(|state| state.current.name.clone())
            .unwrap_or_default()
    }
}

/// What an item is called.
fn item_text(id: RecordId, submission: &SubmissionState, item: RecordId) -> String {
    let file = submission
        .files
        .iter()
        .find(|file| file.id == item && item != id);
    file.map_or_else(|| submission.title.clone(), |file| file.file.name.clone())
}

fn told<const N: usize>(kind: &str, values: [(&str, String); N]) -> TimelineKind {
    TimelineKind::told(kind, values)
}
