//! What may leave the team: the report for the host authority, and the aggregate for the programme.

use std::collections::{BTreeMap, BTreeSet};

use super::Mission;
use crate::{
    assessment::{
        Accepted, ActionLine, AggregateBody, DomainTally, FindingCounts, ReleasableReport,
        ReportDomain, ReportFinding, ReportRecommendation, ReportScenario, Severity, VisitSummary,
        template::Outline,
    },
    id::{RecordId, SpaceId},
    record::Owner,
    state::SpaceState,
    time::Happened,
};

impl SpaceState {
    /// What the host authority may read of a visit now; `None` when there is no such visit.
    #[must_use]
    pub fn releasable(&self, visit: RecordId) -> Option<ReleasableReport> {
        let opening = self.mission.opening()?;
        let state = self.mission.visit(visit)?;
        let template = &opening.template;
        let outline = template.outline();
        let tallies = self.mission.tallies(visit);
        let domains = template.domains.iter().map(|domain| ReportDomain {
            domain: domain.id.clone(),
            title: domain.title.clone(),
            tally: tallies.get(&domain.id).copied().unwrap_or_default(),
        });
        let scenarios = self.mission.risks(visit).into_iter().filter_map(|risk| {
            let title = template.scenario(&risk.scenario)?.title.clone();
            Some(ReportScenario { title, risk })
        });
        let findings = state
            .findings
            .iter()
            .filter_map(|finding| self.released(&outline, *finding));
        Some(ReleasableReport {
            port: opening.port.clone(),
            visit: self.mission.summary(visit)?,
            template: template.named(),
            reach: self.mission.reach(visit),
            domains: domains.collect(),
            scenarios: scenarios.collect(),
            findings: findings.collect(),
        })
    }

    /// A finding as the host authority may read it; `None` when it may not.
    fn released(&self, outline: &Outline<'_>, id: RecordId) -> Option<ReportFinding> {
        let state = self.mission.findings.get(&id)?;
        let finding = &state.finding.value;
        if !finding.releasable {
            return None;
        }
        let (domain, criterion) = outline.criterion(&finding.criterion)?;
        let recommendations = state.recommendations.iter().filter_map(|id| {
            let made = &self.mission.recommendations.get(id)?.value;
            Some(ReportRecommendation {
                id: *id,
                text: made.text.clone(),
                priority: made.priority,
                cost: made.cost.clone(),
                donor: made.donor.clone(),
            })
        });
        let actions = state.actions.iter().filter_map(|id| self.action_line(*id));
        Some(ReportFinding {
            id,
            domain: domain.id.clone(),
            criterion: criterion.title.clone(),
            facility: self.mission.facility_name(finding.facility).to_owned(),
            title: finding.title.clone(),
            text: finding.text.clone(),
            severity: finding.severity,
            recommendations: recommendations.collect(),
            actions: actions.collect(),
        })
    }

    /// An action as it leaves the team: with its owner's name.
    #[must_use]
    pub fn action_line(&self, id: RecordId) -> Option<ActionLine> {
        let state = self.mission.actions.get(&id)?;
        let owner = match &state.agreed.value.owner {
            Owner::Agency { name } => name.clone(),
            Owner::Person { person } => self
                .person_name(*person)
                .map_or_else(|| person.to_string(), str::to_owned),
        };
        Some(ActionLine {
            id,
            text: state.agreed.value.text.clone(),
            owner,
            status: state.status,
            days: state.days.clone(),
        })
    }

    /// What a programme may be told of a visit, to be signed; `None` when there is no such visit.
    #[must_use]
    pub fn aggregate(
        &self,
        mission: SpaceId,
        visit: RecordId,
        happened: Happened,
    ) -> Option<AggregateBody> {
        let opening = self.mission.opening()?;
        let tallies = self.mission.tallies(visit);
        let domains = opening.template.domains.iter().map(|domain| DomainTally {
            domain: domain.id.clone(),
            tally: tallies.get(&domain.id).copied().unwrap_or_default(),
        });
        // What is done about a finding that stays with the team stays with it.
        let releasable = |finding: &RecordId| {
            let state = self.mission.findings.get(finding);
            state.is_some_and(|state| state.finding.value.releasable)
        };
        let mut actions: Vec<_> = self
            .mission
            .actions
            .iter()
            .filter(|(_, state)| releasable(&state.agreed.value.finding))
            .collect();
        actions.sort_by_key(|(_, state)| state.agreed.from.seq);
        let agreed_on: BTreeSet<RecordId> = actions
            .iter()
            .filter_map(|(_, state)| state.agreed.value.recommendation)
            .collect();
        let made = self.mission.recommendations.iter();
        let recommendations = made
            .filter(|(_, made)| releasable(&made.value.finding))
            .fold(Accepted::default(), |count, (id, _)| Accepted {
                accepted: count.accepted + u32::from(agreed_on.contains(id)),
                of: count.of + 1,
            });
        let actions = actions.into_iter();
        Some(AggregateBody {
            mission,
            port: opening.port.clone(),
            visit: self.mission.summary(visit)?,
            template: opening.template.named(),
            reach: self.mission.reach(visit),
            domains: domains.collect(),
            scenarios: self.mission.risks(visit),
            actions: actions
                .filter_map(|(id, _)| self.action_line(*id))
                .collect(),
            recommendations,
            findings: self.mission.counts(visit),
            host: self.mission.host_standing(visit),
            happened,
        })
    }
}

impl Mission {
    /// A visit by name and day.
    #[must_use]
    pub fn summary(&self, visit: RecordId) -> Option<VisitSummary> {
        let terms = &self.visits.get(&visit)?.terms.value;
        Some(VisitSummary {
            id: visit,
            kind: terms.kind,
            starts: terms.starts.clone(),
            ends: terms.ends.clone(),
        })
    }

    /// How many findings a visit has.
    fn counts(&self, visit: RecordId) -> FindingCounts {
        let found = self.visits.get(&visit).map(|state| &state.findings);
        let severities = found
            .into_iter()
            .flatten()
            .filter_map(|id| Some(self.findings.get(id)?.finding.value.severity));
        let counts = severities.fold(BTreeMap::new(), |mut counts, severity| {
            *counts.entry(severity).or_insert(0) += 1;
            counts
        });
        let of = |severity| counts.get(&severity).copied().unwrap_or(0);
        FindingCounts {
            low: of(Severity::Low),
            medium: of(Severity::Medium),
            high: of(Severity::High),
            critical: of(Severity::Critical),
        }
    }
}
