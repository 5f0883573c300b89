//! What of a person's browser survives a reload, and what of it a test sets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::clock::HeadlessClock;
use super::store_memory::MemoryStore;
use super::transport_http::HttpTransport;

/// A browser profile: cookie, store and clock, and whether there is a network.
/// Copies are the same profile.
#[derive(Clone)]
pub struct Profile {
    origin: String,
    server: String,
    cookie: Rc<RefCell<Option<String>>>,
    is_online: Rc<Cell<bool>>,
    store: MemoryStore,
    clock: HeadlessClock,
}

impl Profile {
    /// A fresh one, at the server of this origin.
    pub fn new(origin: &str) -> Self {
        Self::through(origin, origin)
    }

    /// A fresh one that reaches the server of `origin` through another address, such as that of a hostile proxy.
    pub fn through(server: &str, origin: &str) -> Self {
        Self {
            origin: origin.trim_end_matches('/').to_owned(),
            server: server.trim_end_matches('/').to_owned(),
            cookie: Rc::default(),
            is_online: Rc::new(Cell::new(true)),
            store: MemoryStore::default(),
            clock: HeadlessClock::default(),
        }
    }

    /// A fresh one whose clock is another's.
    pub fn with_clock(origin: &str, clock: HeadlessClock) -> Self {
        Self {
            clock,
            ..Self::new(origin)
        }
    }

    /// As the page would name it.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Its store; what one copy puts, all have.
    pub fn store(&self) -> MemoryStore {
        self.store.clone()
    }

    /// Its clock; what one copy sets, all show.
    pub fn clock(&self) -> HeadlessClock {
        self.clock.clone()
    }

    /// Its line to the server.
    pub fn transport(&self) -> HttpTransport {
        HttpTransport::new(
            &self.server,
            &self.origin,
            Rc::clone(&self.cookie),
            Rc::clone(&self.is_online),
        )
    }

    /// Value of the session cookie.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.borrow().clone()
    }

    /// Puts another session cookie in, or takes it out.
    pub fn set_cookie(&self, value: Option<String>) {
        *self.cookie.borrow_mut() = value;
    }

    /// Pulls the plug or puts it back.
    pub fn set_online(&self, is_online: bool) {
        self.is_online.set(is_online);
    }
}
