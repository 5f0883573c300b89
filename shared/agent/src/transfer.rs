//! Files on their way: what is under way is known here, and shown as it goes.

mod download;
mod upload;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_encryption::file::PayloadKey;
use hawser_views::Notice;
use hawser_views::transfer::Transfer;
use zeroize::Zeroizing;

use crate::Agent;
use crate::failure::{Failed, Outcome, fail};
use crate::io::{Environment, Source};

struct Running<E: Environment> {
    shown: Transfer,
    cancelled: Rc<Cell<bool>>,
    /// The picked file, for as long as it may have to be read again.
    source: Option<Source<E>>,
    is_queued: bool,
    /// Files are sent in the order in which they were given.
    order: u64,
    started_ms: i64,
}

/// Uploads and downloads of this agent.
pub(crate) struct Transfers<E: Environment> {
    running: BTreeMap<String, Running<E>>,
    entered: u64,
    busy: bool,
}

impl<E: Environment> Default for Transfers<E> {
    fn default() -> Self {
        Self {
            running: BTreeMap::new(),
            entered: 0,
            busy: false,
        }
    }
}

fn file_key(text: &str) -> Outcome<Zeroizing<[u8; 16]>> {
    let mut key = Zeroizing::new([0; 16]);
    match hex::decode_to_slice(text, key.as_mut_slice()) {
        Ok(()) => Ok(key),
        Err(_) => fail("bad-record"),
    }
}

fn payload_key(key: &str, prefix: &str) -> Outcome<PayloadKey> {
    let Ok(prefix) = STANDARD.decode(prefix) else {
        return fail("bad-record");
    };
    Ok(PayloadKey::derive(&*file_key(key)?, &prefix)?)
}

/// Work that is shown while it goes on, and that can be cancelled.
pub(crate) struct UnderWay {
    id: String,
    cancelled: Rc<Cell<bool>>,
    /// Bytes done before the file that moves now.
    before: Cell<u64>,
}

impl UnderWay {
    /// Work that nobody is shown.
    fn unseen() -> Self {
        Self {
            id: String::new(),
            cancelled: Rc::default(),
            before: Cell::new(0),
        }
    }
    /// Whether whoever asked for it has called it off.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }
    /// Another file begins.
    pub(crate) fn after(&self, bytes: u64) {
        self.before.set(self.before.get() + bytes);
    }
}

impl<E: Environment> Agent<E> {
    /// Begins to show work.
    pub(crate) fn under_way(&self, shown: Transfer) -> UnderWay {
        UnderWay {
            id: shown.id.clone(),
            cancelled: self.enter(shown, None),
            before: Cell::new(0),
        }
    }

    /// Shows how far work has come within its present file, in bytes.
    pub(crate) fn advanced(&self, at: &UnderWay, bytes: u64) {
        self.show(&at.id, |shown| shown.done = at.before.get() + bytes);
    }

    /// Shows how much there is to do from here on, in bytes.
    pub(crate) fn total(&self, at: &UnderWay, bytes: u64) {
        self.show(&at.id, |shown| shown.total = at.before.get() + bytes);
    }

    /// Shows what came of work.
    pub(crate) fn ended<T>(&self, at: &UnderWay, result: &Outcome<T>) {
        let state = match result {
            Ok(_) => "done",
            Err(Failed(failure)) if failure.code == "cancelled" => "cancelled",
            Err(_) => "failed",
        };
        self.show(&at.id, |shown| state.clone_into(&mut shown.state));
        self.transfers.borrow_mut().running.remove(&at.id);
    }

    fn show(&self, id: &str, change: impl FnOnce(&mut Transfer)) {
        let shown = {
            let mut transfers = self.transfers.borrow_mut();
            let Some(running) = transfers.running.get_mut(id) else {
                return;
            };
            change(&mut running.shown);
            let elapsed = (self.now_ms() - running.started_ms).max(1) as u64;
            running.shown.rate = running.shown.done.saturating_mul(1000) / elapsed;
            running.shown.clone()
        };
        self.notify(Notice::Transfer(shown));
    }

    /// Begins to show a transfer; one with a source is queued.
    fn enter(&self, shown: Transfer, source: Option<Source<E>>) -> Rc<Cell<bool>> {
        let cancelled = Rc::new(Cell::new(false));
        {
            let mut transfers = self.transfers.borrow_mut();
            transfers.entered += 1;
            let running = Running {
                shown: shown.clone(),
                cancelled: Rc::clone(&cancelled),
                is_queued: source.is_some(),
                source,
                order: transfers.entered,
                started_ms: self.now_ms(),
            };
            transfers.running.insert(shown.id.clone(), running);
        }
        self.notify(Notice::Transfer(shown));
        cancelled
    }
}
