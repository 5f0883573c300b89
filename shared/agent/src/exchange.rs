//! The exchange: sending for check, deciding, sharing, asking, and saying that something was downloaded.

use std::collections::{BTreeMap, BTreeSet};

use hawser_casework::record::{ExchangeRecord, SubmissionOutcome};
use hawser_casework::{Channel, PersonId, Record, RecordId, SpaceId as CaseId};
use hawser_ledger::CommandId;
use hawser_ledger::codec::Layout;
use hawser_ledger::event::{RecordPublic, SharePublic};
use hawser_views::Reply;
use hawser_views::exchange::{
    DecisionDraft, ExchangeCommand, RequestDraft, ShareDraft, SubmissionDraft,
};

use crate::Agent;
use crate::append::Draft;
use crate::case::require_administrator;
use crate::failure::{Outcome, fail, field, form};
use crate::io::Environment;
use crate::people::{ledger_id, membership, user_id};
use crate::replay::Space;

/// Events to enclose, with the file bodies they refer to.
struct Originals {
    public: SharePublic,
    enclosures: Vec<hawser_casework::record::Enclosure>,
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn answer_exchange(&self, command: ExchangeCommand) -> Outcome<Reply> {
        use ExchangeCommand as C;
        Ok(match command {
            C::View { space } => Reply::Exchange(Box::new(self.exchange_view(space).await?)),
            C::Submit { space, submission } => {
                Reply::Created(self.submit(space, submission).await?.to_string())
            }
            C::Decide {
                space,
                item,
                decision,
            } => {
                self.decide(space, item, decision).await?;
                Reply::Done
            }
            C::Share { space, share } => {
                self.share(space, share).await?;
                Reply::Done
            }
            C::Request { space, request } => {
                Reply::Created(self.request_something(space, request).await?.to_string())
            }
            C::MarkRead { space, request } => {
                self.mark_read(space, request).await?;
                Reply::Done
            }
        })
    }

    /// One record for the readers of a channel, which `check` gives for the newest state.
    pub(crate) async fn record_in(
        &self,
        space: CaseId,
        record: Record,
        check: impl Fn(&Space) -> Outcome<Channel>,
    ) -> Outcome<RecordId> {
        record.validate().map_err(form)?;
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            let Some(group) = state.group_of(check(state)?) else {
                return fail("unknown-group");
            };
            Ok(vec![Draft::Record {
                command,
                group,
                entry: self.entry_now(record.clone()),
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    async fn submit(&self, space: CaseId, draft: SubmissionDraft) -> Outcome<RecordId> {
        let session = self.current()?;
        let record = Record::Exchange(ExchangeRecord::SubmissionSent {
            title: draft.title.trim().to_owned(),
            note: draft.note.trim().to_owned(),
            files: draft.files,
            handling: draft.handling,
            answers: draft.answers,
        });
        self.record_in(space, record, |state| {
            let Some(party) = state.limited_reader(session.user()) else {
                return fail("not-limited");
            };
            let channel = Channel::Desk(party);
            state.records.may_submit(session.person(), channel)?;
            Ok(channel)
        })
        .await
    }

    async fn decide(&self, space: CaseId, item: RecordId, draft: DecisionDraft) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let open = self.space(id).await?;
        let instead = draft
            .instead
            .filter(|_| draft.outcome == SubmissionOutcome::PassedRedacted);
        let (party, handling, title, answers) = {
            let state = open.state.borrow();
            state.records.may_decide(session.person(), item)?;
            let Some((_, submission)) = state.records.exchange().submission_of(item) else {
                return fail("unknown-item");
            };
            if instead.is_some_and(|copy| !submission.has_copy(item, copy)) {
                return Err(field("instead", "invalid"));
            }
            // A redacted copy goes by its own name: that of its original stays at the desk with it.
            let passed = instead.unwrap_or(item);
            let copies = submission.redacted.values().flatten();
            let mut files = submission.files.iter().chain(copies);
            let file = files.find(|file| file.id == passed);
            let title = file.map_or(&submission.title, |file| &file.file.name);
            let handling = submission.handling.clone();
            (
                submission.party,
                handling,
                title.clone(),
                submission.answers,
            )
        };
        let passes = draft.outcome.passes();
        let addressees = if passes { draft.addressees } else { Vec::new() };
        let reason = draft.reason.trim().to_owned();
        let decided = Record::Exchange(ExchangeRecord::SubmissionDecided {
            item,
            outcome: draft.outcome,
            reason: reason.clone(),
            limited_to_purpose: draft.limited_to_purpose,
            meets_conditions: draft.meets_conditions,
            instead,
        });
        decided.validate().map_err(form)?;
        if passes && addressees.is_empty() {
            return Err(field("addressees", "missing"));
        }
        let originals = if passes {
            Some(self.originals(space, &[instead.unwrap_or(item)]).await?)
        } else {
            None
        };
        let (command, passing) = (self.new_command(), self.new_command());
        self.append(id, |state| {
            require_administrator(state, session.user())?;
            state.records.may_decide(session.person(), item)?;
            let Some(desk) = state.group_of(Channel::Desk(party)) else {
                return fail("unknown-group");
            };
            let mut drafts = vec![Draft::Record {
                command,
                group: desk,
                entry: self.entry_now(decided.clone()),
                blobs: Vec::new(),
            }];
            let Some(originals) = &originals else {
                return Ok(drafts);
            };
            for (place, (channel, people)) in
                by_channel(state, &addressees)?.into_iter().enumerate()
            {
                if channel == Channel::Shared(party) {
                    return Err(field("addressees", "of-the-sender"));
                }
                state.records.may_pass(&handling, Some(party), channel)?;
                let shared = ExchangeRecord::Shared {
                    title: title.clone(),
                    // Why it was redacted, or passed on at all, is between desk and sender.
                    reason: String::new(),
                    necessity: true,
                    handling: handling.clone(),
                    addressees: people,
                    sent_by: Some(party),
                    redacted_from: instead.map(|_| item),
                    answers,
                    originals: originals.enclosures.clone(),
                };
                drafts.push(self.share_draft(
                    state,
                    numbered(passing, place),
                    channel,
                    shared,
                    originals,
                )?);
            }
            Ok(drafts)
        })
        .await
    }

    async fn share(&self, space: CaseId, draft: ShareDraft) -> Outcome<()> {
        let session = self.current()?;
        let title = draft.title.trim().to_owned();
        let reason = draft.reason.trim().to_owned();
        let body = |people: Vec<PersonId>, originals: Vec<_>| ExchangeRecord::Shared {
            title: title.clone(),
            reason: reason.clone(),
            necessity: draft.necessity,
            handling: draft.handling.clone(),
            addressees: people,
            sent_by: None,
            redacted_from: None,
            answers: None,
            originals,
        };
        // What is missing in the form is said before anything is fetched.
        let stand_in = hawser_casework::record::Enclosure {
            event: String::new(),
            key: "0".repeat(64),
        };
        Record::Exchange(body(draft.addressees.clone(), vec![stand_in]))
            .validate()
            .map_err(form)?;
        if draft.records.is_empty() {
            return Err(field("records", "missing"));
        }
        let records = self.shareable(space, &draft.records).await?;
        let originals = self.originals(space, &records).await?;
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            let mut drafts = Vec::new();
            for (place, (channel, people)) in by_channel(state, &draft.addressees)?
                .into_iter()
                .enumerate()
            {
                if channel == Channel::Team {
                    return Err(field("addressees", "in-team"));
                }
                for record in &draft.records {
                    if let Some((handling, origin)) = state.records.handling_of(*record) {
                        state.records.may_pass(handling, origin, channel)?;
                    }
                }
                let shared = body(people, originals.enclosures.clone());
                // Who shares for the first time says who they are.
                if let Some(record) = state.naming(session.person()) {
                    drafts.extend(self.naming_draft(state, channel, record));
                }
                drafts.push(self.share_draft(
                    state,
                    numbered(command, place),
                    channel,
                    shared,
                    &originals,
                )?);
            }
            Ok(drafts)
        })
        .await
    }

    fn naming_draft(&self, state: &Space, channel: Channel, record: Record) -> Option<Draft> {
        let group = state.group_of(channel)?;
        Some(self.record_now(group, record))
    }

    fn share_draft(
        &self,
        state: &Space,
        command: CommandId,
        channel: Channel,
        shared: ExchangeRecord,
        originals: &Originals,
    ) -> Outcome<Draft> {
        let Some(group) = state.group_of(channel) else {
            return fail("unknown-group");
        };
        Ok(Draft::Share {
            command,
            group,
            entry: self.entry_now(Record::Exchange(shared)),
            public: originals.public.clone(),
        })
    }

    /// Exhibits and their files, as they were asked for, each exhibit followed by what was corrected in it.
    async fn shareable(&self, space: CaseId, asked: &[RecordId]) -> Outcome<Vec<RecordId>> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let mut records = Vec::new();
        for record in asked {
            if let Some(exhibit) = state.records.exhibit(*record) {
                records.push(*record);
                records.extend(exhibit.corrections.iter().map(|correction| correction.id));
            } else if state.records.is_exhibit_file(*record) {
                records.push(*record);
            } else {
                return fail("not-shareable");
            }
        }
        Ok(records)
    }

    /// Fetches the events of records, to enclose them.
    async fn originals(&self, space: CaseId, records: &[RecordId]) -> Outcome<Originals> {
        let mut enclosures = Vec::new();
        let (mut ids, mut blobs) = (Vec::new(), Vec::new());
        for record in records {
            let (event, enclosure) = self.enclose(ledger_id(space), *record).await?;
            ids.push(event.id());
            if let Ok(public) = RecordPublic::decode(&event.public) {
                blobs.extend(public.blobs.iter().map(|blob| blob.blob));
            }
            enclosures.push(enclosure);
        }
        blobs.sort_unstable();
        blobs.dedup();
        let public = SharePublic {
            originals: ids,
            blobs,
            necessity: true,
        };
        Ok(Originals { public, enclosures })
    }

    async fn request_something(&self, space: CaseId, draft: RequestDraft) -> Outcome<RecordId> {
        let session = self.current()?;
        let record = Record::Exchange(ExchangeRecord::RequestSent {
            subject: draft.subject.trim().to_owned(),
            text: draft.text.trim().to_owned(),
            due: draft.due.trim().to_owned(),
        });
        record.validate().map_err(form)?;
        let (command, channel) = (self.new_command(), Channel::Shared(draft.party));
        self.append(ledger_id(space), |state| {
            if state.limited_reader(session.user()).is_some() {
                return fail("not-in-group");
            }
            let Some(group) = state.group_of(channel) else {
                return Err(field("party", "invalid"));
            };
            let mut drafts = Vec::new();
            if let Some(naming) = state.naming(session.person()) {
                drafts.extend(self.naming_draft(state, channel, naming));
            }
            drafts.push(Draft::Record {
                command,
                group,
                entry: self.entry_now(record.clone()),
                blobs: Vec::new(),
            });
            Ok(drafts)
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    async fn mark_read(&self, space: CaseId, request: RecordId) -> Outcome<()> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let known = {
            let state = open.state.borrow();
            let known = state.records.exchange().requests().get(&request);
            known.map(|known| known.read.contains_key(&session.person()))
        };
        match known {
            None => return fail("not-found"),
            Some(true) => return Ok(()),
            Some(false) => {}
        }
        let record = Record::Exchange(ExchangeRecord::RequestRead { request });
        self.record_in(space, record, |state| {
            match state.limited_reader(session.user()) {
                Some(party) => Ok(Channel::Shared(party)),
                None => fail("not-limited"),
            }
        })
        .await
        .map(drop)
    }

    /// Says in the case record that this person has a shared file, once for each share for whose readers it is
    /// news. Nobody waits for it: a file that was opened is open.
    pub(crate) async fn note_downloaded(&self, space: CaseId, file: RecordId) -> Outcome<()> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let shares: Vec<RecordId> = {
            let state = open.state.borrow();
            let exchange = state.records.exchange();
            let me = session.person();
            let own = state.records.standing(me).map(|standing| standing.party);
            let news = |share: &&RecordId| {
                exchange.shares().get(share).is_some_and(|share| {
                    let received = match share.channel {
                        Channel::Team => true,
                        Channel::Shared(party) => own == Some(party),
                        Channel::Desk(_) | Channel::Apart => false,
                    };
                    let known = share.downloads.get(&file);
                    received && !known.is_some_and(|known| known.contains_key(&me))
                })
            };
            exchange
                .shares_of(file)
                .iter()
                .filter(news)
                .copied()
                .collect()
        };
        for share in shares {
            let record = Record::Exchange(ExchangeRecord::Downloaded { share, file });
            self.record_in(space, record, |state| {
                match state.records.exchange().shares().get(&share) {
                    Some(share) => Ok(share.channel),
                    None => fail("not-found"),
                }
            })
            .await?;
        }
        Ok(())
    }
}

/// The addressees by the channel in which each of them reads.
fn by_channel(state: &Space, addressees: &[PersonId]) -> Outcome<BTreeMap<Channel, Vec<PersonId>>> {
    let mut channels: BTreeMap<Channel, Vec<PersonId>> = BTreeMap::new();
    let once: BTreeSet<PersonId> = addressees.iter().copied().collect();
    for person in &once {
        let user = user_id(*person);
        if membership(state)?.active(user).is_none() {
            return Err(field("addressees", "invalid"));
        }
        let channel = match state.limited_reader(user) {
            Some(party) => Channel::Shared(party),
            None => Channel::Team,
        };
        channels.entry(channel).or_default().push(*person);
    }
    Ok(channels)
}

/// One of several commands that belong together.
fn numbered(first: CommandId, place: usize) -> CommandId {
    let mut id = first;
    let last = &mut id.0[15];
    *last = last.wrapping_add(place as u8);
    id
}
