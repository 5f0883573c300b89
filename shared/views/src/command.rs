//! What the page can ask, and what it gets. No command returns a key.

use hawser_casework::{
    Answer, CaseTerms, Exhibit, Happened, PartyId, PersonId, RecordId, Scheme, Settlement, SpaceId,
};
use serde::{Deserialize, Serialize};

use crate::account::{
    InvitationPreview, KeysView, Me, PassphraseEstimate, RecoveryKit, Registration, SessionView,
};
use crate::bundle::{BundlePlan, BundleWish};
use crate::case::{CaseLine, CaseView, PeopleView, TodayView};
use crate::evidence::{EarlierUse, ExhibitLine, ExhibitView, HandoversView, OfferDraft};
use crate::exchange::{ExchangeCommand, ExchangeView};
use crate::keepers::{KeeperOffer, KeepersView, KeepersWish};
use crate::mission::{MissionCommand, MissionReply};
use crate::organisation::{OrganisationView, WithdrawalLine};
use crate::programme::{ProgrammeCommand, ProgrammeReply};
use crate::record::{RecordCheck, TimelineView};
use crate::transfer::{PickedFile, Transfer};

/// One nomination of a person of one's own organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationDraft {
    /// Who.
    pub person: PersonId,
    /// administrator, leader, member, participant, support; manager, assessor, host.
    pub role: String,
    /// With what was written before.
    pub history: bool,
}

/// What becomes of a person in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Suspended.
    Suspend,
    /// Suspension lifted.
    Reinstate,
    /// Ended for good.
    End,
}

/// Asked by the page. `Debug` is not derived: some carry passphrases.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Command {
    /// Whether a session is there: [`Reply::Standing`].
    Status,
    /// [`Reply::Invitation`].
    InspectInvitation {
        /// The link's fragment, without '#'.
        fragment: String,
    },
    /// Six generated words: [`Reply::Passphrase`].
    GeneratePassphrase,
    /// [`Reply::Estimate`].
    EstimatePassphrase {
        /// As typed.
        passphrase: String,
        /// Words an attacker would try first (sign-in name, own name).
        related: Vec<String>,
    },
    /// [`Reply::Kit`].
    Register(Registration),
    /// Types part of the kit back: [`Reply::Me`].
    ConfirmKit {
        /// The asked groups in order.
        groups: Vec<String>,
    },
    /// [`Reply::Me`].
    SignIn {
        /// Name.
        sign_in_name: String,
        /// Passphrase.
        passphrase: String,
        /// Browser and system, in words.
        label: String,
    },
    /// [`Reply::Kit`]: a new kit comes with the new passphrase.
    Recover {
        /// Name.
        sign_in_name: String,
        /// The kit as typed.
        kit: String,
        /// The new passphrase.
        passphrase: String,
        /// Browser and system, in words.
        label: String,
    },
    /// [`Reply::Done`].
    ChangePassphrase {
        /// The present one.
        present: String,
        /// The new one.
        new: String,
    },
    /// [`Reply::Done`].
    SignOut,
    /// [`Reply::Me`].
    Me,
    /// [`Reply::Sessions`].
    Sessions,
    /// [`Reply::Done`].
    RevokeSession {
        /// Its id.
        id: String,
    },

    /// [`Reply::Organisation`].
    Organisation,
    /// [`Reply::Link`].
    Invite {
        /// Whom it is for, for one's own list.
        for_whom: String,
        /// Hours until it expires.
        hours: u32,
    },
    /// [`Reply::Done`].
    WithdrawInvitation {
        /// Look-up value.
        lookup: String,
    },
    /// Certifies who answered: [`Reply::Done`].
    Certify {
        /// Look-up value.
        lookup: String,
    },
    /// How one's keys stand: [`Reply::Keys`].
    Keys,
    /// Draws new keys, under a new passphrase and a new kit: [`Reply::Kit`].
    DrawKeys {
        /// Present passphrase.
        present: String,
        /// New passphrase.
        new: String,
    },
    /// Asks the administrators again to certify one's new keys: [`Reply::Done`].
    AskForCertificate,
    /// Certifies a person's new keys, whose number was compared: [`Reply::Done`].
    CertifyKeys {
        /// Whose.
        person: PersonId,
        /// 30 digits.
        number: String,
    },
    /// What a person of one's organisation is in: [`Reply::WithdrawalPlan`].
    WithdrawalPlan {
        /// Who.
        person: PersonId,
    },
    /// Takes a person of one's organisation out of a space: [`Reply::Done`].
    Withdraw {
        /// Out of where.
        space: SpaceId,
        /// Whom.
        person: PersonId,
    },
    /// Makes a person of one's organisation its administrator, or no longer one: [`Reply::Done`].
    SetAdministrator {
        /// Whom.
        person: PersonId,
        /// Which.
        administers: bool,
    },
    /// A person belongs to one's organisation no more: [`Reply::Done`].
    RevokePerson {
        /// Who.
        person: PersonId,
    },
    /// Makes a member the administrator of a space that has none, for the organisation that founded it: [`Reply::Done`].
    AppointAdministrator {
        /// Where.
        space: SpaceId,
        /// Whom.
        person: PersonId,
    },
    /// Renews access groups in which nothing can be written: [`Reply::Done`].
    RenewGroups {
        /// Where.
        space: SpaceId,
    },
    /// Takes in another organisation's card: [`Reply::Done`].
    AddContact {
        /// The card's link or its fragment.
        card: String,
    },
    /// The numbers were compared and are the same: [`Reply::Done`].
    ConfirmSafetyNumber {
        /// Which.
        party: PartyId,
        /// The 60 digits that were compared; must be the ones computed.
        digits: String,
    },

    /// [`Reply::Today`].
    Today,
    /// [`Reply::Cases`].
    Cases,
    /// [`Reply::Created`].
    CreateCase {
        /// Terms.
        terms: CaseTerms,
        /// Own legal position.
        status: String,
        /// Independent log keepers.
        keepers: KeepersWish,
    },
    /// [`Reply::Case`].
    Case {
        /// Which.
        space: SpaceId,
    },
    /// [`Reply::People`].
    People {
        /// Which.
        space: SpaceId,
    },
    /// [`Reply::Done`].
    AdmitParty {
        /// Where.
        space: SpaceId,
        /// A known organisation.
        party: PartyId,
        /// Its legal position.
        status: String,
        /// With limited access: its people read what is shared with them, and send for check.
        limited: bool,
    },
    /// Joins in the name of one's organisation: [`Reply::Done`].
    JoinCase {
        /// Where.
        space: SpaceId,
    },
    /// [`Reply::Done`].
    Nominate {
        /// Where.
        space: SpaceId,
        /// Whom.
        nominations: Vec<NominationDraft>,
    },
    /// [`Reply::Done`].
    WithdrawNomination {
        /// Where.
        space: SpaceId,
        /// Request id, hexadecimal.
        request: String,
    },
    /// Admits one or many at once: [`Reply::Done`].
    Admit {
        /// Where.
        space: SpaceId,
        /// Request ids, hexadecimal.
        requests: Vec<String>,
    },
    /// [`Reply::Done`].
    Decline {
        /// Where.
        space: SpaceId,
        /// Request id, hexadecimal.
        request: String,
        /// Reason, read by who nominated.
        reason: String,
    },
    /// [`Reply::Done`].
    ChangeStanding {
        /// Where.
        space: SpaceId,
        /// Whose.
        person: PersonId,
        /// What.
        standing: Standing,
        /// Reason, read by the team.
        reason: String,
        /// Also while the person holds exhibits or has open offers: these wait for an administrator then.
        despite_matters: bool,
    },
    /// [`Reply::Done`].
    ChangeRole {
        /// Where.
        space: SpaceId,
        /// Whose.
        person: PersonId,
        /// administrator, leader, member, participant, support; manager, assessor, host.
        role: String,
        /// Reason.
        reason: String,
    },
    /// [`Reply::Created`].
    OpenDesk {
        /// Where.
        space: SpaceId,
        /// Name.
        name: String,
        /// Officers.
        officers: Vec<PersonId>,
    },
    /// [`Reply::Done`].
    ChangeDesk {
        /// Where.
        space: SpaceId,
        /// Which.
        desk: RecordId,
        /// Officers.
        officers: Vec<PersonId>,
    },

    /// [`Reply::Exhibits`].
    Exhibits {
        /// Where.
        space: SpaceId,
    },
    /// [`Reply::Exhibit`].
    Exhibit {
        /// Where.
        space: SpaceId,
        /// Which.
        exhibit: RecordId,
    },
    /// [`Reply::Created`].
    LogExhibit {
        /// Where.
        space: SpaceId,
        /// What.
        exhibit: Exhibit,
        /// When found.
        happened: Happened,
    },
    /// [`Reply::Done`].
    Correct {
        /// Where.
        space: SpaceId,
        /// Which record.
        target: RecordId,
        /// Stable field name.
        field: String,
        /// As the person saw it.
        old: String,
        /// As it should be.
        new: String,
        /// Why.
        why: String,
    },
    /// Where an identifier was used already: [`Reply::EarlierUses`].
    EarlierUses {
        /// Where.
        space: SpaceId,
        /// Which scheme.
        scheme: Scheme,
        /// As typed.
        value: String,
    },
    /// Files beside the envelope: [`Reply::Transfers`].
    AttachFiles {
        /// Where.
        space: SpaceId,
        /// To which record: an exhibit, something sent for check, a file of that (as its redacted copy).
        to: RecordId,
        /// In the order of the files beside.
        files: Vec<PickedFile>,
    },
    /// Continues an upload after a reload; the file is beside: [`Reply::Transfers`].
    ResumeUpload {
        /// Transfer id.
        transfer: String,
        /// The file picked again.
        file: PickedFile,
    },
    /// [`Reply::Transfers`].
    Transfers,
    /// [`Reply::Done`].
    CancelTransfer {
        /// Transfer id.
        transfer: String,
    },
    /// Tries an upload again that failed while its file is still at hand: [`Reply::Done`].
    RetryTransfer {
        /// Transfer id.
        transfer: String,
    },
    /// The file's bytes as a `Blob` beside the reply, hash checked: [`Reply::File`].
    OpenFile {
        /// Where.
        space: SpaceId,
        /// The record that attached it.
        file: RecordId,
        /// Only a picture of it is wanted: nobody is told that it is on its way.
        for_preview: bool,
    },

    /// [`Reply::Handovers`].
    Handovers {
        /// Where.
        space: SpaceId,
    },
    /// [`Reply::Created`].
    Offer {
        /// Where.
        space: SpaceId,
        /// What.
        offer: OfferDraft,
    },
    /// [`Reply::Done`].
    AnswerOffer {
        /// Where.
        space: SpaceId,
        /// Which offer.
        offer: RecordId,
        /// Which exhibit of it.
        exhibit: RecordId,
        /// Answer.
        answer: Answer,
        /// Reservation or reason.
        reason: String,
        /// Seal number on arrival.
        seal_in: String,
        /// When.
        happened: Happened,
        /// Photo attached to the exhibit before, for a reservation.
        photo: Option<RecordId>,
    },
    /// [`Reply::Done`].
    WithdrawOffer {
        /// Where.
        space: SpaceId,
        /// Which.
        offer: RecordId,
        /// Why.
        reason: String,
    },
    /// [`Reply::Done`].
    SettleDispute {
        /// Where.
        space: SpaceId,
        /// Which offer.
        offer: RecordId,
        /// Which exhibit.
        exhibit: RecordId,
        /// How.
        outcome: Settlement,
        /// Why.
        reason: String,
    },

    /// The exchange with parties of limited access.
    Exchange(ExchangeCommand),
    /// Port missions.
    Mission(MissionCommand),
    /// Programmes.
    Programme(ProgrammeCommand),

    /// [`Reply::Timeline`].
    Timeline {
        /// Where.
        space: SpaceId,
        /// How many of the newest to leave out.
        offset: u64,
        /// How many to show.
        limit: u64,
        /// Order by what happened (else by the case record).
        by_happened: bool,
    },
    /// Everything up to now has been seen: [`Reply::Done`].
    MarkSeen {
        /// Where.
        space: SpaceId,
    },
    /// Log keepers that a new space can name: [`Reply::KeepersOffered`].
    KeepersOffered,
    /// How a record stands with its log keepers: [`Reply::Keepers`].
    Keepers {
        /// Where.
        space: SpaceId,
        /// They are asked first.
        anew: bool,
    },
    /// What a bundle could hold: [`Reply::BundlePlan`].
    BundlePlan {
        /// Where.
        space: SpaceId,
    },
    /// Makes a bundle: [`Reply::File`], the ZIP file beside.
    MakeBundle {
        /// Where.
        space: SpaceId,
        /// What goes in.
        wish: BundleWish,
    },
    /// Replays from the first entry: [`Reply::Record`].
    CheckRecord {
        /// Where.
        space: SpaceId,
    },
}

/// What came of a command.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "is", content = "view", rename_all = "kebab-case")]
pub enum Reply {
    /// It was recorded and is durable.
    Done,
    /// It was recorded and is durable; its identifier (a space or a record), hexadecimal.
    Created(String),
    /// signed-out, locked (session there, keys not) or unlocked.
    Standing(String),
    /// Answer to [`Command::InspectInvitation`].
    Invitation(InvitationPreview),
    /// Six words.
    Passphrase(String),
    /// Answer to [`Command::EstimatePassphrase`].
    Estimate(PassphraseEstimate),
    /// Shown once.
    Kit(RecoveryKit),
    /// Who is at work.
    Me(Me),
    /// How one's keys stand.
    Keys(KeysView),
    /// Own sessions.
    Sessions(Vec<SessionView>),
    /// Own organisation.
    Organisation(OrganisationView),
    /// Answer to [`Command::WithdrawalPlan`].
    WithdrawalPlan(Vec<WithdrawalLine>),
    /// A link to hand on.
    Link(String),
    /// First page.
    Today(TodayView),
    /// All cases.
    Cases(Vec<CaseLine>),
    /// One case.
    Case(CaseView),
    /// People of a case.
    People(PeopleView),
    /// All exhibits.
    Exhibits(Vec<ExhibitLine>),
    /// One exhibit.
    Exhibit(Box<ExhibitView>),
    /// Answer to [`Command::EarlierUses`].
    EarlierUses(Vec<EarlierUse>),
    /// Files on their way.
    Transfers(Vec<Transfer>),
    /// A file's name and media type; the `Blob` is beside.
    File(PickedFile),
    /// Hand-overs.
    Handovers(HandoversView),
    /// The exchange.
    Exchange(Box<ExchangeView>),
    /// Of port missions.
    Mission(MissionReply),
    /// Of programmes.
    Programme(ProgrammeReply),
    /// Timeline.
    Timeline(TimelineView),
    /// Outcome of a check.
    Record(RecordCheck),
    /// Log keepers that a new space can name.
    KeepersOffered(Vec<KeeperOffer>),
    /// How a record stands with its log keepers.
    Keepers(KeepersView),
    /// What a bundle could hold.
    BundlePlan(BundlePlan),
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reply(…)")
    }
}
