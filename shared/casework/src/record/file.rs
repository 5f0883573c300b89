//! A file attached to another record: where its encrypted body lies and how to open it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, RecordId};

/// An attached file. Prefix and body together are one file of the age format (age-encryption.org/v1).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// The record it belongs to: an exhibit, what was sent for check, or a file of that of which it is a
    /// redacted copy.
    pub to: RecordId,
    /// The encrypted body on the server.
    pub blob: BlobId,
    /// File name, without folders.
    pub name: String,
    /// Media type: `image/jpeg`.
    pub media_type: String,
    /// Length of the content in bytes.
    pub length: u64,
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The age file key, 32 lower-case hexadecimal digits. Secret: never in a log.
    pub file_key: String,
    /// age header and nonce, base64 with padding.
    pub age_prefix: String,
    /// Size of an uploaded part in bytes.
    pub part_size: u32,
    /// Length of the encrypted body in bytes.
    pub body_length: u64,
    /// RFC 9162 root over the hashes of the parts, 64 lower-case hexadecimal digits.
    pub parts_root: String,
    /// Caption; empty when none.
    pub caption: String,
}

impl AttachedFile {
    /// Whether the file is a picture, by its media type.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }
}

impl fmt::Debug for AttachedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttachedFile")
            .field("to", &self.to)
            .field("blob", &self.blob)
            .field("media_type", &self.media_type)
            .field("length", &self.length)
            .field("file_key", &"…")
            .finish_non_exhaustive()
    }
}
