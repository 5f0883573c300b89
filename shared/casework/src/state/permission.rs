//! Who may do what with whose exhibit: the checks that applying uses, for asking before sending.

use std::collections::BTreeSet;

use super::{Custody, ExhibitAnswer, Holder, OfferState, Rule, SpaceState};
use crate::{
    id::{PersonId, RecordId},
    record::{Custodian, Settlement},
};

impl SpaceState {
    /// Whether the person may offer the exhibit to somebody: who holds it, or, where they have left, an
    /// administrator.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_offer(&self, person: PersonId, exhibit: RecordId) -> Result<(), Rule> {
        let state = self.known_exhibit(exhibit)?;
        let holder = state.holder.custodian();
        if !self.acts_for(person, holder) && !self.stands_in(person, holder) {
            return Err(Rule::NotTheHolder { exhibit });
        }
        match state.custody {
            Custody::Held => Ok(()),
            Custody::Offered { offer } => Err(Rule::AlreadyOffered { exhibit, offer }),
            Custody::Disputed { offer } => Err(Rule::InDispute { exhibit, offer }),
        }
    }

    /// Whether the person may offer these exhibits together to this custodian.
    ///
    /// # Errors
    /// The first rule that stands against it.
    pub fn may_offer_to(
        &self,
        person: PersonId,
        exhibits: &[RecordId],
        to: Custodian,
    ) -> Result<(), Rule> {
        match to {
            Custodian::Member { person: receiver } if receiver == person => {
                return Err(Rule::SelfOffer);
            }
            Custodian::Member { person: receiver } if self.is_removed(receiver) => {
                return Err(Rule::PersonRemoved { person: receiver });
            }
            Custodian::Desk { desk } if !self.desks.contains_key(&desk) => {
                return Err(self.missing(desk, Rule::UnknownDesk { desk }));
            }
            Custodian::Member { .. } | Custodian::Desk { .. } => {}
        }
        let mut seen = BTreeSet::new();
        for &exhibit in exhibits {
            if !seen.insert(exhibit) {
                return Err(Rule::ExhibitTwice { exhibit });
            }
            self.may_offer(person, exhibit)?;
            if self.known_exhibit(exhibit)?.holder.custodian() == to {
                return Err(Rule::SelfOffer);
            }
        }
        Ok(())
    }

    /// Whether the person may answer the offer for the exhibit.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_answer(
        &self,
        person: PersonId,
        offer: RecordId,
        exhibit: RecordId,
    ) -> Result<(), Rule> {
        let state = self.known_offer(offer)?;
        if person == state.giver {
            return Err(Rule::OwnOffer);
        }
        if !self.acts_for(person, state.body.to) {
            return Err(Rule::NotTheAddressee);
        }
        match state.answers.get(&exhibit) {
            None => Err(Rule::NotInOffer { exhibit }),
            Some(ExhibitAnswer::Withdrawn) => Err(Rule::OfferWithdrawn),
            Some(ExhibitAnswer::Answered(_)) => Err(Rule::AlreadyAnswered { exhibit }),
            Some(ExhibitAnswer::Waiting) => Ok(()),
        }
    }

    /// Whether the person may take the offer back: the giver, before any answer; where the giver has left, an
    /// administrator. Once nobody is left who could answer, what is unanswered may be taken back.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_withdraw(&self, person: PersonId, offer: RecordId) -> Result<(), Rule> {
        let state = self.known_offer(offer)?;
        if person != state.giver && !self.stands_in(person, giver(state)) {
            return Err(Rule::NotTheGiver);
        }
        if state.withdrawn.is_some() {
            return Err(Rule::OfferWithdrawn);
        }
        match state.first_answered() {
            Some(exhibit)
                if state.waiting().next().is_none() || self.can_act(state.body.to, state.giver) =>
            {
                Err(Rule::AlreadyAnswered { exhibit })
            }
            _ => Ok(()),
        }
    }

    /// Whether the person may settle the dispute in this way.
    ///
    /// Giver and addressee (for a desk: any listed officer) may say that the giver has the exhibit, and an
    /// administrator where the giver has left. Only the addressee may say that the addressee has it, since
    /// nobody becomes a holder by another's word.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_settle(
        &self,
        person: PersonId,
        offer: RecordId,
        exhibit: RecordId,
        outcome: Settlement,
    ) -> Result<(), Rule> {
        self.settled_holder(person, offer, exhibit, outcome)
            .map(|_| ())
    }

    /// The holder after this settlement.
    pub(super) fn settled_holder(
        &self,
        person: PersonId,
        offer: RecordId,
        exhibit: RecordId,
        outcome: Settlement,
    ) -> Result<Holder, Rule> {
        let state = self.known_offer(offer)?;
        let present = self.known_exhibit(exhibit)?;
        if present.custody != (Custody::Disputed { offer }) {
            return Err(Rule::NotInDispute { exhibit });
        }
        let receives = person != state.giver && self.acts_for(person, state.body.to);
        let gives = person == state.giver || self.stands_in(person, giver(state));
        if !gives && !receives {
            return Err(Rule::NotAPartyToTheDispute);
        }
        match outcome {
            Settlement::StaysWithGiver => Ok(present.holder),
            Settlement::HeldByReceiver if receives => Ok(held_by(state.body.to, person)),
            Settlement::HeldByReceiver => Err(Rule::NotTheReceiver),
        }
    }
}

const fn giver(offer: &OfferState) -> Custodian {
    Custodian::Member {
        person: offer.giver,
    }
}

/// The holder when this person takes an exhibit in for the custodian.
pub(super) const fn held_by(custodian: Custodian, by: PersonId) -> Holder {
    match custodian {
        Custodian::Member { person } => Holder::Person(person),
        Custodian::Desk { desk } => Holder::Desk { desk, by },
    }
}
