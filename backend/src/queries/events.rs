//! Events and wraps.

use hawser_ledger::event::Event;
use hawser_ledger::header::CLASS_MEMBERSHIP;
use hawser_ledger::{CommandId, EventId, GroupId, KeyId, UserId};
use hawser_protocol::space::Wrap;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entities::{events, wraps};
use crate::error::ApiResult;
use crate::stored;

/// Where a command stands: its number and leaf.
pub async fn command<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    author: KeyId,
    command: CommandId,
) -> ApiResult<Option<(u64, EventId)>> {
    let row: Option<(i64, Vec<u8>)> = events::Entity::find()
        .select_only()
        .column(events::Column::Seq)
        .column(events::Column::Leaf)
        .filter(events::Column::SpaceId.eq(space_id))
        .filter(events::Column::Author.eq(author.0.to_vec()))
        .filter(events::Column::Command.eq(command.0.to_vec()))
        .into_tuple()
        .one(db)
        .await?;
    row.map(|(seq, leaf)| Ok((stored::count(seq, "seq")?, stored::event(&leaf)?)))
        .transpose()
}

/// Stores events with the bytes they came in.
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    batch: &[(Event, Vec<u8>)],
) -> ApiResult<()> {
    let mut rows = Vec::with_capacity(batch.len());
    for (event, bytes) in batch {
        let prefix = &event.header.prefix;
        let (open, encrypted) = bytes.split_at(bytes.len().saturating_sub(event.encrypted.len()));
        rows.push(events::ActiveModel {
            space_id: Set(space_id),
            seq: Set(stored::number(event.header.position.seq, "seq")?),
            leaf: Set(event.id().0.to_vec()),
            class: Set(prefix.class.into()),
            kind: Set(prefix.kind.into()),
            group_id: Set(prefix.group.0.to_vec()),
            author: Set(prefix.author.0.to_vec()),
            command: Set(prefix.command.0.to_vec()),
            length: Set(bytes.len() as i64),
            open: Set(open.to_vec()),
            encrypted: Set(encrypted.to_vec()),
        });
    }
    events::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Stores wraps beside the events that name them.
pub async fn insert_wraps<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    first: u64,
    batch: &[Wrap],
) -> ApiResult<()> {
    const AT_ONCE: usize = 500;
    for some in batch.chunks(AT_ONCE) {
        let mut rows = Vec::with_capacity(some.len());
        for wrap in some {
            rows.push(wraps::ActiveModel {
                space_id: Set(space_id),
                user: Set(wrap.user.0.to_vec()),
                seq: Set(stored::number(first + u64::from(wrap.event), "seq")?),
                group_id: Set(wrap.group.0.to_vec()),
                wrap: Set(wrap.body.clone()),
            });
        }
        wraps::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// A person's wraps in a space, oldest first.
pub async fn wraps_of<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    user: UserId,
) -> Result<Vec<wraps::Model>, DbErr> {
    wraps::Entity::find()
        .filter(wraps::Column::SpaceId.eq(space_id))
        .filter(wraps::Column::User.eq(user.0.to_vec()))
        .order_by_asc(wraps::Column::Seq)
        .all(db)
        .await
}

/// The number after the newest event that is about membership or for one of some groups; zero for none.
pub async fn end_of<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    groups: &[GroupId],
) -> Result<i64, DbErr> {
    // Membership events stand in no group: theirs is the zero one.
    let mut end = 0;
    for group in std::iter::once(&GroupId::ZERO).chain(groups) {
        let newest: Option<i64> = events::Entity::find()
            .select_only()
            .column(events::Column::Seq)
            .filter(events::Column::SpaceId.eq(space_id))
            .filter(events::Column::GroupId.eq(group.0.to_vec()))
            .order_by_desc(events::Column::Seq)
            .into_tuple()
            .one(db)
            .await?;
        end = end.max(newest.map_or(0, |seq| seq + 1));
    }
    Ok(end)
}

/// What there is, without the bytes.
pub struct Outline {
    /// Its number.
    pub seq: i64,
    /// Its leaf.
    pub leaf: EventId,
    /// Whether it is about membership.
    pub membership: bool,
    /// Its group.
    pub group: GroupId,
    /// Its length in bytes.
    pub length: u64,
}

/// Number, leaf, class, group, length.
type Columns = (i64, Vec<u8>, i16, Vec<u8>, i64);

/// Outlines of the events in `from..to`.
pub async fn outlines<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    from: i64,
    to: i64,
) -> ApiResult<Vec<Outline>> {
    let rows: Vec<Columns> = events::Entity::find()
        .select_only()
        .column(events::Column::Seq)
        .column(events::Column::Leaf)
        .column(events::Column::Class)
        .column(events::Column::GroupId)
        .column(events::Column::Length)
        .filter(events::Column::SpaceId.eq(space_id))
        .filter(events::Column::Seq.gte(from))
        .filter(events::Column::Seq.lt(to))
        .order_by_asc(events::Column::Seq)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(seq, leaf, class, group, length)| {
            Ok(Outline {
                seq,
                leaf: stored::event(&leaf)?,
                membership: class == i16::from(CLASS_MEMBERSHIP),
                group: stored::group(&group)?,
                length: stored::count(length, "length")?,
            })
        })
        .collect()
}

/// Bytes of the membership events and of those of some groups in `from..to`: (number, open, encrypted).
pub async fn bytes<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    (from, to): (i64, i64),
    groups: &[GroupId],
) -> Result<Vec<(i64, Vec<u8>, Vec<u8>)>, DbErr> {
    let open = Condition::any()
        .add(events::Column::Class.eq(i16::from(CLASS_MEMBERSHIP)))
        .add(events::Column::GroupId.is_in(groups.iter().map(|group| group.0.to_vec())));
    events::Entity::find()
        .select_only()
        .column(events::Column::Seq)
        .column(events::Column::Open)
        .column(events::Column::Encrypted)
        .filter(events::Column::SpaceId.eq(space_id))
        .filter(events::Column::Seq.gte(from))
        .filter(events::Column::Seq.lt(to))
        .filter(open)
        .order_by_asc(events::Column::Seq)
        .into_tuple()
        .all(db)
        .await
}
