//! One's own organisation and those it knows.

use hawser_casework::{PartyId, PersonId, SpaceId, Work};
use serde::{Deserialize, Serialize};

/// The organisation page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationView {
    /// Own organisation.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Its people.
    pub people: Vec<PersonView>,
    /// Invitations (administrators only).
    pub invitations: Vec<InvitationView>,
    /// People who ask to have new keys certified (administrators only).
    pub key_requests: Vec<KeyRequestView>,
    /// Other organisations.
    pub contacts: Vec<ContactView>,
    /// The link that introduces this organisation to another.
    pub card: String,
    /// Whether the reader administers it.
    pub administers: bool,
    /// Whether the reader keeps its root, which makes and unmakes administrators.
    pub holds_root: bool,
}

/// A person of one's organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Function.
    pub function: String,
    /// Administers the organisation.
    pub administers: bool,
    /// Still belongs to it.
    pub active: bool,
    /// Founded the organisation here, and keeps its root.
    pub founder: bool,
    /// Oneself.
    pub me: bool,
}

/// A person who asks to have new keys certified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRequestView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 30 digits, to be compared with what the person reads out.
    pub number: String,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// A space that a person is in, from which their organisation withdraws them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalLine {
    /// Which.
    pub space: SpaceId,
    /// Of what kind.
    pub work: Work,
    /// Its title; empty where the reader was never told it.
    pub title: String,
}

/// An invitation made here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// Look-up value.
    pub lookup: String,
    /// Whom it is for.
    pub for_whom: String,
    /// open, answered, done, withdrawn, expired.
    pub stage: String,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
    /// Name the invitee gave, when answered and the authentication verified.
    pub answered_name: Option<String>,
    /// True when an answer is there but does not verify: somebody else answered.
    pub forged: bool,
}

/// Another organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactView {
    /// Which.
    pub party: PartyId,
    /// As told by its card.
    pub name: String,
    /// ISO 3166 country code.
    pub country: String,
    /// 60 digits.
    pub safety_number: String,
    /// QR of the safety number.
    pub qr: Vec<Vec<bool>>,
    /// Compared by someone of one's organisation.
    pub verified: bool,
    /// When, milliseconds since 1970.
    pub verified_ms: Option<i64>,
}
