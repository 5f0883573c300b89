//! File bodies on their way out, whole or a range of bytes.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hawser_ledger::{BlobId, SpaceId};
use hawser_protocol::ErrorCode;
use hawser_protocol::path::PART_BODY;

use crate::app::App;
use crate::authorization;
use crate::blobs::{PartName, Slice};
use crate::error::{ApiError, ApiResult};
use crate::extract::At;
use crate::queries::blobs;
use crate::session::Session;
use crate::stored;

/// Bytes asked for, first and last; `None` for the whole (also where the header means nothing, RFC 9110, 14.2).
fn asked(headers: &HeaderMap, length: u64) -> ApiResult<Option<(u64, u64)>> {
    let Some(value) = headers
        .get(header::RANGE)
        .and_then(|value| value.to_str().ok())
    else {
        return Ok(None);
    };
    let Some(range) = value.strip_prefix("bytes=") else {
        return Ok(None);
    };
    if range.contains(',') {
        return Ok(None);
    }
    let Some((first, last)) = range.trim().split_once('-') else {
        return Ok(None);
    };
    let number = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())
            .flatten()
    };
    let (first, last) = match (
        number(first),
        number(last),
        first.is_empty(),
        last.is_empty(),
    ) {
        (Some(first), Some(last), _, _) if first <= last => {
            (first, last.min(length.saturating_sub(1)))
        }
        (Some(first), None, _, true) => (first, length.saturating_sub(1)),
        (None, Some(0), true, _) => return Err(ErrorCode::BadRange.into()),
        (None, Some(count), true, _) => (length.saturating_sub(count), length.saturating_sub(1)),
        _ => return Ok(None),
    };
    if first < length {
        Ok(Some((first, last)))
    } else {
        Err(ErrorCode::BadRange.into())
    }
}

/// The body of a blob to which an event of one of the caller's groups refers.
pub async fn get(
    State(app): State<App>,
    session: Session,
    At((space, blob)): At<(SpaceId, BlobId)>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let db = app.database.read();
    let row = authorization::member(db, space, session.user).await?;
    let found = blobs::find(db, row.id, blob)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let chain = app.chains.at(db, &row).await?;
    let shared = blobs::shared_with(db, found.id).await?;
    authorization::read_blob(chain.membership(), &found, &shared, session.user)?;
    let length = stored::count(found.body_length, "body length")?;
    let range = match asked(&headers, length) {
        Ok(range) => range,
        Err(error) => {
            return Ok((
                [(header::CONTENT_RANGE, format!("bytes */{length}"))],
                error,
            )
                .into_response());
        }
    };
    let (first, last) = range.unwrap_or((0, length.saturating_sub(1)));
    let slices = slices(&app, space, blob, &found, (first, last)).await?;
    let mut response = (
        [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (header::CONTENT_DISPOSITION, "attachment".to_owned()),
            (header::ACCEPT_RANGES, "bytes".to_owned()),
            (header::CONTENT_LENGTH, (last - first + 1).to_string()),
        ],
        Body::from_stream(app.blobs.read(slices)),
    )
        .into_response();
    if range.is_some() {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let value = format!("bytes {first}-{last}/{length}");
        let value = value.parse().map_err(|_| ErrorCode::Internal)?;
        response.headers_mut().insert(header::CONTENT_RANGE, value);
    }
    Ok(response)
}

async fn slices(
    app: &App,
    space: SpaceId,
    blob: BlobId,
    row: &blobs::Row,
    (first, last): (u64, u64),
) -> ApiResult<Vec<Slice>> {
    let (from, to) = (first / PART_BODY, last / PART_BODY);
    let span = (stored::number(from, "part")?, stored::number(to, "part")?);
    let parts = blobs::parts_between(app.database.read(), row.id, span.0, span.1).await?;
    if parts.len() as u64 != to - from + 1 {
        return Err(ApiError::stored("parts"));
    }
    parts
        .into_iter()
        .map(|part| {
            let index = u32::try_from(part.part).map_err(|_| ApiError::stored("part"))?;
            let start = u64::from(index) * PART_BODY;
            let end = start + stored::count(part.length, "part length")? - 1;
            let range = first.max(start) - start..=last.min(end) - start;
            let sha256 = stored::array(&part.sha256, "part hash")?;
            Ok(Slice {
                name: PartName {
                    space,
                    blob,
                    part: index,
                    sha256,
                },
                range,
            })
        })
        .collect()
}
