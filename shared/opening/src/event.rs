//! The encrypted part of an event: a key of its own, committed to in the header.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hawser_ledger::codec::Layout;
use hawser_ledger::header::Prefix;
use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::padded;

/// Why an encrypted part does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The key is not the one that the header commits to.
    #[error("the key is not the one that was committed to")]
    Commitment,
    /// Authentication failed: altered, or under another header.
    #[error("it does not open with this key")]
    Key,
    /// It decrypts to something that is not a padded record.
    #[error("what is inside does not have its form")]
    Form,
}

/// The key of one event; handing it over discloses that event and nothing else.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct EventKey([u8; 32]);

impl std::fmt::Debug for EventKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EventKey(…)")
    }
}

impl EventKey {
    /// From its bytes; whether it is the event's shows in the commitment.
    pub fn from_bytes(key: [u8; 32]) -> Self {
        Self(key)
    }
    /// The key itself, to hand it over with its event.
    pub fn disclose(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0)
    }
    fn derive(&self, label: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut out = Zeroizing::new([0; 32]);
        // 32 bytes are always within HKDF's limit of 255 blocks, its only error.
        let expanded = Hkdf::<Sha256>::new(None, &self.0).expand(label, out.as_mut_slice());
        debug_assert!(expanded.is_ok());
        out
    }
    /// `HKDF(K, "hawser/v1/commit")`.
    pub fn commitment(&self) -> [u8; 32] {
        *self.derive(b"hawser/v1/commit\0")
    }
    /// XChaCha20-Poly1305 under `HKDF(K, "hawser/v1/aead")`.
    pub fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.derive(b"hawser/v1/aead\0")).into())
    }
}

/// Opens the encrypted part of an event whose header was verified.
pub fn decrypt(
    key: &EventKey,
    prefix: &Prefix,
    encrypted: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    if !bool::from(key.commitment().ct_eq(&prefix.key_commit)) {
        return Err(OpenError::Commitment);
    }
    let payload = Payload {
        msg: encrypted,
        aad: &prefix.encode(),
    };
    let plain = key
        .cipher()
        .decrypt(XNonce::from_slice(&prefix.nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| OpenError::Key)?;
    let (length, rest) = plain.split_first_chunk::<4>().ok_or(OpenError::Form)?;
    let length = u32::from_be_bytes(*length) as usize;
    let (json, zeros) = rest.split_at_checked(length).ok_or(OpenError::Form)?;
    if plain.len() != padded(4 + length) || zeros.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Form);
    }
    Ok(Zeroizing::new(json.to_vec()))
}
