//! Files on their way.

use hawser_casework::{RecordId, SpaceId};
use serde::{Deserialize, Serialize};

/// A file on its way up or down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Identifies it within the profile, hexadecimal.
    pub id: String,
    /// The case.
    pub space: SpaceId,
    /// The record it belongs to: an exhibit, something sent for check.
    pub to: RecordId,
    /// File name.
    pub name: String,
    /// up, down, or bundle.
    pub direction: String,
    /// waiting, running, needs-file (after a reload: choose the same file again), done, cancelled, failed.
    pub state: String,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
    /// Bytes per second over the last seconds; zero while unknown.
    pub rate: u64,
    /// Code of the failure.
    pub failure: String,
}

/// A file the person picked; the browser's own `File` travels beside the envelope in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickedFile {
    /// Name.
    pub name: String,
    /// Media type as told by the browser; may be empty.
    pub media_type: String,
    /// Bytes.
    pub length: u64,
    /// Milliseconds since 1970.
    pub modified_ms: i64,
    /// Caption; may be empty.
    pub caption: String,
}
