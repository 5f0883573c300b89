//! Who is in a space, as what, with access to which groups: the public part of
//! the ledger, and the state it adds up to.

mod act;
mod body;
mod rule;
mod state;

pub use act::{Act, KIND_GENESIS};
pub use body::{
    EpochMember, EpochStart, Genesis, Grant, GroupCreate, MAX_KEEPERS, MemberAdd,
    OrganisationVerified, ProposedOrganisation, WrapHash, flag,
};
pub use rule::{MembershipError, MembershipRule};
pub use state::{Group, LogTerms, Member, MemberState, Membership, Organisation};

use crate::codec::{DecodeError, Layout, Reader, Writer};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident, $field:literal { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Its byte.
            pub const fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }
        }
        impl Layout for $name {
            fn write(&self, out: &mut Writer) { out.u8(self.code()); }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                match input.u8($field)? {
                    $($code => Ok(Self::$variant),)+
                    found => Err(DecodeError::Value { field: $field, found: found.into() }),
                }
            }
        }
    };
}

coded!(
    /// What a space is for.
    SpaceKind, "space_kind" {
        /// An organisation's own.
        Organisation = 1,
        /// A joint investigation.
        Case = 2,
        /// The joint assessment of one port.
        Mission = 3,
        /// Several missions' aggregates.
        Programme = 4,
        /// Who read and exported what.
        Journal = 5,
    }
);

coded!(
    /// What a person may do in a space.
    Role, "role" {
        /// Administers the space and its checking desk.
        Administrator = 1,
        /// Leads a party's people.
        Leader = 2,
        /// Judicial or law-enforcement member.
        Member = 3,
        /// Eurojust, Europol, OLAF: may contribute.
        Participant = 4,
        /// Secretariat: never decides on submissions.
        Support = 5,
        /// Manages a mission.
        Manager = 6,
        /// Assesses a port.
        Assessor = 7,
        /// Host authority of a port.
        Host = 8,
    }
);

coded!(
    /// The legal position of a party (Regulation (EU) 2023/969, Art 16 to 18).
    PartyStatus, "party_status" {
        /// Member State bound by the Regulation.
        BoundMemberState = 1,
        /// Member State not bound.
        MemberStateNotBound = 2,
        /// Union body.
        UnionBody = 3,
        /// Third State.
        ThirdState = 4,
        /// International court.
        InternationalCourt = 5,
    }
);

coded!(
    /// What an access group is for.
    GroupPurpose, "group_purpose" {
        /// Everyone who works on the whole.
        Team = 1,
        /// Administrators who check submissions; with an organisation, they and its people.
        CheckingDesk = 2,
        /// One organisation of limited access, and the team that shares with it.
        Shared = 3,
        /// Made when needed.
        Special = 4,
    }
);

coded!(
    /// How an organisation's root was verified.
    VerificationMethod, "method" {
        /// The safety number was compared.
        SafetyNumber = 1,
        /// By an authenticated invitation.
        Invitation = 2,
        /// Not compared; someone decided to go on, for ever visible.
        Override = 3,
    }
);

impl Role {
    /// Whether it administers a space of whatever kind.
    pub const fn administers(self) -> bool {
        matches!(self, Self::Administrator | Self::Manager)
    }

    /// The role of who founds a space.
    pub const fn founding(kind: SpaceKind) -> Self {
        match kind {
            SpaceKind::Mission | SpaceKind::Programme => Self::Manager,
            SpaceKind::Organisation | SpaceKind::Case | SpaceKind::Journal => Self::Administrator,
        }
    }

    /// Whether somebody can have this role in a kind of space.
    pub const fn belongs(self, kind: SpaceKind) -> bool {
        match kind {
            SpaceKind::Mission => matches!(self, Self::Manager | Self::Assessor | Self::Host),
            SpaceKind::Programme => matches!(self, Self::Manager | Self::Participant),
            SpaceKind::Organisation | SpaceKind::Case | SpaceKind::Journal => {
                !matches!(self, Self::Manager | Self::Assessor | Self::Host)
            }
        }
    }
}

impl PartyStatus {
    /// Whether it stands outside of the Union: its people never administer a case (Regulation (EU)
    /// 2023/969, Art 14).
    pub const fn is_third(self) -> bool {
        matches!(self, Self::ThirdState | Self::InternationalCourt)
    }
}
