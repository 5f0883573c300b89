//! What a log asks of an independent log keeper (c2sp.org/tlog-witness, `add-checkpoint`).

use super::hash_lines;
use crate::merkle::Hash;

/// Path of the request below a keeper's address.
pub const ADD_CHECKPOINT: &str = "add-checkpoint";
/// Media type of the answer 409: the size that the keeper confirmed last, and a line feed.
pub const SIZE_TYPE: &str = "text/x.tlog.size";
/// Longest request that is read, in bytes.
pub const MAX_REQUEST: usize = 16 << 10;

/// A request that is not of this form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a request to confirm a checkpoint")]
pub struct RequestError;

/// A request to confirm a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size that the keeper confirmed last, as far as the log knows; 0 for none.
    pub old: u64,
    /// Consistency proof from there (RFC 9162, 2.1.4.1).
    pub proof: Vec<Hash>,
    /// The signed checkpoint.
    pub note: String,
}

impl AddCheckpoint {
    /// As it is sent.
    pub fn text(&self) -> String {
        let proof = hash_lines::lines(&self.proof);
        format!("old {}\n{proof}\n{}", self.old, self.note)
    }

    /// Reads [`AddCheckpoint::text`], strictly; nothing is checked yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, RequestError> {
        if bytes.len() > MAX_REQUEST {
            return Err(RequestError);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| RequestError)?;
        let (head, note) = text.split_once("\n\n").ok_or(RequestError)?;
        let mut lines = head.split('\n');
        let old = lines
            .next()
            .and_then(|line| line.strip_prefix("old "))
            .and_then(|old| old.parse().ok())
            .ok_or(RequestError)?;
        let proof = hash_lines::parse_all(lines).ok_or(RequestError)?;
        let read = Self {
            old,
            proof,
            note: note.to_owned(),
        };
        // No second spelling of a number or a hash.
        if read.text() != text {
            return Err(RequestError);
        }
        Ok(read)
    }
}

/// Reads the body of an answer 409.
pub fn parse_size(body: &[u8]) -> Option<u64> {
    let line = std::str::from_utf8(body).ok()?.strip_suffix('\n')?;
    let size: u64 = line.parse().ok()?;
    (size.to_string() == line).then_some(size)
}

/// How many of so many keepers have to confirm a state before anybody relies on it: more than half, so that no two
/// states that contradict each other are both confirmed unless a keeper confirms both.
pub fn quorum(keepers: usize) -> usize {
    if keepers == 0 { 0 } else { keepers / 2 + 1 }
}
