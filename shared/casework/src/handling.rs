//! The handling block of a record: how the matter was obtained, and what may be done with it.

use serde::{Deserialize, Serialize};

use crate::id::PartyId;

/// Europol handling code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HandlingCode {
    /// No further restriction than the law's.
    H0,
    /// Not to be used in court without the provider's permission.
    H1,
    /// Not to be passed on without the provider's permission.
    H2,
    /// Other restrictions, given in words.
    H3,
}

impl HandlingCode {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::H0 => "H0",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
        }
    }
}

/// How the matter was obtained.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Obtained {
    /// Under the team's agreement.
    UnderTeam {
        /// The State in which, by its country code.
        state: String,
    },
    /// Before the team was set up.
    BeforeTeam,
    /// By mutual legal assistance.
    Mla {
        /// Reference of the request.
        reference: String,
    },
    /// By a European Investigation Order.
    InvestigationOrder {
        /// Reference of the order.
        reference: String,
    },
    /// Given voluntarily.
    Voluntary,
    /// Not known, or not yet said.
    #[default]
    Unknown,
}

impl Obtained {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnderTeam { .. } => "under-team",
            Self::BeforeTeam => "before-team",
            Self::Mla { .. } => "mla",
            Self::InvestigationOrder { .. } => "investigation-order",
            Self::Voluntary => "voluntary",
            Self::Unknown => "unknown",
        }
    }
}

/// Whose personal data it is: Directive (EU) 2016/680, Article 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonCategory {
    /// A person suspected.
    Suspect,
    /// A person convicted.
    Convicted,
    /// A victim.
    Victim,
    /// A witness.
    Witness,
    /// Another person linked to the offence.
    Other,
    /// No personal data, or not yet said.
    #[default]
    None,
}

impl PersonCategory {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Suspect => "suspect",
            Self::Convicted => "convicted",
            Self::Victim => "victim",
            Self::Witness => "witness",
            Self::Other => "other",
            Self::None => "none",
        }
    }
}

/// To whom a matter may be passed on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Onward {
    /// To whom the agreement allows.
    #[default]
    Open,
    /// Not to third States other than the one it came from.
    NotToThirdStates,
    /// To nobody beyond those who may read it now.
    NotPassedOn,
}

impl Onward {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotToThirdStates => "not-to-third-states",
            Self::NotPassedOn => "not-passed-on",
        }
    }
}

/// The handling block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// Handling code, when one was given.
    pub code: Option<HandlingCode>,
    /// How it was obtained.
    pub obtained: Obtained,
    /// Limits on use; empty when there are none.
    pub use_limits: String,
    /// To whom it may be passed on; kept to when it is shared.
    pub onward: Onward,
    /// Limits on passing it on, in words; empty when there are none.
    pub onward_limits: String,
    /// Whether it is legally privileged.
    pub privileged: bool,
    /// Whose personal data it is.
    pub person_category: PersonCategory,
    /// Language of the content, as a BCP 47 tag; empty when it has none.
    pub language: String,
    /// Parties it is addressed to; empty when to all who may read it.
    pub addressees: Vec<PartyId>,
}
