//! A small case that the tests act in.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test binary uses its own part, and fails by panicking"
)]

pub mod mission;
pub mod programme;

use hawser_casework::{
    Applied, Body, Channel, Entry, Exhibit, ExhibitKind, Happened, HowKnown, Moment, Outcome,
    PartyId, PersonId, Record, RecordId, Role, Rule, SpaceState, Standing,
    record::{
        Answer, AnswerBody, AttachedFile, CaseTerms, Custodian, OfferBody, Photo, Settlement,
        Statement,
    },
};

pub const CUSTOMS: PersonId = PersonId::new([1; 16]);
pub const PROSECUTOR: PersonId = PersonId::new([2; 16]);
pub const FORENSICS: PersonId = PersonId::new([3; 16]);
pub const STORE_OFFICER: PersonId = PersonId::new([4; 16]);
pub const SECOND_OFFICER: PersonId = PersonId::new([5; 16]);

/// 2026-11-22T14:03:05+01:00.
pub const NOON: Moment = Moment {
    utc_ms: 1_795_352_585_000,
    offset_min: 60,
};

/// Of the party that most people here belong to.
pub fn standing(role: Role) -> Standing {
    let party = PartyId::new([7; 32]);
    Standing { party, role }
}

pub fn happened() -> Happened {
    Happened {
        at: NOON,
        known: HowKnown::Observed,
        late_reason: None,
    }
}

pub fn entry(record: Record) -> Entry {
    Entry {
        happened: happened(),
        record,
    }
}

pub fn member(person: PersonId) -> Custodian {
    Custodian::Member { person }
}

pub fn exhibit(description: &str) -> Exhibit {
    let photo = Photo::Without {
        reason: "camera broken".into(),
    };
    Exhibit::new(ExhibitKind::Device, description, photo)
}

pub fn terms() -> CaseTerms {
    CaseTerms {
        title: "TIDEMARK".into(),
        reference: "2026/17".into(),
        purpose: "Cocaine in reefers".into(),
        starts: "2026-01-01".into(),
        ends: "2026-12-31".into(),
        controller: "QN prosecutor".into(),
    }
}

pub fn file(exhibit: RecordId, name: &str) -> AttachedFile {
    AttachedFile {
        to: exhibit,
        blob: hawser_casework::BlobId::new([9; 16]),
        name: name.into(),
        media_type: "image/jpeg".into(),
        length: 3,
        sha256: "ab".repeat(32),
        file_key: "5ec2e7".repeat(5) + "00",
        age_prefix: "YWdlLWVuY3J5cHRpb24=".into(),
        part_size: 65_552,
        body_length: 19,
        parts_root: "cd".repeat(32),
        caption: String::new(),
    }
}

pub fn offer_statement(exhibits: &[RecordId], to: Custodian) -> Statement {
    let body = OfferBody {
        exhibits: exhibits.to_vec(),
        to,
        happened: happened(),
        place: "Quay 4".into(),
        purpose: "examination".into(),
        seal_out: String::new(),
        condition: "good".into(),
    };
    signed(body.encode().unwrap())
}

pub fn signed(body: String) -> Statement {
    Statement {
        body,
        signature: "0f".repeat(64),
    }
}

#[derive(Default)]
pub struct Case {
    pub state: SpaceState,
    pub written: Vec<Applied>,
}

impl Case {
    pub fn next_id(&self) -> RecordId {
        let mut bytes = [0xee; 16];
        bytes[0] = u8::try_from(self.written.len() % 251).unwrap();
        bytes[1] = u8::try_from(self.written.len() / 251).unwrap();
        RecordId::new(bytes)
    }

    pub fn apply(&mut self, author: PersonId, body: Body) -> (RecordId, Outcome) {
        let id = self.next_id();
        let applied = Applied {
            id,
            seq: self.written.len() as u64,
            author,
            recorded: NOON,
            channel: Channel::Team,
            body,
            enclosed: Vec::new(),
        };
        let outcome = self.state.apply(&applied);
        self.written.push(applied);
        (id, outcome)
    }

    pub fn write(&mut self, author: PersonId, record: Record) -> (RecordId, Outcome) {
        self.apply(author, Body::Opened(entry(record)))
    }

    /// Writes a record that must be applied.
    pub fn write_well(&mut self, author: PersonId, record: Record) -> RecordId {
        let (id, outcome) = self.write(author, record);
        assert_eq!(outcome, Outcome::Applied);
        id
    }

    /// Writes a record that must be refused, and returns the rule.
    pub fn write_badly(&mut self, author: PersonId, record: Record) -> Rule {
        refusal(self.write(author, record).1)
    }

    pub fn log(&mut self, author: PersonId, description: &str) -> RecordId {
        self.write_well(author, Record::ExhibitLogged(exhibit(description)))
    }

    pub fn offer(
        &mut self,
        giver: PersonId,
        exhibits: &[RecordId],
        to: Custodian,
    ) -> (RecordId, Outcome) {
        let statement = offer_statement(exhibits, to);
        self.write(giver, Record::HandoverOffered { statement })
    }

    pub fn offer_well(
        &mut self,
        giver: PersonId,
        exhibits: &[RecordId],
        to: Custodian,
    ) -> RecordId {
        let (id, outcome) = self.offer(giver, exhibits, to);
        assert_eq!(outcome, Outcome::Applied);
        id
    }

    pub fn answer_record(&self, offer: RecordId, exhibit: RecordId, answer: Answer) -> Record {
        let offer_hash = match self.state.offer(offer) {
            Some(offer) => offer.body_hash.clone(),
            None => "00".repeat(32),
        };
        let reason = match answer {
            Answer::Accepted => String::new(),
            Answer::AcceptedWithReservation | Answer::Refused => "one disc is missing".into(),
        };
        let body = AnswerBody {
            offer,
            offer_hash,
            exhibit,
            answer,
            reason,
            seal_in: String::new(),
            happened: happened(),
        };
        Record::HandoverAnswered {
            statement: signed(body.encode().unwrap()),
            photo: None,
        }
    }

    pub fn answer(
        &mut self,
        receiver: PersonId,
        offer: RecordId,
        exhibit: RecordId,
        answer: Answer,
    ) -> Outcome {
        let record = self.answer_record(offer, exhibit, answer);
        self.write(receiver, record).1
    }

    pub fn settle(
        &mut self,
        author: PersonId,
        offer: RecordId,
        exhibit: RecordId,
        outcome: Settlement,
    ) -> Outcome {
        let reason = "counted again together".into();
        let record = Record::DisputeSettled {
            offer,
            exhibit,
            outcome,
            reason,
        };
        self.write(author, record).1
    }

    pub fn withdraw(&mut self, author: PersonId, offer: RecordId) -> Outcome {
        let reason = "wrong addressee".into();
        self.write(author, Record::HandoverWithdrawn { offer, reason })
            .1
    }

    pub fn correct(
        &mut self,
        author: PersonId,
        target: RecordId,
        field: &str,
        old: &str,
        new: &str,
    ) -> (RecordId, Outcome) {
        let record = Record::Corrected {
            target,
            field: field.into(),
            old: old.into(),
            new: new.into(),
            why: "misread".into(),
        };
        self.write(author, record)
    }

    pub fn desk(&mut self, officers: &[PersonId]) -> RecordId {
        let record = Record::DeskOpened {
            name: "Exhibits store".into(),
            officers: officers.to_vec(),
        };
        self.write_well(PROSECUTOR, record)
    }
}

pub fn refusal(outcome: Outcome) -> Rule {
    match outcome {
        Outcome::Refused { rule } => rule,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
