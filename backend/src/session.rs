//! Sessions: a random token in a `__Host-` cookie, of which only the hash is
//! stored; ended by sign-out, revocation, idleness or age.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::CookieJar;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hawser_ledger::UserId;
use hawser_protocol::{ErrorCode, path};
use sea_orm::ConnectionTrait;
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::entities::sessions::Model;
use crate::error::{ApiError, ApiResult};
use crate::queries::sessions;
use crate::stored;

/// A session ends after so long without a request, in milliseconds: 12 hours.
pub const IDLE_MS: i64 = 12 * 3_600_000;
/// A session ends this long after its sign-in, in milliseconds: 7 days.
pub const AGE_MS: i64 = 7 * 24 * 3_600_000;
const MINUTE_MS: i64 = 60_000;
const AGE_S: i64 = AGE_MS / 1000;

/// The session a request belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// Its name in the list of sessions.
    pub id: [u8; 16],
    /// Whose.
    pub user: UserId,
}

/// SHA-256 of a token, as stored.
fn token_hash(token: &[u8]) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// Whether a stored session still counts.
pub fn is_live(session: &Model, now_ms: i64) -> bool {
    now_ms < session.created_ms + AGE_MS && now_ms < session.seen_ms + IDLE_MS
}

async fn find<C: ConnectionTrait>(
    db: &C,
    headers: &HeaderMap,
    now_ms: i64,
) -> ApiResult<Option<Model>> {
    let jar = CookieJar::from_headers(headers);
    let Some(cookie) = jar.get(path::SESSION_COOKIE) else {
        return Ok(None);
    };
    let Ok(token) = URL_SAFE_NO_PAD.decode(cookie.value()) else {
        return Ok(None);
    };
    let session = sessions::by_token(db, &token_hash(&token)).await?;
    Ok(session.filter(|session| is_live(session, now_ms)))
}

/// The session that a request's cookie names, whatever else the request says.
pub async fn of_cookie<C: ConnectionTrait>(
    db: &C,
    headers: &HeaderMap,
    now_ms: i64,
) -> ApiResult<Option<Session>> {
    match find(db, headers, now_ms).await? {
        Some(row) => Ok(Some(Session {
            id: stored::array(&row.id, "session")?,
            user: stored::user(&row.user)?,
        })),
        None => Ok(None),
    }
}

/// Begins a session with a token that nobody has seen before; gives the cookie.
pub async fn begin<C: ConnectionTrait>(
    db: &C,
    user: UserId,
    label: Vec<u8>,
    now_ms: i64,
) -> ApiResult<[(header::HeaderName, HeaderValue); 1]> {
    let token: [u8; 32] = crate::random::bytes();
    let row = Model {
        id: crate::random::bytes::<16>().to_vec(),
        token_hash: token_hash(&token).to_vec(),
        user: user.0.to_vec(),
        created_ms: now_ms,
        seen_ms: now_ms - now_ms.rem_euclid(MINUTE_MS),
        label,
    };
    sessions::insert(db, row).await?;
    Ok(cookie(&URL_SAFE_NO_PAD.encode(token), AGE_S))
}

/// The cookie of nobody.
pub fn no_cookie() -> [(header::HeaderName, HeaderValue); 1] {
    cookie("", 0)
}

fn cookie(value: &str, age_s: i64) -> [(header::HeaderName, HeaderValue); 1] {
    let text = format!(
        "{}={value}; Path=/; Max-Age={age_s}; Secure; HttpOnly; SameSite=Strict",
        path::SESSION_COOKIE
    );
    // Base64 and digits only: always a header value.
    [(
        header::SET_COOKIE,
        HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("")),
    )]
}

impl FromRequestParts<App> for Session {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> ApiResult<Self> {
        let now_ms = app.now();
        let row = find(app.database.read(), &parts.headers, now_ms)
            .await?
            .ok_or(ErrorCode::NotSignedIn)?;
        let session = Self {
            id: stored::array(&row.id, "session")?,
            user: stored::user(&row.user)?,
        };
        if let Some(named) = parts.headers.get(path::ACCOUNT_HEADER)
            && named.as_bytes() != session.user.to_string().as_bytes()
        {
            return Err(ErrorCode::OtherAccount.into());
        }
        let minute = now_ms - now_ms.rem_euclid(MINUTE_MS);
        if minute > row.seen_ms
            && let Err(error) = sessions::touch(app.database.write(), &row.id, minute).await
        {
            // A full disk is no reason not to read.
            tracing::warn!(
                code = ApiError::from(error).code().code(),
                "noting that a session is used"
            );
        }
        Ok(session)
    }
}
