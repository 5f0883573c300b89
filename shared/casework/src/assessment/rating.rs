//! How a criterion is rated, and on what evidence.

use serde::{Deserialize, Serialize};

/// The answer to a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// Nothing of it is there: 0 points.
    Absent,
    /// It is there in name: 1 point.
    Weak,
    /// It is there in part: 2 points.
    Partial,
    /// It does what it should: 3 points.
    Effective,
    /// It was seen to do what it should: 4 points.
    Proven,
    /// The question does not arise here; it leaves the divisor.
    NotApplicable,
    /// It could not be looked at, for the reason given; it lowers the coverage.
    NotObserved,
}

impl Rating {
    /// Every rating, in the order of a chooser.
    pub const ALL: [Self; 7] = [
        Self::Absent,
        Self::Weak,
        Self::Partial,
        Self::Effective,
        Self::Proven,
        Self::NotApplicable,
        Self::NotObserved,
    ];
    /// The points of the best rating.
    pub const MOST_POINTS: u32 = 4;

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Weak => "weak",
            Self::Partial => "partial",
            Self::Effective => "effective",
            Self::Proven => "proven",
            Self::NotApplicable => "not-applicable",
            Self::NotObserved => "not-observed",
        }
    }

    /// Its points, 0 to [`Rating::MOST_POINTS`]; `None` when it is not a mark.
    #[must_use]
    pub const fn points(self) -> Option<u32> {
        match self {
            Self::Absent => Some(0),
            Self::Weak => Some(1),
            Self::Partial => Some(2),
            Self::Effective => Some(3),
            Self::Proven => Some(4),
            Self::NotApplicable | Self::NotObserved => None,
        }
    }

    /// Whether it stands only with a reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::NotObserved)
    }
}

/// What a rating rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A document was read.
    Document,
    /// Somebody was asked.
    Interview,
    /// It was seen.
    Observation,
    /// It was tried.
    Test,
    /// Figures were drawn from a system.
    Data,
}

impl EvidenceKind {
    /// Every kind, in the order of a chooser.
    pub const ALL: [Self; 5] = [
        Self::Document,
        Self::Interview,
        Self::Observation,
        Self::Test,
        Self::Data,
    ];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Interview => "interview",
            Self::Observation => "observation",
            Self::Test => "test",
            Self::Data => "data",
        }
    }
}

/// What a reader of a rating must see beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Proven, and nothing but an interview says so.
    ProvenByInterviewAlone,
    /// A rating that rests on nothing.
    WithoutEvidence,
}

impl Mark {
    /// The mark that a rating with this evidence carries. What was not observed has none: its reason says why.
    #[must_use]
    pub fn of(rating: Rating, evidence: &[EvidenceKind]) -> Option<Self> {
        if rating == Rating::NotObserved {
            return None;
        }
        if evidence.is_empty() {
            return Some(Self::WithoutEvidence);
        }
        let interview_alone = evidence.iter().all(|kind| *kind == EvidenceKind::Interview);
        (rating == Rating::Proven && interview_alone).then_some(Self::ProvenByInterviewAlone)
    }

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProvenByInterviewAlone => "proven-by-interview-alone",
            Self::WithoutEvidence => "without-evidence",
        }
    }
}
