//! Numbers by which keys are compared, by voice or on paper: of two organisations, and of a person.

use sha2::{Digest, Sha256};

use crate::codec::Layout as _;
use crate::id::OrganisationId;
use crate::key::hash;
use crate::person::CertificateRequest;

const LABEL: &[u8] = b"hawser/v1/safety-number\0";
const LABEL_KEYS: &[u8] = b"hawser/v1/key-number\0";

/// 30 digits.
fn half(label: &[u8], owner: &[u8], root: &[u8; 32]) -> String {
    // 5,200 rounds, as a grinding attacker must pay for each try.
    let mut digest: [u8; 32] = Sha256::new()
        .chain_update(label)
        .chain_update(owner)
        .chain_update(root)
        .finalize()
        .into();
    for _ in 0..5200 {
        digest = Sha256::new()
            .chain_update(digest)
            .chain_update(root)
            .finalize()
            .into();
    }
    let mut digits = String::with_capacity(30);
    for chunk in digest[..30].chunks_exact(5) {
        let value = chunk
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
            % 100_000;
        digits.extend(
            [10_000, 1_000, 100, 10, 1].map(|place| char::from(b'0' + (value / place % 10) as u8)),
        );
    }
    digits
}

/// 60 decimal digits, the same whichever organisation computes it.
pub fn safety_number(a: (OrganisationId, &[u8; 32]), b: (OrganisationId, &[u8; 32])) -> String {
    let (first, second) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    half(LABEL, &first.0.0, first.1) + &half(LABEL, &second.0.0, second.1)
}

/// 30 decimal digits of the keys that a person asks to be certified.
pub fn key_number(request: &CertificateRequest) -> String {
    half(LABEL_KEYS, &request.user.0, &hash(&[&request.encode()]))
}
