//! A person's keys, all from one random root per generation.

use ed25519_dalek::SigningKey;
use hawser_ledger::header::SUITE_XWING;
use hawser_ledger::key::key_id;
use hawser_ledger::person::CertificateRequest;
use hawser_ledger::{KeyId, OrganisationId, UserId};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::OpenError;
use crate::age_file::{open_age_file, public_key};
use crate::derive::derive;
use crate::random::Random;

const MAX_LETTER: u64 = 256 << 10;

/// 32 random bytes from which one generation's keys are derived.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Root([u8; 32]);

impl std::fmt::Debug for Root {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Root(…)")
    }
}

impl Root {
    /// A new root.
    pub fn make(random: &mut Random<'_>) -> Self {
        Self(random.array())
    }
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// One generation of a person's keys.
pub struct Identity {
    generation: u32,
    signing: SigningKey,
    recipient_secret: Zeroizing<[u8; 32]>,
    hybrid_secret: Zeroizing<[u8; 32]>,
    local: Zeroizing<[u8; 32]>,
    pinbook: Zeroizing<[u8; 32]>,
}

impl Identity {
    /// The keys of a generation.
    pub fn derive(root: &Root, generation: u32) -> Self {
        let key = |label: &[u8]| derive(root.bytes(), &[], &[label, &generation.to_be_bytes()]);
        Self {
            generation,
            signing: SigningKey::from_bytes(&key(b"hawser/v1/signing\0")),
            recipient_secret: key(b"hawser/v1/recipient-x25519\0"),
            hybrid_secret: key(b"hawser/v1/recipient-mlkem768x25519\0"),
            local: key(b"hawser/v1/local\0"),
            pinbook: key(b"hawser/v1/pinbook\0"),
        }
    }
    /// From 1.
    pub fn generation(&self) -> u32 {
        self.generation
    }
    /// Signs events and statements.
    pub fn signing(&self) -> &SigningKey {
        &self.signing
    }
    /// Ed25519 public key.
    pub fn signing_public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }
    /// How events name the signing key.
    pub fn key_id(&self) -> KeyId {
        key_id(&self.signing_public())
    }
    /// The recipient of a suite: 32 bytes of X25519 in suite 1, 1,216 of X-Wing in suite 2.
    pub fn recipient(&self, suite: u8) -> Vec<u8> {
        public_key(suite, self.recipient_secret(suite))
    }
    pub(crate) fn recipient_secret(&self, suite: u8) -> &[u8; 32] {
        if suite == SUITE_XWING {
            &self.hybrid_secret
        } else {
            &self.recipient_secret
        }
    }
    pub(crate) fn local_key(&self) -> &[u8; 32] {
        &self.local
    }
    pub(crate) fn pinbook_key(&self) -> &[u8; 32] {
        &self.pinbook
    }
    /// Opens a letter (an age file of at most 256 KiB) written to this person.
    pub fn open_letter(&self, suite: u8, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        open_age_file(suite, self.recipient_secret(suite), file, MAX_LETTER)
    }
    fn x25519_recipient(&self) -> [u8; 32] {
        x25519_dalek::PublicKey::from(&x25519_dalek::StaticSecret::from(*self.recipient_secret))
            .to_bytes()
    }
    /// What this person asks to be certified.
    pub fn certificate_request(
        &self,
        organisation: OrganisationId,
        user: UserId,
        name_commit: [u8; 32],
    ) -> CertificateRequest {
        CertificateRequest {
            organisation,
            user,
            generation: self.generation,
            signing_key: self.signing_public(),
            recipient: self.x25519_recipient(),
            hybrid_recipient: self.recipient(SUITE_XWING),
            name_commit,
            self_signature: [0; 64],
        }
        .sign(&self.signing)
    }
}
