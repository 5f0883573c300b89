//! What the host authority may read of a visit, whole in itself: whoever reads it holds nothing else of the
//! mission.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    action::{Priority, Severity},
    aggregate::ActionLine,
    port::PortRef,
    risk::Risk,
    score::Tally,
    template::{DOMAINS_MAX, TemplateVersion, Words, is_id},
    visit::{Reach, VisitSummary},
};
use crate::{
    hexadecimal,
    id::RecordId,
    record::{Findings, Presence, Problem},
};

/// A domain of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportDomain {
    /// Id of the domain.
    pub domain: String,
    /// What it is.
    pub title: Words,
    /// What its cells came to, carried ones included.
    pub tally: Tally,
}

/// A scenario of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportScenario {
    /// What it is.
    pub title: Words,
    /// Its risk, with every figure.
    pub risk: Risk,
}

/// What should be done about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRecommendation {
    /// The record that made it.
    pub id: RecordId,
    /// What should be done.
    pub text: String,
    /// How soon.
    pub priority: Priority,
    /// What it would cost; empty when not known.
    pub cost: String,
    /// Who could pay; empty when not known.
    pub donor: String,
}

/// A finding of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportFinding {
    /// The record that raised it.
    pub id: RecordId,
    /// Id of the domain it is in.
    pub domain: String,
    /// The criterion it is about.
    pub criterion: Words,
    /// Name of the facility; empty for the port as a whole.
    pub facility: String,
    /// In one line.
    pub title: String,
    /// What was found.
    pub text: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What should be done about it.
    pub recommendations: Vec<ReportRecommendation>,
    /// What will be done about it.
    pub actions: Vec<ActionLine>,
}

/// What the host authority may read of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleasableReport {
    /// The port.
    pub port: PortRef,
    /// The visit.
    pub visit: VisitSummary,
    /// What was asked.
    pub template: TemplateVersion,
    /// How much of it was decided.
    pub reach: Reach,
    /// Every domain of the template, in its order.
    pub domains: Vec<ReportDomain>,
    /// The scenarios that were assessed, in the order of the template.
    pub scenarios: Vec<ReportScenario>,
    /// The releasable findings, in the order of the record.
    pub findings: Vec<ReportFinding>,
}

impl ReleasableReport {
    /// SHA-256 of the report as JSON without white space, fields in the order of the record; 64 lower-case
    /// hexadecimal digits. It is what the host authority signs.
    #[must_use]
    pub fn sha256(&self) -> String {
        let json = serde_json::to_vec(self).unwrap_or_default();
        hexadecimal::encode(&Sha256::digest(&json))
    }

    /// Whether the record is a finding or an action of the report.
    #[must_use]
    pub fn has_item(&self, item: RecordId) -> bool {
        let has = |finding: &ReportFinding| {
            finding.id == item || finding.actions.iter().any(|action| action.id == item)
        };
        self.findings.iter().any(has)
    }

    pub(crate) fn look(&self, findings: &mut Findings) {
        self.port.look(findings);
        self.visit.look(findings);
        for (field, found) in [
            ("report.domains", self.domains.len()),
            ("report.scenarios", self.scenarios.len()),
        ] {
            if found > DOMAINS_MAX {
                let max = DOMAINS_MAX;
                findings.add(field, Problem::TooLong { max, found });
            }
        }
        for one in &self.domains {
            if !is_id(&one.domain) || !one.tally.is_possible() {
                findings.invalid("report.domains", &one.domain);
            }
            one.title.look(findings, "report.domains.title");
        }
        for one in &self.scenarios {
            if !is_id(&one.risk.scenario) || !one.risk.is_consistent() {
                findings.invalid("report.scenarios", &one.risk.scenario);
            }
            one.title.look(findings, "report.scenarios.title");
        }
        findings.list("report.findings", &self.findings, Presence::Optional);
        for finding in &self.findings {
            finding.look(findings);
        }
    }
}

impl ReportFinding {
    fn look(&self, findings: &mut Findings) {
        if !is_id(&self.domain) {
            findings.invalid("report.findings.domain", &self.domain);
        }
        self.criterion.look(findings, "report.findings.criterion");
        findings.title(
            "report.findings.facility",
            &self.facility,
            Presence::Optional,
        );
        findings.title("report.findings.title", &self.title, Presence::Required);
        findings.long("report.findings.text", &self.text, Presence::Required);
        findings.list(
            "report.recommendations",
            &self.recommendations,
            Presence::Optional,
        );
        for one in &self.recommendations {
            findings.long("report.recommendations.text", &one.text, Presence::Required);
            findings.short("report.recommendations.cost", &one.cost, Presence::Optional);
            findings.short(
                "report.recommendations.donor",
                &one.donor,
                Presence::Optional,
            );
        }
        findings.list("report.actions", &self.actions, Presence::Optional);
        for action in &self.actions {
            action.look(findings);
        }
    }
}
