//! What changes, told to whom it concerns: "space X is at N" and no more.
//!
//! Every stream re-checks its session and the reader's access before each
//! message, and once in a while everything, so that a message lost between
//! servers is only late.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::Event as SseEvent;
use hawser_ledger::{SpaceId, UserId};
use hawser_protocol::space::LiveNotice;
use serde::{Deserialize, Serialize};
use tokio::sync::{broadcast, mpsc};

use crate::app::App;
use crate::authorization::{self, Access};
use crate::error::ApiResult;
use crate::queries::{sessions, spaces};
use crate::session::{self, Session};
use crate::stored;

mod relay;

pub use relay::run as relay;

const BACKLOG: usize = 4096;
const COALESCE: Duration = Duration::from_millis(40);
const RECHECK: Duration = Duration::from_secs(20);
/// Size that is told of a space of which the reader sees nothing any more.
const GONE: u64 = 0;

/// Something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A space has grown.
    Space {
        /// Which.
        space: SpaceId,
        /// To how many events.
        size: u64,
    },
    /// A log keeper has confirmed what a space is now.
    Confirmed(SpaceId),
    /// A person's access or errands.
    Errands(UserId),
    /// A person's sessions.
    Sessions(UserId),
    /// Anything: messages may have been lost.
    Anything,
}

/// Where changes are announced.
pub struct Live {
    local: broadcast::Sender<Change>,
    others: Option<mpsc::UnboundedSender<Change>>,
}

impl Live {
    /// With a way to the other servers, where there may be some.
    pub fn new(others: Option<mpsc::UnboundedSender<Change>>) -> Self {
        Self {
            local: broadcast::Sender::new(BACKLOG),
            others,
        }
    }

    /// Announces changes; call after they are durable.
    pub fn announce(&self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.announce_here(change);
            if let Some(others) = &self.others {
                let _ = others.send(change); // ends with the server
            }
        }
    }

    /// Announces what another server has announced.
    pub fn announce_here(&self, change: Change) {
        let _ = self.local.send(change); // nobody listens
    }
}

/// Opens a stream of notices; it ends with the session, the reader or the server.
pub fn open(app: App, session: Session) -> mpsc::Receiver<Result<SseEvent, Infallible>> {
    let (sender, receiver) = mpsc::channel(16);
    let changes = app.live.local.subscribe();
    tokio::spawn(async move {
        let stream = Stream {
            app,
            session,
            sender,
            told: BTreeMap::new(),
        };
        stream.run(changes).await;
    });
    receiver
}

struct Stream {
    app: App,
    session: Session,
    sender: mpsc::Sender<Result<SseEvent, Infallible>>,
    told: BTreeMap<SpaceId, u64>,
}

/// What has come together since the last message.
#[derive(Default)]
struct Pending {
    spaces: BTreeSet<SpaceId>,
    confirmed: BTreeSet<SpaceId>,
    errands: bool,
    session: bool,
    everything: bool,
}

impl Pending {
    fn note(&mut self, change: Change, reader: UserId) {
        match change {
            Change::Space { space, .. } => {
                self.spaces.insert(space);
            }
            Change::Confirmed(space) => {
                self.confirmed.insert(space);
            }
            Change::Errands(user) => self.errands |= user == reader,
            Change::Sessions(user) => self.session |= user == reader,
            Change::Anything => {
                self.everything = true;
                self.errands = true;
            }
        }
    }
    fn is_empty(&self) -> bool {
        self.spaces.is_empty()
            && self.confirmed.is_empty()
            && !self.errands
            && !self.session
            && !self.everything
    }
}

impl Stream {
    async fn run(mut self, mut changes: broadcast::Receiver<Change>) {
        let reader = self.session.user;
        let closing = self.app.closing.clone();
        let sender = self.sender.clone();
        let mut recheck = tokio::time::interval(RECHECK);
        let mut pending = Pending::default();
        loop {
            tokio::select! {
                () = closing.cancelled() => return,
                () = sender.closed() => return,
                _ = recheck.tick() => pending.everything = true,
                change = changes.recv() => match change {
                    Ok(change) => pending.note(change, reader),
                    Err(broadcast::error::RecvError::Lagged(_)) => pending.note(Change::Anything, reader),
                    Err(broadcast::error::RecvError::Closed) => return,
                },
            }
            if pending.is_empty() {
                continue;
            }
            tokio::time::sleep(COALESCE).await;
            while let Ok(change) = changes.try_recv() {
                pending.note(change, reader);
            }
            match self.tell(std::mem::take(&mut pending)).await {
                Ok(true) => {}
                Ok(false) => return,
                // The database is not there: try again with the next re-check.
                Err(_) => recheck.reset_after(Duration::from_secs(2)),
            }
        }
    }

    /// Sends what is due; false when the stream has come to its end.
    async fn tell(&mut self, pending: Pending) -> ApiResult<bool> {
        let db = self.app.database.read();
        let row = sessions::by_id(db, self.session.id).await?;
        if row.is_none_or(|row| !session::is_live(&row, self.app.now())) {
            self.send(LiveNotice::SignedOut).await;
            return Ok(false);
        }
        let confirmed = self.confirmed_for_reader(&pending.confirmed).await?;
        let mut due = Vec::new();
        if pending.everything {
            let visible = authorization::all_visible(db, self.session.user).await?;
            for (row, access) in visible {
                due.push((
                    stored::space(&row.space)?,
                    self.told_size(&row, access).await?,
                ));
            }
            let seen: BTreeSet<SpaceId> = due.iter().map(|(space, _)| *space).collect();
            let gone = self.told.keys().filter(|space| !seen.contains(space));
            due.extend(gone.map(|space| (*space, GONE)));
        } else {
            for space in pending.spaces {
                match authorization::visible(db, space, self.session.user).await {
                    Ok((row, access)) => due.push((space, self.told_size(&row, access).await?)),
                    Err(_) if self.told.contains_key(&space) => due.push((space, GONE)),
                    Err(_) => {}
                }
            }
        }
        if pending.errands && !self.send(LiveNotice::Errands).await {
            return Ok(false);
        }
        for (space, size) in due {
            if self.told.insert(space, size) != Some(size)
                && !self.send(LiveNotice::Space { space, size }).await
            {
                return Ok(false);
            }
        }
        for space in confirmed {
            if !self.send(LiveNotice::Confirmed { space }).await {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Of which the reader is told: whoever is told of fewer entries than there are would learn of the others by it.
    async fn confirmed_for_reader(&self, spaces: &BTreeSet<SpaceId>) -> ApiResult<Vec<SpaceId>> {
        let db = self.app.database.read();
        let mut told = Vec::new();
        for space in spaces {
            let Ok((row, access)) = authorization::visible(db, *space, self.session.user).await
            else {
                continue;
            };
            let size = stored::count(row.size, "size")?;
            if self.told_size(&row, access).await? == size {
                told.push(*space);
            }
        }
        Ok(told)
    }

    /// How far the reader is told that a space has grown.
    async fn told_size(&self, row: &spaces::Row, access: Access) -> ApiResult<u64> {
        let db = self.app.database.read();
        let groups = match access {
            Access::Member => {
                let chain = self.app.chains.at(db, row).await?;
                authorization::open_groups(chain.membership(), self.session.user)
            }
            Access::Party => Vec::new(),
        };
        authorization::told_size(db, row, &groups).await
    }

    async fn send(&self, notice: LiveNotice) -> bool {
        match SseEvent::default().json_data(&notice) {
            Ok(event) => self.sender.send(Ok(event)).await.is_ok(),
            Err(_) => false,
        }
    }
}
