//! A hostile server between real agents and the real API: whatever it answers, nobody is deceived.
//!
//! The tests are numbered by the catalogue in docs/THREAT-MODEL.md. Each asserts which error names the lie, and that
//! what the victim has pinned and kept is what it was.

#![expect(
    clippy::unwrap_used,
    reason = "lies are told in closures that cannot fail, over bytes that the test made itself"
)]

mod answers;
mod files;
mod histories;
mod insider;
mod keepers;
mod key_change;
mod keys;
mod ledger;
mod log;
mod page;
mod proxy;
mod scene;
