use futures::executor::block_on;
use hawser_agent::io::{ChunkCipher as _, CipherError};
use hawser_encryption::file::{
    CHUNK, PartRange, PayloadKey, body_length, encrypt_chunk, part_count,
};

use super::{FileSource, NativeCipher};

const PART: u64 = 2 * CHUNK as u64;

fn key() -> PayloadKey {
    PayloadKey::derive(&[7; 16], &[9; 16]).unwrap()
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 31 + n / 256) as u8).collect()
}

#[test]
fn a_file_comes_back_as_it_was_from_disk_and_from_memory() {
    let folder = tempfile::tempdir().unwrap();
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
        let content = content(length);
        let path = folder.path().join(length.to_string());
        std::fs::write(&path, &content).unwrap();
        for source in [
            FileSource::Path(path),
            FileSource::bytes(content.as_slice()),
        ] {
            let (mut body, mut plains, mut seen) = (0, Vec::new(), Vec::<u8>::new());
            for part in 0..part_count(length as u64, PART) as u32 {
                let range = PartRange::of(part, length as u64, PART).unwrap();
                let encrypted =
                    block_on(
                        NativeCipher
                            .encrypt_part(&source, &key(), range, &mut |piece| seen.extend(piece)),
                    );
                let encrypted = encrypted.unwrap();
                body += encrypted.length;
                plains.push(
                    block_on(NativeCipher.decrypt_part(encrypted.part, &key(), range, &mut |_| ()))
                        .unwrap(),
                );
            }
            assert_eq!(body, body_length(length as u64));
            assert!(
                seen == content && NativeCipher.join(plains, "") == content,
                "length {length}"
            );
        }
    }
}

#[test]
fn the_bytes_are_those_of_the_stream() {
    let content = content(70_000);
    let range = PartRange::of(0, 70_000, PART).unwrap();
    let encrypted = block_on(NativeCipher.encrypt_part(
        &FileSource::bytes(content.as_slice()),
        &key(),
        range,
        &mut |_| (),
    ));
    let stream = [
        encrypt_chunk(&key(), 0, false, &content[..CHUNK]),
        encrypt_chunk(&key(), 1, true, &content[CHUNK..]),
    ];
    assert!(encrypted.unwrap().part == stream.concat());
}

#[test]
fn a_file_that_has_grown_or_shrunk_is_refused() {
    let source = FileSource::bytes(content(100));
    for total in [99, 101] {
        let range = PartRange::of(0, total, PART).unwrap();
        let refused =
            block_on(NativeCipher.encrypt_part(&source, &key(), range, &mut |_| ())).err();
        assert_eq!(refused, Some(CipherError::Source));
    }
}

#[test]
fn a_part_in_the_wrong_place_is_refused() {
    let source = FileSource::bytes(content(4 * CHUNK));
    let first = PartRange::of(0, 4 * CHUNK as u64, PART).unwrap();
    let second = PartRange::of(1, 4 * CHUNK as u64, PART).unwrap();
    let encrypted =
        block_on(NativeCipher.encrypt_part(&source, &key(), first, &mut |_| ())).unwrap();
    let refused =
        block_on(NativeCipher.decrypt_part(encrypted.part, &key(), second, &mut |_| ())).err();
    assert_eq!(refused, Some(CipherError::Altered));
}
