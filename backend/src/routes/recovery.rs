//! Recovery with the kit: a new passphrase, a new kit, a new keyring.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hawser_protocol::ErrorCode;
use hawser_protocol::account::{PassphraseChange, RecoveryStart, RecoveryStarted, SignedIn};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::passphrase::change;
use super::registration::{MAX_LABEL, at_most, digits};
use super::session::attempt_id;
use crate::app::App;
use crate::entities::attempts::Model as Attempt;
use crate::error::{ApiError, ApiResult};
use crate::extract::{Address, Json};
use crate::live::Change;
use crate::queries::{accounts, attempts, records, sessions};
use crate::session;
use crate::stored;

const RECOVER: i16 = 2;
const TICKET_MS: i64 = 600_000;
const KIT_KEY: usize = 32;

/// First step: the kit's key against what was stored; unknown names look the same.
pub async fn start(
    State(app): State<App>,
    Address(address): Address,
    Json(request): Json<RecoveryStart>,
) -> ApiResult<Json<RecoveryStarted>> {
    digits(&request.login, "login")?;
    app.limits.attempt(address, &request.login)?;
    if request.kit_key.0.len() != KIT_KEY {
        return Err(ApiError::bad_request("kit_key has 32 bytes"));
    }
    let account = accounts::by_login(app.database.read(), &request.login).await?;
    let offered = Sha256::digest(&request.kit_key.0);
    let nothing = vec![0; 32];
    let verifier = account
        .as_ref()
        .map_or(&nothing, |account| &account.kit_verifier);
    let same = bool::from(offered.as_slice().ct_eq(verifier));
    let account = account.filter(|_| same).ok_or(ErrorCode::SignInRefused)?;
    let user = stored::user(&account.user)?;
    let message = app.opaque.register(user, &request.message.0)?;
    let (version, keyring) = records::keyring(app.database.read(), user)
        .await?
        .ok_or(ErrorCode::Internal)?;
    let ticket = hex::encode(crate::random::bytes::<32>());
    let row = Attempt {
        id: attempt_id(&ticket),
        purpose: RECOVER,
        user: Some(account.user),
        state: Vec::new(),
        version,
        expires_ms: app.now() + TICKET_MS,
    };
    attempts::insert(app.database.write(), row).await?;
    Ok(Json(RecoveryStarted {
        ticket,
        user,
        message: message.into(),
        keyring: keyring.into(),
        keyring_version: stored::count(version, "keyring version")?,
    }))
}

/// Last step; all earlier sessions end.
pub async fn finish(
    State(app): State<App>,
    Address(address): Address,
    Json(request): Json<PassphraseChange>,
) -> ApiResult<Response> {
    app.limits.address(address)?;
    at_most(&request.session_label.0, MAX_LABEL, "session_label")?;
    let Some(ticket) = request.ticket.clone() else {
        return Err(ApiError::bad_request("ticket is missing"));
    };
    if request.kit_verifier.is_none() {
        return Err(ApiError::bad_request(
            "a used kit is replaced: kit_verifier is missing",
        ));
    }
    let now_ms = app.now();
    let transaction = app.database.begin().await?;
    let attempt = attempts::take(&transaction, &attempt_id(&ticket), RECOVER, now_ms)
        .await?
        .ok_or(ErrorCode::SignInRefused)?;
    let user = stored::user(attempt.user.as_deref().unwrap_or_default())?;
    change(&transaction, user, attempt.version, &request).await?;
    sessions::end_all(&transaction, user, None).await?;
    let cookie = session::begin(&transaction, user, request.session_label.0, now_ms).await?;
    transaction.commit().await?;
    app.live.announce([Change::Sessions(user)]);
    let keyring_version = stored::count(attempt.version + 1, "keyring version")?;
    Ok((
        cookie,
        Json(SignedIn {
            user,
            keyring: request.keyring,
            keyring_version,
        }),
    )
        .into_response())
}
