//! The encrypted part of a record.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot help should stop the test"
)]

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hawser_encryption::event::encrypt_event;
use hawser_ledger::codec::Layout;
use hawser_ledger::event::bind_public;
use hawser_ledger::header::{CLASS_CONTENT, MODE_GROUP, Prefix, SUITE_X25519};
use hawser_ledger::{CommandId, GroupId, KeyId, SpaceId};
use hawser_opening::{EventKey, OpenError, decrypt};
use hkdf::Hkdf;
use proptest::prelude::*;
use sha2::Sha256;

use crate::support::*;

const SECRET: [u8; 32] = [0x51; 32];

fn prefix() -> Prefix {
    let mut prefix = Prefix {
        suite: SUITE_X25519,
        class: CLASS_CONTENT,
        mode: MODE_GROUP,
        kind: 0x0100,
        space: SpaceId([1; 32]),
        group: GroupId([2; 16]),
        epoch: 3,
        author: KeyId([4; 32]),
        command: CommandId([5; 16]),
        recorded_ms: 1_790_000_000_000,
        offset_min: 60,
        keyring_version: 1,
        nonce: [6; 24],
        key_commit: [0; 32],
        public_len: 0,
        public_hash: [0; 32],
    };
    bind_public(&mut prefix, &[0; 4]);
    prefix.key_commit = event_key(&prefix).commitment();
    prefix
}

fn event_key(prefix: &Prefix) -> EventKey {
    secret(SECRET).event_key(prefix)
}

fn written(json: &[u8]) -> (Prefix, EventKey, Vec<u8>) {
    let prefix = prefix();
    let key = event_key(&prefix);
    let encrypted = encrypt_event(&key, &prefix, json).unwrap();
    (prefix, key, encrypted)
}

fn hkdf(secret: &[u8], salt: Option<&[u8]>, info: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(salt, secret)
        .expand(info, &mut out)
        .unwrap_or_else(|error| panic!("{error}"));
    out
}

/// The document's formula, step by step, for a plaintext of one's own choosing.
fn by_hand(prefix: &Prefix, plain: &[u8]) -> Vec<u8> {
    let mut info = b"hawser/v1/event-key\0".to_vec();
    info.extend(prefix.space.0);
    info.extend(prefix.group.0);
    info.extend(prefix.epoch.to_be_bytes());
    info.extend(prefix.author.0);
    let key = hkdf(&SECRET, Some(&prefix.nonce), &info);
    assert_eq!(hkdf(&key, None, b"hawser/v1/commit\0"), prefix.key_commit);
    let cipher = XChaCha20Poly1305::new(&hkdf(&key, None, b"hawser/v1/aead\0").into());
    let payload = Payload {
        msg: plain,
        aad: &prefix.encode(),
    };
    cipher
        .encrypt(XNonce::from_slice(&prefix.nonce), payload)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_record_opens_to_what_was_written() {
    for length in [0, 1, 5, 200, 70_000] {
        let json = content(length);
        let (prefix, key, encrypted) = written(&json);
        assert_eq!(decrypt(&key, &prefix, &encrypted).unwrap().as_slice(), json);
    }
}

#[test]
fn the_formula_of_the_document_gives_the_same_bytes() {
    let (prefix, _, encrypted) = written(b"{\"a\":1}");
    let mut plain = vec![0, 0, 0, 7];
    plain.extend(b"{\"a\":1}");
    plain.resize(12, 0);
    assert_eq!(by_hand(&prefix, &plain), encrypted);
}

#[test]
fn no_byte_of_the_ciphertext_can_change() {
    let (prefix, key, encrypted) = written(b"{\"title\":\"container 4711\"}");
    for bit in 0..encrypted.len() * 8 {
        let mut changed = encrypted.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(decrypt(&key, &prefix, &changed).err(), Some(OpenError::Key));
    }
    for length in 0..encrypted.len() {
        assert_eq!(
            decrypt(&key, &prefix, &encrypted[..length]).err(),
            Some(OpenError::Key)
        );
    }
    let mut longer = encrypted;
    longer.push(0);
    assert_eq!(decrypt(&key, &prefix, &longer).err(), Some(OpenError::Key));
}

#[test]
fn a_ciphertext_under_another_header_does_not_open() {
    let (good, key, encrypted) = written(b"{}");
    let changes: [&dyn Fn(&mut Prefix); 9] = [
        &|prefix| prefix.space.0[0] ^= 1,
        &|prefix| prefix.group.0[0] ^= 1,
        &|prefix| prefix.epoch += 1,
        &|prefix| prefix.author.0[0] ^= 1,
        &|prefix| prefix.command.0[0] ^= 1,
        &|prefix| prefix.kind += 1,
        &|prefix| prefix.recorded_ms += 1,
        &|prefix| prefix.public_hash[0] ^= 1,
        &|prefix| prefix.nonce[0] ^= 1,
    ];
    for (number, change) in changes.iter().enumerate() {
        let mut prefix = good.clone();
        change(&mut prefix);
        // With the event's own key, as a court would be handed it, and with the derived one.
        assert!(
            decrypt(&key, &prefix, &encrypted).is_err(),
            "change {number}"
        );
        let derived = event_key(&prefix);
        assert!(
            decrypt(&derived, &prefix, &encrypted).is_err(),
            "change {number}, derived"
        );
    }
}

#[test]
fn a_key_that_was_not_committed_to_is_refused_before_decrypting() {
    let (mut prefix, key, encrypted) = written(b"{}");
    let other = secret([0x52; 32]).event_key(&prefix);
    assert_eq!(
        decrypt(&other, &prefix, &encrypted).err(),
        Some(OpenError::Commitment)
    );
    prefix.key_commit = other.commitment();
    assert_eq!(
        decrypt(&key, &prefix, &encrypted).err(),
        Some(OpenError::Commitment)
    );
    // Someone who rewrites the commitment gains nothing: it is associated data.
    assert_eq!(
        decrypt(&other, &prefix, &encrypted).err(),
        Some(OpenError::Key)
    );
}

#[test]
fn each_event_has_a_key_of_its_own() {
    let base = prefix();
    let mut seen = vec![event_key(&base).commitment()];
    let changes: [&dyn Fn(&mut Prefix); 5] = [
        &|prefix| prefix.nonce[23] ^= 1,
        &|prefix| prefix.epoch += 1,
        &|prefix| prefix.author.0[31] ^= 1,
        &|prefix| prefix.group.0[15] ^= 1,
        &|prefix| prefix.space.0[31] ^= 1,
    ];
    for change in changes {
        let mut prefix = base.clone();
        change(&mut prefix);
        let commitment = event_key(&prefix).commitment();
        assert!(!seen.contains(&commitment));
        seen.push(commitment);
    }
}

#[test]
fn padding_is_zeros_of_the_right_number_or_the_record_is_refused() {
    let prefix = prefix();
    let key = event_key(&prefix);
    let open =
        |plain: &[u8]| decrypt(&key, &prefix, &by_hand(&prefix, plain)).map(|json| json.to_vec());
    // Nine bytes are padded to ten.
    let good = [0, 0, 0, 5, b'h', b'e', b'l', b'l', b'o', 0];
    assert_eq!(open(&good), Ok(b"hello".to_vec()));
    let mut dirty = good;
    dirty[9] = 1;
    assert_eq!(open(&dirty), Err(OpenError::Form));
    assert_eq!(open(&good[..9]), Err(OpenError::Form), "not padded");
    assert_eq!(
        open(&[good.as_slice(), &[0, 0]].concat()),
        Err(OpenError::Form),
        "padded too much"
    );
    assert_eq!(open(&[0, 0, 0]), Err(OpenError::Form), "no length");
    assert_eq!(open(&[]), Err(OpenError::Form));
    assert_eq!(
        open(&[0xff, 0xff, 0xff, 0xff, 0]),
        Err(OpenError::Form),
        "a length of 4 GiB"
    );
    assert_eq!(
        open(&[0, 0, 0, 7, b'h', b'e', b'l', b'l', b'o', 0]),
        Err(OpenError::Form),
        "longer than it is"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_ciphertext_grows_by_a_tag_and_at_most_an_eighth(length in 0_usize..20_000) {
        let (_, _, encrypted) = written(&vec![b' '; length]);
        let plain = length + 4;
        prop_assert!(encrypted.len() >= plain + 16);
        prop_assert!((encrypted.len() - 16 - plain) * 8 <= plain);
    }

    #[test]
    fn arbitrary_bytes_do_not_open_and_do_not_break_anything(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let prefix = prefix();
        prop_assert!(decrypt(&event_key(&prefix), &prefix, &bytes).is_err());
    }
}
