//! What independent log keepers confirmed of a space.

use hawser_ledger::SpaceId;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
};

use crate::entities::{confirmations, spaces};
use crate::error::ApiResult;
use crate::stored;

/// Rows for the keepers that a new space names.
pub async fn expect<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    keepers: &[[u8; 32]],
) -> Result<(), DbErr> {
    if keepers.is_empty() {
        return Ok(());
    }
    let rows = keepers.iter().map(|keeper| confirmations::ActiveModel {
        space_id: Set(space_id),
        keeper: Set(keeper.to_vec()),
        size: Set(0),
        note: Set(String::new()),
    });
    confirmations::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .map(drop)
}

/// How many events a keeper confirmed; `None` where the space does not name it.
pub async fn size<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    keeper: &[u8; 32],
) -> ApiResult<Option<u64>> {
    let found: Option<i64> = confirmations::Entity::find_by_id((space_id, keeper.to_vec()))
        .select_only()
        .column(confirmations::Column::Size)
        .into_tuple()
        .one(db)
        .await?;
    found.map(|size| stored::count(size, "size")).transpose()
}

/// Keeps a keeper's confirmation, unless a later state was confirmed in the meantime.
pub async fn keep<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    keeper: &[u8; 32],
    (size, note): (u64, String),
) -> ApiResult<()> {
    let size = stored::number(size, "size")?;
    let change = confirmations::ActiveModel {
        size: Set(size),
        note: Set(note),
        ..Default::default()
    };
    confirmations::Entity::update_many()
        .set(change)
        .filter(confirmations::Column::SpaceId.eq(space_id))
        .filter(confirmations::Column::Keeper.eq(keeper.to_vec()))
        .filter(confirmations::Column::Size.lte(size))
        .exec(db)
        .await?;
    Ok(())
}

/// All there are of a space, as notes.
pub async fn notes<C: ConnectionTrait>(db: &C, space_id: i64) -> Result<Vec<String>, DbErr> {
    confirmations::Entity::find()
        .select_only()
        .column(confirmations::Column::Note)
        .filter(confirmations::Column::SpaceId.eq(space_id))
        .filter(confirmations::Column::Size.gt(0))
        .into_tuple()
        .all(db)
        .await
}

/// Spaces of which a keeper has not confirmed everything.
pub async fn behind<C: ConnectionTrait>(db: &C, keeper: &[u8; 32]) -> ApiResult<Vec<SpaceId>> {
    let same = confirmations::Entity::belongs_to(spaces::Entity)
        .from(confirmations::Column::SpaceId)
        .to(spaces::Column::Id)
        .into();
    let found: Vec<Vec<u8>> = confirmations::Entity::find()
        .select_only()
        .column(spaces::Column::Space)
        .join(JoinType::InnerJoin, same)
        .filter(confirmations::Column::Keeper.eq(keeper.to_vec()))
        .filter(
            Expr::col((confirmations::Entity, confirmations::Column::Size))
                .lt(Expr::col((spaces::Entity, spaces::Column::Size))),
        )
        .into_tuple()
        .all(db)
        .await?;
    found.iter().map(|space| stored::space(space)).collect()
}
