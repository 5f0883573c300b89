//! The API from outside: one binary, modules that mirror the routes, each test
//! on SQLite and on PostgreSQL.
//!
//! `HAWSER_TEST_POSTGRES` names a cluster (`postgres://user@host:port`), or is
//! `off`; without it the tests start a cluster of their own where the programs
//! of PostgreSQL are installed.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

mod access;
mod append;
mod blobs;
mod check;
mod claims;
mod cross_site;
mod document;
mod headers;
mod invitations;
mod keepers;
mod live;
mod log;
mod nominations;
mod page;
mod records;
mod recovery;
mod registration;
mod session;
mod shares;
mod spaces;
mod storage;
mod witness;
