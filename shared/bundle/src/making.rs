//! Making a bundle.

use hawser_casework::{Moment, RecordId, SpaceState};
use hawser_ledger::codec::{Layout, Writer};
use hawser_ledger::key::hash;
use hawser_ledger::log::cosignature::confirmed_by;
use hawser_ledger::log::{InclusionProof, LogKey, Note};
use hawser_ledger::merkle::{Hash, inclusion_proof};
use hawser_ledger::{Frame, KeyId, SpaceId};
use hawser_opening::EventKey;
use hawser_views::bundle::{Ground, WithheldStretch};

use crate::fault::Fault;
use crate::manifest::{
    Attachment, CHECKPOINT, ENTRIES, FORMAT, KEYS, Listed, MANIFEST, Manifest, Numbered, REPORT,
    SIGNATURE, proof_path,
};
use crate::path::attachment_path;
use crate::replay::Replay;
use crate::report::{Words, report};
use crate::zip::{ZipError, ZipWriter};

/// Most proofs that are written; beyond, the entries themselves are proof enough.
const MAX_PROOFS: usize = 10_000;

/// Why a bundle cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MakeError {
    /// It would not verify.
    #[error("it would not verify: {0}")]
    Fault(#[from] Fault),
    /// What the log has signed is of another state than the entries.
    #[error("the log has signed another state than the entries given")]
    Checkpoint,
    /// It does not fit into one file.
    #[error("{0}")]
    Zip(#[from] ZipError),
}

/// How an entry goes into a bundle. Changes of members always go in whole.
#[derive(Debug, Clone)]
pub enum Disclosure {
    /// With the key that opens it.
    Opened(EventKey),
    /// As it stands: a change of members, or still encrypted.
    AsItStands,
    /// Left out.
    Withheld(Ground),
}

/// Contents of a file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The attached file of a record, which the caller holds.
    Attached(RecordId),
}

/// An attached file that goes along.
struct Along {
    record: RecordId,
    path: String,
    length: u64,
    sha256: String,
    crc: u32,
}

/// A bundle in the making: entries one after the other, then files, then the end.
#[derive(Default)]
pub struct Making {
    replay: Replay,
    entries: Vec<u8>,
    keys: Vec<(u64, EventKey)>,
    withheld: Vec<WithheldStretch>,
    along: Vec<Along>,
}

/// Who makes it, when, and what the log says.
pub struct Maker<'a> {
    /// The log's checkpoint with all its signatures.
    pub note: &'a str,
    /// Their key.
    pub key: KeyId,
    /// When.
    pub at: Moment,
    /// How their case numbers the exhibits.
    pub numbers: &'a dyn Fn(RecordId) -> Option<String>,
    /// In which words the report is written.
    pub words: &'a Words,
    /// Signs the manifest's bytes for its space; see [`Manifest::sign`].
    pub sign: &'a dyn Fn(SpaceId, &[u8]) -> [u8; 64],
}

/// A bundle that was made: its files in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    files: Vec<Made>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    path: String,
    length: u64,
    crc: u32,
    content: Content,
}

impl Making {
    /// Adds the next entry.
    pub fn add(&mut self, frame: Frame, disclosure: Disclosure) -> Result<(), MakeError> {
        let seq = self.replay.leaves.len() as u64;
        let (frame, key, ground) = match (frame, disclosure) {
            (Frame::Withheld(leaf), Disclosure::Withheld(ground)) => {
                (Frame::Withheld(leaf), None, Some(ground))
            }
            // Nobody can hand on what they were not given.
            (Frame::Withheld(leaf), _) => (Frame::Withheld(leaf), None, Some(Ground::NotHeld)),
            (Frame::Event(bytes), Disclosure::Withheld(ground)) => {
                let event = hawser_ledger::Event::decode(&bytes)
                    .map_err(|error| Fault::entry(seq, "bad-layout", error.to_string()))?;
                (Frame::Withheld(event.id()), None, Some(ground))
            }
            (frame, Disclosure::Opened(key)) => (frame, Some(key), None),
            (frame, Disclosure::AsItStands) => (frame, None, None),
        };
        self.entries.extend(frame.encode());
        self.replay.take(frame, key.as_ref())?;
        if let Some(key) = key {
            self.keys.push((seq, key));
        }
        if let Some(ground) = ground {
            match self.withheld.last_mut() {
                Some(stretch) if stretch.last + 1 == seq && stretch.ground == ground => {
                    stretch.last = seq;
                }
                _ => self.withheld.push(WithheldStretch {
                    first: seq,
                    last: seq,
                    ground,
                }),
            }
        }
        Ok(())
    }

    /// Bytes of the entries so far.
    pub fn length(&self) -> u64 {
        self.entries.len() as u64
    }

    /// What the entries so far add up to, for who gets the bundle.
    pub fn records(&self) -> &SpaceState {
        &self.replay.records
    }

    /// Takes an attached file along whose CRC-32 is known; its length and hash are those of the entry that attached it.
    /// False where no entry that was disclosed attached it.
    pub fn attach(&mut self, record: RecordId, crc: u32) -> bool {
        let records = &self.replay.records;
        let Some((_, file)) = records.attached_file(record) else {
            return false;
        };
        let Some(entry) = records.timeline_entry(record) else {
            return false;
        };
        let name = self.replay.name_when_attached(record, file);
        let path = attachment_path(entry.seq, name);
        self.along.push(Along {
            record,
            path,
            length: file.length,
            sha256: file.sha256.clone(),
            crc,
        });
        true
    }

    fn proofs(&self, note: &str) -> Vec<(String, Vec<u8>)> {
        let leaves: Vec<Hash> = self.replay.leaves.iter().map(|leaf| leaf.0).collect();
        let size = leaves.len() as u64;
        self.replay
            .records
            .exhibits_in_order()
            .take(MAX_PROOFS)
            .filter_map(|(_, known)| {
                let index = known.logged.seq;
                let proof = InclusionProof {
                    index,
                    hashes: inclusion_proof(&leaves[..], size, index)?,
                    note: note.to_owned(),
                };
                Some((proof_path(index), proof.text().into_bytes()))
            })
            .collect()
    }

    /// Writes report and manifest. Entries that do not hold, and a checkpoint of another state, are refused here.
    pub fn finish(mut self, maker: &Maker<'_>) -> Result<Bundle, MakeError> {
        let chain = self.replay.chain()?;
        let (space, kind, size) = (chain.space(), chain.kind(), chain.size());
        let terms = chain.membership().log();
        let key = LogKey::of(&terms.origin, space, terms.key).map_err(|_| MakeError::Checkpoint)?;
        let signed = key
            .open(maker.note.as_bytes())
            .map_err(|_| MakeError::Checkpoint)?
            .checkpoint;
        if signed.size != size || signed.root != chain.tree().root() {
            return Err(MakeError::Checkpoint);
        }
        let confirmed = Note::parse(maker.note.as_bytes())
            .and_then(|note| confirmed_by(&note, &terms.keepers))
            .map_err(|_| MakeError::Checkpoint)?;
        let mut exhibits: Vec<Numbered> = self
            .replay
            .records
            .exhibits_in_order()
            .map(|(record, known)| Numbered {
                record,
                number: (maker.numbers)(record).unwrap_or_else(|| known.number.clone()),
            })
            .collect();
        exhibits.sort_by_key(|exhibit| exhibit.record);
        self.along.sort_by_key(|along| along.record);
        let attachments = self.along.iter().map(|along| Attachment {
            record: along.record,
            path: along.path.clone(),
        });
        let mut manifest = Manifest {
            format: FORMAT.to_owned(),
            space,
            kind,
            entries: size,
            made_by: maker.key,
            made: maker.at,
            withheld: std::mem::take(&mut self.withheld),
            exhibits,
            attachments: attachments.collect(),
            files: Vec::new(),
        };
        let findings = self.replay.findings(&manifest, &key, confirmed)?;
        let report = report(&findings, &self.replay.lines, maker.words, |key| {
            self.replay.signer(key).unwrap_or_default().0
        });
        let mut files = vec![
            (CHECKPOINT.to_owned(), maker.note.as_bytes().to_vec()),
            (ENTRIES.to_owned(), std::mem::take(&mut self.entries)),
            (KEYS.to_owned(), write_keys(&self.keys)),
            (REPORT.to_owned(), report.into_bytes()),
        ];
        files.extend(self.proofs(maker.note));
        let listed = files.iter().map(|(path, bytes)| Listed {
            path: path.clone(),
            length: bytes.len() as u64,
            sha256: hex::encode(hash(&[bytes])),
        });
        let along = self.along.iter().map(|along| Listed {
            path: along.path.clone(),
            length: along.length,
            sha256: along.sha256.clone(),
        });
        manifest.files = listed.chain(along).collect();
        manifest
            .files
            .sort_by(|one, other| one.path.cmp(&other.path));
        let bytes = manifest.encode();
        let signature = (maker.sign)(space, &bytes);
        let mut made: Vec<Made> = files
            .into_iter()
            .map(|(path, bytes)| Made::of(path, bytes))
            .chain(self.along.into_iter().map(|along| Made {
                path: along.path,
                length: along.length,
                crc: along.crc,
                content: Content::Attached(along.record),
            }))
            .collect();
        made.sort_by(|one, other| one.path.cmp(&other.path));
        let mut all = vec![
            Made::of(MANIFEST.to_owned(), bytes),
            Made::of(SIGNATURE.to_owned(), signature.to_vec()),
        ];
        all.append(&mut made);
        Ok(Bundle { files: all })
    }
}

impl Made {
    fn of(path: String, bytes: Vec<u8>) -> Self {
        Self {
            path,
            length: bytes.len() as u64,
            crc: crc32fast::hash(&bytes),
            content: Content::Bytes(bytes),
        }
    }
}

impl Bundle {
    /// Its files: paths with their contents.
    pub fn into_files(self) -> impl Iterator<Item = (String, Content)> {
        self.files.into_iter().map(|file| (file.path, file.content))
    }

    /// As one ZIP file: what follows one after the other.
    pub fn into_zip(self) -> Result<Vec<Content>, ZipError> {
        let mut zip = ZipWriter::default();
        let mut parts = Vec::with_capacity(self.files.len() * 2 + 1);
        for file in self.files {
            let head = zip.begin(&file.path, file.length, file.crc)?;
            parts.push(Content::Bytes(head));
            parts.push(file.content);
        }
        parts.push(Content::Bytes(zip.finish()?));
        Ok(parts)
    }
}

/// Keys as they lie in a bundle: a list of {seq u64, key32}, ascending.
fn write_keys(keys: &[(u64, EventKey)]) -> Vec<u8> {
    let mut out = Writer::new();
    out.list(keys, |out, (seq, key)| {
        out.u64(*seq).fixed(&*key.disclose());
    });
    out.finish()
}
