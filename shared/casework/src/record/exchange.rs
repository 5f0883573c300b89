//! What passes between the team and a party of limited access: what it is told, what it sends for check, what
//! becomes of that, what is shared with it, and what it is asked for.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    handling::Handling,
    id::{PartyId, PersonId, RecordId},
};

/// Largest number of files in one submission.
pub const SUBMISSION_FILES_MAX: u32 = 100;

/// A record of the exchange. In JSON `what` is the variant's name in kebab case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ExchangeRecord {
    /// What a party of limited access is told of the case; the newest counts.
    CaseTold {
        /// What the case is called.
        title: String,
        /// Reference of the agreement; empty when it has none.
        reference: String,
        /// First day of the term, `YYYY-MM-DD`.
        starts: String,
        /// Last day of the term, `YYYY-MM-DD`.
        ends: String,
        /// The controller of the data; empty when not yet designated, and then nothing may be sent.
        controller: String,
    },
    /// Sent for check, with as many files as announced to follow.
    SubmissionSent {
        /// What it is.
        title: String,
        /// What is said with it; empty when nothing.
        note: String,
        /// Number of files that follow.
        files: u32,
        /// How it was obtained and what may be done with it.
        handling: Handling,
        /// The request that it answers, if any.
        answers: Option<RecordId>,
    },
    /// An administrator decided on one item of a submission: a file, or the submission's own text.
    SubmissionDecided {
        /// The file's record, or the submission's for its text.
        item: RecordId,
        /// What becomes of it.
        outcome: Outcome,
        /// Why; must be given when it is not passed on as it is.
        reason: String,
        /// Confirmed: limited to what the purpose of the team requires.
        limited_to_purpose: bool,
        /// Confirmed: meets the conditions under which it was sent.
        meets_conditions: bool,
        /// The redacted copy that is passed on in its place.
        instead: Option<RecordId>,
    },
    /// Shared with those who hold the access group it stands in.
    Shared {
        /// What it is, in the words of who shares it.
        title: String,
        /// Why it is needed there, or what was decided at the checking desk.
        reason: String,
        /// Confirmed: necessary for the purpose of the team (Regulation (EU) 2023/969, Art 17).
        necessity: bool,
        /// What may be done with it.
        handling: Handling,
        /// Those for whom it is meant.
        addressees: Vec<PersonId>,
        /// The party that sent it for check, where it was passed on from the checking desk.
        sent_by: Option<PartyId>,
        /// The item at the checking desk of which a redacted copy is shared.
        redacted_from: Option<RecordId>,
        /// The request that what is passed on answers, if any.
        answers: Option<RecordId>,
        /// The records shared, each whole with its author's signature and its key.
        originals: Vec<Enclosure>,
    },
    /// The reader has opened or downloaded a shared file.
    Downloaded {
        /// The share.
        share: RecordId,
        /// The file.
        file: RecordId,
    },
    /// A party of limited access is asked for something.
    RequestSent {
        /// In one line.
        subject: String,
        /// What is asked, and why.
        text: String,
        /// Day until which an answer is hoped for, `YYYY-MM-DD`; empty when none.
        due: String,
    },
    /// The reader has read a request.
    RequestRead {
        /// The request.
        request: RecordId,
    },
}

/// What becomes of an item at the checking desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Passed on as it was sent.
    PassedOn,
    /// A redacted copy was passed on; the original stays at the desk.
    PassedRedacted,
    /// Given back; nobody else learns of it.
    Returned,
    /// Kept at the desk for now, undecided on passing on.
    Kept,
}

impl Outcome {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PassedOn => "passed-on",
            Self::PassedRedacted => "passed-redacted",
            Self::Returned => "returned",
            Self::Kept => "kept",
        }
    }

    /// Whether something reaches the addressees.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::PassedOn | Self::PassedRedacted)
    }
}

/// Another event, whole, with the key that opens it: its author's signature stays provable wherever it is shared.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enclosure {
    /// The event as it stands in the case record, base64 with padding.
    pub event: String,
    /// Its key, 64 lower-case hexadecimal digits. Secret: never in a log.
    pub key: String,
}

impl fmt::Debug for Enclosure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Enclosure({} characters)", self.event.len())
    }
}

impl ExchangeRecord {
    /// Every kind of record of the exchange that this version knows.
    pub const TYPES: [&str; 7] = [
        "case-told",
        "submission-sent",
        "submission-decided",
        "shared",
        "downloaded",
        "request-sent",
        "request-read",
    ];

    /// What it is, as written in JSON.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::CaseTold { .. } => "case-told",
            Self::SubmissionSent { .. } => "submission-sent",
            Self::SubmissionDecided { .. } => "submission-decided",
            Self::Shared { .. } => "shared",
            Self::Downloaded { .. } => "downloaded",
            Self::RequestSent { .. } => "request-sent",
            Self::RequestRead { .. } => "request-read",
        }
    }
}
