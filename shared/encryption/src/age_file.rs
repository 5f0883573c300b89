//! Small age files (age-encryption.org/v1) for one X25519 recipient, framed
//! before any parser sees them.

use std::io::{Read, Write};

use age::x25519::{Identity, Recipient};
use bech32::{Bech32, Hrp};
use secrecy::{ExposeSecret, SecretString};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::OpenError;

const MAX_HEADER: usize = 16 << 10;
const MAX_STANZAS: usize = 64;

/// A recipient that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a usable recipient")]
pub struct RecipientError;

fn bech32_text(prefix: &str, bytes: &[u8; 32]) -> Option<String> {
    bech32::encode::<Bech32>(Hrp::parse(prefix).ok()?, bytes).ok()
}

/// The recipient with a public key; refuses keys of low order.
pub fn recipient(public_key: &[u8; 32]) -> Result<Recipient, RecipientError> {
    let probe = StaticSecret::from([0x42; 32]).diffie_hellman(&PublicKey::from(*public_key));
    if !probe.was_contributory() {
        return Err(RecipientError);
    }
    bech32_text("age", public_key)
        .and_then(|text| text.parse().ok())
        .ok_or(RecipientError)
}

/// The text of an identity, `AGE-SECRET-KEY-1…`, as the `age` command takes it.
pub fn identity_text(secret: &[u8; 32]) -> SecretString {
    let text = bech32_text("age-secret-key-", secret)
        .map(Zeroizing::new)
        .unwrap_or_default();
    SecretString::from(text.to_uppercase())
}

pub(crate) fn identity(secret: &[u8; 32]) -> Result<Identity, OpenError> {
    identity_text(secret)
        .expose_secret()
        .parse()
        .map_err(|_| OpenError::Key)
}

/// The public key of a secret.
pub(crate) fn public_key(secret: &[u8; 32]) -> [u8; 32] {
    PublicKey::from(&StaticSecret::from(*secret)).to_bytes()
}

/// Encrypts `plain` for one recipient.
pub fn make_age_file(public_key: &[u8; 32], plain: &[u8]) -> Result<Vec<u8>, RecipientError> {
    let recipient = recipient(public_key)?;
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| RecipientError)?;
    let mut out = Vec::with_capacity(plain.len() + 256);
    let mut writer = encryptor
        .wrap_output(&mut out)
        .map_err(|_| RecipientError)?;
    writer.write_all(plain).map_err(|_| RecipientError)?;
    writer.finish().map_err(|_| RecipientError)?;
    Ok(out)
}

/// Refuses a file whose header is larger than 16 KiB or has more than 64 stanzas.
fn frame(file: &[u8]) -> Result<(), OpenError> {
    let head = &file[..file.len().min(MAX_HEADER)];
    let mut stanzas = 0;
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b"--- ") {
            return if line.ends_with(b"\n") {
                Ok(())
            } else {
                Err(OpenError::HeaderTooLarge)
            };
        }
        stanzas += usize::from(line.starts_with(b"-> "));
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

/// Decrypts an age file of at most `max` plaintext bytes with an X25519 secret.
pub(crate) fn open_age_file(
    secret: &[u8; 32],
    file: &[u8],
    max: u64,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    frame(file)?;
    let identity = identity(secret)?;
    let decryptor = age::Decryptor::new(file).map_err(|_| OpenError::Form)?;
    if decryptor.is_scrypt() {
        return Err(OpenError::Key);
    }
    let reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
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
