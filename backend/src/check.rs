//! `hawser check`: the configuration without secrets, and whether database,
//! storage and key files can be used; and `hawser invite`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hawser_ledger::log::checkpoint::published;
use hkdf::Hkdf;
use sha2::Sha256;

use crate::app::StartError;
use crate::blobs::Blobs;
use crate::clock::Clock;
use crate::config::Config;
use crate::data_folder;
use crate::database::{Database, DatabaseError};
use crate::error::ApiError;
use crate::key_file::KeyFile;
use crate::log::{self, Log};
use crate::opaque::{self, Opaque};
use crate::page::Page;
use crate::queries::{accounts, invitations, spaces};

const LOOKUP: &[u8] = b"hawser/v1/invitation-lookup\0";
const HOUR_MS: i64 = 3_600_000;

/// One thing that was tried.
pub struct Finding {
    /// What.
    pub subject: &'static str,
    /// "ok" and more, or what is wrong and what to do.
    pub result: Result<String, String>,
}

/// Tries everything that serving needs, changing nothing that is there.
pub async fn check(config: &Config) -> Vec<Finding> {
    let folder = data_folder::make(&config.data)
        .map(|()| config.data.display().to_string())
        .map_err(|error| error.to_string());
    let mut findings = vec![Finding {
        subject: "data folder",
        result: folder,
    }];
    let mut in_use = InUse::default();
    let result = match database(config).await {
        Ok((words, found)) => {
            in_use = found;
            Ok(words)
        }
        Err(error) => Err(error.to_string()),
    };
    findings.push(Finding {
        subject: "database",
        result,
    });
    findings.push(Finding {
        subject: "storage",
        result: storage(config).await,
    });
    findings.push(Finding {
        subject: "sign-in key",
        result: key_file(config, &opaque::FILE, in_use.accounts, || {
            Opaque::open(&config.data, in_use.accounts)
                .map(|_| "must be in the backup".to_owned())
                .map_err(|error| error.to_string())
        }),
    });
    findings.push(Finding {
        subject: "log key",
        result: key_file(config, &log::FILE, in_use.founded.is_some(), || {
            Log::open(&config.data, &config.origin, in_use.founded.as_ref())
                .map(|log| {
                    format!(
                        "must be in the backup; publish {}",
                        published(&log.public())
                    )
                })
                .map_err(|error| error.to_string())
        }),
    });
    let page = match (Page::load(config.page.as_deref()), &config.page) {
        (Err(error), _) => Err(error.to_string()),
        (Ok(_), Some(folder)) => Ok(folder.display().to_string()),
        (Ok(_), None) if cfg!(feature = "embed-frontend") => Ok("in the binary".into()),
        (Ok(_), None) => Ok("none: this binary serves the API only".into()),
    };
    findings.push(Finding {
        subject: "page",
        result: page,
    });
    findings
}

/// What a new key file would do harm to.
#[derive(Default)]
struct InUse {
    accounts: bool,
    founded: Option<(String, [u8; 32])>,
}

async fn database(config: &Config) -> Result<(String, InUse), StartError> {
    let database = Database::connect(&config.database).await?;
    database.ping().await.map_err(DatabaseError::from)?;
    database.refuse_newer().await?;
    let known = hawser_migrations::known().len();
    let applied = hawser_migrations::applied(database.write())
        .await
        .map_err(DatabaseError::from)?
        .len();
    let mut in_use = InUse::default();
    if applied == known {
        in_use.accounts = accounts::any(database.read())
            .await
            .map_err(DatabaseError::from)?;
        in_use.founded = spaces::founded_with(database.read()).await?;
    }
    database.close().await;
    let words = if applied == known {
        "up to date".into()
    } else {
        format!(
            "{} of {known} migrations to apply on start",
            known - applied
        )
    };
    Ok((words, in_use))
}

async fn storage(config: &Config) -> Result<String, String> {
    let folder = config.data.join("blobs");
    let words = |error: ApiError| format!("{}: {}", folder.display(), error.code().code());
    Blobs::in_folder(&folder)
        .map_err(words)?
        .probe()
        .await
        .map_err(words)?;
    Ok(folder.display().to_string())
}

fn key_file(
    config: &Config,
    file: &KeyFile,
    is_in_use: bool,
    open: impl FnOnce() -> Result<String, String>,
) -> Result<String, String> {
    let path = config.data.join(file.name);
    if !path.exists() && !is_in_use {
        return Ok(format!(
            "{} is made on the first start; back it up then",
            path.display()
        ));
    }
    let more = open()?;
    Ok(format!("{} ({more})", path.display()))
}

/// An invitation for the first administrator of a new organisation, as a link.
///
/// The secret is in the link alone; the database keeps the look-up value.
pub async fn invite(config: &Config, hours: u32, clock: &Clock) -> Result<String, StartError> {
    data_folder::make(&config.data)?;
    let database = Database::connect(&config.database).await?;
    database.migrate(&config.data).await?;
    let link = invite_into(&database, &config.origin, hours, clock()).await?;
    database.close().await;
    Ok(link)
}

/// The same in a database that is open.
pub async fn invite_into(
    database: &Database,
    origin: &str,
    hours: u32,
    now_ms: i64,
) -> Result<String, StartError> {
    let secret = crate::random::bytes::<32>();
    let mut lookup = [0; 32];
    Hkdf::<Sha256>::new(None, &secret)
        .expand(LOOKUP, &mut lookup)
        .map_err(|_| StartError::Other(hawser_protocol::ErrorCode::Internal))?;
    let times = (now_ms, now_ms + i64::from(hours) * HOUR_MS);
    invitations::insert(
        database.write(),
        hex::encode(lookup),
        None,
        Vec::new(),
        times,
    )
    .await
    .map_err(DatabaseError::from)?;
    Ok(format!(
        "{origin}/join#v1.new.{}",
        URL_SAFE_NO_PAD.encode(secret)
    ))
}
