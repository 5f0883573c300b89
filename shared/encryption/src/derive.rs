//! HKDF-SHA-256 (RFC 5869) with a label.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Derives 32 bytes from `secret` under the concatenated `info`.
pub(crate) fn derive(secret: &[u8], salt: &[u8], info: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let salt = (!salt.is_empty()).then_some(salt);
    let mut out = Zeroizing::new([0; 32]);
    // 32 bytes are always within HKDF's limit of 255 blocks, its only error.
    let expanded = Hkdf::<Sha256>::new(salt, secret).expand_multi_info(info, out.as_mut_slice());
    debug_assert!(expanded.is_ok());
    out
}
