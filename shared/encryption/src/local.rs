//! What a person keeps for themselves (notes, pins, uploads under way):
//! nonce24 ‖ XChaCha20-Poly1305, bound to what it is by its associated data.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::OpenError;
use crate::identity::Identity;
use crate::random::Random;

pub(crate) fn seal_with(
    key: &[u8; 32],
    random: &mut Random<'_>,
    about: &[u8],
    plain: &[u8],
) -> Vec<u8> {
    let nonce: [u8; 24] = random.array();
    let payload = Payload {
        msg: plain,
        aad: about,
    };
    let mut out = nonce.to_vec();
    // Encryption fails only beyond 256 GiB; then there is nothing to keep.
    out.extend(
        XChaCha20Poly1305::new(key.into())
            .encrypt(XNonce::from_slice(&nonce), payload)
            .unwrap_or_default(),
    );
    out
}

pub(crate) fn open_local(
    key: &[u8; 32],
    about: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, OpenError> {
    let (nonce, body) = sealed.split_first_chunk::<24>().ok_or(OpenError::Form)?;
    let payload = Payload {
        msg: body,
        aad: about,
    };
    XChaCha20Poly1305::new(key.into())
        .decrypt(XNonce::from_slice(nonce), payload)
        .map_err(|_| OpenError::Key)
}

impl Identity {
    /// Encrypts for oneself; `about` says what it is and must be given again to open it.
    pub fn seal_own(&self, random: &mut Random<'_>, about: &str, plain: &[u8]) -> Vec<u8> {
        seal_with(self.local_key(), random, about.as_bytes(), plain)
    }
    /// Opens what [`Identity::seal_own`] made.
    pub fn open_own(&self, about: &str, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        open_local(self.local_key(), about.as_bytes(), sealed)
    }
    /// Encrypts the pinbook.
    pub fn seal_pinbook(&self, random: &mut Random<'_>, plain: &[u8]) -> Vec<u8> {
        seal_with(self.pinbook_key(), random, b"hawser/v1/pinbook\0", plain)
    }
    /// Opens the pinbook.
    pub fn open_pinbook(&self, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        open_local(self.pinbook_key(), b"hawser/v1/pinbook\0", sealed)
    }
}
