//! An independent log keeper in the test's own process, on loopback, whose clock the test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use hawser_backend::clock::{self, Clock};
use hawser_backend::keepers::LogKeeper;
use hawser_backend::witness::{self, WatchedLog, Witness, WitnessConfig};
use hawser_ledger::log::NoteKey;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::server::TestServer;

/// A log keeper.
pub struct TestKeeper {
    config: WitnessConfig,
    key: NoteKey,
    ahead_ms: Arc<AtomicI64>,
    shutdown: CancellationToken,
    task: Option<JoinHandle<std::io::Result<()>>>,
    _folder: TempDir,
}

fn clock_ahead(ahead_ms: &Arc<AtomicI64>) -> Clock {
    let (ahead_ms, machine) = (Arc::clone(ahead_ms), clock::system());
    Arc::new(move || machine() + ahead_ms.load(Ordering::SeqCst))
}

impl TestKeeper {
    /// With a key and an address; it goes to work for a server with [`TestKeeper::keep`].
    pub async fn new(name: &str) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let config = WitnessConfig {
            listen: listener.local_addr()?,
            name: name.to_owned(),
            data: folder.path().to_owned(),
            logs: Vec::new(),
        };
        let ahead_ms = Arc::default();
        let witness = Witness::open(&config, clock_ahead(&ahead_ms)).await?;
        Ok(Self {
            config,
            key: witness.key().clone(),
            ahead_ms,
            shutdown: CancellationToken::new(),
            task: None,
            _folder: folder,
        })
    }

    /// As an operator configures it.
    pub fn at(&self) -> anyhow::Result<LogKeeper> {
        Ok(LogKeeper {
            key: self.key.clone(),
            address: format!("http://{}", self.config.listen).parse()?,
        })
    }

    /// Its key.
    pub fn key(&self) -> &NoteKey {
        &self.key
    }

    /// Moves its clock.
    pub fn advance(&self, ms: i64) {
        self.ahead_ms.fetch_add(ms, Ordering::SeqCst);
    }

    /// Goes to work for all logs of a server.
    pub async fn keep(&mut self, server: &TestServer) -> anyhow::Result<()> {
        self.config.logs = vec![WatchedLog {
            deployment: server.origin().to_owned(),
            key: server.app().log_key(),
            spaces: None,
        }];
        self.start().await
    }

    /// Goes to work again.
    pub async fn start(&mut self) -> anyhow::Result<()> {
        self.shutdown = CancellationToken::new();
        let witness = Witness::open(&self.config, clock_ahead(&self.ahead_ms)).await?;
        let listener = TcpListener::bind(self.config.listen).await?;
        let serving = witness::serve(listener, witness, self.shutdown.clone());
        self.task = Some(tokio::spawn(serving));
        Ok(())
    }

    /// Is down.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        self.shutdown.cancel();
        if let Some(task) = self.task.take() {
            task.await??;
        }
        Ok(())
    }
}

impl Drop for TestKeeper {
    fn drop(&mut self) {
        self.shutdown.cancel();
    }
}
