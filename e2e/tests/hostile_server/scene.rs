//! A prosecutor and her colleagues in one case, one of them behind the liar.

use std::ops::Deref;

use anyhow::{Context as _, ensure};
use ed25519_dalek::SigningKey;
use hawser_agent::io::{HttpRequest, HttpResponse, Transport as _};
use hawser_casework::SpaceId;
use hawser_e2e::headless::profile::Profile;
use hawser_e2e::headless::store_memory::Entries;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_ledger::Frame;
use hawser_ledger::log::checkpoint::log_origin;
use hawser_ledger::log::tile::{HEIGHT, WIDTH};
use hawser_ledger::log::{Checkpoint, LogKey, SignedCheckpoint, Tile};
use hawser_ledger::merkle::{Hash, Node};
use hawser_ledger::merkle::{Nodes as _, root};
use hawser_ledger::{Chain, Event, EventId};
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::{Pulled, StoredWrap};
use hawser_views::record::RecordFault;
use hawser_views::{Command, Reply};

use super::insider::Insider;
use super::proxy::Proxy;

/// What the server could say of one space, with a log key that is its own.
#[derive(Clone)]
pub struct Story {
    pub frames: Vec<Frame>,
    pub checkpoint: String,
}

/// A server, its log key, and people.
pub struct Scene {
    pub server: TestServer,
    pub proxy: Proxy,
    /// Administers the case; talks to the server itself.
    pub prosecutor: Person,
    /// A member; everything it hears comes through the proxy.
    pub victim: Person,
    pub case: SpaceId,
    log_key: SigningKey,
}

impl Deref for Scene {
    type Target = Proxy;
    fn deref(&self) -> &Proxy {
        &self.proxy
    }
}

impl Scene {
    /// Both are in the case, with two exhibits, and the victim has seen all of it.
    pub async fn set() -> anyhow::Result<Self> {
        let server = TestServer::start(Storage::Sqlite).await?;
        let proxy = Proxy::before(server.origin()).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let invite = Command::Invite {
            for_whom: "QN-C2".to_owned(),
            hours: 24,
        };
        let Ok(Reply::Link(link)) = prosecutor.ask(invite).await else {
            anyhow::bail!("no link");
        };
        let behind = Profile::through(proxy.origin(), server.origin());
        let name = ("QN-C2", "Customs investigator");
        let victim = Person::register_in(&behind, &link, name, None, PASSPHRASE).await?;
        prosecutor.certify_all().await?;
        let case = prosecutor.create_case(terms("TIDEMARK")).await?;
        prosecutor
            .nominate(case, &[(&victim, "member")], true)
            .await?;
        prosecutor.admit_all(case).await?;
        for description in ["Handset, black", "Handset, grey"] {
            prosecutor.log(case, exhibit(description)).await?;
        }
        victim.pull().await;
        ensure!(
            victim.exhibits(case).await?.len() == 2,
            "the victim sees all"
        );
        let text = std::fs::read_to_string(server.folder().join("log-key"))?;
        let seed = hex::decode(text.trim().rsplit(' ').next().context("a key")?)?;
        let seed: [u8; 32] = seed.try_into().ok().context("32 bytes")?;
        Ok(Self {
            server,
            proxy,
            prosecutor,
            victim,
            case,
            log_key: SigningKey::from_bytes(&seed),
        })
    }

    /// The prosecutor's keys.
    pub async fn insider(&self) -> anyhow::Result<Insider> {
        Insider::of(&self.prosecutor, self.server.origin()).await
    }

    /// The victim's keys.
    pub async fn inside_the_victim(&self) -> anyhow::Result<Insider> {
        Insider::of(&self.victim, self.server.origin()).await
    }

    /// What the server answers to a person's session at a path of a space.
    pub async fn answer(
        &self,
        person: &Person,
        template: &str,
        space: SpaceId,
    ) -> anyhow::Result<HttpResponse> {
        let request = HttpRequest {
            method: "GET",
            path: fill(template, &[&space.to_string()]),
            headers: Vec::new(),
            body: Vec::new(),
        };
        Ok(person.profile().transport().exchange(request).await?)
    }

    /// All that stands in a space, as the prosecutor is told.
    pub async fn frames(&self, space: SpaceId) -> anyhow::Result<Vec<Frame>> {
        let response = self.answer(&self.prosecutor, path::EVENTS, space).await?;
        Ok(Pulled::decode(&response.body)?.frames)
    }

    /// The prosecutor's wraps of the case.
    pub async fn wraps(&self) -> anyhow::Result<Vec<StoredWrap>> {
        let response = self
            .answer(&self.prosecutor, path::WRAPS, self.case)
            .await?;
        Ok(serde_json::from_slice(&response.body)?)
    }

    /// The log key as clients know it.
    pub fn log(&self, space: SpaceId) -> LogKey {
        let id = hawser_ledger::SpaceId(*space.as_bytes());
        let public = self.log_key.verifying_key().to_bytes();
        LogKey::of(self.server.origin(), id, public).unwrap()
    }

    /// A checkpoint that the server could sign.
    pub fn sign(&self, space: SpaceId, size: u64, root: Hash) -> String {
        let id = hawser_ledger::SpaceId(*space.as_bytes());
        let origin = log_origin(self.server.origin(), id);
        let checkpoint = Checkpoint { origin, size, root };
        self.log(space)
            .note(&SignedCheckpoint::sign(checkpoint, &self.log_key))
    }

    /// A story in which the log says of `frames` what fits them.
    pub fn story(&self, space: SpaceId, frames: Vec<Frame>) -> Story {
        let leaves = leaves(&frames);
        let checkpoint = self.sign(space, leaves.len() as u64, root(&leaves));
        Story { frames, checkpoint }
    }

    /// Tells the victim a story of a space: pulls, checkpoints and tiles all fit it.
    pub fn tell(&self, space: SpaceId, story: Story) {
        let prefix = fill("/api/v1/spaces/{space}/", &[&space.to_string()]);
        let leaves = leaves(&story.frames);
        self.proxy.lie(move |question, answer| {
            let Some(rest) = question.target.strip_prefix(&prefix) else {
                return;
            };
            let body = if let Some(query) = rest.strip_prefix("events?from=") {
                let from = query.split('&').next().and_then(|from| from.parse().ok());
                let frames = story.frames.get(from.unwrap_or(0)..).unwrap_or_default();
                Pulled {
                    checkpoint: story.checkpoint.clone(),
                    frames: frames.to_vec(),
                }
                .encode()
            } else if let Some(Ok(tile)) = rest.strip_prefix("tile/").map(str::parse::<Tile>) {
                let node = |index| Node {
                    height: tile.level * HEIGHT,
                    index,
                };
                let first = tile.index * WIDTH;
                (first..first + tile.width)
                    .filter_map(|index| leaves[..].node(node(index)))
                    .flatten()
                    .collect()
            } else {
                return;
            };
            answer.status = axum::http::StatusCode::OK;
            answer.body = body;
        });
    }

    /// What is wrong with the case, as the victim sees it.
    pub async fn fault(&self) -> anyhow::Result<RecordFault> {
        let view = self.victim.ask(Command::Case { space: self.case }).await;
        match view.map_err(hawser_e2e::person::told)? {
            Reply::Case(view) => view.fault.context("nothing was found wrong"),
            _ => anyhow::bail!("another reply"),
        }
    }

    /// What the victim keeps: pins and the rest.
    pub fn kept(&self) -> Entries {
        self.victim.profile().store().snapshot()
    }

    /// What the victim has pinned.
    pub fn pins(&self) -> Entries {
        let mut entries = self.kept();
        entries.retain(|(table, _), _| *table == hawser_agent::io::Table::Pins);
        entries
    }

    /// The prosecutor writes more; then the victim is told a story in which `change` was made, and must name it by
    /// `code`, show what it showed, and keep what it kept. A reloaded page is as firm.
    pub async fn lied_to(
        mut self,
        code: &str,
        change: impl AsyncFnOnce(&Self, &mut Vec<Frame>) -> anyhow::Result<()>,
    ) -> anyhow::Result<Self> {
        for description in ["Ledger book", "Seal packet"] {
            self.prosecutor.log(self.case, exhibit(description)).await?;
        }
        let mut frames = self.frames(self.case).await?;
        change(&self, &mut frames).await?;
        let story = self.story(self.case, frames);
        self.tell(self.case, story);
        let before = self.kept();
        self.victim.pull().await;
        let fault = self.fault().await?;
        ensure!(fault.code == code, "{} in place of {code}", fault.code);
        ensure!(self.kept() == before, "pin and store have changed");
        // What is good and comes before the lie may be shown; the lie may not.
        let shown = self.victim.exhibits(self.case).await?.len();
        ensure!((2..=4).contains(&shown), "{shown} exhibits are shown");
        let add = Command::LogExhibit {
            space: self.case,
            exhibit: exhibit("Sealed bag"),
            happened: hawser_e2e::person::happened_now(),
        };
        ensure!(
            self.victim.refused(add).await? == "record-fault",
            "it was built upon"
        );
        let pins = self.pins();
        self.victim = self.victim.reload().await?;
        let cold = self.fault().await?;
        ensure!(
            cold.code == code,
            "{} in place of {code} after a reload",
            cold.code
        );
        ensure!(self.pins() == pins, "a pin has changed after a reload");
        Ok(self)
    }
}

/// The leaf of each place.
pub fn leaves(frames: &[Frame]) -> Vec<Hash> {
    frames
        .iter()
        .map(|frame| match frame {
            Frame::Withheld(EventId(leaf)) => *leaf,
            // Of what is no event a liar may say what he likes.
            Frame::Event(bytes) => Event::decode(bytes).map_or([9; 32], |event| event.id().0),
        })
        .collect()
}

/// The chain over the first events.
pub fn chain(frames: &[Frame]) -> Chain {
    let mut events = frames.iter().map(|frame| match frame {
        Frame::Event(bytes) => Event::decode(bytes).unwrap(),
        Frame::Withheld(_) => panic!("withheld"),
    });
    let mut chain = Chain::found(&events.next().unwrap()).unwrap();
    for event in events {
        chain.accept(&event).unwrap();
    }
    chain
}

/// The event of a place.
pub fn event(frames: &[Frame], at: usize) -> Event {
    let Frame::Event(bytes) = &frames[at] else {
        panic!("withheld")
    };
    Event::decode(bytes).unwrap()
}
