//! Signing in, out, and the list of one's sessions.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hawser_protocol::ErrorCode;
use hawser_protocol::account::{
    SessionEntry, SessionLabel, SignInFinish, SignInStart, SignInStarted, SignedIn, WhoAmI,
};
use sha2::{Digest as _, Sha256};

use super::registration::{MAX_LABEL, at_most, digits};
use crate::app::App;
use crate::authorization;
use crate::entities::attempts::Model as Attempt;
use crate::error::ApiResult;
use crate::extract::{Address, At, Json, SessionId};
use crate::live::Change;
use crate::opaque::Opaque;
use crate::queries::{accounts, attempts, records, sessions};
use crate::session::{self, Session};
use crate::stored;

/// An attempt to sign in is good for so long, in milliseconds.
pub const ATTEMPT_MS: i64 = 120_000;
/// Purpose of an attempt to sign in.
const SIGN_IN: i16 = 1;

/// How an attempt's name is stored.
pub fn attempt_id(name: &str) -> String {
    hex::encode(Sha256::digest(name))
}

/// First message; alike for known and unknown names.
pub async fn start(
    State(app): State<App>,
    Address(address): Address,
    Json(request): Json<SignInStart>,
) -> ApiResult<Json<SignInStarted>> {
    digits(&request.login, "login")?;
    app.limits.attempt(address, &request.login)?;
    let account = accounts::by_login(app.database.read(), &request.login).await?;
    let user = account
        .as_ref()
        .map(|account| stored::user(&account.user))
        .transpose()?;
    let record = account.as_ref().map(|account| account.opaque.as_slice());
    let (message, state) =
        app.opaque
            .sign_in(&request.login, user.zip(record), &request.message.0)?;
    let attempt = hex::encode(crate::random::bytes::<32>());
    let row = Attempt {
        id: attempt_id(&attempt),
        purpose: SIGN_IN,
        user: user.map(|user| user.0.to_vec()),
        state: state.to_vec(),
        version: 0,
        expires_ms: app.now() + ATTEMPT_MS,
    };
    attempts::insert(app.database.write(), row).await?;
    Ok(Json(SignInStarted {
        attempt,
        message: message.into(),
    }))
}

/// Last message: a fresh session, never one that was there before.
pub async fn finish(
    State(app): State<App>,
    Address(address): Address,
    headers: HeaderMap,
    Json(request): Json<SignInFinish>,
) -> ApiResult<Response> {
    app.limits.address(address)?;
    let now_ms = app.now();
    let taken = attempts::take(
        app.database.write(),
        &attempt_id(&request.attempt),
        SIGN_IN,
        now_ms,
    )
    .await?;
    let attempt = taken.ok_or(ErrorCode::SignInRefused)?;
    let proven = Opaque::proves(&attempt.state, &request.message.0)?;
    let (true, Some(user)) = (proven, attempt.user) else {
        return Err(ErrorCode::SignInRefused.into());
    };
    let user = stored::user(&user)?;

    let transaction = app.database.begin().await?;
    if let Some(old) = session::of_cookie(&transaction, &headers, now_ms).await?
        && old.user == user
    {
        sessions::end(&transaction, user, old.id).await?;
    }
    let (version, keyring) = records::keyring(&transaction, user)
        .await?
        .ok_or(ErrorCode::Internal)?;
    let cookie = session::begin(&transaction, user, Vec::new(), now_ms).await?;
    transaction.commit().await?;
    app.live.announce([Change::Sessions(user)]);
    let keyring_version = stored::count(version, "keyring version")?;
    Ok((
        cookie,
        Json(SignedIn {
            user,
            keyring: keyring.into(),
            keyring_version,
        }),
    )
        .into_response())
}

/// Whose session it is.
pub async fn who(State(app): State<App>, session: Session) -> ApiResult<Json<WhoAmI>> {
    let organisation = authorization::organisation_of(app.database.read(), session.user).await?;
    Ok(Json(WhoAmI {
        user: session.user,
        organisation,
    }))
}

/// Names the present session.
pub async fn label(
    State(app): State<App>,
    session: Session,
    Json(request): Json<SessionLabel>,
) -> ApiResult<StatusCode> {
    at_most(&request.label.0, MAX_LABEL, "label")?;
    sessions::label(app.database.write(), session.id, request.label.0).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs out.
pub async fn end(State(app): State<App>, session: Session) -> ApiResult<Response> {
    sessions::end(app.database.write(), session.user, session.id).await?;
    app.live.announce([Change::Sessions(session.user)]);
    Ok((session::no_cookie(), StatusCode::NO_CONTENT).into_response())
}

/// One's sessions, newest first.
pub async fn list(State(app): State<App>, session: Session) -> ApiResult<Json<Vec<SessionEntry>>> {
    let now_ms = app.now();
    let rows = sessions::of_user(app.database.read(), session.user).await?;
    let live = rows.into_iter().filter(|row| session::is_live(row, now_ms));
    let entries = live.map(|row| SessionEntry {
        current: row.id == session.id,
        id: hex::encode(&row.id),
        created_ms: row.created_ms,
        seen_ms: row.seen_ms,
        label: row.label.into(),
    });
    Ok(Json(entries.collect()))
}

/// Revokes one of one's sessions.
pub async fn revoke(
    State(app): State<App>,
    session: Session,
    At(SessionId(id)): At<SessionId>,
) -> ApiResult<StatusCode> {
    if !sessions::end(app.database.write(), session.user, id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    app.live.announce([Change::Sessions(session.user)]);
    Ok(StatusCode::NO_CONTENT)
}
