//! The membership kinds: which number carries which body.

use super::Role;
use super::body::{
    EpochStart, Genesis, Grant, GroupCreate, MemberAdd, OrganisationVerified, ProposedOrganisation,
    flag,
};
use crate::codec::{DecodeError, Layout, Reader, Writer};
use crate::id::UserId;
use crate::person::{CertChain, Delegation, PersonCert};

/// Kind of the first event.
pub const KIND_GENESIS: u16 = 1;
const MAX_ROTATIONS: u32 = 256;

/// One membership act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// 1: the first event.
    Genesis(Box<Genesis>),
    /// 2: an administrator admits a party.
    OrganisationAdmit(ProposedOrganisation),
    /// 3: an admitted party's administrator joins in its name.
    OrganisationJoin(Delegation),
    /// 4: a party's root was compared.
    OrganisationVerified(OrganisationVerified),
    /// 5: a nominated person is admitted.
    MemberAdd(Box<MemberAdd>),
    /// 6: suspended, or reinstated.
    MemberSuspend {
        /// Whom.
        user: UserId,
        /// True when a suspension ends.
        lifted: bool,
        /// New epochs of the groups the author holds.
        rotations: Vec<EpochStart>,
    },
    /// 7: ended.
    MemberRemove {
        /// Whom.
        user: UserId,
        /// New epochs of the groups the author holds.
        rotations: Vec<EpochStart>,
    },
    /// 8: another role.
    RoleChange {
        /// Whose.
        user: UserId,
        /// The new role.
        role: Role,
        /// New epochs of the groups the person leaves by it.
        rotations: Vec<EpochStart>,
    },
    /// 9: a member's keys of a newer generation, signed with the new key.
    KeyChange {
        /// From the organisation's root to the new keys.
        chain: Box<CertChain>,
        /// New epochs of groups the person holds.
        rotations: Vec<EpochStart>,
    },
    /// 10: a new group.
    GroupCreate(GroupCreate),
    /// 13: a new epoch.
    EpochStart(EpochStart),
    /// 14: access to past epochs.
    Grant(Grant),
    /// 17: where no administrator is left, the founding organisation makes a member one.
    AdministratorAppoint {
        /// Of who signs, by the founding organisation's root.
        delegation: Delegation,
        /// Whom.
        user: UserId,
    },
    /// 20: an organisation takes back one of its people; who signs need not be a member.
    OrganisationWithdraw {
        /// Of who signs, by the organisation's root.
        delegation: Delegation,
        /// Whom.
        user: UserId,
        /// New epochs of the groups the author holds.
        rotations: Vec<EpochStart>,
    },
    /// 32: an organisation's new administrator (signed by the root).
    AdministratorAdd(Delegation),
    /// 33: an administrator no more (signed by the root).
    AdministratorRevoke(UserId),
    /// 34: a certified person.
    PersonCert(Box<PersonCert>),
    /// 35: a person of the organisation no more.
    PersonRevoke(UserId),
}

fn rotations(input: &mut Reader<'_>) -> Result<Vec<EpochStart>, DecodeError> {
    input.list(MAX_ROTATIONS, "rotations", EpochStart::read)
}

impl Act {
    /// The kind's number in the header.
    pub fn kind(&self) -> u16 {
        match self {
            Self::Genesis(_) => KIND_GENESIS,
            Self::OrganisationAdmit(_) => 2,
            Self::OrganisationJoin(_) => 3,
            Self::OrganisationVerified(_) => 4,
            Self::MemberAdd(_) => 5,
            Self::MemberSuspend { .. } => 6,
            Self::MemberRemove { .. } => 7,
            Self::RoleChange { .. } => 8,
            Self::KeyChange { .. } => 9,
            Self::GroupCreate(_) => 10,
            Self::EpochStart(_) => 13,
            Self::Grant(_) => 14,
            Self::AdministratorAppoint { .. } => 17,
            Self::OrganisationWithdraw { .. } => 20,
            Self::AdministratorAdd(_) => 32,
            Self::AdministratorRevoke(_) => 33,
            Self::PersonCert(_) => 34,
            Self::PersonRevoke(_) => 35,
        }
    }

    /// The delegation by which somebody signs who need not be a member.
    pub fn delegation(&self) -> Option<&Delegation> {
        match self {
            Self::OrganisationJoin(delegation)
            | Self::AdministratorAppoint { delegation, .. }
            | Self::OrganisationWithdraw { delegation, .. } => Some(delegation),
            _ => None,
        }
    }

    /// New epochs that come with somebody's leaving or new keys.
    pub fn rotations(&self) -> &[EpochStart] {
        match self {
            Self::MemberSuspend { rotations, .. }
            | Self::MemberRemove { rotations, .. }
            | Self::RoleChange { rotations, .. }
            | Self::KeyChange { rotations, .. }
            | Self::OrganisationWithdraw { rotations, .. } => rotations,
            _ => &[],
        }
    }

    /// The public part.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        let write_rotations = |out: &mut Writer, rotations: &[EpochStart]| {
            out.list(rotations, |out, rotation| rotation.write(out));
        };
        match self {
            Self::Genesis(body) => body.write(&mut out),
            Self::OrganisationAdmit(body) => body.write(&mut out),
            Self::OrganisationJoin(body) | Self::AdministratorAdd(body) => body.write(&mut out),
            Self::OrganisationVerified(body) => body.write(&mut out),
            Self::MemberAdd(body) => body.write(&mut out),
            Self::MemberSuspend {
                user,
                lifted,
                rotations,
            } => {
                out.fixed(&user.0).u8((*lifted).into());
                write_rotations(&mut out, rotations);
            }
            Self::MemberRemove { user, rotations } => {
                out.fixed(&user.0);
                write_rotations(&mut out, rotations);
            }
            Self::RoleChange {
                user,
                role,
                rotations,
            } => {
                out.fixed(&user.0);
                role.write(&mut out);
                write_rotations(&mut out, rotations);
            }
            Self::KeyChange { chain, rotations } => {
                chain.write(&mut out);
                write_rotations(&mut out, rotations);
            }
            Self::GroupCreate(body) => body.write(&mut out),
            Self::EpochStart(body) => body.write(&mut out),
            Self::Grant(body) => body.write(&mut out),
            Self::AdministratorAppoint { delegation, user } => {
                delegation.write(&mut out);
                out.fixed(&user.0);
            }
            Self::OrganisationWithdraw {
                delegation,
                user,
                rotations,
            } => {
                delegation.write(&mut out);
                out.fixed(&user.0);
                write_rotations(&mut out, rotations);
            }
            Self::AdministratorRevoke(user) | Self::PersonRevoke(user) => {
                out.fixed(&user.0);
            }
            Self::PersonCert(body) => body.write(&mut out),
        }
        out.finish()
    }

    /// Reads the public part of a kind; `Ok(None)` for a kind this version does not know.
    pub fn decode(kind: u16, public: &[u8]) -> Result<Option<Self>, DecodeError> {
        let mut input = Reader::new(public);
        let act = match kind {
            KIND_GENESIS => Self::Genesis(Box::new(Genesis::read(&mut input)?)),
            2 => Self::OrganisationAdmit(ProposedOrganisation::read(&mut input)?),
            3 => Self::OrganisationJoin(Delegation::read(&mut input)?),
            4 => Self::OrganisationVerified(OrganisationVerified::read(&mut input)?),
            5 => Self::MemberAdd(Box::new(MemberAdd::read(&mut input)?)),
            6 => Self::MemberSuspend {
                user: UserId(input.array("user")?),
                lifted: flag(&mut input, "lifted")?,
                rotations: rotations(&mut input)?,
            },
            7 => Self::MemberRemove {
                user: UserId(input.array("user")?),
                rotations: rotations(&mut input)?,
            },
            8 => Self::RoleChange {
                user: UserId(input.array("user")?),
                role: Role::read(&mut input)?,
                rotations: rotations(&mut input)?,
            },
            9 => Self::KeyChange {
                chain: Box::new(CertChain::read(&mut input)?),
                rotations: rotations(&mut input)?,
            },
            10 => Self::GroupCreate(GroupCreate::read(&mut input)?),
            13 => Self::EpochStart(EpochStart::read(&mut input)?),
            14 => Self::Grant(Grant::read(&mut input)?),
            17 => Self::AdministratorAppoint {
                delegation: Delegation::read(&mut input)?,
                user: UserId(input.array("user")?),
            },
            20 => Self::OrganisationWithdraw {
                delegation: Delegation::read(&mut input)?,
                user: UserId(input.array("user")?),
                rotations: rotations(&mut input)?,
            },
            32 => Self::AdministratorAdd(Delegation::read(&mut input)?),
            33 => Self::AdministratorRevoke(UserId(input.array("user")?)),
            34 => Self::PersonCert(Box::new(PersonCert::read(&mut input)?)),
            35 => Self::PersonRevoke(UserId(input.array("user")?)),
            _ => return Ok(None),
        };
        input.end()?;
        Ok(Some(act))
    }
}
