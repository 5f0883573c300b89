//! What a log keeper answers, in the order of checks and with the status codes of c2sp.org/tlog-witness.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use hawser_ledger::log::cosignature::cosign;
use hawser_ledger::log::witness::SIZE_TYPE;
use hawser_ledger::log::{AddCheckpoint, Checkpoint, CheckpointError, Note, SignedCheckpoint};
use hawser_ledger::merkle::{empty_root, verify_consistency};

use super::Witness;
use super::memory::{Confirmed, name};
use crate::error::ApiError;

/// So much of what anybody names as a log goes into a line of the server's log, in characters.
const LOGGED: usize = 160;

/// Why a checkpoint is not confirmed.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("not a request to confirm a checkpoint")]
    Form,
    #[error("the old size is greater than that of the checkpoint")]
    OldSize,
    #[error("no log that is kept here")]
    Unknown,
    #[error("not signed by the log")]
    Unsigned,
    #[error("the newest that was confirmed has {0} entries")]
    Size(u64),
    #[error("the checkpoint does not follow from the one that was confirmed before")]
    Contradiction,
    #[error("the log keeper cannot remember anything now")]
    Memory,
}

impl From<ApiError> for Refused {
    /// What went wrong was logged where it was found.
    fn from(_: ApiError) -> Self {
        Self::Memory
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let code = match self {
            Self::Form | Self::OldSize => StatusCode::BAD_REQUEST,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Unsigned => StatusCode::FORBIDDEN,
            Self::Contradiction => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Memory => StatusCode::SERVICE_UNAVAILABLE,
            Self::Size(size) => {
                let kind = [(header::CONTENT_TYPE, SIZE_TYPE)];
                return (StatusCode::CONFLICT, kind, format!("{size}\n")).into_response();
            }
        };
        (code, format!("{self}\n")).into_response()
    }
}

/// Confirms a checkpoint, or says why not.
pub async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Bytes) -> Response {
    let asked = AddCheckpoint::parse(&body).ok();
    let confirmed = match &asked {
        Some(asked) => witness.confirm(asked).await,
        None => Err(Refused::Form),
    };
    confirmed.map_or_else(
        |refused| {
            let origin = asked.as_ref().and_then(|asked| asked.note.lines().next());
            let log: String = origin.unwrap_or_default().chars().take(LOGGED).collect();
            tracing::warn!(log, reason = %refused, "a checkpoint was not confirmed");
            refused.into_response()
        },
        IntoResponse::into_response,
    )
}

/// The newest checkpoint that was confirmed of a log, by the SHA-256 of its origin: what anyone holds against what the
/// deployment shows.
pub async fn newest(State(witness): State<Arc<Witness>>, Path(log): Path<String>) -> Response {
    let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    let mut name = [0; 32];
    if hex::decode_to_slice(&log, &mut name).is_err() {
        return Refused::Unknown.into_response();
    }
    match witness.memory.of(name).await {
        Ok(Some(confirmed)) => (text, confirmed.note).into_response(),
        Ok(None) => Refused::Unknown.into_response(),
        Err(error) => Refused::from(error).into_response(),
    }
}

/// Whether `next` follows from what was confirmed before.
fn follows(before: Option<&Confirmed>, next: &Checkpoint, asked: &AddCheckpoint) -> bool {
    match before {
        Some(before) if before.size > 0 => verify_consistency(
            before.size,
            &before.root,
            next.size,
            &next.root,
            &asked.proof,
        ),
        _ => asked.proof.is_empty() && (next.size > 0 || next.root == empty_root()),
    }
}

impl Witness {
    async fn confirm(&self, asked: &AddCheckpoint) -> Result<String, Refused> {
        let (signed, log_note) = self.signed(asked)?;
        let next = &signed.checkpoint;
        if asked.old > next.size {
            return Err(Refused::OldSize);
        }
        let before = self.memory.of(name(&next.origin)).await?;
        let known = before.as_ref().map_or(0, |before| before.size);
        if asked.old != known {
            return Err(Refused::Size(known));
        }
        if !follows(before.as_ref(), next, asked) {
            let other = before.filter(|one| one.size == next.size && one.root != next.root);
            if let Some(earlier) = other {
                let earlier = earlier.note;
                tracing::error!(earlier, later = log_note, "a log has signed two pasts");
            }
            return Err(Refused::Contradiction);
        }
        let time_s = u64::try_from((self.clock)() / 1000).unwrap_or_default();
        let line = cosign(&self.key, &self.secret, &next.text(), time_s);
        let note = format!("{log_note}{line}");
        if !self.memory.follow(before.as_ref(), next, &note).await? {
            let now = self.memory.of(name(&next.origin)).await?;
            return Err(Refused::Size(now.map_or(0, |now| now.size)));
        }
        Ok(line)
    }

    /// The checkpoint and its note with the log's own signature only.
    fn signed(&self, asked: &AddCheckpoint) -> Result<(SignedCheckpoint, String), Refused> {
        let bytes = asked.note.as_bytes();
        let origin = Note::parse(bytes)
            .map_err(CheckpointError::from)
            .and_then(|note| Checkpoint::parse(&note.text))
            .map_err(|_| Refused::Form)?
            .origin;
        let key = self
            .logs
            .iter()
            .find_map(|log| log.key_of(&origin))
            .ok_or(Refused::Unknown)?;
        let signed = key.open(bytes).map_err(|error| match error {
            CheckpointError::Unsigned | CheckpointError::Signature => Refused::Unsigned,
            CheckpointError::Form | CheckpointError::Origin { .. } => Refused::Form,
        })?;
        let note = key.note(&signed);
        Ok((signed, note))
    }
}
