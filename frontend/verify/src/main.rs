//! Checks a bundle in a web worker that holds no key and can be ended at any moment. It asks no network.
//!
//! Told `{ check: File }` it answers `{ percent }` as it goes and `{ verdict }` at the end, the JSON text of a
//! [`hawser_views::bundle::BundleVerdict`]. When it listens it says `{ ready: true }`.
#![forbid(unsafe_code)]

mod picked;

use hawser_bundle::{Fault, Progress, ZipFiles, verdict, verify};
use hawser_views::bundle::BundleFindings;
use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use picked::PickedFile;

fn main() {
    let receive = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let asked = Reflect::get(&event.data(), &"check".into()).ok();
        if let Some(file) = asked.and_then(|file| file.dyn_into::<File>().ok()) {
            answer(file);
        }
    });
    scope().set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget(); // lives as long as the worker
    say("ready", &JsValue::TRUE);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(name: &str, value: &JsValue) {
    let message = Object::new();
    let set = Reflect::set(&message, &name.into(), value);
    // Whoever asked ends this worker when it has waited long enough.
    drop(set.and_then(|_| scope().post_message(&message)));
}

fn answer(file: File) {
    let verdict = verdict(check(file));
    let json = serde_json::to_string(&verdict).unwrap_or_default();
    say("verdict", &json.into());
}

fn check(file: File) -> Result<BundleFindings, Fault> {
    let mut shown = 0;
    let mut progress = |at: Progress| {
        let percent = (at.done * 100).checked_div(at.total).unwrap_or(0);
        if percent > shown {
            shown = percent;
            say("percent", &JsValue::from_f64(percent as f64));
        }
    };
    verify(&mut ZipFiles::open(PickedFile::new(file)?)?, &mut progress)
}
