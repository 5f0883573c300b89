//! Signing in, one's own keys, sessions.

use hawser_casework::{PartyId, PersonId};
use serde::{Deserialize, Serialize};

/// Who is at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub person: PersonId,
    /// Own name.
    pub name: String,
    /// Own function.
    pub function: String,
    /// Own organisation.
    pub party: PartyId,
    /// Its name, once known (a colleague learns it with the certificate).
    pub party_name: String,
    /// Whether the organisation has certified this person yet.
    pub certified: bool,
    /// Whether this person administers the organisation.
    pub administers: bool,
    /// Whether the recovery kit has been confirmed.
    pub kit_confirmed: bool,
    /// The deployment is an exercise.
    pub exercise: bool,
}

/// What an invitation link says, checked against the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationPreview {
    /// True for a new organisation's first administrator.
    pub new_organisation: bool,
    /// Where it stands: open, answered, done, withdrawn, expired.
    pub stage: String,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
    /// Short form of the inviting organisation (16 hexadecimal digits).
    pub organisation: Option<String>,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassphraseEstimate {
    /// Good enough to be accepted.
    pub accepted: bool,
    /// Estimated guesses, as a power of ten.
    pub guesses_log10: u32,
    /// Why not (stable code): too-short, common, pattern, repeated, sequence, date, name; empty when accepted.
    pub reason: String,
}

/// Filled in by someone who follows an invitation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Registration {
    /// The link's fragment, without '#'.
    pub fragment: String,
    /// Name to sign in with, such as QN-P1.
    pub sign_in_name: String,
    /// Chosen or generated.
    pub passphrase: String,
    /// Own name.
    pub name: String,
    /// Own function.
    pub function: String,
    /// For a new organisation.
    pub organisation: Option<OrganisationDraft>,
}

/// A new organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationDraft {
    /// Its name.
    pub name: String,
    /// ISO 3166 country code.
    pub country: String,
}

/// The recovery kit, shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryKit {
    /// 14 groups of four letters and digits; the last two are the checksum.
    pub groups: Vec<String>,
    /// Dark modules of the QR code, row by row.
    pub qr: Vec<Vec<bool>>,
    /// Which groups (from 0) must be typed back.
    pub confirm: Vec<usize>,
    /// The sign-in name it belongs to.
    pub sign_in_name: String,
}

/// How one's own keys stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysView {
    /// Generation in use, from 1.
    pub generation: u32,
    /// Number of the keys that wait to be certified, 30 digits; to be read out to an administrator.
    pub waiting: Option<String>,
    /// Open spaces that know older keys still.
    pub behind: u32,
    /// The reader keeps the root of their organisation.
    pub holds_root: bool,
}

/// One of one's own sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// Identifier for revoking.
    pub id: String,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970.
    pub seen_ms: i64,
    /// The present one.
    pub current: bool,
    /// Browser and system, in words.
    pub label: String,
}
