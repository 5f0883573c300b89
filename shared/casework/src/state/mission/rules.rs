//! Who may write what in a mission, and when.

use super::{Channel, Rule, SpaceState};
use crate::{
    assessment::{ActionStatus, AggregateBody},
    id::{PersonId, RecordId},
    record::{AgreedAction, MissionRecord, Owner, SignOffBody, Statement},
    state::Role,
    time::Moment,
};

impl SpaceState {
    /// Whether the person could write this record of a mission now, for these readers.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_in_mission(
        &self,
        person: PersonId,
        channel: Channel,
        now: Moment,
        record: &MissionRecord,
    ) -> Result<(), Rule> {
        if record.is_shared() != matches!(channel, Channel::Shared(_)) {
            return Err(Rule::BelongsElsewhere);
        }
        match record {
            MissionRecord::MissionOpened(_)
            | MissionRecord::VisitOpened(_)
            | MissionRecord::MissionTold { .. }
            | MissionRecord::ReportShared { .. }
            | MissionRecord::SilenceRecorded { .. } => self.require_manager(person)?,
            MissionRecord::HostCommented { .. } | MissionRecord::HostSigned { .. } => {
                self.require_host(person, channel)?;
            }
            _ => self.require_assessor(person)?,
        }
        if !record.is_shared() {
            self.check_opened(record)?;
        }
        match record {
            MissionRecord::MissionOpened(_)
            | MissionRecord::MissionTold { .. }
            | MissionRecord::ReportShared { .. } => Ok(()),
            MissionRecord::FacilityAdded { visit, .. } => {
                visit.map_or(Ok(()), |visit| self.check_visit(visit))
            }
            MissionRecord::VisitOpened(terms) => {
                let mut facilities = terms.facilities.iter();
                facilities.try_for_each(|facility| self.check_facility(Some(*facility)))
            }
            MissionRecord::Rated(rated) => {
                self.check_visit(rated.visit)?;
                self.check_cell(rated.facility, &rated.criterion)
            }
            MissionRecord::TeamRated { visit, decisions } => {
                self.check_visit(*visit)?;
                decisions
                    .iter()
                    .try_for_each(|one| self.check_cell(one.facility, &one.criterion))
            }
            MissionRecord::ScenarioAssessed {
                visit, scenario, ..
            } => {
                self.check_visit(*visit)?;
                self.check_scenario(scenario)
            }
            MissionRecord::FindingRaised(finding) => {
                self.check_visit(finding.visit)?;
                self.check_cell(finding.facility, &finding.criterion)
            }
            MissionRecord::RecommendationMade(one) => self.check_finding(one.finding),
            MissionRecord::ActionAgreed(agreed) => self.check_agreed(agreed),
            MissionRecord::ActionMoved { action, .. } => self.check_open_action(*action),
            MissionRecord::ActionStatus {
                action,
                status,
                reason,
                ..
            } => self.check_status(*action, *status, reason),
            MissionRecord::ActionVerified { action, .. } => self.check_verifier(person, *action),
            MissionRecord::HostCommented { report, item, .. } => {
                self.check_comment(channel, *report, *item)
            }
            MissionRecord::HostSigned { statement } => {
                self.check_sign_off(person, channel, statement)
            }
            MissionRecord::SilenceRecorded { report } => self.check_silence(channel, *report, now),
            MissionRecord::AggregateSigned { statement } => self.check_aggregate(statement),
        }
    }

    fn require_manager(&self, person: PersonId) -> Result<(), Rule> {
        let role = self.standing(person).map(|standing| standing.role);
        (role == Some(Role::Manager))
            .then_some(())
            .ok_or(Rule::NotAManager)
    }

    pub(super) fn require_assessor(&self, person: PersonId) -> Result<(), Rule> {
        self.assesses(person)
            .then_some(())
            .ok_or(Rule::NotAnAssessor)
    }

    /// A person of the party that shares these readers with the team.
    fn require_host(&self, person: PersonId, channel: Channel) -> Result<(), Rule> {
        let hosts = self.standing(person).is_some_and(|standing| {
            standing.role == Role::Host && channel == Channel::Shared(standing.party)
        });
        hosts.then_some(()).ok_or(Rule::NotTheHost)
    }

    /// A mission is opened once, before anything else, with a template that holds together.
    fn check_opened(&self, record: &MissionRecord) -> Result<(), Rule> {
        match (record, &self.mission.opened) {
            (MissionRecord::MissionOpened(_), Some(_)) => Err(Rule::AlreadyOpened),
            (MissionRecord::MissionOpened(opening), None) => opening
                .template
                .check()
                .map_err(|faults| Rule::template(&faults)),
            (_, Some(_)) => Ok(()),
            (_, None) => Err(Rule::NotOpened),
        }
    }

    fn check_visit(&self, visit: RecordId) -> Result<(), Rule> {
        if self.mission.visits.contains_key(&visit) {
            return Ok(());
        }
        Err(self.missing(visit, Rule::UnknownVisit { visit }))
    }

    fn check_facility(&self, facility: Option<RecordId>) -> Result<(), Rule> {
        match facility {
            Some(facility) if !self.mission.facilities.contains_key(&facility) => {
                Err(self.missing(facility, Rule::UnknownFacility { facility }))
            }
            _ => Ok(()),
        }
    }

    fn check_cell(&self, facility: Option<RecordId>, criterion: &str) -> Result<(), Rule> {
        if !self.mission.criteria.contains(criterion) {
            let criterion = criterion.to_owned();
            return Err(Rule::UnknownCriterion { criterion });
        }
        self.check_facility(facility)
    }

    fn check_scenario(&self, scenario: &str) -> Result<(), Rule> {
        let opening = self.mission.opening();
        let known = opening.is_some_and(|one| one.template.scenario(scenario).is_some());
        known.then_some(()).ok_or(Rule::UnknownScenario {
            scenario: scenario.to_owned(),
        })
    }

    fn check_finding(&self, finding: RecordId) -> Result<(), Rule> {
        if self.mission.findings.contains_key(&finding) {
            return Ok(());
        }
        Err(self.missing(finding, Rule::UnknownFinding { finding }))
    }

    fn check_agreed(&self, agreed: &AgreedAction) -> Result<(), Rule> {
        self.check_finding(agreed.finding)?;
        if let Some(recommendation) = agreed.recommendation {
            let known = self.mission.recommendations.get(&recommendation);
            if known.is_none_or(|known| known.value.finding != agreed.finding) {
                let rule = Rule::UnknownRecommendation { recommendation };
                return Err(self.missing(recommendation, rule));
            }
        }
        Ok(())
    }

    fn check_action(&self, action: RecordId) -> Result<&super::ActionState, Rule> {
        self.mission
            .actions
            .get(&action)
            .ok_or_else(|| self.missing(action, Rule::UnknownAction { action }))
    }

    fn check_open_action(&self, action: RecordId) -> Result<(), Rule> {
        if self.check_action(action)?.days.verified.is_some() {
            return Err(Rule::AlreadyVerified { action });
        }
        Ok(())
    }

    /// What is verified can be taken up again, with a reason, and not be reported done once more.
    fn check_status(
        &self,
        action: RecordId,
        status: ActionStatus,
        reason: &str,
    ) -> Result<(), Rule> {
        let verified = self.check_action(action)?.days.verified.is_some();
        if verified && status == ActionStatus::Done {
            return Err(Rule::AlreadyVerified { action });
        }
        if verified && reason.trim().is_empty() {
            return Err(Rule::Invalid {
                field: "reason".to_owned(),
                problem: "missing".to_owned(),
            });
        }
        Ok(())
    }

    fn check_verifier(&self, person: PersonId, action: RecordId) -> Result<(), Rule> {
        let state = self.check_action(action)?;
        if state.days.verified.is_some() {
            return Err(Rule::AlreadyVerified { action });
        }
        if state.status != ActionStatus::Done {
            return Err(Rule::NotDone { action });
        }
        let owns = state.agreed.value.owner == Owner::Person { person };
        if owns || state.reported_by() == Some(person) {
            return Err(Rule::OwnAction { action });
        }
        Ok(())
    }

    /// The report, as far as it was shared with these readers.
    fn check_report(
        &self,
        channel: Channel,
        report: RecordId,
    ) -> Result<&super::ReportState, Rule> {
        let shared = self.mission.reports.get(&report);
        shared
            .filter(|state| Channel::Shared(state.party) == channel)
            .ok_or_else(|| self.missing(report, Rule::UnknownReport { report }))
    }

    fn check_comment(
        &self,
        channel: Channel,
        report: RecordId,
        item: Option<RecordId>,
    ) -> Result<(), Rule> {
        let state = self.check_report(channel, report)?;
        match item {
            Some(item) if !state.report.has_item(item) => Err(Rule::UnknownItem { item }),
            _ => Ok(()),
        }
    }

    fn check_sign_off(
        &self,
        person: PersonId,
        channel: Channel,
        statement: &Statement,
    ) -> Result<(), Rule> {
        let body = SignOffBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        body.validate().map_err(|errors| Rule::invalid(&errors))?;
        let state = self.check_report(channel, body.report)?;
        if state.sha256 != body.report_hash {
            return Err(Rule::ReportHashMismatch);
        }
        if state.signatures.iter().any(|one| one.from.author == person) {
            return Err(Rule::AlreadySigned);
        }
        Ok(())
    }

    fn check_silence(&self, channel: Channel, report: RecordId, now: Moment) -> Result<(), Rule> {
        let state = self.check_report(channel, report)?;
        if now.day().is_none_or(|today| today <= state.comment_due) {
            return Err(Rule::CommentStillOpen { report });
        }
        if state.is_answered() || state.silence.is_some() {
            return Err(Rule::HostHasAnswered { report });
        }
        Ok(())
    }

    fn check_aggregate(&self, statement: &Statement) -> Result<(), Rule> {
        let body = AggregateBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        body.validate().map_err(|errors| Rule::invalid(&errors))?;
        self.check_visit(body.visit.id)
    }
}
