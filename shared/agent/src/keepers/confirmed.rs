//! What log keepers confirm of a space, and how it stands with them.

use std::collections::BTreeMap;

use hawser_casework::Moment;
use hawser_ledger::log::cosignature::confirmed_by;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::witness::quorum;
use hawser_ledger::log::{Note, NoteKey};
use hawser_ledger::membership::LogTerms;
use hawser_ledger::merkle::{Hash, root_of};
use hawser_views::failure::Failure;
use hawser_views::keepers::{KeeperLine, KeepersView};

use super::MOMENT_MS;
use crate::pin::Mark;
use crate::replay::Space;

/// So far a keeper's clock may be ahead of this computer's, in seconds.
const AHEAD_S: u64 = 300;
/// Keepers that are late are asked once in so long because somebody looks, in milliseconds.
const PAUSE_MS: u64 = 60_000;

fn seconds(now_ms: i64) -> u64 {
    u64::try_from(now_ms / 1000).unwrap_or_default()
}

/// The latest time that is believed.
fn latest_s(now_ms: i64) -> u64 {
    seconds(now_ms).saturating_add(AHEAD_S)
}

/// What a keeper confirmed last, and is of what was replayed.
#[derive(Debug, Clone)]
struct Confirmation {
    name: String,
    size: u64,
    root: Hash,
    time_s: u64,
    /// Its line under the checkpoint of that size.
    line: String,
}

/// What is known of a space's keepers.
#[derive(Default)]
pub(crate) struct Known {
    /// What each confirmed last, by its key.
    confirmed: BTreeMap<[u8; 32], Confirmation>,
    /// What the log has signed, as confirmations show, and was not pulled yet.
    pub(crate) later: Vec<Mark>,
    /// The confirmations of these.
    ahead: Vec<String>,
    /// When somebody looked last and what was known before was confirmed, and how much was known then.
    confirmed_until: (i64, u64),
    /// When they were asked last because somebody looked.
    asked_ms: i64,
    /// Whoever shows how the space stands is about to ask again.
    pub(super) is_look_due: bool,
}

/// How a space stands with its keepers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
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
    pub(super) fn take_confirmations(&mut self, notes: &[String], now_ms: i64) {
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
            if !self.heard.keepers.later.contains(&mark) {
                self.heard.keepers.later.push(mark);
            }
            // Of one state there may be as many as there are keepers.
            if !self.heard.keepers.ahead.iter().any(|known| known == note) {
                self.heard.keepers.ahead.push(note.to_owned());
            }
            return;
        }
        let is_ours =
            self.is_known(&mark) || root_of(&self.leaf_hashes()[..], mark.size) == Some(mark.root);
        if !is_ours {
            self.contradicted(signed, now_ms);
            return;
        }
        let confirmed = Note::parse(note.as_bytes())
            .and_then(|note| confirmed_by(&note, &log.keepers))
            .unwrap_or_default();
        for one in confirmed {
            let known = self.heard.keepers.confirmed.get(&one.keeper);
            let until_s = latest_s(now_ms);
            let is_newer = known.is_none_or(|known| {
                // A clock that was wrong once does not count for ever.
                known.time_s > until_s || (known.size, known.time_s) < (mark.size, one.time_s)
            });
            if is_newer {
                let confirmation = Confirmation {
                    name: one.name,
                    size: mark.size,
                    root: mark.root,
                    time_s: one.time_s,
                    line: one.line,
                };
                self.heard
                    .keepers
                    .confirmed
                    .insert(one.keeper, confirmation);
            }
        }
    }

    /// Whether a state was found to be of what was replayed already, so that nothing has to be hashed again.
    fn is_known(&self, mark: &Mark) -> bool {
        let confirmed = self.heard.keepers.confirmed.values();
        let known = confirmed.map(|one| (one.size, one.root));
        let newest = self.confirmed().map(|known| (known.size, known.root));
        known.chain(newest).any(|one| one == (mark.size, mark.root))
    }

    /// Takes in what was confirmed of more than was known then.
    pub(crate) fn take_confirmations_ahead(&mut self, now_ms: i64) {
        let notes = std::mem::take(&mut self.heard.keepers.ahead);
        self.take_confirmations(&notes, now_ms);
    }

    /// Whether all keepers confirm the newest state.
    pub(crate) fn is_confirmed_by_all(&self) -> bool {
        let newest = |one: &&Confirmation| one.size == self.size();
        let named = self.log_terms().map_or(0, |log| log.keepers.len());
        self.heard.keepers.confirmed.values().filter(newest).count() == named
    }

    /// The lines by which keepers confirm the newest state, to stand under its checkpoint.
    pub(crate) fn keeper_lines(&self) -> String {
        let newest = |one: &&Confirmation| one.size == self.size();
        let lines = self.heard.keepers.confirmed.values().filter(newest);
        lines.map(|one| one.line.as_str()).collect()
    }

    /// Since when enough keepers have confirmed `size` entries or more, in seconds since 1970; `counts` says which times
    /// do.
    fn confirmed_since(&self, size: u64, counts: impl Fn(u64) -> bool) -> Option<u64> {
        let needed = quorum(self.log_terms()?.keepers.len());
        let mut times: Vec<u64> = self
            .heard
            .keepers
            .confirmed
            .values()
            .filter(|one| one.size >= size)
            .map(|one| one.time_s)
            .filter(|time| counts(*time))
            .collect();
        times.sort_unstable_by(|one, other| other.cmp(one));
        times.get(needed.checked_sub(1)?).copied()
    }

    /// Whether enough keepers have confirmed the first `size` entries lately.
    pub(super) fn keepers_standing(&self, size: u64, now_ms: i64) -> Standing {
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
        let (size, (_, then)) = (self.size(), self.heard.keepers.confirmed_until);
        let standing = self.keepers_standing(size, now_ms);
        let was_good = self.keepers_standing(then, now_ms) == Standing::Good;
        if standing == Standing::Good || was_good {
            self.heard.keepers.confirmed_until = (now_ms, size);
        }
        if self.heard.keepers.confirmed_until.0.abs_diff(now_ms) < MOMENT_MS {
            Standing::Good
        } else {
            standing
        }
    }

    /// Whether keepers are late and were not asked for a while; they count as asked from now on.
    pub(super) fn asks_late_keepers(&mut self, now_ms: i64) -> bool {
        let is_due = self.keepers_standing(self.size(), now_ms) != Standing::Good
            && self.heard.keepers.asked_ms.abs_diff(now_ms) > PAUSE_MS;
        if is_due {
            self.heard.keepers.asked_ms = now_ms;
        }
        is_due
    }

    pub(super) fn show_keepers(&mut self, now_ms: i64) -> KeepersView {
        let standing = self.shown_standing(now_ms);
        let log = self.log_terms().cloned().unwrap_or_default();
        let is_limited = self.is_limited_reading();
        let line = |keeper: &[u8; 32]| {
            let known = self.heard.keepers.confirmed.get(keeper);
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
    pub(super) fn unconfirmed(&self, standing: Standing) -> Failure {
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
