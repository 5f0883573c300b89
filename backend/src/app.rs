//! The state that routes share, built once, and serving it.

use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::blobs::Blobs;
use crate::clock::{self, Clock};
use crate::config::Config;
use crate::data_folder::{self, FolderError};
use crate::database::{Database, DatabaseError};
use crate::error::ApiError;
use crate::keepers::{self, Keepers};
use crate::key_file::KeyFileError;
use crate::limits::RateLimits;
use crate::live::{self, Live};
use crate::log::{Log, LogError};
use crate::opaque::Opaque;
use crate::page::{Page, PageError};
use crate::queries::{accounts, spaces};
use crate::sequencer::{Chains, Sequencer};

const GRACE: Duration = Duration::from_secs(8);

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A key file.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The log.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The data folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The storage of file bodies.
    #[error("the storage of file bodies in {folder} cannot be used")]
    Storage {
        /// Where.
        folder: String,
    },
    /// What log keepers are asked with.
    #[error(
        "the certificates of this machine, which log keepers are known by, cannot be read: {0}"
    )]
    Keepers(#[from] reqwest::Error),
    /// Something else, which was logged.
    #[error("the server could not start: {}", .0.code())]
    Other(hawser_protocol::ErrorCode),
}

impl From<ApiError> for StartError {
    fn from(error: ApiError) -> Self {
        Self::Other(error.code())
    }
}

/// The server's state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What it is made of.
pub struct Parts {
    pub(crate) config: Config,
    pub(crate) clock: Clock,
    pub(crate) database: Database,
    pub(crate) opaque: Opaque,
    pub(crate) log: Arc<Log>,
    pub(crate) blobs: Blobs,
    pub(crate) limits: RateLimits,
    pub(crate) live: Arc<Live>,
    pub(crate) chains: Arc<Chains>,
    pub(crate) sequencer: Sequencer,
    pub(crate) keepers: Arc<Keepers>,
    pub(crate) page: Page,
    pub(crate) closing: CancellationToken,
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Builds an [`App`].
pub struct Builder {
    config: Config,
    clock: Clock,
}

impl Builder {
    /// Another clock than the machine's: milliseconds since 1970.
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Migrates the database, opens key files and storage, starts the tasks.
    pub async fn build(self) -> Result<App, StartError> {
        let Self { config, clock } = self;
        data_folder::make(&config.data)?;
        let database = Database::connect(&config.database).await?;
        database.migrate(&config.data).await?;
        let has_accounts = accounts::any(database.read())
            .await
            .map_err(DatabaseError::from)?;
        let opaque = Opaque::open(&config.data, has_accounts)?;
        let founded = spaces::founded_with(database.read()).await?;
        let log = Arc::new(Log::open(&config.data, &config.origin, founded.as_ref())?);
        let folder = config.data.join("blobs");
        let blobs = Blobs::in_folder(&folder).map_err(|_| StartError::Storage {
            folder: folder.display().to_string(),
        })?;
        let page = Page::load(config.page.as_deref())?;
        let (others, own) = if database.is_shared() {
            let (sender, receiver) = mpsc::unbounded_channel();
            (Some(sender), Some(receiver))
        } else {
            (None, None)
        };
        let live = Arc::new(Live::new(others));
        let chains = Arc::new(Chains::default());
        let keepers = Arc::new(Keepers::new(&config.log_keepers)?);
        let sequencer = Sequencer::start(
            database.clone(),
            Arc::clone(&chains),
            Arc::clone(&live),
            Arc::clone(&keepers),
            Arc::clone(&clock),
            Arc::clone(&log),
            &config.origin,
        );
        let limits = RateLimits::new(config.limits);
        let closing = CancellationToken::new();
        let app = App(Arc::new(Parts {
            config,
            clock,
            database,
            opaque,
            log,
            blobs,
            limits,
            live,
            chains,
            sequencer,
            keepers,
            page,
            closing,
        }));
        if let Some(own) = own {
            tokio::spawn(live::relay(app.clone(), own));
        }
        tokio::spawn(crate::jobs::run(app.clone()));
        keepers::start(&app);
        Ok(app)
    }
}

impl App {
    /// Starts from a configuration, with the machine's clock.
    pub fn builder(config: Config) -> Builder {
        Builder {
            config,
            clock: clock::system(),
        }
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// The public log key that new spaces name.
    pub fn log_key(&self) -> [u8; 32] {
        self.log.public()
    }

    /// The database, for tests and `hawser invite`.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Runs the jobs that otherwise run each hour.
    pub async fn sweep(&self) {
        crate::jobs::once(self).await;
    }

    /// Ends streams and jobs and closes the database; [`serve`] does so by itself.
    pub async fn close(&self) {
        self.closing.cancel();
        self.database.close().await;
    }
}

/// Serves until `shutdown`, then finishes what was begun: within ten seconds, open streams or not.
pub async fn serve(
    listener: TcpListener,
    app: App,
    shutdown: CancellationToken,
) -> std::io::Result<()> {
    let closing = app.closing.clone();
    let service =
        crate::router::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let stop = {
        let closing = closing.clone();
        async move {
            shutdown.cancelled().await;
            tracing::info!("closing");
            closing.cancel();
        }
    };
    let served = axum::serve(listener, service).with_graceful_shutdown(stop);
    let too_late = async {
        closing.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    let result = tokio::select! {
        result = served.into_future() => result,
        () = too_late => {
            tracing::warn!("requests were still open and are cut off");
            Ok(())
        }
    };
    app.close().await;
    result
}
