//! One member at work: pulls a space's events, verifies and opens them, adds
//! them up, appends new ones, moves files. I/O stands behind [`io`].
//!
//! The agent holds the keys of one person in one place. No command of
//! [`hawser_views::Command`] returns a key.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![expect(
    async_fn_in_trait,
    reason = "browser futures are not Send; native agents run on a LocalSet"
)]

pub mod io;

mod access;
mod account;
mod api;
mod append;
mod book;
mod bundle;
mod card;
mod case;
mod contacts;
mod dispatch;
mod enclosure;
mod enrolment;
mod evidence;
mod exchange;
mod failure;
mod founding;
mod invitation;
mod keepers;
mod keys;
mod letter;
mod limited;
mod log;
mod mission;
mod nomination;
mod organisation;
mod party;
mod people;
mod pin;
mod pinbook;
mod programme;
mod pull;
mod qr;
mod renewal;
mod replay;
mod session;
mod show;
mod statement;
mod transfer;
mod withdrawal;
mod words;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use hawser_encryption::random::Random;
use hawser_ledger::{CommandId, SpaceId};
use hawser_views::{Connection, Notice};

use crate::io::{Clock, Environment};
use crate::replay::Space;
use crate::session::Session;

/// A space with the lock that lets one pull or append at a time.
pub(crate) struct OpenSpace {
    pub(crate) turn: futures::lock::Mutex<()>,
    pub(crate) state: RefCell<Space>,
}

impl OpenSpace {
    pub(crate) fn new(state: Space) -> Self {
        Self {
            turn: futures::lock::Mutex::new(()),
            state: RefCell::new(state),
        }
    }
}

/// One person's agent.
pub struct Agent<E: Environment> {
    environment: E,
    listener: Box<dyn Fn(Notice)>,
    session: RefCell<Option<Rc<Session>>>,
    spaces: RefCell<BTreeMap<SpaceId, Rc<OpenSpace>>>,
    transfers: RefCell<transfer::Transfers<E>>,
    connection: RefCell<Connection>,
    left_ms: Cell<Option<i64>>,
    pinbook: RefCell<Option<pinbook::Pinbook>>,
    /// One's newest keys are being taken to where they are not known yet.
    is_spreading: Cell<bool>,
    /// Itself, for work that goes on beside.
    this: Weak<Self>,
}

impl<E: Environment> Agent<E> {
    /// An agent that nobody has signed in to. `listener` hears what changes.
    pub fn new(environment: E, listener: Box<dyn Fn(Notice)>) -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            environment,
            listener,
            session: RefCell::new(None),
            spaces: RefCell::new(BTreeMap::new()),
            transfers: RefCell::new(transfer::Transfers::default()),
            connection: RefCell::new(Connection {
                online: true,
                waiting: 0,
                offline_since_ms: None,
            }),
            left_ms: Cell::new(None),
            pinbook: RefCell::new(None),
            is_spreading: Cell::new(false),
            this: Weak::clone(this),
        })
    }

    /// Whether someone is signed in with open keys.
    pub fn signed_in(&self) -> bool {
        self.session.borrow().is_some()
    }

    pub(crate) fn environment(&self) -> &E {
        &self.environment
    }

    pub(crate) fn notify(&self, notice: Notice) {
        (self.listener)(notice);
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.environment.clock().now_ms()
    }

    /// Runs `work` with the platform's randomness.
    pub(crate) fn with_random<T>(&self, work: impl FnOnce(&mut Random<'_>) -> T) -> T {
        let fill = |bytes: &mut [u8]| self.environment.random(bytes);
        work(&mut Random(&fill))
    }

    /// Random bytes of the platform.
    pub(crate) fn draw<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.environment.random(&mut bytes);
        bytes
    }

    pub(crate) fn new_command(&self) -> CommandId {
        CommandId(self.draw())
    }
}
