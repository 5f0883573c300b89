//! The records of a mission: what is assessed, how it is rated, what is found and done about it, and what
//! passes between the team and the host authority.

use serde::{Deserialize, Serialize};

use super::{FieldError, RecordError, Statement, custody::statement_body};
use crate::{
    assessment::{
        ActionStatus, EvidenceKind, Judgement, PortRef, Priority, Rating, ReleasableReport,
        Severity, Template, VisitKind,
    },
    id::{PartyId, PersonId, RecordId, SpaceId},
    time::Happened,
};

mod fields;
pub(super) mod validate;

/// A record of a mission. In JSON `what` is the variant's name in kebab case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MissionRecord {
    /// The mission is opened.
    MissionOpened(Opening),
    /// A facility of the port.
    FacilityAdded {
        /// The visit that is to look at it; `None` when it is named by the visit that is opened next.
        visit: Option<RecordId>,
        /// Its name.
        name: String,
    },
    /// A visit is planned or begun.
    VisitOpened(VisitTerms),
    /// An assessor's own rating; a later one of theirs takes its place, and both are kept.
    Rated(OwnRating),
    /// The team's ratings, which alone count; what assessors rated themselves stays beside them.
    TeamRated {
        /// At which visit.
        visit: RecordId,
        /// Each cell once.
        decisions: Vec<Decision>,
    },
    /// Threat and consequence of a scenario.
    ScenarioAssessed {
        /// At which visit.
        visit: RecordId,
        /// Id of the scenario.
        scenario: String,
        /// What is judged.
        judged: Judgement,
        /// Why.
        reason: String,
    },
    /// Something was found.
    FindingRaised(Finding),
    /// What should be done about a finding.
    RecommendationMade(Recommendation),
    /// What will be done about a finding.
    ActionAgreed(AgreedAction),
    /// An action is due on another day; the first stays, and being on time counts against it.
    ActionMoved {
        /// The action.
        action: RecordId,
        /// The new day, `YYYY-MM-DD`.
        due: String,
        /// Why.
        reason: String,
    },
    /// How far an action is.
    ActionStatus {
        /// The action.
        action: RecordId,
        /// How far.
        status: ActionStatus,
        /// Why; required when it is blocked, and when it is taken up again after it was verified.
        reason: String,
        /// What shows that it is done; required then.
        proof: String,
    },
    /// Somebody else than who did it and who reported it saw that an action is done.
    ActionVerified {
        /// The action.
        action: RecordId,
        /// What was looked at.
        reason: String,
    },
    /// What the host authority is told of the mission; the newest counts.
    MissionTold {
        /// The port.
        port: PortRef,
        /// The visits.
        visits: Vec<VisitDates>,
    },
    /// The releasable report of a visit is shared with the host authority.
    ReportShared {
        /// The visit.
        visit: RecordId,
        /// The report as it stood.
        report: Box<ReleasableReport>,
        /// Until when the host authority may comment, `YYYY-MM-DD`.
        comment_due: String,
    },
    /// The host authority comments.
    HostCommented {
        /// The report.
        report: RecordId,
        /// The finding or action of the report that it is about; `None` for the report as a whole.
        item: Option<RecordId>,
        /// What it says.
        text: String,
    },
    /// The host authority signs.
    HostSigned {
        /// A [`SignOffBody`], signed by a person of the host authority.
        statement: Statement,
    },
    /// The host authority let the day pass without a word.
    SilenceRecorded {
        /// The report.
        report: RecordId,
    },
    /// An aggregate was signed for the programme.
    AggregateSigned {
        /// An [`AggregateBody`](crate::assessment::AggregateBody), signed by an assessor or manager.
        statement: Statement,
    },
}

/// What a mission is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The port.
    pub port: PortRef,
    /// The programme it reports to.
    pub programme: Option<SpaceId>,
    /// What is asked, whole: the mission stays on the version it began with.
    pub template: Template,
    /// The organisation of the host authority.
    pub host: Option<PartyId>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitTerms {
    /// Its kind.
    pub kind: VisitKind,
    /// First day, `YYYY-MM-DD`.
    pub starts: String,
    /// Last day, `YYYY-MM-DD`, not before the first.
    pub ends: String,
    /// The facilities it is to look at, each once.
    pub facilities: Vec<RecordId>,
}

/// One assessor's rating of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRating {
    /// At which visit.
    pub visit: RecordId,
    /// In which facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion.
    pub criterion: String,
    /// The rating.
    pub rating: Rating,
    /// Why; required when it was not observed.
    pub reason: String,
    /// What it rests on, each kind once.
    pub evidence: Vec<EvidenceKind>,
    /// What was seen; empty when nothing is noted.
    pub note: String,
}

/// The team's rating of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// In which facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion.
    pub criterion: String,
    /// The rating.
    pub rating: Rating,
    /// Why; required when it was not observed.
    pub reason: String,
    /// The record of the decision in whose place it comes; `None` where its author saw none.
    pub seen: Option<RecordId>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// At which visit.
    pub visit: RecordId,
    /// In which facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion it is about.
    pub criterion: String,
    /// In one line.
    pub title: String,
    /// What was found.
    pub text: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Whether the host authority may read it, with what is recommended and agreed on it.
    pub releasable: bool,
}

/// What should be done about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The finding.
    pub finding: RecordId,
    /// What should be done.
    pub text: String,
    /// How soon.
    pub priority: Priority,
    /// What it would cost, in words or figures with their currency; empty when not known.
    pub cost: String,
    /// Who could pay; empty when not known.
    pub donor: String,
}

/// Who does an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Owner {
    /// A person of the mission.
    Person {
        /// Who.
        person: PersonId,
    },
    /// An agency that has no account here.
    Agency {
        /// Its name.
        name: String,
    },
}

/// What will be done about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreedAction {
    /// The finding.
    pub finding: RecordId,
    /// The recommendation that it takes up.
    pub recommendation: Option<RecordId>,
    /// What will be done.
    pub text: String,
    /// By whom.
    pub owner: Owner,
    /// Until when, `YYYY-MM-DD`.
    pub due: String,
}

/// When a visit is, as the host authority is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitDates {
    /// Its kind.
    pub kind: VisitKind,
    /// First day, `YYYY-MM-DD`.
    pub starts: String,
    /// Last day, `YYYY-MM-DD`.
    pub ends: String,
}

/// What a person of the host authority signs: the report as it was shown, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOffBody {
    /// The record that shared the report.
    pub report: RecordId,
    /// [`ReleasableReport::sha256`] of the report as shown.
    pub report_hash: String,
    /// When it was signed.
    pub happened: Happened,
}

statement_body!(SignOffBody, validate::sign_off);

impl MissionRecord {
    /// Every kind of record of a mission that this version knows.
    pub const TYPES: [&str; 18] = [
        "mission-opened",
        "facility-added",
        "visit-opened",
        "rated",
        "team-rated",
        "scenario-assessed",
        "finding-raised",
        "recommendation-made",
        "action-agreed",
        "action-moved",
        "action-status",
        "action-verified",
        "mission-told",
        "report-shared",
        "host-commented",
        "host-signed",
        "silence-recorded",
        "aggregate-signed",
    ];

    /// What it is, as written in JSON.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::MissionOpened(_) => "mission-opened",
            Self::FacilityAdded { .. } => "facility-added",
            Self::VisitOpened(_) => "visit-opened",
            Self::Rated(_) => "rated",
            Self::TeamRated { .. } => "team-rated",
            Self::ScenarioAssessed { .. } => "scenario-assessed",
            Self::FindingRaised(_) => "finding-raised",
            Self::RecommendationMade(_) => "recommendation-made",
            Self::ActionAgreed(_) => "action-agreed",
            Self::ActionMoved { .. } => "action-moved",
            Self::ActionStatus { .. } => "action-status",
            Self::ActionVerified { .. } => "action-verified",
            Self::MissionTold { .. } => "mission-told",
            Self::ReportShared { .. } => "report-shared",
            Self::HostCommented { .. } => "host-commented",
            Self::HostSigned { .. } => "host-signed",
            Self::SilenceRecorded { .. } => "silence-recorded",
            Self::AggregateSigned { .. } => "aggregate-signed",
        }
    }

    /// The statement in it, which its author signed.
    #[must_use]
    pub const fn statement(&self) -> Option<&Statement> {
        match self {
            Self::HostSigned { statement } | Self::AggregateSigned { statement } => Some(statement),
            _ => None,
        }
    }

    /// Whether it passes between the team and the host authority; the others are for the team alone.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::MissionTold { .. }
                | Self::ReportShared { .. }
                | Self::HostCommented { .. }
                | Self::HostSigned { .. }
                | Self::SilenceRecorded { .. }
        )
    }
}
