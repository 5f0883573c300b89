//! Files, chunk by chunk, against two other implementations of age.

use std::collections::HashSet;
use std::io::Write as _;
use std::sync::Mutex;

use age_core::format::{FileKey, Stanza};
use hawser_encryption::OpenError;
use hawser_encryption::age_file::Recipient;
use hawser_encryption::file::{
    CHUNK, PartRange, PayloadKey, body_length, chunk_nonce, decrypt_chunk, encrypt_chunk,
    make_file_secrets, part_count,
};
use hawser_ledger::header::SUITE_X25519;
use proptest::prelude::*;
use secrecy::ExposeSecret as _;

use crate::support::*;

const LENGTHS: [usize; 6] = [0, 1, 65_535, 65_536, 65_537, 200_000];

fn encrypt(key: &PayloadKey, plain: &[u8]) -> Vec<u8> {
    let count = plain.len().div_ceil(CHUNK).max(1);
    (0..count)
        .flat_map(|index| {
            let chunk = &plain[index * CHUNK..plain.len().min((index + 1) * CHUNK)];
            encrypt_chunk(key, index as u64, index + 1 == count, chunk)
        })
        .collect()
}

#[test]
fn the_age_command_opens_prefix_and_body_with_the_epochs_identity() {
    let Some(age) = age() else { return };
    let epoch = secret([0x31; 32]);
    let secrets = make_file_secrets(&epoch.recipient(place(), SUITE_X25519)).unwrap();
    let identity = epoch.export_identity(place(), SUITE_X25519);
    for length in LENGTHS {
        let mut file = secrets.prefix.clone();
        file.extend(encrypt(&secrets.payload_key, &content(length)));
        assert_eq!(
            file.len() as u64,
            secrets.prefix.len() as u64 + body_length(length as u64)
        );
        let opened = age_opens(age, identity.expose_secret(), &file);
        assert_eq!(opened, Some(content(length)), "{length} bytes");
    }
}

struct Capturing(Recipient, Mutex<Option<[u8; 16]>>);

impl age::Recipient for Capturing {
    fn wrap_file_key(
        &self,
        key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        if let Ok(mut seen) = self.1.lock() {
            *seen = Some(*key.expose_secret());
        }
        self.0.as_age().wrap_file_key(key)
    }
}

#[test]
fn chunks_are_those_of_the_age_crates_own_writer_byte_for_byte() {
    for length in LENGTHS {
        let capturing = Capturing(
            Recipient::from_bytes(&secret([1; 32]).recipient(place(), SUITE_X25519)).unwrap(),
            Mutex::default(),
        );
        let encryptor =
            age::Encryptor::with_recipients(std::iter::once(&capturing as &dyn age::Recipient))
                .unwrap();
        let mut file = Vec::new();
        let mut writer = encryptor.wrap_output(&mut file).unwrap();
        writer.write_all(&content(length)).unwrap();
        writer.finish().unwrap();
        let body_at = file.len() - body_length(length as u64) as usize;
        let (prefix, body) = file.split_at(body_at);
        let file_key = capturing.1.lock().unwrap().unwrap();
        let key = PayloadKey::derive(&file_key, prefix).unwrap();
        assert!(encrypt(&key, &content(length)) == body, "{length} bytes");
    }
}

#[test]
fn file_key_and_prefix_are_all_it_takes_to_open_a_file() {
    let secrets = make_file_secrets(&secret([1; 32]).recipient(place(), SUITE_X25519)).unwrap();
    let again = PayloadKey::derive(&secrets.file_key, &secrets.prefix).unwrap();
    assert_eq!(again.as_bytes(), secrets.payload_key.as_bytes());
    assert_eq!(
        PayloadKey::derive(&secrets.file_key, &[0; 15]).err(),
        Some(OpenError::Form)
    );
    let another = make_file_secrets(&secret([1; 32]).recipient(place(), SUITE_X25519)).unwrap();
    assert_ne!(another.file_key, secrets.file_key);
    assert_eq!(format!("{again:?}"), "PayloadKey(…)");
}

#[test]
fn a_chunk_opens_where_it_belongs_and_nowhere_else() {
    let secrets = make_file_secrets(&secret([1; 32]).recipient(place(), SUITE_X25519)).unwrap();
    let key = &secrets.payload_key;
    let body = encrypt_chunk(key, 5, false, b"chunk");
    assert_eq!(decrypt_chunk(key, 5, false, &body), Ok(b"chunk".to_vec()));
    assert_eq!(
        decrypt_chunk(key, 4, false, &body),
        Err(OpenError::Key),
        "swapped"
    );
    assert_eq!(
        decrypt_chunk(key, 6, false, &body),
        Err(OpenError::Key),
        "one dropped or doubled before it"
    );
    assert_eq!(
        decrypt_chunk(key, 5, true, &body),
        Err(OpenError::Key),
        "file cut short behind it"
    );
    assert_eq!(
        decrypt_chunk(key, 5, false, &body[1..]),
        Err(OpenError::Key)
    );
    assert_eq!(decrypt_chunk(key, 5, false, &[]), Err(OpenError::Key));
    let last = encrypt_chunk(key, 5, true, b"chunk");
    assert_eq!(
        decrypt_chunk(key, 5, false, &last),
        Err(OpenError::Key),
        "something appended behind it"
    );
    let other = make_file_secrets(&secret([1; 32]).recipient(place(), SUITE_X25519)).unwrap();
    assert_eq!(
        decrypt_chunk(&other.payload_key, 5, true, &last),
        Err(OpenError::Key),
        "file swapped"
    );
}

#[test]
fn a_chunks_nonce_is_its_number_and_whether_it_is_the_last() {
    assert_eq!(chunk_nonce(0, false), [0; 12]);
    assert_eq!(
        chunk_nonce(0x0102_0304, true),
        [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 1]
    );
    assert_eq!(chunk_nonce(u64::MAX, false)[..3], [0; 3]);
}

#[test]
fn parts_divide_a_file_at_multiples_of_the_part_size() {
    let part = 64 * CHUNK as u64;
    assert_eq!((part_count(0, part), body_length(0)), (1, 16));
    let empty = PartRange::of(0, 0, part).unwrap();
    assert_eq!(
        (
            empty.length,
            empty.chunks(),
            empty.body_length(),
            empty.last
        ),
        (0, 1, 16, true)
    );
    assert_eq!(PartRange::of(1, 0, part), None);
    let whole = PartRange::of(0, part, part).unwrap();
    assert_eq!((whole.length, whole.chunks(), whole.last), (part, 64, true));
    assert_eq!(
        PartRange::of(1, part, part),
        None,
        "no empty part behind a full one"
    );
    let second = PartRange::of(1, part + 1, part).unwrap();
    assert_eq!(
        (
            second.first_chunk,
            second.offset,
            second.length,
            second.last
        ),
        (64, part, 1, true)
    );
    assert_eq!(second.body_offset(), 64 * 65_552);
    assert!(!PartRange::of(0, part + 1, part).unwrap().last);
    assert_eq!(
        PartRange::of(u32::MAX, u64::MAX, u64::MAX),
        None,
        "no overflow"
    );
}

proptest! {
    #[test]
    fn parts_cover_a_file_without_gap_or_overlap(total in 0_u64..40_000_000, chunks in 1_u64..100) {
        let part = chunks * CHUNK as u64;
        let count = part_count(total, part);
        let (mut offset, mut body, mut chunk) = (0, 0, 0);
        for index in 0..count {
            let range = PartRange::of(index as u32, total, part).unwrap();
            prop_assert_eq!((range.offset, range.body_offset(), range.first_chunk), (offset, body, chunk));
            prop_assert_eq!(range.last, index + 1 == count);
            offset += range.length;
            body += range.body_length();
            chunk += range.chunks();
        }
        prop_assert_eq!((offset, body), (total, body_length(total)));
        prop_assert_eq!(PartRange::of(count as u32, total, part), None);
    }
}
