//! The one form of ZIP file (APPNOTE 6.3.10) that a bundle can have: stored, without extras, without dates, without
//! gaps, in the manifest's order. Whatever could be written differently is refused, so that no byte is without meaning,
//! and nothing can be a bomb.

use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::files::{Bytes, Files, ReadError};
use crate::path::is_path;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0, names in UTF-8, stored.
const VERSION: u16 = 20;
const FLAGS: u16 = 0x0800;
/// 1 January 1980, midnight: the format has no way to say "none".
const DATE: u16 = 0x0021;
const LOCAL_SIZE: u64 = 30;
const CENTRAL_SIZE: u64 = 46;
const END_SIZE: u64 = 22;
/// Longest path: three segments of a hundred.
const MAX_PATH: u64 = 302;
/// Most files: what the format can count.
const MAX_FILES: usize = 65_535;
/// Beyond this the format needs another form.
const MAX_LENGTH: u64 = u32::MAX as u64 - 1;

/// Why a ZIP file cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// More than four gigabytes.
    #[error("more than 4 GB: choose fewer files, or hashes only")]
    TooLong,
    /// Too many files.
    #[error("more than 65,535 files: choose fewer")]
    TooMany,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    offset: u64,
    length: u64,
    crc: u32,
}

fn common(out: &mut Vec<u8>, path: &str, entry: Entry) {
    for value in [VERSION, FLAGS, 0, 0, DATE] {
        out.extend_from_slice(&value.to_le_bytes());
    }
    for value in [entry.crc, entry.length as u32, entry.length as u32] {
        out.extend_from_slice(&value.to_le_bytes());
    }
    out.extend_from_slice(&(path.len() as u16).to_le_bytes());
    out.extend_from_slice(&0_u16.to_le_bytes());
}

fn local(path: &str, entry: Entry) -> Vec<u8> {
    let mut out = LOCAL.to_le_bytes().to_vec();
    common(&mut out, path, entry);
    out.extend_from_slice(path.as_bytes());
    out
}

fn central(path: &str, entry: Entry) -> Vec<u8> {
    let mut out = CENTRAL.to_le_bytes().to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    common(&mut out, path, entry);
    // Comment, disk, attributes.
    out.extend_from_slice(&[0; 10]);
    out.extend_from_slice(&(entry.offset as u32).to_le_bytes());
    out.extend_from_slice(path.as_bytes());
    out
}

fn end(count: usize, size: u64, offset: u64) -> Vec<u8> {
    let mut out = END.to_le_bytes().to_vec();
    out.extend_from_slice(&[0; 4]);
    for _ in 0..2 {
        out.extend_from_slice(&(count as u16).to_le_bytes());
    }
    out.extend_from_slice(&(size as u32).to_le_bytes());
    out.extend_from_slice(&(offset as u32).to_le_bytes());
    out.extend_from_slice(&[0; 2]);
    out
}

/// Writes a ZIP file: heads and end; the contents are the caller's to put between.
#[derive(Debug, Default)]
pub struct ZipWriter {
    entries: Vec<(String, Entry)>,
    offset: u64,
}

impl ZipWriter {
    /// What stands before the `length` bytes of a file, whose CRC-32 is known.
    pub fn begin(&mut self, path: &str, length: u64, crc: u32) -> Result<Vec<u8>, ZipError> {
        if self.entries.len() == MAX_FILES {
            return Err(ZipError::TooMany);
        }
        let entry = Entry {
            offset: self.offset,
            length,
            crc,
        };
        let head = local(path, entry);
        self.offset = self
            .offset
            .checked_add(head.len() as u64 + length)
            .filter(|end| *end <= MAX_LENGTH)
            .ok_or(ZipError::TooLong)?;
        self.entries.push((path.to_owned(), entry));
        Ok(head)
    }

    /// What stands after the last file.
    pub fn finish(self) -> Result<Vec<u8>, ZipError> {
        let mut out: Vec<u8> = self
            .entries
            .iter()
            .flat_map(|(path, entry)| central(path, *entry))
            .collect();
        let size = out.len() as u64;
        out.extend(end(self.entries.len(), size, self.offset));
        if self.offset + out.len() as u64 > MAX_LENGTH {
            return Err(ZipError::TooLong);
        }
        Ok(out)
    }
}

/// The files of a ZIP file.
pub struct ZipFiles<B> {
    bytes: B,
    entries: BTreeMap<String, Entry>,
}

fn damaged(text: &str) -> Fault {
    Fault::file("ZIP file", "bad-container", text)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

impl<B: Bytes> ZipFiles<B> {
    /// Reads the directory of a ZIP file and holds all of it against the one form.
    pub fn open(mut bytes: B) -> Result<Self, Fault> {
        let total = bytes.length();
        let mut magic = [0; 4];
        if total >= 4 {
            bytes.read(0, &mut magic)?;
        }
        if total < END_SIZE || u32::from_le_bytes(magic) != LOCAL {
            return Err(Fault::NotABundle("not a ZIP file"));
        }
        if total > MAX_LENGTH {
            return Err(Fault::NotABundle("more than 4 GB in one ZIP file"));
        }
        let mut tail = [0; END_SIZE as usize];
        bytes.read(total - END_SIZE, &mut tail)?;
        let (Some(count), Some(size), Some(offset)) =
            (u16_at(&tail, 8), u32_at(&tail, 12), u32_at(&tail, 16))
        else {
            return Err(damaged("it ends too early"));
        };
        let (count, size, offset) = (usize::from(count), u64::from(size), u64::from(offset));
        if tail[..] != end(count, size, offset) || offset + size + END_SIZE != total {
            return Err(damaged("it is cut off, or something stands behind its end"));
        }
        // A head and the longest path, for each.
        if size > count as u64 * (CENTRAL_SIZE + MAX_PATH) {
            return Err(damaged("its directory is longer than it can be"));
        }
        let mut directory = vec![0; size as usize];
        bytes.read(offset, &mut directory)?;
        let mut files = Self {
            bytes,
            entries: BTreeMap::new(),
        };
        files.take_directory(&directory, (count, offset))?;
        Ok(files)
    }

    fn take_directory(
        &mut self,
        directory: &[u8],
        (count, contents): (usize, u64),
    ) -> Result<(), Fault> {
        let short = || damaged("its directory ends too early");
        let (mut at, mut next) = (0_usize, 0_u64);
        for _ in 0..count {
            let head = directory.get(at..).ok_or_else(short)?;
            let crc = u32_at(head, 16).ok_or_else(short)?;
            let length = u64::from(u32_at(head, 20).ok_or_else(short)?);
            let name = usize::from(u16_at(head, 28).ok_or_else(short)?);
            let name_at = CENTRAL_SIZE as usize;
            let path = head.get(name_at..name_at + name).ok_or_else(short)?;
            let path = std::str::from_utf8(path)
                .ok()
                .filter(|path| is_path(path))
                .ok_or_else(|| damaged("a file in it has a name that no bundle's file has"))?
                .to_owned();
            let entry = Entry {
                offset: next,
                length,
                crc,
            };
            let expected = central(&path, entry);
            if head.get(..expected.len()) != Some(&expected[..]) {
                return Err(damaged("its directory is not written as it should be"));
            }
            at += expected.len();
            let expected = local(&path, entry);
            next += expected.len() as u64 + length;
            if next > contents {
                return Err(damaged("a file in it is longer than it can be"));
            }
            let mut head = vec![0; expected.len()];
            self.bytes.read(entry.offset, &mut head)?;
            if head != expected {
                return Err(damaged(
                    "the head of a file in it is not what its directory says",
                ));
            }
            if self.entries.insert(path, entry).is_some() {
                return Err(damaged("two files in it have one name"));
            }
        }
        if at != directory.len() || next != contents {
            return Err(damaged("something stands between its files"));
        }
        Ok(())
    }
}

impl<B: Bytes> Files for ZipFiles<B> {
    fn list(&mut self) -> Result<Vec<(String, u64)>, Fault> {
        let listed = self.entries.iter();
        Ok(listed
            .map(|(path, entry)| (path.clone(), entry.length))
            .collect())
    }
    fn read(&mut self, path: &str, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        let entry = self
            .entries
            .get(path)
            .ok_or_else(|| ReadError(format!("{path}: not there")))?;
        let from = entry.offset + LOCAL_SIZE + path.len() as u64 + offset;
        self.bytes.read(from, buffer)
    }
    fn crc(&self, path: &str) -> Option<u32> {
        self.entries.get(path).map(|entry| entry.crc)
    }
}
