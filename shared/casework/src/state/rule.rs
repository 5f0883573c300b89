//! The rules a record can break.

use serde::{Deserialize, Serialize};

use crate::{
    handling::Onward,
    id::{PartyId, PersonId, RecordId},
    record::FieldError,
};

/// A rule that a record breaks, or would break if it were sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "rule", rename_all = "kebab-case")]
#[error("{}", self.code())]
pub enum Rule {
    /// The case record has a record with this id already.
    DuplicateRecord,
    /// Records of this type belong in another kind of space.
    BelongsElsewhere,
    /// The case is open already.
    AlreadyOpened,
    /// A field does not hold what it must; the first one found.
    Invalid {
        /// Stable name of the field.
        field: String,
        /// Code of the [`Problem`](crate::record::Problem).
        problem: String,
    },
    /// The body of a statement is not of the shape of its kind.
    StatementMalformed,
    /// It rests on a record that the reader cannot open, so the reader cannot judge it.
    RefersToUnreadable {
        /// The record.
        record: RecordId,
    },
    /// There is no such exhibit.
    UnknownExhibit {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// The exhibit it is said to be taken from does not exist.
    UnknownParent {
        /// The parent.
        parent: RecordId,
    },
    /// An exhibit would be taken from itself.
    ParentCycle,
    /// There is no such offer.
    UnknownOffer {
        /// The offer.
        offer: RecordId,
    },
    /// There is no such desk.
    UnknownDesk {
        /// The desk.
        desk: RecordId,
    },
    /// There is no such record to correct.
    UnknownTarget {
        /// The record.
        target: RecordId,
    },
    /// The record has no such field, or it cannot be corrected.
    UnknownField {
        /// The field.
        field: String,
    },
    /// The new value is not one of the field's kind.
    InvalidValue {
        /// The field.
        field: String,
    },
    /// One offer names an exhibit twice.
    ExhibitTwice {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// Only the present holder, or a listed officer of the desk that holds it, can offer an exhibit.
    NotTheHolder {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// The exhibit is offered already.
    AlreadyOffered {
        /// The exhibit.
        exhibit: RecordId,
        /// The offer that stands.
        offer: RecordId,
    },
    /// The exhibit is in dispute.
    InDispute {
        /// The exhibit.
        exhibit: RecordId,
        /// The offer that was refused.
        offer: RecordId,
    },
    /// Nobody hands over to themselves, nor to the desk that holds the exhibit.
    SelfOffer,
    /// The person has left the case.
    PersonRemoved {
        /// The person.
        person: PersonId,
    },
    /// The answer names another text than that of the offer.
    OfferHashMismatch,
    /// The exhibit is not in the offer.
    NotInOffer {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// The exhibit, or one of the offer, is answered.
    AlreadyAnswered {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// The offer was taken back.
    OfferWithdrawn,
    /// Only the addressee, or a listed officer of the desk addressed, can answer.
    NotTheAddressee,
    /// Nobody answers their own offer, not even for a desk.
    OwnOffer,
    /// Only the giver can take an offer back.
    NotTheGiver,
    /// The exhibit is not in dispute over this offer.
    NotInDispute {
        /// The exhibit.
        exhibit: RecordId,
    },
    /// Only giver and addressee can settle a dispute.
    NotAPartyToTheDispute,
    /// Only the receiving side can say that it holds the exhibit.
    NotTheReceiver,
    /// Only an administrator may do this.
    NotAnAdministrator,
    /// Nothing may be sent for check before a controller is designated.
    NoController,
    /// The person does not belong to this party.
    NotOfTheParty {
        /// The party.
        party: PartyId,
    },
    /// There is no such item at the checking desk.
    UnknownItem {
        /// The item.
        item: RecordId,
    },
    /// The item was decided on already.
    AlreadyDecided {
        /// The item.
        item: RecordId,
    },
    /// More files than the submission announced, or by somebody else than who sent it.
    NotAnnounced,
    /// It may not be passed on to these readers.
    OnwardLimit {
        /// The limit.
        limit: Onward,
    },
    /// The person's role does not let them share with this party.
    MayNotShare,
    /// Only exhibits, files and what was sent for check can be shared.
    NotShareable,
    /// There is no such share, or no such file in it.
    UnknownShare {
        /// The share.
        share: RecordId,
    },
    /// There is no such request to this party.
    UnknownRequest {
        /// The request.
        request: RecordId,
    },
}

impl Rule {
    /// Stable code of this rule.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DuplicateRecord => "duplicate-record",
            Self::BelongsElsewhere => "belongs-elsewhere",
            Self::AlreadyOpened => "already-opened",
            Self::Invalid { .. } => "invalid",
            Self::StatementMalformed => "statement-malformed",
            Self::RefersToUnreadable { .. } => "refers-to-unreadable",
            Self::UnknownExhibit { .. } => "unknown-exhibit",
            Self::UnknownParent { .. } => "unknown-parent",
            Self::ParentCycle => "parent-cycle",
            Self::UnknownOffer { .. } => "unknown-offer",
            Self::UnknownDesk { .. } => "unknown-desk",
            Self::UnknownTarget { .. } => "unknown-target",
            Self::UnknownField { .. } => "unknown-field",
            Self::InvalidValue { .. } => "invalid-value",
            Self::ExhibitTwice { .. } => "exhibit-twice",
            Self::NotTheHolder { .. } => "not-the-holder",
            Self::AlreadyOffered { .. } => "already-offered",
            Self::InDispute { .. } => "in-dispute",
            Self::SelfOffer => "self-offer",
            Self::PersonRemoved { .. } => "person-removed",
            Self::OfferHashMismatch => "offer-hash-mismatch",
            Self::NotInOffer { .. } => "not-in-offer",
            Self::AlreadyAnswered { .. } => "already-answered",
            Self::OfferWithdrawn => "offer-withdrawn",
            Self::NotTheAddressee => "not-the-addressee",
            Self::OwnOffer => "own-offer",
            Self::NotTheGiver => "not-the-giver",
            Self::NotInDispute { .. } => "not-in-dispute",
            Self::NotAPartyToTheDispute => "not-a-party-to-the-dispute",
            Self::NotTheReceiver => "not-the-receiver",
            Self::NotAnAdministrator => "not-administrator",
            Self::NoController => "no-controller",
            Self::NotOfTheParty { .. } => "not-of-the-party",
            Self::UnknownItem { .. } => "unknown-item",
            Self::AlreadyDecided { .. } => "already-decided",
            Self::NotAnnounced => "not-announced",
            Self::OnwardLimit { .. } => "onward-limit",
            Self::MayNotShare => "may-not-share",
            Self::NotShareable => "not-shareable",
            Self::UnknownShare { .. } => "unknown-share",
            Self::UnknownRequest { .. } => "unknown-request",
        }
    }

    /// The rule broken by fields that do not hold what they must.
    pub(super) fn invalid(errors: &[FieldError]) -> Self {
        let (field, problem) = errors
            .first()
            .map_or(("", ""), |error| (error.field, error.problem.code()));
        Self::Invalid {
            field: field.to_owned(),
            problem: problem.to_owned(),
        }
    }
}
