//! Layouts of membership events' public parts.

use super::{GroupPurpose, PartyStatus, SpaceKind, VerificationMethod};
use crate::codec::{DecodeError, Layout, Reader, Writer, ascending};
use crate::consent::Consent;
use crate::header::{SUITE_X25519, read_suite};
use crate::id::{GroupId, OrganisationId, UserId};
use crate::person::CertChain;

const MAX_ORGANISATIONS: u32 = 256;
const MAX_MEMBERS: u32 = 4096;
const MAX_TEXT: u32 = 512;
const MAX_POLICY: u32 = 4096;
/// Most independent log keepers that a space names.
pub const MAX_KEEPERS: u32 = 16;
const X25519_RECIPIENT: u32 = 32;
const XWING_RECIPIENT: u32 = 1216;

/// A byte that is 0 or 1.
pub fn flag(input: &mut Reader<'_>, field: &'static str) -> Result<bool, DecodeError> {
    match input.u8(field)? {
        0 => Ok(false),
        1 => Ok(true),
        found => Err(DecodeError::Value {
            field,
            found: found.into(),
        }),
    }
}

/// An organisation as the space's administrators know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedOrganisation {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its root.
    pub root: [u8; 32],
    /// Its legal position.
    pub status: PartyStatus,
}

impl Layout for ProposedOrganisation {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.organisation.0).fixed(&self.root);
        self.status.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            organisation: OrganisationId(input.array("organisation")?),
            root: input.array("root")?,
            status: PartyStatus::read(input)?,
        })
    }
}

/// The first event of a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// What the space is for.
    pub kind: SpaceKind,
    /// Makes the identifier unguessable.
    pub random: [u8; 32],
    /// Root of the founding organisation (of itself, for an organisation).
    pub root: [u8; 32],
    /// The founder; `None` for an organisation, whose root signs.
    pub founder: Option<CertChain>,
    /// The organisations foreseen, ascending; the founder's is among them.
    pub organisations: Vec<ProposedOrganisation>,
    /// Lowest suite allowed, for ever.
    pub min_suite: u8,
    /// Origin of the deployment.
    pub origin: String,
    /// The deployment's log key; zero where it has none.
    pub log_key: [u8; 32],
    /// Keys of the log keepers wanted, ascending, each once.
    pub log_keepers: Vec<[u8; 32]>,
    /// Largest age of a confirmation, in seconds; zero for any.
    pub max_age_s: u32,
    /// Policy bytes; consents name their hash.
    pub policy: Vec<u8>,
}

impl Layout for Genesis {
    fn write(&self, out: &mut Writer) {
        self.kind.write(out);
        out.fixed(&self.random).fixed(&self.root);
        match &self.founder {
            None => {
                out.u8(0);
            }
            Some(founder) => {
                out.u8(1);
                founder.write(out);
            }
        }
        out.list(&self.organisations, |out, organisation| {
            organisation.write(out);
        });
        out.u8(self.min_suite)
            .bytes(self.origin.as_bytes())
            .fixed(&self.log_key);
        out.list(&self.log_keepers, |out, keeper| {
            out.fixed(keeper);
        });
        out.u32(self.max_age_s).bytes(&self.policy);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let kind = SpaceKind::read(input)?;
        let random = input.array("random")?;
        let root = input.array("root")?;
        let founder = if flag(input, "founder")? {
            Some(CertChain::read(input)?)
        } else {
            None
        };
        let organisations = input.list(
            MAX_ORGANISATIONS,
            "organisations",
            ProposedOrganisation::read,
        )?;
        ascending(&organisations, "organisations", |entry| entry.organisation)?;
        let min_suite = read_suite(input, "min_suite")?;
        let origin = std::str::from_utf8(input.bytes(MAX_TEXT, "origin")?)
            .map_err(|_| DecodeError::Value {
                field: "origin",
                found: 0,
            })?
            .to_owned();
        let log_key = input.array("log_key")?;
        let log_keepers = input.list(MAX_KEEPERS, "log_keepers", |input| {
            input.array("log_keeper")
        })?;
        ascending(&log_keepers, "log_keepers", |keeper: &[u8; 32]| *keeper)?;
        Ok(Self {
            kind,
            random,
            root,
            founder,
            organisations,
            min_suite,
            origin,
            log_key,
            log_keepers,
            max_age_s: input.u32("max_age")?,
            policy: input.bytes(MAX_POLICY, "policy")?.to_vec(),
        })
    }
}

/// A signed comparison of an organisation's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationVerified {
    /// The organisation that compared.
    pub verifier: OrganisationId,
    /// The organisation that was compared.
    pub organisation: OrganisationId,
    /// The root that was seen.
    pub root: [u8; 32],
    /// How.
    pub method: VerificationMethod,
}

impl Layout for OrganisationVerified {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.verifier.0)
            .fixed(&self.organisation.0)
            .fixed(&self.root);
        self.method.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            verifier: OrganisationId(input.array("verifier")?),
            organisation: OrganisationId(input.array("organisation")?),
            root: input.array("root")?,
            method: VerificationMethod::read(input)?,
        })
    }
}

/// The admission of a nominated person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberAdd {
    /// The nomination.
    pub consent: Consent,
    /// The person.
    pub chain: CertChain,
}

impl Layout for MemberAdd {
    fn write(&self, out: &mut Writer) {
        self.consent.write(out);
        self.chain.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            consent: Consent::read(input)?,
            chain: CertChain::read(input)?,
        })
    }
}

/// A new access group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCreate {
    /// Random identifier, not zero.
    pub group: GroupId,
    /// What it is for.
    pub purpose: GroupPurpose,
    /// The organisation of a `Shared` group; zero otherwise.
    pub organisation: OrganisationId,
}

impl Layout for GroupCreate {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.group.0);
        self.purpose.write(out);
        out.fixed(&self.organisation.0);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            group: GroupId(input.array("group")?),
            purpose: GroupPurpose::read(input)?,
            organisation: OrganisationId(input.array("organisation")?),
        })
    }
}

/// Who an epoch's secret is wrapped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EpochMember {
    /// The member.
    pub user: UserId,
    /// Generation of the member's keys.
    pub generation: u32,
    /// SHA-256 of the recipient.
    pub recipient_hash: [u8; 32],
}

/// SHA-256 of the wrap for one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrapHash {
    /// The member.
    pub user: UserId,
    /// SHA-256 of the wrap's bytes.
    pub hash: [u8; 32],
}

/// A new epoch of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochStart {
    /// The group.
    pub group: GroupId,
    /// The epoch's number, from 1.
    pub number: u64,
    /// Its suite.
    pub suite: u8,
    /// Ascending by user.
    pub members: Vec<EpochMember>,
    /// Commitment to the epoch's secret.
    pub commitment: [u8; 32],
    /// The epoch's age recipient (32 bytes in suite 1, 1,216 in suite 2).
    pub recipient: Vec<u8>,
    /// One wrap for each member, in the members' order.
    pub wraps: Vec<WrapHash>,
}

impl Layout for EpochStart {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.group.0).u64(self.number).u8(self.suite);
        out.list(&self.members, |out, member| {
            out.fixed(&member.user.0)
                .u32(member.generation)
                .fixed(&member.recipient_hash);
        });
        out.fixed(&self.commitment).bytes(&self.recipient);
        out.list(&self.wraps, |out, wrap| {
            out.fixed(&wrap.user.0).fixed(&wrap.hash);
        });
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let group = GroupId(input.array("group")?);
        let number = input.u64("epoch")?;
        let suite = read_suite(input, "suite")?;
        let members = input.list(MAX_MEMBERS, "members", |input| {
            Ok(EpochMember {
                user: UserId(input.array("user")?),
                generation: input.u32("generation")?,
                recipient_hash: input.array("recipient_hash")?,
            })
        })?;
        ascending(&members, "members", |member| member.user)?;
        let commitment = input.array("commitment")?;
        let recipient = input.bytes(XWING_RECIPIENT, "recipient")?.to_vec();
        let expected = if suite == SUITE_X25519 {
            X25519_RECIPIENT
        } else {
            XWING_RECIPIENT
        };
        if recipient.len() as u32 != expected {
            return Err(DecodeError::Value {
                field: "recipient",
                found: recipient.len() as u64,
            });
        }
        let wraps = input.list(MAX_MEMBERS, "wraps", |input| {
            Ok(WrapHash {
                user: UserId(input.array("user")?),
                hash: input.array("hash")?,
            })
        })?;
        if !members
            .iter()
            .map(|member| member.user)
            .eq(wraps.iter().map(|wrap| wrap.user))
        {
            return Err(DecodeError::Unsorted { field: "wraps" });
        }
        Ok(Self {
            group,
            number,
            suite,
            members,
            commitment,
            recipient,
            wraps,
        })
    }
}

/// Access for one member to epochs that already are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The group.
    pub group: GroupId,
    /// Whom the wrap is for.
    pub to: EpochMember,
    /// First epoch in the wrap.
    pub first: u64,
    /// Last epoch in the wrap: the current one.
    pub last: u64,
    /// SHA-256 of the wrap's bytes.
    pub wrap_hash: [u8; 32],
}

impl Layout for Grant {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.group.0)
            .fixed(&self.to.user.0)
            .u32(self.to.generation)
            .fixed(&self.to.recipient_hash)
            .u64(self.first)
            .u64(self.last)
            .fixed(&self.wrap_hash);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            group: GroupId(input.array("group")?),
            to: EpochMember {
                user: UserId(input.array("user")?),
                generation: input.u32("generation")?,
                recipient_hash: input.array("recipient_hash")?,
            },
            first: input.u64("first")?,
            last: input.u64("last")?,
            wrap_hash: input.array("wrap_hash")?,
        })
    }
}
