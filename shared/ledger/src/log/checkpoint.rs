//! Checkpoints (c2sp.org/tlog-checkpoint): size and root of a space's tree, signed by the deployment's log key.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};

use super::note::{Note, NoteAlgorithm, NoteError, NoteKey};
use crate::id::SpaceId;
use crate::key::verify_message;
use crate::merkle::Hash;

/// Why a checkpoint is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not a signed note of three lines.
    #[error("not a checkpoint")]
    Form,
    /// Of another log.
    #[error("a checkpoint of {found:?}, not of {expected:?}")]
    Origin {
        /// The origin that was due.
        expected: String,
        /// The origin found.
        found: String,
    },
    /// Nobody signed it with the log's key.
    #[error("not signed by the log")]
    Unsigned,
    /// A signature in the log's name does not fit.
    #[error("the log's signature does not fit")]
    Signature,
}

impl CheckpointError {
    /// Stable name, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Form => "checkpoint-unreadable",
            Self::Origin { .. } => "checkpoint-other-origin",
            Self::Unsigned => "checkpoint-unsigned",
            Self::Signature => "checkpoint-signature",
        }
    }
}

impl From<NoteError> for CheckpointError {
    fn from(_: NoteError) -> Self {
        Self::Form
    }
}

/// The origin line of a space's log: `<host of the deployment>/space/<space id>`.
pub fn log_origin(deployment: &str, space: SpaceId) -> String {
    let host = deployment
        .split_once("://")
        .map_or(deployment, |(_, host)| host);
    format!("{host}/space/{space}")
}

/// Size and root of a space's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: see [`log_origin`].
    pub origin: String,
    /// Number of leaves.
    pub size: u64,
    /// RFC 9162 root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// Its text: three lines.
    pub fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root)
        )
    }

    /// Reads the text of a note, strictly and without further lines.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text
            .strip_suffix('\n')
            .ok_or(CheckpointError::Form)?
            .split('\n');
        let (Some(origin), Some(size), Some(root), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(CheckpointError::Form);
        };
        let read = Self {
            origin: origin.to_owned(),
            size: size.parse().map_err(|_| CheckpointError::Form)?,
            root: STANDARD
                .decode(root)
                .ok()
                .and_then(|root| root.try_into().ok())
                .ok_or(CheckpointError::Form)?,
        };
        // No second spelling: no leading zero, no sign.
        if origin.is_empty() || read.text() != text {
            return Err(CheckpointError::Form);
        }
        Ok(read)
    }
}

/// A deployment's log key as it is published: what [`LogKey::text`] ends with in each of its logs.
pub fn published(public: &[u8; 32]) -> String {
    NoteAlgorithm::Ed25519.encode(public)
}

/// Reads [`published`].
pub fn parse_published(text: &str) -> Result<[u8; 32], CheckpointError> {
    let bytes = STANDARD.decode(text).map_err(|_| CheckpointError::Form)?;
    bytes
        .split_first()
        .and_then(|(_, public)| <[u8; 32]>::try_from(public).ok())
        .filter(|public| published(public) == text)
        .ok_or(CheckpointError::Form)
}

/// The key by which a log's checkpoints are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKey(NoteKey);

impl LogKey {
    /// The key of the log of a space, from what its genesis says: origin of the deployment and log key.
    pub fn of(deployment: &str, space: SpaceId, public: [u8; 32]) -> Result<Self, CheckpointError> {
        let origin = log_origin(deployment, space);
        Ok(Self(NoteKey::new(&origin, NoteAlgorithm::Ed25519, public)?))
    }

    /// From the text that foreign tools take (`name+id+key`); the name is the log's origin.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let key = NoteKey::parse(text)?;
        if key.algorithm() != NoteAlgorithm::Ed25519 {
            return Err(CheckpointError::Form);
        }
        Ok(Self(key))
    }

    /// As foreign tools take it.
    pub fn text(&self) -> String {
        self.0.text()
    }

    /// The Ed25519 public key.
    pub fn public(&self) -> &[u8; 32] {
        self.0.public()
    }

    /// Whether a text names this key: [`LogKey::text`], or [`published`] of its public half.
    pub fn is_named_by(&self, text: &str) -> bool {
        text == self.text() || text == published(self.public())
    }

    /// The log's origin.
    pub fn origin(&self) -> &str {
        self.0.name()
    }

    /// Opens a checkpoint of this log: its origin and the log's own signature are checked.
    pub fn open(&self, note: &[u8]) -> Result<SignedCheckpoint, CheckpointError> {
        let note = Note::parse(note)?;
        let checkpoint = Checkpoint::parse(&note.text)?;
        if checkpoint.origin != self.origin() {
            return Err(CheckpointError::Origin {
                expected: self.origin().to_owned(),
                found: checkpoint.origin,
            });
        }
        let mut own = None;
        for bytes in note.by(&self.0) {
            let signature: [u8; 64] = bytes.try_into().map_err(|_| CheckpointError::Signature)?;
            verify_message(self.0.public(), note.text.as_bytes(), &signature)
                .map_err(|_| CheckpointError::Signature)?;
            own = Some(signature);
        }
        let signature = own.ok_or(CheckpointError::Unsigned)?;
        Ok(SignedCheckpoint {
            checkpoint,
            signature,
        })
    }

    /// The note of a checkpoint of this log.
    pub fn note(&self, signed: &SignedCheckpoint) -> String {
        format!(
            "{}\n{}",
            signed.checkpoint.text(),
            self.0.line(&signed.signature)
        )
    }

    /// Whether a checkpoint that was kept is one of this log.
    pub fn check(&self, signed: &SignedCheckpoint) -> Result<(), CheckpointError> {
        self.open(self.note(signed).as_bytes()).map(drop)
    }
}

/// A checkpoint with the log's signature: as [`LogKey::open`] found it good, or as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// What was signed.
    pub checkpoint: Checkpoint,
    /// The log's Ed25519 signature over the text.
    pub signature: [u8; 64],
}

impl SignedCheckpoint {
    /// Signs with the deployment's log key.
    pub fn sign(checkpoint: Checkpoint, key: &SigningKey) -> Self {
        let signature = key.sign(checkpoint.text().as_bytes()).to_bytes();
        Self {
            checkpoint,
            signature,
        }
    }
}
