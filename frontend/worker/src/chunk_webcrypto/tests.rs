use std::cell::Cell;

use hawser_agent::io::{ChunkCipher as _, CipherError};
use hawser_encryption::file::{CHUNK, PartRange, PayloadKey, encrypt_chunk, part_count};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, File};

use super::{WebCryptoCipher, engine};

const LENGTHS: [usize; 6] = [0, 1, 65_535, 65_536, 65_537, 200_000];
/// Two chunks, so that the longer files have several parts.
const PART: u64 = 2 * CHUNK as u64;

fn by(is_native: bool) -> WebCryptoCipher {
    WebCryptoCipher {
        is_native: Cell::new(Some(is_native)),
    }
}

fn key() -> PayloadKey {
    PayloadKey::derive(&[7; 16], &[9; 16]).unwrap()
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 31 + n / 256) as u8).collect()
}

fn file(content: &[u8]) -> File {
    let parts = Array::of1(&Uint8Array::from(content));
    File::new_with_u8_array_sequence(&parts, "seal.jpg").unwrap()
}

/// As the `age` crate writes it: one chunk after the other.
fn sequential(content: &[u8]) -> Vec<u8> {
    let count = content.len().div_ceil(CHUNK).max(1);
    let chunk = |n: usize| &content[n * CHUNK..content.len().min((n + 1) * CHUNK)];
    (0..count)
        .flat_map(|n| encrypt_chunk(&key(), n as u64, n + 1 == count, chunk(n)))
        .collect()
}

fn ranges(length: usize) -> Vec<PartRange> {
    let count = part_count(length as u64, PART) as u32;
    (0..count)
        .map(|part| PartRange::of(part, length as u64, PART).unwrap())
        .collect()
}

async fn bytes(blob: &Blob) -> Vec<u8> {
    Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.unwrap()).to_vec()
}

fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

async fn encrypt(cipher: &WebCryptoCipher, content: &[u8]) -> Vec<ArrayBuffer> {
    let (source, mut seen, mut parts) = (file(content), Vec::new(), Vec::new());
    assert_eq!(cipher.length(&source), content.len() as u64);
    for range in ranges(content.len()) {
        let encrypted = cipher
            .encrypt_part(&source, &key(), range, &mut |piece| {
                seen.extend_from_slice(piece);
            })
            .await
            .unwrap();
        assert_eq!(encrypted.length, range.body_length());
        assert_eq!(
            encrypted.sha256,
            engine::sha256(&Uint8Array::new(&encrypted.part))
                .await
                .unwrap()
        );
        parts.push(encrypted.part);
    }
    assert!(
        seen == content,
        "the digest sees the plaintext once, in order"
    );
    parts
}

#[wasm_bindgen_test]
async fn this_browser_has_the_cipher() {
    assert!(engine::browser_has_the_cipher().await);
}

#[wasm_bindgen_test]
async fn both_ways_write_the_bytes_of_the_sequential_stream() {
    for length in LENGTHS {
        let content = content(length);
        for is_native in [true, false] {
            let parts = encrypt(&by(is_native), &content).await;
            let body: Vec<u8> = parts
                .iter()
                .flat_map(|part| Uint8Array::new(part).to_vec())
                .collect();
            assert!(
                body == sequential(&content),
                "length {length}, native {is_native}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn what_one_way_encrypts_the_other_decrypts() {
    for length in LENGTHS {
        let content = content(length);
        for is_native in [true, false] {
            let (mut seen, mut plains) = (Vec::new(), Vec::new());
            let reader = by(!is_native);
            for (part, range) in encrypt(&by(is_native), &content)
                .await
                .into_iter()
                .zip(ranges(length))
            {
                let plain = reader
                    .decrypt_part(part, &key(), range, &mut |piece| {
                        seen.extend_from_slice(piece);
                    })
                    .await;
                plains.push(plain.unwrap());
            }
            let whole = reader.join(plains, "application/octet-stream");
            assert_eq!(whole.type_(), "application/octet-stream");
            assert!(
                seen == content && bytes(&whole).await == content,
                "length {length}, native {is_native}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn an_altered_part_is_refused() {
    let content = content(200_000);
    let range = PartRange::of(0, 200_000, 4 * PART).unwrap();
    let body = sequential(&content);
    let chunk = CHUNK + 16;
    let mut flipped = body.clone();
    flipped[chunk + 5] ^= 1;
    let swapped = [&body[chunk..2 * chunk], &body[..chunk], &body[2 * chunk..]].concat();
    let doubled = [&body[..chunk], &body[..chunk], &body[2 * chunk..]].concat();
    let shorter = body[..body.len() - 1].to_vec();
    let longer = [body.as_slice(), &[0]].concat();
    let without_the_last = PartRange {
        length: 3 * CHUNK as u64,
        ..range
    };
    let not_the_last = PartRange {
        last: false,
        ..without_the_last
    };
    for is_native in [true, false] {
        let refused = async |body: &[u8], range: PartRange| {
            by(is_native)
                .decrypt_part(buffer(body), &key(), range, &mut |_| ())
                .await
                .err()
        };
        for altered in [&flipped, &swapped, &doubled, &shorter, &longer, &Vec::new()] {
            assert_eq!(refused(altered, range).await, Some(CipherError::Altered));
        }
        assert_eq!(refused(&body, range).await, None);
        assert_eq!(
            refused(&body[..3 * chunk], without_the_last).await,
            Some(CipherError::Altered)
        );
        assert_eq!(refused(&body[..3 * chunk], not_the_last).await, None);
    }
}

#[wasm_bindgen_test]
async fn a_file_that_does_not_end_where_it_should_is_refused() {
    let source = file(&content(100));
    for total in [99, 101] {
        let range = PartRange::of(0, total, PART).unwrap();
        let refused = by(true)
            .encrypt_part(&source, &key(), range, &mut |_| ())
            .await
            .err();
        assert_eq!(refused, Some(CipherError::Source), "{total}");
        let refused = by(true)
            .digest_part(&source, range, &mut |_| ())
            .await
            .err();
        assert_eq!(refused, Some(CipherError::Source), "{total}");
    }
}

#[wasm_bindgen_test]
async fn a_range_between_chunks_is_refused() {
    let source = file(&content(200_000));
    let range = PartRange::of(0, 200_000, 4 * PART).unwrap();
    for wrong in [
        PartRange {
            first_chunk: 1,
            ..range
        },
        PartRange {
            offset: 1,
            length: range.length - 1,
            ..range
        },
        PartRange {
            length: 70_000,
            last: false,
            ..range
        },
        PartRange {
            length: 0,
            last: false,
            ..range
        },
    ] {
        let refused = by(true)
            .encrypt_part(&source, &key(), wrong, &mut |_| ())
            .await
            .err();
        assert_eq!(refused, Some(CipherError::Platform), "{wrong:?}");
    }
}

#[wasm_bindgen_test]
async fn a_part_is_hashed_without_being_encrypted() {
    let content = content(PART as usize + 3);
    let (source, mut seen) = (file(&content), Vec::new());
    for range in ranges(content.len()) {
        by(true)
            .digest_part(&source, range, &mut |piece| seen.extend_from_slice(piece))
            .await
            .unwrap();
    }
    assert!(seen == content);
    assert!(source.is_instance_of::<Blob>());
}
