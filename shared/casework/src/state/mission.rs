//! A mission: what is assessed at which visit, how it is rated, what is found and done, and where the host
//! authority stands.
//!
//! What passes between team and host authority is judged by what both can read, so that both come to the same
//! state; the rest is for the team alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Channel, FileState, Kept, Made, Provenance, Role, Rule, SpaceState, TimelineKind};
use crate::{
    assessment::{PortRef, template::Outline},
    id::{PartyId, PersonId, RecordId},
    record::{MissionRecord, Opening, Recommendation, VisitDates},
};

mod actions;
mod corrections;
mod files;
mod findings;
mod host;
mod release;
mod rules;
mod told;
mod visits;

pub use actions::{ActionAct, ActionState, ActionStep};
pub use findings::FindingState;
pub use host::{CommentState, ReportState, SignatureState};
pub use visits::{RatingState, ScenarioState, TeamRating, VisitState};

pub(super) use corrections::MissionAmended;

/// How a mission was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningState {
    /// The record.
    pub id: RecordId,
    /// The terms.
    pub opening: Kept<Opening>,
}

/// What a host authority was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionToldState {
    /// The port.
    pub port: PortRef,
    /// The visits.
    pub visits: Vec<VisitDates>,
    /// Who told it last, and when.
    pub from: Provenance,
}

/// An aggregate that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedAggregate {
    /// The visit it is of.
    pub visit: RecordId,
    /// What was signed, for whoever takes it to the programme.
    pub statement: crate::record::Statement,
    /// Who signed, and when.
    pub from: Provenance,
}

/// A mission as far as the reader can tell.
#[derive(Debug, Clone, Default)]
pub struct Mission {
    opened: Option<OpeningState>,
    /// The criteria of the template.
    criteria: BTreeSet<String>,
    facilities: BTreeMap<RecordId, Kept<String>>,
    /// The facilities in the order of the record.
    facility_order: Vec<RecordId>,
    visits: BTreeMap<RecordId, VisitState>,
    /// The visits in the order of the record.
    visit_order: Vec<RecordId>,
    /// The visit of each rating.
    visit_of_rating: BTreeMap<RecordId, RecordId>,
    findings: BTreeMap<RecordId, FindingState>,
    recommendations: BTreeMap<RecordId, Kept<Recommendation>>,
    actions: BTreeMap<RecordId, ActionState>,
    reports: BTreeMap<RecordId, ReportState>,
    aggregates: BTreeMap<RecordId, SignedAggregate>,
    told: BTreeMap<PartyId, MissionToldState>,
    files: BTreeMap<RecordId, Vec<FileState>>,
    /// The record that each file belongs to.
    owner_of_file: BTreeMap<RecordId, RecordId>,
}

impl Mission {
    /// How it was opened; `None` for whoever cannot read that.
    #[must_use]
    pub const fn opened(&self) -> Option<&OpeningState> {
        self.opened.as_ref()
    }

    /// What it is about; `None` for whoever cannot read that.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        self.opened.as_ref().map(|state| &state.opening.value)
    }

    /// What is asked, by id of the criterion.
    #[must_use]
    pub fn outline(&self) -> Option<Outline<'_>> {
        self.opening().map(|opening| opening.template.outline())
    }

    /// The facilities, in the order of the record.
    pub fn facilities(&self) -> impl Iterator<Item = (RecordId, &Kept<String>)> {
        self.facility_order
            .iter()
            .filter_map(|id| Some((*id, self.facilities.get(id)?)))
    }

    /// Name of a facility; empty for the port as a whole.
    #[must_use]
    pub fn facility_name(&self, facility: Option<RecordId>) -> &str {
        facility
            .and_then(|id| self.facilities.get(&id))
            .map_or("", |state| &state.value)
    }

    /// The visits, in the order of the record.
    pub fn visits(&self) -> impl DoubleEndedIterator<Item = (RecordId, &VisitState)> {
        self.visit_order
            .iter()
            .filter_map(|id| Some((*id, self.visits.get(id)?)))
    }

    /// The visit.
    #[must_use]
    pub fn visit(&self, id: RecordId) -> Option<&VisitState> {
        self.visits.get(&id)
    }

    /// The findings, in no order that means anything.
    #[must_use]
    pub const fn findings(&self) -> &BTreeMap<RecordId, FindingState> {
        &self.findings
    }

    /// The recommendations.
    #[must_use]
    pub const fn recommendations(&self) -> &BTreeMap<RecordId, Kept<Recommendation>> {
        &self.recommendations
    }

    /// The actions.
    #[must_use]
    pub const fn actions(&self) -> &BTreeMap<RecordId, ActionState> {
        &self.actions
    }

    /// The reports that were shared.
    #[must_use]
    pub const fn reports(&self) -> &BTreeMap<RecordId, ReportState> {
        &self.reports
    }

    /// The aggregates that were signed.
    #[must_use]
    pub const fn aggregates(&self) -> &BTreeMap<RecordId, SignedAggregate> {
        &self.aggregates
    }

    /// What a host authority was told.
    #[must_use]
    pub fn told(&self, party: PartyId) -> Option<&MissionToldState> {
        self.told.get(&party)
    }

    /// Files of a rating or finding, oldest first.
    #[must_use]
    pub fn files_of(&self, record: RecordId) -> &[FileState] {
        self.files.get(&record).map_or(&[], Vec::as_slice)
    }
}

impl SpaceState {
    /// The mission.
    #[must_use]
    pub const fn mission(&self) -> &Mission {
        &self.mission
    }

    pub(super) fn take_mission(
        &mut self,
        made: Made,
        record: &MissionRecord,
    ) -> Result<TimelineKind, Rule> {
        self.may_in_mission(made.from.author, made.channel, made.from.recorded, record)?;
        let kind = self.mission_line(record);
        match record {
            MissionRecord::MissionOpened(opening) => self.mission.open(made, opening),
            MissionRecord::FacilityAdded { visit, name } => {
                self.mission.add_facility(made, *visit, name);
            }
            MissionRecord::VisitOpened(terms) => self.mission.open_visit(made, terms),
            MissionRecord::Rated(rated) => self.mission.rate(made, rated),
            MissionRecord::TeamRated { visit, decisions } => {
                self.mission.decide(&made, *visit, decisions);
            }
            MissionRecord::ScenarioAssessed {
                visit,
                scenario,
                judged,
                reason,
            } => self
                .mission
                .assess_scenario(made, *visit, scenario, *judged, reason),
            MissionRecord::FindingRaised(finding) => self.mission.raise(made, finding),
            MissionRecord::RecommendationMade(one) => self.mission.recommend(made, one),
            MissionRecord::ActionAgreed(agreed) => self.mission.agree(made, agreed),
            MissionRecord::ActionMoved {
                action,
                due,
                reason,
            } => self.mission.move_action(made, *action, due, reason),
            MissionRecord::ActionStatus {
                action,
                status,
                reason,
                proof,
            } => self
                .mission
                .report_action(made, *action, *status, reason, proof),
            MissionRecord::ActionVerified { action, reason } => {
                self.mission.verify_action(made, *action, reason);
            }
            MissionRecord::MissionTold { port, visits } => {
                if let Channel::Shared(party) = made.channel {
                    let told = MissionToldState {
                        port: port.clone(),
                        visits: visits.clone(),
                        from: made.from,
                    };
                    self.mission.told.insert(party, told);
                }
            }
            MissionRecord::ReportShared {
                visit,
                report,
                comment_due,
            } => self.mission.share_report(made, *visit, report, comment_due),
            MissionRecord::HostCommented { report, item, text } => {
                self.mission.comment(made, *report, *item, text);
            }
            MissionRecord::HostSigned { statement } => self.mission.sign_off(made, statement)?,
            MissionRecord::SilenceRecorded { report } => {
                self.mission.record_silence(made, *report);
            }
            MissionRecord::AggregateSigned { statement } => {
                self.mission.keep_aggregate(made, statement)?;
            }
        }
        Ok(kind)
    }

    /// Whether the person assesses here, or manages who does.
    #[must_use]
    pub fn assesses(&self, person: PersonId) -> bool {
        self.standing(person)
            .is_some_and(|standing| matches!(standing.role, Role::Assessor | Role::Manager))
    }
}

impl Mission {
    fn open(&mut self, made: Made, opening: &Opening) {
        let criteria = opening.template.criteria();
        self.criteria = criteria.map(|(_, one)| one.id.clone()).collect();
        self.opened = Some(OpeningState {
            id: made.id,
            opening: Kept::new(opening.clone(), made.from),
        });
    }

    fn add_facility(&mut self, made: Made, visit: Option<RecordId>, name: &str) {
        self.facility_order.push(made.id);
        self.facilities
            .insert(made.id, Kept::new(name.to_owned(), made.from));
        if let Some(visit) = visit.and_then(|visit| self.visits.get_mut(&visit)) {
            visit.terms.value.facilities.push(made.id);
        }
    }
}
