//! What anyone may check without a secret: event headers and signatures, who
//! is a member of a space, and the Merkle tree over what was written.
//!
//! Every byte format here is defined, with a vector, in `docs/PROTOCOL.md`.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod chain;
pub mod codec;
pub mod consent;
pub mod event;
pub mod frame;
pub mod header;
pub mod id;
pub mod key;
pub mod log;
pub mod membership;
pub mod merkle;
pub mod person;
pub mod safety_number;
pub mod statement;

pub use chain::{Chain, ChainError};
pub use event::{Event, EventError};
pub use frame::Frame;
pub use header::Header;
pub use id::{
    BlobId, CommandId, EventId, GroupId, KeyId, OrganisationId, RequestId, SpaceId, UserId,
};
