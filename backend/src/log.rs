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
use rand_core::{OsRng, RngCore as _};
use zeroize::Zeroizing;

use crate::error::{ApiError, ApiResult};
use crate::key_file::{KeyFile, KeyFileError};

/// The log key's file.
pub const FILE: KeyFile = KeyFile {
    name: "log-key",
    heading: "hawser-log-key-v1 ",
    harm: "there are spaces that name it: with a new one their members would take the server for another",
};

/// Signs for all spaces of one deployment.
pub struct Log {
    deployment: String,
    key: SigningKey,
}

impl Log {
    /// Reads `{data}/log-key`, or makes it where there are no spaces yet.
    pub fn open(data: &Path, origin: &str, has_spaces: bool) -> Result<Self, KeyFileError> {
        let bytes = FILE.open(data, has_spaces, || {
            let mut seed = Zeroizing::new(vec![0; 32]);
            OsRng.fill_bytes(&mut seed);
            seed
        })?;
        let seed = bytes[..].try_into().map_err(|_| FILE.damaged(data))?;
        Ok(Self {
            deployment: origin.to_owned(),
            key: SigningKey::from_bytes(seed),
        })
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
