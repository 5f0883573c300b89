//! What goes to court: a cut of a ledger that anyone can verify, offline and without Hawser's server.
//!
//! A bundle is a folder, or the same as one ZIP file. [`Manifest`] says what is in it and is signed by who made it;
//! [`verify`] replays the entries, opens what was disclosed, and holds everything against what the log has signed.
//! Nothing here does I/O: bytes come from [`Files`].

mod fault;
mod files;
mod findings;
mod making;
mod manifest;
mod path;
mod replay;
mod report;
mod verify;
mod zip;

pub use fault::{Fault, verdict};
pub use files::{Bytes, Files, ReadError};
pub use making::{Bundle, Content, Disclosure, MakeError, Maker, Making};
pub use manifest::{FORMAT, Manifest};
pub use report::Words;
pub use verify::{Progress, verify};
pub use zip::{ZipError, ZipFiles};
