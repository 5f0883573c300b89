//! Appends: one queue, in which everything that is durable gets its place.
//!
//! On SQLite one task owns the order: it takes what waits, runs each append in
//! a savepoint of one transaction, commits once and answers then. On PostgreSQL
//! each append has a transaction of its own that locks the space's row, so that
//! several servers may share a database.

mod append;
mod chains;
mod derive;
mod wraps;

use std::sync::Arc;
use std::time::Duration;

use hawser_ledger::event::Event;
use hawser_ledger::header::CLASS_MEMBERSHIP;
use hawser_ledger::{Chain, SpaceId, UserId};
use hawser_protocol::ErrorCode;
use hawser_protocol::space::{Append, Appended, Wrap};
use sea_orm::{DatabaseTransaction, TransactionTrait as _};
use tokio::sync::{Semaphore, mpsc, oneshot};

use crate::authorization;
use crate::clock::Clock;
use crate::database::Database;
use crate::error::{ApiError, ApiResult};
use crate::keepers::Keepers;
use crate::live::{Change, Live};
use crate::log::Log;
use crate::queries::{members, spaces};

pub use chains::Chains;

const QUEUE: usize = 1024;
const BATCH: usize = 64;
const AT_ONCE: usize = 12;
const WAIT: Duration = Duration::from_millis(100);
const WAITS: u32 = 32;

/// An append whose events have been decoded.
pub struct Order {
    /// The space; `None` for a new one.
    pub space: Option<SpaceId>,
    /// Whose session it is.
    pub user: UserId,
    /// Number of events the author saw.
    pub size: u64,
    /// Newest event the author saw.
    pub head: hawser_ledger::EventId,
    /// The events, each with the bytes it came in.
    pub events: Vec<(Event, Vec<u8>)>,
    /// The wraps that they name.
    pub wraps: Vec<Wrap>,
}

impl Order {
    /// Whether any of it is about membership.
    fn is_about_membership(&self) -> bool {
        self.events
            .iter()
            .any(|(event, _)| event.header.prefix.class == CLASS_MEMBERSHIP)
    }

    /// Decodes an append strictly.
    pub fn decode(bytes: &[u8], space: Option<SpaceId>, user: UserId) -> ApiResult<Self> {
        let append =
            Append::decode(bytes).map_err(|error| ApiError::bad_request(error.to_string()))?;
        if append.events.is_empty() {
            return Err(ApiError::bad_request(
                "an append carries at least one event",
            ));
        }
        let mut events = Vec::with_capacity(append.events.len());
        for (index, bytes) in append.events.into_iter().enumerate() {
            let event =
                Event::decode(&bytes).map_err(|error| ApiError::chain(index, &error.into()))?;
            if event.encode() != bytes {
                return Err(ApiError::refused(
                    index,
                    "bad-layout",
                    "the event has another encoding",
                ));
            }
            events.push((event, bytes));
        }
        Ok(Self {
            space,
            user,
            size: append.size,
            head: append.head,
            events,
            wraps: append.wraps,
        })
    }
}

/// What an append came to, before it is committed.
struct Outcome {
    chain: Arc<Chain>,
    changes: Vec<Change>,
}

type Answer = oneshot::Sender<ApiResult<Appended>>;

struct Job {
    order: Arc<Order>,
    answer: Answer,
}

/// The way into the queue.
pub struct Sequencer {
    queue: mpsc::Sender<Job>,
}

/// What the queue's task works with.
#[derive(Clone)]
struct Desk {
    database: Database,
    chains: Arc<Chains>,
    live: Arc<Live>,
    keepers: Arc<Keepers>,
    clock: Clock,
    log: Arc<Log>,
    origin: Arc<str>,
}

impl Sequencer {
    /// Starts the task; it ends when the last way into the queue is gone.
    pub fn start(
        database: Database,
        chains: Arc<Chains>,
        live: Arc<Live>,
        keepers: Arc<Keepers>,
        clock: Clock,
        log: Arc<Log>,
        origin: &str,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let shared = database.is_shared();
        let desk = Desk {
            database,
            chains,
            live,
            keepers,
            clock,
            log,
            origin: origin.into(),
        };
        if shared {
            tokio::spawn(desk.run_side_by_side(jobs));
        } else {
            tokio::spawn(desk.run_in_batches(jobs));
        }
        Self { queue }
    }

    /// Appends; the answer comes when it is durable. Where the head is kept free for an
    /// administrator's act, it waits for that.
    pub async fn append(&self, order: Order) -> ApiResult<Appended> {
        let order = Arc::new(order);
        for _ in 0..WAITS {
            match self.once(Arc::clone(&order)).await {
                Err(error) if error.code() == ErrorCode::TooMany => tokio::time::sleep(WAIT).await,
                other => return other,
            }
        }
        self.once(order).await
    }

    async fn once(&self, order: Arc<Order>) -> ApiResult<Appended> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send(Job { order, answer })
            .await
            .map_err(|_| ErrorCode::Unavailable)?;
        answered.await.map_err(|_| ErrorCode::Unavailable)?
    }
}

impl Desk {
    async fn run_side_by_side(self, mut jobs: mpsc::Receiver<Job>) {
        let places = Arc::new(Semaphore::new(AT_ONCE));
        while let Some(job) = jobs.recv().await {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else {
                return;
            };
            let desk = self.clone();
            tokio::spawn(async move {
                desk.batch(vec![job]).await;
                drop(place);
            });
        }
    }

    async fn run_in_batches(self, mut jobs: mpsc::Receiver<Job>) {
        let mut batch = Vec::with_capacity(BATCH);
        while jobs.recv_many(&mut batch, BATCH).await > 0 {
            // A task of its own, so that a panic costs one batch and not the queue.
            let desk = self.clone();
            let taken = std::mem::take(&mut batch);
            if tokio::spawn(async move { desk.batch(taken).await })
                .await
                .is_err()
            {
                tracing::error!("appending ended in a panic");
            }
        }
    }

    async fn batch(&self, jobs: Vec<Job>) {
        let transaction = match self.database.begin().await {
            Ok(transaction) => transaction,
            Err(error) => return fail(jobs.into_iter().map(|job| job.answer), &error),
        };
        let alone = jobs.len() == 1;
        let mut fresh = chains::Fresh::default();
        let mut done = Vec::with_capacity(jobs.len());
        let mut overtaken = Vec::new();
        for Job { order, answer } in jobs {
            let result = if alone {
                append::run(self, &transaction, &fresh, &order).await
            } else {
                self.in_savepoint(&transaction, &fresh, &order).await
            };
            match result {
                Ok(outcome) => {
                    fresh.keep(Arc::clone(&outcome.chain));
                    done.push((answer, outcome));
                }
                Err(error)
                    if error.code() == ErrorCode::HeadMoved && order.is_about_membership() =>
                {
                    overtaken.push((answer, error, order));
                }
                Err(error) => {
                    let _ = answer.send(Err(error)); // the caller has gone
                }
            }
        }
        self.end(transaction, done).await;
        for (answer, error, order) in overtaken {
            if let Err(error) = self.keep_free(&order).await {
                tracing::warn!(code = error.code().code(), "keeping a head free");
            }
            let _ = answer.send(Err(error)); // the caller has gone
        }
    }

    /// Commits what was done, and answers.
    async fn end(&self, transaction: DatabaseTransaction, done: Vec<(Answer, Outcome)>) {
        if done.is_empty() {
            if let Err(error) = transaction.rollback().await {
                tracing::warn!(%error, "rolling back");
            }
            return;
        }
        if let Err(error) = transaction.commit().await {
            return fail(done.into_iter().map(|(answer, _)| answer), &error.into());
        }
        for (answer, outcome) in done {
            let chain = &outcome.chain;
            let appended = self
                .log
                .checkpoint(chain.space(), chain.tree())
                .map(|checkpoint| Appended {
                    size: chain.size(),
                    head: chain.head(),
                    checkpoint,
                });
            let named = &chain.membership().log().keepers;
            self.keepers.has_grown(chain.space(), named);
            self.chains.keep(outcome.chain);
            self.live.announce(outcome.changes);
            let _ = answer.send(appended); // the caller has gone; it is durable all the same
        }
    }

    /// An administrator whose act was overtaken has the head for a moment, so that nobody
    /// starves their own removal by writing on and on. So has who speaks for their organisation, with nothing else.
    async fn keep_free(&self, order: &Order) -> ApiResult<()> {
        let Some(space) = order.space else {
            return Ok(());
        };
        let db = self.database.write();
        let mut events = order.events.iter();
        let speaks = events.all(|(event, _)| authorization::delegation(event).is_some());
        let place = members::in_space(db, space, order.user).await?;
        let mut may = place.is_some_and(|place| place.active && place.administrator);
        if speaks
            && !may
            && let Some(own) = authorization::organisation_of(db, order.user).await?
        {
            may = members::administers(db, own, order.user).await?;
        }
        if may {
            spaces::lease(db, space, order.user, (self.clock)()).await?;
        }
        Ok(())
    }

    async fn in_savepoint(
        &self,
        transaction: &DatabaseTransaction,
        fresh: &chains::Fresh,
        order: &Order,
    ) -> ApiResult<Outcome> {
        let savepoint = transaction.begin().await?;
        match append::run(self, &savepoint, fresh, order).await {
            Ok(outcome) => {
                savepoint.commit().await?;
                Ok(outcome)
            }
            Err(error) => {
                savepoint.rollback().await?;
                Err(error)
            }
        }
    }
}

fn fail(answers: impl Iterator<Item = Answer>, error: &ApiError) {
    for answer in answers {
        let _ = answer.send(Err(error.clone())); // the caller has gone
    }
}
