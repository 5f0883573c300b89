//! What a bundle says of itself, signed by who made it.

use ed25519_dalek::SigningKey;
use hawser_casework::{Moment, RecordId};
use hawser_ledger::key::{LABEL_BUNDLE, SignatureError, hash, sign, verify};
use hawser_ledger::membership::SpaceKind;
use hawser_ledger::{KeyId, SpaceId};
use hawser_views::bundle::WithheldStretch;
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::path::is_path;

/// The format of this version.
pub const FORMAT: &str = "hawser-bundle/1";
/// Where the manifest lies.
pub(crate) const MANIFEST: &str = "manifest.json";
/// Where its signature lies.
pub(crate) const SIGNATURE: &str = "manifest.sig";
/// The log's checkpoint with all its signatures.
pub(crate) const CHECKPOINT: &str = "checkpoint";
/// The entries of the record.
pub(crate) const ENTRIES: &str = "entries";
/// Keys of entries that were disclosed.
pub(crate) const KEYS: &str = "keys";
/// The report for people.
pub(crate) const REPORT: &str = "report.html";

/// Where the proof of an entry lies.
pub(crate) fn proof_path(seq: u64) -> String {
    format!("proofs/{seq:06}.tlog-proof")
}

/// The number of the entry whose proof a path is for.
pub(crate) fn proof_seq(path: &str) -> Option<u64> {
    let number = path.strip_prefix("proofs/")?.strip_suffix(".tlog-proof")?;
    let seq = number.parse().ok()?;
    (proof_path(seq) == path).then_some(seq)
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its path.
    pub path: String,
    /// Bytes.
    pub length: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

/// An attached file that is in the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// The record that attached it.
    pub record: RecordId,
    /// Where it lies.
    pub path: String,
}

/// How the case numbers an exhibit. Numbers follow from all exhibits of a case, which a bundle need not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// The exhibit's record.
    pub record: RecordId,
    /// Its number.
    pub number: String,
}

/// What a bundle says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// The space, hexadecimal.
    pub space: SpaceId,
    /// What the space is for.
    pub kind: SpaceKind,
    /// Number of entries of the record that the bundle is a cut of.
    pub entries: u64,
    /// Who made the bundle.
    pub made_by: KeyId,
    /// When, by their clock.
    pub made: Moment,
    /// Entries that are left out, ascending; the whole of what is left out.
    pub withheld: Vec<WithheldStretch>,
    /// Numbers of exhibits, ascending by record.
    pub exhibits: Vec<Numbered>,
    /// Attached files, ascending by record.
    pub attachments: Vec<Attachment>,
    /// Every file of the bundle but the manifest and its signature, ascending by path.
    pub files: Vec<Listed>,
}

fn ascending<T, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> bool {
    items.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]))
}

impl Manifest {
    /// Its bytes: JSON over several lines, so that it can be read.
    pub fn encode(&self) -> Vec<u8> {
        // Plain data: nothing in it can fail to be written.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads it strictly: what is read, written again, gives the same bytes.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        let fault = |code, text: &str| Fault::file(MANIFEST, code, text);
        let read: Self = serde_json::from_slice(bytes).map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            fault("manifest-form", &format!("not of its form at {place}"))
        })?;
        if read.format != FORMAT {
            return Err(Fault::Newer(None));
        }
        if read.encode() != bytes {
            return Err(fault("manifest-form", "not written as it should be"));
        }
        let sorted = ascending(&read.files, |file| file.path.clone())
            && ascending(&read.exhibits, |exhibit| exhibit.record)
            && ascending(&read.attachments, |attachment| attachment.record)
            && read.withheld.windows(2).all(|pair| {
                pair[0]
                    .last
                    .checked_add(1)
                    .is_some_and(|next| next <= pair[1].first)
            })
            && read.withheld.iter().all(|one| one.first <= one.last);
        if !sorted {
            return Err(fault("manifest-form", "a list is not in its order"));
        }
        let is_number = |number: &str| {
            (1..=20).contains(&number.len())
                && number
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        if !read.exhibits.iter().all(|one| is_number(&one.number)) {
            return Err(fault("manifest-form", "a number of an exhibit is none"));
        }
        let mut numbers: Vec<&str> = read.exhibits.iter().map(|one| &*one.number).collect();
        numbers.sort_unstable();
        if numbers.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(fault("exhibit-numbers", "two exhibits have one number"));
        }
        let mut folded: Vec<String> = read
            .files
            .iter()
            .map(|file| file.path.to_ascii_lowercase())
            .collect();
        folded.sort_unstable();
        if folded.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(fault("bad-path", "two files have one name"));
        }
        if let Some(file) = read.files.iter().find(|file| {
            !is_path(&file.path) || [MANIFEST, SIGNATURE].contains(&file.path.as_str())
        }) {
            return Err(fault(
                "bad-path",
                &format!("{:?} cannot be a path", file.path),
            ));
        }
        Ok(read)
    }

    /// What is signed: `H(manifest)` for its space.
    fn message(space: SpaceId, bytes: &[u8]) -> Vec<u8> {
        [&space.0[..], &hash(&[bytes])].concat()
    }

    /// Signs a manifest's bytes, under its own label.
    pub fn sign(space: SpaceId, bytes: &[u8], key: &SigningKey) -> [u8; 64] {
        sign(key, LABEL_BUNDLE, &Self::message(space, bytes))
    }

    /// Checks the signature of a manifest's bytes.
    pub(crate) fn verify(
        space: SpaceId,
        bytes: &[u8],
        key: &[u8; 32],
        signature: &[u8; 64],
    ) -> Result<(), SignatureError> {
        verify(key, LABEL_BUNDLE, &Self::message(space, bytes), signature)
    }

    /// A file by its path.
    pub(crate) fn file(&self, path: &str) -> Option<&Listed> {
        let at = self
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path));
        self.files.get(at.ok()?)
    }

    /// Why an entry is left out.
    pub(crate) fn ground(&self, seq: u64) -> Option<&WithheldStretch> {
        let at = self.withheld.partition_point(|one| one.last < seq);
        self.withheld.get(at).filter(|one| one.first <= seq)
    }

    /// Where the file that a record attached lies.
    pub(crate) fn attachment(&self, record: RecordId) -> Option<&str> {
        let at = self
            .attachments
            .binary_search_by_key(&record, |attachment| attachment.record);
        Some(&self.attachments.get(at.ok()?)?.path)
    }

    /// An exhibit's number.
    pub(crate) fn number(&self, record: RecordId) -> Option<&str> {
        let at = self
            .exhibits
            .binary_search_by_key(&record, |exhibit| exhibit.record);
        Some(&self.exhibits.get(at.ok()?)?.number)
    }
}
