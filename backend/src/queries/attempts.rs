//! Attempts to sign in or to recover.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::entities::attempts::{ActiveModel, Column, Entity, Model};

/// Begins one.
pub async fn insert<C: ConnectionTrait>(db: &C, attempt: Model) -> Result<(), DbErr> {
    Entity::insert(ActiveModel::from(attempt))
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Takes one away, so that it counts once; `None` when it was taken before or is too old.
pub async fn take<C: ConnectionTrait>(
    db: &C,
    id: &str,
    purpose: i16,
    now_ms: i64,
) -> Result<Option<Model>, DbErr> {
    let Some(attempt) = Entity::find_by_id(id.to_owned()).one(db).await? else {
        return Ok(None);
    };
    let taken = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?
        .rows_affected
        == 1;
    Ok((taken && attempt.purpose == purpose && attempt.expires_ms > now_ms).then_some(attempt))
}

/// Forgets those that are too old.
pub async fn sweep<C: ConnectionTrait>(db: &C, now_ms: i64) -> Result<u64, DbErr> {
    Ok(Entity::delete_many()
        .filter(Column::ExpiresMs.lte(now_ms))
        .exec(db)
        .await?
        .rows_affected)
}
