//! Taking in the records of the exchange.

use std::collections::BTreeMap;

use super::{DecisionState, RequestState, ShareState, SubmissionState, ToldState};
use crate::{
    id::{PartyId, RecordId},
    record::{AttachedFile, CaseTerms, ExchangeRecord, SubmissionOutcome as Outcome},
    state::{Applied, Channel, FileState, Made, Rule, SpaceState, TimelineKind},
};

impl SpaceState {
    pub(in crate::state) fn take_exchange(
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
                answers,
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
                    answers: *answers,
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

    pub(super) fn require_administrator(&self, made: &Made) -> Result<(), Rule> {
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
    pub(in crate::state) fn attach_to_exchange(
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

    pub(super) fn party_text(&self, party: PartyId) -> String {
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

pub(super) fn told<const N: usize>(kind: &str, values: [(&str, String); N]) -> TimelineKind {
    TimelineKind::told(kind, values)
}
