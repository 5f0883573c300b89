//! The encrypted part of a record: a key of its own per event, committed to.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hawser_ledger::codec::Layout;
use hawser_ledger::header::Prefix;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::OpenError;
use crate::derive::derive;
use crate::epoch::EpochSecret;
use crate::padme::padded;

/// The key of one event; handing it over discloses that event and nothing else.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct EventKey([u8; 32]);

impl std::fmt::Debug for EventKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EventKey(…)")
    }
}

impl EventKey {
    /// `HKDF(E_n, salt = nonce, "hawser/v1/event-key" ‖ space ‖ group ‖ epoch ‖ author)`.
    ///
    /// Space, group, epoch, author and nonce are taken from `prefix`.
    pub fn derive(secret: &EpochSecret, prefix: &Prefix) -> Self {
        let info: [&[u8]; 5] = [
            b"hawser/v1/event-key\0",
            &prefix.space.0,
            &prefix.group.0,
            &prefix.epoch.to_be_bytes(),
            &prefix.author.0,
        ];
        Self(*derive(secret.bytes(), &prefix.nonce, &info))
    }
    /// A key that was handed over with its event; whether it is the event's shows in the commitment.
    pub fn disclosed(key: [u8; 32]) -> Self {
        Self(key)
    }
    /// The key itself, to hand it over with its event.
    pub fn disclose(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0)
    }
    /// `HKDF(K, "hawser/v1/commit")`.
    pub fn commitment(&self) -> [u8; 32] {
        *derive(&self.0, &[], &[b"hawser/v1/commit\0"])
    }
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*derive(&self.0, &[], &[b"hawser/v1/aead\0"])).into())
    }
}

/// Encrypts `json` under a complete prefix (public part bound, nonce and commitment set).
pub fn encrypt_event(key: &EventKey, prefix: &Prefix, json: &[u8]) -> Result<Vec<u8>, OpenError> {
    let length = 4 + json.len();
    let mut plain = Zeroizing::new(vec![0; padded(length)]);
    plain[..4].copy_from_slice(&(json.len() as u32).to_be_bytes());
    plain[4..length].copy_from_slice(json);
    let payload = Payload {
        msg: &plain,
        aad: &prefix.encode(),
    };
    key.cipher()
        .encrypt(XNonce::from_slice(&prefix.nonce), payload)
        .map_err(|_| OpenError::Key)
}

/// Opens the encrypted part of an event whose header was verified.
pub fn decrypt_event(
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
