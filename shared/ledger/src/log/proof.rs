//! Inclusion proofs as files (c2sp.org/tlog-proof): by which anyone who has the log's key can see that one entry
//! stands in the log, without the others.

use super::checkpoint::{CheckpointError, LogKey, SignedCheckpoint};
use super::hash_lines;
use crate::merkle::{Hash, verify_inclusion};

const HEADING: &str = "c2sp.org/tlog-proof@v1";

/// Why a proof is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The text is not of this form.
    #[error("not an inclusion proof")]
    Form,
    /// The checkpoint is not of this log.
    #[error("{0}")]
    Checkpoint(#[from] CheckpointError),
    /// The hashes do not lead from the entry to the root.
    #[error("the hashes do not lead to the root")]
    Root,
}

/// Proof that a leaf stands in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InclusionProof {
    /// Number of the leaf.
    pub index: u64,
    /// RFC 9162, 2.1.3.1.
    pub hashes: Vec<Hash>,
    /// The signed checkpoint, as it stands in the file.
    pub note: String,
}

impl InclusionProof {
    /// As a file.
    pub fn text(&self) -> String {
        let hashes = hash_lines::lines(&self.hashes);
        format!("{HEADING}\nindex {}\n{hashes}\n{}", self.index, self.note)
    }

    /// Reads [`InclusionProof::text`], strictly; nothing is checked yet. Extra data, which the format allows, is
    /// refused: Hawser writes none.
    pub fn parse(text: &str) -> Result<Self, ProofError> {
        let (head, note) = text.split_once("\n\n").ok_or(ProofError::Form)?;
        let mut lines = head.split('\n');
        if lines.next() != Some(HEADING) {
            return Err(ProofError::Form);
        }
        let index = lines
            .next()
            .and_then(|line| line.strip_prefix("index "))
            .and_then(|index| index.parse().ok())
            .ok_or(ProofError::Form)?;
        let hashes = hash_lines::parse_all(lines).ok_or(ProofError::Form)?;
        let read = Self {
            index,
            hashes,
            note: note.to_owned(),
        };
        if read.text() != text {
            return Err(ProofError::Form);
        }
        Ok(read)
    }

    /// Checks that `leaf` stands at the proof's index in this log.
    pub fn check(&self, leaf: &Hash, key: &LogKey) -> Result<SignedCheckpoint, ProofError> {
        let signed = key.open(self.note.as_bytes())?;
        let tree = &signed.checkpoint;
        if verify_inclusion(leaf, self.index, tree.size, &self.hashes, &tree.root) {
            Ok(signed)
        } else {
            Err(ProofError::Root)
        }
    }
}
