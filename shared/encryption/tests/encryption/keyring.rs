//! The keyring record on a server that may answer anything.

use hawser_encryption::keyring::{Keyring, KeyringError, Unlock};
use hawser_encryption::kit::Kit;
use hawser_ledger::{OrganisationId, UserId};
use hawser_protocol::suite::{ARGON2_LANES, ARGON2_MEMORY_KIB, ARGON2_PASSES};
use proptest::prelude::*;

use crate::support::*;

const USER: UserId = UserId([0x11; 16]);
/// Where the clear part ends: magic4 version1 user16 version8 previous32 generation4 suite1 parameters12 key_id16.
const CLEAR: usize = 94;

fn keyring() -> Keyring {
    let mut keyring = with_random("keyring", |random| {
        Keyring::make(random, USER, "ann", "Ann Example", "magistrate")
    });
    keyring.organisation = Some((OrganisationId([2; 32]), [3; 32]));
    keyring.invitation = Some("v1.new.secret".to_owned().into());
    keyring
}

fn sealed(keyring: &mut Keyring, seed: &str) -> Vec<u8> {
    let export = &REGISTERED.1;
    with_random(seed, |random| keyring.seal(random, Some(export)))
        .unwrap_or_else(|error| panic!("{error}"))
}

fn open(record: &[u8]) -> Result<Keyring, KeyringError> {
    Keyring::open(record, USER, 0, &Unlock::Passphrase(&REGISTERED.1))
}

#[test]
fn passphrase_and_kit_each_open_the_keyring() {
    let mut keyring = keyring();
    let root = with_random("root", |random| keyring.make_organisation_root(random));
    let record = sealed(&mut keyring, "first");
    let typed = Kit::parse(&keyring.kit().groups().join(" ")).unwrap();
    for opened in [
        open(&record),
        Keyring::open(&record, USER, 1, &Unlock::Kit(&typed)),
    ] {
        let opened = opened.unwrap();
        assert_eq!((opened.user, opened.version()), (USER, 1));
        assert_eq!(opened.organisation, keyring.organisation);
        assert_eq!(
            opened
                .organisation_root
                .as_ref()
                .map(|key| key.verifying_key().to_bytes()),
            Some(root)
        );
        let texts = (
            opened.sign_in_name.as_str(),
            opened.name.as_str(),
            opened.function.as_str(),
        );
        assert_eq!(texts, ("ann", "Ann Example", "magistrate"));
        assert_eq!((opened.salt, opened.kit_confirmed), (keyring.salt, false));
        assert_eq!(
            opened.invitation.as_ref().map(|link| link.as_str()),
            Some("v1.new.secret")
        );
        assert_eq!(opened.kit().verifier(), keyring.kit().verifier());
        let keys = |keyring: &Keyring| {
            keyring
                .generations()
                .map(|keys| keys.newest().signing_public())
        };
        assert_eq!(keys(&opened), keys(&keyring));
    }
}

#[test]
fn a_generation_that_waits_comes_into_use_and_the_older_ones_still_open() {
    let mut keyring = keyring();
    let before = keyring.generations().unwrap();
    let note = with_random("note", |random| {
        before.newest().seal_own(random, "note", b"earlier")
    });
    for seed in ["draw", "draw again"] {
        with_random(seed, |random| keyring.draw_generation(random));
    }
    let record = sealed(&mut keyring, "first");
    let mut opened = open(&record).unwrap();
    let waiting = opened.generations().unwrap();
    assert_eq!(waiting.pending().len(), 2);
    // The first of the two is the one that was certified.
    let drawn = &waiting.pending()[1];
    assert_eq!(drawn.generation(), 2);
    assert_eq!(
        waiting.newest().signing_public(),
        before.newest().signing_public(),
        "what waits does not sign"
    );
    opened.adopt_generation(2);
    let after = opened.generations().unwrap();
    assert_eq!(after.newest().signing_public(), drawn.signing_public());
    assert_eq!(after.pending().len(), 1, "the other may be certified next");
    assert_eq!(after.open_own("note", &note).unwrap(), b"earlier");
    assert!(after.newest().open_own("note", &note).is_err());
}

#[test]
fn another_passphrase_or_kit_opens_nothing() {
    let record = sealed(&mut keyring(), "first");
    let (_, other) = Server::registered("another", "another passphrase");
    let refused = |unlock| Keyring::open(&record, USER, 0, &unlock).err();
    assert_eq!(refused(Unlock::Passphrase(&other)), Some(KeyringError::Key));
    let kit = with_random("other kit", Kit::make);
    assert_eq!(refused(Unlock::Kit(&kit)), Some(KeyringError::Key));
}

#[test]
fn an_older_keyring_than_one_seen_before_is_refused() {
    let mut keyring = keyring();
    let first = sealed(&mut keyring, "first");
    let second = with_random("second", |random| keyring.seal(random, None)).unwrap();
    assert_eq!(keyring.version(), 2);
    let at = |record: &[u8], floor| {
        Keyring::open(record, USER, floor, &Unlock::Passphrase(&REGISTERED.1)).err()
    };
    assert_eq!(at(&first, 2), Some(KeyringError::Rollback));
    assert_eq!(at(&first, 1), None);
    assert_eq!(at(&second, 2), None);
    assert_eq!(
        second[29..61],
        hawser_ledger::key::hash(&[&first]),
        "each names the one before it"
    );
}

#[test]
fn somebody_elses_keyring_is_refused() {
    let record = sealed(&mut keyring(), "first");
    let refused = Keyring::open(
        &record,
        UserId([9; 16]),
        0,
        &Unlock::Passphrase(&REGISTERED.1),
    )
    .err();
    assert_eq!(refused, Some(KeyringError::Account));
    // Nor does it open under a changed name.
    let mut renamed = record;
    renamed[5..21].copy_from_slice(&[9; 16]);
    let refused = Keyring::open(
        &renamed,
        UserId([9; 16]),
        0,
        &Unlock::Passphrase(&REGISTERED.1),
    )
    .err();
    assert_eq!(refused, Some(KeyringError::Key));
}

#[test]
fn the_server_chooses_neither_weaker_nor_dearer_parameters() {
    let record = sealed(&mut keyring(), "first");
    let with = |memory: u32, passes: u32, lanes: u32| {
        let mut changed = record.clone();
        for (at, value) in [(66, memory), (70, passes), (74, lanes)] {
            changed[at..at + 4].copy_from_slice(&value.to_be_bytes());
        }
        open(&changed).err()
    };
    assert_eq!(
        with(ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_LANES),
        None,
        "the offsets are right"
    );
    for (memory, passes, lanes) in [
        (8, 1, 1),
        (ARGON2_MEMORY_KIB, 1, 1),
        (ARGON2_MEMORY_KIB, 3, 4),
        (u32::MAX, 3, 1),
    ] {
        assert_eq!(with(memory, passes, lanes), Some(KeyringError::Parameters));
    }
    let mut suite = record.clone();
    suite[65] = 2;
    assert_eq!(open(&suite).err(), Some(KeyringError::Parameters));
}

#[test]
fn no_byte_of_the_record_can_change() {
    let record = sealed(&mut keyring(), "first");
    assert!(open(&record).is_ok());
    // The kit's slot is not read when the passphrase opens: that one byte by byte with the kit.
    let kit = keyring().kit().verifier();
    for at in 0..record.len() {
        let mut changed = record.clone();
        changed[at] ^= 1;
        let opened = open(&changed);
        let in_kit_slot = (CLEAR + 4 + 77..CLEAR + 4 + 2 * 77).contains(&at);
        match opened {
            Err(_) => {}
            Ok(opened) => assert!(in_kit_slot && opened.kit().verifier() == kit, "byte {at}"),
        }
    }
    for length in 0..record.len() {
        assert!(open(&record[..length]).is_err(), "cut to {length}");
    }
    let mut longer = record;
    longer.push(0);
    assert!(matches!(open(&longer), Err(KeyringError::Layout(_))));
}

#[test]
fn a_new_passphrase_draws_a_new_key_and_the_old_slots_do_not_fit_it() {
    let mut keyring = keyring();
    let before = sealed(&mut keyring, "first");
    let kit = keyring.kit().verifier();
    with_random("renewal", |random| keyring.renew(random, false));
    let (_, export) = Server::registered("new", "six other generated words");
    let after = with_random("second", |random| keyring.seal(random, Some(&export))).unwrap();
    let refused = Keyring::open(&after, USER, 0, &Unlock::Passphrase(&REGISTERED.1)).err();
    assert_eq!(refused, Some(KeyringError::Key));
    assert_eq!(
        Keyring::open(&after, USER, 0, &Unlock::Passphrase(&export))
            .unwrap()
            .kit()
            .verifier(),
        kit
    );
    // The old slots put back by the server.
    let mut spliced = after.clone();
    let slots = CLEAR..CLEAR + 4 + 2 * 77;
    spliced[slots.clone()].copy_from_slice(&before[slots]);
    assert_eq!(open(&spliced).err(), Some(KeyringError::Key));
    assert_ne!(
        before[CLEAR - 16..CLEAR],
        after[CLEAR - 16..CLEAR],
        "the key's name changed"
    );
}

#[test]
fn using_the_kit_issues_a_new_one() {
    let mut keyring = keyring();
    keyring.kit_confirmed = true;
    let old = Kit::parse(&keyring.kit().groups().concat()).unwrap();
    with_random("renewal", |random| keyring.renew(random, true));
    assert!(!keyring.kit_confirmed);
    let record = sealed(&mut keyring, "second");
    assert_eq!(
        Keyring::open(&record, USER, 0, &Unlock::Kit(&old)).err(),
        Some(KeyringError::Key)
    );
    assert!(Keyring::open(&record, USER, 0, &Unlock::Kit(keyring.kit())).is_ok());
}

#[test]
fn a_keyring_that_nobody_could_open_is_never_written() {
    let mut keyring = keyring();
    let without =
        |keyring: &mut Keyring| with_random("seal", |random| keyring.seal(random, None)).err();
    assert_eq!(
        without(&mut keyring),
        Some(KeyringError::Key),
        "never had a passphrase"
    );
    sealed(&mut keyring, "first");
    assert_eq!(without(&mut keyring), None);
    with_random("renewal", |random| keyring.renew(random, false));
    assert_eq!(
        without(&mut keyring),
        Some(KeyringError::Key),
        "renewed, and no passphrase given"
    );
    assert_eq!(keyring.version(), 2, "a refusal counts no version");
}

#[test]
fn an_update_keeps_the_slots_and_still_opens_with_both() {
    let mut keyring = keyring();
    let first = sealed(&mut keyring, "first");
    let mut opened = open(&first).unwrap();
    opened.name = "Ann Other".to_owned();
    let second = with_random("second", |random| opened.seal(random, None)).unwrap();
    assert_eq!(
        first[CLEAR..CLEAR + 4 + 2 * 77],
        second[CLEAR..CLEAR + 4 + 2 * 77]
    );
    assert_eq!(open(&second).unwrap().name, "Ann Other");
    assert!(Keyring::open(&second, USER, 2, &Unlock::Kit(keyring.kit())).is_ok());
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_no_keyring(bytes in proptest::collection::vec(any::<u8>(), 0..400), headed in any::<bool>()) {
        let kit = with_bytes(&[1; 32], Kit::make);
        let record = if headed { [b"HWSK\x01".as_slice(), &bytes].concat() } else { bytes };
        prop_assert!(Keyring::open(&record, USER, 0, &Unlock::Kit(&kit)).is_err());
    }
}
