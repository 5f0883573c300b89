//! The log key, and what the deployment signs with it: size and root of a space's tree.
//!
//! A checkpoint is made of what is committed and of nothing else, and Ed25519 signs alike each time: asked twice at
//! one size, the server gives the same bytes.

use std::path::Path;

use ed25519_dalek::SigningKey;
use hawser_ledger::SpaceId;
use hawser_ledger::log::checkpoint::log_origin;
use hawser_ledger::log::{Checkpoint, LogKey, SignedCheckpoint};
use hawser_ledger::merkle::CompactTree;

use crate::error::{ApiError, ApiResult};
use crate::key_file::{KeyFile, KeyFileError};

/// The log key's file.
pub const FILE: KeyFile = KeyFile {
    name: "log-key",
    heading: "hawser-log-key-v1 ",
    harm: "there are spaces that name it: with a new one their members would take the server for another",
};

/// Why the log cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The key file.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// Spaces name another key.
    #[error(
        "the key in {file} is not the one that the spaces in the database name: restore {file} from the backup, \
         or copy it from the server that was there first"
    )]
    OtherKey {
        /// Name of the key file.
        file: &'static str,
    },
    /// Spaces name another origin.
    #[error(
        "HAWSER_ORIGIN is {now:?}, but the spaces in the database were founded under {founded:?}: their logs bear \
         that name, and members would take this for another server"
    )]
    OtherOrigin {
        /// What is configured.
        now: String,
        /// What it was.
        founded: String,
    },
}

/// Signs for all spaces of one deployment.
pub struct Log {
    deployment: String,
    key: SigningKey,
}

impl Log {
    /// Reads `{data}/log-key`, or makes it where there are no spaces yet; `founded` is what spaces name.
    pub fn open(
        data: &Path,
        origin: &str,
        founded: Option<&(String, [u8; 32])>,
    ) -> Result<Self, LogError> {
        let log = Self {
            deployment: origin.to_owned(),
            key: FILE.signing_key(data, founded.is_some())?,
        };
        match founded {
            Some((_, key)) if *key != log.public() => Err(LogError::OtherKey { file: FILE.name }),
            Some((founded, _)) if founded != origin => Err(LogError::OtherOrigin {
                now: origin.to_owned(),
                founded: founded.clone(),
            }),
            _ => Ok(log),
        }
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    /// The signed note over a space's tree.
    pub fn checkpoint(&self, space: SpaceId, tree: &CompactTree) -> ApiResult<String> {
        let key = LogKey::of(&self.deployment, space, self.public())
            .map_err(|_| ApiError::stored("log key"))?;
        let checkpoint = Checkpoint {
            origin: log_origin(&self.deployment, space),
            size: tree.size(),
            root: tree.root(),
        };
        Ok(key.note(&SignedCheckpoint::sign(checkpoint, &self.key)))
    }
}
