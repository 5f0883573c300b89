//! Cases, their parties and people; today.

use hawser_casework::{CaseTerms, Happened, Moment, PartyId, PersonId, RecordId, SpaceId, Work};
use serde::{Deserialize, Serialize};

/// A line in the list of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// The case.
    pub space: SpaceId,
    /// Title; empty while it cannot be read (admitted, not yet a member).
    pub title: String,
    /// Reference.
    pub reference: String,
    /// Own standing: administrator, leader, member, participant, support, invited, suspended, ended.
    pub standing: String,
    /// Last day of the term, ISO date.
    pub ends: String,
    /// Days left; negative when over.
    pub days_left: i64,
    /// Entries not seen yet.
    pub unseen: u64,
    /// Things that wait for me.
    pub waiting: u64,
    /// Not empty when the case record is wrong: the code of the first fault.
    pub fault: String,
}

/// The overview of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// The case.
    pub space: SpaceId,
    /// Terms as corrected.
    pub terms: CaseTerms,
    /// Record that carries the terms, where the reader can correct them.
    pub terms_record: Option<RecordId>,
    /// Days left; negative when over.
    pub days_left: i64,
    /// Own standing, as in [`CaseLine::standing`].
    pub standing: String,
    /// The reader's party has limited access: it reads what is shared with it, and sends for check.
    pub limited: bool,
    /// Items that wait for a decision at the checking desk; zero for whom they do not concern.
    pub awaiting_check: u64,
    /// The parties.
    pub parties: Vec<PartyView>,
    /// Who can read what is written for the team: people by party name.
    pub readers: Vec<(String, u32)>,
    /// Number of exhibits.
    pub exhibits: u64,
    /// Exhibits in dispute.
    pub disputed: u64,
    /// Offers without an answer.
    pub unanswered: u64,
    /// Exhibits without photo.
    pub without_photo: u64,
    /// Last ten entries, newest first.
    pub recent: Vec<EntryLine>,
    /// Steps of setting up that are left: party, compare, people, exhibit.
    pub steps_left: Vec<String>,
    /// Number of the newest entry.
    pub last_entry: u64,
    /// A short code of the record up to there, by which prints are compared: 12 digits.
    pub code: String,
    /// What is wrong with its record.
    pub fault: Option<crate::record::RecordFault>,
}

/// A party on the overview and the people page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyView {
    /// Which.
    pub party: PartyId,
    /// Name.
    pub name: String,
    /// Country.
    pub country: String,
    /// bound-member-state, member-state-not-bound, union-body, third-state, international-court.
    pub status: String,
    /// It has limited access: it reads what is shared with it, and sends for check.
    pub limited: bool,
    /// It has joined.
    pub joined: bool,
    /// Its safety number was compared by one's own organisation (or it is one's own).
    pub verified: bool,
    /// It is one's own.
    pub own: bool,
    /// 60 digits; empty for one's own.
    pub safety_number: String,
    /// Leader's name, where there is one.
    pub leader: String,
    /// Active members.
    pub members: u32,
}

/// A person on the people page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberView {
    /// Who.
    pub person: PersonId,
    /// Name, as certified.
    pub name: String,
    /// Function.
    pub function: String,
    /// Party.
    pub party: PartyId,
    /// administrator, leader, member, participant, support.
    pub role: String,
    /// active, suspended, ended.
    pub state: String,
    /// When admitted.
    pub since: Moment,
    /// Name of who admitted; empty for the founder.
    pub admitted_by: String,
    /// The name fits the certificate, whose chain leads to the party's root.
    pub name_verified: bool,
    /// Could open this many of the team's entries.
    pub can_open: u64,
    /// Of this many.
    pub of: u64,
    /// Exhibits this person holds.
    pub holds: Vec<RecordId>,
    /// This person's offers without an answer.
    pub offers: Vec<RecordId>,
    /// Oneself.
    pub me: bool,
}

/// A nomination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationView {
    /// Its id, hexadecimal.
    pub request: String,
    /// Who is nominated.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Function.
    pub function: String,
    /// By which party.
    pub party: PartyId,
    /// Role asked for.
    pub role: String,
    /// With what was written before.
    pub history: bool,
    /// open, admitted, declined, withdrawn.
    pub stage: String,
    /// Reason, when declined.
    pub reason: String,
    /// Nominated by one's own organisation.
    pub own: bool,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// The people page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleView {
    /// The parties.
    pub parties: Vec<PartyView>,
    /// Everyone who ever was a member.
    pub members: Vec<MemberView>,
    /// Open and answered nominations.
    pub nominations: Vec<NominationView>,
    /// People of one's own organisation who can be nominated.
    pub nominable: Vec<(PersonId, String)>,
    /// Known organisations that are not a party yet.
    pub contacts: Vec<(PartyId, String)>,
    /// Reader administers the case.
    pub administers: bool,
    /// Reader administers their organisation.
    pub administers_organisation: bool,
    /// Access groups in which nothing can be written until they are renewed.
    pub frozen: Vec<String>,
    /// Reader can renew some of them.
    pub renewable: bool,
    /// No administrator is left.
    pub vacant: bool,
    /// Reader can appoint one, for the organisation that founded the space.
    pub appoints: bool,
    /// Desks: (record, name, officers).
    pub desks: Vec<DeskView>,
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskView {
    /// Its record.
    pub desk: RecordId,
    /// Name.
    pub name: String,
    /// Officers.
    pub officers: Vec<(PersonId, String)>,
}

/// What happened, as data for a sentence of the locale (`entry-<kind>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryLine {
    /// Number in the case record.
    pub seq: u64,
    /// The record, where it is one.
    pub record: Option<RecordId>,
    /// Exhibit it is about, to go there.
    pub exhibit: Option<RecordId>,
    /// Kind: case-opened, exhibit-logged, file-attached, corrected, handover-offered, handover-accepted,
    /// handover-reserved, handover-refused, handover-withdrawn, dispute-settled, desk-opened, desk-changed,
    /// person-admitted, person-suspended, person-reinstated, person-ended, role-changed, party-admitted,
    /// party-joined, party-verified, person-named, party-named, refused, unreadable, unknown, keys-renewed.
    pub kind: String,
    /// Named values for the sentence (exhibit, description, person, party, field, old, new, why, rule, …).
    pub values: std::collections::BTreeMap<String, String>,
    /// Author's name.
    pub author: String,
    /// When it happened; for membership the same as recorded.
    pub happened: Happened,
    /// When it was recorded.
    pub recorded: Moment,
    /// Recorded late.
    pub late: bool,
    /// Not seen yet by the reader.
    pub unseen: bool,
}

/// A thing that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// The case, mission or programme; `None` for errands of the organisation.
    pub space: Option<SpaceId>,
    /// Which of these it is.
    pub work: Work,
    /// Its title.
    pub case: String,
    /// Kind: answer-offer, offer-unanswered, dispute, nomination, certify, join-case, compare, confirm-kit,
    /// term-ends, check, controller, request, shared; of missions: join-mission, mission-rate, mission-action,
    /// mission-verify, mission-comment, mission-silence; of programmes: join-programme, programme-overdue,
    /// programme-visit.
    pub kind: String,
    /// Named values for the sentence.
    pub values: std::collections::BTreeMap<String, String>,
    /// The record to open.
    pub record: Option<RecordId>,
    /// Since when it has waited, milliseconds since 1970; nothing where there is no such moment.
    pub since_ms: Option<i64>,
}

/// Something new in a case, mission or programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreshLine {
    /// The case, mission or programme.
    pub space: SpaceId,
    /// Which of these it is.
    pub work: Work,
    /// Its title.
    pub title: String,
    /// What is new.
    pub entry: EntryLine,
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayView {
    /// Oldest first.
    pub waiting: Vec<WaitingLine>,
    /// New since the reader left, newest first, at most 50.
    pub fresh: Vec<FreshLine>,
    /// Number of new entries in all.
    pub fresh_count: u64,
    /// Exhibits in dispute in one's cases.
    pub disputed: u64,
    /// When this was added up, milliseconds since 1970.
    pub checked_ms: i64,
    /// When the reader left last, milliseconds since 1970.
    pub left_ms: Option<i64>,
    /// Days until the nearest term ends, with its case.
    pub next_term: Option<(i64, String)>,
}
