//! Envelopes between page and worker.

use hawser_views::{FromAgent, ToAgent};
use js_sys::{Array, Object, Reflect};
use serde::Deserialize;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, File};
use zeroize::Zeroizing;

/// A request of the page.
pub struct Request {
    /// What is asked.
    pub asked: ToAgent,
    /// The files picked for it.
    pub files: Vec<File>,
}

/// Not an envelope of this version.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The request's id, if that much could be read.
    pub id: Option<u64>,
}

/// Reads a message of the page.
pub fn read(message: &JsValue) -> Result<Request, Unreadable> {
    let field = |name: &str| Reflect::get(message, &JsValue::from_str(name)).unwrap_or_default();
    // May hold a passphrase.
    let json = Zeroizing::new(field("json").as_string().ok_or(Unreadable { id: None })?);
    let asked =
        serde_json::from_str::<ToAgent>(&json).map_err(|_| Unreadable { id: id_of(&json) })?;
    let beside = field("beside");
    let mut files = Vec::new();
    if !beside.is_undefined() {
        let beside = beside
            .dyn_into::<Array>()
            .map_err(|_| Unreadable { id: Some(asked.id) })?;
        for file in beside.iter() {
            files.push(
                file.dyn_into::<File>()
                    .map_err(|_| Unreadable { id: Some(asked.id) })?,
            );
        }
    }
    Ok(Request { asked, files })
}

fn id_of(json: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Numbered {
        id: u64,
    }
    serde_json::from_str::<Numbered>(json)
        .ok()
        .map(|numbered| numbered.id)
}

/// Writes a message to the page.
pub fn write(message: &FromAgent, beside: Option<&Blob>) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(message)
        .map_err(|_| JsValue::from_str("an answer could not be written"))?;
    let objects = Array::new();
    if let Some(blob) = beside {
        objects.push(blob);
    }
    let envelope = Object::new();
    Reflect::set(
        &envelope,
        &JsValue::from_str("json"),
        &JsValue::from_str(&json),
    )?;
    Reflect::set(&envelope, &JsValue::from_str("beside"), &objects)?;
    Ok(envelope.into())
}

/// Sends a message to the page.
pub fn post(message: &FromAgent, beside: Option<&Blob>) {
    let sent = write(message, beside).and_then(|envelope| crate::scope().post_message(&envelope));
    if sent.is_err() {
        web_sys::console::error_1(&JsValue::from_str(
            "an answer could not be sent to the page",
        ));
    }
}
