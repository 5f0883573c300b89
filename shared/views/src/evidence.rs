//! Exhibits, files and hand-overs as the page shows them.

use hawser_casework::record::Settlement;
use hawser_casework::{
    BlobId, Custodian, Exhibit, Happened, Identifier, Moment, PersonId, RecordId,
};
use serde::{Deserialize, Serialize};

/// A line in the table of exhibits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitLine {
    /// The exhibit.
    pub exhibit: RecordId,
    /// Its number, such as E-0007.
    pub number: String,
    /// Kind (kebab-case).
    pub kind: String,
    /// Description.
    pub description: String,
    /// Where found.
    pub place: String,
    /// When found.
    pub happened: Happened,
    /// Holder's name.
    pub holder: String,
    /// held, offered, disputed.
    pub custody: String,
    /// Seal number; may be empty.
    pub seal_number: String,
    /// Identifiers in customary spelling.
    pub identifiers: Vec<String>,
    /// Number of files.
    pub files: u32,
    /// Registered by hash.
    pub by_hash: bool,
    /// Handling code; may be empty.
    pub handling: String,
    /// Conflicting corrections to look at.
    pub conflict: bool,
    /// Not seen yet.
    pub unseen: bool,
    /// The first picture, for a thumbnail.
    pub picture: Option<RecordId>,
    /// The reader holds it (or a desk of theirs does) and it can be offered.
    pub can_offer: bool,
}

/// An exhibit with everything about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitView {
    /// Its line.
    pub line: ExhibitLine,
    /// As corrected.
    pub exhibit: Exhibit,
    /// Number of the parent, where there is one.
    pub parent_number: Option<String>,
    /// Children: (record, number, description).
    pub children: Vec<(RecordId, String, String)>,
    /// Who logged it.
    pub logged_by: String,
    /// When it was recorded.
    pub recorded: Moment,
    /// Number in the case record.
    pub seq: u64,
    /// Recorded late.
    pub late: bool,
    /// Files.
    pub files: Vec<FileView>,
    /// Custody from the first holder on.
    pub chain: Vec<ChainStep>,
    /// Corrections, oldest first.
    pub corrections: Vec<CorrectionView>,
    /// Other exhibits that carry one of its identifiers or its seal.
    pub also: Vec<(RecordId, String, String)>,
    /// The open offer, if any.
    pub offer: Option<OfferView>,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// The record that attached it.
    pub file: RecordId,
    /// Its body.
    pub blob: BlobId,
    /// Name.
    pub name: String,
    /// Media type as told by the browser that attached it.
    pub media_type: String,
    /// Bytes.
    pub length: u64,
    /// SHA-256 of the plaintext.
    pub sha256: String,
    /// Caption.
    pub caption: String,
    /// Who attached it.
    pub author: String,
    /// When.
    pub recorded: Moment,
    /// image, pdf, or other: what can be previewed.
    pub preview: String,
}

/// A step of the chain of custody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainStep {
    /// logged, offered, accepted, reserved, refused, withdrawn, settled.
    pub kind: String,
    /// From whom (or who logged it).
    pub from: String,
    /// To whom.
    pub to: String,
    /// The human who acted.
    pub by: String,
    /// When it happened.
    pub happened: Happened,
    /// When it was recorded.
    pub recorded: Moment,
    /// Place; may be empty.
    pub place: String,
    /// Purpose; may be empty.
    pub purpose: String,
    /// Seal out or in; may be empty.
    pub seal: String,
    /// Condition, reservation or reason; may be empty.
    pub note: String,
    /// The photo of the exhibit as received.
    pub photo: Option<RecordId>,
    /// The statement's own signature was verified.
    pub signed: bool,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionView {
    /// Stable field name.
    pub field: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
    /// Why.
    pub why: String,
    /// By whom.
    pub author: String,
    /// When.
    pub recorded: Moment,
    /// Made while somebody else changed the same field.
    pub conflict: bool,
}

/// A hand-over that was offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// Its record.
    pub offer: RecordId,
    /// Giver's name.
    pub from: String,
    /// Receiver's name (person or desk).
    pub to: String,
    /// Receiver is a desk.
    pub to_desk: bool,
    /// Each exhibit with its answer: (record, number, description, open | accepted | reserved | refused | settled, reason).
    pub exhibits: Vec<OfferedExhibit>,
    /// When it happened.
    pub happened: Happened,
    /// When it was recorded.
    pub recorded: Moment,
    /// Place.
    pub place: String,
    /// Purpose.
    pub purpose: String,
    /// Seal out.
    pub seal_out: String,
    /// Condition.
    pub condition: String,
    /// The reader may answer.
    pub can_answer: bool,
    /// The reader may withdraw it.
    pub can_withdraw: bool,
    /// In which ways the reader may settle its disputes.
    pub settlements: Vec<Settlement>,
    /// Withdrawn.
    pub withdrawn: bool,
}

/// One exhibit of an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedExhibit {
    /// Which.
    pub exhibit: RecordId,
    /// Number.
    pub number: String,
    /// Description.
    pub description: String,
    /// open, accepted, reserved, refused, settled, withdrawn.
    pub answer: String,
    /// Reason or reservation.
    pub reason: String,
    /// Name of the human who answered.
    pub by: String,
    /// How the dispute over a refusal was settled, if it was.
    pub settled: Option<Settled>,
}

/// The end of a dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Who has it.
    pub outcome: Settlement,
    /// Why that is sure.
    pub reason: String,
    /// Name of the human who settled it.
    pub by: String,
}

/// The hand-overs page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoversView {
    /// To me or a desk of mine, open.
    pub to_me: Vec<OfferView>,
    /// From me, open.
    pub from_me: Vec<OfferView>,
    /// Between others, open.
    pub in_transit: Vec<OfferView>,
    /// With an exhibit in dispute.
    pub disputed: Vec<OfferView>,
    /// Done, newest first, at most 100.
    pub done: Vec<OfferView>,
    /// What I hold and can offer.
    pub mine: Vec<ExhibitLine>,
    /// To whom: members and desks.
    pub custodians: Vec<(Custodian, String)>,
}

/// A new hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferDraft {
    /// One or several.
    pub exhibits: Vec<RecordId>,
    /// To whom.
    pub to: Custodian,
    /// When and how known.
    pub happened: Happened,
    /// Where.
    pub place: String,
    /// What for.
    pub purpose: String,
    /// Seal number on leaving.
    pub seal_out: String,
    /// Condition on leaving.
    pub condition: String,
}

/// Where an identifier or seal number was used already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierUse {
    /// The exhibit.
    pub exhibit: RecordId,
    /// Its number.
    pub number: String,
    /// Its description.
    pub description: String,
}

/// What the exhibit form must know: (an identifier as typed, where it was used).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentifierUse {
    /// As asked.
    pub identifier: Identifier,
    /// Where it was used already in the case.
    pub earlier: Vec<EarlierUse>,
}

/// For choosing people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChoice {
    /// Who.
    pub person: PersonId,
    /// Name and party.
    pub name: String,
}
