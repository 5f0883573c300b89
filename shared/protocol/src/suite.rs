//! The one OPAQUE suite: Ristretto255, 3DH, SHA-512, Argon2id (RFC 9807).

use opaque_ke::CipherSuite;

/// Fixed for format version 1; a change is a new version of the sign-in.
pub struct Suite;

impl CipherSuite for Suite {
    type OprfCs = opaque_ke::Ristretto255;
    type KeyExchange = opaque_ke::TripleDh<opaque_ke::Ristretto255, sha2::Sha512>;
    type Ksf = opaque_ke::argon2::Argon2<'static>;
}

/// Memory of Argon2id, in KiB. Hard-coded on the client: neither lower nor higher is obeyed.
pub const ARGON2_MEMORY_KIB: u32 = 64 * 1024;
/// Passes of Argon2id.
pub const ARGON2_PASSES: u32 = 3;
/// Lanes of Argon2id.
pub const ARGON2_LANES: u32 = 1;
