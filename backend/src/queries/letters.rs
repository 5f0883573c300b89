//! Letters.

use hawser_ledger::{SpaceId, UserId};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entities::letters::{ActiveModel, Column, Entity, Model};

const MOST: u64 = 1000;

/// A person's letters, newest first.
pub async fn to<C: ConnectionTrait>(db: &C, reader: UserId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Reader.eq(reader.0.to_vec()))
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(db)
        .await
}

/// A new letter.
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    (sender, reader): (UserId, UserId),
    body: Vec<u8>,
    now_ms: i64,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: NotSet,
        space: Set(space.0.to_vec()),
        sender: Set(sender.0.to_vec()),
        reader: Set(reader.0.to_vec()),
        body: Set(body),
        created_ms: Set(now_ms),
    };
    Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}
