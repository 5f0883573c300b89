//! Bundles as a court gets them: made, checked, and damaged in every way.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../../../ledger/tests/ledger/support.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the ledger's own tests use more of it"
)]
mod support;

mod court;
mod damaged;
mod made;
mod program;
mod second;
mod vector;
