//! An independent log keeper on loopback.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use hawser_backend::keepers::LogKeeper;
use hawser_backend::witness::{self, WatchedLog, Witness, WitnessConfig};
use hawser_ledger::log::NoteKey;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::server::BEGIN_MS;

pub struct Keeper {
    pub config: WitnessConfig,
    pub key: NoteKey,
    pub now: Arc<AtomicI64>,
    stop: CancellationToken,
    task: Option<JoinHandle<std::io::Result<()>>>,
    _folder: TempDir,
}

impl Keeper {
    /// With a key and a place, and not at work yet: it has to be told of a deployment.
    pub async fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let config = WitnessConfig {
            listen: listener.local_addr().unwrap(),
            name: name.into(),
            data: folder.path().join("keeper"),
            logs: Vec::new(),
        };
        let now = Arc::new(AtomicI64::new(BEGIN_MS));
        let time = Arc::clone(&now);
        let clock = Arc::new(move || time.load(Ordering::SeqCst));
        let witness = Witness::open(&config, clock).await.unwrap();
        Self {
            config,
            key: witness.key().clone(),
            now,
            stop: CancellationToken::new(),
            task: None,
            _folder: folder,
        }
    }

    pub fn at(&self) -> LogKeeper {
        LogKeeper {
            key: self.key.clone(),
            address: self.url().parse().unwrap(),
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.config.listen)
    }

    /// Goes to work for a deployment.
    pub async fn keep(&mut self, deployment: &str, key: [u8; 32]) {
        self.config.logs = vec![WatchedLog {
            deployment: deployment.into(),
            key,
            spaces: None,
        }];
        self.start().await;
    }

    pub async fn start(&mut self) {
        self.stop = CancellationToken::new();
        let time = Arc::clone(&self.now);
        let clock = Arc::new(move || time.load(Ordering::SeqCst));
        let witness = Witness::open(&self.config, clock).await.unwrap();
        let listener = TcpListener::bind(self.config.listen).await.unwrap();
        let serving = witness::serve(listener, witness, self.stop.clone());
        self.task = Some(tokio::spawn(serving));
    }

    pub async fn stop(&mut self) {
        self.stop.cancel();
        if let Some(task) = self.task.take() {
            task.await.unwrap().unwrap();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
