//! What the log says of a space, held against what was replayed and against what was seen before.

use hawser_ledger::log::tile::{Tiles, Wanted};
use hawser_ledger::log::{ForkProof, LogKey, SignedCheckpoint, Tile};
use hawser_ledger::merkle::{Hash, consistency_proof, root_of};
use hawser_ledger::{Chain, EventId, SpaceId};
use hawser_protocol::account::Deployment;
use hawser_protocol::path::{self, TILE, fill};
use hawser_protocol::space::Appended;

use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::keepers::Known;
use crate::pin::Mark;
use crate::replay::{Fault, Space};
use crate::{Agent, OpenSpace};

/// The log of a space, as this reading knows it.
#[derive(Default)]
pub(crate) struct Heard {
    /// What was seen before, here or in another browser: the replay must come by each.
    marks: Vec<Mark>,
    /// The newest checkpoint that carries the log's signature, whether or not it fits.
    newest: Option<SignedCheckpoint>,
    /// The newest that was found to be of what was replayed.
    confirmed: Option<Mark>,
    /// What is known of its independent log keepers.
    pub(crate) keepers: Known,
}

impl Space {
    /// The key by which this space's log signs; `None` before the first event or where the genesis names none.
    pub(crate) fn log_key(&self) -> Option<LogKey> {
        let log = self.chain()?.membership().log();
        let named = log.key != [0; 32];
        LogKey::of(&log.origin, self.id(), log.key)
            .ok()
            .filter(|_| named)
    }

    /// The newest checkpoint that was found to be of what was replayed.
    pub(crate) fn confirmed(&self) -> Option<Mark> {
        self.heard.confirmed
    }

    /// What a reading that begins again has to come by as well.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        self.heard.marks.clone()
    }

    /// Sets what the replay must come by; what it has come by already is checked at once.
    pub(crate) fn expect(&mut self, marks: Vec<Mark>, now_ms: i64) {
        for mark in marks {
            if self.heard.marks.contains(&mark) {
                continue;
            }
            if mark.size <= self.size()
                && mark.size > 0
                && self.heard.confirmed != Some(mark)
                && root_of(&self.leaf_hashes()[..], mark.size) != Some(mark.root)
            {
                self.fault_at(mark.size, "other-past", now_ms);
            }
            self.heard.marks.push(mark);
        }
    }

    pub(crate) fn leaf_hashes(&self) -> Vec<Hash> {
        self.leaves().iter().map(|EventId(leaf)| *leaf).collect()
    }

    /// Whether the place that was just reached is as it was seen before.
    pub(crate) fn is_as_seen(&self) -> bool {
        let size = self.size();
        let mut here = self.heard.marks.iter().filter(|mark| mark.size == size);
        let Some(chain) = self.chain() else {
            return true;
        };
        here.all(|mark| mark.root == chain.tree().root())
    }

    /// Names the first thing that is wrong.
    pub(crate) fn fault_at(&mut self, seq: u64, code: &str, found_ms: i64) {
        self.fault.get_or_insert_with(|| Fault {
            seq,
            code: code.to_owned(),
            found_ms,
            proof: None,
        });
    }

    /// The log has signed a state that what was replayed does not come by.
    pub(crate) fn contradicted(&mut self, signed: SignedCheckpoint, now_ms: i64) {
        let size = signed.checkpoint.size;
        self.heard.newest = Some(signed);
        self.fault_at(size, "checkpoint-other-tree", now_ms);
    }

    /// Holds a checkpoint against what was replayed. True when nothing more is to come; `is_last` says that the
    /// server gave nothing more.
    pub(crate) fn judge(&mut self, note: &str, is_last: bool, now_ms: i64) -> bool {
        let size = self.size();
        let Some(key) = self.log_key() else {
            let code = if self.chain().is_some() {
                "no-log"
            } else {
                "entries-missing"
            };
            self.fault_at(size, code, now_ms);
            return true;
        };
        let signed = match key.open(note.as_bytes()) {
            Ok(signed) => signed,
            Err(error) => {
                self.fault_at(size, error.code(), now_ms);
                return true;
            }
        };
        let (said, root) = (signed.checkpoint.size, signed.checkpoint.root);
        let mark = Mark::from(&signed);
        self.heard.newest = Some(signed);
        let seen = self.heard.marks.iter().map(|mark| mark.size).max();
        let own_root = self.chain().map(|chain| chain.tree().root());
        if said < size.max(seen.unwrap_or(0)) {
            self.fault_at(said, "cut-below-pin", now_ms);
        } else if said == size && own_root != Some(root) {
            self.fault_at(size, "checkpoint-other-tree", now_ms);
        } else if said > size && is_last {
            self.fault_at(size, "entries-missing", now_ms);
        }
        if self.fault.is_none() && said == size {
            self.heard.confirmed = Some(mark);
            self.heard.marks = vec![mark];
        } else if self.fault.is_none() && !self.heard.marks.contains(&mark) {
            // What it signed before all of it was handed out binds it too.
            self.heard.marks.push(mark);
        }
        self.fault.is_some() || said == size
    }
}

impl<E: Environment> Agent<E> {
    /// The deployment's log key, as the server tells it: an organisation's space names it.
    pub(crate) async fn told_log_key(&self) -> Outcome<[u8; 32]> {
        let deployment: Deployment = self.get(path::DEPLOYMENT).await?;
        let Ok(key) = <[u8; 32]>::try_from(deployment.log_key.0) else {
            return fail("no-log");
        };
        if key == [0; 32] {
            return fail("no-log");
        }
        Ok(key)
    }

    /// The log key that a new space names: the one that the person's own organisation was founded with. A server
    /// that tells another would keep a second log for this space alone.
    pub(crate) async fn log_key_for_founding(&self) -> Outcome<[u8; 32]> {
        let told = self.told_log_key().await?;
        let Some(own) = self.own_space().await? else {
            return fail("not-certified");
        };
        let named = own.state.borrow().log_key();
        match named {
            Some(named) if *named.public() == told => Ok(told),
            _ => fail("other-log-key"),
        }
    }

    /// What the server acknowledged of a space that was just founded: the first pull must come by it.
    pub(crate) fn expect_founded(&self, chain: &Chain, appended: &Appended) -> Outcome<()> {
        let (id, log) = (chain.space(), chain.membership().log());
        let signed = LogKey::of(&log.origin, id, log.key)
            .and_then(|key| key.open(appended.checkpoint.as_bytes()))?;
        let open = self.slot(id);
        let mut state = open.state.borrow_mut();
        state.expect(vec![Mark::from(&signed)], self.now_ms());
        Ok(())
    }

    /// After a fault: whether the log itself contradicts what it signed before. If so, the proof goes with the fault.
    pub(crate) async fn look_for_fork(&self, open: &OpenSpace) -> Outcome<()> {
        let (id, key, marks, newest) = {
            let state = open.state.borrow();
            let is_open = state
                .fault
                .as_ref()
                .is_some_and(|fault| fault.proof.is_none());
            let (Some(key), Some(newest), true) =
                (state.log_key(), state.heard.newest.clone(), is_open)
            else {
                return Ok(());
            };
            (state.id(), key, state.heard.marks.clone(), newest)
        };
        for mark in marks {
            let fork = self.fork(open, (id, &key), &mark, &newest).await?;
            let Some(fork) = fork.filter(|fork| fork.check(&key).is_ok()) else {
                continue;
            };
            if let Some(fault) = open.state.borrow_mut().fault.as_mut() {
                "log-forked".clone_into(&mut fault.code);
                fault.proof = Some(fork.text(&key));
            }
            return Ok(());
        }
        Ok(())
    }

    /// What would prove that two checkpoints are not of one tree.
    async fn fork(
        &self,
        open: &OpenSpace,
        (id, key): (SpaceId, &LogKey),
        mark: &Mark,
        newest: &SignedCheckpoint,
    ) -> Outcome<Option<ForkProof>> {
        let mark = mark.signed(key);
        let is_older = newest.checkpoint.size < mark.checkpoint.size;
        let (earlier, later) = if is_older {
            (newest.clone(), mark)
        } else {
            (mark, newest.clone())
        };
        let (old, size) = (earlier.checkpoint.size, later.checkpoint.size);
        let found = if old == size {
            Some((later.checkpoint.root, Vec::new()))
        } else if is_older {
            // The later tree is the one that was replayed here, as far as it was.
            let leaves = open.state.borrow().leaf_hashes();
            let whole = leaves.len() as u64 >= size;
            let known = whole.then_some(&leaves[..]);
            known.and_then(|leaves| {
                Some((root_of(leaves, old)?, consistency_proof(leaves, size, old)?))
            })
        } else {
            self.tiles(id, size, old).await?.and_then(|tiles| {
                Some((root_of(&tiles, old)?, consistency_proof(&tiles, size, old)?))
            })
        };
        Ok(found.map(|(root_then, proof)| ForkProof {
            earlier,
            later,
            root_then,
            proof,
        }))
    }

    /// The tiles from which the consistency of two sizes follows; `None` where the server does not give them.
    async fn tiles(&self, id: SpaceId, size: u64, old: u64) -> Outcome<Option<Tiles>> {
        let wanted = Wanted::of(size);
        if consistency_proof(&wanted, size, old).is_none() || root_of(&wanted, old).is_none() {
            return Ok(None);
        }
        let wanted: Vec<Tile> = wanted.tiles().collect();
        let mut tiles = Tiles::of(size);
        for tile in wanted {
            let path = fill(TILE, &[&id.to_string(), &tile.path()]);
            let Ok(response) = self.exchange(self.request("GET", path)).await else {
                return Ok(None);
            };
            if !tiles.take(tile, &response.body) {
                return Ok(None);
            }
        }
        Ok(Some(tiles))
    }
}
