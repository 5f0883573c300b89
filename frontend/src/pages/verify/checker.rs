//! The worker that checks: it holds no key, and is ended when nobody waits any more.

use futures::channel::oneshot;
use hawser_views::bundle::BundleVerdict;
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What Trunk makes of `frontend/verify`.
const LOADER: &str = "/hawser-verifier_loader.js";

/// A check under way. Dropping it ends it.
pub struct Checker {
    worker: Worker,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _fault: Closure<dyn FnMut(Event)>,
}

/// What came of it; nothing where the worker failed.
pub type Verdict = oneshot::Receiver<Option<BundleVerdict>>;

impl Drop for Checker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn field(message: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(message, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}

impl Checker {
    /// Begins to check a file; `progress` is told of whole percents. Nothing when the browser refuses a worker.
    pub fn start(file: &File, progress: impl Fn(u64) + 'static) -> Option<(Self, Verdict)> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(LOADER, &options).ok()?;
        let (sender, verdict) = oneshot::channel();
        let sender = Rc::new(RefCell::new(Some(sender)));
        let answer = {
            let sender = Rc::clone(&sender);
            move |verdict: Option<BundleVerdict>| {
                if let Some(sender) = sender.borrow_mut().take() {
                    let _ = sender.send(verdict);
                }
            }
        };
        let (asked, told) = (file.clone(), worker.clone());
        let failed = answer.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if field(&data, "ready").is_some() {
                let question = Object::new();
                let set = Reflect::set(&question, &"check".into(), &asked);
                if set.and_then(|_| told.post_message(&question)).is_err() {
                    answer(None);
                }
            } else if let Some(percent) = field(&data, "percent").and_then(|value| value.as_f64()) {
                progress(percent as u64);
            } else if let Some(json) = field(&data, "verdict").and_then(|value| value.as_string()) {
                answer(serde_json::from_str(&json).ok());
            }
        });
        let fault = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            failed(None);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fault.as_ref().unchecked_ref()));
        let checker = Self {
            worker,
            _message: message,
            _fault: fault,
        };
        Some((checker, verdict))
    }
}
