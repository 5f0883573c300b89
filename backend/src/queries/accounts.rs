//! Accounts.

use hawser_ledger::{OrganisationId, UserId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entities::accounts::{ActiveModel, Column, Entity, Model};

/// Whether there is any account.
pub async fn any<C: ConnectionTrait>(db: &C) -> Result<bool, DbErr> {
    Ok(Entity::find().count(db).await? > 0)
}

/// The account with a sign-in name of this hash.
pub async fn by_login<C: ConnectionTrait>(db: &C, login: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Login.eq(login)).one(db).await
}

/// An account.
pub async fn by_user<C: ConnectionTrait>(db: &C, user: UserId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(user.0.to_vec()).one(db).await
}

/// A new account.
pub async fn insert<C: ConnectionTrait>(db: &C, account: Model) -> Result<(), DbErr> {
    Entity::insert(ActiveModel::from(account))
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Another OPAQUE record, and another kit where one is given.
pub async fn set_secrets<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    opaque: Vec<u8>,
    kit_verifier: Option<Vec<u8>>,
) -> Result<(), DbErr> {
    let mut change = ActiveModel {
        opaque: Set(opaque),
        ..Default::default()
    };
    if let Some(verifier) = kit_verifier {
        change.kit_verifier = Set(verifier);
    }
    Entity::update_many()
        .set(change)
        .filter(Column::User.eq(user.0.to_vec()))
        .exec(db)
        .await
        .map(|_| ())
}

/// Puts a person into an organisation, who is in none; whether that was so.
pub async fn set_organisation<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    organisation: OrganisationId,
) -> Result<bool, DbErr> {
    let change = ActiveModel {
        organisation: Set(Some(organisation.0.to_vec())),
        ..Default::default()
    };
    let free = Column::User
        .eq(user.0.to_vec())
        .and(Column::Organisation.is_null());
    Ok(Entity::update_many()
        .set(change)
        .filter(free)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}
