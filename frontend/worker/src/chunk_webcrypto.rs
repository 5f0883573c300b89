//! The file cipher of the browser: age's STREAM of ChaCha20-Poly1305 chunks
//! (age-encryption.org/v1, "Payload"; RFC 8439), by `WebCrypto` where the
//! browser has that cipher and in WebAssembly where not. Either way the bytes
//! are the same. Plaintext goes from `File.slice` to the cipher within
//! JavaScript's memory; WebAssembly sees it only to hash it.

mod engine;
mod stretch;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::VecDeque;

use hawser_agent::io::{ChunkCipher, CipherError, EncryptedPart};
use hawser_encryption::file::{CHUNK, PartRange, PayloadKey};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File};
use zeroize::Zeroizing;

use engine::Engine;
use stretch::{Chunk, Stretch};

/// Chunks the browser works on at the same time.
const IN_FLIGHT: usize = 16;
/// Bytes copied into WebAssembly at once where they are only hashed.
const PIECE: usize = 16 * CHUNK;

/// Encrypts and decrypts parts; finds out what the browser can do when that is first needed.
#[derive(Default)]
pub struct WebCryptoCipher {
    /// Unknown until first needed.
    is_native: Cell<Option<bool>>,
}

impl WebCryptoCipher {
    async fn engine(&self, key: &PayloadKey) -> Result<Engine, CipherError> {
        let is_native = match self.is_native.get() {
            Some(known) => known,
            None => engine::browser_has_the_cipher().await,
        };
        self.is_native.set(Some(is_native));
        if is_native {
            Engine::browser(key).await
        } else {
            Ok(Engine::webassembly(key))
        }
    }
}

impl ChunkCipher for WebCryptoCipher {
    type Source = File;
    type Part = ArrayBuffer;
    /// One part; a `Blob`, so that the browser may keep it on disk.
    type Plain = Blob;
    type Whole = Blob;

    fn length(&self, source: &File) -> u64 {
        source.size() as u64
    }

    async fn encrypt_part(
        &self,
        source: &File,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<EncryptedPart<ArrayBuffer>, CipherError> {
        let stretch = Stretch::of(range).ok_or(CipherError::Platform)?;
        let plain = read(source, range).await?;
        let engine = self.engine(key).await?;
        let body = Uint8Array::new_with_length(stretch.body_length());
        let mut copier = Copier::new(CHUNK);
        let mut flight = VecDeque::with_capacity(IN_FLIGHT);
        for chunk in stretch.chunks() {
            let from = chunk.plain_of(&plain);
            flight.push_back((chunk, engine.encrypt(&chunk, &from)?));
            copier.feed(&from, digest);
            if flight.len() == IN_FLIGHT {
                land_encrypted(&mut flight, &body).await?;
            }
        }
        while !flight.is_empty() {
            land_encrypted(&mut flight, &body).await?;
        }
        let sha256 = engine::sha256(&body).await?;
        Ok(EncryptedPart {
            length: body.length().into(),
            part: body.buffer(),
            sha256,
        })
    }

    async fn digest_part(
        &self,
        source: &File,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<(), CipherError> {
        let plain = read(source, range).await?;
        Copier::new(PIECE).feed(&Uint8Array::new(&plain), digest);
        Ok(())
    }

    async fn decrypt_part(
        &self,
        part: ArrayBuffer,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<Blob, CipherError> {
        let stretch = Stretch::of(range).ok_or(CipherError::Platform)?;
        if part.byte_length() != stretch.body_length() {
            return Err(CipherError::Altered);
        }
        let engine = self.engine(key).await?;
        let plain = Uint8Array::new_with_length(stretch.plain_length());
        let mut copier = Copier::new(CHUNK);
        let mut flight = VecDeque::with_capacity(IN_FLIGHT);
        for chunk in stretch.chunks() {
            flight.push_back((chunk, engine.decrypt(&chunk, &chunk.body_of(&part))?));
            if flight.len() == IN_FLIGHT {
                copier.feed(&land_decrypted(&mut flight, &plain).await?, digest);
            }
        }
        while !flight.is_empty() {
            copier.feed(&land_decrypted(&mut flight, &plain).await?, digest);
        }
        Blob::new_with_buffer_source_sequence(&Array::of1(&plain))
            .map_err(|_| CipherError::Platform)
    }

    fn plain(&self, bytes: Vec<u8>) -> Blob {
        let array = Array::of1(&Uint8Array::from(bytes.as_slice()));
        let Ok(part) = Blob::new_with_buffer_source_sequence(&array) else {
            panic!("the browser could not make a blob");
        };
        part
    }

    fn join(&self, parts: Vec<Blob>, media_type: &str) -> Blob {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts: Array = parts.into_iter().collect();
        // Fails on what is no blob, which these are. Part of a file must never pass for all of it.
        let Ok(whole) = Blob::new_with_blob_sequence_and_options(&parts, &options) else {
            panic!("the browser could not join blobs");
        };
        whole
    }
}

type Flight<T> = VecDeque<(Chunk, T)>;

/// Waits for the chunk that was begun first and puts it in its place.
async fn land_encrypted(
    flight: &mut Flight<engine::Working>,
    body: &Uint8Array,
) -> Result<(), CipherError> {
    if let Some((chunk, working)) = flight.pop_front() {
        let bytes = working.bytes().await.ok_or(CipherError::Platform)?;
        if bytes.length() != chunk.body_length() {
            return Err(CipherError::Platform);
        }
        body.set(&bytes, chunk.body_at());
    }
    Ok(())
}

/// The same for a decrypted one, which it returns; nothing when none is left.
async fn land_decrypted(
    flight: &mut Flight<engine::Working>,
    plain: &Uint8Array,
) -> Result<Uint8Array, CipherError> {
    let Some((chunk, working)) = flight.pop_front() else {
        return Ok(Uint8Array::new_with_length(0));
    };
    // WebCrypto does not tell a wrong tag from any other failure.
    let bytes = working.bytes().await.ok_or(CipherError::Altered)?;
    if bytes.length() != chunk.plain_length() {
        return Err(CipherError::Altered);
    }
    plain.set(&bytes, chunk.plain_at());
    Ok(bytes)
}

/// Reads `range` of a file that must still end where the range says.
async fn read(source: &File, range: PartRange) -> Result<ArrayBuffer, CipherError> {
    let end = range
        .offset
        .checked_add(range.length)
        .ok_or(CipherError::Platform)?;
    let size = source.size() as u64;
    if end > size || range.last != (end == size) {
        return Err(CipherError::Source);
    }
    let slice = source
        .slice_with_f64_and_f64(range.offset as f64, end as f64)
        .map_err(|_| CipherError::Source)?;
    let buffer = JsFuture::from(slice.array_buffer())
        .await
        .map_err(|_| CipherError::Source)?;
    let buffer = buffer
        .dyn_into::<ArrayBuffer>()
        .map_err(|_| CipherError::Source)?;
    if u64::from(buffer.byte_length()) == range.length {
        Ok(buffer)
    } else {
        Err(CipherError::Source)
    }
}

/// Copies plaintext into WebAssembly piece by piece, and wipes it afterwards.
struct Copier(Zeroizing<Vec<u8>>);

impl Copier {
    fn new(piece: usize) -> Self {
        Self(Zeroizing::new(vec![0; piece]))
    }

    fn feed(&mut self, bytes: &Uint8Array, digest: &mut dyn FnMut(&[u8])) {
        let mut at = 0;
        while at < bytes.length() {
            let end = bytes.length().min(at + self.0.len() as u32);
            let piece = &mut self.0[..(end - at) as usize];
            bytes.subarray(at, end).copy_to(piece);
            digest(piece);
            at = end;
        }
    }
}
