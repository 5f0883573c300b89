//! A server on loopback whose clock the test owns.

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use hawser_backend::{App, Config, check, serve};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::{Client, cluster};

/// When every test begins: 2026-11-22T00:00:00Z, in milliseconds.
pub const BEGIN_MS: i64 = 1_795_305_600_000;

pub struct Server {
    pub config: Config,
    pub app: App,
    now: Arc<AtomicI64>,
    shutdown: CancellationToken,
    task: Option<JoinHandle<std::io::Result<()>>>,
    folder: Option<TempDir>,
}

fn often(config: &mut Config) {
    let often = NonZeroU32::new(1_000_000).unwrap();
    config.limits.sign_ins = often;
    config.limits.requests = often;
    config.limits.appends = often;
}

impl Server {
    pub async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::new(folder.path());
        often(&mut config);
        Self::start(config, Some(folder)).await
    }

    pub async fn on_postgres() -> Option<Self> {
        let url = cluster::fresh_database().await?;
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::new(folder.path());
        often(&mut config);
        config.database = url;
        Some(Self::start(config, Some(folder)).await)
    }

    /// With a configuration of the test's own; listen address and origin are set here.
    pub async fn start(config: Config, folder: Option<TempDir>) -> Self {
        Self::start_at(config, folder, Arc::new(AtomicI64::new(BEGIN_MS))).await
    }

    async fn start_at(mut config: Config, folder: Option<TempDir>, now: Arc<AtomicI64>) -> Self {
        let again = config.listen.port() != 8080;
        let address = if again {
            config.listen
        } else {
            "127.0.0.1:0".parse().unwrap()
        };
        let listener = TcpListener::bind(address).await.unwrap();
        config.listen = listener.local_addr().unwrap();
        if config.origin == "http://localhost:8080" {
            config.origin = format!("http://localhost:{}", config.listen.port());
        }
        let time = Arc::clone(&now);
        let clock = Arc::new(move || time.load(Ordering::SeqCst));
        let app = App::builder(config.clone())
            .clock(clock)
            .build()
            .await
            .unwrap();
        let shutdown = CancellationToken::new();
        let task = tokio::spawn(serve(listener, app.clone(), shutdown.clone()));
        Self {
            config,
            app,
            now,
            shutdown,
            task: Some(task),
            folder,
        }
    }

    /// A second server on the same database and folder.
    pub async fn second(&self) -> Self {
        let mut config = self.config.clone();
        config.listen.set_port(8080);
        Self::start_at(config, None, Arc::clone(&self.now)).await
    }

    pub async fn restart(mut self) -> Self {
        self.stop().await;
        Self::start_at(
            self.config.clone(),
            self.folder.take(),
            Arc::clone(&self.now),
        )
        .await
    }

    pub async fn stop(&mut self) {
        self.shutdown.cancel();
        if let Some(task) = self.task.take() {
            task.await.unwrap().unwrap();
        }
    }

    pub fn folder(&self) -> &Path {
        &self.config.data
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.config.listen)
    }

    pub fn client(&self) -> Client {
        Client::new(self.url(), self.config.origin.clone())
    }

    /// Lets time pass.
    pub fn pass(&self, ms: i64) {
        self.now.fetch_add(ms, Ordering::SeqCst);
    }

    /// Look-up value of an operator's invitation.
    pub async fn invite(&self) -> String {
        let now = self.now.load(Ordering::SeqCst);
        let link = check::invite_into(self.app.database(), &self.config.origin, 168, now)
            .await
            .unwrap();
        lookup_of(&link)
    }
}

/// What a page makes of the link's secret.
pub fn lookup_of(link: &str) -> String {
    use base64::Engine as _;
    let secret = link.rsplit('.').next().unwrap();
    let secret = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(secret)
        .unwrap();
    let mut lookup = [0; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(None, &secret)
        .expand(b"hawser/v1/invitation-lookup\0", &mut lookup)
        .unwrap();
    hex::encode(lookup)
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shutdown.cancel();
    }
}
