//! An event: header, signature, public part and encrypted part.

use ed25519_dalek::SigningKey;

use crate::codec::{DecodeError, Layout, Reader, Writer, ascending};
use crate::header::{HEADER_SIZE, Header, Position, Prefix};
use crate::id::{BlobId, EventId};
use crate::key::{LABEL_EVENT, SignatureError, hash, key_id, sign, verify};
use crate::membership::flag;

/// Kind of every content event that carries a casework record.
pub const KIND_RECORD: u16 = 0x0100;
/// Kind of a content event that shares other events and the file bodies they refer to.
pub const KIND_SHARE: u16 = 0x0101;
const SIGNATURE_SIZE: usize = 64;
const MAX_BLOBS: u32 = 256;

/// Why an event was refused on its own, before its place is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// The bytes do not have the layout.
    #[error("event: {0}")]
    Layout(#[from] DecodeError),
    /// The public part is not the one the header names.
    #[error("the public part does not fit the header")]
    PublicHash,
    /// The encrypted part is not the one the header names.
    #[error("the encrypted part does not fit the header")]
    EncryptedHash,
    /// The author's signature does not verify.
    #[error("signature: {0}")]
    Signature(#[from] SignatureError),
    /// The key given is not the author's.
    #[error("the key is not the one the header names")]
    Author,
}

/// One entry of a space's ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What the author signed.
    pub header: Header,
    /// Ed25519 over the header.
    pub signature: [u8; SIGNATURE_SIZE],
    /// Layout by kind; anyone may read it.
    pub public: Vec<u8>,
    /// Ciphertext; empty in mode 0.
    pub encrypted: Vec<u8>,
}

/// A file body that a record refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlobReference {
    /// Random identifier.
    pub blob: BlobId,
    /// Length of the body, in bytes.
    pub body_length: u64,
    /// RFC 9162 root over SHA-256 of each part.
    pub parts_root: [u8; 32],
}

/// Public part of a record: the file bodies it refers to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordPublic {
    /// At most 256.
    pub blobs: Vec<BlobReference>,
}

impl Layout for RecordPublic {
    fn write(&self, out: &mut Writer) {
        out.list(&self.blobs, |out, blob| {
            out.fixed(&blob.blob.0)
                .u64(blob.body_length)
                .fixed(&blob.parts_root);
        });
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let blobs = input.list(MAX_BLOBS, "blobs", |input| {
            Ok(BlobReference {
                blob: BlobId(input.array("blob")?),
                body_length: input.u64("body_length")?,
                parts_root: input.array("parts_root")?,
            })
        })?;
        Ok(Self { blobs })
    }
}

/// Public part of a share: which events it encloses, and which file bodies those who hold its group may read
/// through it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharePublic {
    /// The events enclosed, 1 to 256.
    pub originals: Vec<EventId>,
    /// Bodies that these events refer to, ascending, at most 256.
    pub blobs: Vec<BlobId>,
    /// Its necessity was confirmed (Regulation (EU) 2023/969, Art 17).
    pub necessity: bool,
}

impl Layout for SharePublic {
    fn write(&self, out: &mut Writer) {
        out.list(&self.originals, |out, original| {
            out.fixed(&original.0);
        });
        out.list(&self.blobs, |out, blob| {
            out.fixed(&blob.0);
        });
        out.u8(self.necessity.into());
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let originals: Vec<EventId> = input.list(MAX_BLOBS, "originals", |input| {
            Ok(EventId(input.array("original")?))
        })?;
        if originals.is_empty() {
            return Err(DecodeError::Value {
                field: "originals",
                found: 0,
            });
        }
        let blobs: Vec<BlobId> =
            input.list(MAX_BLOBS, "blobs", |input| Ok(BlobId(input.array("blob")?)))?;
        ascending(&blobs, "blobs", |blob| *blob)?;
        Ok(Self {
            originals,
            blobs,
            necessity: flag(input, "necessity")?,
        })
    }
}

impl Event {
    /// Puts the prefix at a position and signs it.
    ///
    /// The caller has set `prefix.author` to the key's id and the lengths and
    /// hashes of both parts; they are set here so that they cannot disagree.
    pub fn sign(
        mut prefix: Prefix,
        mut position: Position,
        public: Vec<u8>,
        encrypted: Vec<u8>,
        key: &SigningKey,
    ) -> Self {
        prefix.author = key_id(&key.verifying_key().to_bytes());
        bind_public(&mut prefix, &public);
        position.encrypted_len = encrypted.len() as u32;
        position.encrypted_hash = hash(&[&encrypted]);
        let header = Header { prefix, position };
        let signature = sign(key, LABEL_EVENT, &header.encode());
        Self {
            header,
            signature,
            public,
            encrypted,
        }
    }

    /// Reads one event from the front of `bytes`; gives it and how many bytes it took.
    pub fn read_one(bytes: &[u8]) -> Result<(Self, usize), EventError> {
        let mut input = Reader::new(bytes);
        let header = Header::read(&mut input)?;
        let length = input.u16("signature_length")?;
        if usize::from(length) != SIGNATURE_SIZE {
            return Err(DecodeError::Value {
                field: "signature_length",
                found: length.into(),
            }
            .into());
        }
        let signature = input.array("signature")?;
        let public = input
            .take(header.prefix.public_len as usize, "public part")?
            .to_vec();
        let encrypted = input
            .take(header.position.encrypted_len as usize, "encrypted part")?
            .to_vec();
        if hash(&[&public]) != header.prefix.public_hash {
            return Err(EventError::PublicHash);
        }
        if hash(&[&encrypted]) != header.position.encrypted_hash {
            return Err(EventError::EncryptedHash);
        }
        let size = HEADER_SIZE + 2 + SIGNATURE_SIZE + public.len() + encrypted.len();
        Ok((
            Self {
                header,
                signature,
                public,
                encrypted,
            },
            size,
        ))
    }

    /// Reads exactly one event.
    pub fn decode(bytes: &[u8]) -> Result<Self, EventError> {
        let (event, size) = Self::read_one(bytes)?;
        if size != bytes.len() {
            return Err(DecodeError::Trailing {
                count: bytes.len() - size,
            }
            .into());
        }
        Ok(event)
    }

    /// Its bytes on the wire and in storage.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.leaf_bytes();
        bytes.extend_from_slice(&self.public);
        bytes.extend_from_slice(&self.encrypted);
        bytes
    }

    fn leaf_bytes(&self) -> Vec<u8> {
        let mut bytes = self.header.encode();
        bytes.extend_from_slice(&(SIGNATURE_SIZE as u16).to_be_bytes());
        bytes.extend_from_slice(&self.signature);
        bytes
    }

    /// The leaf: `H(0x00 ‖ header ‖ u16 signature length ‖ signature)`.
    pub fn id(&self) -> EventId {
        EventId(hash(&[&[0], &self.leaf_bytes()]))
    }

    /// Checks the signature by the author's public key.
    pub fn verify(&self, public_key: &[u8; 32]) -> Result<(), EventError> {
        if key_id(public_key) != self.header.prefix.author {
            return Err(EventError::Author);
        }
        Ok(verify(
            public_key,
            LABEL_EVENT,
            &self.header.encode(),
            &self.signature,
        )?)
    }
}

/// Sets the length and hash of the public part; the prefix is then complete
/// and may serve as associated data.
pub fn bind_public(prefix: &mut Prefix, public: &[u8]) {
    prefix.public_len = public.len() as u32;
    prefix.public_hash = hash(&[public]);
}
