//! Epochs: the secret of an access group between two changes of its people.

use hawser_ledger::header::{Prefix, SUITE_XWING};
use hawser_ledger::key::hash;
use hawser_ledger::{GroupId, SpaceId};
use hawser_opening::EventKey;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::OpenError;
use crate::age_file::public_key;
use crate::derive::derive;
use crate::random::Random;

/// The place of an epoch: space, group, number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpochPlace {
    /// The space.
    pub space: SpaceId,
    /// The group.
    pub group: GroupId,
    /// From 1.
    pub number: u64,
}

/// 32 random bytes that open what was written in an epoch.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct EpochSecret([u8; 32]);

impl std::fmt::Debug for EpochSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EpochSecret(…)")
    }
}

impl EpochSecret {
    /// A new secret.
    pub fn make(random: &mut Random<'_>) -> Self {
        Self(random.array())
    }
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
    fn at(&self, label: &[u8], place: EpochPlace) -> Zeroizing<[u8; 32]> {
        derive(
            &self.0,
            &[],
            &[
                label,
                &place.space.0,
                &place.group.0,
                &place.number.to_be_bytes(),
            ],
        )
    }
    /// What the ledger says of the secret.
    pub fn commitment(&self, place: EpochPlace) -> [u8; 32] {
        *self.at(b"hawser/v1/epoch-commit\0", place)
    }
    /// Whether this is the secret the ledger committed to.
    pub fn check(&self, place: EpochPlace, commitment: &[u8; 32]) -> Result<(), OpenError> {
        if bool::from(self.commitment(place).ct_eq(commitment)) {
            Ok(())
        } else {
            Err(OpenError::Commitment)
        }
    }
    /// `HKDF(E_n, salt = nonce, "hawser/v1/event-key" ‖ space ‖ group ‖ epoch ‖ author)`, of what `prefix` names.
    pub fn event_key(&self, prefix: &Prefix) -> EventKey {
        let info: [&[u8]; 5] = [
            b"hawser/v1/event-key\0",
            &prefix.space.0,
            &prefix.group.0,
            &prefix.epoch.to_be_bytes(),
            &prefix.author.0,
        ];
        EventKey::from_bytes(*derive(&self.0, &prefix.nonce, &info))
    }
    /// The secret of the epoch's age identity in a suite.
    pub(crate) fn identity_secret(&self, place: EpochPlace, suite: u8) -> Zeroizing<[u8; 32]> {
        if suite == SUITE_XWING {
            self.at(b"hawser/v1/epoch-identity-mlkem768x25519\0", place)
        } else {
            self.at(b"hawser/v1/epoch-identity\0", place)
        }
    }
    /// The epoch's age recipient: 32 bytes in suite 1, 1,216 in suite 2.
    pub fn recipient(&self, place: EpochPlace, suite: u8) -> Vec<u8> {
        public_key(suite, &self.identity_secret(place, suite))
    }
    /// The epoch's age identity as the `age` command takes it. Whoever calls this
    /// has asked for the passphrase again.
    pub fn export_identity(&self, place: EpochPlace, suite: u8) -> secrecy::SecretString {
        crate::age_file::identity_text(suite, &self.identity_secret(place, suite))
    }
}

/// SHA-256 of a recipient, as an epoch names it.
pub fn recipient_hash(recipient: &[u8]) -> [u8; 32] {
    hash(&[recipient])
}
