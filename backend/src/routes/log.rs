//! The log of a space as foreign tools read it: the newest checkpoint, and tiles (c2sp.org/tlog-tiles).

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use hawser_ledger::SpaceId;
use hawser_ledger::log::Tile;
use hawser_protocol::ErrorCode;
use hawser_protocol::space::Confirmations;

use crate::app::App;
use crate::authorization;
use crate::error::ApiResult;
use crate::extract::{At, Json};
use crate::keepers;
use crate::queries::{confirmations, spaces, tree};
use crate::session::Session;
use crate::stored;

/// The newest checkpoint.
pub async fn checkpoint(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
) -> ApiResult<Response> {
    let (row, _) = authorization::visible(app.database.read(), space, session.user).await?;
    let note = app.log.checkpoint(space, &spaces::tree(&row)?)?;
    let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((text, note).into_response())
}

/// One tile, whole or as wide as it is asked for.
pub async fn tile(
    State(app): State<App>,
    session: Session,
    At((space, tile)): At<(SpaceId, Tile)>,
) -> ApiResult<Response> {
    let db = app.database.read();
    let (row, _) = authorization::visible(db, space, session.user).await?;
    let size = stored::count(row.size, "size")?;
    let bytes = tree::tile(db, row.id, size, tile)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let octets = [(header::CONTENT_TYPE, "application/octet-stream")];
    Ok((octets, bytes).into_response())
}

/// What log keepers confirmed last.
pub async fn confirmations(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
) -> ApiResult<Json<Confirmations>> {
    let db = app.database.read();
    let (row, _) = authorization::visible(db, space, session.user).await?;
    let notes = confirmations::notes(db, row.id).await?;
    Ok(Json(Confirmations { notes }))
}

/// The same, after the keepers that the space names were asked.
pub async fn confirm(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
) -> ApiResult<Json<Confirmations>> {
    app.limits.append(session.user)?;
    let db = app.database.read();
    let (row, _) = authorization::visible(db, space, session.user).await?;
    let chain = app.chains.at(db, &row).await?;
    keepers::confirm_now(&app, space, &chain.membership().log().keepers).await;
    let notes = confirmations::notes(db, row.id).await?;
    Ok(Json(Confirmations { notes }))
}
