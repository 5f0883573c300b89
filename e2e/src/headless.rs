//! The real agent without a browser: HTTP to a loopback server, a store in
//! memory, files from disk or memory.
//!
//! Agents are not `Send`: run them inside [`at_work`].

pub mod chunk_native;
pub mod clock;
pub mod profile;
pub mod store_memory;
pub mod transport_http;

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

use futures::future::LocalBoxFuture;
use hawser_agent::Agent;
use hawser_agent::io::{Environment, Source};
use hawser_casework::{RecordId, SpaceId};
use hawser_protocol::space::LiveNotice;
use hawser_views::bundle::BundleWish;
use hawser_views::transfer::{PickedFile, Transfer};
use hawser_views::{Command, Failure, Notice, Reply};
use rand_core::{OsRng, RngCore as _};
use tokio::task::{AbortHandle, LocalSet};

use chunk_native::{FileSource, NativeCipher};
use clock::HeadlessClock;
use profile::Profile;
use store_memory::MemoryStore;
use transport_http::HttpTransport;

/// Between two looks at transfers.
const LOOK: Duration = Duration::from_millis(20);
/// Transfers that have not moved for so many looks (a minute) are stuck.
const STUCK: u32 = 3_000;

/// Runs `work` where agents can be.
pub async fn at_work<F: Future>(work: F) -> F::Output {
    LocalSet::new().run_until(work).await
}

/// The world of a headless agent.
pub struct HeadlessEnvironment {
    origin: String,
    transport: HttpTransport,
    store: MemoryStore,
    cipher: NativeCipher,
    clock: HeadlessClock,
    spawned: Rc<RefCell<Vec<AbortHandle>>>,
}

impl Environment for HeadlessEnvironment {
    type Part = Vec<u8>;
    type Transport = HttpTransport;
    type Store = MemoryStore;
    type Cipher = NativeCipher;
    type Clock = HeadlessClock;

    fn transport(&self) -> &HttpTransport {
        &self.transport
    }
    fn store(&self) -> &MemoryStore {
        &self.store
    }
    fn cipher(&self) -> &NativeCipher {
        &self.cipher
    }
    fn clock(&self) -> &HeadlessClock {
        &self.clock
    }
    fn origin(&self) -> String {
        self.origin.clone()
    }
    fn random(&self, bytes: &mut [u8]) {
        OsRng.fill_bytes(bytes);
    }
    fn spawn(&self, future: LocalBoxFuture<'static, ()>) {
        let mut spawned = self.spawned.borrow_mut();
        spawned.retain(|task| !task.is_finished());
        spawned.push(tokio::task::spawn_local(future).abort_handle());
    }
}

/// A person's browser tab: an agent, its profile, and the notices it gave.
/// Work that it began ends with it.
pub struct Headless {
    profile: Profile,
    agent: Rc<Agent<HeadlessEnvironment>>,
    notices: Rc<RefCell<Vec<Notice>>>,
    spawned: Rc<RefCell<Vec<AbortHandle>>>,
}

impl Drop for Headless {
    fn drop(&mut self) {
        for task in self.spawned.borrow_mut().drain(..) {
            task.abort();
        }
    }
}

impl Headless {
    /// In a profile of its own, at a server of this origin (`http://127.0.0.1:8080`).
    pub fn new(origin: &str) -> Self {
        Self::open(&Profile::new(origin))
    }

    /// In a profile that was used before, or that differs from the usual.
    pub fn open(profile: &Profile) -> Self {
        let spawned = Rc::<RefCell<Vec<AbortHandle>>>::default();
        let notices = Rc::<RefCell<Vec<Notice>>>::default();
        let environment = HeadlessEnvironment {
            origin: profile.origin().to_owned(),
            transport: profile.transport(),
            store: profile.store(),
            cipher: NativeCipher,
            clock: profile.clock(),
            spawned: Rc::clone(&spawned),
        };
        let heard = Rc::clone(&notices);
        let agent = Agent::new(
            environment,
            Box::new(move |notice| heard.borrow_mut().push(notice)),
        );
        Self {
            profile: profile.clone(),
            agent,
            notices,
            spawned,
        }
    }

    /// The page is loaded anew: cookie and store stay, keys and running work do not.
    #[must_use]
    pub fn reload(self) -> Self {
        Self::open(&self.profile.clone())
    }

    /// Its profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The agent itself.
    pub fn agent(&self) -> &Rc<Agent<HeadlessEnvironment>> {
        &self.agent
    }

    /// Gives a command without files.
    pub async fn ask(&self, command: Command) -> Result<Reply, Failure> {
        self.ask_with(command, Vec::new()).await
    }

    /// Gives a command with files beside it.
    pub async fn ask_with(
        &self,
        command: Command,
        files: Vec<Source<HeadlessEnvironment>>,
    ) -> Result<Reply, Failure> {
        self.agent
            .handle(command, files)
            .await
            .map(|(reply, _)| reply)
    }

    /// Attaches files to an exhibit and waits until they are sent.
    pub async fn attach(
        &self,
        space: SpaceId,
        exhibit: RecordId,
        files: Vec<(PickedFile, FileSource)>,
    ) -> Result<Vec<Transfer>, Failure> {
        let (files, sources) = files.into_iter().unzip();
        self.ask_with(
            Command::AttachFiles {
                space,
                to: exhibit,
                files,
            },
            sources,
        )
        .await?;
        self.wait_for_transfers().await
    }

    /// Waits until no transfer waits or runs; fails with `transfers-stuck` when nothing moves for a minute.
    pub async fn wait_for_transfers(&self) -> Result<Vec<Transfer>, Failure> {
        let (mut before, mut still) = (Vec::new(), 0);
        loop {
            let Reply::Transfers(transfers) = self.ask(Command::Transfers).await? else {
                return Err(Failure::new("unexpected-reply"));
            };
            if !transfers
                .iter()
                .any(|transfer| matches!(transfer.state.as_str(), "waiting" | "running"))
            {
                return Ok(transfers);
            }
            still = if transfers == before { still + 1 } else { 0 };
            if still == STUCK {
                return Err(Failure::new("transfers-stuck"));
            }
            before = transfers;
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Opens an attached file: its name and type, and its bytes.
    pub async fn open_file(
        &self,
        space: SpaceId,
        file: RecordId,
    ) -> Result<(PickedFile, Vec<u8>), Failure> {
        let for_preview = false;
        self.file(Command::OpenFile {
            space,
            file,
            for_preview,
        })
        .await
    }

    /// Makes a bundle: its name, and the ZIP file.
    pub async fn make_bundle(
        &self,
        space: SpaceId,
        wish: BundleWish,
    ) -> Result<(PickedFile, Vec<u8>), Failure> {
        self.file(Command::MakeBundle { space, wish }).await
    }

    async fn file(&self, command: Command) -> Result<(PickedFile, Vec<u8>), Failure> {
        match self.agent.handle(command, Vec::new()).await? {
            (Reply::File(picked), Some(bytes)) => Ok((picked, bytes)),
            _ => Err(Failure::new("unexpected-reply")),
        }
    }

    /// What a live line would bring about when it comes up: the agent asks what it missed.
    pub async fn pull(&self) {
        self.agent.reconnected().await;
    }

    /// What a live line would tell.
    pub async fn hear(&self, notice: LiveNotice) {
        self.agent.live_notice(notice).await;
    }

    /// Notices since the last call.
    pub fn take_notices(&self) -> Vec<Notice> {
        self.notices.take()
    }
}
