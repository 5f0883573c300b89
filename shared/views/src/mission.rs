//! Port missions: what a page asks of them and gets.
//!
//! Texts of the template travel once, in one language ([`MissionCommand::Template`]); everything else names
//! criteria, domains and scenarios by id. Percentages are computed from a [`Tally`](hawser_casework::assessment::Tally)
//! where they are shown.

use hawser_casework::assessment::{AggregateBody, Judgement, PortRef, TemplateVersion, VisitKind};
use hawser_casework::record::{AgreedAction, Decision, Finding, OwnRating, Recommendation};
use hawser_casework::{PartyId, RecordId, SpaceId, assessment::ActionStatus};
use serde::{Deserialize, Serialize};

use crate::keepers::KeepersWish;

mod findings;
mod overview;
mod release;
mod visit;

pub use findings::{
    ActionStepView, ActionView, ChangeView, FindingView, PictureView, RecommendationView,
};
pub use overview::{
    FacilityView, MissionLine, MissionPerson, MissionView, ProgressView, TemplateTexts,
    TextsCriterion, TextsDomain, TextsScenario, VisitView,
};
pub use release::{
    CommentView, HostView, ReportView, ReportedView, ReportingView, SignatureView, SignedView,
};
pub use visit::{
    CellPlace, CellView, CriterionView, DomainScores, GridCell, GridRow, GridView, RatingView,
    ScenarioView, ScoresView, TeamRatingView, TeamView,
};

/// Asked of missions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum MissionCommand {
    /// [`MissionReply::Missions`].
    List,
    /// [`crate::Reply::Created`]: the space.
    Open {
        /// What it is about.
        mission: MissionDraft,
    },
    /// [`MissionReply::Mission`].
    View {
        /// Which.
        space: SpaceId,
    },
    /// What is asked, in one language: [`MissionReply::Template`].
    Template {
        /// Which mission.
        space: SpaceId,
        /// A BCP 47 tag; English for a language that the template does not have.
        language: String,
    },
    /// [`crate::Reply::Created`]: the facility.
    AddFacility {
        /// Where.
        space: SpaceId,
        /// The visit that is to look at it; `None` when a visit opened later names it.
        visit: Option<RecordId>,
        /// Its name.
        name: String,
    },
    /// [`crate::Reply::Created`]: the visit.
    OpenVisit {
        /// Where.
        space: SpaceId,
        /// When, and what it looks at.
        visit: VisitDraft,
    },
    /// Facilities by domains, with what is left: [`MissionReply::Grid`].
    Grid {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// One criterion at one place: [`MissionReply::Criterion`].
    Criterion {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
        /// Which cell.
        place: CellPlace,
    },
    /// Rates in one's own name: [`crate::Reply::Created`], the record to which photos are attached.
    Rate {
        /// Where.
        space: SpaceId,
        /// The rating.
        rating: OwnRating,
    },
    /// What each has rated, to be decided by the team: [`MissionReply::Team`].
    Team {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// [`crate::Reply::Done`].
    Decide {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
        /// At most 1000, each cell once.
        decisions: Vec<Decision>,
    },
    /// [`crate::Reply::Done`].
    AssessScenario {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
        /// Id of the scenario.
        scenario: String,
        /// What is judged.
        judged: Judgement,
        /// Why.
        reason: String,
    },
    /// Scores and risks with every figure: [`MissionReply::Scores`].
    Scores {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// Findings with what is recommended and agreed: [`MissionReply::Findings`].
    Findings {
        /// Where.
        space: SpaceId,
    },
    /// [`crate::Reply::Created`].
    RaiseFinding {
        /// Where.
        space: SpaceId,
        /// What.
        finding: Finding,
    },
    /// [`crate::Reply::Created`].
    Recommend {
        /// Where.
        space: SpaceId,
        /// What.
        recommendation: Recommendation,
    },
    /// [`crate::Reply::Created`].
    Agree {
        /// Where.
        space: SpaceId,
        /// What.
        action: AgreedAction,
    },
    /// [`crate::Reply::Done`].
    MoveAction {
        /// Where.
        space: SpaceId,
        /// Which.
        action: RecordId,
        /// Until when now, ISO date.
        due: String,
        /// Why.
        reason: String,
    },
    /// [`crate::Reply::Done`].
    ReportAction {
        /// Where.
        space: SpaceId,
        /// Which.
        action: RecordId,
        /// How far.
        status: ActionStatus,
        /// Why; required when blocked, and to take up again what was verified.
        reason: String,
        /// What shows that it is done; required then.
        proof: String,
    },
    /// [`crate::Reply::Done`].
    VerifyAction {
        /// Where.
        space: SpaceId,
        /// Which.
        action: RecordId,
        /// What was looked at.
        reason: String,
    },
    /// What would be shared with the host authority now: [`MissionReply::Report`].
    Releasable {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// [`crate::Reply::Created`]: the report.
    ShareReport {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
        /// [`ReportView::sha256`] of what was shown: what is shared is that and nothing newer.
        sha256: String,
        /// Until when the host authority may comment, ISO date.
        comment_due: String,
    },
    /// The host authority's page: [`MissionReply::Host`].
    Host {
        /// Where.
        space: SpaceId,
    },
    /// As the host authority: [`crate::Reply::Created`].
    Comment {
        /// Where.
        space: SpaceId,
        /// On which report.
        report: RecordId,
        /// The finding or action of it; `None` for the report as a whole.
        item: Option<RecordId>,
        /// What is said.
        text: String,
    },
    /// As the host authority, signs a report as it was shown: [`crate::Reply::Done`].
    SignOff {
        /// Where.
        space: SpaceId,
        /// Which report.
        report: RecordId,
        /// [`ReportView::sha256`] of what was shown.
        sha256: String,
    },
    /// Records that the host authority let the day pass: [`crate::Reply::Done`].
    RecordSilence {
        /// Where.
        space: SpaceId,
        /// Which report.
        report: RecordId,
    },
    /// What would be signed for the programme, and what was: [`MissionReply::Reporting`].
    Reporting {
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// Signs an aggregate and takes it to the programme: [`MissionReply::Reported`].
    SignAndReport {
        /// What the reader saw; anything else is not signed.
        shown: Box<AggregateBody>,
        /// Where.
        space: SpaceId,
        /// Which visit.
        visit: RecordId,
    },
    /// Takes what was signed before to the programme: [`MissionReply::Reported`].
    Report {
        /// Where.
        space: SpaceId,
        /// The record in which it was signed.
        aggregate: RecordId,
    },
}

/// What a mission answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "told", content = "mission", rename_all = "kebab-case")]
pub enum MissionReply {
    /// The reader's missions, by what is due next.
    Missions(Vec<MissionLine>),
    /// The overview.
    Mission(Box<MissionView>),
    /// What is asked.
    Template(Box<TemplateTexts>),
    /// A visit's grid.
    Grid(Box<GridView>),
    /// One criterion.
    Criterion(Box<CriterionView>),
    /// What each has rated.
    Team(Box<TeamView>),
    /// Scores and risks.
    Scores(Box<ScoresView>),
    /// Findings.
    Findings(Vec<FindingView>),
    /// A report before it is shared.
    Report(Box<ReportView>),
    /// The host authority's page.
    Host(Box<HostView>),
    /// What can be signed for the programme.
    Reporting(Box<ReportingView>),
    /// What came of reporting.
    Reported(ReportedView),
}

/// A mission to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionDraft {
    /// The port.
    pub port: PortRef,
    /// The programme it reports to, of which the reader is a manager, with the record by which it follows the port.
    pub programme: Option<(SpaceId, RecordId)>,
    /// What is asked: a template of the programme, or the default.
    pub template: TemplateVersion,
    /// The organisation of the host authority.
    pub host: Option<PartyId>,
    /// Own legal position.
    pub status: String,
    /// Independent log keepers.
    pub keepers: KeepersWish,
}

/// A visit to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitDraft {
    /// Its kind.
    pub kind: VisitKind,
    /// First day, ISO date.
    pub starts: String,
    /// Last day, ISO date.
    pub ends: String,
    /// Facilities that the mission has.
    pub facilities: Vec<RecordId>,
    /// Names of facilities that it does not have yet.
    pub new_facilities: Vec<String>,
}
