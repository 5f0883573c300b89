//! The database: one writing connection and a pool that only reads on SQLite,
//! one pool on PostgreSQL; migrated under a lock before anything else.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database as Connector, DatabaseConnection,
    DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};

use crate::error::ApiResult;

const MIGRATION_LOCK: i64 = 0x4857_5345_0001;
const READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 20;

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// It cannot be reached or refuses.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// A newer server has migrated it.
    #[error(
        "the database was migrated by a newer version of hawser (it knows {}, this version does not): \
         start that version, or restore a backup made before it ran", names.join(", ")
    )]
    Newer {
        /// Migrations this version does not know.
        names: Vec<String>,
    },
    /// The lock that keeps two servers from migrating at once.
    #[error("lock file {file}: {reason}")]
    Lock {
        /// Where.
        file: String,
        /// Why.
        reason: std::io::Error,
    },
}

/// Connections to the database.
#[derive(Clone)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

fn quiet(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false);
    options
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = quiet(url, connections);
    options
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", "-16384")
            .pragma("temp_store", "MEMORY");
        if read_only {
            sqlite.pragma("query_only", "ON")
        } else {
            sqlite
        }
    });
    options
}

impl Database {
    /// Connects, without migrating.
    pub async fn connect(url: &str) -> Result<Self, DatabaseError> {
        if url.starts_with("sqlite:") {
            let write = Connector::connect(sqlite(url, 1, false)).await?;
            let read = Connector::connect(sqlite(url, READERS, true)).await?;
            return Ok(Self { read, write });
        }
        let pool = Connector::connect(quiet(url, POSTGRES_CONNECTIONS)).await?;
        Ok(Self {
            read: pool.clone(),
            write: pool,
        })
    }

    /// For look-ups.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For single changes outside of a transaction.
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Whether several servers may share it.
    pub fn is_shared(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Postgres
    }

    /// A transaction that may change things; on SQLite it waits for the one writer.
    pub async fn begin(&self) -> ApiResult<DatabaseTransaction> {
        let mode = (!self.is_shared()).then_some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions {
            sqlite_transaction_mode: mode,
            ..TransactionOptions::default()
        };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Answers whether it can be read.
    pub async fn ping(&self) -> Result<(), DbErr> {
        let backend = self.read.get_database_backend();
        self.read
            .query_one_raw(Statement::from_string(backend, "SELECT 1"))
            .await
            .map(|_| ())
    }

    /// Brings the tables up to this version, under a lock; refuses a newer database.
    pub async fn migrate(&self, data: &Path) -> Result<(), DatabaseError> {
        if self.is_shared() {
            let lock = self.write.begin().await?;
            let statement = format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})");
            lock.execute_unprepared(&statement).await?;
            self.migrate_locked().await?;
            lock.commit().await?;
            return Ok(());
        }
        let path = data.join("migrate.lock");
        let file = tokio::task::spawn_blocking(move || -> Result<std::fs::File, DatabaseError> {
            let wrong = |reason| DatabaseError::Lock {
                file: path.display().to_string(),
                reason,
            };
            let file = std::fs::File::create(&path).map_err(wrong)?;
            file.lock().map_err(|reason| DatabaseError::Lock {
                file: path.display().to_string(),
                reason,
            })?;
            Ok(file)
        })
        .await
        .map_err(|error| DbErr::Custom(error.to_string()))??;
        self.migrate_locked().await?;
        drop(file);
        Ok(())
    }

    async fn migrate_locked(&self) -> Result<(), DatabaseError> {
        use hawser_migrations::MigratorTrait as _;
        self.refuse_newer().await?;
        hawser_migrations::Migrator::up(&self.write, None).await?;
        Ok(())
    }

    /// Refuses a database that a newer version has migrated.
    pub async fn refuse_newer(&self) -> Result<(), DatabaseError> {
        let known = hawser_migrations::known();
        let names: Vec<String> = hawser_migrations::applied(&self.write)
            .await?
            .into_iter()
            .filter(|name| !known.contains(name))
            .collect();
        if names.is_empty() {
            Ok(())
        } else {
            Err(DatabaseError::Newer { names })
        }
    }

    /// Waits until everything is written and gives the connections back.
    pub async fn close(&self) {
        for connection in [&self.read, &self.write] {
            if let Err(error) = connection.clone().close().await {
                tracing::warn!(%error, "closing the database");
            }
        }
    }
}
