//! Offers of hand-overs and what became of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Provenance, Rule, SpaceState};
use crate::{
    id::{PersonId, RecordId},
    record::{Answer, OfferBody, Settlement},
};

/// How a dispute was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettlementState {
    /// The record that settles it.
    pub id: RecordId,
    /// How.
    pub outcome: Settlement,
    /// Why.
    pub reason: String,
    /// Who settled it, and when.
    pub given: Provenance,
}

/// The answer for one exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerState {
    /// The record that answers.
    pub id: RecordId,
    /// The answer.
    pub answer: Answer,
    /// Why; empty when accepted without a word.
    pub reason: String,
    /// The seal it arrived with; empty when none.
    pub seal_in: String,
    /// The attached photo of the exhibit as received.
    pub photo: Option<RecordId>,
    /// The signature under the answer, in hexadecimal.
    pub signature: String,
    /// Who answered, and when.
    pub given: Provenance,
    /// How the dispute was settled, if refused and settled since.
    pub settled: Option<SettlementState>,
}

/// Where one exhibit of an offer stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExhibitAnswer {
    /// It waits for an answer.
    Waiting,
    /// It is answered.
    Answered(AnswerState),
    /// The offer was taken back before an answer.
    Withdrawn,
}

/// An offer taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The record that takes it back.
    pub id: RecordId,
    /// Why.
    pub reason: String,
    /// Who took it back, and when.
    pub given: Provenance,
}

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferState {
    /// What the giver signed.
    pub body: OfferBody,
    /// SHA-256 of the signed text, in hexadecimal: what an answer must name.
    pub body_hash: String,
    /// The signature, in hexadecimal.
    pub signature: String,
    /// The person who gives, in their own name also when a desk holds the exhibits.
    pub giver: PersonId,
    /// Who offered, and when.
    pub given: Provenance,
    /// Where each exhibit stands.
    pub answers: BTreeMap<RecordId, ExhibitAnswer>,
    /// That the offer was taken back, if it was.
    pub withdrawn: Option<Withdrawal>,
}

impl OfferState {
    /// The exhibits that wait for an answer, in the order of the offer.
    pub fn waiting(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.body
            .exhibits
            .iter()
            .copied()
            .filter(|exhibit| matches!(self.answers.get(exhibit), Some(ExhibitAnswer::Waiting)))
    }

    /// An exhibit that is answered, if there is one.
    pub(super) fn first_answered(&self) -> Option<RecordId> {
        self.answers
            .iter()
            .find(|(_, answer)| matches!(answer, ExhibitAnswer::Answered(_)))
            .map(|(exhibit, _)| *exhibit)
    }
}

impl SpaceState {
    /// The offer, or the rule broken by naming it.
    pub(super) fn known_offer(&self, offer: RecordId) -> Result<&OfferState, Rule> {
        self.offers
            .get(&offer)
            .ok_or_else(|| self.missing(offer, Rule::UnknownOffer { offer }))
    }
}
