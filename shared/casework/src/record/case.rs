//! The case itself and the people in it.

use serde::{Deserialize, Serialize};

/// The terms of the case, from its agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseTerms {
    /// What the case is called.
    pub title: String,
    /// Reference of the agreement; empty when it has none.
    pub reference: String,
    /// Purpose of the team; empty when not given.
    pub purpose: String,
    /// First day of the term, `YYYY-MM-DD`.
    pub starts: String,
    /// Last day of the term, `YYYY-MM-DD`, not before the first.
    pub ends: String,
    /// The controller of the data; empty when not yet designated.
    pub controller: String,
}

/// What changed in a person's position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonAct {
    /// Suspended for the time being.
    Suspended,
    /// Back from suspension.
    Reinstated,
    /// Left, or was removed.
    Ended,
    /// Has another role.
    RoleChanged,
}

impl PersonAct {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Reinstated => "reinstated",
            Self::Ended => "ended",
            Self::RoleChanged => "role-changed",
        }
    }
}
