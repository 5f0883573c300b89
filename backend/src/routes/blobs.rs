//! File bodies on their way in: reserve, send parts, finish, give up.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use hawser_ledger::merkle;
use hawser_ledger::{BlobId, SpaceId};
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobCreate, BlobFinish, BlobState, PART_HASH_HEADER, PartState};
use hawser_protocol::path::PART_BODY;
use sea_orm::ConnectionTrait;

use super::registration::digits;
use crate::app::App;
use crate::authorization;
use crate::blobs::{PartName, drain, part_count, part_length};
use crate::error::{ApiError, ApiResult, is_foreign, is_unique};
use crate::extract::{At, Json, Part};
use crate::queries::blobs;
use crate::session::Session;
use crate::stored;

const SHORTEST: u64 = 16;
const LONGEST: u64 = 1 << 44;

async fn state<C: ConnectionTrait>(db: &C, row: &blobs::Row) -> ApiResult<BlobState> {
    let parts = blobs::parts(db, row.id).await?.into_iter().map(|part| {
        let index = u32::try_from(part.part).map_err(|_| ApiError::stored("part"))?;
        Ok(PartState {
            index,
            sha256: hex::encode(&part.sha256),
        })
    });
    Ok(BlobState {
        body_length: stored::count(row.body_length, "body length")?,
        part_length: PART_BODY,
        parts: parts.collect::<ApiResult<_>>()?,
        finished: row.parts_root.is_some(),
    })
}

/// Reserves a blob; the same reservation again answers how it stands.
pub async fn create(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
    Json(request): Json<BlobCreate>,
) -> ApiResult<Json<BlobState>> {
    if request.blob == BlobId::ZERO {
        return Err(ApiError::bad_request("blob is zero"));
    }
    if request.body_length < SHORTEST {
        return Err(ApiError::bad_request("body_length is at least 16"));
    }
    if request.body_length > LONGEST {
        return Err(ApiError::with(
            ErrorCode::TooLarge,
            format!("body_length is at most {LONGEST}"),
        ));
    }
    app.limits.append(session.user)?;
    let row = authorization::member(app.database.read(), space, session.user).await?;
    let length = stored::number(request.body_length, "body_length")?;
    let inserted = blobs::insert(
        app.database.write(),
        row.id,
        request.blob,
        session.user,
        length,
        app.now(),
    )
    .await;
    match inserted {
        Err(error) if !is_unique(&error) => return Err(error.into()),
        _ => {}
    }
    // Read where it was written.
    let blob = blobs::find(app.database.write(), row.id, request.blob)
        .await?
        .ok_or(ErrorCode::Internal)?;
    let same = authorization::upload(&blob, session.user).is_ok() && blob.body_length == length;
    if !same {
        return Err(ErrorCode::AlreadyExists.into());
    }
    Ok(Json(state(app.database.write(), &blob).await?))
}

/// How an upload stands.
pub async fn get_state(
    State(app): State<App>,
    session: Session,
    At((space, blob)): At<(SpaceId, BlobId)>,
) -> ApiResult<Json<BlobState>> {
    let db = app.database.read();
    let row = authorization::member(db, space, session.user).await?;
    let blob = blobs::find(db, row.id, blob)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let chain = app.chains.at(db, &row).await?;
    let shared = blobs::shared_with(db, blob.id).await?;
    authorization::see_upload(chain.membership(), &blob, &shared, session.user)?;
    Ok(Json(state(db, &blob).await?))
}

/// The caller's own upload, in a space of which the caller is an active member.
async fn own(app: &App, session: Session, space: SpaceId, blob: BlobId) -> ApiResult<blobs::Row> {
    let db = app.database.read();
    let row = authorization::member(db, space, session.user).await?;
    let blob = blobs::find(db, row.id, blob)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    authorization::upload(&blob, session.user)?;
    Ok(blob)
}

/// One part; it is durable when it is acknowledged. The same part again changes nothing.
pub async fn put_part(
    State(app): State<App>,
    session: Session,
    At((space, blob, Part(part))): At<(SpaceId, BlobId, Part)>,
    headers: HeaderMap,
    body: Body,
) -> ApiResult<StatusCode> {
    if headers.contains_key(header::CONTENT_TYPE) {
        crate::extract::expect_type(&headers, "application/octet-stream")?;
    }
    let announced = headers
        .get(PART_HASH_HEADER)
        .and_then(|value| value.to_str().ok());
    let announced =
        announced.ok_or_else(|| ApiError::bad_request(format!("{PART_HASH_HEADER} is missing")))?;
    let sha256 = digits(announced, PART_HASH_HEADER)?;
    let row = own(&app, session, space, blob).await?;
    let body_length = stored::count(row.body_length, "body length")?;
    let length = part_length(body_length, part)
        .ok_or_else(|| ApiError::with(ErrorCode::BadIdentifier, "the body has no such part"))?;
    let announced_length = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    if announced_length.is_some_and(|announced: u64| announced > PART_BODY) {
        return Err(ApiError::with(
            ErrorCode::TooLarge,
            format!("a part has at most {PART_BODY} bytes"),
        ));
    }
    if let Some(stored_part) = blobs::part(app.database.read(), row.id, part).await? {
        if stored_part.sha256 != sha256 {
            return Err(ErrorCode::AlreadyExists.into());
        }
        drain(body, sha256, length).await?;
        return Ok(StatusCode::NO_CONTENT);
    }
    app.blobs
        .write(
            PartName {
                space,
                blob,
                part,
                sha256,
            },
            length,
            body,
        )
        .await?;
    let durable = blobs::PartRow {
        blob_id: row.id,
        part: i64::from(part),
        sha256: sha256.to_vec(),
        length: stored::number(length, "length")?,
    };
    let transaction = app.database.begin().await?;
    match blobs::insert_part(&transaction, durable, app.now()).await {
        Ok(()) => {
            transaction.commit().await?;
            Ok(StatusCode::NO_CONTENT)
        }
        // Sent twice at the same moment.
        Err(error) if is_unique(&error) => {
            transaction.rollback().await?;
            let stored_part = blobs::part(app.database.write(), row.id, part).await?;
            let same = stored_part.is_some_and(|stored_part| stored_part.sha256 == sha256);
            if same {
                Ok(StatusCode::NO_CONTENT)
            } else {
                Err(ErrorCode::AlreadyExists.into())
            }
        }
        // Given up in the meantime.
        Err(error) if is_foreign(&error) => {
            transaction.rollback().await?;
            app.blobs.remove(space, blob).await?;
            Err(ErrorCode::NotFound.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// All parts are there and add up to the root.
pub async fn finish(
    State(app): State<App>,
    session: Session,
    At((space, blob)): At<(SpaceId, BlobId)>,
    Json(request): Json<BlobFinish>,
) -> ApiResult<StatusCode> {
    let root = digits(&request.parts_root, "parts_root")?;
    let row = own(&app, session, space, blob).await?;
    if let Some(finished) = &row.parts_root {
        return if *finished == root {
            Ok(StatusCode::NO_CONTENT)
        } else {
            Err(ErrorCode::AlreadyExists.into())
        };
    }
    let transaction = app.database.begin().await?;
    let parts = blobs::parts(&transaction, row.id).await?;
    let body_length = stored::count(row.body_length, "body length")?;
    let whole = parts.len() as u64 == part_count(body_length)
        && parts
            .iter()
            .zip(0_i64..)
            .all(|(part, index)| part.part == index);
    if !whole {
        return Err(ApiError::with(ErrorCode::WrongState, "parts are missing"));
    }
    let leaves: Vec<merkle::Hash> = parts
        .iter()
        .map(|part| merkle::leaf(&part.sha256))
        .collect();
    if merkle::root(&leaves) != root {
        return Err(ApiError::with(
            ErrorCode::HashMismatch,
            "the parts do not add up to parts_root",
        ));
    }
    blobs::finish(&transaction, row.id, root, app.now()).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives up an upload that no event refers to.
pub async fn give_up(
    State(app): State<App>,
    session: Session,
    At((space, blob)): At<(SpaceId, BlobId)>,
) -> ApiResult<StatusCode> {
    let row = own(&app, session, space, blob).await?;
    if !blobs::delete(app.database.write(), row.id).await? {
        return Err(ErrorCode::WrongState.into());
    }
    app.blobs.remove(space, blob).await?;
    Ok(StatusCode::NO_CONTENT)
}
