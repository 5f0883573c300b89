//! One error for every route, and how it becomes `application/problem+json`.
//!
//! A route returns [`ApiError`] with the code of what went wrong. What the
//! caller may know goes into the detail; what only the operator may know (a
//! database's or a disk's own words) is logged where the error is made. The
//! body is written by [`crate::middleware::describe`], which knows the request id.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use hawser_ledger::{ChainError, EventId};
use hawser_protocol::{ErrorCode, Problem};
use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// What a route answers instead of its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    code: ErrorCode,
    detail: Option<String>,
    retry_after_s: Option<u64>,
    place: Option<(u64, EventId)>,
}

/// Result of a route.
pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// Nothing to add to the code.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            detail: None,
            retry_after_s: None,
            place: None,
        }
    }
    /// With words for the caller's developer; never content.
    pub fn with(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..Self::new(code)
        }
    }
    /// The stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }
    /// Come back after some seconds.
    pub fn too_many(seconds: u64) -> Self {
        Self {
            retry_after_s: Some(seconds.max(1)),
            ..Self::new(ErrorCode::TooMany)
        }
    }
    /// The space has grown.
    pub fn head_moved(size: u64, head: EventId) -> Self {
        Self {
            place: Some((size, head)),
            ..Self::new(ErrorCode::HeadMoved)
        }
    }
    /// The command stands in the ledger already, as number `seq`.
    pub fn command_repeated(seq: u64, leaf: EventId) -> Self {
        Self {
            place: Some((seq + 1, leaf)),
            ..Self::with(
                ErrorCode::CommandRepeated,
                format!("recorded as number {seq}"),
            )
        }
    }
    /// An event breaks a rule; `index` is its place in the append.
    pub fn refused(index: usize, rule: &str, words: impl std::fmt::Display) -> Self {
        Self::with(
            ErrorCode::EventRefused,
            format!("{rule}: {words} (event {index} of the append)"),
        )
    }
    /// An event cannot be the next one.
    pub fn chain(index: usize, error: &ChainError) -> Self {
        Self::refused(index, error.code(), error)
    }
    /// Something stored does not have its form.
    pub fn stored(what: &'static str) -> Self {
        tracing::error!(what, "a stored value does not have its form");
        Self::new(ErrorCode::Internal)
    }
    /// A body or parameter does not have its form.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::with(ErrorCode::BadRequest, detail)
    }
    /// Storage of file bodies failed.
    pub fn storage(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = %innermost(error), "the storage of file bodies failed");
        Self::new(ErrorCode::StorageUnavailable)
    }

    /// The answer's body.
    pub fn problem(&self, request_id: Option<String>) -> Problem {
        Problem {
            kind: "about:blank".into(),
            title: self.status().canonical_reason().unwrap_or("Error").into(),
            status: self.code.status(),
            code: self.code,
            detail: self.detail.clone(),
            request_id,
            size: self.place.map(|(size, _)| size),
            head: self.place.map(|(_, head)| head.to_string()),
        }
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// The last error of a chain: the operating system's own words, without paths.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        let words = database_words(&error);
        let lower = words.to_ascii_lowercase();
        // SQLite: "database or disk is full", "disk I/O error"; PostgreSQL: disk_full.
        let storage = [
            "is full",
            "disk i/o",
            "no space left",
            "could not extend file",
        ];
        let code = if storage.iter().any(|sign| lower.contains(sign)) {
            ErrorCode::StorageUnavailable
        } else if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) {
            ErrorCode::Unavailable
        } else {
            ErrorCode::Internal
        };
        tracing::error!(error = words, code = code.code(), "the database failed");
        Self::new(code)
    }
}

/// The database's message without the values that it was given.
fn database_words(error: &DbErr) -> String {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => {
            match inner.as_database_error() {
                Some(database) => database.message().to_owned(),
                None => inner.to_string(),
            }
        }
        other => other.to_string(),
    }
}

/// Whether a row was refused because an equal one exists.
pub fn is_unique(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Whether a row was refused because what it refers to does not exist.
pub fn is_foreign(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(SqlErr::ForeignKeyConstraintViolation(_))
    )
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.retry_after_s
            && let Ok(value) = seconds.to_string().parse()
        {
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}
