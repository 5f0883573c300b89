//! A nomination: a party's administrator consents that one of its people
//! enters a space, in a role, with access to named groups.

use ed25519_dalek::SigningKey;

use crate::codec::{DecodeError, Layout, Reader, Writer, ascending};
use crate::id::{GroupId, OrganisationId, RequestId, SpaceId};
use crate::key::{LABEL_CONSENT, sign, verify};
use crate::membership::Role;
use crate::person::{ChainOfTrustError, Delegation};

const MAX_GROUPS: u32 = 256;

/// What the nominating organisation agrees to; an admission is at most this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The space to enter.
    pub space: SpaceId,
    /// The nominating organisation.
    pub organisation: OrganisationId,
    /// SHA-256 of the person's certificate.
    pub cert_hash: [u8; 32],
    /// The role asked for.
    pub role: Role,
    /// The groups asked for, ascending.
    pub groups: Vec<GroupId>,
    /// Whether what was written before may be opened.
    pub history: bool,
    /// SHA-256 of the space's policy bytes.
    pub policy_hash: [u8; 32],
    /// Counts once per space.
    pub request: RequestId,
    /// The nominating administrator.
    pub delegation: Delegation,
    /// Signature by the delegated key.
    pub signature: [u8; 64],
}

impl Consent {
    fn write_unsigned(&self, out: &mut Writer) {
        out.fixed(&self.space.0)
            .fixed(&self.organisation.0)
            .fixed(&self.cert_hash)
            .u8(self.role.code());
        out.list(&self.groups, |out, group| {
            out.fixed(&group.0);
        });
        out.u8(self.history.into())
            .fixed(&self.policy_hash)
            .fixed(&self.request.0);
        self.delegation.write(out);
    }
    fn unsigned(&self) -> Vec<u8> {
        let mut out = Writer::new();
        self.write_unsigned(&mut out);
        out.finish()
    }
    /// Sets the signature.
    #[must_use]
    pub fn sign(mut self, key: &SigningKey) -> Self {
        self.groups.sort_unstable();
        self.groups.dedup();
        self.signature = sign(key, LABEL_CONSENT, &self.unsigned());
        self
    }
    /// Checks it from the organisation's root.
    pub fn verify(&self, root: &[u8; 32]) -> Result<(), ChainOfTrustError> {
        if self.delegation.organisation != self.organisation {
            return Err(ChainOfTrustError::Organisation);
        }
        self.delegation.verify(root)?;
        Ok(verify(
            &self.delegation.signing_key,
            LABEL_CONSENT,
            &self.unsigned(),
            &self.signature,
        )?)
    }
}

impl Layout for Consent {
    fn write(&self, out: &mut Writer) {
        self.write_unsigned(out);
        out.fixed(&self.signature);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let space = SpaceId(input.array("space")?);
        let organisation = OrganisationId(input.array("organisation")?);
        let cert_hash = input.array("cert_hash")?;
        let role = Role::read(input)?;
        let groups = input.list(MAX_GROUPS, "groups", |input| {
            Ok(GroupId(input.array("group")?))
        })?;
        ascending(&groups, "groups", |group| *group)?;
        let history = crate::membership::flag(input, "history")?;
        Ok(Self {
            space,
            organisation,
            cert_hash,
            role,
            groups,
            history,
            policy_hash: input.array("policy_hash")?,
            request: RequestId(input.array("request_id")?),
            delegation: Delegation::read(input)?,
            signature: input.array("signature")?,
        })
    }
}
