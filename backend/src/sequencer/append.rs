//! One append: all of it or nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use hawser_ledger::chain::Accepted;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::{Event, KIND_RECORD, KIND_SHARE, RecordPublic, SharePublic};
use hawser_ledger::header::CLASS_CONTENT;
use hawser_ledger::membership::{Act, KIND_GENESIS, Membership, SpaceKind};
use hawser_ledger::merkle::CompactTree;
use hawser_ledger::{BlobId, Chain, EventId, GroupId, OrganisationId, SpaceId};
use hawser_protocol::ErrorCode;
use sea_orm::ConnectionTrait;

use super::chains::Fresh;
use super::derive::Derived;
use super::{Desk, Order, Outcome, wraps};
use crate::authorization::{self, Access, Caller};
use crate::error::{ApiError, ApiResult};
use crate::queries::{blobs, confirmations, events, spaces, tree};
use crate::stored;

/// Runs one append inside of a transaction.
pub async fn run<C: ConnectionTrait>(
    desk: &Desk,
    db: &C,
    fresh: &Fresh,
    order: &Order,
) -> ApiResult<Outcome> {
    let organisation = authorization::organisation_of(db, order.user).await?;
    let caller = Caller {
        user: order.user,
        organisation,
    };
    let home = home(desk, db, fresh, organisation).await?;
    distinct(&order.events)?;
    match order.space {
        Some(space) => extend(desk, db, fresh, (space, caller, home.as_deref()), order).await,
        None => found(desk, db, (caller, home.as_deref()), order).await,
    }
}

/// The replayed space of the caller's organisation.
async fn home<C: ConnectionTrait>(
    desk: &Desk,
    db: &C,
    fresh: &Fresh,
    organisation: Option<OrganisationId>,
) -> ApiResult<Option<Arc<Chain>>> {
    let Some(organisation) = organisation else {
        return Ok(None);
    };
    let Some(row) = spaces::find(db, organisation.into()).await? else {
        return Ok(None);
    };
    desk.chains.within(db, fresh, &row).await.map(Some)
}

fn distinct(events: &[(Event, Vec<u8>)]) -> ApiResult<()> {
    let mut commands = BTreeSet::new();
    for (index, (event, _)) in events.iter().enumerate() {
        let prefix = &event.header.prefix;
        if !commands.insert((prefix.author, prefix.command)) {
            return Err(ApiError::refused(
                index,
                "command-doubled",
                "the same command stands in the append twice",
            ));
        }
    }
    Ok(())
}

async fn found<C: ConnectionTrait>(
    desk: &Desk,
    db: &C,
    (caller, home): (Caller, Option<&Chain>),
    order: &Order,
) -> ApiResult<Outcome> {
    if order.size != 0 || order.head != EventId::ZERO {
        return Err(ApiError::bad_request(
            "a new space is appended to at size 0 and a head of zeros",
        ));
    }
    let Some((first, _)) = order.events.first() else {
        return Err(ErrorCode::BadRequest.into());
    };
    let space = SpaceId(first.id().0);
    let mut chain = Chain::found(first).map_err(|error| ApiError::chain(0, &error))?;
    let act = Act::decode(KIND_GENESIS, &first.public).ok().flatten();
    let Some(Act::Genesis(genesis)) = act else {
        return Err(ErrorCode::EventRefused.into());
    };
    if *genesis.origin != *desk.origin {
        return Err(ApiError::refused(
            0,
            "other-deployment",
            "the space was founded for another origin",
        ));
    }
    if genesis.log_key != desk.log.public() {
        return Err(ApiError::refused(
            0,
            "other-log-key",
            "the space names another log key than this deployment's",
        ));
    }
    authorization::found(caller, &genesis, home.map(Chain::membership))?;
    if spaces::lock(db, space).await?.is_some() {
        return Err(ApiError::command_repeated(0, first.id()));
    }
    let mut derived = Derived::new(caller);
    derived.take(&Act::Genesis(genesis));
    for (index, (event, _)) in order.events.iter().enumerate().skip(1) {
        accept(&mut chain, &mut derived, (caller, home), index, event)?;
    }
    if chain.kind() == SpaceKind::Organisation {
        authorization::founded(caller, chain.membership())?;
    }
    wraps::check(order)?;
    let space_id = spaces::insert(db, &chain, (desk.clock)())
        .await
        .map_err(|error| match error.code() {
            ErrorCode::AlreadyExists => ApiError::command_repeated(0, EventId(space.0)),
            _ => error,
        })?;
    confirmations::expect(db, space_id, &chain.membership().log().keepers).await?;
    write(
        db,
        (space_id, chain.membership()),
        CompactTree::new(),
        order,
    )
    .await?;
    let changes = derived.write(db, space_id, &chain).await?;
    Ok(Outcome {
        chain: Arc::new(chain),
        changes,
    })
}

async fn extend<C: ConnectionTrait>(
    desk: &Desk,
    db: &C,
    fresh: &Fresh,
    (space, caller, home): (SpaceId, Caller, Option<&Chain>),
    order: &Order,
) -> ApiResult<Outcome> {
    let row = spaces::lock(db, space).await?.ok_or(ErrorCode::NotFound)?;
    let access = authorization::access(db, &row, caller.user).await?;
    let delegated = |event: &Event| {
        event.header.prefix.class != CLASS_CONTENT && authorization::delegation(event).is_some()
    };
    if access == Access::Party && !order.events.iter().all(|(event, _)| delegated(event)) {
        return Err(ErrorCode::Forbidden.into());
    }
    for (event, _) in &order.events {
        let prefix = &event.header.prefix;
        if let Some((seq, leaf)) =
            events::command(db, row.id, prefix.author, prefix.command).await?
        {
            return Err(ApiError::command_repeated(seq, leaf));
        }
    }
    let size = stored::count(row.size, "size")?;
    let head = stored::event(&row.head)?;
    if (order.size, order.head) != (size, head) {
        return Err(ApiError::head_moved(size, head));
    }
    let now_ms = (desk.clock)();
    if spaces::leased_to_another(&row, caller.user, now_ms) {
        return Err(ApiError::too_many(1));
    }
    let mut chain = Chain::clone(&*desk.chains.within(db, fresh, &row).await?);
    let before = chain.tree().clone();
    let mut derived = Derived::new(caller);
    for (index, (event, _)) in order.events.iter().enumerate() {
        accept(&mut chain, &mut derived, (caller, home), index, event)?;
    }
    wraps::check(order)?;
    write(db, (row.id, chain.membership()), before, order).await?;
    spaces::advance(db, &row, &chain, now_ms).await?;
    let changes = derived.write(db, row.id, &chain).await?;
    Ok(Outcome {
        chain: Arc::new(chain),
        changes,
    })
}

/// Largest number of bodies that one append opens to further groups.
const MAX_SHARED: usize = 512;

fn accept(
    chain: &mut Chain,
    derived: &mut Derived,
    (caller, home): (Caller, Option<&Chain>),
    index: usize,
    event: &Event,
) -> ApiResult<()> {
    authorization::author(caller, chain, event, home.map(Chain::membership))?;
    let accepted = chain
        .accept(event)
        .map_err(|error| ApiError::chain(index, &error))?;
    if let Accepted::Act(act) = &accepted {
        derived.take(act);
    }
    Ok(())
}

/// Claims and shares file bodies, stores events, wraps and what becomes whole of the tree.
async fn write<C: ConnectionTrait>(
    db: &C,
    (space_id, membership): (i64, &Membership),
    before: CompactTree,
    order: &Order,
) -> ApiResult<()> {
    let mut opened = BTreeSet::new();
    for (index, (event, _)) in order.events.iter().enumerate() {
        if event.header.prefix.class != CLASS_CONTENT {
            continue;
        }
        match event.header.prefix.kind {
            KIND_RECORD => claim(db, space_id, order.user, index, event).await?,
            KIND_SHARE => {
                let from = (membership, order.user);
                share(db, space_id, from, (index, event), &mut opened).await?;
            }
            _ => {}
        }
    }
    events::insert(db, space_id, &order.events).await?;
    events::insert_wraps(db, space_id, before.size(), &order.wraps).await?;
    let leaves = order.events.iter().map(|(event, _)| event.id().0);
    tree::grow(db, space_id, before, leaves).await
}

/// Opens bodies that the author can read to those who hold the share's group.
async fn share<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    (membership, user): (&Membership, hawser_ledger::UserId),
    (index, event): (usize, &Event),
    opened: &mut BTreeSet<(BlobId, GroupId)>,
) -> ApiResult<()> {
    let public = SharePublic::decode(&event.public)
        .map_err(|error| ApiError::refused(index, "bad-record", error))?;
    for blob in public.blobs {
        if !opened.insert((blob, event.header.prefix.group)) {
            continue;
        }
        if opened.len() > MAX_SHARED {
            return Err(ApiError::refused(
                index,
                "bad-file",
                format!("more than {MAX_SHARED} files are shared at once"),
            ));
        }
        let wrong = || {
            ApiError::refused(
                index,
                "bad-file",
                format!("not the author's to share: file {blob}"),
            )
        };
        let row = blobs::find(db, space_id, blob).await?.ok_or_else(wrong)?;
        let shared = blobs::shared_with(db, row.id).await?;
        authorization::read_blob(membership, &row, &shared, user).map_err(|_| wrong())?;
        blobs::share(db, row.id, event.header.prefix.group).await?;
    }
    Ok(())
}

async fn claim<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    user: hawser_ledger::UserId,
    index: usize,
    event: &Event,
) -> ApiResult<()> {
    let public = RecordPublic::decode(&event.public)
        .map_err(|error| ApiError::refused(index, "bad-record", error))?;
    let seq = stored::number(event.header.position.seq, "seq")?;
    for reference in public.blobs {
        let wrong = |words: &str| {
            ApiError::refused(
                index,
                "bad-file",
                format!("{words}: file {}", reference.blob),
            )
        };
        let row = blobs::lock(db, space_id, reference.blob)
            .await?
            .ok_or_else(|| wrong("not uploaded"))?;
        if stored::user(&row.uploader)? != user {
            return Err(wrong("not uploaded"));
        }
        let root = row
            .parts_root
            .as_deref()
            .ok_or_else(|| wrong("not finished"))?;
        if root != reference.parts_root
            || stored::count(row.body_length, "body length")? != reference.body_length
        {
            return Err(wrong("another length or content"));
        }
        if !blobs::claim(db, row.id, seq, event.header.prefix.group).await? {
            return Err(wrong("belongs to another event"));
        }
    }
    Ok(())
}
