//! `hawser witness`, an independent log keeper (c2sp.org/tlog-witness): it confirms the checkpoints of a deployment's
//! logs as long as each follows from the one that it confirmed before, and never two that contradict each other.
//!
//! It runs away from the deployment, under somebody else's hand, and learns names of logs, sizes and root hashes only.

mod answer;
mod config;
mod memory;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use ed25519_dalek::SigningKey;
use hawser_ledger::log::NoteKey;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::witness::{ADD_CHECKPOINT, MAX_REQUEST};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::clock::Clock;
use crate::data_folder::{self, FolderError};
use crate::database::DatabaseError;
use crate::key_file::{KeyFile, KeyFileError};

pub use config::{WatchedLog, WitnessConfig, WitnessConfigError};
use memory::Memory;

/// A body of which nothing comes for so long has ended.
const BODY_IDLE: Duration = Duration::from_secs(10);

const FILE: KeyFile = KeyFile {
    name: "keeper-key",
    heading: "hawser-keeper-key-v1 ",
    harm: "cases name it: with a new one nothing that is confirmed would count for them",
};

/// Why a log keeper does not start.
#[derive(Debug, thiserror::Error)]
pub enum WitnessError {
    /// The folder for its key and memory.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The key file.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// It has a key and remembers nothing, so that it could confirm another past under it.
    #[error(
        "{0} has a keeper-key but no keeper.sqlite: what was confirmed is forgotten. Restore the newest copy of it; if \
         there is none, begin anew in an empty folder, under a new key and a new name"
    )]
    Forgotten(String),
    /// What it remembers.
    #[error(transparent)]
    Memory(#[from] DatabaseError),
    /// Its name is none for a key.
    #[error(
        "name is {0:?}; expected a name without spaces and plus signs, such as keeper.example/hawser"
    )]
    Name(String),
}

/// A log keeper at work.
pub struct Witness {
    key: NoteKey,
    secret: SigningKey,
    logs: Vec<WatchedLog>,
    memory: Memory,
    clock: Clock,
}

impl Witness {
    /// Reads key and memory, or makes them where it never confirmed anything.
    pub async fn open(config: &WitnessConfig, clock: Clock) -> Result<Self, WitnessError> {
        data_folder::make(&config.data)?;
        let has_key = config.data.join(FILE.name).exists();
        if has_key && !Memory::is_in(&config.data) {
            return Err(WitnessError::Forgotten(config.data.display().to_string()));
        }
        let memory = Memory::open(&config.data).await?;
        let is_in_use = memory.any().await?;
        let secret = FILE.signing_key(&config.data, is_in_use)?;
        let public = secret.verifying_key().to_bytes();
        let key = NoteKey::new(&config.name, NoteAlgorithm::Cosignature, public)
            .map_err(|_| WitnessError::Name(config.name.clone()))?;
        Ok(Self {
            key,
            secret,
            logs: config.logs.clone(),
            memory,
            clock,
        })
    }

    /// What deployments and cases name it by.
    pub fn key(&self) -> &NoteKey {
        &self.key
    }
}

/// Serves until `shutdown`.
pub async fn serve(
    listener: TcpListener,
    witness: Witness,
    shutdown: CancellationToken,
) -> std::io::Result<()> {
    let witness = Arc::new(witness);
    let router = Router::new()
        .route(&format!("/{ADD_CHECKPOINT}"), post(answer::add_checkpoint))
        .route("/{log}/checkpoint", get(answer::newest))
        .layer(DefaultBodyLimit::max(MAX_REQUEST))
        .layer(RequestBodyTimeoutLayer::new(BODY_IDLE))
        .with_state(Arc::clone(&witness));
    let served = axum::serve(listener, router)
        .with_graceful_shutdown(shutdown.cancelled_owned())
        .await;
    witness.memory.close().await;
    served
}
