//! Invitations.

use hawser_ledger::{OrganisationId, UserId};
use hawser_protocol::organisation::{InvitationAnswer, InvitationStage};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entities::invitations::{ActiveModel, Column, Entity, Model};

const OPEN: i16 = 1;
const ANSWERED: i16 = 2;
const DONE: i16 = 3;
const WITHDRAWN: i16 = 4;
const MOST: u64 = 1000;

/// Where it stands at a time.
pub fn stage(invitation: &Model, now_ms: i64) -> InvitationStage {
    match invitation.stage {
        OPEN if invitation.expires_ms <= now_ms => InvitationStage::Expired,
        OPEN => InvitationStage::Open,
        ANSWERED => InvitationStage::Answered,
        DONE => InvitationStage::Done,
        _ => InvitationStage::Withdrawn,
    }
}

/// By its look-up value.
pub async fn by_lookup<C: ConnectionTrait>(db: &C, lookup: &str) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(lookup.to_owned()).one(db).await
}

/// An organisation's, newest first.
pub async fn of_organisation<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Organisation.eq(organisation.0.to_vec()))
        .order_by_desc(Column::CreatedMs)
        .limit(MOST)
        .all(db)
        .await
}

/// A new one, open. `by` is organisation and inviter; `None` for the operator's.
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    lookup: String,
    by: Option<(OrganisationId, UserId)>,
    note: Vec<u8>,
    (created_ms, expires_ms): (i64, i64),
) -> Result<(), DbErr> {
    let row = Model {
        lookup,
        organisation: by.map(|(organisation, _)| organisation.0.to_vec()),
        inviter: by.map(|(_, inviter)| inviter.0.to_vec()),
        note,
        created_ms,
        expires_ms,
        stage: OPEN,
        user: None,
        request: None,
        mac: None,
        name: None,
    };
    Entity::insert(ActiveModel::from(row))
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Uses an open one for an account; whether it was open.
pub async fn take<C: ConnectionTrait>(
    db: &C,
    lookup: &str,
    user: UserId,
    now_ms: i64,
) -> Result<bool, DbErr> {
    let change = ActiveModel {
        stage: Set(ANSWERED),
        user: Set(Some(user.0.to_vec())),
        ..Default::default()
    };
    let open = Column::Lookup
        .eq(lookup)
        .and(Column::Stage.eq(OPEN))
        .and(Column::ExpiresMs.gt(now_ms));
    Ok(Entity::update_many()
        .set(change)
        .filter(open)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// Stores the answer of the account that uses it; whether it waits for one.
pub async fn answer<C: ConnectionTrait>(
    db: &C,
    lookup: &str,
    user: UserId,
    answer: InvitationAnswer,
) -> Result<bool, DbErr> {
    let change = ActiveModel {
        request: Set(Some(answer.request.0)),
        mac: Set(Some(answer.mac.0)),
        name: Set(Some(answer.name.0)),
        ..Default::default()
    };
    let waiting = Column::Lookup
        .eq(lookup)
        .and(Column::Stage.eq(ANSWERED))
        .and(Column::User.eq(user.0.to_vec()))
        .and(Column::Organisation.is_not_null());
    Ok(Entity::update_many()
        .set(change)
        .filter(waiting)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// Takes back one that nobody has been certified under; whether it was so.
pub async fn withdraw<C: ConnectionTrait>(db: &C, lookup: &str) -> Result<bool, DbErr> {
    let change = ActiveModel {
        stage: Set(WITHDRAWN),
        ..Default::default()
    };
    let pending = Column::Lookup
        .eq(lookup)
        .and(Column::Stage.is_in([OPEN, ANSWERED]));
    Ok(Entity::update_many()
        .set(change)
        .filter(pending)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// Closes the one under which `user` is certified into `organisation` (`None`: founds their
/// own); whether there was such a one.
pub async fn close<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    organisation: Option<OrganisationId>,
) -> Result<bool, DbErr> {
    let change = ActiveModel {
        stage: Set(DONE),
        ..Default::default()
    };
    let own = Column::User
        .eq(user.0.to_vec())
        .and(Column::Stage.eq(ANSWERED));
    let own = match organisation {
        Some(organisation) => own
            .and(Column::Organisation.eq(organisation.0.to_vec()))
            .and(Column::Request.is_not_null()),
        None => own.and(Column::Organisation.is_null()),
    };
    Ok(Entity::update_many()
        .set(change)
        .filter(own)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}
