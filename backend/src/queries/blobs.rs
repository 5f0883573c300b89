//! File bodies and their parts.

use hawser_ledger::{BlobId, GroupId, UserId};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::{ExprTrait as _, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entities::{blob_parts, blob_shares, blobs, spaces};
use crate::error::ApiResult;
use crate::stored;

pub use blob_parts::Model as PartRow;
pub use blobs::Model as Row;

/// A blob of a space.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    blob: BlobId,
) -> Result<Option<Row>, DbErr> {
    blobs::Entity::find()
        .filter(blobs::Column::SpaceId.eq(space_id))
        .filter(blobs::Column::Blob.eq(blob.0.to_vec()))
        .one(db)
        .await
}

/// A blob of a space, locked until the transaction ends.
pub async fn lock<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    blob: BlobId,
) -> Result<Option<Row>, DbErr> {
    let mut find = blobs::Entity::find()
        .filter(blobs::Column::SpaceId.eq(space_id))
        .filter(blobs::Column::Blob.eq(blob.0.to_vec()));
    if db.get_database_backend() == DbBackend::Postgres {
        find = find.lock_exclusive();
    }
    find.one(db).await
}

/// Reserves one.
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    blob: BlobId,
    uploader: UserId,
    body_length: i64,
    now_ms: i64,
) -> Result<(), DbErr> {
    let row = blobs::ActiveModel {
        id: NotSet,
        space_id: Set(space_id),
        blob: Set(blob.0.to_vec()),
        uploader: Set(uploader.0.to_vec()),
        body_length: Set(body_length),
        parts_root: Set(None),
        claimed_seq: Set(None),
        group_id: Set(None),
        created_ms: Set(now_ms),
        touched_ms: Set(now_ms),
    };
    blobs::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Its durable parts in order.
pub async fn parts<C: ConnectionTrait>(db: &C, blob_id: i64) -> Result<Vec<PartRow>, DbErr> {
    blob_parts::Entity::find()
        .filter(blob_parts::Column::BlobId.eq(blob_id))
        .order_by_asc(blob_parts::Column::Part)
        .all(db)
        .await
}

/// Its durable parts in `first..=last`, in order.
pub async fn parts_between<C: ConnectionTrait>(
    db: &C,
    blob_id: i64,
    first: i64,
    last: i64,
) -> Result<Vec<PartRow>, DbErr> {
    blob_parts::Entity::find()
        .filter(blob_parts::Column::BlobId.eq(blob_id))
        .filter(blob_parts::Column::Part.between(first, last))
        .order_by_asc(blob_parts::Column::Part)
        .all(db)
        .await
}

/// One part.
pub async fn part<C: ConnectionTrait>(
    db: &C,
    blob_id: i64,
    part: u32,
) -> Result<Option<PartRow>, DbErr> {
    blob_parts::Entity::find_by_id((blob_id, i64::from(part)))
        .one(db)
        .await
}

/// A part is durable.
pub async fn insert_part<C: ConnectionTrait>(
    db: &C,
    part: PartRow,
    now_ms: i64,
) -> Result<(), DbErr> {
    let blob_id = part.blob_id;
    blob_parts::Entity::insert(blob_parts::ActiveModel::from(part))
        .exec_without_returning(db)
        .await?;
    let change = blobs::ActiveModel {
        touched_ms: Set(now_ms),
        ..Default::default()
    };
    blobs::Entity::update_many()
        .set(change)
        .filter(blobs::Column::Id.eq(blob_id))
        .exec(db)
        .await
        .map(|_| ())
}

/// All parts are there.
pub async fn finish<C: ConnectionTrait>(
    db: &C,
    blob_id: i64,
    root: [u8; 32],
    now_ms: i64,
) -> Result<(), DbErr> {
    let change = blobs::ActiveModel {
        parts_root: Set(Some(root.to_vec())),
        touched_ms: Set(now_ms),
        ..Default::default()
    };
    blobs::Entity::update_many()
        .set(change)
        .filter(blobs::Column::Id.eq(blob_id))
        .exec(db)
        .await
        .map(|_| ())
}

/// An event refers to it; whether no other did.
pub async fn claim<C: ConnectionTrait>(
    db: &C,
    blob_id: i64,
    seq: i64,
    group: GroupId,
) -> Result<bool, DbErr> {
    let change = blobs::ActiveModel {
        claimed_seq: Set(Some(seq)),
        group_id: Set(Some(group.0.to_vec())),
        ..Default::default()
    };
    let free = blobs::Column::Id
        .eq(blob_id)
        .and(blobs::Column::ClaimedSeq.is_null());
    Ok(blobs::Entity::update_many()
        .set(change)
        .filter(free)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// Opens a body to those who hold a further group.
pub async fn share<C: ConnectionTrait>(db: &C, blob_id: i64, group: GroupId) -> Result<(), DbErr> {
    let row = blob_shares::ActiveModel {
        blob_id: Set(blob_id),
        group_id: Set(group.0.to_vec()),
    };
    let again = OnConflict::new().do_nothing().to_owned();
    blob_shares::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// The groups that a body was shared with.
pub async fn shared_with<C: ConnectionTrait>(db: &C, blob_id: i64) -> ApiResult<Vec<GroupId>> {
    let rows = blob_shares::Entity::find()
        .filter(blob_shares::Column::BlobId.eq(blob_id))
        .all(db)
        .await?;
    rows.iter()
        .map(|row| stored::group(&row.group_id))
        .collect()
}

/// Takes away one that no event refers to; whether it was so.
pub async fn delete<C: ConnectionTrait>(db: &C, blob_id: i64) -> Result<bool, DbErr> {
    let free = blobs::Column::Id
        .eq(blob_id)
        .and(blobs::Column::ClaimedSeq.is_null());
    Ok(blobs::Entity::delete_many()
        .filter(free)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// Some that no event refers to and that nothing came for since a time: (space, blob).
pub async fn abandoned<C: ConnectionTrait>(
    db: &C,
    before_ms: i64,
) -> Result<Vec<(Row, Option<spaces::Model>)>, DbErr> {
    const AT_ONCE: u64 = 100;
    let rows = blobs::Entity::find()
        .filter(blobs::Column::ClaimedSeq.is_null())
        .filter(blobs::Column::TouchedMs.lt(before_ms))
        .limit(AT_ONCE)
        .all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let space = spaces::Entity::find_by_id(row.space_id).one(db).await?;
        found.push((row, space));
    }
    Ok(found)
}
