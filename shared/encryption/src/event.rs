//! Writing the encrypted part of a record.

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};
use hawser_ledger::codec::Layout;
use hawser_ledger::header::Prefix;
use hawser_opening::{EventKey, padded};
use zeroize::Zeroizing;

use crate::OpenError;

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
