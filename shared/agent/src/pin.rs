//! What this profile has seen of each space: kept encrypted, so that an older
//! or other state cannot be passed off as the newest one.

use hawser_ledger::{EventId, SpaceId};
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::failure::Outcome;
use crate::io::{Environment, Store, Table};

/// A verified state.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pin {
    /// Number of events.
    pub(crate) size: u64,
    /// Leaf hash of the newest.
    pub(crate) head: EventId,
    /// Entries the person has looked at.
    pub(crate) seen: u64,
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
        let plain = session.identity().open_own(&key, &sealed)?;
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

    pub(crate) async fn pin(&self, space: SpaceId) -> Outcome<Option<Pin>> {
        self.recall(Table::Pins, &space.to_string()).await
    }

    pub(crate) async fn set_pin(&self, space: SpaceId, pin: &Pin) -> Outcome<()> {
        self.keep(Table::Pins, &space.to_string(), pin).await
    }
}
