//! Spaces: the list of one's own, founding one, one's wraps.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::membership::SpaceKind;
use hawser_ledger::{SpaceId, UserId};
use hawser_protocol::path;
use hawser_protocol::space::{Appended, SpaceEntry, StoredWrap};

use crate::app::App;
use crate::authorization::{self, Access};
use crate::error::{ApiError, ApiResult};
use crate::extract::{self, At, Json};
use crate::queries::spaces::Row;
use crate::queries::{events, members};
use crate::sequencer::Order;
use crate::session::Session;
use crate::stored;

/// Spaces the caller may pull.
pub async fn list(State(app): State<App>, session: Session) -> ApiResult<Json<Vec<SpaceEntry>>> {
    let visible = authorization::all_visible(app.database.read(), session.user).await?;
    let entries = visible
        .into_iter()
        .map(|(row, access)| entry(&row, access == Access::Member));
    Ok(Json(entries.collect::<ApiResult<_>>()?))
}

/// Spaces that a person of the caller's organisation is in.
pub async fn of_person(
    State(app): State<App>,
    session: Session,
    At(person): At<UserId>,
) -> ApiResult<Json<Vec<SpaceEntry>>> {
    let db = app.database.read();
    let organisation = authorization::manage(db, person, session.user).await?;
    let own = SpaceId::from(organisation);
    let visible = authorization::all_visible(db, session.user).await?;
    let member_of: BTreeSet<i64> = visible
        .iter()
        .filter(|(_, access)| *access == Access::Member)
        .map(|(row, _)| row.id)
        .collect();
    let mut entries = Vec::new();
    for (row, place) in members::spaces_of(db, person).await? {
        if place.active || place.suspended {
            entries.push(entry(&row, member_of.contains(&row.id))?);
        }
    }
    entries.retain(|entry| entry.space != own);
    Ok(Json(entries))
}

fn entry(row: &Row, member: bool) -> ApiResult<SpaceEntry> {
    let kind = u8::try_from(row.kind).map_err(|_| ApiError::stored("kind"))?;
    Ok(SpaceEntry {
        space: stored::space(&row.space)?,
        kind: SpaceKind::decode(&[kind]).map_err(|_| ApiError::stored("kind"))?,
        size: stored::count(row.size, "size")?,
        member,
    })
}

/// A new space: an append that begins with a genesis.
pub async fn create(
    State(app): State<App>,
    session: Session,
    headers: HeaderMap,
    body: Body,
) -> ApiResult<Json<Appended>> {
    append(&app, session, None, &headers, body).await.map(Json)
}

/// Reads, decodes and appends.
pub async fn append(
    app: &App,
    session: Session,
    space: Option<SpaceId>,
    headers: &HeaderMap,
    body: Body,
) -> ApiResult<Appended> {
    extract::expect_type(headers, path::EVENTS_TYPE)?;
    app.limits.append(session.user)?;
    let bytes = extract::body(body, path::MAX_APPEND).await?;
    app.sequencer
        .append(Order::decode(&bytes, space, session.user)?)
        .await
}

/// The caller's own wraps.
pub async fn wraps(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
) -> ApiResult<Json<Vec<StoredWrap>>> {
    let db = app.database.read();
    let row = authorization::member(db, space, session.user).await?;
    let wraps = events::wraps_of(db, row.id, session.user)
        .await?
        .into_iter()
        .map(|wrap| {
            Ok(StoredWrap {
                seq: stored::count(wrap.seq, "seq")?,
                group: stored::group(&wrap.group_id)?,
                wrap: wrap.wrap.into(),
            })
        });
    Ok(Json(wraps.collect::<ApiResult<_>>()?))
}
