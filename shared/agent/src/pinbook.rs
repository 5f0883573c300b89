//! The pinbook: what a person has seen of their spaces, in whichever browser, kept on the server under a key that
//! only they have. A new browser learns from it what it may not be shown less than.

use std::collections::BTreeMap;
use std::rc::Rc;

use hawser_ledger::SpaceId;
use hawser_ledger::codec::{DecodeError, Reader, Writer};
use hawser_protocol::account::StoredPinbook;
use hawser_protocol::{ErrorCode, path};

use crate::Agent;
use crate::failure::{Failed, Outcome, fail};
use crate::io::{Clock, Environment};
use crate::pin::Mark;

/// What is new is sent after so long, in milliseconds.
const DELAY_MS: u32 = 10_000;
const ATTEMPTS: usize = 5;
/// Most spaces in it, so that it stays below what the server takes.
const MOST: usize = 3_500;

/// What was seen in any browser.
#[derive(Debug, Default)]
pub(crate) struct Pinbook {
    version: u64,
    marks: BTreeMap<SpaceId, Mark>,
    /// Marks from elsewhere that the states here are still to be held against.
    apart: BTreeMap<SpaceId, Vec<Mark>>,
    is_due: bool,
    is_waiting: bool,
}

impl Pinbook {
    /// As it is sent as a version, which stands inside too, so that none passes for another.
    fn encode(&self, version: u64) -> Vec<u8> {
        let mut out = Writer::new();
        out.u64(version);
        let marks: Vec<_> = self.marks.iter().take(MOST).collect();
        out.list(&marks, |out, (space, mark)| {
            out.fixed(&space.0)
                .u64(mark.size)
                .fixed(&mark.root)
                .fixed(&mark.signature);
        });
        out.finish()
    }

    fn decode(bytes: &[u8], version: u64) -> Result<BTreeMap<SpaceId, Mark>, DecodeError> {
        let mut input = Reader::new(bytes);
        let found = input.u64("version")?;
        if found != version {
            let field = "version";
            return Err(DecodeError::Value { field, found });
        }
        let marks = input.list(MOST as u32, "spaces", |input| {
            let space = SpaceId(input.array("space")?);
            let mark = Mark {
                size: input.u64("size")?,
                root: input.array("root")?,
                signature: input.array("signature")?,
            };
            Ok((space, mark))
        })?;
        input.end()?;
        hawser_ledger::codec::ascending(&marks, "spaces", |(space, _)| *space)?;
        Ok(marks.into_iter().collect())
    }

    /// Takes in what stands on the server: the larger of two marks stands, both are held against what is replayed.
    fn merge(&mut self, version: u64, theirs: BTreeMap<SpaceId, Mark>) {
        self.version = version;
        for (space, mark) in theirs {
            match self.marks.get(&space) {
                Some(ours) if *ours == mark => {}
                Some(ours) if ours.size >= mark.size => {
                    self.apart.entry(space).or_default().push(mark);
                }
                _ => {
                    self.marks.insert(space, mark);
                }
            }
        }
    }
}

impl<E: Environment> Agent<E> {
    /// What was seen of a space in other browsers.
    pub(crate) async fn seen_elsewhere(&self, space: SpaceId) -> Outcome<Vec<Mark>> {
        if self.pinbook.borrow().is_none() {
            let mut book = Pinbook::default();
            let session = self.current()?;
            let (version, marks) = self.stored_pinbook().await?;
            // Somebody else may have signed in while the answer was on its way.
            if !Rc::ptr_eq(&session, &self.current()?) {
                return fail("locked");
            }
            book.merge(version, marks);
            self.pinbook.borrow_mut().get_or_insert(book);
        }
        let mut book = self.pinbook.borrow_mut();
        let Some(book) = book.as_mut() else {
            return Ok(Vec::new());
        };
        let mut marks = book.apart.remove(&space).unwrap_or_default();
        marks.extend(book.marks.get(&space));
        Ok(marks)
    }

    async fn stored_pinbook(&self) -> Outcome<(u64, BTreeMap<SpaceId, Mark>)> {
        let session = self.current()?;
        let stored: StoredPinbook = self.get(path::PINBOOK).await?;
        if stored.version == 0 {
            return Ok((0, BTreeMap::new()));
        }
        let opened = session
            .generations()
            .open_pinbook(&stored.pinbook.0)
            .ok()
            .and_then(|plain| Pinbook::decode(&plain, stored.version).ok());
        match opened {
            Some(marks) => Ok((stored.version, marks)),
            None => fail("pinbook-damaged"),
        }
    }

    /// Notes what was verified; it is sent a little later, with what else is new by then.
    pub(crate) fn note_seen(&self, space: SpaceId, mark: Mark) {
        let mut book = self.pinbook.borrow_mut();
        let Some(book) = book.as_mut() else {
            return;
        };
        if book
            .marks
            .get(&space)
            .is_some_and(|known| known.size >= mark.size)
        {
            return;
        }
        book.marks.insert(space, mark);
        book.is_due = true;
        let Some(agent) = self.this.upgrade().filter(|_| !book.is_waiting) else {
            return;
        };
        book.is_waiting = true;
        self.environment().spawn(Box::pin(async move {
            agent.environment().clock().sleep(DELAY_MS).await;
            if let Some(book) = agent.pinbook.borrow_mut().as_mut() {
                book.is_waiting = false;
            }
            // What could not be sent now goes with what is next.
            drop(agent.send_pinbook().await);
        }));
    }

    /// Sends what is new.
    pub(crate) async fn send_pinbook(&self) -> Outcome<()> {
        for _ in 0..ATTEMPTS {
            let session = self.current()?;
            let (version, next, plain) = match self.pinbook.borrow_mut().as_mut() {
                Some(book) if book.is_due => {
                    let Some(next) = book.version.checked_add(1) else {
                        return fail("pinbook-damaged");
                    };
                    book.is_due = false;
                    (book.version, next, book.encode(next))
                }
                _ => return Ok(()),
            };
            let pinbook =
                self.with_random(|random| session.identity().seal_pinbook(random, &plain));
            let stored = StoredPinbook {
                pinbook: pinbook.into(),
                version: next,
            };
            let sent: Outcome<Option<()>> = self
                .send_if_match("PUT", path::PINBOOK, version, &stored)
                .await;
            match sent {
                Ok(_) => {
                    if let Some(book) = self.pinbook.borrow_mut().as_mut() {
                        book.version = next;
                    }
                    return Ok(());
                }
                Err(Failed(failure)) => {
                    if let Some(book) = self.pinbook.borrow_mut().as_mut() {
                        book.is_due = true;
                    }
                    if failure.code != ErrorCode::VersionMoved.code() {
                        return Err(Failed(failure));
                    }
                    let (version, marks) = self.stored_pinbook().await?;
                    if let Some(book) = self.pinbook.borrow_mut().as_mut() {
                        book.merge(version, marks);
                    }
                }
            }
        }
        fail("too-busy")
    }
}
