//! What is to be done about a finding, and whether it is done in time.
//!
//! Days are dates of the calendar, `YYYY-MM-DD`, which as texts stand in their own order.

use serde::{Deserialize, Serialize};

use super::score::percent;
use crate::time::days_between;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth improving.
    Low,
    /// Weakens what stands against trafficking.
    Medium,
    /// Leaves a way open.
    High,
    /// Leaves a way open that is known to be used.
    Critical,
}

impl Severity {
    /// Every severity, in the order of a chooser.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Critical];

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

/// How soon a recommendation should be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// At the next opportunity.
    Low,
    /// Within the year.
    Medium,
    /// Within weeks.
    High,
}

impl Priority {
    /// Every priority, in the order of a chooser.
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

/// How far an action is. Verified is not among them: that is the word of another of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionStatus {
    /// Agreed and not begun.
    Open,
    /// Begun.
    InProgress,
    /// Held up; the clock runs on.
    Blocked,
    /// Reported done; not yet verified.
    Done,
}

impl ActionStatus {
    /// Every status, in the order of a chooser.
    pub const ALL: [Self; 4] = [Self::Open, Self::InProgress, Self::Blocked, Self::Done];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in-progress",
            Self::Blocked => "blocked",
            Self::Done => "done",
        }
    }
}

/// The days of an action.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionDays {
    /// When the finding was raised about which it is.
    pub found: String,
    /// When it was agreed.
    pub agreed: String,
    /// When it was due first.
    pub original_due: String,
    /// When it is due now.
    pub due: String,
    /// When it was reported done, as it stands.
    pub done: Option<String>,
    /// When another of the team verified it.
    pub verified: Option<String>,
}

impl ActionDays {
    /// Whether it is past its due day and not reported done, as of a day. Nothing but being done stops the clock.
    #[must_use]
    pub fn is_overdue(&self, as_of: &str) -> bool {
        self.done.is_none() && *self.due < *as_of
    }

    /// Whether it was done by the day first agreed; `None` while that can still be.
    #[must_use]
    pub fn on_time(&self, as_of: &str) -> Option<bool> {
        match &self.done {
            Some(done) => Some(*done <= self.original_due),
            None => (*self.original_due < *as_of).then_some(false),
        }
    }

    /// Days from the finding until another of the team verified that it is dealt with; `None` while nobody has.
    #[must_use]
    pub fn until_verified(&self) -> Option<i64> {
        days_between(&self.found, self.verified.as_ref()?)
    }
}

/// How long it took from findings until another of the team verified what was done about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UntilVerified {
    /// Actions that are verified.
    pub verified: u32,
    /// Of these, half took so many days or fewer; of an even number the longer of the two in the middle.
    pub median: i64,
    /// The longest, in days.
    pub longest: i64,
}

impl UntilVerified {
    /// Of actions; `None` while none is verified.
    #[must_use]
    pub fn of<'a>(actions: impl IntoIterator<Item = &'a ActionDays>) -> Option<Self> {
        let mut days: Vec<i64> = actions
            .into_iter()
            .filter_map(ActionDays::until_verified)
            .collect();
        days.sort_unstable();
        Some(Self {
            verified: u32::try_from(days.len()).unwrap_or(u32::MAX),
            median: *days.get(days.len() / 2)?,
            longest: *days.last()?,
        })
    }
}

/// How many recommendations were accepted: those on which an action was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// An action was agreed on them.
    pub accepted: u32,
    /// Recommendations made.
    pub of: u32,
}

impl Accepted {
    /// Whole percent, halves rounded up; `None` while nothing is recommended.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        percent(u64::from(self.accepted), u64::from(self.of))
    }
}

/// How many actions were done by the day first agreed, of those of which that can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnTime {
    /// Done by the day first agreed.
    pub on_time: u32,
    /// Done, or past the day first agreed.
    pub of: u32,
}

impl OnTime {
    /// Counts actions, as of a day.
    #[must_use]
    pub fn of<'a>(actions: impl IntoIterator<Item = &'a ActionDays>, as_of: &str) -> Self {
        let told = actions
            .into_iter()
            .filter_map(|action| action.on_time(as_of));
        told.fold(Self::default(), |count, on_time| Self {
            on_time: count.on_time + u32::from(on_time),
            of: count.of + 1,
        })
    }

    /// Whole percent, halves rounded up; `None` while nothing can be told.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        percent(u64::from(self.on_time), u64::from(self.of))
    }
}
