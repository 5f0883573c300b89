//! Visits to a port.

use serde::{Deserialize, Serialize};

use crate::{id::RecordId, record::Findings};

/// What kind of visit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VisitKind {
    /// Everything is looked at, and nothing is carried over.
    Baseline,
    /// Some is looked at again; the rest is carried over from the visit before.
    FollowUp,
    /// The port looks at itself; nothing is carried over from it or to it.
    SelfAssessment,
}

impl VisitKind {
    /// Every kind, in the order of a chooser.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::FollowUp, Self::SelfAssessment];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::FollowUp => "follow-up",
            Self::SelfAssessment => "self-assessment",
        }
    }
}

/// A visit by name and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitSummary {
    /// The record that opened it.
    pub id: RecordId,
    /// Its kind.
    pub kind: VisitKind,
    /// First day, `YYYY-MM-DD`.
    pub starts: String,
    /// Last day, `YYYY-MM-DD`.
    pub ends: String,
}

impl VisitSummary {
    pub(crate) fn look(&self, findings: &mut Findings) {
        findings.date("visit.starts", &self.starts);
        findings.date("visit.ends", &self.ends);
    }
}

/// How far the team is with a visit. What nobody has decided counts in no score and in no coverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Ratings that the template asks for: its criteria, in each facility.
    pub asked: u32,
    /// Decided at this visit.
    pub decided: u32,
    /// Carried over from the visit before.
    pub carried: u32,
}

impl Reach {
    /// Neither decided nor carried over.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.asked
            .saturating_sub(self.decided)
            .saturating_sub(self.carried)
    }
}
