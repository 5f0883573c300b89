//! Registration under an invitation.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hawser_ledger::UserId;
use hawser_protocol::ErrorCode;
use hawser_protocol::account::{OpaqueMessage, RegistrationFinish, RegistrationStart, SignedIn};
use hawser_protocol::organisation::InvitationStage;

use crate::app::App;
use crate::entities::accounts::Model as Account;
use crate::error::{ApiError, ApiResult, is_unique};
use crate::extract::{Address, Json, is_hex};
use crate::live::Change;
use crate::opaque::Opaque;
use crate::queries::{accounts, invitations, members, records};
use crate::session;
use crate::stored;

/// Longest keyring record, in bytes.
pub const MAX_KEYRING: usize = 256 << 10;
/// Longest label of a session, in bytes.
pub const MAX_LABEL: usize = 4 << 10;

/// Refuses a text that is not 64 hexadecimal digits.
pub fn digits(text: &str, what: &'static str) -> ApiResult<[u8; 32]> {
    let mut bytes = [0; 32];
    if is_hex(text, 64) && hex::decode_to_slice(text, &mut bytes).is_ok() {
        return Ok(bytes);
    }
    Err(ApiError::with(
        ErrorCode::BadIdentifier,
        format!("{what} is not 64 hexadecimal digits in lower case"),
    ))
}

/// Refuses opaque bytes that are too long.
pub fn at_most(bytes: &[u8], most: usize, what: &'static str) -> ApiResult<()> {
    if bytes.len() <= most {
        return Ok(());
    }
    Err(ApiError::with(
        ErrorCode::TooLarge,
        format!("{what} has at most {most} bytes"),
    ))
}

/// Refuses a record that is empty or too long.
pub fn keyring(bytes: &[u8]) -> ApiResult<()> {
    if bytes.is_empty() {
        return Err(ApiError::bad_request("keyring is empty"));
    }
    at_most(bytes, MAX_KEYRING, "keyring")
}

/// First message.
pub async fn start(
    State(app): State<App>,
    Address(address): Address,
    Json(request): Json<RegistrationStart>,
) -> ApiResult<Json<OpaqueMessage>> {
    digits(&request.lookup, "lookup")?;
    app.limits.attempt(address, &request.lookup)?;
    known(request.user)?;
    let invitation = invitations::by_lookup(app.database.read(), &request.lookup).await?;
    let stage = invitation.map(|invitation| invitations::stage(&invitation, app.now()));
    match stage {
        Some(InvitationStage::Open) => {}
        Some(_) => return Err(ErrorCode::InvitationGone.into()),
        None => return Err(ErrorCode::NotFound.into()),
    }
    let message = app.opaque.register(request.user, &request.message.0)?;
    Ok(Json(OpaqueMessage {
        message: message.into(),
    }))
}

fn known(user: UserId) -> ApiResult<()> {
    if user == UserId::ZERO {
        Err(ApiError::bad_request("user is zero"))
    } else {
        Ok(())
    }
}

/// Last message: account, keyring and session come to be together.
pub async fn finish(
    State(app): State<App>,
    Address(address): Address,
    Json(request): Json<RegistrationFinish>,
) -> ApiResult<Response> {
    digits(&request.lookup, "lookup")?;
    digits(&request.login, "login")?;
    let kit_verifier = digits(&request.kit_verifier, "kit_verifier")?;
    app.limits.attempt(address, &request.lookup)?;
    known(request.user)?;
    keyring(&request.keyring.0)?;
    at_most(&request.session_label.0, MAX_LABEL, "session_label")?;
    let opaque = Opaque::record(&request.upload.0)?;
    let now_ms = app.now();
    let user = request.user;

    let transaction = app.database.begin().await?;
    let invitation = invitations::by_lookup(&transaction, &request.lookup)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    if !invitations::take(&transaction, &request.lookup, user, now_ms).await? {
        return Err(ErrorCode::InvitationGone.into());
    }
    let account = Account {
        user: user.0.to_vec(),
        login: request.login,
        opaque,
        kit_verifier: kit_verifier.to_vec(),
        organisation: None,
        invitation: request.lookup,
        created_ms: now_ms,
    };
    match accounts::insert(&transaction, account).await {
        Err(error) if is_unique(&error) => return Err(ErrorCode::AlreadyExists.into()),
        other => other?,
    }
    records::insert_keyring(&transaction, user, request.keyring.0.clone()).await?;
    let cookie = session::begin(&transaction, user, request.session_label.0, now_ms).await?;
    transaction.commit().await?;

    if let Some(organisation) = invitation.organisation.as_deref() {
        let organisation = stored::organisation(organisation)?;
        let administrators =
            members::administrators(app.database.read(), organisation.into()).await?;
        app.live
            .announce(administrators.into_iter().map(Change::Errands));
    }
    let body = SignedIn {
        user,
        keyring: request.keyring,
        keyring_version: 1,
    };
    Ok((cookie, Json(body)).into_response())
}
