//! What this profile has seen of each space: kept encrypted, so that an older
//! or other state cannot be passed off as the newest one.

use hawser_ledger::SpaceId;
use hawser_ledger::log::{Checkpoint, LogKey, SignedCheckpoint};
use hawser_ledger::merkle::Hash;
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::{Environment, Store, Table};

/// What a log signed of a space's tree; the origin goes without saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) size: u64,
    pub(crate) root: Hash,
    pub(crate) signature: [u8; 64],
}

impl Mark {
    /// As the log signed it.
    pub(crate) fn signed(&self, key: &LogKey) -> SignedCheckpoint {
        SignedCheckpoint {
            checkpoint: Checkpoint {
                origin: key.origin().to_owned(),
                size: self.size,
                root: self.root,
            },
            signature: self.signature,
        }
    }
}

impl From<&SignedCheckpoint> for Mark {
    fn from(signed: &SignedCheckpoint) -> Self {
        Self {
            size: signed.checkpoint.size,
            root: signed.checkpoint.root,
            signature: signed.signature,
        }
    }
}

/// A verified state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pin {
    /// Number of events.
    pub(crate) size: u64,
    /// Entries the person has looked at.
    pub(crate) seen: u64,
    /// RFC 9162 root over the leaves, hexadecimal.
    root: String,
    /// The log's signature over size and root, hexadecimal.
    signature: String,
}

impl Pin {
    pub(crate) fn new(mark: &Mark, seen: u64) -> Self {
        Self {
            size: mark.size,
            seen,
            root: hex::encode(mark.root),
            signature: hex::encode(mark.signature),
        }
    }

    /// What the log had signed.
    pub(crate) fn mark(&self) -> Option<Mark> {
        let (mut root, mut signature) = ([0; 32], [0; 64]);
        hex::decode_to_slice(&self.root, &mut root).ok()?;
        hex::decode_to_slice(&self.signature, &mut signature).ok()?;
        Some(Mark {
            size: self.size,
            root,
            signature,
        })
    }
}

impl<E: Environment> Agent<E> {
    fn own_key(&self, name: &str) -> Option<String> {
        self.session
            .borrow()
            .as_ref()
            .map(|session| format!("{}/{name}", session.user()))
    }

    /// A value this person keeps in this profile.
    pub(crate) async fn recall<T: for<'de> Deserialize<'de>>(
        &self,
        table: Table,
        name: &str,
    ) -> Outcome<Option<T>> {
        let (Some(key), Some(session)) = (self.own_key(name), self.session.borrow().clone()) else {
            return Ok(None);
        };
        let Some(sealed) = self.environment().store().get(table, &key).await? else {
            return Ok(None);
        };
        let plain = session.generations().open_own(&key, &sealed)?;
        Ok(serde_json::from_slice(&plain).ok())
    }

    /// Keeps a value in this profile, encrypted.
    pub(crate) async fn keep(
        &self,
        table: Table,
        name: &str,
        value: &impl Serialize,
    ) -> Outcome<()> {
        let (Some(key), Some(session)) = (self.own_key(name), self.session.borrow().clone()) else {
            return Ok(());
        };
        let Ok(plain) = serde_json::to_vec(value) else {
            return Ok(());
        };
        let sealed = self.with_random(|random| session.identity().seal_own(random, &key, &plain));
        Ok(self
            .environment()
            .store()
            .put_all(table, vec![(key, sealed)])
            .await?)
    }

    /// What this profile has seen of a space. A pin that does not read is a failure: to take it for none would let
    /// an older state pass.
    pub(crate) async fn pin(&self, space: SpaceId) -> Outcome<Option<Pin>> {
        let name = space.to_string();
        let pin: Option<serde_json::Value> = self.recall(Table::Pins, &name).await?;
        let Some(pin) = pin else { return Ok(None) };
        match serde_json::from_value::<Pin>(pin) {
            Ok(pin) if pin.mark().is_some() => Ok(Some(pin)),
            _ => fail("local-storage"),
        }
    }

    pub(crate) async fn set_pin(&self, space: SpaceId, pin: &Pin) -> Outcome<()> {
        self.keep(Table::Pins, &space.to_string(), pin).await
    }
}
