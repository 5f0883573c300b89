//! Accounts, sign-in (OPAQUE, RFC 9807), sessions, keyring and pinbook.

use hawser_ledger::{OrganisationId, UserId};
use serde::{Deserialize, Serialize};

use crate::Bytes;

/// What the server says of itself before sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deployment {
    /// Origin under which pages are delivered.
    pub origin: String,
    /// Version of the server.
    pub version: String,
    /// An exercise deployment: pages carry the exercise mark.
    pub exercise: bool,
    /// The log key, Ed25519: new spaces name it.
    pub log_key: Bytes,
    /// Independent log keepers that the deployment asks: keys as foreign tools take them (`name+id+key`).
    pub log_keepers: Vec<String>,
}

/// One OPAQUE message.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpaqueMessage {
    /// As serialised by the suite.
    pub message: Bytes,
}

/// Begins a registration under an invitation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationStart {
    /// Look-up value of the invitation: 64 hexadecimal digits.
    pub lookup: String,
    /// Drawn by the registering agent.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub user: UserId,
    /// OPAQUE registration request.
    pub message: Bytes,
}

/// Ends a registration: account, keyring and session come to be in one transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationFinish {
    /// Look-up value of the invitation.
    pub lookup: String,
    /// The same as at the start.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub user: UserId,
    /// `H("hawser/v1/login" ‖ sign-in name in lower case)`, 64 hexadecimal digits: the name itself is not told.
    pub login: String,
    /// OPAQUE registration upload.
    pub upload: Bytes,
    /// First keyring record (version 1).
    pub keyring: Bytes,
    /// SHA-256 of the recovery kit's authentication key, 64 hexadecimal digits.
    pub kit_verifier: String,
    /// Words by which the person recognises this session later, encrypted for themselves.
    pub session_label: Bytes,
}

/// Begins a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInStart {
    /// Hash of the sign-in name, as registered.
    pub login: String,
    /// OPAQUE credential request.
    pub message: Bytes,
}

/// Answer to [`SignInStart`]; looks alike for known and unknown names.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInStarted {
    /// Names this attempt; good for two minutes, once.
    pub attempt: String,
    /// OPAQUE credential response.
    pub message: Bytes,
}

/// Ends a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInFinish {
    /// From [`SignInStarted`].
    pub attempt: String,
    /// OPAQUE credential finalisation.
    pub message: Bytes,
}

/// Names the present session, once the keys are open that encrypt the name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionLabel {
    /// See [`RegistrationFinish::session_label`].
    pub label: Bytes,
}

/// Answer to a finished registration, sign-in or recovery. The cookie is set beside it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// The account.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub user: UserId,
    /// The stored keyring record.
    pub keyring: Bytes,
    /// Its version.
    pub keyring_version: u64,
}

/// Whose session the cookie is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhoAmI {
    /// The account.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub user: UserId,
    /// The organisation, once certified.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub organisation: Option<OrganisationId>,
}

/// One of one's own sessions.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionEntry {
    /// 32 hexadecimal digits; not the token.
    pub id: String,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970, to the minute.
    pub seen_ms: i64,
    /// Whether it is the asking one.
    pub current: bool,
    /// As given at sign-in.
    pub label: Bytes,
}

/// Begins recovery with the kit.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryStart {
    /// Hash of the sign-in name.
    pub login: String,
    /// The kit's authentication key (32 bytes); the server compares its SHA-256.
    pub kit_key: Bytes,
    /// OPAQUE registration request for the new passphrase.
    pub message: Bytes,
}

/// Answer to [`RecoveryStart`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryStarted {
    /// Ticket for the finish; good for ten minutes, once.
    pub ticket: String,
    /// The account.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub user: UserId,
    /// OPAQUE registration response.
    pub message: Bytes,
    /// The stored keyring record, to be opened with the kit.
    pub keyring: Bytes,
    /// Its version.
    pub keyring_version: u64,
}

/// Begins a change of passphrase while signed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassphraseStart {
    /// OPAQUE registration request.
    pub message: Bytes,
}

/// A new passphrase: OPAQUE record, keyring, kit and revocation of other sessions in one transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassphraseChange {
    /// From [`RecoveryStarted`]; absent when signed in.
    pub ticket: Option<String>,
    /// OPAQUE registration upload.
    pub upload: Bytes,
    /// The new keyring record; its version is the stored one + 1.
    pub keyring: Bytes,
    /// Verifier of a new kit; absent when the kit stays.
    pub kit_verifier: Option<String>,
    /// See [`RegistrationFinish::session_label`].
    pub session_label: Bytes,
}

/// The keyring as stored: opaque to the server.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredKeyring {
    /// The record.
    pub keyring: Bytes,
    /// Its version, + 1 with each change.
    pub version: u64,
}

/// The pinbook as stored: opaque to the server.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredPinbook {
    /// The record; empty before the first.
    pub pinbook: Bytes,
    /// Its version, + 1 with each change; zero before the first.
    pub version: u64,
}
