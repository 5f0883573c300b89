//! The exchange with parties of limited access: what is told, sent for check, decided, shared, asked.

use hawser_casework::{
    Handling, Moment, Onward, PartyId, PersonId, RecordId, SpaceId, record::SubmissionOutcome,
};
use serde::{Deserialize, Serialize};

/// Asked of the exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum ExchangeCommand {
    /// [`crate::Reply::Exchange`].
    View {
        /// Where.
        space: SpaceId,
    },
    /// Sends something for check; its files follow by [`crate::Command::AttachFiles`]: [`crate::Reply::Created`].
    Submit {
        /// Where.
        space: SpaceId,
        /// What.
        submission: SubmissionDraft,
    },
    /// Decides on an item at the checking desk: [`crate::Reply::Done`].
    Decide {
        /// Where.
        space: SpaceId,
        /// Which item.
        item: RecordId,
        /// How.
        decision: DecisionDraft,
    },
    /// Shares exhibits and files with people of parties of limited access: [`crate::Reply::Done`].
    Share {
        /// Where.
        space: SpaceId,
        /// What, with whom, why.
        share: ShareDraft,
    },
    /// Asks a party of limited access for something: [`crate::Reply::Created`].
    Request {
        /// Where.
        space: SpaceId,
        /// Whom, for what.
        request: RequestDraft,
    },
    /// Notes that the reader has read a request to their party: [`crate::Reply::Done`].
    MarkRead {
        /// Where.
        space: SpaceId,
        /// Which.
        request: RecordId,
    },
}

/// Something to be sent for check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionDraft {
    /// What it is.
    pub title: String,
    /// What is said with it.
    pub note: String,
    /// Number of files that follow.
    pub files: u32,
    /// How it was obtained and what may be done with it.
    pub handling: Handling,
    /// The request it answers.
    pub answers: Option<RecordId>,
}

/// A decision on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// What becomes of it.
    pub outcome: SubmissionOutcome,
    /// Why.
    pub reason: String,
    /// Limited to what the purpose requires.
    pub limited_to_purpose: bool,
    /// Meets the conditions under which it was sent.
    pub meets_conditions: bool,
    /// For whom.
    pub addressees: Vec<PersonId>,
    /// The redacted copy in its place.
    pub instead: Option<RecordId>,
}

/// Something to be shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareDraft {
    /// What it is, in a few words.
    pub title: String,
    /// Exhibits and files.
    pub records: Vec<RecordId>,
    /// For whom; all of parties of limited access.
    pub addressees: Vec<PersonId>,
    /// Why it is needed there.
    pub reason: String,
    /// Confirmed: necessary for the purpose of the team.
    pub necessity: bool,
    /// What may be done with it.
    pub handling: Handling,
}

/// A request to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestDraft {
    /// Whom.
    pub party: PartyId,
    /// In one line.
    pub subject: String,
    /// What is asked, and why.
    pub text: String,
    /// Until when, ISO date; empty when not said.
    pub due: String,
}

/// The exchange page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeView {
    /// The reader's own party has limited access.
    pub limited: bool,
    /// The reader decides at the checking desk.
    pub decides: bool,
    /// The reader may share.
    pub may_share: bool,
    /// The parties of limited access; for their own people only their own.
    pub partners: Vec<PartnerView>,
    /// Who administers the case: (name, party).
    pub administrators: Vec<(String, String)>,
    /// People for whom an item at the desk can be meant, by party.
    pub team: Vec<AddresseeView>,
    /// Sent for check: by one's own party, or, at the desk, by all; newest first.
    pub submissions: Vec<SubmissionView>,
    /// Number of items that wait for a decision.
    pub waiting: u32,
    /// Shared or passed on, as far as the reader can read it; newest first.
    pub shares: Vec<ShareView>,
    /// Requests; newest first.
    pub requests: Vec<RequestView>,
}

/// A party of limited access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerView {
    /// Which.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// Its legal position.
    pub status: String,
    /// The controller it knows of; empty while none is designated.
    pub controller: String,
    /// Since when it knows.
    pub controller_since: Option<Moment>,
    /// Its people.
    pub people: Vec<AddresseeView>,
}

/// Somebody for whom something can be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddresseeView {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Function.
    pub function: String,
    /// Name of the party.
    pub party: String,
}

/// A file in the exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeFile {
    /// The record that attached it.
    pub file: RecordId,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub length: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// How it can be shown: image, pdf or other.
    pub preview: String,
    /// Who attached it.
    pub author: String,
    /// When.
    pub attached: Moment,
    /// Who has downloaded it, and when first.
    pub downloads: Vec<(String, Moment)>,
    /// Of those for whom it is meant, so many have downloaded it.
    pub downloaded: u32,
    /// So many it is meant for.
    pub of: u32,
}

/// Something sent for check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionView {
    /// Its record.
    pub record: RecordId,
    /// What it is.
    pub title: String,
    /// What is said with it.
    pub note: String,
    /// The party that sent it.
    pub party: String,
    /// Who sent it.
    pub author: String,
    /// When.
    pub sent: Moment,
    /// Files announced.
    pub announced: u32,
    /// How it was obtained and what may be done with it.
    pub handling: Handling,
    /// Subject of the request that it answers; empty when none.
    pub answers: String,
    /// What is decided one by one.
    pub items: Vec<ItemView>,
}

/// An item of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// The file's record, or the submission's for its text.
    pub item: RecordId,
    /// The file; `None` for the text.
    pub file: Option<ExchangeFile>,
    /// waiting, passed-on, passed-redacted, returned, kept.
    pub outcome: String,
    /// Why.
    pub reason: String,
    /// Who decided; empty while nobody has.
    pub decided_by: String,
    /// When.
    pub decided: Option<Moment>,
    /// For whom it is meant.
    pub addressees: Vec<String>,
    /// Redacted copies attached at the desk.
    pub copies: Vec<ExchangeFile>,
}

/// Something shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareView {
    /// Its record.
    pub record: RecordId,
    /// What it is.
    pub title: String,
    /// Why.
    pub reason: String,
    /// With which party; empty where it was passed on to the team.
    pub party: String,
    /// The party that sent it for check; empty where it was not passed on.
    pub sent_by: String,
    /// It is a redacted copy.
    pub redacted: bool,
    /// What may be done with it.
    pub handling: Handling,
    /// Who shared it.
    pub author: String,
    /// When.
    pub shared: Moment,
    /// For whom.
    pub addressees: Vec<String>,
    /// It is meant for the reader.
    pub for_me: bool,
    /// Its files.
    pub files: Vec<ExchangeFile>,
    /// Exhibits shared with it: (number where the reader knows it, kind, description).
    pub exhibits: Vec<(String, String, String)>,
    /// Texts passed on: (title, text, author, when).
    pub texts: Vec<(String, String, String, Moment)>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestView {
    /// Its record.
    pub record: RecordId,
    /// The party asked.
    pub party: String,
    /// In one line.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// Until when, ISO date; empty when not said.
    pub due: String,
    /// Who asks.
    pub author: String,
    /// When.
    pub asked: Moment,
    /// Who of the party has read it, and when first.
    pub read: Vec<(String, Moment)>,
    /// When it was answered, as far as the reader can tell.
    pub answered: Option<Moment>,
    /// It is put to the reader's own party.
    pub to_us: bool,
    /// The reader has read it.
    pub read_by_me: bool,
}

/// The limits that can be put on passing something on, in the order offered.
pub const ONWARD: [Onward; 3] = [Onward::Open, Onward::NotToThirdStates, Onward::NotPassedOn];
