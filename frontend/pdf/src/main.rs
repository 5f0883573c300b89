//! Draws the pages of a PDF file as pixels, in a web worker that holds no key and can be ended at any moment.
//!
//! Told `{ open: ArrayBuffer }` it answers `{ pages }`; told `{ draw: page, longest: pixels }` it answers
//! `{ width, height, rgba: ArrayBuffer }`. What cannot be done is answered with `{ failed: true }`. When it
//! listens it says `{ ready: true }`.
#![forbid(unsafe_code)]

mod document;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use document::{Document, Drawing};

fn main() {
    let opened = Rc::new(RefCell::new(None));
    let receive = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = answer(&event.data(), &opened);
        let sent = match answer {
            Some((answer, Some(bytes))) => {
                scope().post_message_with_transfer(&answer, &Array::of1(&bytes))
            }
            Some((answer, None)) => scope().post_message(&answer),
            None => say("failed", &JsValue::TRUE),
        };
        // Whoever asked waits no longer than it wants to.
        drop(sent);
    });
    scope().set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget(); // lives as long as the worker
    drop(say("ready", &JsValue::TRUE));
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(name: &str, value: &JsValue) -> Result<(), JsValue> {
    let message = Object::new();
    Reflect::set(&message, &name.into(), value)?;
    scope().post_message(&message)
}

/// The answer, with the bytes that go along with it rather than being copied.
fn answer(
    told: &JsValue,
    opened: &RefCell<Option<Document>>,
) -> Option<(Object, Option<ArrayBuffer>)> {
    let field = |name: &str| Reflect::get(told, &name.into()).ok();
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).ok();
    if let Some(bytes) = field("open").and_then(|bytes| bytes.dyn_into::<ArrayBuffer>().ok()) {
        let document = Document::open(Uint8Array::new(&bytes).to_vec())?;
        set("pages", &document.pages().into())?;
        opened.replace(Some(document));
        return Some((message, None));
    }
    let number = |name: &str| Some(field(name)?.as_f64()? as u32);
    let (page, longest) = (number("draw")?, number("longest")?);
    let Drawing {
        width,
        height,
        rgba,
    } = opened.borrow().as_ref()?.draw(page, longest)?;
    let rgba = Uint8Array::from(rgba.as_slice()).buffer();
    set("width", &width.into())?;
    set("height", &height.into())?;
    set("rgba", &rgba)?;
    Some((message, Some(rgba)))
}

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
