//! The file cipher without a browser: one chunk after the other.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::SystemTime;

use hawser_agent::io::{ChunkCipher, CipherError, EncryptedPart};
use hawser_encryption::file::{CHUNK, PartRange, PayloadKey, TAG, decrypt_chunk, encrypt_chunk};
use hawser_views::transfer::PickedFile;
use sha2::{Digest as _, Sha256};

/// A picked file.
#[derive(Clone)]
pub enum FileSource {
    /// On disk.
    Path(PathBuf),
    /// In memory.
    Bytes(Rc<[u8]>),
}

impl FileSource {
    /// In memory.
    pub fn bytes(bytes: impl Into<Rc<[u8]>>) -> Self {
        Self::Bytes(bytes.into())
    }

    /// Bytes in it; zero when it cannot be read.
    pub fn length(&self) -> u64 {
        match self {
            Self::Path(path) => path.metadata().map_or(0, |metadata| metadata.len()),
            Self::Bytes(bytes) => bytes.len() as u64,
        }
    }

    /// As the page would describe it. What is in memory was last changed in 1970.
    pub fn picked(&self, name: &str, media_type: &str) -> PickedFile {
        let modified = match self {
            Self::Path(path) => path
                .metadata()
                .and_then(|metadata| metadata.modified())
                .ok(),
            Self::Bytes(_) => None,
        };
        let since = modified
            .and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok())
            .unwrap_or_default();
        PickedFile {
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            length: self.length(),
            modified_ms: i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            caption: String::new(),
        }
    }

    /// A stretch of a file that must still end where the range says.
    fn read(&self, range: PartRange) -> Result<Vec<u8>, CipherError> {
        let end = range
            .offset
            .checked_add(range.length)
            .ok_or(CipherError::Platform)?;
        let size = self.length();
        if end > size || range.last != (end == size) {
            return Err(CipherError::Source);
        }
        let length = usize::try_from(range.length).map_err(|_| CipherError::Platform)?;
        match self {
            Self::Path(path) => {
                let mut bytes = vec![0; length];
                let mut file = File::open(path).map_err(|_| CipherError::Source)?;
                file.seek(SeekFrom::Start(range.offset))
                    .map_err(|_| CipherError::Source)?;
                file.read_exact(&mut bytes)
                    .map_err(|_| CipherError::Source)?;
                Ok(bytes)
            }
            Self::Bytes(bytes) => {
                let from = usize::try_from(range.offset).map_err(|_| CipherError::Platform)?;
                bytes
                    .get(from..from + length)
                    .map(<[u8]>::to_vec)
                    .ok_or(CipherError::Source)
            }
        }
    }
}

/// Encrypts and decrypts parts on the calling thread.
pub struct NativeCipher;

impl ChunkCipher for NativeCipher {
    type Source = FileSource;
    type Part = Vec<u8>;
    type Plain = Vec<u8>;
    type Whole = Vec<u8>;

    fn length(&self, source: &FileSource) -> u64 {
        source.length()
    }

    async fn encrypt_part(
        &self,
        source: &FileSource,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<EncryptedPart<Vec<u8>>, CipherError> {
        check(range)?;
        let plain = source.read(range)?;
        let mut part = Vec::with_capacity(plain.len() + TAG * (1 + plain.len() / CHUNK));
        for (index, is_last, chunk) in chunks(range, &plain, CHUNK) {
            digest(chunk);
            part.extend(encrypt_chunk(key, index, is_last, chunk));
        }
        Ok(EncryptedPart {
            length: part.len() as u64,
            sha256: Sha256::digest(&part).into(),
            part,
        })
    }

    async fn digest_part(
        &self,
        source: &FileSource,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<(), CipherError> {
        digest(&source.read(range)?);
        Ok(())
    }

    async fn decrypt_part(
        &self,
        part: Vec<u8>,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<Vec<u8>, CipherError> {
        check(range)?;
        if part.len() as u64 != range.body_length() {
            return Err(CipherError::Altered);
        }
        let mut plain = Vec::with_capacity(part.len());
        for (index, is_last, chunk) in chunks(range, &part, CHUNK + TAG) {
            let chunk =
                decrypt_chunk(key, index, is_last, chunk).map_err(|_| CipherError::Altered)?;
            digest(&chunk);
            plain.extend(chunk);
        }
        Ok(plain)
    }

    fn plain(&self, bytes: Vec<u8>) -> Vec<u8> {
        bytes
    }

    fn join(&self, parts: Vec<Vec<u8>>, _media_type: &str) -> Vec<u8> {
        parts.concat()
    }
}

/// Refuses a range that no file has.
fn check(range: PartRange) -> Result<(), CipherError> {
    let begins_well = range.first_chunk.checked_mul(CHUNK as u64) == Some(range.offset);
    let is_whole = range.length > 0 && range.length.is_multiple_of(CHUNK as u64);
    let ends_well = is_whole || (range.last && (range.length > 0 || range.offset == 0));
    if begins_well && ends_well {
        Ok(())
    } else {
        Err(CipherError::Platform)
    }
}

/// Chunks of a part, each with its number in the file and whether it is the file's last; at least one.
fn chunks(range: PartRange, bytes: &[u8], size: usize) -> impl Iterator<Item = (u64, bool, &[u8])> {
    let count = range.chunks();
    (0..count).map(move |number| {
        let from = bytes.len().min(number as usize * size);
        let chunk = &bytes[from..bytes.len().min(from + size)];
        (
            range.first_chunk + number,
            range.last && number + 1 == count,
            chunk,
        )
    })
}

#[cfg(test)]
mod tests;
