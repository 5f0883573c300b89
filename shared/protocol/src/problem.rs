//! Errors as `application/problem+json` (RFC 9457) with a stable code.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident => $code:literal, $status:literal;)+) => {
        /// What went wrong, stable across versions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ErrorCode { $($(#[$doc])* $variant),+ }
        impl ErrorCode {
            /// Its kebab-case name.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            /// Its HTTP status.
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),+ }
            }
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

codes! {
    /// The body or a parameter does not have the expected form.
    BadRequest => "bad-request", 400;
    /// The look-up value, ticket, or stated size does not have its form.
    BadIdentifier => "bad-identifier", 400;
    /// Not signed in, or the session has ended.
    NotSignedIn => "not-signed-in", 401;
    /// Sign-in name, passphrase or kit do not fit. The same for known and unknown names.
    SignInRefused => "sign-in-refused", 401;
    /// Signed in, but not allowed.
    Forbidden => "forbidden", 403;
    /// A member of the space whose membership is suspended.
    Suspended => "suspended", 403;
    /// The request lacks the anti-forgery header or comes from another site.
    CrossSite => "cross-site", 403;
    /// The session belongs to another account than the request names.
    OtherAccount => "other-account", 403;
    /// No such thing, or not visible to the caller.
    NotFound => "not-found", 404;
    /// The method is not offered here.
    MethodNotAllowed => "method-not-allowed", 405;
    /// The space has grown; the answer carries its size and head.
    HeadMoved => "head-moved", 409;
    /// The command has been recorded already.
    CommandRepeated => "command-repeated", 409;
    /// It exists already with other content.
    AlreadyExists => "already-exists", 409;
    /// The invitation, nomination or upload is in another state.
    WrongState => "wrong-state", 409;
    /// Used, withdrawn or expired.
    InvitationGone => "invitation-gone", 410;
    /// If-Match names another version than the stored one.
    VersionMoved => "version-moved", 412;
    /// Larger than the limit.
    TooLarge => "too-large", 413;
    /// Another media type was expected.
    MediaType => "media-type", 415;
    /// The requested range lies outside of the body.
    BadRange => "bad-range", 416;
    /// An event was refused; the detail names the rule.
    EventRefused => "event-refused", 422;
    /// A part or body does not have the hash or length announced.
    HashMismatch => "hash-mismatch", 422;
    /// A precondition header is missing.
    IfMatchMissing => "if-match-missing", 428;
    /// Too many requests; Retry-After says when to come back.
    TooMany => "too-many", 429;
    /// The server failed; the request id helps the operator.
    Internal => "internal", 500;
    /// The storage is full or not reachable; nothing was written.
    StorageUnavailable => "storage-unavailable", 507;
    /// Shutting down or not ready.
    Unavailable => "unavailable", 503;
}

/// An error answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`.
    #[serde(rename = "type")]
    pub kind: String,
    /// English, for operators.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable code.
    pub code: ErrorCode,
    /// What was wrong, with which value; never content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Of the request, as in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// With [`ErrorCode::HeadMoved`]: number of events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// With [`ErrorCode::HeadMoved`]: leaf hash of the newest event, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
}
