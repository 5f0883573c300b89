//! A new passphrase while signed in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hawser_ledger::UserId;
use hawser_protocol::ErrorCode;
use hawser_protocol::account::{OpaqueMessage, PassphraseChange, PassphraseStart};
use sea_orm::ConnectionTrait;

use super::registration::{MAX_LABEL, at_most, digits, keyring};
use crate::app::App;
use crate::error::{ApiError, ApiResult};
use crate::extract::{Address, IfMatch, Json, etag};
use crate::live::Change;
use crate::opaque::Opaque;
use crate::queries::{accounts, records, sessions};
use crate::session::Session;
use crate::stored;

/// First message.
pub async fn start(
    State(app): State<App>,
    session: Session,
    Address(address): Address,
    Json(request): Json<PassphraseStart>,
) -> ApiResult<Json<OpaqueMessage>> {
    app.limits.attempt(address, &session.user.to_string())?;
    let message = app.opaque.register(session.user, &request.message.0)?;
    Ok(Json(OpaqueMessage {
        message: message.into(),
    }))
}

/// OPAQUE record, kit and keyring change together, from a keyring version that is known.
pub async fn change<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    from: i64,
    request: &PassphraseChange,
) -> ApiResult<()> {
    keyring(&request.keyring.0)?;
    let opaque = Opaque::record(&request.upload.0)?;
    let verifier = request
        .kit_verifier
        .as_deref()
        .map(|digits_given| digits(digits_given, "kit_verifier"))
        .transpose()?;
    if !records::advance_keyring(db, user, from, request.keyring.0.clone()).await? {
        return Err(ErrorCode::VersionMoved.into());
    }
    accounts::set_secrets(db, user, opaque, verifier.map(|verifier| verifier.to_vec())).await?;
    Ok(())
}

/// Last message; all other sessions end.
pub async fn put(
    State(app): State<App>,
    session: Session,
    IfMatch(version): IfMatch,
    Json(request): Json<PassphraseChange>,
) -> ApiResult<Response> {
    at_most(&request.session_label.0, MAX_LABEL, "session_label")?;
    if request.ticket.is_some() {
        return Err(ApiError::bad_request("a ticket belongs to a recovery"));
    }
    let from = stored::number(version, "If-Match")?;
    let transaction = app.database.begin().await?;
    change(&transaction, session.user, from, &request).await?;
    sessions::end_all(&transaction, session.user, Some(session.id)).await?;
    transaction.commit().await?;
    app.live.announce([Change::Sessions(session.user)]);
    Ok((StatusCode::NO_CONTENT, etag(version + 1)).into_response())
}
