//! Small age files (age-encryption.org/v1) for one recipient of either suite, framed
//! before any parser sees them.

use std::io::{Read, Write};

use bech32::{Bech32, Checksum, Hrp};
use hawser_ledger::header::{SUITE_X25519, SUITE_XWING};
use secrecy::{ExposeSecret, SecretString};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::OpenError;
use crate::hybrid;

const MAX_HEADER: usize = 16 << 10;
const MAX_STANZAS: usize = 64;

/// A recipient that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a usable recipient")]
pub struct RecipientError;

/// Bech32 (BIP 173) without its limit of length, as age writes hybrid recipients.
enum LongBech32 {}

impl Checksum for LongBech32 {
    type MidstateRepr = u32;
    const CODE_LENGTH: usize = usize::MAX;
    const CHECKSUM_LENGTH: usize = Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [u32; 5] = Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: u32 = Bech32::TARGET_RESIDUE;
}

fn bech32_text(prefix: &str, bytes: &[u8]) -> Option<String> {
    bech32::encode::<LongBech32>(Hrp::parse(prefix).ok()?, bytes).ok()
}

/// Whom a file is encrypted for.
pub enum Recipient {
    /// Suite 1.
    X25519(age::x25519::Recipient),
    /// Suite 2.
    Hybrid(Box<hybrid::Recipient>),
}

impl Recipient {
    /// From a public key, whose length tells its suite: 32 bytes or 1,216. Keys of low order are refused.
    pub fn from_bytes(public_key: &[u8]) -> Result<Self, RecipientError> {
        if public_key.len() == hybrid::PUBLIC {
            return Ok(Self::Hybrid(Box::new(hybrid::Recipient::from_bytes(
                public_key,
            )?)));
        }
        let bytes: &[u8; 32] = public_key.try_into().map_err(|_| RecipientError)?;
        if hybrid::is_low_order(bytes) {
            return Err(RecipientError);
        }
        bech32_text("age", bytes)
            .and_then(|text| text.parse().ok())
            .map(Self::X25519)
            .ok_or(RecipientError)
    }

    /// As age sees it.
    pub fn as_age(&self) -> &dyn age::Recipient {
        match self {
            Self::X25519(recipient) => recipient,
            Self::Hybrid(recipient) => &**recipient,
        }
    }
}

/// The text of a recipient, `age1…` or `age1pq1…`.
pub fn recipient_text(public_key: &[u8]) -> Result<String, RecipientError> {
    let prefix = match Recipient::from_bytes(public_key)? {
        Recipient::X25519(_) => "age",
        Recipient::Hybrid(_) => "age1pq",
    };
    bech32_text(prefix, public_key).ok_or(RecipientError)
}

/// The text of an identity, `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`, as age commands take it.
pub fn identity_text(suite: u8, secret: &[u8; 32]) -> SecretString {
    let prefix = if suite == SUITE_XWING {
        "age-secret-key-pq-"
    } else {
        "age-secret-key-"
    };
    let text = bech32_text(prefix, secret)
        .map(Zeroizing::new)
        .unwrap_or_default();
    SecretString::from(text.to_uppercase())
}

fn identity(suite: u8, secret: &[u8; 32]) -> Result<Box<dyn age::Identity>, OpenError> {
    if suite == SUITE_XWING {
        let identity = hybrid::Identity::from_seed(secret).ok_or(OpenError::Key)?;
        return Ok(Box::new(identity));
    }
    let identity: age::x25519::Identity = identity_text(SUITE_X25519, secret)
        .expose_secret()
        .parse()
        .map_err(|_| OpenError::Key)?;
    Ok(Box::new(identity))
}

/// The public key of a secret: 32 bytes in suite 1, 1,216 in suite 2.
pub fn public_key(suite: u8, secret: &[u8; 32]) -> Vec<u8> {
    if suite == SUITE_XWING {
        hybrid::public_key(secret)
    } else {
        PublicKey::from(&StaticSecret::from(*secret))
            .to_bytes()
            .to_vec()
    }
}

/// Encrypts `plain` for one recipient.
pub fn make_age_file(public_key: &[u8], plain: &[u8]) -> Result<Vec<u8>, RecipientError> {
    let recipient = Recipient::from_bytes(public_key)?;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient.as_age()))
        .map_err(|_| RecipientError)?;
    let mut out = Vec::with_capacity(plain.len() + 256);
    let mut writer = encryptor
        .wrap_output(&mut out)
        .map_err(|_| RecipientError)?;
    writer.write_all(plain).map_err(|_| RecipientError)?;
    writer.finish().map_err(|_| RecipientError)?;
    Ok(out)
}

/// Refuses a file whose header is larger than 16 KiB or has more than 64 stanzas, or that is not for exactly one
/// recipient of the suite: who could open it by the weaker one would make the stronger one worth nothing.
fn frame(suite: u8, file: &[u8]) -> Result<(), OpenError> {
    let head = &file[..file.len().min(MAX_HEADER)];
    let (mut stanzas, mut classic, mut hybrid) = (0, 0, 0);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b"--- ") {
            if !line.ends_with(b"\n") {
                return Err(OpenError::HeaderTooLarge);
            }
            let expected = if suite == SUITE_XWING { (0, 1) } else { (1, 0) };
            return if (classic, hybrid) == expected {
                Ok(())
            } else {
                Err(OpenError::Key)
            };
        }
        stanzas += usize::from(line.starts_with(b"-> "));
        classic += usize::from(line.starts_with(b"-> X25519 "));
        hybrid += usize::from(line.starts_with(b"-> mlkem768x25519 "));
        if stanzas > MAX_STANZAS {
            return Err(OpenError::HeaderTooLarge);
        }
    }
    Err(if file.len() > MAX_HEADER {
        OpenError::HeaderTooLarge
    } else {
        OpenError::Form
    })
}

/// Decrypts an age file of at most `max` plaintext bytes with a secret of a suite.
pub(crate) fn open_age_file(
    suite: u8,
    secret: &[u8; 32],
    file: &[u8],
    max: u64,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    frame(suite, file)?;
    let identity = identity(suite, secret)?;
    let decryptor = age::Decryptor::new(file).map_err(|_| OpenError::Form)?;
    if decryptor.is_scrypt() {
        return Err(OpenError::Key);
    }
    let reader = decryptor
        .decrypt(std::iter::once(&*identity))
        .map_err(|_| OpenError::Key)?;
    let mut plain = Zeroizing::new(Vec::new());
    reader
        .take(max + 1)
        .read_to_end(&mut plain)
        .map_err(|_| OpenError::Key)?;
    if plain.len() as u64 > max {
        return Err(OpenError::Form);
    }
    Ok(plain)
}
