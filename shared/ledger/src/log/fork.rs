//! Proof that a log has told two stories: two checkpoints that it signed and that cannot both be of one tree.
//!
//! Whoever has the log's key can check it, without Hawser and without the server.

use super::checkpoint::{CheckpointError, LogKey, SignedCheckpoint};
use super::hash_lines;
use crate::merkle::{Hash, verify_consistency};

const HEADING: &str = "hawser/fork-proof@v1";

/// Why a fork is not proven.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForkError {
    /// The text is not of this form.
    #[error("not a fork proof")]
    Form,
    /// One of the checkpoints is not of this log.
    #[error("{0}")]
    Checkpoint(#[from] CheckpointError),
    /// Both can be of one tree, or the hashes do not show that they cannot.
    #[error("the two checkpoints do not contradict each other")]
    NoContradiction,
}

/// Two checkpoints of one log that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForkProof {
    /// The smaller one.
    pub earlier: SignedCheckpoint,
    /// The larger one, or another of the same size.
    pub later: SignedCheckpoint,
    /// The root that the later tree had at the earlier size.
    pub root_then: Hash,
    /// Consistency proof (RFC 9162, 2.1.4) from `root_then` to the later root; empty for equal sizes.
    pub proof: Vec<Hash>,
}

impl ForkProof {
    /// Checks that the two contradict each other, and that both are of this log.
    pub fn check(&self, key: &LogKey) -> Result<(), ForkError> {
        key.check(&self.earlier)?;
        key.check(&self.later)?;
        let (earlier, later) = (&self.earlier.checkpoint, &self.later.checkpoint);
        let follows = verify_consistency(
            earlier.size,
            &self.root_then,
            later.size,
            &later.root,
            &self.proof,
        );
        if follows && self.root_then != earlier.root {
            Ok(())
        } else {
            Err(ForkError::NoContradiction)
        }
    }

    /// As a file: heading, log key, root, hashes, and the two checkpoints as they were signed.
    pub fn text(&self, key: &LogKey) -> String {
        let mut out = format!("{HEADING}\nlog {}\n", key.text());
        out.push_str(&format!("root {}", hash_lines::line(&self.root_then)));
        for hash in &self.proof {
            out.push_str(&format!("hash {}", hash_lines::line(hash)));
        }
        let (earlier, later) = (key.note(&self.earlier), key.note(&self.later));
        format!("{out}\n{earlier}\n{later}")
    }

    /// Reads and checks [`ForkProof::text`]; the key that it names is given back, to be compared with the one that
    /// is known.
    pub fn parse(text: &str) -> Result<(LogKey, Self), ForkError> {
        let parts: Vec<&str> = text.split("\n\n").collect();
        let [head, earlier, earlier_signed, later, later_signed] = parts[..] else {
            return Err(ForkError::Form);
        };
        let mut lines = head.split('\n');
        if lines.next() != Some(HEADING) {
            return Err(ForkError::Form);
        }
        let named = |line: Option<&str>, name: &str| {
            line.and_then(|line| line.strip_prefix(name))
                .map(str::to_owned)
                .ok_or(ForkError::Form)
        };
        let key = LogKey::parse(&named(lines.next(), "log ")?)?;
        let root_then = named(lines.next(), "root ")?;
        let root_then = hash_lines::parse(&root_then).ok_or(ForkError::Form)?;
        let proof = lines
            .map(|line| line.strip_prefix("hash "))
            .collect::<Option<Vec<_>>>()
            .and_then(|hashes| hash_lines::parse_all(hashes.into_iter()))
            .ok_or(ForkError::Form)?;
        let open = |text: &str, signed: &str, end: &str| {
            key.open(format!("{text}\n\n{signed}{end}").as_bytes())
        };
        let fork = Self {
            earlier: open(earlier, earlier_signed, "\n")?,
            later: open(later, later_signed, "")?,
            root_then,
            proof,
        };
        fork.check(&key)?;
        Ok((key, fork))
    }
}
