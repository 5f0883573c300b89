//! Pulling: events from the server, verified before anything is believed.

use std::rc::Rc;

use hawser_ledger::SpaceId;
use hawser_ledger::membership::{MemberState, SpaceKind};
use hawser_protocol::ErrorCode;
use hawser_protocol::path::{EVENTS, MAX_EVENTS, SPACES, WRAPS, fill};
use hawser_protocol::space::{LiveNotice, Pulled, SpaceEntry, StoredWrap};
use hawser_views::{Failure, Notice};

use crate::api::Refusal;
use crate::failure::{Failed, Outcome, fail};
use crate::io::Environment;
use crate::pin::Pin;
use crate::replay::{Shut, Space};
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

    /// A space, pulled where it is not open yet, or where an earlier pull was cut off.
    pub(crate) async fn space(&self, id: SpaceId) -> Outcome<Rc<OpenSpace>> {
        let is_open = |open: &Rc<OpenSpace>| {
            let state = open.state.borrow();
            state.is_ready() || state.fault.is_some()
        };
        if let Some(open) = self.known(id).filter(is_open) {
            return Ok(open);
        }
        self.pull(id).await?;
        match self.known(id) {
            Some(open) if is_open(&open) => Ok(open),
            Some(open) if open.state.borrow().shut.is_some() => fail("access-ended"),
            _ => fail("not-found"),
        }
    }

    /// A space for a list: where it cannot be opened, as one with a fault, so that it is not silently left out. Not
    /// there at all is only what was never seen.
    pub(crate) async fn listed_space(&self, id: SpaceId) -> Outcome<Option<Rc<OpenSpace>>> {
        let failure = match self.space(id).await {
            Ok(open) => return Ok(Some(open)),
            Err(Failed(failure)) => failure,
        };
        let is_refused = matches!(failure.code.as_str(), "not-found" | "forbidden");
        if is_refused && self.pin(id).await?.is_none() {
            return Ok(None);
        }
        let mut state = Space::new(id);
        state.fault_at(0, &failure.code, self.now_ms());
        Ok(Some(Rc::new(OpenSpace::new(state))))
    }

    pub(crate) fn slot(&self, id: SpaceId) -> Rc<OpenSpace> {
        let mut spaces = self.spaces.borrow_mut();
        let slot = spaces
            .entry(id)
            .or_insert_with(|| Rc::new(OpenSpace::new(Space::new(id))));
        Rc::clone(slot)
    }

    /// Brings a space up to date and pins what was verified.
    pub(crate) async fn pull(&self, id: SpaceId) -> Outcome<()> {
        let open = self.slot(id);
        {
            let _turn = open.turn.lock().await;
            self.pull_in_turn(&open).await?;
        }
        self.renew_later(&open);
        let own = self.current()?.organisation();
        if own.is_some_and(|(own, _)| id == own.into()) {
            self.adopt_keys().await?;
        }
        if self.knows_old_keys(&open) {
            self.spread_later();
        }
        Ok(())
    }

    /// The same for whoever holds the turn already.
    pub(crate) async fn pull_in_turn(&self, open: &OpenSpace) -> Outcome<()> {
        let session = self.current()?;
        let id = open.state.borrow().id();
        let before = open.state.borrow().size();
        if open.state.borrow().fault.is_some() {
            return Ok(());
        }
        let was_ready = open.state.borrow().is_ready();
        let known = self.pin(id).await?;
        let is_new_here = known.is_none();
        let mut marks = self.seen_elsewhere(id).await?;
        marks.extend(known.as_ref().and_then(Pin::mark));
        {
            let mut state = open.state.borrow_mut();
            if before == 0 {
                state.seen = known.map_or(0, |pin| pin.seen);
                state.is_new_here = is_new_here;
            }
            marks.append(&mut state.heard.keepers.later);
            state.expect(marks, self.now_ms());
        }
        if !self.take_all(open, &session).await? {
            return Ok(());
        }
        if open.state.borrow().must_begin_again() {
            let seen = open.state.borrow().seen;
            let mut fresh = Space::begin_again(id);
            fresh.seen = seen;
            fresh.is_new_here = is_new_here;
            fresh.expect(open.state.borrow().marks(), self.now_ms());
            // Beside the first reading: only a second one that was not cut off takes its place.
            let again = OpenSpace::new(fresh);
            let is_whole = self.take_all(&again, &session).await?;
            let mut again = again.state.into_inner();
            if !is_whole {
                open.state.borrow_mut().shut = again.shut;
                return Ok(());
            }
            again.heard.keepers.later =
                std::mem::take(&mut open.state.borrow_mut().heard.keepers.later);
            *open.state.borrow_mut() = again;
        }
        open.state
            .borrow_mut()
            .take_confirmations_ahead(self.now_ms());
        self.open_pulled(open, &session).await?;
        let (now, fault) = {
            let mut state = open.state.borrow_mut();
            state.is_new_here = false;
            state.again = false;
            (state.size(), state.fault.is_some())
        };
        self.pin_confirmed(open).await?;
        if now > before || fault || !was_ready {
            // What keepers confirmed is told when it is known; the record stands without.
            drop(self.hear_keepers(open, false).await);
            self.notify_space(id);
        }
        Ok(())
    }

    /// Pins what was replayed and what the log has signed of it.
    pub(crate) async fn pin_confirmed(&self, open: &OpenSpace) -> Outcome<()> {
        let (id, mark, pin) = {
            let state = open.state.borrow();
            let mark = state.confirmed().filter(|mark| mark.size == state.size());
            let (Some(mark), None) = (mark, &state.fault) else {
                return Ok(());
            };
            let pin = Pin::new(&mark, state.seen);
            (state.id(), mark, pin)
        };
        if self.pin(id).await?.as_ref() != Some(&pin) {
            self.set_pin(id, &pin).await?;
        }
        self.note_seen(id, mark);
        Ok(())
    }

    fn notify_space(&self, id: SpaceId) {
        self.notify(Notice::Space {
            space: hawser_casework::SpaceId::new(id.0),
        });
    }

    /// Takes in everything the server has; false when it shows nothing any more.
    pub(crate) async fn take_all(&self, open: &OpenSpace, session: &Session) -> Outcome<bool> {
        loop {
            let from = open.state.borrow().size();
            let Some(pulled) = self.frames(open, from).await? else {
                return Ok(false);
            };
            let is_last = pulled.frames.is_empty();
            {
                let mut state = open.state.borrow_mut();
                state.take_in(pulled.frames, session.user(), self.now_ms());
                if state.must_begin_again() {
                    return Ok(true);
                }
                if !state.judge(&pulled.checkpoint, is_last, self.now_ms()) {
                    continue;
                }
            }
            if open.state.borrow().fault.is_some() {
                self.look_for_fork(open).await?;
            }
            return Ok(true);
        }
    }

    /// Places from a number on, with what the log says; `None` when the server shows nothing any more.
    pub(crate) async fn frames(&self, open: &OpenSpace, from: u64) -> Outcome<Option<Pulled>> {
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
        match Pulled::decode(&response.body) {
            Ok(pulled) => Ok(Some(pulled)),
            Err(_) => Err(Failed(
                Failure::new("server-answer").with("status", response.status),
            )),
        }
    }

    /// Fetches wraps where the ledger names some for this person, then opens and adds up.
    pub(crate) async fn open_pulled(&self, open: &OpenSpace, session: &Session) -> Outcome<()> {
        let id = open.state.borrow().id();
        let is_member = {
            let state = open.state.borrow();
            let member = state.member(session.user());
            member.is_some_and(|member| member.state == MemberState::Active)
        };
        if open.state.borrow().wants_wraps() {
            let wraps: Outcome<Vec<StoredWrap>> = self.get(fill(WRAPS, &[&id.to_string()])).await;
            // Who takes part no more may be refused; what they speak for their organisation goes on.
            let wraps = match wraps {
                Err(_) if !is_member => Vec::new(),
                wraps => wraps?,
            };
            open.state
                .borrow_mut()
                .take_wraps(&wraps, session, self.now_ms());
            let mut state = open.state.borrow_mut();
            if let Some(seq) = state.first_wrap_missing().filter(|_| is_member) {
                state.fault_at(seq, "access-key-missing", self.now_ms());
            }
        }
        let mut state = open.state.borrow_mut();
        state.settle(session);
        // Where the server still answers whom it has ended for, because they speak for their organisation.
        let standing = state.member(session.user()).map(|member| member.state);
        if state.fault.is_none() {
            state.shut = match standing {
                Some(MemberState::Suspended) => Some(Shut::Suspended),
                Some(MemberState::Ended) => Some(Shut::Ended),
                Some(MemberState::Active) | None => state.shut,
            };
        }
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
                let behind = self.known(space).is_none_or(|open| {
                    let state = open.state.borrow();
                    state.size() < size || size == 0 || !state.is_ready()
                });
                if behind && self.pull(space).await.is_err() {
                    self.notify(Notice::Errands);
                }
            }
            LiveNotice::Confirmed { space } => {
                if let Some(open) = self.known(space)
                    && self.hear_keepers(&open, false).await.is_ok()
                {
                    self.notify_space(space);
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
        self.drop_session();
        self.notify(Notice::SignedOut);
    }

    /// Keys, everything opened and everything seen go.
    pub(crate) fn drop_session(&self) {
        self.session.borrow_mut().take();
        self.spaces.borrow_mut().clear();
        self.pinbook.borrow_mut().take();
    }

    pub(crate) fn events_path(space: SpaceId) -> String {
        fill(EVENTS, &[&space.to_string()])
    }
}
