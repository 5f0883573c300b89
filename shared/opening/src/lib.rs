//! What anyone can do who was handed the key of one event: check that it is the key, and open it.
//!
//! A court reads what was disclosed to it with the same code by which a member reads a case.

mod event;
mod padme;

pub use event::{EventKey, OpenError, decrypt};
pub use padme::padded;
