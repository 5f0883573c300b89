//! Independent log keepers: what nobody does before enough of them have confirmed a space.

mod confirmed;

use std::rc::Rc;

use hawser_casework::SpaceId as CaseId;
use hawser_ledger::log::NoteKey;
use hawser_ledger::membership::MAX_KEEPERS;
use hawser_protocol::account::Deployment;
use hawser_protocol::path::{self, CONFIRMATIONS, fill};
use hawser_protocol::space::Confirmations;
use hawser_views::Notice;
use hawser_views::failure::{Failure, FieldFailure};
use hawser_views::keepers::{KeeperOffer, KeepersView, KeepersWish};

use crate::failure::{Failed, Outcome, fail};
use crate::io::{Clock as _, Environment};
use crate::people::ledger_id;
use crate::{Agent, OpenSpace};

pub(crate) use confirmed::Known;
use confirmed::Standing;

/// So long may what has come in wait to be confirmed before anybody is told, in milliseconds.
const MOMENT_MS: u64 = 10_000;
/// How often keepers are asked for one act while others write.
const ASKED: usize = 4;

impl<E: Environment> Agent<E> {
    /// Keepers that the deployment asks. What it says of them proves nothing: people compare the keys.
    pub(crate) async fn keepers_offered(&self) -> Outcome<Vec<KeeperOffer>> {
        let deployment: Deployment = self.get(path::DEPLOYMENT).await?;
        let known = deployment.log_keepers.iter();
        Ok(known
            .filter_map(|text| NoteKey::parse_keeper(text).ok())
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
            let is_behind = !open.state.borrow().heard.keepers.later.is_empty();
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
        let is_behind = !open.state.borrow().heard.keepers.later.is_empty();
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
            let was_waiting = std::mem::replace(&mut state.heard.keepers.is_look_due, is_hidden);
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
            open.state.borrow_mut().heard.keepers.is_look_due = false;
            agent.notify(Notice::Space { space });
        }));
    }
}

/// The keys that a new space names, ascending.
pub(crate) fn named(wish: &KeepersWish) -> Outcome<Vec<[u8; 32]>> {
    let mut keys = Vec::new();
    for text in &wish.keys {
        let Ok(key) = NoteKey::parse_keeper(text.trim()) else {
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
    if keys.len() > MAX_KEEPERS as usize {
        return fail("too-many-keepers");
    }
    Ok(keys)
}
