//! Invitations into an organisation, letters to parties, nominations into a space.
//!
//! All texts are encrypted for their readers; the server relays them.

use hawser_ledger::{OrganisationId, RequestId, SpaceId, UserId};
use serde::{Deserialize, Serialize};

use crate::Bytes;

/// Creates a one-time invitation; only an organisation's administrators may.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationCreate {
    /// `HKDF(s, "lookup")`, 64 hexadecimal digits.
    pub lookup: String,
    /// The inviting organisation.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub organisation: OrganisationId,
    /// The inviter's own note (whom it is for, the secret), encrypted for the inviter.
    pub note: Bytes,
    /// Hours until it expires, 1 to 720.
    pub hours: u32,
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InvitationStage {
    /// Nobody has used it.
    Open,
    /// Someone registered and waits to be certified.
    Answered,
    /// Certified.
    Done,
    /// Withdrawn by the inviter.
    Withdrawn,
    /// Too old.
    Expired,
}

/// What anyone who holds the link may learn.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationState {
    /// Where it stands.
    pub stage: InvitationStage,
    /// The inviting organisation; absent for a new organisation's first administrator.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub organisation: Option<OrganisationId>,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
}

/// The invitee's answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationAnswer {
    /// [`hawser_ledger::person::CertificateRequest`] in its layout.
    pub request: Bytes,
    /// `HMAC-SHA-256(HKDF(s, "enrol"), organisation ‖ request)`, 32 bytes.
    pub mac: Bytes,
    /// Name, function and salt, encrypted with `HKDF(s, "name")`.
    pub name: Bytes,
}

/// One of the organisation's invitations.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationEntry {
    /// Look-up value.
    pub lookup: String,
    /// Where it stands.
    pub stage: InvitationStage,
    /// Who invited.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub inviter: UserId,
    /// As given.
    pub note: Bytes,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
    /// Who registered under it.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub user: Option<UserId>,
    /// The answer, once given.
    pub answer: Option<InvitationAnswer>,
}

/// Tells a party's administrators that they are wanted in a space.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartyLetterCreate {
    /// The space.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub space: SpaceId,
    /// The person it is encrypted for.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub to: UserId,
    /// An age file.
    pub body: Bytes,
}

/// A letter to the asking person.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartyLetter {
    /// The space.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub space: SpaceId,
    /// Who wrote it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub from: UserId,
    /// An age file.
    pub body: Bytes,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// Nominates a person into a space.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NominationCreate {
    /// The space.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub space: SpaceId,
    /// [`hawser_ledger::membership::MemberAdd`] in its layout: consent and certificate chain.
    pub nomination: Bytes,
    /// Name, function and note for each of the space's administrators: (person, age file).
    pub notes: Vec<AddressedNote>,
}

/// Bytes for one reader.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddressedNote {
    /// The reader.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub to: UserId,
    /// An age file.
    pub body: Bytes,
}

/// Where a nomination stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum NominationStage {
    /// Waits for an administrator of the space.
    Open,
    /// The person was admitted.
    Admitted,
    /// Declined; the reason is in the answer.
    Declined,
    /// Taken back by the nominating organisation.
    Withdrawn,
}

/// A nomination, as the space's administrators and the nominating organisation see it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Nomination {
    /// Its request id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub request: RequestId,
    /// The space.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub space: SpaceId,
    /// The nominating organisation.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub organisation: OrganisationId,
    /// Who is nominated.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub person: UserId,
    /// Who nominated.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub nominator: UserId,
    /// As given.
    pub nomination: Bytes,
    /// The note for the asking person, where there is one.
    pub note: Option<Bytes>,
    /// Where it stands.
    pub stage: NominationStage,
    /// Answer for the nominator: an age file with the reason.
    pub answer: Option<Bytes>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// Closes a nomination.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NominationAnswer {
    /// `declined` (by an administrator of the space) or `withdrawn` (by the
    /// nominator's organisation). `admitted` follows from the ledger alone.
    pub stage: NominationStage,
    /// An age file for the nominator; empty when withdrawn.
    pub body: Bytes,
}
