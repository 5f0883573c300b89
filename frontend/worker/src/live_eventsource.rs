//! Hears from the server that something changed, over server-sent events. They
//! are hints: what changed is pulled and verified by the agent.

mod pending;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use hawser_agent::Agent;
use hawser_protocol::path;
use hawser_protocol::space::LiveNotice;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, EventSource, MessageEvent};

use crate::environment::BrowserEnvironment;
use pending::Pending;

type BrowserAgent = Rc<Agent<BrowserEnvironment>>;

/// Before the first attempt after the server has refused the line, in milliseconds; doubles up to the longest.
const FIRST_PAUSE_MS: u32 = 2_000;
const LONGEST_PAUSE_MS: u32 = 60_000;

/// The line on which the server tells of changes. It is up while the agent is
/// signed in.
pub struct LiveLine {
    open: RefCell<Option<OpenLine>>,
    pending: RefCell<Pending>,
    is_telling: Cell<bool>,
    /// The session was said to have ended, whatever keys the agent still holds.
    is_over: Cell<bool>,
    /// Counts lines, so that what belongs to an earlier one finds itself outdated.
    generation: Cell<u64>,
    pause_ms: Cell<u32>,
}

struct OpenLine {
    source: EventSource,
    _on_open: Closure<dyn Fn(Event)>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Drop for OpenLine {
    fn drop(&mut self) {
        self.source.set_onopen(None);
        self.source.set_onmessage(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}

impl LiveLine {
    /// Not up yet.
    pub fn new() -> Rc<Self> {
        Rc::new(Self {
            open: RefCell::new(None),
            pending: RefCell::default(),
            is_telling: Cell::new(false),
            is_over: Cell::new(false),
            generation: Cell::new(0),
            pause_ms: Cell::new(FIRST_PAUSE_MS),
        })
    }

    /// Puts the line up or down, as the agent is signed in or not.
    pub fn follow(self: &Rc<Self>, agent: &BrowserAgent) {
        if !agent.signed_in() {
            self.close();
        } else if !self.is_over.get() && self.open.borrow().is_none() {
            self.connect(agent);
        }
    }

    /// The session has ended: the line stays down until [`Self::renew`].
    pub fn end(&self) {
        self.is_over.set(true);
        self.close();
    }

    /// A session has begun, perhaps another person's: what belongs to an earlier one is dropped.
    pub fn renew(&self) {
        self.is_over.set(false);
        self.close();
    }

    /// Takes the line down and forgets what was not told yet.
    fn close(&self) {
        self.generation.set(self.generation.get() + 1);
        self.pause_ms.set(FIRST_PAUSE_MS);
        *self.pending.borrow_mut() = Pending::default();
        self.open.take();
    }

    fn connect(self: &Rc<Self>, agent: &BrowserAgent) {
        let Ok(source) = EventSource::new(path::LIVE) else {
            return;
        };
        self.generation.set(self.generation.get() + 1);
        let generation = self.generation.get();

        let on_open = {
            let (line, agent) = (Rc::clone(self), Rc::clone(agent));
            Closure::<dyn Fn(Event)>::new(move |_| {
                line.pause_ms.set(FIRST_PAUSE_MS);
                // What was told while nobody listened has to be asked for, the first time too.
                let agent = Rc::clone(&agent);
                spawn_local(async move { agent.reconnected().await });
            })
        };
        let on_message = {
            let (line, agent) = (Rc::clone(self), Rc::clone(agent));
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let text = event.data().as_string().unwrap_or_default();
                if let Ok(notice) = serde_json::from_str::<LiveNotice>(&text) {
                    line.hear(notice, &agent);
                }
            })
        };
        let on_error = {
            let (line, agent) = (Rc::clone(self), Rc::clone(agent));
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let closed = event
                    .target()
                    .and_then(|target| target.dyn_into::<EventSource>().ok())
                    .is_some_and(|source| source.ready_state() == EventSource::CLOSED);
                // While it is not closed the browser tries again by itself.
                if closed {
                    let (line, agent) = (Rc::clone(&line), Rc::clone(&agent));
                    spawn_local(async move { line.retry(generation, &agent).await });
                }
            })
        };
        source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.open.borrow_mut() = Some(OpenLine {
            source,
            _on_open: on_open,
            _on_message: on_message,
            _on_error: on_error,
        });
    }

    /// After the server has refused the line: the session may have ended, which the agent finds out;
    /// or a proxy answered in its stead.
    async fn retry(self: &Rc<Self>, generation: u64, agent: &BrowserAgent) {
        let pause = self.pause_ms.get();
        self.pause_ms
            .set(pause.saturating_mul(2).min(LONGEST_PAUSE_MS));
        TimeoutFuture::new(pause).await;
        if generation != self.generation.get() {
            return;
        }
        agent.reconnected().await;
        if generation != self.generation.get() {
            return;
        }
        self.open.take();
        self.follow(agent);
    }

    fn hear(self: &Rc<Self>, notice: LiveNotice, agent: &BrowserAgent) {
        self.pending.borrow_mut().add(notice);
        if self.is_telling.replace(true) {
            return;
        }
        let (line, agent) = (Rc::clone(self), Rc::clone(agent));
        spawn_local(async move {
            loop {
                let next = line.pending.borrow_mut().take();
                let Some(notice) = next else { break };
                agent.live_notice(notice).await;
            }
            line.is_telling.set(false);
            line.follow(&agent);
        });
    }
}
