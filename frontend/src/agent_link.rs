//! The page's end of the line to the agent, which holds the keys and lives in a web worker.
//!
//! Whatever the agent tells is kept here, at the root, for as long as the page is open: a signal that
//! belonged to a page would be gone when an answer arrives after the user has left.

mod line;
mod view;

use std::collections::HashMap;

use hawser_casework::SpaceId;
use hawser_views::{
    Command, Connection, FromAgent, Notice, Reply, account::Me, account::RecoveryKit,
    failure::Failure, transfer::Transfer,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use line::{Heard, Line};
pub use view::{Loading, view};

/// Whether keys are at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not known yet.
    Asking,
    /// No session.
    SignedOut,
    /// A session, but no keys: the page was reloaded or locked.
    Locked,
    /// At work.
    Unlocked,
}

/// Why the keys went away without the user having asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nobody touched the page for a quarter of an hour.
    Idle,
    /// The session was revoked or has expired.
    SessionEnded,
}

/// Handle to the agent; cheap to copy, valid for as long as the page is open.
#[derive(Clone, Copy)]
pub struct AgentLink {
    line: StoredValue<Line, LocalStorage>,
    standing: RwSignal<Standing>,
    left: RwSignal<Option<Left>>,
    crashed: RwSignal<bool>,
    again: RwSignal<u64>,
    me: RwSignal<Option<Me>>,
    kit: RwSignal<Option<RecoveryKit>>,
    spaces: RwSignal<HashMap<SpaceId, u64>>,
    errands: RwSignal<u64>,
    transfers: RwSignal<Vec<Transfer>>,
    connection: RwSignal<Connection>,
}

/// The agent of this page.
pub fn use_agent() -> AgentLink {
    expect_context::<AgentLink>()
}

/// What a command does to the page itself once it has succeeded.
#[derive(Clone, Copy)]
enum After {
    Nothing,
    Unlocks,
    Leaves,
}

impl AgentLink {
    /// Starts the worker and makes the handle known to everything below.
    pub fn provide() {
        let link = Self {
            line: StoredValue::new_local(Line::default()),
            standing: RwSignal::new(Standing::Asking),
            left: RwSignal::new(None),
            crashed: RwSignal::new(false),
            again: RwSignal::new(0),
            me: RwSignal::new(None),
            kit: RwSignal::new(None),
            spaces: RwSignal::new(HashMap::new()),
            errands: RwSignal::new(0),
            transfers: RwSignal::new(Vec::new()),
            connection: RwSignal::new(Connection {
                online: true,
                waiting: 0,
                offline_since_ms: None,
            }),
        };
        provide_context(link);
        link.start();
    }

    /// Asks and waits for the answer.
    pub async fn ask(&self, command: Command) -> Result<Reply, Failure> {
        self.ask_with(command, Vec::new())
            .await
            .map(|(reply, _)| reply)
    }

    /// Asks with browser objects beside the envelope (files), and gets those beside the reply (a blob).
    pub async fn ask_with(
        &self,
        command: Command,
        beside: Vec<JsValue>,
    ) -> Result<(Reply, Vec<JsValue>), Failure> {
        let after = match &command {
            Command::SignIn { .. } | Command::Register(_) | Command::Recover { .. } => {
                After::Unlocks
            }
            Command::SignOut => After::Leaves,
            _ => After::Nothing,
        };
        let crashed = || Failure::new("agent-crashed");
        let answer = self
            .line
            .try_update_value(|line| line.send(command, beside))
            .unwrap_or_else(|| Err(crashed()))?;
        let result = answer.await.unwrap_or_else(|_| Err(crashed()));
        match &result {
            Ok((reply, _)) => self.after(after, reply),
            // Keys or session are gone; asked again from the door, where nothing is at work to lose.
            Err(failure)
                if matches!(failure.code.as_str(), "not-signed-in" | "locked")
                    && self.standing.get_untracked() == Standing::Unlocked =>
            {
                self.leave(Some(Left::SessionEnded));
            }
            Err(_) => {}
        }
        result
    }

    fn after(&self, after: After, reply: &Reply) {
        match reply {
            Reply::Me(me) => self.me.set(Some(me.clone())),
            Reply::Kit(kit) => self.kit.set(Some(kit.clone())),
            _ => {}
        }
        match after {
            After::Unlocks => {
                self.left.set(None);
                self.standing.set(Standing::Unlocked);
                if !matches!(reply, Reply::Me(_)) {
                    self.refresh_me();
                }
            }
            After::Leaves => self.leave(None),
            After::Nothing => {}
        }
    }

    /// Asks again who is at work: certification and the kit's confirmation come while the page is open.
    pub fn refresh_me(&self) {
        let link = *self;
        spawn_local(async move {
            let _ = link.ask(Command::Me).await;
        });
    }

    /// Counts up when the space has new entries.
    pub fn space_changes(&self, space: SpaceId) -> Signal<u64> {
        let spaces = self.spaces;
        Memo::new(move |_| spaces.with(|spaces| spaces.get(&space).copied().unwrap_or_default()))
            .into()
    }

    /// Counts up when invitations, letters or nominations changed, and with every space.
    pub fn errands(&self) -> Signal<u64> {
        self.errands.into()
    }

    /// Files on their way, in the order in which they were first heard of.
    pub fn transfers(&self) -> ReadSignal<Vec<Transfer>> {
        self.transfers.read_only()
    }

    /// State of the line to the server.
    pub fn connection(&self) -> ReadSignal<Connection> {
        self.connection.read_only()
    }

    /// Who is at work.
    pub fn me(&self) -> ReadSignal<Option<Me>> {
        self.me.read_only()
    }

    /// Whether keys are at hand.
    pub fn standing(&self) -> ReadSignal<Standing> {
        self.standing.read_only()
    }

    /// Why the keys went away by themselves.
    pub fn left(&self) -> ReadSignal<Option<Left>> {
        self.left.read_only()
    }

    /// The worker has ended by a fault.
    pub fn crashed(&self) -> ReadSignal<bool> {
        self.crashed.read_only()
    }

    /// The recovery kit, from registration or recovery until it was confirmed.
    pub fn kit(&self) -> RwSignal<Option<RecoveryKit>> {
        self.kit
    }

    /// Makes every view that is shown ask again.
    pub fn ask_views_again(&self) {
        self.again.update(|count| *count += 1);
    }

    /// Ends the worker, and the keys with it, and starts a new one.
    pub fn lock(&self) {
        self.leave(None);
    }

    /// The same, because nobody has been here for a while.
    pub fn lock_idle(&self) {
        self.leave(Some(Left::Idle));
    }

    /// After a crash.
    pub fn start_again(&self) {
        self.leave(None);
    }

    fn leave(&self, why: Option<Left>) {
        self.line.update_value(Line::end);
        self.left.set(why);
        self.standing.set(Standing::Asking);
        self.me.set(None);
        self.kit.set(None);
        self.spaces.update(HashMap::clear);
        self.transfers.update(Vec::clear);
        self.connection.set(Connection {
            online: true,
            waiting: 0,
            offline_since_ms: None,
        });
        self.start();
    }

    fn start(&self) {
        let link = *self;
        self.crashed.set(false);
        let started = self
            .line
            .try_update_value(|line| line.start(move |heard| link.hear(heard)));
        if started != Some(true) {
            self.crash();
            return;
        }
        spawn_local(async move {
            match link.ask(Command::Status).await {
                Ok(Reply::Standing(standing)) => link.standing.set(match standing.as_str() {
                    "unlocked" => Standing::Unlocked,
                    "locked" => Standing::Locked,
                    _ => Standing::SignedOut,
                }),
                // The server cannot be asked; with a session of before, unlocking says what is wrong.
                _ => link.standing.set(Standing::SignedOut),
            }
        });
    }

    fn crash(&self) {
        self.line.update_value(Line::end);
        self.me.set(None);
        self.kit.set(None);
        self.crashed.set(true);
    }

    fn hear(&self, heard: Heard) {
        match heard {
            Heard::Fault => self.crash(),
            Heard::Message(FromAgent::Ready, _) => self.line.update_value(Line::ready),
            Heard::Message(FromAgent::Reply { id, result }, beside) => {
                self.line
                    .update_value(|line| line.answer(id, result, beside));
            }
            Heard::Message(FromAgent::Notice(notice), _) => self.notice(notice),
        }
    }

    fn notice(&self, notice: Notice) {
        match notice {
            Notice::Space { space } => {
                self.spaces
                    .update(|spaces| *spaces.entry(space).or_default() += 1);
                self.errands.update(|count| *count += 1);
            }
            Notice::Errands => {
                self.errands.update(|count| *count += 1);
                self.refresh_me();
            }
            Notice::Transfer(transfer) => self.transfers.update(|transfers| {
                match transfers.iter_mut().find(|known| known.id == transfer.id) {
                    Some(known) => *known = transfer,
                    None => transfers.push(transfer),
                }
            }),
            Notice::Connection(connection) => self.connection.set(connection),
            Notice::SignedOut => self.leave(Some(Left::SessionEnded)),
        }
    }
}
