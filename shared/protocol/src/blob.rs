//! File bodies, uploaded in parts.

use hawser_ledger::BlobId;
use serde::{Deserialize, Serialize};

/// Request header of a part: its SHA-256, 64 hexadecimal digits.
pub const PART_HASH_HEADER: &str = "x-hawser-part-sha256";

/// Reserves a blob.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlobCreate {
    /// Drawn at random by the uploading agent.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub blob: BlobId,
    /// Length of the whole body, in bytes; at least 16 (an empty file's one chunk).
    pub body_length: u64,
}

/// Where an upload stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlobState {
    /// Length of the whole body, in bytes.
    pub body_length: u64,
    /// Length of every part but the last, in bytes.
    pub part_length: u64,
    /// Durable parts: (index, SHA-256 in hexadecimal), ascending.
    pub parts: Vec<PartState>,
    /// Whether it was finished.
    pub finished: bool,
}

/// A durable part.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartState {
    /// From zero.
    pub index: u32,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// Finishes an upload.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlobFinish {
    /// RFC 9162 root over SHA-256 of each part, 64 hexadecimal digits; the server compares.
    pub parts_root: String,
}
