//! One worker and what was sent to it: `{ json, beside }` both ways, `beside` being the browser's own objects.

use std::collections::HashMap;

use futures::channel::oneshot;
use hawser_views::{Command, FromAgent, Reply, ToAgent, failure::Failure};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What Trunk makes of `frontend/worker`; the only script that boot.js lets a worker be made of.
const LOADER: &str = "/hawser-worker_loader.js";

pub type Answer = Result<(Reply, Vec<JsValue>), Failure>;

/// What came from the worker.
pub enum Heard {
    Message(FromAgent, Vec<JsValue>),
    /// It has ended, or speaks another version of the language.
    Fault,
}

/// The worker at work, if any.
#[derive(Default)]
pub struct Line {
    worker: Option<Started>,
    ready: bool,
    /// Messages posted before the worker listens would be lost.
    queue: Vec<JsValue>,
    pending: HashMap<u64, oneshot::Sender<Answer>>,
    last: u64,
}

struct Started {
    worker: Worker,
    // Dropped with it, so that nothing is heard from a worker that has been ended.
    _message: Closure<dyn FnMut(MessageEvent)>,
    _fault: Closure<dyn FnMut(Event)>,
}

impl Line {
    /// Starts a worker; false when the browser refuses.
    pub fn start(&mut self, hear: impl Fn(Heard) + Copy + 'static) -> bool {
        self.end();
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(LOADER, &options) else {
            return false;
        };
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            hear(read(&event.data()).unwrap_or(Heard::Fault));
        });
        let fault = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            hear(Heard::Fault);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(fault.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fault.as_ref().unchecked_ref()));
        self.worker = Some(Started {
            worker,
            _message: message,
            _fault: fault,
        });
        true
    }

    /// The worker listens now.
    pub fn ready(&mut self) {
        self.ready = true;
        for message in std::mem::take(&mut self.queue) {
            self.post(&message);
        }
    }

    /// Sends a command, or keeps it until the worker listens.
    pub fn send(
        &mut self,
        command: Command,
        beside: Vec<JsValue>,
    ) -> Result<oneshot::Receiver<Answer>, Failure> {
        if self.worker.is_none() {
            return Err(Failure::new("agent-crashed"));
        }
        self.last += 1;
        let id = self.last;
        let json =
            serde_json::to_string(&ToAgent { id, command }).map_err(|_| Failure::new("form"))?;
        let message = Object::new();
        let beside = beside.into_iter().collect::<Array>();
        for (name, value) in [
            ("json", JsValue::from_str(&json)),
            ("beside", beside.into()),
        ] {
            Reflect::set(&message, &name.into(), &value)
                .map_err(|_| Failure::new("agent-crashed"))?;
        }
        let (sender, receiver) = oneshot::channel();
        self.pending.insert(id, sender);
        if self.ready {
            self.post(&message);
        } else {
            self.queue.push(message.into());
        }
        Ok(receiver)
    }

    fn post(&mut self, message: &JsValue) {
        let sent = self
            .worker
            .as_ref()
            .is_some_and(|started| started.worker.post_message(message).is_ok());
        if !sent {
            // Dropping the senders answers those who wait.
            self.pending.clear();
        }
    }

    /// Hands an answer to whom it is for.
    pub fn answer(&mut self, id: u64, result: Result<Reply, Failure>, beside: Vec<JsValue>) {
        if let Some(waiting) = self.pending.remove(&id) {
            let _ = waiting.send(result.map(|reply| (reply, beside)));
        }
    }

    /// Ends the worker at once; whoever waits hears `agent-crashed`.
    pub fn end(&mut self) {
        if let Some(started) = self.worker.take() {
            started.worker.set_onmessage(None);
            started.worker.set_onerror(None);
            started.worker.set_onmessageerror(None);
            started.worker.terminate();
            // A closure must not be freed while it runs, and it may be the one that called.
            gloo_timers::callback::Timeout::new(0, move || drop(started)).forget();
        }
        self.ready = false;
        self.queue.clear();
        self.pending.clear();
    }
}

fn read(data: &JsValue) -> Option<Heard> {
    let json = Reflect::get(data, &"json".into()).ok()?.as_string()?;
    let beside = Reflect::get(data, &"beside".into()).ok()?;
    let beside = beside
        .dyn_ref::<Array>()
        .map(Array::to_vec)
        .unwrap_or_default();
    serde_json::from_str(&json)
        .ok()
        .map(|message| Heard::Message(message, beside))
}
