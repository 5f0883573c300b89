//! The risk of a scenario: threat x vulnerability x consequence, with every figure behind it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{score::Tally, template::Scenario};

/// A step of a scale from 1 to 5; any other number is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// A number outside 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a level from 1 to 5, found {found}")]
pub struct LevelError {
    /// What was found.
    pub found: u8,
}

impl LevelError {
    /// Stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "level-out-of-range"
    }
}

impl Level {
    /// The lowest.
    pub const LOWEST: Self = Self(1);
    /// The highest.
    pub const HIGHEST: Self = Self(5);

    /// The number, 1 to 5.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = LevelError;

    fn try_from(found: u8) -> Result<Self, LevelError> {
        if (Self::LOWEST.0..=Self::HIGHEST.0).contains(&found) {
            Ok(Self(found))
        } else {
            Err(LevelError { found })
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// How sure the team is of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Little was seen, or sources contradict each other.
    Low,
    /// Most of it was seen.
    Medium,
    /// It was seen and tried.
    High,
}

impl Confidence {
    /// Every step, in the order of a chooser.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Where a risk figure lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// 1 to 19.
    Low,
    /// 20 to 44.
    Medium,
    /// 45 to 79.
    High,
    /// 80 to 125.
    Critical,
}

impl Band {
    /// The band of a figure.
    #[must_use]
    pub const fn of(figure: u8) -> Self {
        match figure {
            0..=19 => Self::Low,
            20..=44 => Self::Medium,
            45..=79 => Self::High,
            80.. => Self::Critical,
        }
    }

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// What the team judges of a scenario; the vulnerability is not judged but follows from the ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// How likely it is to be tried.
    pub threat: Level,
    /// How bad it would be.
    pub consequence: Level,
    /// How sure the team is.
    pub confidence: Confidence,
}

/// What one mapped domain brings to a vulnerability.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainFigures {
    /// Id of the domain.
    pub domain: String,
    /// Points of its rated criteria together.
    pub sum: u32,
    /// How many criteria were rated, each facility counting by itself; 0 when the domain was not looked at.
    pub rated: u32,
}

/// The risk of a scenario, with every figure it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Id of the scenario.
    pub scenario: String,
    /// The mapped domains, in the order of the template.
    pub domains: Vec<DomainFigures>,
    /// Points of all rated criteria: the mean is `sum / rated`.
    pub sum: u32,
    /// How many were rated; never 0.
    pub rated: u32,
    /// How likely it is to be tried.
    pub threat: Level,
    /// 5 minus the mean, rounded to a whole number with halves up, at least 1.
    pub vulnerability: Level,
    /// How bad it would be.
    pub consequence: Level,
    /// Threat x 5 x consequence: as if nothing stood against it.
    pub inherent: u8,
    /// Threat x vulnerability x consequence: what is left.
    pub residual: u8,
    /// How sure the team is.
    pub confidence: Confidence,
}

impl Risk {
    /// The risk of a scenario, from the tallies of its domains; `None` when none of their criteria is rated.
    #[must_use]
    pub fn of(
        scenario: &Scenario,
        judged: Judgement,
        tallies: &BTreeMap<String, Tally>,
    ) -> Option<Self> {
        let domains: Vec<DomainFigures> = scenario
            .domains
            .iter()
            .map(|domain| {
                let tally = tallies.get(domain).copied().unwrap_or_default();
                DomainFigures {
                    domain: domain.clone(),
                    sum: tally.sum,
                    rated: tally.rated,
                }
            })
            .collect();
        Self::from_figures(scenario.id.clone(), domains, judged)
    }

    /// The risk from the figures of its domains; `None` when nothing is rated.
    #[must_use]
    pub fn from_figures(
        scenario: String,
        domains: Vec<DomainFigures>,
        judged: Judgement,
    ) -> Option<Self> {
        let add = |total: u32, more: u32| total.saturating_add(more);
        let sum = domains.iter().map(|one| one.sum).fold(0, add);
        let rated = domains.iter().map(|one| one.rated).fold(0, add);
        let vulnerability = vulnerability(sum, rated)?;
        let Judgement {
            threat,
            consequence,
            confidence,
        } = judged;
        let figure = |vulnerability: Level| threat.0 * vulnerability.0 * consequence.0;
        Some(Self {
            scenario,
            domains,
            sum,
            rated,
            threat,
            vulnerability,
            consequence,
            inherent: figure(Level::HIGHEST),
            residual: figure(vulnerability),
            confidence,
        })
    }

    /// What was judged, without what follows.
    #[must_use]
    pub const fn judged(&self) -> Judgement {
        Judgement {
            threat: self.threat,
            consequence: self.consequence,
            confidence: self.confidence,
        }
    }

    /// Whether the figures follow from one another as they should.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        let possible = |one: &DomainFigures| u64::from(one.sum) <= 4 * u64::from(one.rated);
        self.domains.iter().all(possible)
            && Self::from_figures(self.scenario.clone(), self.domains.clone(), self.judged())
                .is_some_and(|computed| computed == *self)
    }

    /// Where the inherent risk lies.
    #[must_use]
    pub const fn inherent_band(&self) -> Band {
        Band::of(self.inherent)
    }

    /// Where the residual risk lies.
    #[must_use]
    pub const fn residual_band(&self) -> Band {
        Band::of(self.residual)
    }
}

/// `5 - sum / rated`, rounded to a whole number with halves up, at least 1; `None` when nothing is rated.
fn vulnerability(sum: u32, rated: u32) -> Option<Level> {
    if rated == 0 {
        return None;
    }
    let (sum, rated) = (u64::from(sum), u64::from(rated));
    let rounded = (11 * rated).saturating_sub(2 * sum) / (2 * rated);
    let level = u8::try_from(rounded).ok()?.max(Level::LOWEST.0);
    Level::try_from(level).ok()
}
