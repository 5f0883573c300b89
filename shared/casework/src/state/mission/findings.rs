//! Findings and what is recommended on them.

use serde::{Deserialize, Serialize};

use super::{Kept, Made, Mission};
use crate::{
    id::RecordId,
    record::{Finding, Recommendation},
};

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingState {
    /// Its number: `F-001` and on, in the order of the record.
    pub number: String,
    /// The finding, with corrections.
    pub finding: Kept<Finding>,
    /// What is recommended, in the order of the record.
    pub recommendations: Vec<RecordId>,
    /// What was agreed, in the order of the record.
    pub actions: Vec<RecordId>,
}

impl Mission {
    pub(super) fn raise(&mut self, made: Made, finding: &Finding) {
        let state = FindingState {
            number: format!("F-{:03}", self.findings.len() + 1),
            finding: Kept::new(finding.clone(), made.from),
            recommendations: Vec::new(),
            actions: Vec::new(),
        };
        if let Some(visit) = self.visits.get_mut(&finding.visit) {
            visit.findings.push(made.id);
        }
        self.findings.insert(made.id, state);
    }

    pub(super) fn recommend(&mut self, made: Made, recommendation: &Recommendation) {
        if let Some(finding) = self.findings.get_mut(&recommendation.finding) {
            finding.recommendations.push(made.id);
        }
        let kept = Kept::new(recommendation.clone(), made.from);
        self.recommendations.insert(made.id, kept);
    }
}
