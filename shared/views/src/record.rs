//! The record page: what was checked.

use serde::{Deserialize, Serialize};

use crate::case::EntryLine;

/// Outcome of replaying a case record from its first entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordCheck {
    /// Entries checked and found good.
    pub entries: u64,
    /// Signatures checked.
    pub signatures: u64,
    /// Keys that signed: (name, party, entries).
    pub signers: Vec<(String, String, u64)>,
    /// Entries that could be opened.
    pub opened: u64,
    /// Entries written for groups the reader has no access to.
    pub withheld: u64,
    /// Entries whose content cannot be read, by whom.
    pub unreadable: Vec<(u64, String)>,
    /// Milliseconds it took.
    pub took_ms: u64,
    /// When, milliseconds since 1970.
    pub as_of_ms: i64,
    /// Root of the tree, hexadecimal (the technical detail).
    pub root: String,
    /// Leaf hash of the newest entry, hexadecimal.
    pub head: String,
    /// A short code by which prints are compared: 12 digits.
    pub code: String,
    /// The first fault, if any.
    pub fault: Option<RecordFault>,
}

/// What is wrong with a case record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordFault {
    /// Number of the entry.
    pub seq: u64,
    /// Stable code, such as bad-signature, wrong-previous, cut-below-pin.
    pub code: String,
    /// When it was found, milliseconds since 1970.
    pub found_ms: i64,
    /// A file by which anyone can see that the log contradicts itself.
    pub proof: Option<String>,
}

/// A stretch of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineView {
    /// In order of what happened, newest first.
    pub entries: Vec<EntryLine>,
    /// Number of entries in all.
    pub total: u64,
    /// Offset of the first.
    pub offset: u64,
}
