//! Invitations into an organisation.

use axum::extract::State;
use axum::http::StatusCode;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::person::CertificateRequest;
use hawser_protocol::ErrorCode;
use hawser_protocol::organisation::{
    InvitationAnswer, InvitationCreate, InvitationEntry, InvitationStage, InvitationState,
};

use super::registration::{at_most, digits};
use crate::app::App;
use crate::authorization;
use crate::entities::invitations::Model;
use crate::error::{ApiError, ApiResult, is_unique};
use crate::extract::{Address, At, Json, Lookup};
use crate::live::Change;
use crate::queries::{invitations, members};
use crate::session::Session;
use crate::stored;

const HOUR_MS: i64 = 3_600_000;
const MAX_HOURS: u32 = 720;
const MAX_NOTE: usize = 16 << 10;
const MAX_NAME: usize = 8 << 10;
const MAC: usize = 32;

/// Of the organisation whose administrator asks; nobody else has any.
pub async fn list(
    State(app): State<App>,
    session: Session,
) -> ApiResult<Json<Vec<InvitationEntry>>> {
    let db = app.database.read();
    let Some(organisation) = authorization::organisation_of(db, session.user).await? else {
        return Ok(Json(Vec::new()));
    };
    authorization::invite(db, organisation, session.user).await?;
    let rows = invitations::of_organisation(db, organisation).await?;
    Ok(Json(
        rows.into_iter()
            .map(|row| entry(row, app.now()))
            .collect::<ApiResult<_>>()?,
    ))
}

fn entry(row: Model, now_ms: i64) -> ApiResult<InvitationEntry> {
    let stage = invitations::stage(&row, now_ms);
    let answer = match (row.request, row.mac, row.name) {
        (Some(request), Some(mac), Some(name)) => Some(InvitationAnswer {
            request: request.into(),
            mac: mac.into(),
            name: name.into(),
        }),
        _ => None,
    };
    Ok(InvitationEntry {
        lookup: row.lookup,
        stage,
        inviter: stored::user(row.inviter.as_deref().unwrap_or_default())?,
        note: row.note.into(),
        created_ms: row.created_ms,
        expires_ms: row.expires_ms,
        user: row.user.as_deref().map(stored::user).transpose()?,
        answer,
    })
}

/// A new one.
pub async fn create(
    State(app): State<App>,
    session: Session,
    Json(request): Json<InvitationCreate>,
) -> ApiResult<StatusCode> {
    digits(&request.lookup, "lookup")?;
    at_most(&request.note.0, MAX_NOTE, "note")?;
    if !(1..=MAX_HOURS).contains(&request.hours) {
        return Err(ApiError::bad_request("hours is from 1 to 720"));
    }
    let db = app.database.write();
    authorization::invite(app.database.read(), request.organisation, session.user).await?;
    let now_ms = app.now();
    let times = (now_ms, now_ms + i64::from(request.hours) * HOUR_MS);
    let by = Some((request.organisation, session.user));
    match invitations::insert(db, request.lookup, by, request.note.0, times).await {
        Err(error) if is_unique(&error) => return Err(ErrorCode::AlreadyExists.into()),
        other => other?,
    }
    let administrators =
        members::administrators(app.database.read(), request.organisation.into()).await?;
    app.live
        .announce(administrators.into_iter().map(Change::Errands));
    Ok(StatusCode::NO_CONTENT)
}

/// What anyone who holds the link may learn.
pub async fn state(
    State(app): State<App>,
    Address(address): Address,
    At(Lookup(lookup)): At<Lookup>,
) -> ApiResult<Json<InvitationState>> {
    app.limits.address(address)?;
    let row = invitations::by_lookup(app.database.read(), &lookup)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    Ok(Json(InvitationState {
        stage: invitations::stage(&row, app.now()),
        organisation: row
            .organisation
            .as_deref()
            .map(stored::organisation)
            .transpose()?,
        expires_ms: row.expires_ms,
    }))
}

/// Takes one back.
pub async fn withdraw(
    State(app): State<App>,
    session: Session,
    At(Lookup(lookup)): At<Lookup>,
) -> ApiResult<StatusCode> {
    let row = invitations::by_lookup(app.database.read(), &lookup)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let organisation = row
        .organisation
        .as_deref()
        .map(stored::organisation)
        .transpose()?;
    let organisation = organisation.ok_or(ErrorCode::Forbidden)?;
    authorization::invite(app.database.read(), organisation, session.user).await?;
    if !invitations::withdraw(app.database.write(), &lookup).await? {
        return Err(ErrorCode::WrongState.into());
    }
    let administrators = members::administrators(app.database.read(), organisation.into()).await?;
    app.live
        .announce(administrators.into_iter().map(Change::Errands));
    Ok(StatusCode::NO_CONTENT)
}

/// The answer of the person who registered under it.
pub async fn answer(
    State(app): State<App>,
    session: Session,
    At(Lookup(lookup)): At<Lookup>,
    Json(request): Json<InvitationAnswer>,
) -> ApiResult<StatusCode> {
    at_most(&request.name.0, MAX_NAME, "name")?;
    if request.mac.0.len() != MAC {
        return Err(ApiError::bad_request("mac has 32 bytes"));
    }
    let row = invitations::by_lookup(app.database.read(), &lookup)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    if row.user.as_deref() != Some(session.user.as_bytes()) {
        return Err(ErrorCode::NotFound.into());
    }
    let organisation = row
        .organisation
        .as_deref()
        .map(stored::organisation)
        .transpose()?;
    let organisation = organisation.ok_or(ErrorCode::WrongState)?;
    let certificate = CertificateRequest::decode(&request.request.0)
        .map_err(|error| ApiError::bad_request(format!("request: {error}")))?;
    certificate
        .verify()
        .map_err(|error| ApiError::bad_request(format!("request: {error}")))?;
    if certificate.user != session.user || certificate.organisation != organisation {
        return Err(ApiError::bad_request(
            "request names another person or organisation",
        ));
    }
    if invitations::stage(&row, app.now()) != InvitationStage::Answered
        || !invitations::answer(app.database.write(), &lookup, session.user, request).await?
    {
        return Err(ErrorCode::WrongState.into());
    }
    let administrators = members::administrators(app.database.read(), organisation.into()).await?;
    app.live
        .announce(administrators.into_iter().map(Change::Errands));
    Ok(StatusCode::NO_CONTENT)
}
