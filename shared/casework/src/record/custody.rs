//! Hand-overs: the statements that giver and receiver sign.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{FieldError, Findings, Problem, RecordError, validate};
use crate::{
    hexadecimal,
    id::{PersonId, RecordId},
    time::Happened,
};

/// Something said and signed by one person. Whether the signature holds is checked before it arrives here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The exact JSON text that was signed.
    pub body: String,
    /// The signature, 128 lower-case hexadecimal digits.
    pub signature: String,
}

impl Statement {
    /// SHA-256 of the body, 64 lower-case hexadecimal digits: what an answer names its offer by.
    #[must_use]
    pub fn body_hash(&self) -> String {
        hexadecimal::encode(&Sha256::digest(self.body.as_bytes()))
    }

    pub(super) fn look(&self, findings: &mut Findings) {
        if self.body.is_empty() {
            findings.add("statement.body", Problem::Missing);
        }
        findings.hexadecimal("statement.signature", &self.signature, 64);
    }
}

impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Statement({} bytes)", self.body.len())
    }
}

/// Who can hold an exhibit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Custodian {
    /// A member.
    Member {
        /// The person.
        person: PersonId,
    },
    /// A desk.
    Desk {
        /// The record that opened it.
        desk: RecordId,
    },
}

/// What the giver signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferBody {
    /// The exhibits offered, each once.
    pub exhibits: Vec<RecordId>,
    /// To whom.
    pub to: Custodian,
    /// When they were handed over.
    pub happened: Happened,
    /// Where; empty when not given.
    pub place: String,
    /// What for. Required.
    pub purpose: String,
    /// Number of the seal they left with; empty when none or not given.
    pub seal_out: String,
    /// Condition they left in; empty when not given.
    pub condition: String,
}

/// What the receiver says of one exhibit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Received as offered.
    Accepted,
    /// Received, with a reservation that the reason gives.
    AcceptedWithReservation,
    /// Not received, for the reason given.
    Refused,
}

impl Answer {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedWithReservation => "accepted-with-reservation",
            Self::Refused => "refused",
        }
    }
}

/// What the receiver signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerBody {
    /// The record of the offer.
    pub offer: RecordId,
    /// SHA-256 of the offer's body, 64 lower-case hexadecimal digits.
    pub offer_hash: String,
    /// The exhibit answered for.
    pub exhibit: RecordId,
    /// The answer.
    pub answer: Answer,
    /// Why. Required unless accepted without reservation.
    pub reason: String,
    /// Number of the seal it arrived with; empty when none or not given.
    pub seal_in: String,
    /// When it was received or refused.
    pub happened: Happened,
}

/// How a refused hand-over is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settlement {
    /// The giver has it and stays the holder.
    StaysWithGiver,
    /// The receiver has it and is the holder.
    HeldByReceiver,
}

impl Settlement {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StaysWithGiver => "stays-with-giver",
            Self::HeldByReceiver => "held-by-receiver",
        }
    }
}

/// Reading, writing and checking the body of a statement.
macro_rules! statement_body {
    ($body:ident, $validate:path) => {
        impl $body {
            /// Reads the body of a statement, as strictly as a record.
            ///
            /// # Errors
            /// [`RecordError`] when the text is not strict JSON of this shape.
            pub fn decode(body: &str) -> Result<Self, RecordError> {
                $crate::record::read_strictly(body.as_bytes())
            }

            /// Writes the body as the JSON text to be signed.
            ///
            /// # Errors
            /// [`RecordError::TooLarge`].
            pub fn encode(&self) -> Result<String, RecordError> {
                $crate::record::write_strictly(self)
            }

            /// Checks what the fields hold.
            ///
            /// # Errors
            /// Every field that is wrong.
            pub fn validate(&self) -> Result<(), Vec<FieldError>> {
                $validate(self)
            }
        }
    };
}

pub(crate) use statement_body;

statement_body!(OfferBody, validate::offer);
statement_body!(AnswerBody, validate::answer);
