//! Hashes in text files of the log: base64, one on a line.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::merkle::Hash;

/// Most hashes that a proof in a tree of 64-bit size has.
const MAX_HASHES: usize = 63;

pub fn line(hash: &Hash) -> String {
    STANDARD.encode(hash) + "\n"
}

pub fn lines(hashes: &[Hash]) -> String {
    hashes.iter().map(line).collect()
}

/// One line without its end. Whether it is the only spelling of the hash is for the caller to see.
pub fn parse(line: &str) -> Option<Hash> {
    STANDARD.decode(line).ok()?.try_into().ok()
}

pub fn parse_all<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Vec<Hash>> {
    let hashes = lines.map(parse).collect::<Option<Vec<_>>>()?;
    (hashes.len() <= MAX_HASHES).then_some(hashes)
}
