//! Events: pulling and appending.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use hawser_ledger::Frame;
use hawser_ledger::{GroupId, SpaceId};
use hawser_protocol::path;
use hawser_protocol::space::{Appended, Pulled};
use serde::Deserialize;

use crate::app::App;
use crate::authorization::{self, Access};
use crate::error::{ApiError, ApiResult};
use crate::extract::{At, Json};
use crate::queries::{events, spaces};
use crate::session::Session;
use crate::stored;

/// An answer ends after the event with which it grows beyond this, in bytes.
const ENOUGH: u64 = 4 << 20;

/// Which events.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    from: Option<u64>,
    limit: Option<u64>,
}

/// The newest checkpoint, and frames from a number on. Fewer than the limit may come: ask again from where they end.
pub async fn pull(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
    span: Result<Query<Span>, axum::extract::rejection::QueryRejection>,
) -> ApiResult<Response> {
    let Query(span) =
        span.map_err(|_| ApiError::bad_request("the query has from and limit, both numbers"))?;
    let limit = span.limit.unwrap_or(path::MAX_EVENTS);
    if !(1..=path::MAX_EVENTS).contains(&limit) {
        return Err(ApiError::bad_request(format!(
            "limit is from 1 to {}",
            path::MAX_EVENTS
        )));
    }
    let db = app.database.read();
    let (row, access) = authorization::visible(db, space, session.user).await?;
    let size = stored::count(row.size, "size")?;
    let groups = match access {
        Access::Member => {
            authorization::open_groups(app.chains.at(db, &row).await?.membership(), session.user)
        }
        Access::Party => Vec::new(),
    };
    let from = span.from.unwrap_or(0).min(size);
    let to = from.saturating_add(limit).min(size);
    let span = (stored::number(from, "from")?, stored::number(to, "limit")?);
    let pulled = Pulled {
        checkpoint: app.log.checkpoint(space, &spaces::tree(&row)?)?,
        frames: frames(db, row.id, span, &groups).await?,
    };
    let headers = [(header::CONTENT_TYPE, path::EVENTS_TYPE)];
    Ok((headers, pulled.encode()).into_response())
}

async fn frames(
    db: &sea_orm::DatabaseConnection,
    space_id: i64,
    (from, to): (i64, i64),
    groups: &[GroupId],
) -> ApiResult<Vec<Frame>> {
    let mut outlines = events::outlines(db, space_id, from, to).await?;
    let open = |outline: &events::Outline| outline.membership || groups.contains(&outline.group);
    let mut bytes = 0;
    let enough = outlines.iter().position(|outline| {
        bytes += if open(outline) { outline.length } else { 0 };
        bytes > ENOUGH
    });
    if let Some(last) = enough {
        outlines.truncate(last + 1);
    }
    let end = outlines.last().map_or(from, |outline| outline.seq + 1);
    let found = events::bytes(db, space_id, (from, end), groups).await?;
    let mut found: BTreeMap<i64, (Vec<u8>, Vec<u8>)> = found
        .into_iter()
        .map(|(seq, open, encrypted)| (seq, (open, encrypted)))
        .collect();
    let mut frames = Vec::with_capacity(outlines.len());
    for outline in &outlines {
        let frame = match found.remove(&outline.seq) {
            Some((mut open, encrypted)) => {
                open.extend_from_slice(&encrypted);
                Frame::Event(open)
            }
            None if open(outline) => return Err(ApiError::stored("event")),
            None => Frame::Withheld(outline.leaf),
        };
        frames.push(frame);
    }
    Ok(frames)
}

/// Appends.
pub async fn append(
    State(app): State<App>,
    session: Session,
    At(space): At<SpaceId>,
    headers: HeaderMap,
    body: Body,
) -> ApiResult<Json<Appended>> {
    super::spaces::append(&app, session, Some(space), &headers, body)
        .await
        .map(Json)
}
