//! The list of missions, the overview of one, and the texts of its template.

use hawser_casework::assessment::{HostStanding, PortRef, TemplateVersion, VisitKind};
use hawser_casework::{PersonId, RecordId, SpaceId};
use serde::{Deserialize, Serialize};

use crate::case::{EntryLine, PartyView};
use crate::record::RecordFault;

/// A line in the list of missions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionLine {
    /// The mission.
    pub space: SpaceId,
    /// Name of the port; empty while it cannot be read (admitted, not yet a member).
    pub port: String,
    /// Its State, ISO 3166-1 alpha-2.
    pub country: String,
    /// Own standing: manager, assessor, host, invited, suspended, ended.
    pub standing: String,
    /// Kind of the newest visit (kebab-case); empty before the first.
    pub visit: String,
    /// Its first day, ISO date; empty before the first.
    pub starts: String,
    /// Its last day.
    pub ends: String,
    /// The next day on which something is due (an action, a comment), ISO date; empty when nothing is.
    pub next_due: String,
    /// Actions past their due day.
    pub overdue: u64,
    /// Entries not seen yet.
    pub unseen: u64,
    /// Not empty when the record is wrong: the code of the first fault.
    pub fault: String,
}

/// The overview of a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionView {
    /// The mission.
    pub space: SpaceId,
    /// The port as corrected.
    pub port: PortRef,
    /// The record that opened it, where the reader can correct it.
    pub opened_record: Option<RecordId>,
    /// Own standing, as in [`MissionLine::standing`].
    pub standing: String,
    /// The reader is of the host authority: there is only [`crate::mission::MissionCommand::Host`] to be asked.
    pub host_reader: bool,
    /// What is asked; `None` for the host authority.
    pub template: Option<TemplateVersion>,
    /// The programme it reports to.
    pub programme: Option<SpaceId>,
    /// Name of the host authority; empty when none is named.
    pub host: String,
    /// The facilities, in the order of the record.
    pub facilities: Vec<FacilityView>,
    /// The visits, newest first.
    pub visits: Vec<VisitView>,
    /// Who works on it, as far as the reader may know.
    pub people: Vec<MissionPerson>,
    /// The parties.
    pub parties: Vec<PartyView>,
    /// Who can read what is written for the team: people by party name.
    pub readers: Vec<(String, u32)>,
    /// Steps that are left: facility, visit, people, compare, host.
    pub steps_left: Vec<String>,
    /// Actions that are not done.
    pub open_actions: u64,
    /// Of these, past their due day.
    pub overdue_actions: u64,
    /// Actions reported done and not verified.
    pub unverified_actions: u64,
    /// Findings, recommendations and actions that two people changed at once.
    pub conflicts: u64,
    /// Last ten entries, newest first.
    pub recent: Vec<EntryLine>,
    /// Number of the newest entry.
    pub last_entry: u64,
    /// A short code of the record up to there, by which prints are compared: 12 digits.
    pub code: String,
    /// What is wrong with its record.
    pub fault: Option<RecordFault>,
}

/// A facility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilityView {
    /// Its record.
    pub facility: RecordId,
    /// Its name.
    pub name: String,
}

/// A visit on the overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitView {
    /// Its record.
    pub visit: RecordId,
    /// Its kind.
    pub kind: VisitKind,
    /// First day, ISO date.
    pub starts: String,
    /// Last day.
    pub ends: String,
    /// The facilities it is to look at.
    pub facilities: Vec<RecordId>,
    /// Cells to be rated: each criterion in each facility, or for the port where it has none.
    pub cells: u32,
    /// Cells that the team has decided at this visit.
    pub decided: u32,
    /// Cells that stand as the visit before left them.
    pub carried: u32,
    /// What each assessor has rated.
    pub progress: Vec<ProgressView>,
    /// Number of findings.
    pub findings: u32,
    /// Where the host authority stands.
    pub host: HostStanding,
    /// The newest report that was shared.
    pub report: Option<RecordId>,
    /// An aggregate of it was signed.
    pub signed: bool,
}

/// How far an assessor is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Cells they have rated.
    pub rated: u32,
}

/// A person of a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionPerson {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Function.
    pub function: String,
    /// Name of the party.
    pub party: String,
    /// manager, assessor, host.
    pub role: String,
    /// active, suspended, ended.
    pub state: String,
    /// Oneself.
    pub me: bool,
}

/// What is asked, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateTexts {
    /// Which template and version.
    pub template: TemplateVersion,
    /// What it is called.
    pub title: String,
    /// The domains, in their order.
    pub domains: Vec<TextsDomain>,
    /// The scenarios, in their order.
    pub scenarios: Vec<TextsScenario>,
}

/// A domain in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsDomain {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Its criteria, in their order.
    pub criteria: Vec<TextsCriterion>,
}

/// A criterion in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsCriterion {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What to look at, and what makes which rating.
    pub guidance: String,
    /// The criterion that must be in place for it to be asked.
    pub only_if: Option<String>,
}

/// A scenario in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsScenario {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Ids of the domains that stand against it.
    pub domains: Vec<String>,
}
