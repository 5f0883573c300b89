//! Appended events per second against plain inserts of equal rows with the same durability.

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DbBackend, Statement};

use super::{Report, median, timed};
use crate::person::{Person, exhibit, terms};
use crate::server::{Storage, TestServer};

const EVENTS: u32 = 200;
const ROUNDS: usize = 5;
/// Bytes of an appended event of this size, about.
const ROW: usize = 1_500;

pub(super) async fn measure(report: &mut Report) -> anyhow::Result<()> {
    let server = TestServer::start(Storage::Sqlite).await?;
    let person = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
    let case = person.create_case(terms("Appends")).await?;
    let mut appends = Vec::new();
    for _ in 0..ROUNDS {
        let ((), seconds) = timed(async {
            for _ in 0..EVENTS {
                person.log(case, exhibit("Handset")).await?;
            }
            Ok(())
        })
        .await?;
        appends.push(f64::from(EVENTS) / seconds);
    }
    let mut inserts = Vec::new();
    for _ in 0..ROUNDS {
        inserts.push(plain_inserts().await?);
    }
    let (appends, inserts) = (median(appends), median(inserts));
    report.add(
        "append_per_second",
        appends,
        "events appended each second by one agent, signed, encrypted, durable",
    );
    report.add(
        "insert_per_second",
        inserts,
        "plain rows of equal size, one transaction each, WAL, synchronous FULL",
    );
    report.add(
        "append_vs_sqlite",
        appends / inserts,
        "the first against the second",
    );
    Ok(())
}

async fn plain_inserts() -> anyhow::Result<f64> {
    let folder = tempfile::tempdir()?;
    let mut options = ConnectOptions::new(format!(
        "sqlite://{}/plain.sqlite?mode=rwc",
        folder.path().display()
    ));
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
        });
    let database = Database::connect(options).await?;
    database
        .execute_unprepared("CREATE TABLE plain (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        .await?;
    let ((), seconds) = timed(async {
        for seq in 0..EVENTS {
            let insert = Statement::from_sql_and_values(
                DbBackend::Sqlite,
                "INSERT INTO plain (seq, body) VALUES (?, ?)",
                [seq.into(), vec![7_u8; ROW].into()],
            );
            database.execute_raw(insert).await?;
        }
        Ok(())
    })
    .await?;
    database.close().await?;
    Ok(f64::from(EVENTS) / seconds)
}
