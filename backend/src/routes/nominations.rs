//! Nominations of people into a space.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use axum::http::StatusCode;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::membership::MemberAdd;
use hawser_ledger::{OrganisationId, RequestId, SpaceId, UserId};
use hawser_protocol::ErrorCode;
use hawser_protocol::organisation::{
    Nomination, NominationAnswer, NominationCreate, NominationStage,
};

use super::registration::at_most;
use crate::app::App;
use crate::authorization;
use crate::entities::nominations::Model;
use crate::error::{ApiError, ApiResult, is_unique};
use crate::extract::{At, Json};
use crate::live::Change;
use crate::queries::{members, nominations};
use crate::session::Session;
use crate::stored;

const MAX_NOMINATION: usize = 64 << 10;
const MAX_NOTE: usize = 64 << 10;
const MAX_NOTES: usize = 64;

/// Into the spaces one administers, and of the organisation one administers.
pub async fn list(State(app): State<App>, session: Session) -> ApiResult<Json<Vec<Nomination>>> {
    let db = app.database.read();
    let own = members::spaces_of(db, session.user).await?;
    let administered = own
        .iter()
        .filter(|(_, place)| place.active && place.administrator);
    let spaces = administered
        .map(|(row, _)| stored::space(&row.space))
        .collect::<ApiResult<Vec<SpaceId>>>()?;
    let organisation = match authorization::organisation_of(db, session.user).await? {
        Some(organisation) if members::administers(db, organisation, session.user).await? => {
            Some(organisation)
        }
        _ => None,
    };
    let rows = nominations::visible(db, &spaces, organisation).await?;
    let requests = rows.iter().map(|row| row.request.clone()).collect();
    let notes = nominations::notes_for(db, session.user, requests).await?;
    let mut notes: BTreeMap<Vec<u8>, Vec<u8>> = notes
        .into_iter()
        .map(|note| (note.request, note.body))
        .collect();
    let entries = rows.into_iter().map(|row| {
        let note = notes.remove(&row.request).map(Into::into);
        Ok(Nomination {
            request: stored::request(&row.request)?,
            space: stored::space(&row.space)?,
            organisation: stored::organisation(&row.organisation)?,
            person: stored::user(&row.person)?,
            nominator: stored::user(&row.nominator)?,
            note,
            stage: nominations::stage(&row),
            nomination: row.nomination.into(),
            answer: row.answer.map(Into::into),
            created_ms: row.created_ms,
        })
    });
    Ok(Json(entries.collect::<ApiResult<_>>()?))
}

/// A new one: the consent is checked as an admission would check it.
pub async fn create(
    State(app): State<App>,
    session: Session,
    Json(request): Json<NominationCreate>,
) -> ApiResult<StatusCode> {
    at_most(&request.nomination.0, MAX_NOMINATION, "nomination")?;
    let readers: BTreeSet<UserId> = request.notes.iter().map(|note| note.to).collect();
    if request.notes.len() > MAX_NOTES || readers.len() != request.notes.len() {
        return Err(ApiError::bad_request(
            "notes: at most 64, one for each reader",
        ));
    }
    for note in &request.notes {
        at_most(&note.body.0, MAX_NOTE, "note")?;
    }
    let add = MemberAdd::decode(&request.nomination.0)
        .map_err(|error| ApiError::bad_request(format!("nomination: {error}")))?;
    let consent = &add.consent;
    if consent.space != request.space {
        return Err(ApiError::bad_request("nomination: made for another space"));
    }
    app.limits.append(session.user)?;
    let db = app.database.read();
    let row =
        authorization::nominate(db, request.space, consent.organisation, session.user).await?;
    let chain = app.chains.at(db, &row).await?;
    check(&add, chain.membership(), session.user)?;

    let nomination = Model {
        request: consent.request.0.to_vec(),
        space: request.space.0.to_vec(),
        organisation: consent.organisation.0.to_vec(),
        person: add.chain.cert.request.user.0.to_vec(),
        nominator: session.user.0.to_vec(),
        nomination: request.nomination.0,
        stage: 0, // set where it is stored
        answer: None,
        created_ms: app.now(),
    };
    let transaction = app.database.begin().await?;
    match nominations::insert(&transaction, nomination, request.notes).await {
        Err(error) if is_unique(&error) => return Err(ErrorCode::AlreadyExists.into()),
        other => other?,
    }
    transaction.commit().await?;
    tell(&app, request.space, consent.organisation).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn check(
    add: &MemberAdd,
    membership: &hawser_ledger::membership::Membership,
    nominator: UserId,
) -> ApiResult<()> {
    let (consent, person) = (&add.consent, &add.chain.cert.request);
    let wrong = |words: &str| ApiError::bad_request(format!("nomination: {words}"));
    let party = membership
        .organisations()
        .get(&consent.organisation)
        .ok_or(ErrorCode::Forbidden)?;
    if consent.delegation.user != nominator {
        return Err(wrong("the consent is another administrator's"));
    }
    consent
        .verify(&party.root)
        .map_err(|error| wrong(&error.to_string()))?;
    add.chain
        .verify(consent.organisation, &party.root)
        .map_err(|error| wrong(&error.to_string()))?;
    if person.organisation != consent.organisation || consent.cert_hash != add.chain.cert.hash() {
        return Err(wrong("the certificate is not the one consented to"));
    }
    if consent.policy_hash != membership.policy_hash() {
        return Err(wrong("the consent was given under another policy"));
    }
    if membership.request_used(consent.request) {
        return Err(ErrorCode::AlreadyExists.into());
    }
    Ok(())
}

async fn tell(app: &App, space: SpaceId, organisation: OrganisationId) -> ApiResult<()> {
    let db = app.database.read();
    let mut people: BTreeSet<UserId> = members::administrators(db, space)
        .await?
        .into_iter()
        .collect();
    people.extend(members::administrators(db, organisation.into()).await?);
    app.live.announce(people.into_iter().map(Change::Errands));
    Ok(())
}

/// Declines one (an administrator of the space) or takes it back (the nominating organisation).
pub async fn answer(
    State(app): State<App>,
    session: Session,
    At(request): At<RequestId>,
    Json(answer): Json<NominationAnswer>,
) -> ApiResult<StatusCode> {
    at_most(&answer.body.0, MAX_NOTE, "body")?;
    let db = app.database.read();
    let row = nominations::by_request(db, request)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let space = stored::space(&row.space)?;
    let organisation = stored::organisation(&row.organisation)?;
    authorization::see_nomination(db, space, organisation, session.user).await?;
    let declined = match answer.stage {
        NominationStage::Declined => {
            authorization::administrator(db, space, session.user).await?;
            true
        }
        NominationStage::Withdrawn => {
            authorization::invite(db, organisation, session.user).await?;
            false
        }
        NominationStage::Open | NominationStage::Admitted => {
            return Err(ApiError::bad_request("stage is declined or withdrawn"));
        }
    };
    if !nominations::close(app.database.write(), request, declined, answer.body.0).await? {
        return Err(ErrorCode::WrongState.into());
    }
    tell(&app, space, organisation).await?;
    Ok(StatusCode::NO_CONTENT)
}
