//! A small case that goes to court: twenty entries, two exhibits, one file, one hand-over.

use std::collections::BTreeMap;

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead as _, Payload};
use ed25519_dalek::SigningKey;
use hawser_bundle::{
    Bundle, Content, Disclosure, Fault, Files, Maker, Making, Manifest, ReadError, Words, ZipFiles,
    verify,
};
use hawser_casework::record::{
    Answer, AnswerBody, AttachedFile, CaseTerms, OfferBody, Photo, Statement,
};
use hawser_casework::{
    BlobId, Custodian, Entry, Exhibit, ExhibitKind, Happened, HowKnown, Moment, PartyId, PersonId,
    Record, RecordId,
};
use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::{BlobReference, KIND_RECORD, RecordPublic, bind_public};
use hawser_ledger::header::{CLASS_CONTENT, MODE_GROUP};
use hawser_ledger::key::{hash, key_id};
use hawser_ledger::log::{Checkpoint, LogKey, SignedCheckpoint};
use hawser_ledger::membership::{Act, Group, GroupPurpose, SpaceKind};
use hawser_ledger::statement::sign_statement;
use hawser_ledger::{Event, Frame, GroupId};
use hawser_opening::{EventKey, padded};
use hawser_reading::record_id;
use hawser_views::bundle::BundleFindings;

use crate::support::{
    Ledger, Party, Person, SALT, create, genesis, genesis_event, group, key, prefix, public,
};

/// What the second exhibit is called.
pub const OTHER: &str = "letter with names";

pub fn noon() -> Moment {
    Moment {
        utc_ms: 1_795_352_585_000,
        offset_min: 60,
    }
}

pub fn happened() -> Happened {
    Happened {
        at: noon(),
        known: HowKnown::Observed,
        late_reason: None,
    }
}

/// A case that grows, with the keys of its entries.
#[derive(Clone)]
pub struct Court {
    pub ledger: Ledger,
    pub frames: Vec<Frame>,
    /// Keys of content, by number.
    pub keys: BTreeMap<u64, EventKey>,
    pub log: SigningKey,
    pub alpha: Party,
    pub ben: Person,
    pub team: GroupId,
    pub handset: RecordId,
    pub letter: RecordId,
    pub photo: RecordId,
    /// The photo that is attached to the handset.
    pub pixels: Vec<u8>,
}

fn person_id(person: &Person) -> PersonId {
    PersonId::new(person.user.0)
}

impl Court {
    /// Twenty entries.
    pub fn set() -> Self {
        Self::with_photo(b"pixels of a handset on a table".to_vec())
    }

    /// The same with another photo.
    pub fn with_photo(pixels: Vec<u8>) -> Self {
        let (length, sha256) = (pixels.len() as u64, hash(&[&pixels]));
        Self::with_file(pixels, length, sha256)
    }

    /// The same with a photo that is said to have this length and hash.
    pub fn with_file(pixels: Vec<u8>, length: u64, sha256: [u8; 32]) -> Self {
        let (alpha, beta) = (Party::new("alpha"), Party::new("beta"));
        let log = key("log");
        let mut first = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha, &beta]);
        first.log_key = public(&log);
        let founder = alpha.administrator.clone();
        let ben = beta.person("ben");
        let team = group("team");
        let founding = genesis_event(first.clone(), &founder.key);
        let none = RecordId::new([0; 16]);
        let mut court = Self {
            ledger: Ledger::found(first, &founder.key).unwrap(),
            frames: vec![Frame::Event(founding.encode())],
            keys: BTreeMap::new(),
            log,
            alpha,
            ben: ben.clone(),
            team,
            handset: none,
            letter: none,
            photo: none,
            pixels,
        };
        for (id, purpose) in [
            (team, GroupPurpose::Team),
            (group("desk"), GroupPurpose::CheckingDesk),
        ] {
            court.act(&founder, create(id, purpose));
            let start = court.ledger.epoch(id, &[&founder]);
            court.act(&founder, Act::EpochStart(start));
        }
        court.act(&beta.administrator, beta.join());
        court.act(&founder, beta.verified_by(&court.alpha.clone()));
        let add = beta.nominate(court.ledger.space(), &ben, &[team], 1);
        court.act(&founder, Act::MemberAdd(Box::new(add)));
        let grant = court.ledger.grant(team, &ben, 1);
        court.act(&founder, grant);
        court.names(&founder, &beta);
        court.evidence(&founder, (length, sha256));
        court
    }

    fn names(&mut self, founder: &Person, beta: &Party) {
        let terms = CaseTerms {
            title: "TIDEMARK".into(),
            reference: "2026/17".into(),
            purpose: String::new(),
            starts: "2026-01-01".into(),
            ends: "2026-12-31".into(),
            controller: String::new(),
        };
        self.write(founder, Record::CaseOpened(terms));
        for (person, name) in [
            (founder.clone(), "alpha administrator"),
            (self.ben.clone(), "ben"),
        ] {
            let named = Record::PersonNamed {
                person: person_id(&person),
                name: name.into(),
                function: "investigator".into(),
                salt: hex::encode(SALT),
            };
            self.write(founder, named);
        }
        for (party, name) in [(self.alpha.id, "Kestria"), (beta.id, "Lumara")] {
            let named = Record::PartyNamed {
                party: PartyId::new(party.0),
                name: name.into(),
                country: "QN".into(),
            };
            self.write(founder, named);
        }
    }

    fn evidence(&mut self, founder: &Person, (length, sha256): (u64, [u8; 32])) {
        let ben = self.ben.clone();
        let without = || Photo::Without {
            reason: "camera broken".into(),
        };
        let handset = Exhibit::new(ExhibitKind::Device, "handset <b>black</b>", without());
        self.handset = self.write(&ben, Record::ExhibitLogged(handset));
        let photo = Record::FileAttached(AttachedFile {
            to: self.handset,
            blob: BlobId::new([9; 16]),
            name: "table &1.jpg".into(),
            media_type: "image/jpeg".into(),
            length,
            sha256: hex::encode(sha256),
            file_key: "5e".repeat(16),
            age_prefix: "YWdl".into(),
            part_size: 4_194_304,
            body_length: length + 16,
            parts_root: "cd".repeat(32),
            caption: String::new(),
        });
        self.photo = self.write(&ben, photo);
        let letter = Exhibit::new(ExhibitKind::Paper, OTHER, without());
        self.letter = self.write(founder, Record::ExhibitLogged(letter));
        let body = OfferBody {
            exhibits: vec![self.handset],
            to: Custodian::Member {
                person: person_id(founder),
            },
            happened: happened(),
            place: "Quay 4".into(),
            purpose: "examination".into(),
            seal_out: "K-004417".into(),
            condition: String::new(),
        };
        let body = body.encode().unwrap();
        let offer_hash = hex::encode(hash(&[body.as_bytes()]));
        let statement = self.signed(&ben, body);
        let offer = self.write(&ben, Record::HandoverOffered { statement });
        let body = AnswerBody {
            offer,
            offer_hash,
            exhibit: self.handset,
            answer: Answer::Accepted,
            reason: String::new(),
            seal_in: "K-004417".into(),
            happened: happened(),
        };
        let statement = self.signed(founder, body.encode().unwrap());
        let answer = Record::HandoverAnswered {
            statement,
            photo: None,
        };
        self.write(founder, answer);
        let corrected = Record::Corrected {
            target: self.handset,
            field: "description".into(),
            old: "handset <b>black</b>".into(),
            new: "handset, black".into(),
            why: "misread".into(),
        };
        self.write(&ben, corrected);
    }

    pub fn founder(&self) -> Person {
        self.alpha.administrator.clone()
    }

    pub fn act(&mut self, author: &Person, act: Act) {
        let event = self.ledger.event(&author.key, &act);
        self.push(&event);
    }

    fn push(&mut self, event: &Event) {
        self.ledger.accept(event).unwrap();
        self.frames.push(Frame::Event(event.encode()));
    }

    /// A statement in the next record.
    fn signed(&self, author: &Person, body: String) -> Statement {
        let command = prefix(self.ledger.space(), KIND_RECORD, self.ledger.number).command;
        let signature = sign_statement(&author.key, self.ledger.space(), command, body.as_bytes());
        Statement {
            body,
            signature: hex::encode(signature),
        }
    }

    /// The next record, as `author` would write it.
    pub fn record(&self, author: &Person, record: Record) -> (Event, EventKey) {
        let number = self.ledger.number;
        let mut prefix = prefix(self.ledger.space(), KIND_RECORD, number);
        (prefix.class, prefix.mode, prefix.group) = (CLASS_CONTENT, MODE_GROUP, self.team);
        let groups = self.ledger.chain.membership().groups();
        prefix.epoch = groups.get(&self.team).map_or(0, Group::epoch);
        prefix.author = key_id(&public(&author.key));
        let key = EventKey::from_bytes(hash(&[b"key of", &number.to_be_bytes()]));
        prefix.nonce[..8].copy_from_slice(&number.to_be_bytes());
        prefix.nonce[23] = 1;
        prefix.key_commit = key.commitment();
        let blobs = match &record {
            Record::FileAttached(file) => vec![BlobReference {
                blob: hawser_ledger::BlobId(*file.blob.as_bytes()),
                body_length: file.body_length,
                parts_root: [0xcd; 32],
            }],
            _ => Vec::new(),
        };
        let public = RecordPublic { blobs }.encode();
        bind_public(&mut prefix, &public);
        let entry = Entry {
            happened: happened(),
            record,
        };
        let json = entry.encode().unwrap();
        let mut plain = vec![0; padded(4 + json.len())];
        plain[..4].copy_from_slice(&(json.len() as u32).to_be_bytes());
        plain[4..4 + json.len()].copy_from_slice(&json);
        let payload = Payload {
            msg: &plain,
            aad: &prefix.encode(),
        };
        let nonce = XNonce::from_slice(&prefix.nonce);
        let encrypted = key.cipher().encrypt(nonce, payload).unwrap();
        let position = self.ledger.chain.next_position(self.team);
        (
            Event::sign(prefix, position, public, encrypted, &author.key),
            key,
        )
    }

    pub fn write(&mut self, author: &Person, record: Record) -> RecordId {
        let (event, key) = self.record(author, record);
        self.keys.insert(event.header.position.seq, key);
        self.push(&event);
        record_id(event.header.prefix.author, event.header.prefix.command)
    }

    /// What the log has signed of it.
    pub fn note(&self) -> String {
        let chain = &self.ledger.chain;
        let key = LogKey::of(
            &chain.membership().log().origin,
            chain.space(),
            public(&self.log),
        )
        .unwrap();
        let checkpoint = Checkpoint {
            origin: key.origin().to_owned(),
            size: chain.size(),
            root: chain.tree().root(),
        };
        key.note(&SignedCheckpoint::sign(checkpoint, &self.log))
    }

    /// Everything opened that `disclosure` lets through; ends before files and manifest.
    pub fn making(&self, disclosure: impl Fn(u64) -> Option<Disclosure>) -> Making {
        let mut making = Making::default();
        for (seq, frame) in (0..).zip(self.frames.clone()) {
            let whole = match self.keys.get(&seq) {
                Some(key) => Disclosure::Opened(key.clone()),
                None => Disclosure::AsItStands,
            };
            making.add(frame, disclosure(seq).unwrap_or(whole)).unwrap();
        }
        making
    }

    /// The bundle of what was added, by the founder.
    pub fn finish(&self, making: Making) -> Bundle {
        let founder = self.founder();
        self.finish_by(making, &founder.key)
    }

    pub fn finish_by(&self, making: Making, maker: &SigningKey) -> Bundle {
        let maker = maker.clone();
        making
            .finish(&Maker {
                note: &self.note(),
                key: key_id(&public(&maker)),
                at: noon(),
                numbers: &|_| None,
                words: &Words::english(),
                sign: &|space, bytes| Manifest::sign(space, bytes, &maker),
            })
            .unwrap()
    }

    fn whole(&self) -> Bundle {
        let mut making = self.making(|_| None);
        assert!(making.attach(self.photo, crc32fast::hash(&self.pixels)));
        self.finish(making)
    }

    /// A bundle of everything, with the photo.
    pub fn bundle(&self) -> Folder {
        self.folder(self.whole())
    }

    /// A bundle as a folder.
    pub fn folder(&self, bundle: Bundle) -> Folder {
        let files = bundle.into_files().map(|(path, content)| match content {
            Content::Bytes(bytes) => (path, bytes),
            Content::Attached(_) => (path, self.pixels.clone()),
        });
        Folder(files.collect())
    }

    /// A bundle of everything, as one ZIP file.
    pub fn zip(&self) -> Vec<u8> {
        let parts = self.whole().into_zip().unwrap();
        parts
            .into_iter()
            .flat_map(|part| match part {
                Content::Bytes(bytes) => bytes,
                Content::Attached(_) => self.pixels.clone(),
            })
            .collect()
    }
}

/// The files of a bundle, in memory.
#[derive(Clone, Debug, Default)]
pub struct Folder(pub BTreeMap<String, Vec<u8>>);

impl Folder {
    pub fn verify(&self) -> Result<BundleFindings, Fault> {
        verify(&mut self.clone(), &mut |_| {})
    }
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.0[path].clone()).unwrap()
    }
    /// With one file changed, and the manifest not.
    pub fn with(&self, path: &str, change: impl Fn(&mut Vec<u8>)) -> Self {
        let mut other = self.clone();
        change(other.0.get_mut(path).unwrap());
        other
    }
    /// With the manifest changed and signed anew by `maker`, files listed as they are now.
    pub fn resigned(
        &self,
        court: &Court,
        maker: &SigningKey,
        change: impl Fn(&mut Manifest),
    ) -> Self {
        let mut other = self.clone();
        let mut manifest: Manifest = serde_json::from_slice(&other.0["manifest.json"]).unwrap();
        for file in &mut manifest.files {
            if let Some(bytes) = other.0.get(&file.path) {
                file.length = bytes.len() as u64;
                file.sha256 = hex::encode(hash(&[bytes]));
            }
        }
        change(&mut manifest);
        let bytes = manifest.encode();
        let signature = Manifest::sign(court.ledger.space(), &bytes, maker);
        other.0.insert("manifest.json".into(), bytes);
        other.0.insert("manifest.sig".into(), signature.to_vec());
        other
    }
}

impl Files for Folder {
    fn list(&mut self) -> Result<Vec<(String, u64)>, Fault> {
        let listed = self.0.iter();
        Ok(listed
            .map(|(path, bytes)| (path.clone(), bytes.len() as u64))
            .collect())
    }
    fn read(&mut self, path: &str, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        let from = offset as usize;
        buffer.copy_from_slice(&self.0[path][from..from + buffer.len()]);
        Ok(())
    }
    fn crc(&self, _path: &str) -> Option<u32> {
        None
    }
}

pub fn verify_zip(bytes: &[u8]) -> Result<BundleFindings, Fault> {
    verify(&mut ZipFiles::open(bytes)?, &mut |_| {})
}
