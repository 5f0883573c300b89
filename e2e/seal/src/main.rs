//! Encrypts a file with the cipher of the product's worker, part by part, and forgets the result: told a `File`
//! it answers with the milliseconds it took, or with a text that says what went wrong.
#![forbid(unsafe_code)]

use hawser_agent::io::{ChunkCipher as _, CipherError};
use hawser_encryption::file::{PartRange, PayloadKey, part_count};
use hawser_worker::chunk_webcrypto::WebCryptoCipher;
use js_sys::Date;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// Plaintext bytes in a part, as the product has them.
const PART: u64 = 4 * 1024 * 1024;

fn main() {
    let receive = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        spawn_local(async move {
            let answer = match event.data().dyn_into::<File>() {
                Ok(file) => match encrypt(&file).await {
                    Ok(milliseconds) => milliseconds.into(),
                    Err(error) => error.to_string().into(),
                },
                Err(_) => "not a file".into(),
            };
            say(&answer);
        });
    });
    scope().set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget(); // lives as long as the worker
    say(&"ready".into());
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(message: &JsValue) {
    // Whoever listens waits no longer than it wants to.
    drop(scope().post_message(message));
}

async fn encrypt(file: &File) -> Result<f64, CipherError> {
    let key = PayloadKey::derive(&[1; 16], &[2; 16]).map_err(|_| CipherError::Platform)?;
    let cipher = WebCryptoCipher::default();
    let total = cipher.length(file);
    let begin = Date::now();
    for index in 0..part_count(total, PART) as u32 {
        let range = PartRange::of(index, total, PART).ok_or(CipherError::Platform)?;
        cipher.encrypt_part(file, &key, range, &mut |_| ()).await?;
    }
    Ok(Date::now() - begin)
}
