//! One chunk at a time: by the browser's cipher, or by that in WebAssembly.

use hawser_agent::io::CipherError;
use hawser_encryption::file::{PayloadKey, chunk_nonce, decrypt_chunk, encrypt_chunk};
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

use super::stretch::Chunk;

/// As in "Modern Algorithms in the Web Cryptography API" (WICG).
const ALGORITHM: &str = "ChaCha20-Poly1305";
/// The only format in which that algorithm takes a key as bytes.
const KEY_FORMAT: &str = "raw-secret";

/// A cipher with its key.
pub enum Engine {
    /// The browser's; the key cannot be taken out of it again.
    Browser(CryptoKey),
    /// In WebAssembly.
    WebAssembly(PayloadKey),
}

/// A chunk in the works.
pub enum Working {
    /// The browser works on it.
    Promised(JsFuture),
    /// Ready; `None` when it does not authenticate.
    Ready(Option<Uint8Array>),
}

impl Working {
    /// Waits for it; `None` when it failed.
    pub async fn bytes(self) -> Option<Uint8Array> {
        match self {
            Self::Promised(promise) => Some(Uint8Array::new(&promise.await.ok()?)),
            Self::Ready(bytes) => bytes,
        }
    }
}

impl Engine {
    /// Hands the key to the browser.
    pub async fn browser(key: &PayloadKey) -> Result<Self, CipherError> {
        import(key.as_bytes())
            .await
            .map(Self::Browser)
            .ok_or(CipherError::Platform)
    }

    /// Needs nothing of the browser.
    pub fn webassembly(key: &PayloadKey) -> Self {
        Self::WebAssembly(key.clone())
    }

    /// Begins to encrypt.
    pub fn encrypt(&self, chunk: &Chunk, plain: &Uint8Array) -> Result<Working, CipherError> {
        match self {
            Self::Browser(key) => {
                begin_encrypt(key, chunk_nonce(chunk.index, chunk.is_last), plain)
            }
            Self::WebAssembly(key) => {
                let plain = Zeroizing::new(plain.to_vec());
                let body = encrypt_chunk(key, chunk.index, chunk.is_last, &plain);
                Some(Working::Ready(Some(Uint8Array::from(body.as_slice()))))
            }
        }
        .ok_or(CipherError::Platform)
    }

    /// Begins to decrypt and to check.
    pub fn decrypt(&self, chunk: &Chunk, body: &Uint8Array) -> Result<Working, CipherError> {
        match self {
            Self::Browser(key) => begin_decrypt(key, chunk_nonce(chunk.index, chunk.is_last), body),
            Self::WebAssembly(key) => {
                let plain = decrypt_chunk(key, chunk.index, chunk.is_last, &body.to_vec())
                    .map(Zeroizing::new);
                Some(Working::Ready(
                    plain.ok().map(|plain| Uint8Array::from(plain.as_slice())),
                ))
            }
        }
        .ok_or(CipherError::Platform)
    }
}

/// Whether the browser's cipher is there and does what RFC 8439 says. Tried
/// under a key that belongs to nobody.
pub async fn browser_has_the_cipher() -> bool {
    !says_unsupported() && known_answer().await.unwrap_or(false)
}

/// `SubtleCrypto.supports`, where the browser has it, saves the trial.
fn says_unsupported() -> bool {
    let asked = || {
        let class = Reflect::get(&js_sys::global(), &JsValue::from_str("SubtleCrypto")).ok()?;
        let supports = Reflect::get(&class, &JsValue::from_str("supports"))
            .ok()?
            .dyn_into::<Function>()
            .ok()?;
        let parameters = parameters([0; 12])?;
        supports
            .call2(&class, &JsValue::from_str("encrypt"), &parameters)
            .ok()?
            .as_bool()
    };
    asked() == Some(false)
}

/// Encrypts a known text and decrypts it again; `None` where anything is missing.
async fn known_answer() -> Option<bool> {
    const PLAIN: &[u8; 6] = b"hawser";
    const BODY: [u8; 22] = [
        0xf7, 0x66, 0x90, 0xcd, 0x30, 0x23, 0x7c, 0xb6, 0xd3, 0xd5, 0x3b, 0xab, 0x59, 0xf8, 0x5d,
        0x20, 0x14, 0x61, 0x43, 0x55, 0xaa, 0xcb,
    ];
    let key = import(&[0; 32]).await?;
    let body = begin_encrypt(&key, [0; 12], &Uint8Array::from(PLAIN.as_slice()))?
        .bytes()
        .await?;
    let plain = begin_decrypt(&key, [0; 12], &Uint8Array::from(BODY.as_slice()))?
        .bytes()
        .await?;
    Some(body.to_vec() == BODY && plain.to_vec() == PLAIN)
}

/// SHA-256 (FIPS 180-4).
pub async fn sha256(bytes: &Uint8Array) -> Result<[u8; 32], CipherError> {
    let hash = async {
        let promise = subtle()?
            .digest_with_str_and_buffer_source("SHA-256", bytes)
            .ok()?;
        let hash = JsFuture::from(promise)
            .await
            .ok()?
            .dyn_into::<ArrayBuffer>()
            .ok()?;
        <[u8; 32]>::try_from(Uint8Array::new(&hash).to_vec()).ok()
    };
    hash.await.ok_or(CipherError::Platform)
}

fn subtle() -> Option<SubtleCrypto> {
    // Undefined where the page was not delivered over a secure connection.
    crate::scope().crypto().ok()?.subtle().dyn_into().ok()
}

async fn import(key: &[u8; 32]) -> Option<CryptoKey> {
    let bytes = Uint8Array::from(key.as_slice());
    let algorithm = Object::new();
    Reflect::set(
        &algorithm,
        &JsValue::from_str("name"),
        &JsValue::from_str(ALGORITHM),
    )
    .ok()?;
    let usages = Array::of2(&JsValue::from_str("encrypt"), &JsValue::from_str("decrypt"));
    let promise = subtle()?.import_key_with_object(KEY_FORMAT, &bytes, &algorithm, false, &usages);
    bytes.fill(0, 0, bytes.length()); // the browser has its own copy by now
    JsFuture::from(promise.ok()?).await.ok()?.dyn_into().ok()
}

fn parameters(nonce: [u8; 12]) -> Option<Object> {
    let parameters = Object::new();
    Reflect::set(
        &parameters,
        &JsValue::from_str("name"),
        &JsValue::from_str(ALGORITHM),
    )
    .ok()?;
    Reflect::set(
        &parameters,
        &JsValue::from_str("iv"),
        &Uint8Array::from(nonce.as_slice()),
    )
    .ok()?;
    Some(parameters)
}

fn begin_encrypt(key: &CryptoKey, nonce: [u8; 12], plain: &Uint8Array) -> Option<Working> {
    promised(subtle()?.encrypt_with_object_and_buffer_source(&parameters(nonce)?, key, plain))
}

fn begin_decrypt(key: &CryptoKey, nonce: [u8; 12], body: &Uint8Array) -> Option<Working> {
    promised(subtle()?.decrypt_with_object_and_buffer_source(&parameters(nonce)?, key, body))
}

fn promised(begun: Result<Promise, JsValue>) -> Option<Working> {
    Some(Working::Promised(JsFuture::from(begun.ok()?)))
}
