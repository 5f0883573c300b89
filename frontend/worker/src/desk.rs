//! Where the page's requests come in and the agent's answers go out.

use std::rc::Rc;

use hawser_agent::Agent;
use hawser_protocol::ErrorCode;
use hawser_views::{Command, Failure, FromAgent, Notice};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::environment::BrowserEnvironment;
use crate::live_eventsource::LiveLine;
use crate::messages::{Request, Unreadable, post, read};
use crate::profile_lock::{ElectionError, ProfileLock};

/// Another tab of the profile has the agent.
const OTHER_TAB: &str = "other-tab";
/// The browser lacks something, or the page was not delivered over a secure connection.
const BROWSER_UNSUPPORTED: &str = "browser-unsupported";

struct Desk {
    agent: Rc<Agent<BrowserEnvironment>>,
    lock: ProfileLock,
    live: Rc<LiveLine>,
}

/// Listens from now on, and says so to the page.
pub fn open() {
    let live = LiveLine::new();
    let told = Rc::clone(&live);
    let listener = move |notice: Notice| {
        if notice == Notice::SignedOut {
            told.end();
        }
        post(&FromAgent::Notice(notice), None);
    };
    let agent = Agent::new(BrowserEnvironment::new(), Box::new(listener));
    let desk = Rc::new(Desk {
        agent,
        lock: ProfileLock::new(),
        live,
    });
    let receive = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let desk = Rc::clone(&desk);
        spawn_local(async move { desk.serve(event.data()).await });
    });
    crate::scope().set_onmessage(Some(receive.as_ref().unchecked_ref()));
    receive.forget(); // lives as long as the worker
    post(&FromAgent::Ready, None);
}

impl Desk {
    async fn serve(&self, message: JsValue) {
        match read(&message) {
            Ok(request) => self.answer(request).await,
            Err(Unreadable { id: Some(id) }) => {
                let result = Err(Failure::new(ErrorCode::BadRequest.code()));
                post(&FromAgent::Reply { id, result }, None);
            }
            Err(Unreadable { id: None }) => {
                web_sys::console::error_1(&JsValue::from_str(
                    "the worker was sent something that is no request",
                ));
            }
        }
    }

    async fn answer(&self, Request { asked, files }: Request) {
        let id = asked.id;
        let begins_session = matches!(
            asked.command,
            Command::SignIn { .. } | Command::Register(_) | Command::Recover { .. }
        );
        let handled = match self.admit(&asked.command).await {
            Ok(()) => self.agent.handle(asked.command, files).await,
            Err(failure) => Err(failure),
        };
        if begins_session && handled.is_ok() {
            self.live.renew();
        }
        self.live.follow(&self.agent);
        match handled {
            Ok((reply, whole)) => post(
                &FromAgent::Reply {
                    id,
                    result: Ok(reply),
                },
                whole.as_ref(),
            ),
            Err(failure) => post(
                &FromAgent::Reply {
                    id,
                    result: Err(failure),
                },
                None,
            ),
        }
    }

    /// Only one tab of a profile works; the others may ask how things stand.
    async fn admit(&self, command: &Command) -> Result<(), Failure> {
        if matches!(command, Command::Status) {
            return Ok(());
        }
        self.lock.elected().await.map_err(|error| {
            Failure::new(match error {
                ElectionError::OtherTab => OTHER_TAB,
                ElectionError::Unsupported => BROWSER_UNSUPPORTED,
            })
        })
    }
}
