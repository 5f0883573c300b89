//! Verified chains in memory. A row's size and head say whether one still fits;
//! where it does not, it is brought up from the stored membership events.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use hawser_ledger::{Chain, SpaceId};
use sea_orm::ConnectionTrait;

use crate::error::ApiResult;
use crate::queries::spaces;
use crate::stored;

const MOST: usize = 512;

/// Chains that were committed.
#[derive(Default)]
pub struct Chains {
    known: Mutex<BTreeMap<SpaceId, (u64, Arc<Chain>)>>,
    clock: std::sync::atomic::AtomicU64,
}

/// Chains of appends that are not committed yet.
#[derive(Default)]
pub struct Fresh(BTreeMap<SpaceId, Arc<Chain>>);

impl Fresh {
    /// Remembers one for the next append of the same transaction.
    pub fn keep(&mut self, chain: Arc<Chain>) {
        self.0.insert(chain.space(), chain);
    }
}

fn fits(chain: &Chain, row: &spaces::Row) -> bool {
    i64::try_from(chain.size()) == Ok(row.size) && chain.head().0[..] == row.head[..]
}

impl Chains {
    fn tick(&self) -> u64 {
        self.clock
            .fetch_add(1, std::sync::atomic::Ordering::Relaxed)
    }

    /// Remembers one that was committed; forgets the one that was not used for longest.
    pub fn keep(&self, chain: Arc<Chain>) {
        let now = self.tick();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let newer = known
            .get(&chain.space())
            .is_none_or(|(_, stored)| stored.size() <= chain.size());
        if newer {
            known.insert(chain.space(), (now, chain));
        }
        if known.len() > MOST
            && let Some(oldest) = known
                .iter()
                .min_by_key(|(_, (used, _))| *used)
                .map(|(space, _)| *space)
        {
            known.remove(&oldest);
        }
    }

    fn get(&self, space: SpaceId) -> Option<Arc<Chain>> {
        let now = self.tick();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (used, chain) = known.get_mut(&space)?;
        *used = now;
        Some(Arc::clone(chain))
    }

    /// The chain at a row's size and head.
    pub async fn at<C: ConnectionTrait>(&self, db: &C, row: &spaces::Row) -> ApiResult<Arc<Chain>> {
        let space = stored::space(&row.space)?;
        let known = self.get(space);
        if let Some(chain) = known.as_ref().filter(|chain| fits(chain, row)) {
            return Ok(Arc::clone(chain));
        }
        let chain = Arc::new(spaces::restore(db, row, known.as_deref()).await?);
        self.keep(Arc::clone(&chain));
        Ok(chain)
    }

    /// The same inside of a transaction: what it has appended itself comes first, and
    /// nothing that may be rolled back is remembered.
    pub async fn within<C: ConnectionTrait>(
        &self,
        db: &C,
        fresh: &Fresh,
        row: &spaces::Row,
    ) -> ApiResult<Arc<Chain>> {
        let space = stored::space(&row.space)?;
        if let Some(chain) = fresh.0.get(&space).filter(|chain| fits(chain, row)) {
            return Ok(Arc::clone(chain));
        }
        let known = self.get(space);
        if let Some(chain) = known.as_ref().filter(|chain| fits(chain, row)) {
            return Ok(Arc::clone(chain));
        }
        Ok(Arc::new(spaces::restore(db, row, known.as_deref()).await?))
    }
}
