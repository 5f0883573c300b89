//! Who is in a space, as the ledger adds up: kept beside it for look-up.

use std::collections::BTreeMap;

use hawser_ledger::membership::{MemberState, Membership, Role};
use hawser_ledger::{OrganisationId, SpaceId, UserId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
};

use crate::entities::{memberships, parties, spaces};
use crate::error::ApiResult;
use crate::stored;

const ACTIVE: i16 = 1;
const SUSPENDED: i16 = 2;
const ENDED: i16 = 3;

/// The roles that administer a space.
const ADMINISTERING: [i16; 2] = [
    Role::Administrator.code() as i16,
    Role::Manager.code() as i16,
];

/// A person's place in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Takes part; otherwise suspended or gone.
    pub active: bool,
    /// Takes part no more until reinstated.
    pub suspended: bool,
    /// Administers it.
    pub administrator: bool,
}

fn place(row: &memberships::Model) -> Place {
    Place {
        active: row.state == ACTIVE,
        suspended: row.state == SUSPENDED,
        administrator: ADMINISTERING.contains(&row.role),
    }
}

/// A person's place in a space, if there ever was one.
pub async fn of<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    user: UserId,
) -> Result<Option<Place>, DbErr> {
    let row = memberships::Entity::find_by_id((space_id, user.0.to_vec()))
        .one(db)
        .await?;
    Ok(row.as_ref().map(place))
}

/// A person's place in a space named by its id.
pub async fn in_space<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    user: UserId,
) -> Result<Option<Place>, DbErr> {
    match super::spaces::find(db, space).await? {
        Some(row) => of(db, row.id, user).await,
        None => Ok(None),
    }
}

/// Whether a person is a delegated, active administrator of an organisation.
pub async fn administers<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    user: UserId,
) -> Result<bool, DbErr> {
    Ok(in_space(db, organisation.into(), user)
        .await?
        .is_some_and(|place| place.active && place.administrator))
}

/// Active administrators of a space named by its id (of an organisation, its delegated ones).
pub async fn administrators<C: ConnectionTrait>(db: &C, space: SpaceId) -> ApiResult<Vec<UserId>> {
    let Some(row) = super::spaces::find(db, space).await? else {
        return Ok(Vec::new());
    };
    let users: Vec<Vec<u8>> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::User)
        .filter(memberships::Column::SpaceId.eq(row.id))
        .filter(memberships::Column::State.eq(ACTIVE))
        .filter(memberships::Column::Role.is_in(ADMINISTERING))
        .into_tuple()
        .all(db)
        .await?;
    users.iter().map(|user| stored::user(user)).collect()
}

/// Whether an organisation is a party of a space.
pub async fn is_party<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    organisation: OrganisationId,
) -> Result<bool, DbErr> {
    Ok(
        parties::Entity::find_by_id((space_id, organisation.0.to_vec()))
            .one(db)
            .await?
            .is_some(),
    )
}

/// Spaces a person is in: the row and the place.
pub async fn spaces_of<C: ConnectionTrait>(
    db: &C,
    user: UserId,
) -> Result<Vec<(spaces::Model, Place)>, DbErr> {
    let places = memberships::Entity::find()
        .filter(memberships::Column::User.eq(user.0.to_vec()))
        .all(db)
        .await?;
    let places: BTreeMap<i64, Place> = places
        .iter()
        .map(|row| (row.space_id, place(row)))
        .collect();
    let rows = spaces::Entity::find()
        .filter(spaces::Column::Id.is_in(places.keys().copied()))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| places.get(&row.id).map(|place| (row, *place)))
        .collect())
}

/// Spaces an organisation is a party of.
pub async fn spaces_with_party<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<spaces::Model>, DbErr> {
    spaces::Entity::find()
        .join(
            JoinType::InnerJoin,
            spaces::Entity::belongs_to(parties::Entity)
                .from(spaces::Column::Id)
                .to(parties::Column::SpaceId)
                .into(),
        )
        .filter(parties::Column::Organisation.eq(organisation.0.to_vec()))
        .all(db)
        .await
}

/// People follow the ledger.
pub async fn project<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    membership: &Membership,
    users: impl IntoIterator<Item = UserId>,
) -> Result<(), DbErr> {
    for user in users {
        let Some(member) = membership.members().get(&user) else {
            continue;
        };
        let state = match member.state {
            MemberState::Active => ACTIVE,
            MemberState::Suspended => SUSPENDED,
            MemberState::Ended => ENDED,
        };
        let row = memberships::ActiveModel {
            space_id: Set(space_id),
            user: Set(user.0.to_vec()),
            state: Set(state),
            role: Set(member.role.code().into()),
        };
        let mut known =
            OnConflict::columns([memberships::Column::SpaceId, memberships::Column::User]);
        known.update_columns([memberships::Column::State, memberships::Column::Role]);
        memberships::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Parties follow the ledger.
pub async fn project_parties<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    organisations: impl IntoIterator<Item = OrganisationId>,
) -> Result<(), DbErr> {
    let rows: Vec<parties::ActiveModel> = organisations
        .into_iter()
        .map(|organisation| parties::ActiveModel {
            space_id: Set(space_id),
            organisation: Set(organisation.0.to_vec()),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    parties::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .map(|_| ())
}
