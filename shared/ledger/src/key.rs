//! Signing keys: Ed25519 (RFC 8032), verified strictly, always under a label.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::id::KeyId;

/// The only signature algorithm of version 1: Ed25519.
pub const SIG_ED25519: u8 = 1;

/// Label of event signatures.
pub const LABEL_EVENT: &[u8] = b"hawser/v1/event\0";
/// Label of the person's own signature over a certificate (proof of possession).
pub const LABEL_PERSON: &[u8] = b"hawser/v1/person\0";
/// Label of an administrator's signature over a certificate.
pub const LABEL_CERTIFY: &[u8] = b"hawser/v1/certify\0";
/// Label of a root's signature over an administrator delegation.
pub const LABEL_DELEGATION: &[u8] = b"hawser/v1/delegation\0";
/// Label of a consent (nomination).
pub const LABEL_CONSENT: &[u8] = b"hawser/v1/consent\0";
/// Label of a statement inside a record.
pub const LABEL_STATEMENT: &[u8] = b"hawser/v1/statement\0";
/// Label of a message between administrators that is not part of a ledger.
pub const LABEL_LETTER: &[u8] = b"hawser/v1/letter\0";
/// Label of the signature over a bundle's manifest.
pub const LABEL_BUNDLE: &[u8] = b"hawser/v1/bundle\0";
const LABEL_KEY: &[u8] = b"hawser/v1/key\0";

/// A signature that does not verify, or a key that is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The public key is not a valid, canonical point of large order.
    #[error("the public key is not a valid Ed25519 key")]
    Key,
    /// The signature does not fit the message and key.
    #[error("the signature does not fit")]
    Mismatch,
}

/// SHA-256 over the concatenated parts.
pub fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// `H("hawser/v1/key" ‖ sig_alg ‖ public key)`, 32 bytes.
pub fn key_id(public_key: &[u8; 32]) -> KeyId {
    KeyId(hash(&[LABEL_KEY, &[SIG_ED25519], public_key]))
}

fn labelled(label: &[u8], message: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(label.len() + 4 + message.len());
    bytes.extend_from_slice(label);
    bytes.extend_from_slice(&(message.len() as u32).to_be_bytes());
    bytes.extend_from_slice(message);
    bytes
}

/// Signs `label ‖ u32 length ‖ message`.
pub fn sign(key: &SigningKey, label: &[u8], message: &[u8]) -> [u8; 64] {
    key.sign(&labelled(label, message)).to_bytes()
}

/// A public key: a canonically encoded point that is not of small order.
fn public_key(bytes: &[u8; 32]) -> Result<VerifyingKey, SignatureError> {
    let key = VerifyingKey::from_bytes(bytes).map_err(|_| SignatureError::Key)?;
    let canonical = key.to_edwards().compress().to_bytes() == *bytes;
    if canonical && !key.is_weak() {
        Ok(key)
    } else {
        Err(SignatureError::Key)
    }
}

/// Verifies a signature over bytes that carry no label of ours (formats of others), as strictly as [`verify`].
pub(crate) fn verify_message(
    public_key: &[u8; 32],
    message: &[u8],
    signature: &[u8; 64],
) -> Result<(), SignatureError> {
    let key = self::public_key(public_key)?;
    key.verify_strict(message, &Signature::from_bytes(signature))
        .map_err(|_| SignatureError::Mismatch)
}

/// Verifies a signature made by [`sign`], strictly (canonical A, R and S, no small orders).
pub fn verify(
    public_key: &[u8; 32],
    label: &[u8],
    message: &[u8],
    signature: &[u8; 64],
) -> Result<(), SignatureError> {
    verify_message(public_key, &labelled(label, message), signature)
}
