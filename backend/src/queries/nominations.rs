//! Nominations and their notes.

use hawser_ledger::{OrganisationId, RequestId, SpaceId, UserId};
use hawser_protocol::organisation::{AddressedNote, NominationStage};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entities::nomination_notes as notes;
use crate::entities::nominations::{ActiveModel, Column, Entity, Model};

const OPEN: i16 = 1;
const ADMITTED: i16 = 2;
const DECLINED: i16 = 3;
const WITHDRAWN: i16 = 4;
const MOST: u64 = 1000;

/// Where it stands.
pub fn stage(nomination: &Model) -> NominationStage {
    match nomination.stage {
        OPEN => NominationStage::Open,
        ADMITTED => NominationStage::Admitted,
        DECLINED => NominationStage::Declined,
        _ => NominationStage::Withdrawn,
    }
}

/// By its request id.
pub async fn by_request<C: ConnectionTrait>(
    db: &C,
    request: RequestId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(request.0.to_vec()).one(db).await
}

/// Those into some spaces or of an organisation, newest first.
pub async fn visible<C: ConnectionTrait>(
    db: &C,
    spaces: &[SpaceId],
    organisation: Option<OrganisationId>,
) -> Result<Vec<Model>, DbErr> {
    let mut either =
        Condition::any().add(Column::Space.is_in(spaces.iter().map(|space| space.0.to_vec())));
    if let Some(organisation) = organisation {
        either = either.add(Column::Organisation.eq(organisation.0.to_vec()));
    }
    Entity::find()
        .filter(either)
        .order_by_desc(Column::CreatedMs)
        .limit(MOST)
        .all(db)
        .await
}

/// The notes for one reader: (request, body).
pub async fn notes_for<C: ConnectionTrait>(
    db: &C,
    reader: UserId,
    requests: Vec<Vec<u8>>,
) -> Result<Vec<notes::Model>, DbErr> {
    notes::Entity::find()
        .filter(notes::Column::Reader.eq(reader.0.to_vec()))
        .filter(notes::Column::Request.is_in(requests))
        .all(db)
        .await
}

/// A new nomination, open, with its notes (one for each reader at most).
pub async fn insert<C: ConnectionTrait>(
    db: &C,
    nomination: Model,
    notes: Vec<AddressedNote>,
) -> Result<(), DbErr> {
    let request = nomination.request.clone();
    Entity::insert(ActiveModel {
        stage: Set(OPEN),
        ..ActiveModel::from(nomination)
    })
    .exec_without_returning(db)
    .await?;
    if notes.is_empty() {
        return Ok(());
    }
    let rows = notes.into_iter().map(|note| notes::ActiveModel {
        request: Set(request.clone()),
        reader: Set(note.to.0.to_vec()),
        body: Set(note.body.0),
    });
    notes::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}

/// Declines or takes back an open one; whether it was open.
pub async fn close<C: ConnectionTrait>(
    db: &C,
    request: RequestId,
    declined: bool,
    answer: Vec<u8>,
) -> Result<bool, DbErr> {
    let stage = if declined { DECLINED } else { WITHDRAWN };
    let change = ActiveModel {
        stage: Set(stage),
        answer: Set(Some(answer)),
        ..Default::default()
    };
    let open = Column::Request
        .eq(request.0.to_vec())
        .and(Column::Stage.eq(OPEN));
    Ok(Entity::update_many()
        .set(change)
        .filter(open)
        .exec(db)
        .await?
        .rows_affected
        == 1)
}

/// The ledger has taken it up; false where it was declined or taken back before.
pub async fn admit<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    request: RequestId,
) -> Result<bool, DbErr> {
    let this = Column::Request
        .eq(request.0.to_vec())
        .and(Column::Space.eq(space.0.to_vec()));
    let known = Entity::find().filter(this.clone()).one(db).await?;
    if known.is_some_and(|known| known.stage != OPEN) {
        return Ok(false);
    }
    let change = ActiveModel {
        stage: Set(ADMITTED),
        ..Default::default()
    };
    Entity::update_many()
        .set(change)
        .filter(this)
        .exec(db)
        .await
        .map(|_| true)
}
