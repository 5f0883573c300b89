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
use crate::failure::{Outcome, fail};
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

impl<E: Environment> Agent<E> {
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
