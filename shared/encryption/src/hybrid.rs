//! age's hybrid recipient `mlkem768x25519` (c2sp.org/age): HPKE (RFC 9180) with X-Wing, so that what is written today
//! stays closed to who breaks either X25519 or ML-KEM-768 later.

use std::collections::HashSet;

use age_core::format::{FileKey, Stanza};
use age_core::secrecy::ExposeSecret as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _};
use hpke_rand::{TryCryptoRng, TryRng};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::age_file::RecipientError;

/// Size of a public key, in bytes.
pub const PUBLIC: usize = 1216;
/// Size of what a stanza carries as its share: ML-KEM-768 ciphertext ‖ X25519 share, in bytes.
const SHARE: usize = 1120;
/// Where the X25519 share begins in it.
const SHARE_X25519: usize = SHARE - 32;
/// A file key with its tag, in bytes.
const BODY: usize = 32;
const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
/// Recipients with this label are never mixed with others in one file.
const LABEL: &str = "postquantum";

type PrivateKey = <XWing as Kem>::PrivateKey;

/// Whether a key agreement with a share (X25519) comes to nothing: a point of low order.
pub(crate) fn is_low_order(share: &[u8; 32]) -> bool {
    let probe = StaticSecret::from([0x42; 32]).diffie_hellman(&PublicKey::from(*share));
    !probe.was_contributory()
}

fn private_key(seed: &[u8; 32]) -> Option<PrivateKey> {
    PrivateKey::from_bytes(seed).ok()
}

/// The public key of a secret (32 bytes): 1,216 bytes.
pub fn public_key(seed: &[u8; 32]) -> Vec<u8> {
    private_key(seed)
        .map(|key| XWing::sk_to_pk(&key).to_bytes().to_vec())
        .unwrap_or_default()
}

/// Randomness of the operating system, as `hpke` asks for it.
struct SystemRandom;

impl TryRng for SystemRandom {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(rand_core::RngCore::next_u32(&mut rand_core::OsRng))
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(rand_core::RngCore::next_u64(&mut rand_core::OsRng))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        rand_core::RngCore::fill_bytes(&mut rand_core::OsRng, bytes);
        Ok(())
    }
}

impl TryCryptoRng for SystemRandom {}

/// A public key that files are encrypted for.
#[derive(Clone)]
pub struct Recipient(<XWing as Kem>::PublicKey);

impl Recipient {
    /// Reads 1,216 bytes; refuses what is not canonical or whose X25519 half is of low order.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecipientError> {
        let half: [u8; 32] = bytes
            .last_chunk()
            .copied()
            .filter(|_| bytes.len() == PUBLIC)
            .ok_or(RecipientError)?;
        if is_low_order(&half) {
            return Err(RecipientError);
        }
        <XWing as Kem>::PublicKey::from_bytes(bytes)
            .map(Self)
            .map_err(|_| RecipientError)
    }
}

impl age::Recipient for Recipient {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let sealed = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &self.0,
            INFO,
            file_key.expose_secret(),
            b"",
            &mut SystemRandom,
        );
        let (share, body) =
            sealed.map_err(|_| std::io::Error::other("the recipient cannot be encrypted for"))?;
        let stanza = Stanza {
            tag: TAG.to_owned(),
            args: vec![STANDARD_NO_PAD.encode(share.to_bytes())],
            body,
        };
        Ok((vec![stanza], HashSet::from([LABEL.to_owned()])))
    }
}

/// A secret that opens what was encrypted for its public key.
pub struct Identity(PrivateKey);

impl Identity {
    /// From 32 bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Option<Self> {
        private_key(seed).map(Self)
    }
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let invalid = Some(Err(age::DecryptError::InvalidHeader));
        let [encoded] = &stanza.args[..] else {
            return invalid;
        };
        let Some(share) = STANDARD_NO_PAD
            .decode(encoded)
            .ok()
            .filter(|share| share.len() == SHARE && stanza.body.len() == BODY)
        else {
            return invalid;
        };
        // Before anything is decapsulated: the library itself takes such shares.
        let half = share[SHARE_X25519..].first_chunk::<32>();
        if half.is_none_or(is_low_order) {
            return invalid;
        }
        let Ok(share) = <XWing as Kem>::EncappedKey::from_bytes(&share) else {
            return invalid;
        };
        // ML-KEM rejects implicitly: another key shows only here, and is no match.
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.0,
            &share,
            INFO,
            &stanza.body,
            b"",
        );
        let plain = Zeroizing::new(opened.ok()?);
        let key: [u8; 16] = plain[..].try_into().ok()?;
        Some(Ok(FileKey::new(Box::new(key))))
    }
}
