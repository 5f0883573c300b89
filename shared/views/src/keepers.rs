//! Independent log keepers, who confirm what the server shows of a record.

use hawser_casework::Moment;
use serde::{Deserialize, Serialize};

/// A log keeper that the deployment asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeeperOffer {
    /// The name it signs under.
    pub name: String,
    /// Its key, as it publishes it (`name+id+key`).
    pub key: String,
}

/// Which log keepers a new space names, for good.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepersWish {
    /// Their keys, as they publish them.
    pub keys: Vec<String>,
    /// How old a confirmation may be when somebody is admitted, something shared or exported, in seconds; zero for
    /// any.
    pub max_age_s: u32,
}

/// How a record stands with the log keepers that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepersView {
    /// How many it names.
    pub named: u32,
    /// They; empty for readers of limited access, who are not told when others write.
    pub keepers: Vec<KeeperLine>,
    /// How many of them have to confirm: more than half.
    pub needed: u32,
    /// How old their confirmation may be, in seconds; zero for any.
    pub max_age_s: u32,
    /// Since when so many have confirmed; `None` while fewer have, and for readers of limited access.
    pub confirmed: Option<Moment>,
    /// good; newest: they confirmed what came before, and not the newest entries; late: nobody can be admitted, nothing shared or exported before they confirm anew; clock-behind: they
    /// confirmed at times that have not come on this computer.
    pub standing: String,
    /// Number of entries.
    pub entries: u64,
}

/// A log keeper that a record names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeeperLine {
    /// The name it signs under; empty while it has confirmed nothing.
    pub name: String,
    /// Its key as it publishes it (`name+id+key`); what that ends with while its name is not known.
    pub key: String,
    /// When it confirmed last.
    pub at: Option<Moment>,
    /// How many entries it confirmed.
    pub entries: u64,
}
