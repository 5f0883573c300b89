//! Independent log keepers, as this deployment asks them to confirm its logs (c2sp.org/tlog-witness).
//!
//! Each has a task and a list of spaces that have grown: what is appended waits for no keeper, and a keeper that is
//! down holds up no other. What a member asks for is asked at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hawser_ledger::SpaceId;
use hawser_ledger::log::cosignature::confirmed_at;
use hawser_ledger::log::witness::{ADD_CHECKPOINT, MAX_REQUEST, SIZE_TYPE, parse_size, quorum};
use hawser_ledger::log::{AddCheckpoint, Note, NoteKey};
use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::Instant;
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
/// The same for one space that a keeper refuses.
const LONGEST_REFUSED: Duration = Duration::from_hours(1);
/// Once enough have answered, the others are waited for so long.
const COURTESY: Duration = Duration::from_millis(200);
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

impl Unconfirmed {
    /// Whether other spaces would fare no better now.
    fn is_of_all(&self) -> bool {
        matches!(self, Self::Silent(_) | Self::Database(_))
            || matches!(self, Self::Refused(status) if status.is_server_error())
    }
}

/// When a space is to be confirmed, and how long was waited before that.
#[derive(Clone, Copy)]
struct Wait {
    due: Instant,
    pause: Duration,
}

struct Kept {
    keeper: LogKeeper,
    waiting: Mutex<BTreeMap<SpaceId, Wait>>,
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

impl Kept {
    /// A space is to be confirmed now, unless it was refused and waits.
    fn add(&self, space: SpaceId) {
        let now = Wait {
            due: Instant::now(),
            pause: Duration::ZERO,
        };
        held(&self.waiting)
            .entry(space)
            .and_modify(|wait| wait.due = wait.due.min(now.due + LONGEST_PAUSE))
            .or_insert(now);
        self.wake.notify_one();
    }

    /// The space whose turn is next: taken out where that is now, else when it will be.
    fn next(&self) -> Result<(SpaceId, Wait), Option<Instant>> {
        let mut waiting = held(&self.waiting);
        let Some((space, wait)) = waiting
            .iter()
            .min_by_key(|(_, wait)| wait.due)
            .map(|(space, wait)| (*space, *wait))
        else {
            return Err(None);
        };
        if wait.due > Instant::now() {
            return Err(Some(wait.due));
        }
        waiting.remove(&space);
        Ok((space, wait))
    }

    /// It was not confirmed: later again, each time a little later.
    fn put_back(&self, space: SpaceId, wait: Wait, longest: Duration) {
        let pause = (wait.pause * 2).clamp(PAUSE, longest);
        let due = Instant::now() + pause;
        let mut waiting = held(&self.waiting);
        // What grew meanwhile is not put off further.
        let wait = waiting.entry(space).or_insert(Wait { due, pause });
        wait.pause = pause;
    }

    /// It was confirmed because somebody asked: what was put off is tried again.
    fn hasten(&self, space: SpaceId) {
        if let Some(wait) = held(&self.waiting).get_mut(&space) {
            wait.due = Instant::now();
            wait.pause = Duration::ZERO;
        }
        self.wake.notify_one();
    }
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
            kept.add(space);
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
    let work = async {
        take_up(&app, &kept).await;
        loop {
            match kept.next() {
                Ok((space, wait)) => one(&app, &kept, space, wait).await,
                Err(None) => kept.wake.notified().await,
                Err(Some(due)) => {
                    // Woken early or not, the next look tells.
                    drop(tokio::time::timeout_at(due, kept.wake.notified()).await);
                }
            }
        }
    };
    tokio::select! {
        () = app.closing.cancelled() => {}
        () = work => {}
    }
}

/// What was not confirmed when the server ended.
async fn take_up(app: &App, kept: &Kept) {
    loop {
        match confirmations::behind(app.database.read(), kept.keeper.key.public()).await {
            Ok(spaces) => {
                for space in spaces {
                    kept.add(space);
                }
                return;
            }
            Err(error) => {
                tracing::warn!(code = error.code().code(), "what is to be confirmed");
                tokio::time::sleep(LONGEST_PAUSE).await;
            }
        }
    }
}

async fn one(app: &App, kept: &Arc<Kept>, space: SpaceId, wait: Wait) {
    // A task of its own, so that a panic costs one attempt and not the keeper.
    let attempt = {
        let (app, kept) = (app.clone(), Arc::clone(kept));
        tokio::spawn(async move { confirm(&app, &kept.keeper, space).await })
    };
    let keeper = kept.keeper.key.name();
    match attempt.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(keeper, %space, %error, "a log was not confirmed");
            if error.is_of_all() {
                kept.put_back(space, wait, LONGEST_PAUSE);
                tokio::time::sleep((wait.pause * 2).clamp(PAUSE, LONGEST_PAUSE)).await;
            } else {
                kept.put_back(space, wait, LONGEST_REFUSED);
            }
        }
        Err(_) => {
            tracing::error!(keeper, %space, "asking a log keeper ended in a panic");
            kept.put_back(space, wait, LONGEST_REFUSED);
        }
    }
}

/// Asks the keepers that a space names to confirm what it is now, until more than half of them have or none is left to
/// answer. Of many that wish it at once, all but the first share one answer.
pub async fn confirm_now(app: &App, space: SpaceId, named: &[[u8; 32]]) {
    let wished = Instant::now();
    let turn = app.keepers.turn(space);
    let mut asked_at = turn.lock().await;
    if asked_at.is_some_and(|at| at >= wished) {
        return;
    }
    let began = Instant::now();
    let mut asked = JoinSet::new();
    for kept in app.keepers.named(named) {
        let (app, kept) = (app.clone(), Arc::clone(kept));
        asked.spawn(async move {
            let result = confirm(&app, &kept.keeper, space).await;
            match &result {
                Ok(()) => kept.hasten(space),
                Err(error) => {
                    let keeper = kept.keeper.key.name();
                    tracing::warn!(keeper, %space, %error, "a log was not confirmed");
                }
            }
            result.is_ok()
        });
    }
    let mut confirmed = 0;
    while let Some(result) = asked.join_next().await {
        confirmed += usize::from(result.unwrap_or(false));
        if confirmed > 0 && confirmed >= quorum(named.len()) {
            // The others may still, a moment longer, for those that come after.
            let rest = async { while asked.join_next().await.is_some() {} };
            drop(tokio::time::timeout(COURTESY, rest).await);
            break;
        }
    }
    asked.detach_all();
    *asked_at = Some(began);
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
            Answer::Size(size) => {
                if size < known {
                    let keeper = keeper.key.name();
                    tracing::error!(keeper, %space, size, known, "a log keeper has forgotten what it confirmed");
                }
                told = Some(size);
            }
            Answer::Lines(lines) => {
                let note = confirmed(&keeper.key, &note, &lines).ok_or(Unconfirmed::Forged)?;
                let db = app.database.write();
                confirmations::keep(db, row.id, public, (size, note)).await?;
                if size > known {
                    app.live.announce([Change::Confirmed(space)]);
                }
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
