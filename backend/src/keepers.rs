//! Independent log keepers, as this deployment asks them to confirm its logs (c2sp.org/tlog-witness).
//!
//! Each has a task and a list of spaces that have grown: what is appended waits for no keeper, and a keeper that is
//! down holds up no other. What a member asks for is asked at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use hawser_ledger::SpaceId;
use hawser_ledger::log::cosignature::confirmed_at;
use hawser_ledger::log::witness::{ADD_CHECKPOINT, MAX_REQUEST, SIZE_TYPE, parse_size};
use hawser_ledger::log::{AddCheckpoint, Note, NoteKey};
use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use tokio::sync::Notify;
use url::Url;

use crate::app::App;
use crate::error::ApiError;
use crate::live::Change;
use crate::queries::{confirmations, spaces, tree};
use crate::stored;

/// So long is an answer waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// Before a keeper that did not answer is asked again: at first, and at most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// How often the state is looked up anew when others append while a keeper is asked.
const ATTEMPTS: usize = 4;

/// A keeper that an operator configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKeeper {
    /// Its key, with the name it signs under.
    pub key: NoteKey,
    /// Where it is asked: the request's path is added.
    pub address: Url,
}

/// Why a keeper has not confirmed.
#[derive(Debug, thiserror::Error)]
enum Unconfirmed {
    #[error("it does not answer: {0}")]
    Silent(#[from] reqwest::Error),
    #[error("it answers {0}")]
    Refused(StatusCode),
    #[error("what it answers is no confirmation by its key")]
    Forged,
    #[error(
        "it has confirmed {confirmed} entries of a log that has {size}: this database is older than it was"
    )]
    Ahead { confirmed: u64, size: u64 },
    #[error("the log grew with each attempt")]
    Busy,
    #[error("the database: {}", .0.code().code())]
    Database(ApiError),
}

impl From<ApiError> for Unconfirmed {
    fn from(error: ApiError) -> Self {
        Self::Database(error)
    }
}

struct Kept {
    keeper: LogKeeper,
    waiting: Mutex<BTreeSet<SpaceId>>,
    wake: Notify,
}

/// All keepers that are configured.
pub struct Keepers {
    client: reqwest::Client,
    all: Vec<Arc<Kept>>,
    turns: Mutex<BTreeMap<SpaceId, Turn>>,
}

/// When the keepers of a space were asked last on a member's wish; locked while they are.
type Turn = Arc<tokio::sync::Mutex<Option<Instant>>>;

fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Keepers {
    /// With nothing to confirm yet.
    pub fn new(keepers: &[LogKeeper]) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let all = keepers.iter().map(|keeper| {
            Arc::new(Kept {
                keeper: keeper.clone(),
                waiting: Mutex::default(),
                wake: Notify::new(),
            })
        });
        Ok(Self {
            client,
            all: all.collect(),
            turns: Mutex::default(),
        })
    }

    /// A space has grown; `named` are the keepers it names. Call after that is durable.
    pub fn has_grown(&self, space: SpaceId, named: &[[u8; 32]]) {
        for kept in self.named(named) {
            held(&kept.waiting).insert(space);
            kept.wake.notify_one();
        }
    }

    fn named<'a>(&'a self, named: &'a [[u8; 32]]) -> impl Iterator<Item = &'a Arc<Kept>> {
        self.all
            .iter()
            .filter(|kept| named.contains(kept.keeper.key.public()))
    }

    fn turn(&self, space: SpaceId) -> Turn {
        let mut turns = held(&self.turns);
        turns.retain(|_, turn| Arc::strong_count(turn) > 1);
        Arc::clone(turns.entry(space).or_default())
    }
}

/// Starts a task for each keeper, which ends with the server.
pub fn start(app: &App) {
    for kept in &app.keepers.all {
        tokio::spawn(run(app.clone(), Arc::clone(kept)));
    }
}

async fn run(app: App, kept: Arc<Kept>) {
    match confirmations::behind(app.database.read(), kept.keeper.key.public()).await {
        Ok(spaces) => held(&kept.waiting).extend(spaces),
        Err(error) => tracing::warn!(code = error.code().code(), "what is to be confirmed"),
    }
    let mut pause = PAUSE;
    loop {
        let next = held(&kept.waiting).pop_first();
        let Some(space) = next else {
            tokio::select! {
                () = app.closing.cancelled() => return,
                () = kept.wake.notified() => continue,
            }
        };
        let Err(error) = confirm(&app, &kept.keeper, space).await else {
            pause = PAUSE;
            continue;
        };
        tracing::warn!(keeper = kept.keeper.key.name(), %error, "a log was not confirmed");
        if matches!(error, Unconfirmed::Refused(status) if status.is_client_error()) {
            // Asking again says nothing new: the next append or a member's wish does.
            continue;
        }
        held(&kept.waiting).insert(space);
        tokio::select! {
            () = app.closing.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Asks the keepers that a space names to confirm what it is now; those that do not answer in time are passed over.
/// Of many that wish it at once, all but the first share one answer.
pub async fn confirm_now(app: &App, space: SpaceId, named: &[[u8; 32]]) {
    let wished = Instant::now();
    let turn = app.keepers.turn(space);
    let mut asked_at = turn.lock().await;
    if asked_at.is_some_and(|at| at >= wished) {
        return;
    }
    *asked_at = Some(Instant::now());
    let asked = app.keepers.named(named).map(|kept| async move {
        if let Err(error) = confirm(app, &kept.keeper, space).await {
            tracing::warn!(keeper = kept.keeper.key.name(), %error, "a log was not confirmed");
        }
    });
    futures::future::join_all(asked).await;
}

/// Has a keeper confirm the newest state of a space.
async fn confirm(app: &App, keeper: &LogKeeper, space: SpaceId) -> Result<(), Unconfirmed> {
    let public = keeper.key.public();
    let mut told = None;
    for _ in 0..ATTEMPTS {
        let db = app.database.read();
        let Some(row) = spaces::find(db, space).await.map_err(ApiError::from)? else {
            return Ok(());
        };
        let Some(known) = confirmations::size(db, row.id, public).await? else {
            return Ok(());
        };
        let size = stored::count(row.size, "size")?;
        let old = told.unwrap_or(known);
        if old > size {
            return Err(Unconfirmed::Ahead {
                confirmed: old,
                size,
            });
        }
        let note = app.log.checkpoint(space, &spaces::tree(&row)?)?;
        let asked = AddCheckpoint {
            old,
            proof: tree::consistency(db, row.id, size, old).await?,
            note: note.clone(),
        };
        match ask(&app.keepers.client, keeper, &asked).await? {
            Answer::Size(size) => told = Some(size),
            Answer::Lines(lines) => {
                let note = confirmed(&keeper.key, &note, &lines).ok_or(Unconfirmed::Forged)?;
                let db = app.database.write();
                confirmations::keep(db, row.id, public, (size, note)).await?;
                app.live.announce([Change::Confirmed(space)]);
                return Ok(());
            }
        }
    }
    Err(Unconfirmed::Busy)
}

enum Answer {
    /// The keeper has confirmed another size than was said.
    Size(u64),
    /// Signature lines.
    Lines(Vec<u8>),
}

async fn ask(
    client: &reqwest::Client,
    keeper: &LogKeeper,
    asked: &AddCheckpoint,
) -> Result<Answer, Unconfirmed> {
    let mut address = keeper.address.clone();
    if let Ok(mut path) = address.path_segments_mut() {
        path.pop_if_empty().push(ADD_CHECKPOINT);
    }
    let mut response = client.post(address).body(asked.text()).send().await?;
    let status = response.status();
    let kind = response.headers().get(CONTENT_TYPE);
    let is_size = kind.is_some_and(|kind| kind == SIZE_TYPE);
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        body.extend_from_slice(&piece);
        if body.len() > MAX_REQUEST {
            return Err(Unconfirmed::Forged);
        }
    }
    match status {
        StatusCode::OK => Ok(Answer::Lines(body)),
        StatusCode::CONFLICT if is_size => parse_size(&body)
            .map(Answer::Size)
            .ok_or(Unconfirmed::Refused(status)),
        status => Err(Unconfirmed::Refused(status)),
    }
}

/// A note with the keeper's own signature line under the log's, where it holds.
fn confirmed(key: &NoteKey, note: &str, lines: &[u8]) -> Option<String> {
    let whole = [note.as_bytes(), lines].concat();
    let read = Note::parse(&whole).ok()?;
    confirmed_at(&read, key).ok()??;
    let own = read.by(key).last()?;
    Some(format!("{note}{}", key.line(own)))
}
