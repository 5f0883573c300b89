//! What is done each hour: what was abandoned or is too old goes.

mod sweep;

use std::time::Duration;

use crate::app::App;

const EVERY: Duration = Duration::from_hours(1);

/// Runs until the server closes.
pub async fn run(app: App) {
    let mut hourly = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            () = app.closing.cancelled() => return,
            _ = hourly.tick() => once(&app).await,
        }
    }
}

/// Runs everything once.
pub async fn once(app: &App) {
    app.limits.forget_idle();
    if let Err(error) = sweep::sessions_and_attempts(app).await {
        tracing::warn!(code = error.code().code(), "sweeping sessions");
    }
    if let Err(error) = sweep::abandoned_uploads(app).await {
        tracing::warn!(code = error.code().code(), "sweeping uploads");
    }
    let unfinished = app.blobs.remove_unfinished().await;
    if unfinished > 0 {
        tracing::info!(unfinished, "swept parts that were never finished");
    }
}
