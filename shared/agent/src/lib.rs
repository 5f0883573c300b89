//! One member at work: pulls a space's events, verifies and opens them, adds
//! them up, appends new ones, moves files. I/O stands behind [`io`].
//!
//! The agent holds the keys of one person in one place. No command of
//! [`hawser_views::Command`] returns a key.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![expect(async_fn_in_trait, reason = "browser futures are not Send; native agents run on a LocalSet")]

pub mod io;
