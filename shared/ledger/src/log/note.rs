//! Signed notes (c2sp.org/signed-note): a text, an empty line, and lines that sign the text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key::hash;

/// Longest note that is read, in bytes.
const MAX_NOTE: usize = 16 << 10;
/// Most signature lines that are read.
const MAX_SIGNATURES: usize = 64;
const MAX_NAME: usize = 512;

/// What a key of a note signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteAlgorithm {
    /// 0x01: Ed25519 over the text.
    Ed25519,
    /// 0x04: an Ed25519 cosignature with its time (c2sp.org/tlog-cosignature).
    Cosignature,
}

impl NoteAlgorithm {
    const fn code(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    /// `base64(algorithm ‖ public key)`: what the text form of a key ends with, whatever its name.
    pub fn encode(self, public: &[u8; 32]) -> String {
        STANDARD.encode([&[self.code()], &public[..]].concat())
    }
}

/// Why bytes are no note, or a text no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Too long, not text, or without its parts.
    #[error("not a signed note")]
    Form,
    /// A key in text form is not one.
    #[error("not a key of a signed note")]
    Key,
}

/// A key with the name it signs under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteKey {
    name: String,
    algorithm: NoteAlgorithm,
    public: [u8; 32],
}

fn is_name(name: &str) -> bool {
    let clean = |c: char| c != '+' && !c.is_whitespace() && !c.is_control();
    !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(clean)
}

impl NoteKey {
    /// The key `public` (Ed25519, 32 bytes) under `name`; refuses a name with spaces, plus or control characters.
    pub fn new(name: &str, algorithm: NoteAlgorithm, public: [u8; 32]) -> Result<Self, NoteError> {
        if !is_name(name) {
            return Err(NoteError::Key);
        }
        Ok(Self {
            name: name.to_owned(),
            algorithm,
            public,
        })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// What it signs with.
    pub fn algorithm(&self) -> NoteAlgorithm {
        self.algorithm
    }
    /// The Ed25519 public key.
    pub fn public(&self) -> &[u8; 32] {
        &self.public
    }
    /// First four bytes of `H(name ‖ 0x0A ‖ algorithm ‖ public key)`.
    pub fn id(&self) -> [u8; 4] {
        let digest = hash(&[
            self.name.as_bytes(),
            b"\n",
            &[self.algorithm.code()],
            &self.public,
        ]);
        [digest[0], digest[1], digest[2], digest[3]]
    }
    /// `name+id+base64(algorithm ‖ public key)`, as foreign tools take it.
    pub fn text(&self) -> String {
        let id = hex::encode(self.id());
        let key = self.algorithm.encode(&self.public);
        format!("{}+{id}+{key}", self.name)
    }
    /// Reads the key of an independent log keeper.
    pub fn parse_keeper(text: &str) -> Result<Self, NoteError> {
        let key = Self::parse(text)?;
        let cosigns = key.algorithm == NoteAlgorithm::Cosignature;
        cosigns.then_some(key).ok_or(NoteError::Key)
    }
    /// Reads [`NoteKey::text`].
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key);
        };
        let bytes = STANDARD.decode(key).map_err(|_| NoteError::Key)?;
        let (algorithm, public) = bytes.split_first().ok_or(NoteError::Key)?;
        let algorithm = match algorithm {
            0x01 => NoteAlgorithm::Ed25519,
            0x04 => NoteAlgorithm::Cosignature,
            _ => return Err(NoteError::Key),
        };
        let public = public.try_into().map_err(|_| NoteError::Key)?;
        let key = Self::new(name, algorithm, public)?;
        if hex::encode(key.id()) == id {
            Ok(key)
        } else {
            Err(NoteError::Key)
        }
    }
    /// The line by which this key's signature stands under a note.
    pub fn line(&self, signature: &[u8]) -> String {
        let bytes = [&self.id()[..], signature].concat();
        format!("\u{2014} {} {}\n", self.name, STANDARD.encode(bytes))
    }
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// Name of the key.
    pub name: String,
    /// Its id.
    pub id: [u8; 4],
    /// What follows the id.
    pub bytes: Vec<u8>,
}

/// A note as it was read; no signature has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, which ends in a line feed.
    pub text: String,
    /// The signatures in their order.
    pub signatures: Vec<NoteSignature>,
}

impl Note {
    /// Reads a note strictly.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > MAX_NOTE {
            return Err(NoteError::Form);
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::Form)?;
        if whole.chars().any(|c| c != '\n' && c.is_control()) {
            return Err(NoteError::Form);
        }
        let end = whole.rfind("\n\n").ok_or(NoteError::Form)? + 1;
        let (text, rest) = whole.split_at(end);
        let lines = rest
            .strip_prefix('\n')
            .and_then(|rest| rest.strip_suffix('\n'))
            .ok_or(NoteError::Form)?;
        let signatures = lines
            .split('\n')
            .map(NoteSignature::parse)
            .collect::<Result<Vec<_>, _>>()?;
        if signatures.len() > MAX_SIGNATURES {
            return Err(NoteError::Form);
        }
        Ok(Self {
            text: text.to_owned(),
            signatures,
        })
    }

    /// The signatures under a key's name and id. That they fit is still to be checked.
    pub fn by<'a>(&'a self, key: &'a NoteKey) -> impl Iterator<Item = &'a [u8]> {
        let id = key.id();
        self.signatures
            .iter()
            .filter(move |signature| signature.name == key.name && signature.id == id)
            .map(|signature| &signature.bytes[..])
    }
}

impl NoteSignature {
    fn parse(line: &str) -> Result<Self, NoteError> {
        let rest = line.strip_prefix("\u{2014} ").ok_or(NoteError::Form)?;
        let (name, encoded) = rest.split_once(' ').ok_or(NoteError::Form)?;
        let decoded = STANDARD.decode(encoded).map_err(|_| NoteError::Form)?;
        let (id, bytes) = decoded.split_first_chunk::<4>().ok_or(NoteError::Form)?;
        if !is_name(name) || bytes.is_empty() {
            return Err(NoteError::Form);
        }
        Ok(Self {
            name: name.to_owned(),
            id: *id,
            bytes: bytes.to_vec(),
        })
    }
}
