//! Programmes: what a page asks of them and gets.

use hawser_casework::assessment::{
    Accepted, ActionLine, Band, FindingCounts, HostStanding, OnTime, PortRef, Reach, Risk, Tally,
    Template, TemplateVersion, UntilVerified, VisitSummary, Words,
};
use hawser_casework::record::{FollowedPort, ProgrammeTerms};
use hawser_casework::state::Trend;
use hawser_casework::{Moment, PersonId, RecordId, SpaceId};
use serde::{Deserialize, Serialize};

use crate::keepers::KeepersWish;
use crate::record::RecordFault;

/// Days within which an action counts as due.
pub const DUE_WITHIN_DAYS: i64 = 30;

/// Asked of programmes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum ProgrammeCommand {
    /// [`ProgrammeReply::Programmes`].
    List,
    /// Founds a programme, which has the default template from the start: [`crate::Reply::Created`].
    Open {
        /// What it is for.
        terms: ProgrammeTerms,
        /// Own legal position.
        status: String,
        /// Independent log keepers.
        keepers: KeepersWish,
    },
    /// [`ProgrammeReply::Programme`].
    View {
        /// Which.
        space: SpaceId,
        /// As of which day, ISO date; empty for today.
        as_of: String,
    },
    /// One port with its history: [`ProgrammeReply::Port`].
    Port {
        /// Which programme.
        space: SpaceId,
        /// Which port.
        port: RecordId,
    },
    /// [`ProgrammeReply::Templates`].
    Templates {
        /// Of which programme; `None` for the default alone.
        space: Option<SpaceId>,
    },
    /// One template whole, to read or to copy: [`ProgrammeReply::Template`].
    Template {
        /// Of which programme; `None` for the default.
        space: Option<SpaceId>,
        /// Which.
        template: TemplateVersion,
    },
    /// [`crate::Reply::Done`].
    AdoptTemplate {
        /// Where.
        space: SpaceId,
        /// The template.
        template: Template,
    },
    /// [`crate::Reply::Created`]: the port.
    Follow {
        /// Where.
        space: SpaceId,
        /// The port.
        port: FollowedPort,
    },
    /// Registers a mission of which the reader is a member, or who may sign for it: [`crate::Reply::Done`].
    Register {
        /// Where.
        space: SpaceId,
        /// The mission.
        mission: SpaceId,
        /// The record by which its port is followed.
        port: RecordId,
        /// Managers and assessors of the mission whose signature counts.
        reporters: Vec<PersonId>,
    },
    /// Who could sign for a mission of which the reader is a member: [`ProgrammeReply::Signers`].
    Signers {
        /// Where.
        space: SpaceId,
        /// The mission.
        mission: SpaceId,
    },
}

/// What a programme answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "told", content = "programme", rename_all = "kebab-case")]
pub enum ProgrammeReply {
    /// The reader's programmes.
    Programmes(Vec<ProgrammeLine>),
    /// The overview.
    Programme(Box<ProgrammeView>),
    /// One port.
    Port(Box<PortView>),
    /// Templates, newest version of each first.
    Templates(Vec<TemplateLine>),
    /// One template.
    Template(Box<Template>),
    /// Who could sign: each with whether their signature counts.
    Signers(Vec<SignerView>),
}

/// A line in the list of programmes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLine {
    /// The programme.
    pub space: SpaceId,
    /// Its title; empty while it cannot be read.
    pub title: String,
    /// Own standing: manager, participant, invited, suspended, ended.
    pub standing: String,
    /// Ports that it follows.
    pub ports: u64,
    /// Actions past their due day.
    pub overdue: u64,
    /// Entries not seen yet.
    pub unseen: u64,
    /// Not empty when the record is wrong: the code of the first fault.
    pub fault: String,
}

/// The overview of a programme. Each figure comes with the list behind it, as of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeView {
    /// The programme.
    pub space: SpaceId,
    /// What it is for.
    pub terms: ProgrammeTerms,
    /// The record that says so, where the reader can correct it.
    pub terms_record: Option<RecordId>,
    /// Own standing, as in [`ProgrammeLine::standing`].
    pub standing: String,
    /// As of which day, ISO date.
    pub as_of: String,
    /// First figure: actions not done whose due day lies within [`DUE_WITHIN_DAYS`] from that day.
    pub due: u32,
    /// Second figure: actions not done and past their due day; blocked ones too.
    pub overdue: u32,
    /// Of these, blocked.
    pub blocked: u32,
    /// Third figure: the highest residual risk of any port's newest visit; `None` while there is no risk.
    pub worst: Option<RiskLine>,
    /// Fourth figure: domains and scenarios that are better than at the visit before, and that are worse.
    pub better: u32,
    /// See [`ProgrammeView::better`].
    pub worse: u32,
    /// What is behind the fourth figure.
    pub changes: Vec<ChangeLine>,
    /// How many actions were done by the day first agreed, of those of which that can be told.
    pub on_time: OnTime,
    /// How long it took from findings until what was done about them was verified; `None` while nothing is.
    pub until_verified: Option<UntilVerified>,
    /// How many recommendations were accepted.
    pub accepted: Accepted,
    /// The columns of the heat map: every domain that a port was asked about, with its title.
    pub domains: Vec<(String, Words)>,
    /// Every scenario that a port was assessed for, with its title.
    pub scenarios: Vec<(String, Words)>,
    /// The rows: ports in the order of what is due next.
    pub ports: Vec<PortLine>,
    /// Actions not done, the longest overdue first.
    pub actions: Vec<ProgrammeActionView>,
    /// Actions done, the last agreed first.
    pub done: Vec<ProgrammeActionView>,
    /// Number of the newest entry.
    pub last_entry: u64,
    /// A short code of the record up to there, by which prints are compared: 12 digits.
    pub code: String,
    /// What is wrong with its record.
    pub fault: Option<RecordFault>,
}

/// A port: a row of the heat map and a point of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortLine {
    /// The record by which it is followed.
    pub port: RecordId,
    /// The port, with its position where it is known.
    pub named: PortRef,
    /// The missions there.
    pub missions: Vec<SpaceId>,
    /// The visit whose figures these are; `None` while nothing was reported.
    pub visit: Option<VisitSummary>,
    /// The visit they are compared with.
    pub before: Option<VisitSummary>,
    /// One for each of [`ProgrammeView::domains`].
    pub cells: Vec<HeatCell>,
    /// One for each of [`ProgrammeView::scenarios`] that has a risk.
    pub risks: Vec<RiskLine>,
    /// When it is to be visited next, ISO date; empty when not planned.
    pub visit_planned: String,
    /// That day is past, and no visit since it was reported.
    pub visit_overdue: bool,
    /// Actions not done.
    pub open: u32,
    /// Actions past their due day.
    pub overdue: u32,
    /// How much of the visit was decided; `None` while nothing was reported.
    pub reach: Option<Reach>,
    /// How many findings the visit has.
    pub findings: FindingCounts,
    /// Where the host authority stands; `None` while nothing was reported.
    pub host: Option<HostStanding>,
    /// Who signed the figures, and when; `None` while nothing was reported.
    pub signed: Option<(String, Moment)>,
}

/// A cell of the heat map. Without a rated criterion it has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HeatCell {
    /// What it came to; score and coverage follow.
    pub tally: Tally,
    /// Against the visit before.
    pub trend: Option<Trend>,
}

/// A risk of a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskLine {
    /// The port.
    pub port: RecordId,
    /// Name of the port.
    pub port_name: String,
    /// The risk with every figure.
    pub risk: Risk,
    /// Where the residual risk lies.
    pub band: Band,
    /// Against the visit before.
    pub trend: Option<Trend>,
}

/// What got better or worse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// The port.
    pub port: RecordId,
    /// Name of the port.
    pub port_name: String,
    /// domain, scenario.
    pub what: String,
    /// Its id.
    pub id: String,
    /// Better or worse.
    pub trend: Trend,
    /// Before: score in percent, or residual risk.
    pub before: u32,
    /// Now.
    pub now: u32,
}

/// An action of a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeActionView {
    /// The port.
    pub port: RecordId,
    /// Name of the port.
    pub port_name: String,
    /// The mission.
    pub mission: SpaceId,
    /// The action, its owner's name and its days.
    pub action: ActionLine,
    /// Past its due day and not done.
    pub overdue: bool,
    /// Due within [`DUE_WITHIN_DAYS`].
    pub due_soon: bool,
    /// Days since it was agreed.
    pub age_days: i64,
    /// Done by the day first agreed; `None` while that can still be.
    pub on_time: Option<bool>,
}

/// One port with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortView {
    /// The record by which it is followed.
    pub port: RecordId,
    /// The port and the planned visit, as corrected.
    pub followed: FollowedPort,
    /// The domains and scenarios named in the history, with their titles.
    pub titles: Vec<(String, Words)>,
    /// What was signed for it, newest first; for each visit the newest counts.
    pub history: Vec<SignedFigures>,
    /// The missions there, each with those who may sign for it.
    pub missions: Vec<(SpaceId, Vec<String>)>,
}

/// Figures as they were signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedFigures {
    /// The record that took them in.
    pub record: RecordId,
    /// The visit.
    pub visit: VisitSummary,
    /// What was asked.
    pub template: TemplateVersion,
    /// What each domain came to.
    pub domains: Vec<(String, Tally)>,
    /// The risks.
    pub risks: Vec<Risk>,
    /// How many findings.
    pub findings: FindingCounts,
    /// Where the host authority stood.
    pub host: HostStanding,
    /// Who signed, of which organisation.
    pub by: (String, String),
    /// When.
    pub signed: Moment,
    /// A newer one of the same visit counts instead.
    pub superseded: bool,
}

/// A template in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateLine {
    /// Which.
    pub template: TemplateVersion,
    /// What it was copied from.
    pub derived_from: Option<TemplateVersion>,
    /// What it is called.
    pub title: Words,
    /// Number of domains.
    pub domains: u32,
    /// Number of criteria.
    pub criteria: u32,
    /// Number of scenarios.
    pub scenarios: u32,
    /// Name of who adopted it; empty for the default where no programme has it.
    pub by: String,
    /// When.
    pub adopted: Option<Moment>,
}

/// Somebody who could sign for a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignerView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Name of the organisation.
    pub organisation: String,
    /// manager, assessor.
    pub role: String,
    /// Their signature counts in the programme.
    pub registered: bool,
}
