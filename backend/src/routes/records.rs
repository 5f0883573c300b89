//! Keyring and pinbook: opaque records, changed from a version that is named.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hawser_protocol::ErrorCode;
use hawser_protocol::account::{StoredKeyring, StoredPinbook};

use super::registration::{at_most, keyring};
use crate::app::App;
use crate::error::{ApiError, ApiResult};
use crate::extract::{IfMatch, Json, etag};
use crate::queries::records;
use crate::session::Session;
use crate::stored;

const MAX_PINBOOK: usize = 512 << 10;

fn next(from: u64, stated: u64) -> ApiResult<i64> {
    if from.checked_add(1) != Some(stated) {
        return Err(ApiError::bad_request(
            "version is the one of If-Match and one more",
        ));
    }
    stored::number(from, "If-Match")
}

/// The keyring as stored.
pub async fn get_keyring(State(app): State<App>, session: Session) -> ApiResult<Response> {
    let (version, keyring) = records::keyring(app.database.read(), session.user)
        .await?
        .ok_or(ErrorCode::Internal)?;
    let version = stored::count(version, "keyring version")?;
    Ok((
        etag(version),
        Json(StoredKeyring {
            keyring: keyring.into(),
            version,
        }),
    )
        .into_response())
}

/// The next keyring.
pub async fn put_keyring(
    State(app): State<App>,
    session: Session,
    IfMatch(version): IfMatch,
    Json(request): Json<StoredKeyring>,
) -> ApiResult<Response> {
    let from = next(version, request.version)?;
    keyring(&request.keyring.0)?;
    if !records::advance_keyring(app.database.write(), session.user, from, request.keyring.0)
        .await?
    {
        return Err(ErrorCode::VersionMoved.into());
    }
    Ok((StatusCode::NO_CONTENT, etag(request.version)).into_response())
}

/// The pinbook as stored.
pub async fn get_pinbook(State(app): State<App>, session: Session) -> ApiResult<Response> {
    let (version, pinbook) = records::pinbook(app.database.read(), session.user).await?;
    let version = stored::count(version, "pinbook version")?;
    Ok((
        etag(version),
        Json(StoredPinbook {
            pinbook: pinbook.into(),
            version,
        }),
    )
        .into_response())
}

/// The next pinbook.
pub async fn put_pinbook(
    State(app): State<App>,
    session: Session,
    IfMatch(version): IfMatch,
    Json(request): Json<StoredPinbook>,
) -> ApiResult<Response> {
    let from = next(version, request.version)?;
    at_most(&request.pinbook.0, MAX_PINBOOK, "pinbook")?;
    if !records::advance_pinbook(app.database.write(), session.user, from, request.pinbook.0)
        .await?
    {
        return Err(ErrorCode::VersionMoved.into());
    }
    Ok((StatusCode::NO_CONTENT, etag(request.version)).into_response())
}
