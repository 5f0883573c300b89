//! What page and agent say to each other. Plain data only.
//!
//! An envelope is JSON text; files and pixels travel beside it as the
//! browser's own objects. The page queues until the worker has said
//! [`FromAgent::Ready`].
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod account;
pub mod bundle;
pub mod case;
pub mod command;
pub mod evidence;
pub mod exchange;
pub mod failure;
pub mod keepers;
pub mod mission;
pub mod organisation;
pub mod programme;
pub mod record;
pub mod transfer;

pub use command::{Command, Reply};
pub use failure::Failure;

use hawser_casework::SpaceId;
use serde::{Deserialize, Serialize};

/// From the page.
#[derive(Clone, Serialize, Deserialize)]
pub struct ToAgent {
    /// Answers carry it back.
    pub id: u64,
    /// What is asked.
    pub command: Command,
}

/// From the agent.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FromAgent {
    /// It listens now.
    Ready,
    /// Answer to one request.
    Reply {
        /// Of the request.
        id: u64,
        /// What came of it.
        result: Result<Reply, Failure>,
    },
    /// Something changed; whoever shows it asks again.
    Notice(Notice),
}

/// Unasked news from the agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Notice {
    /// A space has new entries that were verified and added up.
    Space {
        /// Which.
        space: SpaceId,
    },
    /// Invitations, letters or nominations changed.
    Errands,
    /// A file moved on.
    Transfer(transfer::Transfer),
    /// Whether the server can be reached, and what waits to be sent.
    Connection(Connection),
    /// The session has ended (revoked, expired, signed out elsewhere).
    SignedOut,
}

/// State of the line to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// Reachable.
    pub online: bool,
    /// Commands not yet acknowledged.
    pub waiting: u32,
    /// Since when it has not been reachable, milliseconds since 1970.
    pub offline_since_ms: Option<i64>,
}
