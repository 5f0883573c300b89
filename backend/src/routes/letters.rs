//! Letters to the administrators of a party.

use axum::extract::State;
use axum::http::StatusCode;
use hawser_protocol::organisation::{PartyLetter, PartyLetterCreate};

use super::registration::at_most;
use crate::app::App;
use crate::authorization;
use crate::error::{ApiError, ApiResult};
use crate::extract::Json;
use crate::live::Change;
use crate::queries::letters;
use crate::session::Session;
use crate::stored;

const MAX_BODY: usize = 64 << 10;

/// One's letters, newest first.
pub async fn list(State(app): State<App>, session: Session) -> ApiResult<Json<Vec<PartyLetter>>> {
    let rows = letters::to(app.database.read(), session.user).await?;
    let letters = rows.into_iter().map(|row| {
        Ok(PartyLetter {
            space: stored::space(&row.space)?,
            from: stored::user(&row.sender)?,
            body: row.body.into(),
            created_ms: row.created_ms,
        })
    });
    Ok(Json(letters.collect::<ApiResult<_>>()?))
}

/// A new letter: from an administrator of a space to an administrator of one of its parties, or from anybody of an
/// organisation to its administrators.
pub async fn create(
    State(app): State<App>,
    session: Session,
    Json(request): Json<PartyLetterCreate>,
) -> ApiResult<StatusCode> {
    at_most(&request.body.0, MAX_BODY, "body")?;
    if request.body.0.is_empty() {
        return Err(ApiError::bad_request("body is empty"));
    }
    app.limits.append(session.user)?;
    let db = app.database.read();
    authorization::write_letter(db, request.space, session.user, request.to).await?;
    let people = (session.user, request.to);
    letters::insert(
        app.database.write(),
        request.space,
        people,
        request.body.0,
        app.now(),
    )
    .await?;
    app.live.announce([Change::Errands(request.to)]);
    Ok(StatusCode::NO_CONTENT)
}
