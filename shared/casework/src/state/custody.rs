//! Hand-overs: offered, answered, withdrawn, settled. The holder changes on acceptance only.

use super::{
    AnswerState, Custody, CustodyAct, CustodyStep, ExhibitAnswer, Made, OfferState, Provenance,
    Rule, SettlementState, SpaceState, TimelineKind, Withdrawal, permission::held_by,
};
use crate::{
    id::RecordId,
    record::{Answer, AnswerBody, OfferBody, Settlement, Statement},
    time::Happened,
};

impl SpaceState {
    pub(super) fn offer_handover(
        &mut self,
        made: &Made,
        statement: &Statement,
    ) -> Result<TimelineKind, Rule> {
        let body = OfferBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        body.validate().map_err(|errors| Rule::invalid(&errors))?;
        let giver = made.from.author;
        self.may_offer_to(giver, &body.exhibits, body.to)?;

        let signed = signed_at(&made.from, &body.happened);
        let mut answers = std::collections::BTreeMap::new();
        let mut numbers = Vec::with_capacity(body.exhibits.len());
        for exhibit in &body.exhibits {
            answers.insert(*exhibit, ExhibitAnswer::Waiting);
            let Some(state) = self.exhibits.get_mut(exhibit) else {
                continue;
            };
            numbers.push(state.number.clone());
            state.custody = Custody::Offered { offer: made.id };
            state.chain.push(CustodyStep {
                id: made.id,
                from: signed.clone(),
                act: CustodyAct::Offered {
                    offer: made.id,
                    to: body.to,
                    seal_out: body.seal_out.clone(),
                },
            });
            self.index.add_seal(&body.seal_out, state.ordinal);
        }
        self.index.wait(made.id, signed.seq, giver, body.to);
        let kind = TimelineKind::HandoverOffered {
            offer: made.id,
            exhibits: body.exhibits.clone(),
            numbers,
            to: body.to,
            purpose: body.purpose.clone(),
        };
        let state = OfferState {
            body_hash: statement.body_hash(),
            signature: statement.signature.clone(),
            body,
            giver,
            given: signed,
            answers,
            withdrawn: None,
        };
        self.offers.insert(made.id, state);
        Ok(kind)
    }

    pub(super) fn answer_handover(
        &mut self,
        made: &Made,
        statement: &Statement,
        photo: Option<RecordId>,
    ) -> Result<TimelineKind, Rule> {
        let body = AnswerBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        body.validate().map_err(|errors| Rule::invalid(&errors))?;
        let person = made.from.author;
        self.may_answer(person, body.offer, body.exhibit)?;
        let offer = self.known_offer(body.offer)?;
        if offer.body_hash != body.offer_hash {
            return Err(Rule::OfferHashMismatch);
        }

        let to = offer.body.to;
        let signed = signed_at(&made.from, &body.happened);
        let reservation =
            (body.answer == Answer::AcceptedWithReservation).then(|| body.reason.clone());
        let act = match body.answer {
            Answer::Accepted | Answer::AcceptedWithReservation => CustodyAct::Accepted {
                offer: body.offer,
                holder: held_by(to, person),
                reservation,
                seal_in: body.seal_in.clone(),
            },
            Answer::Refused => CustodyAct::Refused {
                offer: body.offer,
                reason: body.reason.clone(),
            },
        };
        let number = self.step(made.id, signed.clone(), body.exhibit, act);
        if let Some(state) = self.exhibits.get(&body.exhibit) {
            self.index.add_seal(&body.seal_in, state.ordinal);
        }
        let kind = TimelineKind::HandoverAnswered {
            offer: body.offer,
            exhibit: body.exhibit,
            number,
            answer: body.answer,
            reason: body.reason.clone(),
        };
        if let Some(offer) = self.offers.get_mut(&body.offer) {
            let answered = ExhibitAnswer::Answered(AnswerState {
                id: made.id,
                answer: body.answer,
                reason: body.reason,
                seal_in: body.seal_in,
                photo,
                signature: statement.signature.clone(),
                given: signed,
                settled: None,
            });
            offer.answers.insert(body.exhibit, answered);
            if offer.waiting().next().is_none() {
                self.index.done(body.offer, offer);
            }
        }
        Ok(kind)
    }

    pub(super) fn withdraw_handover(
        &mut self,
        made: Made,
        offer: RecordId,
        reason: &str,
    ) -> Result<TimelineKind, Rule> {
        self.may_withdraw(made.from.author, offer)?;
        let exhibits: Vec<RecordId> = self.known_offer(offer)?.waiting().collect();
        let mut numbers = Vec::with_capacity(exhibits.len());
        for exhibit in &exhibits {
            let act = CustodyAct::Withdrawn {
                offer,
                reason: reason.to_owned(),
            };
            numbers.push(self.step(made.id, made.from.clone(), *exhibit, act));
        }
        if let Some(state) = self.offers.get_mut(&offer) {
            self.index.done(offer, state);
            for exhibit in &exhibits {
                state.answers.insert(*exhibit, ExhibitAnswer::Withdrawn);
            }
            state.withdrawn = Some(Withdrawal {
                id: made.id,
                reason: reason.to_owned(),
                given: made.from,
            });
        }
        Ok(TimelineKind::HandoverWithdrawn {
            offer,
            exhibits,
            numbers,
            reason: reason.to_owned(),
        })
    }

    pub(super) fn settle_dispute(
        &mut self,
        made: Made,
        offer: RecordId,
        exhibit: RecordId,
        outcome: Settlement,
        reason: &str,
    ) -> Result<TimelineKind, Rule> {
        let holder = self.settled_holder(made.from.author, offer, exhibit, outcome)?;
        let act = CustodyAct::Settled {
            offer,
            outcome,
            holder,
            reason: reason.to_owned(),
        };
        let number = self.step(made.id, made.from.clone(), exhibit, act);
        let answer = self
            .offers
            .get_mut(&offer)
            .and_then(|state| state.answers.get_mut(&exhibit));
        if let Some(ExhibitAnswer::Answered(answer)) = answer {
            answer.settled = Some(SettlementState {
                id: made.id,
                outcome,
                reason: reason.to_owned(),
                given: made.from,
            });
        }
        Ok(TimelineKind::DisputeSettled {
            offer,
            exhibit,
            number,
            outcome,
            reason: reason.to_owned(),
        })
    }

    /// Adds a link to the chain of an exhibit, with what it does to custody, and returns the exhibit's number.
    fn step(
        &mut self,
        id: RecordId,
        from: Provenance,
        exhibit: RecordId,
        act: CustodyAct,
    ) -> String {
        let Some(state) = self.exhibits.get_mut(&exhibit) else {
            return String::new();
        };
        let ordinal = state.ordinal;
        self.index.disputed.remove(&ordinal);
        state.custody = match &act {
            CustodyAct::Refused { offer, .. } => {
                self.index.disputed.insert(ordinal);
                Custody::Disputed { offer: *offer }
            }
            CustodyAct::Offered { offer, .. } => Custody::Offered { offer: *offer },
            CustodyAct::Accepted { holder, .. } | CustodyAct::Settled { holder, .. } => {
                self.index.release(state.holder.custodian(), ordinal);
                self.index.hold(holder.custodian(), ordinal);
                state.holder = *holder;
                Custody::Held
            }
            CustodyAct::Logged | CustodyAct::Withdrawn { .. } => Custody::Held,
        };
        state.chain.push(CustodyStep { id, from, act });
        state.number.clone()
    }
}

/// The provenance with the time that was signed.
fn signed_at(from: &Provenance, happened: &Happened) -> Provenance {
    Provenance {
        happened: happened.clone(),
        ..from.clone()
    }
}
