//! The whole server in the test's own process, on loopback, with its data in a
//! temporary folder.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use hawser_backend::{App, Config, check, clock, serve};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::blindness;
use crate::keeper::TestKeeper;

/// Whether all it logs is kept and looked through at the end: in tests, not where it is measured.
const LOOKS_BACK: bool = cfg!(debug_assertions);

/// A running server.
pub struct TestServer {
    config: Config,
    app: App,
    shutdown: CancellationToken,
    task: Option<JoinHandle<std::io::Result<()>>>,
    folder: Option<TempDir>,
    /// How much had been logged when it was first started.
    since: usize,
}

/// Where a server keeps its data.
#[derive(Debug, Clone)]
pub enum Storage {
    /// A file beside the blobs.
    Sqlite,
    /// A database of this address.
    Postgres(String),
}

/// Whether there is a page to look at.
pub fn has_page() -> bool {
    cfg!(feature = "embed-frontend") || page().is_some()
}

/// The built page, where there is one and it is not in the program.
fn page() -> Option<PathBuf> {
    let folder = std::env::var_os("HAWSER_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        PathBuf::from,
    );
    let is_outside = !cfg!(feature = "embed-frontend") && folder.join("index.html").exists();
    is_outside.then_some(folder)
}

impl TestServer {
    /// Starts with a fresh folder.
    pub async fn start(storage: Storage) -> anyhow::Result<Self> {
        Self::kept_by(storage, &mut []).await
    }

    /// The same with log keepers, who go to work for it.
    pub async fn kept_by(storage: Storage, keepers: &mut [TestKeeper]) -> anyhow::Result<Self> {
        let since = if LOOKS_BACK { blindness::listen() } else { 0 };
        let folder = tempfile::tempdir()?;
        let mut config = Config::new(folder.path());
        if let Storage::Postgres(url) = storage {
            config.database = url;
        }
        config.log_keepers = keepers
            .iter()
            .map(TestKeeper::at)
            .collect::<Result<_, _>>()?;
        let server = Self::run(config, Some(folder), since).await?;
        for keeper in keepers {
            keeper.keep(&server).await?;
        }
        Ok(server)
    }

    async fn run(
        mut config: Config,
        folder: Option<TempDir>,
        since: usize,
    ) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", config_port(&config))).await?;
        let address = listener.local_addr()?;
        config.listen = address;
        config.origin = format!("http://localhost:{}", address.port());
        config.exercise = true;
        config.page = page();
        let often = NonZeroU32::new(100_000).unwrap_or(NonZeroU32::MIN);
        config.limits.sign_ins = often;
        config.limits.requests = often;
        config.limits.appends = often;
        let app = App::builder(config.clone()).build().await?;
        let shutdown = CancellationToken::new();
        let task = tokio::spawn(serve(listener, app.clone(), shutdown.clone()));
        Ok(Self {
            config,
            app,
            shutdown,
            task: Some(task),
            folder,
            since,
        })
    }

    /// What browsers call it.
    pub fn origin(&self) -> &str {
        &self.config.origin
    }
    /// Where its data is.
    pub fn folder(&self) -> &Path {
        &self.config.data
    }
    /// Address of its database.
    pub fn database(&self) -> &str {
        &self.config.database
    }
    /// Its state.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Fails when one of `words` stands in a file it keeps or in what was logged since it was started.
    pub fn knows_nothing_of(&self, words: &[&str]) -> anyhow::Result<()> {
        blindness::knows_nothing_of(self.folder(), self.since, words)
    }

    /// An operator's invitation for a new organisation.
    pub async fn invite(&self) -> anyhow::Result<String> {
        Ok(check::invite(&self.config, 24, &clock::system()).await?)
    }

    /// Stops it and starts it again on the same data and address.
    pub async fn restart(mut self) -> anyhow::Result<Self> {
        self.stop().await?;
        let config = self.config.clone();
        let folder = self.folder.take();
        Self::run(config, folder, self.since).await
    }

    /// Stops it; the data stays until it is dropped.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        self.shutdown.cancel();
        if let Some(task) = self.task.take() {
            task.await??;
        }
        Ok(())
    }
}

fn config_port(config: &Config) -> u16 {
    if config.origin == "http://localhost:8080" {
        0
    } else {
        config.listen.port()
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.shutdown.cancel();
        // After every test: what it kept and said tells nothing of what people wrote.
        if LOOKS_BACK
            && self.folder.is_some()
            && !std::thread::panicking()
            && let Err(found) = self.knows_nothing_of(blindness::EVERYWHERE)
        {
            panic!("the server can read: {found}");
        }
    }
}
