//! What the timeline says of the records of a mission.

use super::{Mission, SpaceState, TimelineKind};
use crate::{
    id::RecordId,
    record::{AgreedAction, MissionRecord, Recommendation},
};

impl SpaceState {
    /// What the timeline says of a record.
    pub(super) fn mission_line(&self, record: &MissionRecord) -> TimelineKind {
        let mission = &self.mission;
        let kind = record.type_name();
        let place = |facility| mission.facility_name(facility).to_owned();
        match record {
            MissionRecord::MissionOpened(opening) => {
                TimelineKind::told(kind, [("port", opening.port.name.clone())])
            }
            MissionRecord::FacilityAdded { name, .. } => {
                TimelineKind::told(kind, [("facility", name.clone())])
            }
            MissionRecord::VisitOpened(terms) => {
                let values = [
                    ("visit", terms.kind.code().to_owned()),
                    ("starts", terms.starts.clone()),
                    ("ends", terms.ends.clone()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::Rated(rated) => {
                let values = [
                    ("criterion", rated.criterion.clone()),
                    ("facility", place(rated.facility)),
                    ("rating", rated.rating.code().to_owned()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::TeamRated { decisions, .. } => {
                TimelineKind::told(kind, [("count", decisions.len().to_string())])
            }
            MissionRecord::ScenarioAssessed {
                scenario,
                judged,
                reason,
                ..
            } => {
                let values = [
                    ("scenario", scenario.clone()),
                    ("threat", judged.threat.get().to_string()),
                    ("consequence", judged.consequence.get().to_string()),
                    ("reason", reason.clone()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::FindingRaised(finding) => {
                let values = [
                    ("title", finding.title.clone()),
                    ("severity", finding.severity.code().to_owned()),
                    ("facility", place(finding.facility)),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::RecommendationMade(Recommendation { text, .. })
            | MissionRecord::ActionAgreed(AgreedAction { text, .. })
            | MissionRecord::HostCommented { text, .. } => {
                TimelineKind::told(kind, [("text", text.clone())])
            }
            MissionRecord::ActionMoved {
                action,
                due,
                reason,
            } => {
                let values = [
                    ("text", mission.action_text(*action)),
                    ("due", due.clone()),
                    ("reason", reason.clone()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::ActionStatus {
                action,
                status,
                reason,
                ..
            } => {
                let values = [
                    ("text", mission.action_text(*action)),
                    ("status", status.code().to_owned()),
                    ("reason", reason.clone()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::ActionVerified { action, reason } => {
                let values = [
                    ("text", mission.action_text(*action)),
                    ("reason", reason.clone()),
                ];
                TimelineKind::told(kind, values)
            }
            MissionRecord::MissionTold { .. } => TimelineKind::Quiet,
            MissionRecord::ReportShared { comment_due, .. } => {
                TimelineKind::told(kind, [("due", comment_due.clone())])
            }
            MissionRecord::HostSigned { .. }
            | MissionRecord::SilenceRecorded { .. }
            | MissionRecord::AggregateSigned { .. } => TimelineKind::told(kind, []),
        }
    }
}

impl Mission {
    fn action_text(&self, action: RecordId) -> String {
        self.actions
            .get(&action)
            .map(|state| state.agreed.value.text.clone())
            .unwrap_or_default()
    }
}
