//! Bytes of an event: one reading only.

use hawser_ledger::codec::{DecodeError, Layout};
use hawser_ledger::event::{BlobReference, EventError, RecordPublic};
use hawser_ledger::header::{HEADER_SIZE, MAX_ENCRYPTED, MAX_PUBLIC, PREFIX_SIZE, Prefix};
use hawser_ledger::membership::{Act, EpochStart, GroupPurpose, SpaceKind};
use hawser_ledger::person::CertificateRequest;
use hawser_ledger::{BlobId, Event, Header, UserId};

use crate::support::*;

fn sample() -> Event {
    let case = Case::founded();
    case.ledger.content_event(&case.founder().key, case.team)
}

#[test]
fn every_single_bit_of_a_header_counts() {
    let event = sample();
    let key = public(&Party::new("alpha").administrator.key);
    let bytes = event.encode();
    assert_eq!(event.verify(&key), Ok(()));
    for bit in 0..(HEADER_SIZE + 2 + 64) * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let refused = Event::decode(&changed).and_then(|event| event.verify(&key));
        assert!(refused.is_err(), "bit {bit} was changed and nobody noticed");
    }
}

#[test]
fn every_single_bit_of_what_follows_the_header_counts() {
    let bytes = sample().encode();
    for bit in (HEADER_SIZE + 66) * 8..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let error = Event::decode(&changed);
        assert!(
            matches!(
                error,
                Err(EventError::PublicHash | EventError::EncryptedHash)
            ),
            "bit {bit}"
        );
    }
}

#[test]
fn an_event_reads_back_as_it_was_written() {
    let event = sample();
    let bytes = event.encode();
    assert_eq!(Event::decode(&bytes), Ok(event.clone()));
    assert_eq!(event.header.encode().len(), HEADER_SIZE);
    assert_eq!(event.header.prefix.encode().len(), PREFIX_SIZE);
    let mut two = bytes.clone();
    two.extend_from_slice(&bytes);
    assert_eq!(Event::read_one(&two).unwrap(), (event, bytes.len()));
}

#[test]
fn one_byte_more_or_less_is_refused() {
    let mut bytes = sample().encode();
    for length in 0..bytes.len() {
        assert!(Event::decode(&bytes[..length]).is_err(), "cut to {length}");
    }
    bytes.push(0);
    assert_eq!(
        Event::decode(&bytes),
        Err(EventError::Layout(DecodeError::Trailing { count: 1 }))
    );
}

fn with_byte(offset: usize, value: u8) -> Result<Header, DecodeError> {
    let mut bytes = sample().header.encode();
    bytes[offset] = value;
    Header::decode(&bytes)
}

#[test]
fn what_this_version_does_not_know_is_refused_by_its_name() {
    let refused = |offset, value, name| match with_byte(offset, value) {
        Err(DecodeError::Value { field, .. }) => assert_eq!(field, name),
        other => panic!("{name}: {other:?}"),
    };
    refused(0, b'X', "magic");
    refused(4, 0, "version");
    refused(4, 2, "version");
    refused(5, 0, "suite");
    refused(5, 3, "suite");
    refused(6, 2, "sig_alg");
    refused(7, 0, "class");
    refused(7, 3, "class");
    refused(8, 3, "mode");
    refused(9, 1, "flags");
    refused(PREFIX_SIZE + 40 + 7, 200, "seen_size");
    for reserved in HEADER_SIZE - 8..HEADER_SIZE {
        refused(reserved, 1, "reserved");
    }
}

#[test]
fn lengths_beyond_the_limits_are_refused_before_anything_is_read() {
    let header = sample().header;
    let mut bytes = header.encode();
    bytes[PREFIX_SIZE - 36..PREFIX_SIZE - 32].copy_from_slice(&(MAX_PUBLIC + 1).to_be_bytes());
    assert!(matches!(
        Header::decode(&bytes),
        Err(DecodeError::TooLong {
            field: "public_len",
            ..
        })
    ));
    let mut bytes = header.encode();
    let at = HEADER_SIZE - 16 - 32 - 4;
    bytes[at..at + 4].copy_from_slice(&u32::MAX.to_be_bytes());
    assert!(matches!(
        Header::decode(&bytes),
        Err(DecodeError::TooLong { field: "encrypted_len", max, .. }) if max == u64::from(MAX_ENCRYPTED)
    ));
}

#[test]
fn a_public_event_has_no_nonce_and_an_encrypted_one_has() {
    let content = sample().header.prefix;
    assert!(Prefix::decode(&content.encode()).is_ok());
    let silent = Prefix {
        nonce: [0; 24],
        key_commit: [0; 32],
        ..content.clone()
    };
    assert!(Prefix::decode(&silent.encode()).is_err());
    let case = Case::founded();
    let act = create(group("more"), GroupPurpose::Special);
    let public = case.ledger.event(&case.founder().key, &act).header.prefix;
    for prefix in [
        Prefix {
            nonce: [1; 24],
            ..public.clone()
        },
        Prefix {
            key_commit: [1; 32],
            ..public.clone()
        },
        Prefix {
            mode: 1,
            nonce: [1; 24],
            ..public
        },
    ] {
        assert!(Prefix::decode(&prefix.encode()).is_err());
    }
}

#[test]
fn a_signature_of_another_length_is_refused() {
    let mut bytes = sample().encode();
    bytes[HEADER_SIZE + 1] = 65;
    assert!(matches!(
        Event::decode(&bytes),
        Err(EventError::Layout(DecodeError::Value {
            field: "signature_length",
            ..
        }))
    ));
}

#[test]
fn lists_have_a_limit_and_an_order() {
    let reference = BlobReference {
        blob: BlobId([1; 16]),
        body_length: 16,
        parts_root: [2; 32],
    };
    let public = RecordPublic {
        blobs: vec![reference; 256],
    };
    assert_eq!(RecordPublic::decode(&public.encode()), Ok(public));
    let many = RecordPublic {
        blobs: vec![reference; 257],
    };
    assert!(matches!(
        RecordPublic::decode(&many.encode()),
        Err(DecodeError::TooLong { .. })
    ));

    let case = Case::with_ben();
    let mut start = case
        .0
        .ledger
        .epoch(case.0.team, &[&case.0.founder(), &case.1]);
    assert!(EpochStart::decode(&start.encode()).is_ok());
    start.wraps.swap(0, 1);
    assert_eq!(
        EpochStart::decode(&start.encode()),
        Err(DecodeError::Unsorted { field: "wraps" })
    );
    start.members.swap(0, 1);
    assert_eq!(
        EpochStart::decode(&start.encode()),
        Err(DecodeError::Unsorted { field: "members" })
    );
}

#[test]
fn an_epoch_names_a_suite_and_a_recipient_of_that_suite() {
    let case = Case::founded();
    let start = case.ledger.epoch(case.team, &[&case.founder()]);
    for suite in [0, 3, 255] {
        let start = EpochStart {
            suite,
            ..start.clone()
        };
        assert!(
            EpochStart::decode(&start.encode()).is_err(),
            "suite {suite}"
        );
    }
    for (suite, length) in [(1, 0), (1, 31), (1, 1216), (2, 32), (2, 1215)] {
        let start = EpochStart {
            suite,
            recipient: vec![5; length],
            ..start.clone()
        };
        assert!(
            EpochStart::decode(&start.encode()).is_err(),
            "suite {suite}, {length} bytes"
        );
    }
    let hybrid = EpochStart {
        suite: 2,
        recipient: vec![5; 1216],
        ..start
    };
    assert_eq!(EpochStart::decode(&hybrid.encode()), Ok(hybrid));
}

#[test]
fn a_genesis_names_a_known_suite_and_each_log_keeper_once() {
    let alpha = Party::new("alpha");
    let good = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    let read = |genesis| Act::decode(1, &Act::Genesis(Box::new(genesis)).encode());
    assert!(read(good.clone()).is_ok());
    for suite in [0, 3] {
        let mut genesis = good.clone();
        genesis.min_suite = suite;
        assert!(read(genesis).is_err(), "suite {suite}");
    }
    let mut genesis = good;
    genesis.log_keepers = vec![[1; 32], [2; 32]];
    assert!(read(genesis.clone()).is_ok());
    genesis.log_keepers = vec![[1; 32], [1; 32]];
    assert_eq!(
        read(genesis),
        Err(DecodeError::Unsorted {
            field: "log_keepers"
        })
    );
}

#[test]
fn a_generation_of_keys_counts_from_one() {
    let alpha = Party::new("alpha");
    let mut zero = request(alpha.id, "ann", &key("ann"));
    zero.generation = 0;
    let zero = zero.sign(&key("ann"));
    assert!(CertificateRequest::decode(&zero.encode()).is_err());
}

#[test]
fn identifiers_are_lower_case_hexadecimal_of_their_own_length() {
    let user = UserId([0xab; 16]);
    assert_eq!(user.to_string().parse(), Ok(user));
    assert!(user.to_string().to_uppercase().parse::<UserId>().is_err());
    assert!("ab".repeat(15).parse::<UserId>().is_err());
    assert!("ab".repeat(17).parse::<UserId>().is_err());
    assert!("zz".repeat(16).parse::<UserId>().is_err());
}
