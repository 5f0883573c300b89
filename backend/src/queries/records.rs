//! Keyrings and pinbooks: opaque records, changed only from a version that is known.

use hawser_ledger::UserId;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::entities::{keyrings, pinbooks};

/// A person's keyring: (version, record).
pub async fn keyring<C: ConnectionTrait>(
    db: &C,
    user: UserId,
) -> Result<Option<(i64, Vec<u8>)>, DbErr> {
    let row = keyrings::Entity::find_by_id(user.0.to_vec())
        .one(db)
        .await?;
    Ok(row.map(|row| (row.version, row.record)))
}

/// A person's first keyring.
pub async fn insert_keyring<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    record: Vec<u8>,
) -> Result<(), DbErr> {
    let row = keyrings::ActiveModel {
        user: Set(user.0.to_vec()),
        version: Set(1),
        record: Set(record),
    };
    keyrings::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// The next keyring; whether `from` was the stored version.
pub async fn advance_keyring<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    from: i64,
    record: Vec<u8>,
) -> Result<bool, DbErr> {
    let change = keyrings::ActiveModel {
        version: Set(from + 1),
        record: Set(record),
        ..Default::default()
    };
    let same = keyrings::Column::User
        .eq(user.0.to_vec())
        .and(keyrings::Column::Version.eq(from));
    Ok(keyrings::Entity::update_many()
        .set(change)
        .filter(same)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// A person's pinbook: (version, record); (0, empty) before the first.
pub async fn pinbook<C: ConnectionTrait>(db: &C, user: UserId) -> Result<(i64, Vec<u8>), DbErr> {
    let row = pinbooks::Entity::find_by_id(user.0.to_vec())
        .one(db)
        .await?;
    Ok(row.map(|row| (row.version, row.record)).unwrap_or_default())
}

/// The next pinbook; whether `from` was the stored version.
pub async fn advance_pinbook<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    from: i64,
    record: Vec<u8>,
) -> Result<bool, DbErr> {
    if from == 0 {
        let row = pinbooks::ActiveModel {
            user: Set(user.0.to_vec()),
            version: Set(1),
            record: Set(record),
        };
        return match pinbooks::Entity::insert(row)
            .exec_without_returning(db)
            .await
        {
            Ok(_) => Ok(true),
            Err(error) if crate::error::is_unique(&error) => Ok(false),
            Err(error) => Err(error),
        };
    }
    let change = pinbooks::ActiveModel {
        version: Set(from + 1),
        record: Set(record),
        ..Default::default()
    };
    let same = pinbooks::Column::User
        .eq(user.0.to_vec())
        .and(pinbooks::Column::Version.eq(from));
    Ok(pinbooks::Entity::update_many()
        .set(change)
        .filter(same)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}
