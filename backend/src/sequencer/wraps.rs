//! Every wrap is named by an event with its hash, and every named wrap is there.

use std::collections::BTreeMap;

use hawser_ledger::header::CLASS_MEMBERSHIP;
use hawser_ledger::key::hash;
use hawser_ledger::membership::{Act, EpochStart};
use hawser_ledger::{GroupId, UserId};

use super::Order;
use crate::error::{ApiError, ApiResult};

type Named = BTreeMap<(usize, GroupId, UserId), [u8; 32]>;

fn name(
    named: &mut Named,
    index: usize,
    group: GroupId,
    user: UserId,
    wrap: [u8; 32],
) -> ApiResult<()> {
    match named.insert((index, group, user), wrap) {
        None => Ok(()),
        Some(_) => Err(ApiError::refused(
            index,
            "wrap-doubled",
            "a wrap is named twice",
        )),
    }
}

fn epochs(named: &mut Named, index: usize, starts: &[EpochStart]) -> ApiResult<()> {
    for start in starts {
        for wrap in &start.wraps {
            name(named, index, start.group, wrap.user, wrap.hash)?;
        }
    }
    Ok(())
}

/// Checks an append's wraps against its events, which have been accepted.
pub fn check(order: &Order) -> ApiResult<()> {
    let mut named = Named::new();
    for (index, (event, _)) in order.events.iter().enumerate() {
        if event.header.prefix.class != CLASS_MEMBERSHIP {
            continue;
        }
        match Act::decode(event.header.prefix.kind, &event.public) {
            Ok(Some(Act::EpochStart(start))) => epochs(&mut named, index, &[start])?,
            Ok(Some(Act::Grant(grant))) => name(
                &mut named,
                index,
                grant.group,
                grant.to.user,
                grant.wrap_hash,
            )?,
            Ok(Some(act)) => epochs(&mut named, index, act.rotations())?,
            _ => {}
        }
    }
    for wrap in &order.wraps {
        let index = wrap.event as usize;
        match named.remove(&(index, wrap.group, wrap.user)) {
            Some(expected) if expected == hash(&[&wrap.body]) => {}
            Some(_) => {
                return Err(ApiError::refused(
                    index,
                    "wrap-differs",
                    "a wrap is not the one the event names",
                ));
            }
            None => {
                return Err(ApiError::refused(
                    index,
                    "wrap-unnamed",
                    "no event names this wrap",
                ));
            }
        }
    }
    match named.into_keys().next() {
        None => Ok(()),
        Some((index, _, _)) => Err(ApiError::refused(
            index,
            "wrap-missing",
            "a wrap that the event names is missing",
        )),
    }
}
