//! The rules a record can break.

use serde::{Deserialize, Serialize};

use crate::{
    assessment::TemplateFault,
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
    /// Only a manager may do this.
    NotAManager,
    /// Only an assessor or manager may do this.
    NotAnAssessor,
    /// Only a person of the host authority may do this.
    NotTheHost,
    /// The mission or programme is not opened yet.
    NotOpened,
    /// Nothing can be assessed with the template: the first fault found.
    TemplateRefused {
        /// Code of the [`TemplateFault`].
        fault: String,
        /// The id it is in; empty when it is the template's extent.
        id: String,
    },
    /// There is no such visit.
    UnknownVisit {
        /// The visit.
        visit: RecordId,
    },
    /// There is no such facility.
    UnknownFacility {
        /// The facility.
        facility: RecordId,
    },
    /// The mission's template has no such criterion.
    UnknownCriterion {
        /// Its id.
        criterion: String,
    },
    /// The mission's template has no such scenario.
    UnknownScenario {
        /// Its id.
        scenario: String,
    },
    /// There is no such finding.
    UnknownFinding {
        /// The finding.
        finding: RecordId,
    },
    /// There is no such recommendation on this finding.
    UnknownRecommendation {
        /// The recommendation.
        recommendation: RecordId,
    },
    /// There is no such action.
    UnknownAction {
        /// The action.
        action: RecordId,
    },
    /// Only what is reported done can be verified.
    NotDone {
        /// The action.
        action: RecordId,
    },
    /// The action is verified already.
    AlreadyVerified {
        /// The action.
        action: RecordId,
    },
    /// Nobody verifies what they own or reported done themselves.
    OwnAction {
        /// The action.
        action: RecordId,
    },
    /// There is no such report.
    UnknownReport {
        /// The report.
        report: RecordId,
    },
    /// What is signed is not the report as it was shared.
    ReportHashMismatch,
    /// The person has signed already.
    AlreadySigned,
    /// The host authority may still comment.
    CommentStillOpen {
        /// The report.
        report: RecordId,
    },
    /// The host authority has commented or signed, or its silence is recorded already.
    HostHasAnswered {
        /// The report.
        report: RecordId,
    },
    /// The programme has this version of the template already.
    TemplateKnown,
    /// The programme follows no such port.
    UnknownPort {
        /// The port.
        port: RecordId,
    },
    /// No such mission reports to the programme.
    UnknownMission,
    /// The signer may not sign for the mission.
    NotAReporter,
    /// The aggregate was taken in already.
    AlreadyTaken,
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
            Self::NotAManager => "not-a-manager",
            Self::NotAnAssessor => "not-an-assessor",
            Self::NotTheHost => "not-the-host",
            Self::NotOpened => "not-opened",
            Self::TemplateRefused { .. } => "template-refused",
            Self::UnknownVisit { .. } => "unknown-visit",
            Self::UnknownFacility { .. } => "unknown-facility",
            Self::UnknownCriterion { .. } => "unknown-criterion",
            Self::UnknownScenario { .. } => "unknown-scenario",
            Self::UnknownFinding { .. } => "unknown-finding",
            Self::UnknownRecommendation { .. } => "unknown-recommendation",
            Self::UnknownAction { .. } => "unknown-action",
            Self::NotDone { .. } => "not-done",
            Self::AlreadyVerified { .. } => "already-verified",
            Self::OwnAction { .. } => "own-action",
            Self::UnknownReport { .. } => "unknown-report",
            Self::ReportHashMismatch => "report-hash-mismatch",
            Self::AlreadySigned => "already-signed",
            Self::CommentStillOpen { .. } => "comment-still-open",
            Self::HostHasAnswered { .. } => "host-has-answered",
            Self::TemplateKnown => "template-known",
            Self::UnknownPort { .. } => "unknown-port",
            Self::UnknownMission => "unknown-mission",
            Self::NotAReporter => "not-a-reporter",
            Self::AlreadyTaken => "already-taken",
        }
    }

    /// The rule broken by a template that cannot be assessed with.
    pub(super) fn template(faults: &[TemplateFault]) -> Self {
        let (fault, id) = faults
            .first()
            .map_or(("", None), |fault| (fault.code(), fault.id()));
        Self::TemplateRefused {
            fault: fault.to_owned(),
            id: id.unwrap_or_default().to_owned(),
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
