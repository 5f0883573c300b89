//! Who a person is: the organisation's root delegates administrators, an
//! administrator certifies people.

use ed25519_dalek::SigningKey;

use crate::codec::{DecodeError, Layout, Reader, Writer};
use crate::header::SUITE_X25519;
use crate::id::{KeyId, OrganisationId, UserId};
use crate::key::{
    LABEL_CERTIFY, LABEL_DELEGATION, LABEL_PERSON, SignatureError, hash, key_id, sign, verify,
};

const VERSION: u8 = 1;
/// Size of a suite 2 recipient, in bytes (X-Wing public key).
const XWING_RECIPIENT: u32 = 1216;

/// The root's word that a person administers the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The administrator.
    pub user: UserId,
    /// The administrator's signing key.
    pub signing_key: [u8; 32],
    /// Signature of the root.
    pub signature: [u8; 64],
}

impl Delegation {
    fn message(organisation: OrganisationId, user: UserId, signing_key: &[u8; 32]) -> Vec<u8> {
        Writer::new()
            .fixed(&organisation.0)
            .fixed(&user.0)
            .fixed(signing_key)
            .finish()
    }
    /// Made with the organisation's root.
    pub fn sign(
        root: &SigningKey,
        organisation: OrganisationId,
        user: UserId,
        signing_key: [u8; 32],
    ) -> Self {
        let message = Self::message(organisation, user, &signing_key);
        Self {
            organisation,
            user,
            signing_key,
            signature: sign(root, LABEL_DELEGATION, &message),
        }
    }
    /// Checks the root's signature.
    pub fn verify(&self, root: &[u8; 32]) -> Result<(), SignatureError> {
        let message = Self::message(self.organisation, self.user, &self.signing_key);
        verify(root, LABEL_DELEGATION, &message, &self.signature)
    }
}

impl Layout for Delegation {
    fn write(&self, out: &mut Writer) {
        out.fixed(&self.organisation.0)
            .fixed(&self.user.0)
            .fixed(&self.signing_key)
            .fixed(&self.signature);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            organisation: OrganisationId(input.array("organisation")?),
            user: UserId(input.array("user")?),
            signing_key: input.array("signing_key")?,
            signature: input.array("signature")?,
        })
    }
}

/// What a person asks to be certified: own keys, with proof of possession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateRequest {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The person.
    pub user: UserId,
    /// Generation of the person's keys, from 1.
    pub generation: u32,
    /// Ed25519 public key.
    pub signing_key: [u8; 32],
    /// X25519 recipient (suite 1).
    pub recipient: [u8; 32],
    /// X-Wing recipient (suite 2), 1,216 bytes, or empty.
    pub hybrid_recipient: Vec<u8>,
    /// `H(salt ‖ name)`: ties a name to the key without telling it.
    pub name_commit: [u8; 32],
    /// Signature by `signing_key`.
    pub self_signature: [u8; 64],
}

/// `H("hawser/v1/name" ‖ salt ‖ name)`: what a certificate says of a name.
pub fn name_commit(salt: &[u8; 32], name: &str) -> [u8; 32] {
    hash(&[b"hawser/v1/name\0", salt, name.as_bytes()])
}

impl CertificateRequest {
    /// The recipient of a suite; `None` when the person has none for it.
    pub fn recipient_for(&self, suite: u8) -> Option<&[u8]> {
        let recipient: &[u8] = if suite == SUITE_X25519 {
            &self.recipient
        } else {
            &self.hybrid_recipient
        };
        (!recipient.is_empty()).then_some(recipient)
    }
    fn write_unsigned(&self, out: &mut Writer) {
        out.u8(VERSION)
            .fixed(&self.organisation.0)
            .fixed(&self.user.0)
            .u32(self.generation)
            .fixed(&self.signing_key)
            .fixed(&self.recipient)
            .bytes(&self.hybrid_recipient)
            .fixed(&self.name_commit);
    }
    fn unsigned(&self) -> Vec<u8> {
        let mut out = Writer::new();
        self.write_unsigned(&mut out);
        out.finish()
    }
    /// Sets the proof of possession.
    #[must_use]
    pub fn sign(mut self, key: &SigningKey) -> Self {
        self.self_signature = sign(key, LABEL_PERSON, &self.unsigned());
        self
    }
    /// Checks the proof of possession.
    pub fn verify(&self) -> Result<(), SignatureError> {
        verify(
            &self.signing_key,
            LABEL_PERSON,
            &self.unsigned(),
            &self.self_signature,
        )
    }
}

impl Layout for CertificateRequest {
    fn write(&self, out: &mut Writer) {
        self.write_unsigned(out);
        out.fixed(&self.self_signature);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let version = input.u8("version")?;
        if version != VERSION {
            return Err(DecodeError::Value {
                field: "version",
                found: version.into(),
            });
        }
        let request = Self {
            organisation: OrganisationId(input.array("organisation")?),
            user: UserId(input.array("user")?),
            generation: input.u32("generation")?,
            signing_key: input.array("signing_key")?,
            recipient: input.array("recipient")?,
            hybrid_recipient: input.bytes(XWING_RECIPIENT, "hybrid_recipient")?.to_vec(),
            name_commit: input.array("name_commit")?,
            self_signature: input.array("self_signature")?,
        };
        if request.generation == 0 {
            return Err(DecodeError::Value {
                field: "generation",
                found: 0,
            });
        }
        let hybrid = request.hybrid_recipient.len() as u32;
        if hybrid != 0 && hybrid != XWING_RECIPIENT {
            return Err(DecodeError::Value {
                field: "hybrid_recipient",
                found: hybrid.into(),
            });
        }
        Ok(request)
    }
}

/// A certified person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCert {
    /// What was asked.
    pub request: CertificateRequest,
    /// The certifying administrator's key.
    pub certifier: KeyId,
    /// Signature by the certifier.
    pub signature: [u8; 64],
}

impl PersonCert {
    /// Certifies a request; the caller has checked that it is authentic.
    pub fn certify(request: CertificateRequest, administrator: &SigningKey) -> Self {
        let signature = sign(administrator, LABEL_CERTIFY, &request.encode());
        Self {
            request,
            certifier: key_id(&administrator.verifying_key().to_bytes()),
            signature,
        }
    }
    /// Checks both signatures, the certifier's by `administrator`.
    pub fn verify(&self, administrator: &[u8; 32]) -> Result<(), SignatureError> {
        if key_id(administrator) != self.certifier {
            return Err(SignatureError::Key);
        }
        self.request.verify()?;
        verify(
            administrator,
            LABEL_CERTIFY,
            &self.request.encode(),
            &self.signature,
        )
    }
    /// SHA-256 of its bytes: how a consent names it.
    pub fn hash(&self) -> [u8; 32] {
        hash(&[&self.encode()])
    }
    /// SHA-256 of the recipient of a suite; `None` when the person has none for it.
    pub fn recipient_hash(&self, suite: u8) -> Option<[u8; 32]> {
        self.request
            .recipient_for(suite)
            .map(|recipient| hash(&[recipient]))
    }
}

impl Layout for PersonCert {
    fn write(&self, out: &mut Writer) {
        self.request.write(out);
        out.fixed(&self.certifier.0).fixed(&self.signature);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            request: CertificateRequest::read(input)?,
            certifier: KeyId(input.array("certifier")?),
            signature: input.array("signature")?,
        })
    }
}

/// From an organisation's root to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertChain {
    /// Of the certifying administrator.
    pub delegation: Delegation,
    /// Of the person.
    pub cert: PersonCert,
}

/// A certificate chain that does not lead to the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChainOfTrustError {
    /// The parts belong to different organisations.
    #[error("certificate and delegation belong to different organisations")]
    Organisation,
    /// A signature on the way does not verify.
    #[error("certificate chain: {0}")]
    Signature(#[from] SignatureError),
}

impl CertChain {
    /// Checks the way from `root` to the person.
    pub fn verify(
        &self,
        organisation: OrganisationId,
        root: &[u8; 32],
    ) -> Result<(), ChainOfTrustError> {
        if self.delegation.organisation != organisation
            || self.cert.request.organisation != organisation
        {
            return Err(ChainOfTrustError::Organisation);
        }
        self.delegation.verify(root)?;
        Ok(self.cert.verify(&self.delegation.signing_key)?)
    }
}

impl Layout for CertChain {
    fn write(&self, out: &mut Writer) {
        self.delegation.write(out);
        self.cert.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            delegation: Delegation::read(input)?,
            cert: PersonCert::read(input)?,
        })
    }
}
