//! What anyone may ask: health, and what this deployment is.

use axum::extract::State;
use axum::http::StatusCode;
use hawser_protocol::ErrorCode;
use hawser_protocol::account::Deployment;

use crate::app::App;
use crate::error::ApiResult;
use crate::extract::Json;

/// The process runs.
pub async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The database answers and the server is not closing.
pub async fn ready(State(app): State<App>) -> ApiResult<StatusCode> {
    if app.closing.is_cancelled() {
        return Err(ErrorCode::Unavailable.into());
    }
    match app.database.ping().await {
        Ok(()) => Ok(StatusCode::OK),
        Err(_) => Err(ErrorCode::Unavailable.into()),
    }
}

/// Origin, version, exercise or not.
pub async fn deployment(State(app): State<App>) -> Json<Deployment> {
    Json(Deployment {
        origin: app.config.origin.clone(),
        version: env!("CARGO_PKG_VERSION").into(),
        exercise: app.config.exercise,
        log_key: app.log.public().to_vec().into(),
        log_keepers: app
            .config
            .log_keepers
            .iter()
            .map(|keeper| keeper.key.text())
            .collect(),
    })
}
