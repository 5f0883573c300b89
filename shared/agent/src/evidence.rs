//! Exhibits and hand-overs: what a person does with evidence.

use hawser_casework::record::{Answer, AnswerBody, Custodian, OfferBody, Settlement};
use hawser_casework::time::is_ahead;
use hawser_casework::{
    Entry, Exhibit, Happened, Record, RecordId, Scheme, SpaceId as CaseId, identifier,
};
use hawser_views::evidence::{EarlierUse, OfferDraft};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail, field, form};
use crate::io::Environment;
use crate::people::{ledger_id, team};
use crate::statement::signed;

/// What is answered to an offer for one exhibit.
pub(crate) struct Reply<'a> {
    pub(crate) offer: RecordId,
    pub(crate) exhibit: RecordId,
    pub(crate) answer: Answer,
    pub(crate) reason: &'a str,
    pub(crate) seal_in: &'a str,
    pub(crate) photo: Option<RecordId>,
}

impl<E: Environment> Agent<E> {
    /// Nothing is recorded before it has happened.
    fn not_ahead(&self, happened: &Happened) -> Outcome<()> {
        if is_ahead(happened, &self.moment()) {
            return Err(field("happened.at", "ahead"));
        }
        Ok(())
    }

    pub(crate) async fn log_exhibit(
        &self,
        space: CaseId,
        exhibit: Exhibit,
        happened: Happened,
    ) -> Outcome<RecordId> {
        let entry = Entry {
            happened,
            record: Record::ExhibitLogged(exhibit),
        };
        entry.validate().map_err(form)?;
        self.not_ahead(&entry.happened)?;
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            if let Record::ExhibitLogged(exhibit) = &entry.record {
                state.records.may_log(exhibit.parent)?;
            }
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry: entry.clone(),
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    pub(crate) async fn earlier_uses(
        &self,
        space: CaseId,
        scheme: Scheme,
        value: &str,
    ) -> Outcome<Vec<EarlierUse>> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let normal = identifier::check(scheme, value).normal;
        let uses = if scheme == Scheme::Seal {
            state.records.uses_of_seal(&normal)
        } else {
            state.records.uses_of_identifier(scheme, &normal)
        };
        Ok(uses
            .into_iter()
            .filter_map(|exhibit| {
                let known = state.records.exhibit(exhibit)?;
                Some(EarlierUse {
                    exhibit,
                    number: known.number.clone(),
                    description: known.exhibit.description.clone(),
                })
            })
            .collect())
    }

    pub(crate) async fn offer(&self, space: CaseId, draft: OfferDraft) -> Outcome<RecordId> {
        let session = self.current()?;
        let body = OfferBody {
            exhibits: draft.exhibits,
            to: draft.to,
            happened: draft.happened.clone(),
            place: draft.place.trim().to_owned(),
            purpose: draft.purpose.trim().to_owned(),
            seal_out: draft.seal_out.trim().to_owned(),
            condition: draft.condition.trim().to_owned(),
        };
        body.validate().map_err(form)?;
        self.not_ahead(&body.happened)?;
        let command = self.new_command();
        let statement = signed(&session, space, command, body.encode()?);
        self.append(ledger_id(space), |state| {
            state
                .records
                .may_offer_to(session.person(), &body.exhibits, body.to)?;
            if let Custodian::Member { person } = body.to {
                let active = crate::people::membership(state)?
                    .active(crate::people::user_id(person))
                    .is_some();
                if !active {
                    return fail("unknown-member");
                }
            }
            let entry = Entry {
                happened: draft.happened.clone(),
                record: Record::HandoverOffered {
                    statement: statement.clone(),
                },
            };
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    pub(crate) async fn answer_offer(
        &self,
        space: CaseId,
        reply: Reply<'_>,
        happened: Happened,
    ) -> Outcome<()> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let offer_hash = {
            let state = open.state.borrow();
            let Some(offer) = state.records.offer(reply.offer) else {
                return fail("unknown-offer");
            };
            offer.body_hash.clone()
        };
        let body = AnswerBody {
            offer: reply.offer,
            offer_hash,
            exhibit: reply.exhibit,
            answer: reply.answer,
            reason: reply.reason.trim().to_owned(),
            seal_in: reply.seal_in.trim().to_owned(),
            happened: happened.clone(),
        };
        body.validate().map_err(form)?;
        self.not_ahead(&body.happened)?;
        let command = self.new_command();
        let statement = signed(&session, space, command, body.encode()?);
        self.append(ledger_id(space), |state| {
            state
                .records
                .may_answer(session.person(), reply.offer, reply.exhibit)?;
            let record = Record::HandoverAnswered {
                statement: statement.clone(),
                photo: reply.photo,
            };
            let entry = Entry {
                happened: happened.clone(),
                record,
            };
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            }])
        })
        .await
    }

    pub(crate) async fn withdraw_offer(
        &self,
        space: CaseId,
        offer: RecordId,
        reason: &str,
    ) -> Outcome<()> {
        let session = self.current()?;
        self.record(space, |state| {
            state.records.may_withdraw(session.person(), offer)?;
            Ok(Record::HandoverWithdrawn {
                offer,
                reason: reason.trim().to_owned(),
            })
        })
        .await
        .map(drop)
    }

    pub(crate) async fn settle_dispute(
        &self,
        space: CaseId,
        offer: RecordId,
        exhibit: RecordId,
        outcome: Settlement,
        reason: &str,
    ) -> Outcome<()> {
        let session = self.current()?;
        self.record(space, |state| {
            state
                .records
                .may_settle(session.person(), offer, exhibit, outcome)?;
            Ok(Record::DisputeSettled {
                offer,
                exhibit,
                outcome,
                reason: reason.trim().to_owned(),
            })
        })
        .await
        .map(drop)
    }
}
