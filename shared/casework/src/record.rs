//! The records of a case: what stands, encrypted, in the events of its ledger.
//!
//! A record is JSON, so that a court's expert can read it, and strict: no duplicate keys, no floating-point
//! numbers, no unknown fields. [`Entry::decode`] reads it, [`Entry::validate`] checks what its fields hold.

use serde::{Deserialize, Serialize};

mod case;
mod custody;
mod exchange;
mod exhibit;
mod field;
mod file;
mod limits;
mod mission;
mod programme;
mod strict;
mod validate;

pub use case::{CaseTerms, PersonAct};
pub use custody::{Answer, AnswerBody, Custodian, OfferBody, Settlement, Statement};
pub use exchange::{Enclosure, ExchangeRecord, Outcome as SubmissionOutcome, SUBMISSION_FILES_MAX};
pub use exhibit::{
    Acquisition, Exhibit, ExhibitKind, HashRegistration, Identifier, Photo, Place, Quantity,
};
pub use field::{FieldFault, Fields};
pub use file::AttachedFile;
pub use limits::{
    FILE_NAME_MAX, FieldError, LIST_MAX, LONG_TEXT_MAX, Problem, SHORT_TEXT_MAX, TITLE_MAX,
    file_name_problem, spelled,
};
pub use mission::{
    AgreedAction, Decision, Finding, MissionRecord, Opening, OwnRating, Owner, Recommendation,
    SignOffBody, VisitDates, VisitTerms,
};
pub use programme::{FollowedPort, ProgrammeRecord, ProgrammeTerms, Reporter};

pub(crate) use custody::statement_body;
pub(crate) use limits::{Findings, Presence};
pub(crate) use strict::{read as read_strictly, write_text as write_strictly};
pub(crate) use validate::happened;

use crate::{
    id::{PartyId, PersonId, RecordId},
    time::Happened,
};

/// The largest record, in bytes of JSON.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The deepest nesting of objects and lists in a record.
pub const MAX_DEPTH: usize = 32;

/// Why bytes are not a record, or a record cannot be written. It never quotes the content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Larger than [`MAX_BYTES`].
    #[error("record of {found} bytes; at most {max}")]
    TooLarge {
        /// The limit in bytes.
        max: usize,
        /// The size in bytes.
        found: usize,
    },
    /// Not JSON, or not UTF-8, or followed by something else.
    #[error("not JSON at line {line}, column {column}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1; 0 when not known.
        column: usize,
    },
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {max}")]
    TooDeep {
        /// The limit.
        max: usize,
    },
    /// One object has a key twice.
    #[error("a key stands twice")]
    DuplicateKey,
    /// A number with a fraction or an exponent, or beyond 64 bits.
    #[error("a number is not a 64-bit integer")]
    FloatingPoint,
    /// JSON, but not of the record's shape: a field is missing, unknown or of the wrong kind.
    #[error("not of the record's shape{}", .missing.as_deref().map(|f| format!(": `{f}` is missing")).unwrap_or_default())]
    Shape {
        /// The missing field, when that is what is wrong.
        missing: Option<String>,
    },
    /// A record of a type unknown to this version can be kept, not written.
    #[error("a record of unknown type cannot be written")]
    UnknownType,
}

impl RecordError {
    /// Stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "record-too-large",
            Self::Syntax { .. } => "record-not-json",
            Self::TooDeep { .. } => "record-too-deep",
            Self::DuplicateKey => "record-duplicate-key",
            Self::FloatingPoint => "record-floating-point",
            Self::Shape { .. } => "record-shape",
            Self::UnknownType => "record-unknown-type",
        }
    }
}

/// A record with the time of what it tells. When it was recorded stands in the event's header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When it happened.
    pub happened: Happened,
    /// What is recorded.
    pub record: Record,
}

/// What a member of a case records. In JSON an object whose `type` is the variant's name in kebab case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Record {
    /// The case is opened from its agreement.
    CaseOpened(CaseTerms),
    /// A party's name, as the case writes it.
    PartyNamed {
        /// The organisation.
        party: PartyId,
        /// Its name.
        name: String,
        /// Its State, ISO 3166-1 alpha-2; empty for a Union body or an international court.
        country: String,
    },
    /// Another organisation introduced itself to one's own; belongs in an organisation's space, not in a case.
    PartyIntroduced {
        /// The organisation.
        party: PartyId,
        /// Its card as it was handed over, base64url.
        card: String,
    },
    /// A person's name and function.
    PersonNamed {
        /// The person.
        person: PersonId,
        /// Their name, or the identifier that stands for it.
        name: String,
        /// Their function.
        function: String,
        /// Opens the commitment to the name in the person's certificate: lower-case hexadecimal of 16 or 32 bytes.
        salt: String,
    },
    /// Why a person's position changed. The change itself stands in the ledger.
    PersonNote {
        /// The person.
        person: PersonId,
        /// What changed.
        act: PersonAct,
        /// Why.
        reason: String,
    },
    /// An exhibit is logged; who logs it is its first holder.
    ExhibitLogged(Exhibit),
    /// A file is attached to another record.
    FileAttached(AttachedFile),
    /// A value is corrected; the old one stays.
    Corrected {
        /// The record corrected.
        target: RecordId,
        /// Which field of it: see [`Fields`].
        field: String,
        /// The value its author saw.
        old: String,
        /// The value instead.
        new: String,
        /// Why.
        why: String,
    },
    /// A desk is set up: a store or counter whose listed officers each act in their own name.
    DeskOpened {
        /// Its name.
        name: String,
        /// Its officers.
        officers: Vec<PersonId>,
    },
    /// A desk has other officers from now on.
    DeskChanged {
        /// The desk.
        desk: RecordId,
        /// Its officers; none closes it.
        officers: Vec<PersonId>,
    },
    /// Exhibits are offered to another custodian.
    HandoverOffered {
        /// An [`OfferBody`], signed by the giver.
        statement: Statement,
    },
    /// One exhibit of an offer is answered.
    HandoverAnswered {
        /// An [`AnswerBody`], signed by the receiver.
        statement: Statement,
        /// The attached photo of the exhibit as received.
        photo: Option<RecordId>,
    },
    /// The giver takes an offer back.
    HandoverWithdrawn {
        /// The offer.
        offer: RecordId,
        /// Why.
        reason: String,
    },
    /// A refused hand-over is settled.
    DisputeSettled {
        /// The offer.
        offer: RecordId,
        /// The exhibit in dispute.
        exhibit: RecordId,
        /// Who has it.
        outcome: Settlement,
        /// Why.
        reason: String,
    },
    /// What passes between the team and a party of limited access.
    Exchange(ExchangeRecord),
    /// What happens in a mission.
    Mission(MissionRecord),
    /// What happens in a programme.
    Programme(ProgrammeRecord),
    /// A record of a type this version does not know. It is kept, and shown as such.
    #[serde(skip)]
    Unknown {
        /// The type it names.
        type_name: String,
    },
}

impl Record {
    /// The record's type as written in JSON; in a family, what it is there.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match self {
            Self::CaseOpened(_) => "case-opened",
            Self::PartyNamed { .. } => "party-named",
            Self::PartyIntroduced { .. } => "party-introduced",
            Self::PersonNamed { .. } => "person-named",
            Self::PersonNote { .. } => "person-note",
            Self::ExhibitLogged(_) => "exhibit-logged",
            Self::FileAttached(_) => "file-attached",
            Self::Corrected { .. } => "corrected",
            Self::DeskOpened { .. } => "desk-opened",
            Self::DeskChanged { .. } => "desk-changed",
            Self::HandoverOffered { .. } => "handover-offered",
            Self::HandoverAnswered { .. } => "handover-answered",
            Self::HandoverWithdrawn { .. } => "handover-withdrawn",
            Self::DisputeSettled { .. } => "dispute-settled",
            Self::Exchange(record) => record.type_name(),
            Self::Mission(record) => record.type_name(),
            Self::Programme(record) => record.type_name(),
            Self::Unknown { type_name } => type_name,
        }
    }

    /// Checks what the fields hold, as [`Entry::validate`] does, without the time.
    ///
    /// # Errors
    /// Every field that is wrong, in the order of the record.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        validate::content(self)
    }

    /// Families: types whose records say in `what` what they are, with all that this version knows.
    pub(crate) const FAMILIES: [(&str, &[&str]); 3] = [
        ("exchange", &ExchangeRecord::TYPES),
        ("mission", &MissionRecord::TYPES),
        ("programme", &ProgrammeRecord::TYPES),
    ];

    /// Every type of record outside of families that this version knows.
    pub const TYPES: [&str; 14] = [
        "case-opened",
        "party-named",
        "party-introduced",
        "person-named",
        "person-note",
        "exhibit-logged",
        "file-attached",
        "corrected",
        "desk-opened",
        "desk-changed",
        "handover-offered",
        "handover-answered",
        "handover-withdrawn",
        "dispute-settled",
    ];
}

impl Entry {
    /// Reads a record. A `type` that this version does not know gives [`Record::Unknown`].
    ///
    /// # Errors
    /// [`RecordError`] when the bytes are not strict JSON of a record's shape.
    pub fn decode(json: &[u8]) -> Result<Self, RecordError> {
        strict::entry(json)
    }

    /// Writes a record as JSON.
    ///
    /// # Errors
    /// [`RecordError::UnknownType`] for [`Record::Unknown`], [`RecordError::TooLarge`].
    pub fn encode(&self) -> Result<Vec<u8>, RecordError> {
        if matches!(self.record, Record::Unknown { .. }) {
            return Err(RecordError::UnknownType);
        }
        strict::write(self)
    }

    /// Checks what the fields hold: presence, lengths in characters, dates, hexadecimal, control characters.
    ///
    /// Identifiers are not checked here: their check digits warn and never block.
    ///
    /// # Errors
    /// Every field that is wrong, in the order of the record.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        validate::entry(self)
    }
}

/// Reads a record: [`Entry::decode`].
///
/// # Errors
/// [`RecordError`] when the bytes are not strict JSON of a record's shape.
pub fn decode(json: &[u8]) -> Result<Entry, RecordError> {
    Entry::decode(json)
}

/// Writes a record as JSON: [`Entry::encode`].
///
/// # Errors
/// [`RecordError::UnknownType`] for [`Record::Unknown`], [`RecordError::TooLarge`].
pub fn encode(entry: &Entry) -> Result<Vec<u8>, RecordError> {
    entry.encode()
}
