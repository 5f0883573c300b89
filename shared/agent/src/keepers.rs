//! Independent log keepers: what they confirm of a space, and what nobody does before enough of them have.

use std::collections::BTreeMap;
use std::rc::Rc;

use hawser_casework::{Moment, SpaceId as CaseId};
use hawser_ledger::log::cosignature::confirmed_by;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::witness::quorum;
use hawser_ledger::log::{Note, NoteKey};
use hawser_ledger::membership::LogTerms;
use hawser_ledger::merkle::root_of;
use hawser_protocol::account::Deployment;
use hawser_protocol::path::{self, CONFIRMATIONS, fill};
use hawser_protocol::space::Confirmations;
use hawser_views::Notice;
use hawser_views::failure::{Failure, FieldFailure};
use hawser_views::keepers::{KeeperLine, KeeperOffer, KeepersView, KeepersWish};

use crate::failure::{Failed, Outcome, fail};
use crate::io::{Clock as _, Environment};
use crate::people::ledger_id;
use crate::pin::Mark;
use crate::replay::Space;
use crate::{Agent, OpenSpace};

/// So far a keeper's clock may be ahead of this computer's, in seconds.
const AHEAD_S: u64 = 300;
/// Keepers that are late are asked once in so long because somebody looks, in milliseconds.
const PAUSE_MS: u64 = 60_000;
/// So long may what has come in wait to be confirmed before anybody is told, in milliseconds.
const MOMENT_MS: u64 = 10_000;
/// How often keepers are asked for one act while others write.
const ASKED: usize = 4;
/// Most keepers that a space names.
const MAX_KEEPERS: usize = 16;

fn seconds(now_ms: i64) -> u64 {
    u64::try_from(now_ms / 1000).unwrap_or_default()
}

/// The latest time that is believed.
fn latest_s(now_ms: i64) -> u64 {
    seconds(now_ms).saturating_add(AHEAD_S)
}

/// What a keeper confirmed last, and is of what was replayed.
#[derive(Debug, Clone)]
pub(crate) struct Confirmation {
    name: String,
    size: u64,
    time_s: u64,
    /// Its line under the checkpoint of that size.
    line: String,
}

/// By the keeper's key.
pub(crate) type Confirmed = BTreeMap<[u8; 32], Confirmation>;

/// How a space stands with its keepers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It names none, sets no limit, or enough have confirmed this state lately.
    Good,
    /// They have confirmed what came before, and not the newest.
    Newest,
    /// Fewer have, or too long ago.
    Late,
    /// Enough have, at times that have not come on this computer.
    Ahead,
}

impl Space {
    fn log_terms(&self) -> Option<&LogTerms> {
        Some(self.chain()?.membership().log())
    }

    pub(crate) fn names_keepers(&self) -> bool {
        self.log_terms().is_some_and(|log| !log.keepers.is_empty())
    }

    /// Takes in what the server says that keepers confirmed. What is not signed by log and keeper counts for nothing;
    /// what the log signed binds it, whoever hands it over.
    fn take_confirmations(&mut self, notes: &[String], now_ms: i64) {
        for note in notes {
            self.take_confirmation(note, now_ms);
        }
    }

    fn take_confirmation(&mut self, note: &str, now_ms: i64) {
        let (Some(key), Some(log)) = (self.log_key(), self.log_terms().cloned()) else {
            return;
        };
        let Ok(signed) = key.open(note.as_bytes()) else {
            return;
        };
        let mark = Mark::from(&signed);
        if mark.size > self.size() {
            // What is on its way may have been sent before: the next pull has to come by it.
            if self.fault.is_some() {
                return;
            }
            if !self.heard.later.contains(&mark) {
                self.heard.later.push(mark);
            }
            // Of one state there may be as many as there are keepers.
            if !self.heard.ahead.iter().any(|known| known == note) {
                self.heard.ahead.push(note.to_owned());
            }
            return;
        }
        let is_newest =
            self.confirmed().map(|known| (known.size, known.root)) == Some((mark.size, mark.root));
        let is_ours = is_newest || root_of(&self.leaf_hashes()[..], mark.size) == Some(mark.root);
        if !is_ours {
            self.contradicted(signed, now_ms);
            return;
        }
        let confirmed = Note::parse(note.as_bytes())
            .and_then(|note| confirmed_by(&note, &log.keepers))
            .unwrap_or_default();
        for one in confirmed {
            let known = self.heard.keepers.get(&one.keeper);
            let until_s = latest_s(now_ms);
            let is_newer = known.is_none_or(|known| {
                // A clock that was wrong once does not count for ever.
                known.time_s > until_s || (known.size, known.time_s) < (mark.size, one.time_s)
            });
            if is_newer {
                let confirmation = Confirmation {
                    name: one.name,
                    size: mark.size,
                    time_s: one.time_s,
                    line: one.line,
                };
                self.heard.keepers.insert(one.keeper, confirmation);
            }
        }
    }

    /// Takes in what was confirmed of more than was known then.
    pub(crate) fn take_confirmations_ahead(&mut self, now_ms: i64) {
        let notes = std::mem::take(&mut self.heard.ahead);
        self.take_confirmations(&notes, now_ms);
    }

    /// Whether all keepers confirm the newest state.
    pub(crate) fn is_confirmed_by_all(&self) -> bool {
        let newest = |one: &&Confirmation| one.size == self.size();
        let named = self.log_terms().map_or(0, |log| log.keepers.len());
        self.heard.keepers.values().filter(newest).count() == named
    }

    /// The lines by which keepers confirm the newest state, to stand under its checkpoint.
    pub(crate) fn keeper_lines(&self) -> String {
        let newest = |one: &&Confirmation| one.size == self.size();
        let lines = self.heard.keepers.values().filter(newest);
        lines.map(|one| one.line.as_str()).collect()
    }

    /// Since when enough keepers have confirmed `size` entries or more, in seconds since 1970; `counts` says which times
    /// do.
    fn confirmed_since(&self, size: u64, counts: impl Fn(u64) -> bool) -> Option<u64> {
        let needed = quorum(self.log_terms()?.keepers.len());
        let mut times: Vec<u64> = self
            .heard
            .keepers
            .values()
            .filter(|one| one.size >= size)
            .map(|one| one.time_s)
            .filter(|time| counts(*time))
            .collect();
        times.sort_unstable_by(|one, other| other.cmp(one));
        times.get(needed.checked_sub(1)?).copied()
    }

    /// Whether enough keepers have confirmed the first `size` entries lately.
    fn keepers_standing(&self, size: u64, now_ms: i64) -> Standing {
        let Some(log) = self.log_terms() else {
            return Standing::Good;
        };
        if log.keepers.is_empty() || log.max_age_s == 0 {
            return Standing::Good;
        }
        let until_s = latest_s(now_ms);
        let from_s = seconds(now_ms).saturating_sub(log.max_age_s.into());
        let lately = |time| (from_s..=until_s).contains(&time);
        if self.confirmed_since(size, lately).is_some() {
            Standing::Good
        } else if self.confirmed_since(0, lately).is_some() {
            Standing::Newest
        } else if self.confirmed_since(0, |time| time > until_s).is_some() {
            Standing::Ahead
        } else {
            Standing::Late
        }
    }

    /// The same for whoever looks: what has just come in is given a moment to be confirmed.
    fn shown_standing(&mut self, now_ms: i64) -> Standing {
        let (size, (_, then)) = (self.size(), self.heard.confirmed_until);
        let standing = self.keepers_standing(size, now_ms);
        let was_good = self.keepers_standing(then, now_ms) == Standing::Good;
        if standing == Standing::Good || was_good {
            self.heard.confirmed_until = (now_ms, size);
        }
        if self.heard.confirmed_until.0.abs_diff(now_ms) < MOMENT_MS {
            Standing::Good
        } else {
            standing
        }
    }

    /// Whether keepers are late and were not asked for a while; they count as asked from now on.
    fn asks_late_keepers(&mut self, now_ms: i64) -> bool {
        let is_due = self.keepers_standing(self.size(), now_ms) != Standing::Good
            && self.heard.keepers_asked_ms.abs_diff(now_ms) > PAUSE_MS;
        if is_due {
            self.heard.keepers_asked_ms = now_ms;
        }
        is_due
    }

    fn show_keepers(&mut self, now_ms: i64) -> KeepersView {
        let standing = self.shown_standing(now_ms);
        let log = self.log_terms().cloned().unwrap_or_default();
        let is_limited = self.is_limited_reading();
        let line = |keeper: &[u8; 32]| {
            let known = self.heard.keepers.get(keeper);
            let algorithm = NoteAlgorithm::Cosignature;
            let published = known.and_then(|one| NoteKey::new(&one.name, algorithm, *keeper).ok());
            KeeperLine {
                name: known.map(|one| one.name.clone()).unwrap_or_default(),
                key: published.map_or_else(|| algorithm.encode(keeper), |key| key.text()),
                at: known.map(|one| Moment::of_seconds(one.time_s)),
                entries: known.map_or(0, |one| one.size),
            }
        };
        KeepersView {
            // When others write is not theirs to know who read a part.
            keepers: if is_limited {
                Vec::new()
            } else {
                log.keepers.iter().map(line).collect()
            },
            // Without a limit there is nothing that could be told without saying when.
            named: if is_limited && log.max_age_s == 0 {
                0
            } else {
                log.keepers.len() as u32
            },
            needed: quorum(log.keepers.len()) as u32,
            max_age_s: log.max_age_s,
            confirmed: (!is_limited)
                .then(|| self.confirmed_since(0, |_| true))
                .flatten()
                .map(Moment::of_seconds),
            standing: match standing {
                Standing::Good => "good",
                Standing::Newest => "newest",
                Standing::Late => "late",
                Standing::Ahead => "clock-behind",
            }
            .to_owned(),
            entries: self.told_size(),
        }
    }

    /// Why nobody relies on the log now.
    fn unconfirmed(&self, standing: Standing) -> Failure {
        let log = self.log_terms().cloned().unwrap_or_default();
        let code = match standing {
            Standing::Ahead => "clock-behind-keepers",
            Standing::Good | Standing::Newest | Standing::Late => "not-confirmed",
        };
        Failure::new(code)
            .with("needed", quorum(log.keepers.len()))
            .with("keepers", log.keepers.len())
            .with("hours", log.max_age_s.div_ceil(3600))
    }
}

impl<E: Environment> Agent<E> {
    /// Keepers that the deployment asks. What it says of them proves nothing: people compare the keys.
    pub(crate) async fn keepers_offered(&self) -> Outcome<Vec<KeeperOffer>> {
        let deployment: Deployment = self.get(path::DEPLOYMENT).await?;
        let known = deployment.log_keepers.iter();
        Ok(known
            .filter_map(|text| keeper(text))
            .map(|key| KeeperOffer {
                name: key.name().to_owned(),
                key: key.text(),
            })
            .collect())
    }

    /// Learns what keepers confirmed; with `anew` they are asked now.
    pub(crate) async fn hear_keepers(&self, open: &OpenSpace, anew: bool) -> Outcome<()> {
        if !open.state.borrow().names_keepers() {
            return Ok(());
        }
        let id = open.state.borrow().id();
        let address = fill(CONFIRMATIONS, &[&id.to_string()]);
        let method = if anew { "POST" } else { "GET" };
        let response = self.exchange(self.request(method, address)).await?;
        let Ok(found) = serde_json::from_slice::<Confirmations>(&response.body) else {
            return Err(Failed(
                Failure::new("server-answer").with("status", response.status),
            ));
        };
        let is_wrong = {
            let mut state = open.state.borrow_mut();
            state.take_confirmations(&found.notes, self.now_ms());
            state.fault.is_some()
        };
        if is_wrong {
            self.look_for_fork(open).await?;
        }
        Ok(())
    }

    /// Makes sure that enough keepers have lately confirmed what is known here, as the space demands it; asks them where
    /// they have not, and catches up where they confirmed more. For whoever holds the turn.
    pub(crate) async fn require_confirmed(&self, open: &OpenSpace) -> Outcome<()> {
        let size = open.state.borrow().size();
        let standing = || open.state.borrow().keepers_standing(size, self.now_ms());
        for _ in 0..ASKED {
            if standing() == Standing::Good {
                return Ok(());
            }
            self.hear_keepers(open, true).await?;
            let is_behind = !open.state.borrow().heard.later.is_empty();
            if is_behind {
                Box::pin(self.pull_in_turn(open)).await?;
            }
            if let Some(fault) = &open.state.borrow().fault {
                return Err(crate::append::faulty(fault));
            }
            if !is_behind {
                break;
            }
        }
        match standing() {
            Standing::Good => Ok(()),
            standing => Err(Failed(open.state.borrow().unconfirmed(standing))),
        }
    }

    /// How a space stands with its keepers. They are asked first with `anew`, and now and then where they are late: a
    /// case in which nobody wrote for a day is not one from which they withhold their word.
    pub(crate) async fn keepers(&self, space: CaseId, anew: bool) -> Outcome<KeepersView> {
        let open = self.space(ledger_id(space)).await?;
        let is_late = open.state.borrow_mut().asks_late_keepers(self.now_ms());
        if anew {
            self.hear_keepers(&open, true).await?;
        } else if is_late {
            // Where they cannot be asked, that they are late is what is shown.
            drop(self.hear_keepers(&open, true).await);
        }
        let is_behind = !open.state.borrow().heard.later.is_empty();
        if is_behind {
            drop(self.pull(ledger_id(space)).await);
        }
        if anew || is_late {
            // Whoever else shows it asks again.
            self.notify(Notice::Space { space });
        }
        let (view, is_to_be_looked_at) = {
            let mut state = open.state.borrow_mut();
            let now_ms = self.now_ms();
            let view = state.show_keepers(now_ms);
            let size = state.size();
            let is_hidden =
                view.standing == "good" && state.keepers_standing(size, now_ms) != Standing::Good;
            let was_waiting = std::mem::replace(&mut state.heard.is_look_due, is_hidden);
            (view, is_hidden && !was_waiting)
        };
        if is_to_be_looked_at {
            self.look_again(space, &open);
        }
        Ok(view)
    }

    /// Has whoever shows how a space stands ask again once what has just come in should have been confirmed.
    fn look_again(&self, space: CaseId, open: &Rc<OpenSpace>) {
        let (Some(agent), open) = (self.this.upgrade(), Rc::clone(open)) else {
            return;
        };
        self.environment().spawn(Box::pin(async move {
            let clock = agent.environment().clock();
            clock.sleep(MOMENT_MS as u32).await;
            open.state.borrow_mut().heard.is_look_due = false;
            agent.notify(Notice::Space { space });
        }));
    }
}

fn keeper(text: &str) -> Option<NoteKey> {
    let key = NoteKey::parse(text).ok()?;
    (key.algorithm() == NoteAlgorithm::Cosignature).then_some(key)
}

/// The keys that a new space names, ascending.
pub(crate) fn named(wish: &KeepersWish) -> Outcome<Vec<[u8; 32]>> {
    let mut keys = Vec::new();
    for text in &wish.keys {
        let Some(key) = keeper(text.trim()) else {
            let mut failure = Failure::new("form");
            failure.fields.push(FieldFailure {
                field: "keepers".to_owned(),
                code: "keeper-key".to_owned(),
                value: text.trim().to_owned(),
            });
            return Err(Failed(failure));
        };
        keys.push(*key.public());
    }
    keys.sort_unstable();
    keys.dedup();
    if keys.len() > MAX_KEEPERS {
        return fail("too-many-keepers");
    }
    Ok(keys)
}
