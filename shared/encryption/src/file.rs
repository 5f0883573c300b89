//! Files: age's payload, chunk by chunk (age-encryption.org/v1, "Payload").
//!
//! A blob holds chunks only; the age prefix (header ‖ nonce) and the file key
//! travel in the record. Prefix ‖ blob is a standard age file for the epoch.

use std::collections::HashSet;
use std::sync::Mutex;

use age_core::format::{FileKey, Stanza};
use age_core::secrecy::ExposeSecret as _;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::OpenError;
use crate::age_file::{Recipient, RecipientError};
use crate::derive::derive;

/// Plaintext bytes in a full chunk.
pub const CHUNK: usize = 65_536;
/// Bytes a chunk grows by.
pub const TAG: usize = 16;
/// Bytes of the payload nonce at the end of a prefix.
const NONCE: usize = 16;

/// The key of a file's chunks.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct PayloadKey([u8; 32]);

impl std::fmt::Debug for PayloadKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PayloadKey(…)")
    }
}

impl PayloadKey {
    /// For the platform's cipher.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
    /// From a file key (16 bytes) and an age prefix, whose last 16 bytes are the nonce.
    pub fn derive(file_key: &[u8; 16], prefix: &[u8]) -> Result<Self, OpenError> {
        let nonce = prefix.last_chunk::<NONCE>().ok_or(OpenError::Form)?;
        Ok(Self(*derive(file_key, nonce, &[b"payload"])))
    }
}

/// The secrets and the public beginning of a new file.
pub struct FileSecrets {
    /// 16 bytes; opens this file and nothing else.
    pub file_key: Zeroizing<[u8; 16]>,
    /// age header ‖ nonce.
    pub prefix: Vec<u8>,
    /// Key of the chunks.
    pub payload_key: PayloadKey,
}

/// A recipient that remembers the file key it was asked to wrap.
struct Capturing {
    inner: Recipient,
    seen: Mutex<Option<Zeroizing<[u8; 16]>>>,
}

impl age::Recipient for Capturing {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        if let Ok(mut seen) = self.seen.lock() {
            *seen = Some(Zeroizing::new(*file_key.expose_secret()));
        }
        self.inner.as_age().wrap_file_key(file_key)
    }
}

/// Draws a new file key and writes the age prefix for an epoch's recipient.
pub fn make_file_secrets(epoch_recipient: &[u8]) -> Result<FileSecrets, RecipientError> {
    let capturing = Capturing {
        inner: Recipient::from_bytes(epoch_recipient)?,
        seen: Mutex::new(None),
    };
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&capturing as &dyn age::Recipient))
            .map_err(|_| RecipientError)?;
    let mut file = Vec::new();
    let writer = encryptor
        .wrap_output(&mut file)
        .map_err(|_| RecipientError)?;
    writer.finish().map_err(|_| RecipientError)?;
    // What follows the prefix is the one empty last chunk: its tag.
    file.truncate(file.len().saturating_sub(TAG));
    let file_key = capturing
        .seen
        .lock()
        .ok()
        .and_then(|mut seen| seen.take())
        .ok_or(RecipientError)?;
    let payload_key = PayloadKey::derive(&file_key, &file).map_err(|_| RecipientError)?;
    Ok(FileSecrets {
        file_key,
        prefix: file,
        payload_key,
    })
}

/// A stretch of a file that is sent as one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartRange {
    /// Number of the part's first chunk.
    pub first_chunk: u64,
    /// Offset of the plaintext, in bytes.
    pub offset: u64,
    /// Plaintext bytes.
    pub length: u64,
    /// Whether the file's last chunk is in it.
    pub last: bool,
}

impl PartRange {
    /// Part `index` of a file of `total` plaintext bytes, `part` plaintext bytes each
    /// (a multiple of the chunk size). An empty file is one part with one empty chunk.
    pub fn of(index: u32, total: u64, part: u64) -> Option<Self> {
        let offset = u64::from(index).checked_mul(part)?;
        if offset > total || (offset == total && index > 0) {
            return None;
        }
        let length = part.min(total - offset);
        Some(Self {
            first_chunk: offset / CHUNK as u64,
            offset,
            length,
            last: offset + length == total,
        })
    }
    /// Number of chunks: at least one.
    pub fn chunks(&self) -> u64 {
        self.length.div_ceil(CHUNK as u64).max(1)
    }
    /// Ciphertext bytes.
    pub fn body_length(&self) -> u64 {
        self.length + self.chunks() * TAG as u64
    }
    /// Offset of the ciphertext in the body.
    pub fn body_offset(&self) -> u64 {
        self.first_chunk * (CHUNK + TAG) as u64
    }
}

/// Number of parts of a file.
pub fn part_count(total: u64, part: u64) -> u64 {
    total.div_ceil(part).max(1)
}

/// Ciphertext bytes of a whole file.
pub fn body_length(total: u64) -> u64 {
    total + total.div_ceil(CHUNK as u64).max(1) * TAG as u64
}

/// 11 bytes of counter and the last-chunk flag.
pub fn chunk_nonce(index: u64, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&index.to_be_bytes());
    nonce[11] = last.into();
    nonce
}

/// Encrypts one chunk of at most 65,536 bytes.
pub fn encrypt_chunk(key: &PayloadKey, index: u64, last: bool, plain: &[u8]) -> Vec<u8> {
    ChaCha20Poly1305::new((&key.0).into())
        .encrypt(Nonce::from_slice(&chunk_nonce(index, last)), plain)
        .unwrap_or_default()
}

/// Decrypts one chunk and checks that it stands where it should.
pub fn decrypt_chunk(
    key: &PayloadKey,
    index: u64,
    last: bool,
    body: &[u8],
) -> Result<Vec<u8>, OpenError> {
    ChaCha20Poly1305::new((&key.0).into())
        .decrypt(Nonce::from_slice(&chunk_nonce(index, last)), body)
        .map_err(|_| OpenError::Key)
}
