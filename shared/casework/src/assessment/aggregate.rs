//! What leaves a mission for its programme: figures and actions, signed; no rating, note, photo or finding.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    action::{Accepted, ActionDays, ActionStatus},
    port::PortRef,
    risk::Risk,
    score::Tally,
    template::{CRITERIA_MAX, DOMAINS_MAX, TemplateVersion, is_id},
    visit::{Reach, VisitSummary},
};
use crate::{
    id::{RecordId, SpaceId},
    record::{FieldError, Findings, Presence, Problem, RecordError, happened, statement_body},
    time::Happened,
};

/// A domain's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainTally {
    /// Id of the domain.
    pub domain: String,
    /// What its cells came to, carried ones included.
    pub tally: Tally,
}

/// An action's standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionLine {
    /// The record that agreed it.
    pub id: RecordId,
    /// What is to be done.
    pub text: String,
    /// Name of who does it: a person or an agency.
    pub owner: String,
    /// How far it is.
    pub status: ActionStatus,
    /// Its days.
    pub days: ActionDays,
}

/// How many findings there are, by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingCounts {
    /// Of low severity.
    pub low: u32,
    /// Of medium severity.
    pub medium: u32,
    /// Of high severity.
    pub high: u32,
    /// Critical.
    pub critical: u32,
}

/// Where the host authority stands with the report of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostStanding {
    /// Until when it may comment, `YYYY-MM-DD`; `None` while no report is shared.
    pub comment_due: Option<String>,
    /// It has commented.
    pub commented: bool,
    /// It has signed.
    pub signed: bool,
    /// It let the day pass, and a manager has recorded that.
    pub silent: bool,
}

/// What is signed for a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AggregateBody {
    /// The mission.
    pub mission: SpaceId,
    /// The port.
    pub port: PortRef,
    /// The visit.
    pub visit: VisitSummary,
    /// What was asked.
    pub template: TemplateVersion,
    /// How much of it was decided.
    pub reach: Reach,
    /// Each domain of the template, once.
    pub domains: Vec<DomainTally>,
    /// Each scenario that was assessed, once; its figures are those of the domains here.
    pub scenarios: Vec<Risk>,
    /// Every action of the mission.
    pub actions: Vec<ActionLine>,
    /// How many recommendations of the mission were accepted.
    pub recommendations: Accepted,
    /// How many findings the visit has.
    pub findings: FindingCounts,
    /// Where the host authority stands.
    pub host: HostStanding,
    /// When it was signed.
    pub happened: Happened,
}

statement_body!(AggregateBody, validate);

fn validate(body: &AggregateBody) -> Result<(), Vec<FieldError>> {
    let mut findings = Findings::default();
    body.look(&mut findings);
    findings.finish()
}

impl AggregateBody {
    /// Whether two say the same, whenever they were signed.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let then = Self {
            happened: other.happened.clone(),
            ..self.clone()
        };
        then == *other
    }

    fn look(&self, findings: &mut Findings) {
        self.port.look(findings);
        self.visit.look(findings);
        if !is_id(&self.template.id) {
            findings.invalid("template.id", &self.template.id);
        }
        self.look_at_figures(findings);
        findings.list("actions", &self.actions, Presence::Optional);
        for action in &self.actions {
            action.look(findings);
        }
        let Accepted { accepted, of } = self.recommendations;
        if accepted > of {
            findings.invalid("recommendations", &accepted.to_string());
        }
        if let Some(due) = &self.host.comment_due {
            findings.date("host.comment_due", due);
        }
        happened(findings, &self.happened);
    }

    /// Whether the figures follow from one another.
    fn look_at_figures(&self, findings: &mut Findings) {
        limit(findings, "domains", self.domains.len(), DOMAINS_MAX);
        limit(findings, "scenarios", self.scenarios.len(), DOMAINS_MAX);
        let mut tallies = BTreeMap::new();
        for one in &self.domains {
            let doubled = tallies.insert(&*one.domain, one.tally).is_some();
            if !is_id(&one.domain) || doubled || !one.tally.is_possible() {
                findings.invalid("domains", &one.domain);
            }
        }
        let mut met = BTreeSet::new();
        for risk in &self.scenarios {
            limit(findings, "scenarios", risk.domains.len(), CRITERIA_MAX);
            let fits = risk.domains.iter().all(|one| {
                let tally = tallies.get(&*one.domain).copied().unwrap_or_default();
                is_id(&one.domain) && (one.sum, one.rated) == (tally.sum, tally.rated)
            });
            let doubled = !met.insert(&*risk.scenario);
            if !is_id(&risk.scenario) || doubled || !fits || !risk.is_consistent() {
                findings.invalid("scenarios", &risk.scenario);
            }
        }
    }
}

impl ActionLine {
    pub(crate) fn look(&self, findings: &mut Findings) {
        findings.long("actions.text", &self.text, Presence::Required);
        findings.title("actions.owner", &self.owner, Presence::Required);
        let days = &self.days;
        findings.date("actions.found", &days.found);
        findings.date("actions.agreed", &days.agreed);
        findings.date("actions.original_due", &days.original_due);
        findings.date("actions.due", &days.due);
        for day in [&days.done, &days.verified].into_iter().flatten() {
            findings.date("actions.done", day);
        }
        if (self.status == ActionStatus::Done) != days.done.is_some()
            || (days.verified.is_some() && days.done.is_none())
        {
            findings.invalid("actions.status", self.status.code());
        }
    }
}

fn limit(findings: &mut Findings, field: &'static str, found: usize, max: usize) {
    if found > max {
        findings.add(field, Problem::TooLong { max, found });
    }
}
