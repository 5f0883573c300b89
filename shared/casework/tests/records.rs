//! What a record may look like.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Decimal, Entry, Exhibit, PersonId, Record, RecordError, Scheme,
    handling::{Handling, HandlingCode, Obtained, PersonCategory},
    record::{Acquisition, HashRegistration, Identifier, PersonAct, Photo, Place, Quantity},
};
use proptest::prelude::*;
use support::{CUSTOMS, entry, exhibit, file, terms};

fn full_exhibit() -> Exhibit {
    Exhibit {
        found: Place {
            text: "Quay 4".into(),
            locode: Some("NLRTM".into()),
            coordinates: Some(("51.950".parse().unwrap(), "-4.05".parse().unwrap())),
        },
        photo: Photo::Attached,
        parent: Some(hawser_casework::RecordId::new([3; 16])),
        quantity: Some(Quantity {
            value: "412.600".parse::<Decimal>().unwrap(),
            unit: "kg".into(),
        }),
        identifiers: vec![Identifier {
            scheme: Scheme::ImoShip,
            value: "1234567".into(),
            reason: Some("as painted".into()),
        }],
        acquisition: Some(Acquisition {
            tool: "imager".into(),
            version: "7.1".into(),
            method: "physical".into(),
            write_blocker: String::new(),
            operator: "QR-D2".into(),
            source_size: Some(u64::MAX),
            verified: Some(true),
        }),
        by_hash: Some(HashRegistration {
            sha256: "ab".repeat(32),
            length: 126_701_535_232,
            name: "image.e01".into(),
            kept_at: "laboratory".into(),
        }),
        seal_reason: Some("resealed".into()),
        handling: Handling {
            code: Some(HandlingCode::H2),
            obtained: Obtained::Mla {
                reference: "12/2026".into(),
            },
            privileged: true,
            person_category: PersonCategory::Suspect,
            language: "fr".into(),
            addressees: vec![hawser_casework::PartyId::new([6; 32])],
            ..Handling::default()
        },
        ..exhibit("two\nlines")
    }
}

fn one_of_each() -> Vec<Record> {
    let person = CUSTOMS;
    let id = hawser_casework::RecordId::new([3; 16]);
    let statement = support::offer_statement(&[id], support::member(person));
    let reason = "because".to_owned();
    let name = "name".to_owned();
    vec![
        Record::CaseOpened(terms()),
        Record::PartyNamed {
            party: hawser_casework::PartyId::new([6; 32]),
            name: name.clone(),
            country: "QN".into(),
        },
        Record::PartyIntroduced {
            party: hawser_casework::PartyId::new([6; 32]),
            card: "AQ".into(),
        },
        Record::PersonNamed {
            person,
            name: name.clone(),
            function: String::new(),
            salt: "0a".repeat(16),
        },
        Record::PersonNote {
            person,
            act: PersonAct::RoleChanged,
            reason: reason.clone(),
        },
        Record::ExhibitLogged(full_exhibit()),
        Record::FileAttached(file(id, "front.jpg")),
        Record::Corrected {
            target: id,
            field: "title".into(),
            old: "a".into(),
            new: "b".into(),
            why: reason.clone(),
        },
        Record::DeskOpened {
            name,
            officers: vec![person],
        },
        Record::DeskChanged {
            desk: id,
            officers: vec![],
        },
        Record::HandoverOffered {
            statement: statement.clone(),
        },
        Record::HandoverAnswered {
            statement,
            photo: Some(id),
        },
        Record::HandoverWithdrawn {
            offer: id,
            reason: reason.clone(),
        },
        Record::DisputeSettled {
            offer: id,
            exhibit: id,
            outcome: hawser_casework::record::Settlement::StaysWithGiver,
            reason,
        },
    ]
}

#[test]
fn every_record_survives_writing_and_reading() {
    let records = one_of_each();
    let names: Vec<&str> = records.iter().map(Record::type_name).collect();
    assert_eq!(names, Record::TYPES);
    for record in records {
        let entry = entry(record);
        assert_eq!(entry.validate(), Ok(()), "{}", entry.record.type_name());
        let json = entry.encode().unwrap();
        assert_eq!(Entry::decode(&json).unwrap(), entry);
        let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(value["record"]["type"], entry.record.type_name());
    }
}

#[test]
fn a_field_nobody_knows_is_refused_in_every_record() {
    for record in one_of_each() {
        let name = record.type_name().to_owned();
        let json = entry(record).encode().unwrap();
        let mut value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        value["record"]["surprise"] = "x".into();
        let json = serde_json::to_vec(&value).unwrap();
        let missing = None;
        assert_eq!(
            Entry::decode(&json),
            Err(RecordError::Shape { missing }),
            "{name}"
        );
    }
}

#[test]
fn a_field_nobody_knows_is_refused_at_every_level() {
    let json = entry(Record::ExhibitLogged(full_exhibit()))
        .encode()
        .unwrap();
    let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
    for place in [
        "",
        "/happened",
        "/happened/at",
        "/record",
        "/record/found",
        "/record/quantity",
        "/record/identifiers/0",
        "/record/acquisition",
        "/record/by_hash",
        "/record/handling",
        "/record/handling/obtained",
        "/record/handling/obtained/mla",
    ] {
        let mut value = value.clone();
        value.pointer_mut(place).unwrap()["surprise"] = 1.into();
        let json = serde_json::to_vec(&value).unwrap();
        assert_eq!(
            Entry::decode(&json).unwrap_err().code(),
            "record-shape",
            "{place}"
        );
    }
}

fn withdrawn(reason: &str) -> String {
    format!(
        "{{\"happened\":{{\"at\":{{\"utc_ms\":0,\"offset_min\":60}},\"known\":\"observed\",\"late_reason\":null}},\
         \"record\":{{\"type\":\"handover-withdrawn\",\"offer\":\"{}\",\"reason\":{reason}}}}}",
        "07".repeat(16)
    )
}

#[test]
fn a_record_has_one_reading_only() {
    let decode = |json: &str| Entry::decode(json.as_bytes());
    assert!(decode(&withdrawn("\"x\"")).is_ok());
    let doubled = withdrawn("\"x\",\"reason\":\"y\"");
    assert_eq!(decode(&doubled), Err(RecordError::DuplicateKey));
    let deep_doubled = withdrawn("{\"a\":1,\"a\":2}");
    assert_eq!(decode(&deep_doubled), Err(RecordError::DuplicateKey));
    for float in ["1.0", "1e3", "-0", "18446744073709551616"] {
        assert_eq!(
            decode(&withdrawn(float)),
            Err(RecordError::FloatingPoint),
            "{float}"
        );
    }
    let deep = withdrawn(&("[".repeat(40) + &"]".repeat(40)));
    assert_eq!(decode(&deep), Err(RecordError::TooDeep { max: 32 }));
    let trailing = withdrawn("\"x\"") + " {}";
    assert_eq!(decode(&trailing).unwrap_err().code(), "record-not-json");
    let cased = withdrawn("\"x\"").replace("0707", "0A07");
    assert_eq!(decode(&cased).unwrap_err().code(), "record-shape");
    let wrong_kind = withdrawn("7");
    assert_eq!(decode(&wrong_kind).unwrap_err().code(), "record-shape");
    let large = withdrawn(&format!("\"{}\"", "x".repeat(1024 * 1024)));
    assert_eq!(decode(&large).unwrap_err().code(), "record-too-large");
}

#[test]
fn a_missing_field_is_named() {
    let json = withdrawn("\"x\"").replace(",\"reason\":\"x\"", "");
    let missing = Some("reason".to_owned());
    assert_eq!(
        Entry::decode(json.as_bytes()),
        Err(RecordError::Shape { missing })
    );
}

#[test]
fn a_record_of_a_later_version_is_kept() {
    let json = withdrawn("\"x\"").replace("handover-withdrawn", "hologram-attached");
    let entry = Entry::decode(json.as_bytes()).unwrap();
    let type_name = "hologram-attached".to_owned();
    assert_eq!(entry.record, Record::Unknown { type_name });
    assert_eq!(entry.encode(), Err(RecordError::UnknownType));
    let doubled = json.replace("\"reason\"", "\"offer\":1,\"reason\"");
    assert_eq!(
        Entry::decode(doubled.as_bytes()),
        Err(RecordError::DuplicateKey)
    );
    let unknown = json.replace("hologram-attached", "unknown");
    assert!(Entry::decode(unknown.as_bytes()).is_ok());
}

#[test]
fn an_error_never_quotes_the_content() {
    let json =
        withdrawn("\"x\"").replace("\"reason\":\"x\"", "\"reason\":\"x\",\"secret informer\":1");
    let error = Entry::decode(json.as_bytes()).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("informer"));
}

#[test]
fn a_file_key_never_shows_in_debug_output() {
    let record = Record::FileAttached(file(hawser_casework::RecordId::new([3; 16]), "a.jpg"));
    assert!(!format!("{:?}", entry(record)).contains("5ec2e7"));
}

#[test]
fn a_mass_written_as_a_number_is_refused() {
    let json = entry(Record::ExhibitLogged(full_exhibit()))
        .encode()
        .unwrap();
    let json = String::from_utf8(json).unwrap();
    let whole = json.replace("\"value\":\"412.600\"", "\"value\":412");
    assert_eq!(
        Entry::decode(whole.as_bytes()).unwrap_err().code(),
        "record-shape"
    );
}

#[test]
fn an_identifier_shows_in_full_and_is_short_in_debug_output() {
    let person = PersonId::new([0xab; 16]);
    assert_eq!(person.to_string(), "ab".repeat(16));
    assert_eq!(person.to_string().parse(), Ok(person));
    assert_eq!(format!("{person:?}"), "PersonId(abababab…)");
    assert!("AB".repeat(16).parse::<PersonId>().is_err());
    assert!("ab".repeat(15).parse::<PersonId>().is_err());
    assert!("é".repeat(16).parse::<PersonId>().is_err());
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = Entry::decode(&bytes);
    }

    #[test]
    fn no_damaged_record_makes_reading_panic(
        which in 0..13usize,
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut json = entry(one_of_each().remove(which)).encode().unwrap();
        let at = at.index(json.len());
        json[at] = byte;
        if let Ok(entry) = Entry::decode(&json) {
            let _ = entry.validate();
        }
    }
}
