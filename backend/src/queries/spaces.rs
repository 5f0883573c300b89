//! Spaces: their rows, and the verified chain that a row stands for.

use hawser_ledger::event::Event;
use hawser_ledger::header::CLASS_MEMBERSHIP;
use hawser_ledger::membership::{Act, Genesis, Membership};
use hawser_ledger::merkle::CompactTree;
use hawser_ledger::{Chain, GroupId, SpaceId, UserId};
use hawser_protocol::ErrorCode;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entities::{events, spaces};
use crate::error::{ApiError, ApiResult, is_unique};
use crate::stored;

pub use spaces::Model as Row;

/// A head is kept free for so long at most, in milliseconds.
const LEASE_MS: i64 = 3_000;
/// Before it is kept free again, in milliseconds.
const LEASE_PAUSE_MS: i64 = 10_000;

/// A space.
pub async fn find<C: ConnectionTrait>(db: &C, space: SpaceId) -> Result<Option<Row>, DbErr> {
    spaces::Entity::find()
        .filter(spaces::Column::Space.eq(space.0.to_vec()))
        .one(db)
        .await
}

/// Origin and log key that the newest space was founded with; `None` while there is no space.
pub async fn founded_with<C: ConnectionTrait>(db: &C) -> ApiResult<Option<(String, [u8; 32])>> {
    let newest: Option<i64> = spaces::Entity::find()
        .select_only()
        .column(spaces::Column::Id)
        .order_by_desc(spaces::Column::Id)
        .into_tuple()
        .one(db)
        .await?;
    let Some(newest) = newest else {
        return Ok(None);
    };
    let open: Option<Vec<u8>> = events::Entity::find()
        .select_only()
        .column(events::Column::Open)
        .filter(events::Column::SpaceId.eq(newest))
        .filter(events::Column::Seq.eq(0))
        .into_tuple()
        .one(db)
        .await?;
    let genesis = open
        .and_then(|open| Event::decode(&open).ok())
        .and_then(|event| Act::decode(event.header.prefix.kind, &event.public).ok()?);
    match genesis {
        Some(Act::Genesis(genesis)) => Ok(Some((genesis.origin, genesis.log_key))),
        _ => Err(ApiError::stored("genesis")),
    }
}

/// A space, locked until the transaction ends.
pub async fn lock<C: ConnectionTrait>(db: &C, space: SpaceId) -> Result<Option<Row>, DbErr> {
    let mut find = spaces::Entity::find().filter(spaces::Column::Space.eq(space.0.to_vec()));
    if db.get_database_backend() == DbBackend::Postgres {
        find = find.lock_exclusive();
    }
    find.one(db).await
}

/// A new space's row, with the size, head and tree of its chain.
pub async fn insert<C: ConnectionTrait>(db: &C, chain: &Chain, now_ms: i64) -> ApiResult<i64> {
    let row = spaces::ActiveModel {
        id: NotSet,
        space: Set(chain.space().0.to_vec()),
        kind: Set(chain.kind().code().into()),
        size: Set(stored::number(chain.size(), "size")?),
        head: Set(chain.head().0.to_vec()),
        peaks: Set(chain.tree().peaks().concat()),
        contents: Set(write_contents(chain.membership())),
        created_ms: Set(now_ms),
        lease_user: Set(None),
        lease_until_ms: Set(0),
    };
    match spaces::Entity::insert(row).exec(db).await {
        Ok(inserted) => Ok(inserted.last_insert_id),
        // Founded at the same moment through another server.
        Err(error) if is_unique(&error) => Err(ErrorCode::AlreadyExists.into()),
        Err(error) => Err(error.into()),
    }
}

/// The row follows the chain.
pub async fn advance<C: ConnectionTrait>(
    db: &C,
    row: &Row,
    chain: &Chain,
    now_ms: i64,
) -> ApiResult<()> {
    // Whoever may append while it is kept free is the one it was kept for.
    let ended = row.lease_until_ms.min(now_ms);
    let change = spaces::ActiveModel {
        lease_until_ms: Set(ended),
        size: Set(stored::number(chain.size(), "size")?),
        head: Set(chain.head().0.to_vec()),
        peaks: Set(chain.tree().peaks().concat()),
        contents: Set(write_contents(chain.membership())),
        ..Default::default()
    };
    spaces::Entity::update_many()
        .set(change)
        .filter(spaces::Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// For whom the head is kept free at a time, other than for `user`.
pub fn leased_to_another(row: &Row, user: UserId, now_ms: i64) -> bool {
    let holder = row.lease_user.as_deref();
    row.lease_until_ms > now_ms && holder.is_some_and(|holder| holder != user.as_bytes())
}

/// Keeps the head free for a person, unless it is or was a moment ago for anyone.
pub async fn lease<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    user: UserId,
    now_ms: i64,
) -> Result<(), DbErr> {
    let change = spaces::ActiveModel {
        lease_user: Set(Some(user.0.to_vec())),
        lease_until_ms: Set(now_ms + LEASE_MS),
        ..Default::default()
    };
    spaces::Entity::update_many()
        .set(change)
        .filter(spaces::Column::Space.eq(space.0.to_vec()))
        .filter(spaces::Column::LeaseUntilMs.lt(now_ms - LEASE_PAUSE_MS))
        .exec(db)
        .await
        .map(|_| ())
}

fn write_contents(membership: &Membership) -> Vec<u8> {
    let counted = membership
        .groups()
        .iter()
        .filter(|(_, group)| group.content > 0);
    counted
        .flat_map(|(id, group)| [&id.0[..], &group.content.to_be_bytes()].concat())
        .collect()
}

fn read_contents(bytes: &[u8]) -> ApiResult<Vec<(GroupId, u64)>> {
    const ENTRY: usize = GroupId::SIZE + 8;
    let entries = bytes.chunks_exact(ENTRY);
    if !entries.remainder().is_empty() {
        return Err(ApiError::stored("content counts"));
    }
    entries
        .map(|entry| {
            let (group, count) = entry.split_at(GroupId::SIZE);
            Ok((
                stored::group(group)?,
                u64::from_be_bytes(stored::array(count, "content counts")?),
            ))
        })
        .collect()
}

/// The verified chain at a row's size and head, from the membership events alone: content
/// is represented by the stored tree and counts.
pub async fn restore<C: ConnectionTrait>(
    db: &C,
    row: &Row,
    from: Option<&Chain>,
) -> ApiResult<Chain> {
    let size = stored::count(row.size, "size")?;
    let known = from.filter(|chain| chain.size() > 0 && chain.size() <= size);
    let first = stored::number(known.map_or(0, Chain::size), "size")?;
    let rows: Vec<(i64, Vec<u8>)> = events::Entity::find()
        .select_only()
        .column(events::Column::Seq)
        .column(events::Column::Open)
        .filter(events::Column::SpaceId.eq(row.id))
        .filter(events::Column::Class.eq(i16::from(CLASS_MEMBERSHIP)))
        .filter(events::Column::Seq.gte(first))
        .filter(events::Column::Seq.lt(row.size))
        .order_by_asc(events::Column::Seq)
        .into_tuple()
        .all(db)
        .await?;
    let mut membership = known.map(|chain| chain.membership().clone());
    for (seq, open) in rows {
        let event = Event::decode(&open).map_err(|_| ApiError::stored("event"))?;
        let prefix = &event.header.prefix;
        let act = Act::decode(prefix.kind, &event.public)
            .ok()
            .flatten()
            .ok_or_else(|| ApiError::stored("act"))?;
        match (&mut membership, act) {
            (None, Act::Genesis(genesis)) => membership = Some(found(row, &event, &genesis)?),
            (Some(membership), act) => membership
                .apply(stored::count(seq, "seq")?, prefix.author, &act)
                .map_err(|_| ApiError::stored("membership"))?,
            (None, _) => return Err(ApiError::stored("genesis")),
        }
    }
    let mut membership = membership.ok_or_else(|| ApiError::stored("genesis"))?;
    for (group, content) in read_contents(&row.contents)? {
        membership.restore_content(group, content);
    }
    Ok(Chain::restore(
        stored::event(&row.head)?,
        tree(row)?,
        membership,
    ))
}

/// The tree at a row's size.
pub fn tree(row: &Row) -> ApiResult<CompactTree> {
    let peaks = row
        .peaks
        .chunks(32)
        .map(|peak| stored::array(peak, "peaks"))
        .collect::<ApiResult<Vec<_>>>()?;
    let size = stored::count(row.size, "size")?;
    CompactTree::from_parts(size, peaks).ok_or_else(|| ApiError::stored("peaks"))
}

fn found(row: &Row, event: &Event, genesis: &Genesis) -> ApiResult<Membership> {
    Membership::found(
        stored::space(&row.space)?,
        event.header.prefix.author,
        genesis,
    )
    .map_err(|_| ApiError::stored("genesis"))
}
