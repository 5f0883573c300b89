//! Forgets sessions and attempts that have ended, and uploads that nobody finished.

use crate::app::App;
use crate::error::ApiResult;
use crate::queries::{attempts, blobs, sessions};
use crate::session::{AGE_MS, IDLE_MS};
use crate::stored;

/// An upload that no event refers to goes after so long, in milliseconds: 7 days.
pub const ABANDONED_MS: i64 = 7 * 24 * 3_600_000;

/// Those that count no longer.
pub async fn sessions_and_attempts(app: &App) -> ApiResult<()> {
    let now_ms = app.now();
    let sessions = sessions::sweep(app.database.write(), now_ms - AGE_MS, now_ms - IDLE_MS).await?;
    let attempts = attempts::sweep(app.database.write(), now_ms).await?;
    if sessions + attempts > 0 {
        tracing::info!(sessions, attempts, "swept");
    }
    Ok(())
}

/// The record goes first, so that no event can claim a body that is half gone.
pub async fn abandoned_uploads(app: &App) -> ApiResult<()> {
    let before_ms = app.now() - ABANDONED_MS;
    loop {
        let found = blobs::abandoned(app.database.read(), before_ms).await?;
        if found.is_empty() {
            return Ok(());
        }
        for (row, space) in found {
            if !blobs::delete(app.database.write(), row.id).await? {
                continue;
            }
            if let Some(space) = space {
                let blob = hawser_ledger::BlobId(stored::array(&row.blob, "blob")?);
                app.blobs.remove(stored::space(&space.space)?, blob).await?;
            }
            tracing::info!("swept an abandoned upload");
        }
    }
}
