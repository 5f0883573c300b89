//! Pulling: events from the server, verified before anything is believed.

use std::rc::Rc;

use hawser_ledger::membership::SpaceKind;
use hawser_ledger::{EventId, SpaceId};
use hawser_protocol::ErrorCode;
use hawser_protocol::path::{EVENTS, MAX_EVENTS, SIZE_HEADER, SPACES, WRAPS, fill};
use hawser_protocol::space::{Frame, LiveNotice, SpaceEntry, StoredWrap};
use hawser_views::{Failure, Notice};

use crate::api::Refusal;
use crate::failure::{Failed, Outcome};
use crate::io::Environment;
use crate::pin::Pin;
use crate::replay::{Fault, Shut, Space};
use crate::session::Session;
use crate::{Agent, OpenSpace};

impl<E: Environment> Agent<E> {
    pub(crate) fn current(&self) -> Outcome<Rc<Session>> {
        match self.session.borrow().clone() {
            Some(session) => Ok(session),
            None => Err(Failed(Failure::new("locked"))),
        }
    }

    /// A space that was opened before.
    pub(crate) fn known(&self, space: SpaceId) -> Option<Rc<OpenSpace>> {
        self.spaces.borrow().get(&space).cloned()
    }

    /// A space, pulled if it was not open yet.
    pub(crate) async fn space(&self, id: SpaceId) -> Outcome<Rc<OpenSpace>> {
        if let Some(open) = self.known(id)
            && open.state.borrow().chain().is_some()
        {
            return Ok(open);
        }
        self.pull(id).await?;
        match self.known(id) {
            Some(open)
                if open.state.borrow().chain().is_some() || open.state.borrow().fault.is_some() =>
            {
                Ok(open)
            }
            _ => Err(Failed(Failure::new("not-found"))),
        }
    }

    fn slot(&self, id: SpaceId) -> Rc<OpenSpace> {
        let mut spaces = self.spaces.borrow_mut();
        let slot = spaces.entry(id).or_insert_with(|| {
            Rc::new(OpenSpace {
                turn: futures::lock::Mutex::new(()),
                state: std::cell::RefCell::new(Space::new(id)),
            })
        });
        Rc::clone(slot)
    }

    /// Brings a space up to date and pins what was verified.
    pub(crate) async fn pull(&self, id: SpaceId) -> Outcome<()> {
        let open = self.slot(id);
        let _turn = open.turn.lock().await;
        self.pull_in_turn(&open).await
    }

    /// The same for whoever holds the turn already.
    pub(crate) async fn pull_in_turn(&self, open: &OpenSpace) -> Outcome<()> {
        let session = self.current()?;
        let id = open.state.borrow().id();
        let before = open.state.borrow().size();
        if open.state.borrow().fault.is_some() {
            return Ok(());
        }
        let known = self.pin(id).await?;
        let is_new_here = known.is_none();
        let pin = known.unwrap_or_default();
        if before == 0 {
            let mut state = open.state.borrow_mut();
            state.seen = pin.seen;
            state.is_new_here = is_new_here;
        }
        if !self.take_all(open, &session, &pin).await? {
            return Ok(());
        }
        if open.state.borrow().must_begin_again() {
            let seen = open.state.borrow().seen;
            let mut fresh = Space::begin_again(id);
            fresh.seen = seen;
            fresh.is_new_here = is_new_here;
            *open.state.borrow_mut() = fresh;
            if !self.take_all(open, &session, &pin).await? {
                return Ok(());
            }
        }
        self.open_pulled(open, &session).await?;
        let (now, seen, head, fault) = {
            let mut state = open.state.borrow_mut();
            state.is_new_here = false;
            state.again = false;
            (
                state.size(),
                state.seen,
                state.head(),
                state.fault.is_some(),
            )
        };
        if now > pin.size {
            self.set_pin(
                id,
                &Pin {
                    size: now,
                    head,
                    seen,
                },
            )
            .await?;
        }
        if now > before || fault {
            self.notify_space(id);
        }
        Ok(())
    }

    fn notify_space(&self, id: SpaceId) {
        self.notify(Notice::Space {
            space: hawser_casework::SpaceId::new(id.0),
        });
    }

    /// Takes in everything the server has; false when it shows nothing any more.
    async fn take_all(&self, open: &OpenSpace, session: &Session, pin: &Pin) -> Outcome<bool> {
        loop {
            let from = open.state.borrow().size();
            let Some((frames, size)) = self.frames(open, from).await? else {
                return Ok(false);
            };
            let count = frames.len() as u64;
            let mut state = open.state.borrow_mut();
            state.take_in(frames, session.user(), self.now_ms());
            self.check_pin(&mut state, pin, size);
            if count == 0
                || state.fault.is_some()
                || state.must_begin_again()
                || state.size() >= size
            {
                return Ok(true);
            }
        }
    }

    pub(crate) async fn frames(
        &self,
        open: &OpenSpace,
        from: u64,
    ) -> Outcome<Option<(Vec<Frame>, u64)>> {
        let id = open.state.borrow().id();
        let path = format!(
            "{}?from={from}&limit={MAX_EVENTS}",
            fill(EVENTS, &[&id.to_string()])
        );
        let response = match self.exchange(self.request("GET", path)).await {
            Ok(response) => response,
            Err(Refusal::Problem(problem))
                if matches!(
                    problem.code,
                    ErrorCode::Suspended | ErrorCode::Forbidden | ErrorCode::NotFound
                ) && open.state.borrow().chain().is_some() =>
            {
                let shut = Some(match problem.code {
                    ErrorCode::Suspended => Shut::Suspended,
                    _ => Shut::Ended,
                });
                let before = std::mem::replace(&mut open.state.borrow_mut().shut, shut);
                if before != shut {
                    self.notify_space(id);
                }
                return Ok(None);
            }
            Err(refusal) => return Err(refusal.into()),
        };
        if open.state.borrow_mut().shut.take().is_some() {
            self.notify_space(id);
        }
        let size = response
            .headers
            .iter()
            .find(|(name, _)| name == SIZE_HEADER)
            .and_then(|(_, value)| value.parse().ok())
            .unwrap_or(0);
        match Frame::read_all(&response.body) {
            Ok(frames) => Ok(Some((frames, size))),
            Err(_) => Err(Failed(
                Failure::new("server-answer").with("status", response.status),
            )),
        }
    }

    /// The server must show at least what was seen before, and the same.
    fn check_pin(&self, state: &mut Space, pin: &Pin, size: u64) {
        if state.fault.is_some() || pin.size == 0 {
            return;
        }
        let code = if size < pin.size {
            "cut-below-pin"
        } else if state.size() == pin.size && pin.head != EventId::ZERO && state.head() != pin.head
        {
            "other-past"
        } else {
            return;
        };
        state.fault = Some(Fault {
            seq: size.min(pin.size),
            code: code.to_owned(),
            found_ms: self.now_ms(),
        });
    }

    /// Fetches wraps where the ledger names some for this person, then opens and adds up.
    pub(crate) async fn open_pulled(&self, open: &OpenSpace, session: &Session) -> Outcome<()> {
        let id = open.state.borrow().id();
        if open.state.borrow().wants_wraps() {
            let wraps: Vec<StoredWrap> = self.get(fill(WRAPS, &[&id.to_string()])).await?;
            open.state
                .borrow_mut()
                .take_wraps(&wraps, session, self.now_ms());
        }
        open.state.borrow_mut().settle(session);
        Ok(())
    }

    /// The spaces the server lists for this person. Only a list: each is verified by itself.
    pub(crate) async fn listed(&self, kind: SpaceKind) -> Outcome<Vec<SpaceEntry>> {
        let entries: Vec<SpaceEntry> = self.get(SPACES).await?;
        Ok(entries
            .into_iter()
            .filter(|entry| entry.kind == kind)
            .collect())
    }

    /// A notice from the server: it only says where to look.
    pub async fn live_notice(self: &Rc<Self>, notice: LiveNotice) {
        match notice {
            LiveNotice::Space { space, size } => {
                let behind = self
                    .known(space)
                    .is_none_or(|open| open.state.borrow().size() < size || size == 0);
                if behind && self.pull(space).await.is_err() {
                    self.notify(Notice::Errands);
                }
            }
            LiveNotice::Errands => self.notify(Notice::Errands),
            LiveNotice::SignedOut => self.forget(),
        }
    }

    /// The line is back: look at everything that is open.
    pub async fn reconnected(self: &Rc<Self>) {
        if matches!(self.who_am_i().await, Err(Failed(failure)) if failure.code == ErrorCode::NotSignedIn.code())
        {
            return self.forget();
        }
        let open: Vec<SpaceId> = self.spaces.borrow().keys().copied().collect();
        for space in open {
            // A space that cannot be reached now is asked for again when it is next looked at.
            drop(self.pull(space).await);
        }
        self.notify(Notice::Errands);
    }

    /// The session has ended: keys and everything opened go.
    pub(crate) fn forget(&self) {
        self.session.borrow_mut().take();
        self.spaces.borrow_mut().clear();
        self.notify(Notice::SignedOut);
    }

    pub(crate) fn events_path(space: SpaceId) -> String {
        fill(EVENTS, &[&space.to_string()])
    }
}
