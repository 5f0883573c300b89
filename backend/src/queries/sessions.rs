//! Sessions.

use hawser_ledger::UserId;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::sessions::{ActiveModel, Column, Entity, Model};

/// The session with a token of this hash, however old.
pub async fn by_token<C: ConnectionTrait>(
    db: &C,
    token_hash: &[u8],
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .one(db)
        .await
}

/// A session by its name.
pub async fn by_id<C: ConnectionTrait>(db: &C, id: [u8; 16]) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id.to_vec()).one(db).await
}

/// A person's sessions, newest first.
pub async fn of_user<C: ConnectionTrait>(db: &C, user: UserId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::User.eq(user.0.to_vec()))
        .order_by_desc(Column::CreatedMs)
        .all(db)
        .await
}

/// Begins one.
pub async fn insert<C: ConnectionTrait>(db: &C, session: Model) -> Result<(), DbErr> {
    Entity::insert(ActiveModel::from(session))
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Remembers that it was used.
pub async fn touch<C: ConnectionTrait>(db: &C, id: &[u8], now_ms: i64) -> Result<(), DbErr> {
    let change = ActiveModel {
        seen_ms: Set(now_ms),
        ..Default::default()
    };
    Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id))
        .exec(db)
        .await
        .map(|_| ())
}

/// Names it.
pub async fn label<C: ConnectionTrait>(db: &C, id: [u8; 16], label: Vec<u8>) -> Result<(), DbErr> {
    let change = ActiveModel {
        label: Set(label),
        ..Default::default()
    };
    Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id.to_vec()))
        .exec(db)
        .await
        .map(|_| ())
}

/// Ends one of a person's; whether there was one.
pub async fn end<C: ConnectionTrait>(db: &C, user: UserId, id: [u8; 16]) -> Result<bool, DbErr> {
    let own = Column::Id
        .eq(id.to_vec())
        .and(Column::User.eq(user.0.to_vec()));
    Ok(Entity::delete_many()
        .filter(own)
        .exec(db)
        .await?
        .rows_affected
        > 0)
}

/// Ends all of a person's, but for one.
pub async fn end_all<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    except: Option<[u8; 16]>,
) -> Result<(), DbErr> {
    let mut sessions = Entity::delete_many().filter(Column::User.eq(user.0.to_vec()));
    if let Some(id) = except {
        sessions = sessions.filter(Column::Id.ne(id.to_vec()));
    }
    sessions.exec(db).await.map(|_| ())
}

/// Forgets those that began or were used too long ago.
pub async fn sweep<C: ConnectionTrait>(
    db: &C,
    began_before: i64,
    seen_before: i64,
) -> Result<u64, DbErr> {
    let old = Column::CreatedMs
        .lt(began_before)
        .or(Column::SeenMs.lt(seen_before));
    Ok(Entity::delete_many()
        .filter(old)
        .exec(db)
        .await?
        .rows_affected)
}
