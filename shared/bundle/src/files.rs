//! Where the bytes of a bundle come from.

use sha2::{Digest as _, Sha256};

use crate::fault::Fault;

/// Bytes could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot be read: {0}")]
pub struct ReadError(pub String);

/// Bytes that can be read anywhere.
pub trait Bytes {
    /// How many there are.
    fn length(&self) -> u64;
    /// Fills `buffer` from `offset` on; it never reaches beyond the end.
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError>;
}

impl Bytes for &[u8] {
    fn length(&self) -> u64 {
        self.len() as u64
    }
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        let from = usize::try_from(offset).ok();
        let bytes = from.and_then(|from| self.get(from..)?.get(..buffer.len()));
        let beyond = || ReadError("beyond the end".to_owned());
        buffer.copy_from_slice(bytes.ok_or_else(beyond)?);
        Ok(())
    }
}

/// SHA-256 and CRC-32 of a file.
pub(crate) type Sums = ([u8; 32], u32);

/// The files of a bundle.
pub trait Files {
    /// Paths and lengths of all there are, in any order.
    fn list(&mut self) -> Result<Vec<(String, u64)>, Fault>;
    /// Fills `buffer` with bytes of a file from `offset` on; it never reaches beyond the file's end.
    fn read(&mut self, path: &str, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError>;
    /// The CRC-32 that the container gives for a file, if it gives one.
    fn crc(&self, path: &str) -> Option<u32>;
}

/// Reads a file from its beginning, and sums it up.
pub(crate) struct Stream<'a> {
    files: &'a mut dyn Files,
    path: &'a str,
    length: u64,
    offset: u64,
    buffer: Vec<u8>,
    used: usize,
    digest: Sha256,
    crc: crc32fast::Hasher,
}

const BUFFER: usize = 256 << 10;

impl<'a> Stream<'a> {
    pub(crate) fn new(files: &'a mut dyn Files, path: &'a str, length: u64) -> Self {
        Self {
            files,
            path,
            length,
            offset: 0,
            buffer: Vec::new(),
            used: 0,
            digest: Sha256::new(),
            crc: crc32fast::Hasher::new(),
        }
    }

    /// Bytes not yet taken.
    pub(crate) fn left(&self) -> u64 {
        self.length - self.offset + (self.buffer.len() - self.used) as u64
    }

    fn fill(&mut self) -> Result<(), ReadError> {
        let wanted = (self.length - self.offset).min(BUFFER as u64) as usize;
        self.buffer.resize(wanted, 0);
        self.files.read(self.path, self.offset, &mut self.buffer)?;
        self.offset += wanted as u64;
        self.used = 0;
        self.digest.update(&self.buffer);
        self.crc.update(&self.buffer);
        Ok(())
    }

    /// The next `count` bytes; `None` where fewer are left.
    pub(crate) fn take(&mut self, count: usize) -> Result<Option<Vec<u8>>, ReadError> {
        if (count as u64) > self.left() {
            return Ok(None);
        }
        let mut taken = Vec::with_capacity(count);
        while taken.len() < count {
            if self.used == self.buffer.len() {
                self.fill()?;
            }
            let end = self.buffer.len().min(self.used + count - taken.len());
            taken.extend_from_slice(&self.buffer[self.used..end]);
            self.used = end;
        }
        Ok(Some(taken))
    }

    /// Reads on to the end, and gives SHA-256 and CRC-32 of the whole. `step` is told of bytes read.
    pub(crate) fn finish(mut self, step: &mut dyn FnMut(u64)) -> Result<Sums, ReadError> {
        while self.offset < self.length {
            self.fill()?;
            step(self.buffer.len() as u64);
        }
        Ok((self.digest.finalize().into(), self.crc.finalize()))
    }
}
