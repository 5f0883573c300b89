//! Epochs and the wraps that hand them out.

use hawser_encryption::OpenError;
use hawser_encryption::age_file::{Recipient, make_age_file};
use hawser_encryption::epoch::{EpochPlace, EpochSecret, recipient_hash};
use hawser_encryption::identity::{Identity, Root};
use hawser_encryption::wrap::{WrapPlace, make_wrap, open_wrap};
use hawser_ledger::codec::Writer;
use hawser_ledger::header::SUITE_X25519;
use hawser_ledger::person::name_commit;
use hawser_ledger::{GroupId, OrganisationId, SpaceId, UserId};

use crate::support::*;

fn wrap_place() -> WrapPlace {
    WrapPlace {
        space: SpaceId([1; 32]),
        group: GroupId([2; 16]),
        user: UserId([3; 16]),
        generation: 1,
        first: 2,
        last: 4,
        suite: SUITE_X25519,
    }
}

fn secrets() -> Vec<EpochSecret> {
    vec![secret([2; 32]), secret([3; 32]), secret([4; 32])]
}

fn plain(place: &WrapPlace, label: &[u8], count: u32, trailing: &[u8]) -> Vec<u8> {
    let mut out = Writer::new();
    out.fixed(label)
        .fixed(&place.space.0)
        .fixed(&place.group.0)
        .fixed(&place.user.0);
    out.u32(place.generation)
        .u64(place.first)
        .u64(place.last)
        .u32(count);
    for number in 0..count {
        out.fixed(&[number as u8 + 2; 32]);
    }
    out.fixed(trailing).finish()
}

#[test]
fn a_wrap_gives_its_reader_every_epoch_it_names() {
    let (ben, place) = (identity("ben"), wrap_place());
    let wrap = make_wrap(&place, &ben.recipient(SUITE_X25519), &secrets()).unwrap();
    let opened = open_wrap(&ben, &place, &wrap).unwrap();
    for (number, (opened, original)) in (2..).zip(opened.iter().zip(secrets())) {
        let at = EpochPlace {
            space: place.space,
            group: place.group,
            number,
        };
        assert_eq!(opened.check(at, &original.commitment(at)), Ok(()));
    }
    assert_eq!(opened.len(), 3);
}

#[test]
fn a_wrap_opens_in_its_place_only() {
    let (ben, place) = (identity("ben"), wrap_place());
    let wrap = make_wrap(&place, &ben.recipient(SUITE_X25519), &secrets()).unwrap();
    for other in [
        WrapPlace {
            space: SpaceId([9; 32]),
            ..place
        },
        WrapPlace {
            group: GroupId([9; 16]),
            ..place
        },
        WrapPlace {
            user: UserId([9; 16]),
            ..place
        },
        WrapPlace {
            generation: 2,
            ..place
        },
        WrapPlace { first: 1, ..place },
        WrapPlace { last: 5, ..place },
        WrapPlace {
            first: 3,
            last: 5,
            ..place
        },
    ] {
        assert_eq!(
            open_wrap(&ben, &other, &wrap).err(),
            Some(OpenError::Form),
            "{other:?}"
        );
    }
}

#[test]
fn a_wrap_opens_for_its_reader_only() {
    let place = wrap_place();
    let wrap = make_wrap(&place, &identity("ben").recipient(SUITE_X25519), &secrets()).unwrap();
    assert_eq!(
        open_wrap(&identity("mallory"), &place, &wrap).err(),
        Some(OpenError::Key)
    );
    let second = Identity::derive(&with_random("ben", Root::make), 2);
    assert_eq!(
        open_wrap(&second, &place, &wrap).err(),
        Some(OpenError::Key),
        "another generation"
    );
}

#[test]
fn a_wrap_holds_exactly_as_many_secrets_as_it_says() {
    let (ben, place) = (identity("ben"), wrap_place());
    let open = |plain: &[u8], place: &WrapPlace| {
        open_wrap(
            &ben,
            place,
            &make_age_file(&ben.recipient(SUITE_X25519), plain).unwrap(),
        )
        .err()
    };
    let label = b"hawser/v1/wrap\0";
    assert_eq!(open(&plain(&place, label, 3, &[]), &place), None);
    assert_eq!(
        open(&plain(&place, label, 2, &[]), &place),
        Some(OpenError::Form),
        "too few"
    );
    assert_eq!(
        open(&plain(&place, label, 4, &[]), &place),
        Some(OpenError::Form),
        "too many"
    );
    assert_eq!(
        open(&plain(&place, label, 3, &[0]), &place),
        Some(OpenError::Form),
        "a byte more"
    );
    assert_eq!(
        open(&plain(&place, b"hawser/v1/wrep\0", 3, &[]), &place),
        Some(OpenError::Form),
        "label"
    );
    assert_eq!(open(&[], &place), Some(OpenError::Form));
    for (first, last, count) in [(0, 2, 3), (4, 2, 3), (0, u64::MAX, 0), (5, 4, 0)] {
        let odd = WrapPlace {
            first,
            last,
            ..place
        };
        assert_eq!(
            open(&plain(&odd, label, count, &[]), &odd),
            Some(OpenError::Form),
            "{first}..={last}"
        );
    }
}

#[test]
fn no_byte_of_a_wrap_can_change() {
    let (ben, place) = (identity("ben"), wrap_place());
    let wrap = make_wrap(&place, &ben.recipient(SUITE_X25519), &secrets()).unwrap();
    for at in 0..wrap.len() {
        let mut changed = wrap.clone();
        changed[at] ^= 0x04;
        assert!(open_wrap(&ben, &place, &changed).is_err(), "byte {at}");
    }
}

#[test]
fn a_secret_fits_its_commitment_in_its_place_only() {
    let secret = secret([7; 32]);
    let commitment = secret.commitment(place());
    assert_eq!(secret.check(place(), &commitment), Ok(()));
    for other in [
        EpochPlace {
            space: SpaceId([9; 32]),
            ..place()
        },
        EpochPlace {
            group: GroupId([9; 16]),
            ..place()
        },
        EpochPlace {
            number: 4,
            ..place()
        },
    ] {
        assert_eq!(secret.check(other, &commitment), Err(OpenError::Commitment));
        assert_ne!(
            secret.recipient(other, SUITE_X25519),
            secret.recipient(place(), SUITE_X25519)
        );
    }
    // Two members who were handed different keys: one of them notices.
    let another = crate::support::secret([8; 32]);
    assert_eq!(
        another.check(place(), &commitment),
        Err(OpenError::Commitment)
    );
}

#[test]
fn attack_25_a_recipient_of_low_order_is_refused() {
    let low = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];
    for text in low {
        let mut key = [0; 32];
        hex::decode_to_slice(text, &mut key).unwrap();
        assert!(Recipient::from_bytes(&key).is_err(), "{text}");
        assert!(make_age_file(&key, b"secret").is_err());
        assert!(make_wrap(&wrap_place(), &key, &secrets()).is_err());
        assert!(hawser_encryption::file::make_file_secrets(&key).is_err());
        key[31] ^= 0x80;
        assert!(
            Recipient::from_bytes(&key).is_err(),
            "{text} with the unused bit"
        );
    }
    assert!(Recipient::from_bytes(&identity("ben").recipient(SUITE_X25519)).is_ok());
}

#[test]
fn a_persons_keys_follow_from_root_and_generation() {
    let root = with_random("ben", Root::make);
    let (first, again, second) = (
        Identity::derive(&root, 1),
        Identity::derive(&root, 1),
        Identity::derive(&root, 2),
    );
    assert_eq!(
        (first.signing_public(), first.recipient(SUITE_X25519)),
        (again.signing_public(), again.recipient(SUITE_X25519))
    );
    assert_ne!(first.signing_public(), second.signing_public());
    assert_ne!(
        first.recipient(SUITE_X25519),
        second.recipient(SUITE_X25519)
    );
    let request = first.certificate_request(OrganisationId([1; 32]), UserId([2; 16]), [3; 32]);
    assert_eq!(request.verify(), Ok(()));
    assert_eq!(
        recipient_hash(&request.recipient),
        hawser_ledger::key::hash(&[&first.recipient(SUITE_X25519)])
    );
    assert_ne!(name_commit(&[1; 32], "Ann"), name_commit(&[2; 32], "Ann"));
}

#[test]
fn what_a_person_keeps_for_themselves_opens_as_what_it_is_only() {
    let (ben, mallory) = (identity("ben"), identity("mallory"));
    let sealed = with_random("note", |random| {
        ben.seal_own(random, "pin of a case", b"42")
    });
    assert_eq!(ben.open_own("pin of a case", &sealed), Ok(b"42".to_vec()));
    assert_eq!(
        ben.open_own("pin of another case", &sealed),
        Err(OpenError::Key)
    );
    assert_eq!(
        mallory.open_own("pin of a case", &sealed),
        Err(OpenError::Key)
    );
    assert_eq!(
        ben.open_own("pin of a case", &sealed[..23]),
        Err(OpenError::Form)
    );
    let pinbook = with_random("pins", |random| ben.seal_pinbook(random, b"pins"));
    assert_eq!(ben.open_pinbook(&pinbook), Ok(b"pins".to_vec()));
    assert_eq!(
        ben.open_own("hawser/v1/pinbook\0", &pinbook),
        Err(OpenError::Key),
        "another key"
    );
}

#[test]
fn nothing_that_holds_a_secret_prints_it() {
    let secret = secret([0xab; 32]);
    let root = with_random("ben", Root::make);
    let printed = format!("{secret:?} {root:?}");
    assert_eq!(printed, "EpochSecret(…) Root(…)");
}
