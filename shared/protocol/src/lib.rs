//! What crosses the wire: paths, requests, responses and error codes.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod account;
pub mod blob;
pub mod bytes;
pub mod organisation;
pub mod path;
pub mod problem;
pub mod space;
#[cfg(feature = "opaque")]
pub mod suite;

pub use bytes::Bytes;
pub use problem::{ErrorCode, Problem};
