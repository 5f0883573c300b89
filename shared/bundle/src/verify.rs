//! Checking a bundle.

use std::collections::{BTreeMap, BTreeSet};

use hawser_ledger::Frame;
use hawser_ledger::codec::{Layout, Reader};
use hawser_ledger::log::cosignature::{Cosigned, confirmed_by};
use hawser_ledger::log::{InclusionProof, LogKey, Note};
use hawser_opening::EventKey;
use hawser_views::bundle::BundleFindings;

use crate::fault::Fault;
use crate::files::{Files, Stream, Sums};
use crate::manifest::{
    CHECKPOINT, ENTRIES, KEYS, Listed, MANIFEST, Manifest, REPORT, SIGNATURE, proof_seq,
};
use crate::path::attachment_path;
use crate::replay::Replay;

const MAX_MANIFEST: u64 = 64 << 20;
const MAX_CHECKPOINT: u64 = 16 << 10;
const MAX_PROOF: u64 = 32 << 10;
/// A million keys.
const MAX_KEYS: u64 = 40_000_004;
/// More than any record has.
const MAX_ENTRIES: u64 = 4_000_000;

/// How far a check has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

struct Checked<'a> {
    files: &'a mut dyn Files,
    manifest: Manifest,
    done: u64,
    total: u64,
    progress: &'a mut dyn FnMut(Progress),
}

/// Checks everything that a bundle says, and tells what it proves. Memory grows with the number of entries, not with
/// the files.
pub fn verify(
    files: &mut dyn Files,
    progress: &mut dyn FnMut(Progress),
) -> Result<BundleFindings, Fault> {
    let present: BTreeMap<String, u64> = files.list()?.into_iter().collect();
    let (manifest_length, Some(64)) = (present.get(MANIFEST), present.get(SIGNATURE)) else {
        return Err(no_signature(&present));
    };
    let Some(manifest_length) = manifest_length.copied() else {
        return Err(Fault::NotABundle("there is no manifest.json in it"));
    };
    let bytes = unlisted(files, MANIFEST, manifest_length, MAX_MANIFEST)?;
    let manifest = Manifest::decode(&bytes)?;
    complete(&manifest, &present)?;
    let signature = unlisted(files, SIGNATURE, 64, 64)?;
    let mut checked = Checked {
        files,
        total: manifest.files.iter().map(|file| file.length).sum(),
        manifest,
        done: 0,
        progress,
    };
    let keys = checked.keys()?;
    let replay = checked.entries(keys)?;
    let signature = signature
        .try_into()
        .map_err(|_| Fault::file(SIGNATURE, "bundle-signature", "not a signature"))?;
    checked.made_by(&replay, &bytes, &signature)?;
    let (key, confirmed) = checked.checkpoint(&replay)?;
    checked.proofs(&replay, &key)?;
    checked.attachments(&replay)?;
    checked.numbers(&replay)?;
    if let Some(report) = checked.manifest.file(REPORT).cloned() {
        checked.hold(&report)?;
    }
    replay.findings(&checked.manifest, &key, confirmed)
}

fn no_signature(present: &BTreeMap<String, u64>) -> Fault {
    if present.contains_key(MANIFEST) {
        Fault::file(
            SIGNATURE,
            "bundle-signature",
            "it is not there, or not 64 bytes long",
        )
    } else {
        Fault::NotABundle("there is no manifest.json in it")
    }
}

/// A whole file with its SHA-256 and CRC-32.
fn whole(
    files: &mut dyn Files,
    path: &str,
    length: u64,
    most: u64,
) -> Result<(Vec<u8>, Sums), Fault> {
    if length > most {
        return Err(Fault::file(
            path,
            "too-long",
            format!("{length} bytes; at most {most} are read"),
        ));
    }
    let mut stream = Stream::new(files, path, length);
    let bytes = stream.take(length as usize)?.unwrap_or_default();
    let sums = stream.finish(&mut |_| {})?;
    Ok((bytes, sums))
}

/// A file that no list holds a hash of.
fn unlisted(files: &mut dyn Files, path: &str, length: u64, most: u64) -> Result<Vec<u8>, Fault> {
    let (bytes, (_, crc)) = whole(files, path, length, most)?;
    if files.crc(path).is_some_and(|told| told != crc) {
        return Err(Fault::file(
            path,
            "file-changed",
            "it does not fit its checksum",
        ));
    }
    Ok(bytes)
}

/// Every file that the manifest lists is there, and no other.
fn complete(manifest: &Manifest, present: &BTreeMap<String, u64>) -> Result<(), Fault> {
    for file in &manifest.files {
        match present.get(&file.path) {
            None => return Err(Fault::file(&file.path, "file-missing", "it is not there")),
            Some(length) if *length != file.length => {
                let told = file.length;
                return Err(Fault::file(
                    &file.path,
                    "file-changed",
                    format!("{length} bytes, where the manifest says {told}"),
                ));
            }
            Some(_) => {}
        }
    }
    let paths: BTreeSet<&str> = manifest
        .files
        .iter()
        .map(|file| file.path.as_str())
        .chain([MANIFEST, SIGNATURE])
        .collect();
    if let Some(other) = present.keys().find(|path| !paths.contains(path.as_str())) {
        return Err(Fault::file(
            other,
            "file-unlisted",
            "the manifest does not list it",
        ));
    }
    let attached: BTreeSet<&str> = manifest
        .attachments
        .iter()
        .map(|attachment| attachment.path.as_str())
        .collect();
    let has_meaning = |path: &str| {
        [CHECKPOINT, ENTRIES, KEYS, REPORT].contains(&path)
            || proof_seq(path).is_some()
            || attached.contains(path)
    };
    if let Some(other) = manifest.files.iter().find(|file| !has_meaning(&file.path)) {
        return Err(Fault::file(
            &other.path,
            "file-without-meaning",
            "no file of a bundle is called this",
        ));
    }
    for needed in [CHECKPOINT, ENTRIES, KEYS] {
        if manifest.file(needed).is_none() {
            return Err(Fault::file(needed, "file-missing", "it is not listed"));
        }
    }
    Ok(())
}

impl Checked<'_> {
    fn listed(&self, path: &str) -> Result<Listed, Fault> {
        self.manifest
            .file(path)
            .cloned()
            .ok_or_else(|| Fault::file(path, "file-missing", "it is not listed"))
    }

    fn advance(&mut self, bytes: u64) {
        self.done += bytes;
        (self.progress)(Progress {
            done: self.done,
            total: self.total,
        });
    }

    fn fits(&self, file: &Listed, (sha256, crc): Sums) -> Result<(), Fault> {
        let is_same = hex::encode(sha256) == file.sha256
            && self.files.crc(&file.path).is_none_or(|told| told == crc);
        if is_same {
            Ok(())
        } else {
            Err(Fault::file(
                &file.path,
                "file-changed",
                "it is not the file that the manifest lists",
            ))
        }
    }

    /// Holds a file against its hash, without keeping it.
    fn hold(&mut self, file: &Listed) -> Result<(), Fault> {
        let (mut done, total) = (self.done, self.total);
        let progress = &mut *self.progress;
        let stream = Stream::new(self.files, &file.path, file.length);
        let sums = stream.finish(&mut |bytes| {
            done += bytes;
            progress(Progress { done, total });
        })?;
        self.done = done;
        self.fits(file, sums)
    }

    /// A whole file that was held against its hash.
    fn held(&mut self, path: &str, most: u64) -> Result<Vec<u8>, Fault> {
        let file = self.listed(path)?;
        let (bytes, sums) = whole(self.files, path, file.length, most)?;
        self.fits(&file, sums)?;
        self.advance(file.length);
        Ok(bytes)
    }

    fn keys(&mut self) -> Result<BTreeMap<u64, EventKey>, Fault> {
        let bytes = self.held(KEYS, MAX_KEYS)?;
        let fault = |text: String| Fault::file(KEYS, "keys-form", text);
        let mut input = Reader::new(&bytes);
        let listed = input
            .list(u32::MAX, "keys", |input| {
                Ok((input.u64("seq")?, EventKey::from_bytes(input.array("key")?)))
            })
            .and_then(|listed| input.end().map(|()| listed))
            .map_err(|error| fault(error.to_string()))?;
        if !listed.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return Err(fault("not in its order".to_owned()));
        }
        Ok(listed.into_iter().collect())
    }

    /// Replays all entries, each as it is read.
    fn entries(&mut self, mut keys: BTreeMap<u64, EventKey>) -> Result<Replay, Fault> {
        let file = self.listed(ENTRIES)?;
        let mut replay = Replay::default();
        let (mut done, total) = (self.done, self.total);
        let progress = &mut *self.progress;
        let mut stream = Stream::new(self.files, ENTRIES, file.length);
        while stream.left() > 0 {
            let seq = replay.leaves.len() as u64;
            if seq == MAX_ENTRIES {
                return Err(Fault::file(
                    ENTRIES,
                    "too-long",
                    format!("more than {MAX_ENTRIES} entries"),
                ));
            }
            let before = stream.left();
            let frame = next_frame(&mut stream, seq)?;
            let stretch = self.manifest.ground(seq);
            match (&frame, stretch) {
                (Frame::Withheld(_), None) => {
                    return Err(Fault::entry(
                        seq,
                        "withheld-without-ground",
                        "it is left out, and the manifest does not say why",
                    ));
                }
                (Frame::Event(_), Some(_)) => {
                    return Err(Fault::entry(
                        seq,
                        "not-withheld",
                        "the manifest says that it is left out, and it is there",
                    ));
                }
                _ => {}
            }
            replay.take(frame, keys.remove(&seq).as_ref())?;
            done += before - stream.left();
            if seq.is_multiple_of(64) {
                progress(Progress { done, total });
            }
        }
        let sums = stream.finish(&mut |_| {})?;
        self.done = done;
        self.fits(&file, sums)?;
        let size = replay.chain()?.size();
        if size != self.manifest.entries {
            let told = self.manifest.entries;
            return Err(Fault::file(
                ENTRIES,
                "entries-count",
                format!("{size} entries, where the manifest says {told}"),
            ));
        }
        if let Some(seq) = keys.keys().next() {
            return Err(Fault::file(
                KEYS,
                "key-without-entry",
                format!("a key for entry {seq}, which is not there"),
            ));
        }
        if let Some(last) = self.manifest.withheld.last()
            && last.last >= size
        {
            return Err(Fault::file(
                MANIFEST,
                "withheld-beyond-end",
                "it leaves out entries that are not there",
            ));
        }
        Ok(replay)
    }

    /// The manifest is of this space, and signed by somebody who could sign in it.
    fn made_by(&self, replay: &Replay, bytes: &[u8], signature: &[u8; 64]) -> Result<(), Fault> {
        let chain = replay.chain()?;
        if chain.space() != self.manifest.space || chain.kind() != self.manifest.kind {
            return Err(Fault::file(
                MANIFEST,
                "wrong-space",
                "it is of another record than the entries",
            ));
        }
        let key = chain
            .membership()
            .public_key(self.manifest.made_by)
            .ok_or_else(|| {
                Fault::file(
                    MANIFEST,
                    "maker-unknown",
                    "whoever made the bundle was never a member",
                )
            })?;
        Manifest::verify(chain.space(), bytes, &key, signature).map_err(|_| {
            Fault::file(
                SIGNATURE,
                "bundle-signature",
                "the signature of whoever made the bundle does not fit the manifest",
            )
        })
    }

    /// What the log has signed is what was replayed.
    fn checkpoint(&mut self, replay: &Replay) -> Result<(LogKey, Vec<Cosigned>), Fault> {
        let note = self.held(CHECKPOINT, MAX_CHECKPOINT)?;
        let chain = replay.chain()?;
        let terms = chain.membership().log();
        let refused = |code: &'static str, text: String| Fault::file(CHECKPOINT, code, text);
        let key = LogKey::of(&terms.origin, chain.space(), terms.key)
            .map_err(|error| refused(error.code(), error.to_string()))?;
        let signed = key
            .open(&note)
            .map_err(|error| refused(error.code(), error.to_string()))?
            .checkpoint;
        if signed.size != chain.size() || signed.root != chain.tree().root() {
            return Err(refused(
                "checkpoint-other-tree",
                "the log has signed another record than this one".to_owned(),
            ));
        }
        let note = Note::parse(&note)
            .map_err(|error| refused("checkpoint-unreadable", error.to_string()))?;
        let confirmed = confirmed_by(&note, &terms.keepers).map_err(|_| {
            refused(
                "cosignature",
                "a confirmation in the name of a log keeper does not fit".to_owned(),
            )
        })?;
        Ok((key, confirmed))
    }

    /// Proofs for foreign tools say what the entries themselves say.
    fn proofs(&mut self, replay: &Replay, key: &LogKey) -> Result<(), Fault> {
        let leaves = &replay.leaves;
        let root = replay.chain()?.tree().root();
        let listed: Vec<(String, u64)> = self
            .manifest
            .files
            .iter()
            .filter_map(|file| Some((file.path.clone(), proof_seq(&file.path)?)))
            .collect();
        for (path, seq) in listed {
            let refused = |text: String| Fault::file(&path, "proof", text);
            let bytes = self.held(&path, MAX_PROOF)?;
            let text = String::from_utf8(bytes).map_err(|_| refused("not text".to_owned()))?;
            let proof = InclusionProof::parse(&text).map_err(|error| refused(error.to_string()))?;
            let leaf = usize::try_from(seq)
                .ok()
                .and_then(|at| leaves.get(at))
                .filter(|_| proof.index == seq)
                .ok_or_else(|| refused("of another entry than it is called".to_owned()))?;
            let signed = proof
                .check(&leaf.0, key)
                .map_err(|error| refused(error.to_string()))?;
            if (signed.checkpoint.size, signed.checkpoint.root) != (leaves.len() as u64, root) {
                return Err(refused("of another state of the record".to_owned()));
            }
        }
        Ok(())
    }

    /// Each exhibit that is there has a number, and nothing else has.
    fn numbers(&self, replay: &Replay) -> Result<(), Fault> {
        let there = replay.records.exhibits();
        let numbered = &self.manifest.exhibits;
        // A number follows from all exhibits of a case: where all are there it can be none but this.
        let is_whole = replay.undisclosed(&self.manifest) == 0;
        let fits = numbered.len() == there.len()
            && numbered.iter().all(|one| {
                there
                    .get(&one.record)
                    .is_some_and(|known| !is_whole || known.number == one.number)
            });
        if fits {
            Ok(())
        } else {
            Err(Fault::file(
                MANIFEST,
                "exhibit-numbers",
                "it numbers other exhibits than those that are there",
            ))
        }
    }

    /// Attached files are those that the opened entries describe.
    fn attachments(&mut self, replay: &Replay) -> Result<(), Fault> {
        for attachment in self.manifest.attachments.clone() {
            let path = &attachment.path;
            let refused = |code, text: &str| Fault::file(path, code, text);
            let Some((_, known)) = replay.records.attached_file(attachment.record) else {
                return Err(refused(
                    "file-without-entry",
                    "no entry that can be read here attached it",
                ));
            };
            let seq = replay
                .records
                .timeline_entry(attachment.record)
                .map(|entry| entry.seq);
            if seq.is_none_or(|seq| {
                attachment_path(seq, replay.name_when_attached(attachment.record, known)) != *path
            }) {
                return Err(refused(
                    "bad-path",
                    "it is not called after the entry that attached it",
                ));
            }
            let file = self.listed(path)?;
            if file.sha256 != known.sha256 || file.length != known.length {
                return Err(refused(
                    "file-changed",
                    "it is not the file that was attached: its SHA-256 differs from the one in the entry",
                ));
            }
            self.hold(&file)?;
        }
        Ok(())
    }
}

fn next_frame(stream: &mut Stream<'_>, seq: u64) -> Result<Frame, Fault> {
    let bad = |text: String| Fault::entry(seq, "bad-layout", text);
    let mut take = |count: usize| {
        stream
            .take(count)?
            .ok_or_else(|| bad("it is cut off".to_owned()))
    };
    let mut bytes = take(Frame::HEAD)?;
    let head = bytes.first_chunk().map(Frame::length);
    let length = head
        .and_then(Result::ok)
        .ok_or_else(|| bad("longer than an entry can be".to_owned()))?;
    bytes.extend(take(length - Frame::HEAD)?);
    Frame::decode(&bytes).map_err(|error| bad(error.to_string()))
}
