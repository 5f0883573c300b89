//! One agent per browser profile, elected by a Web Lock: two would append and
//! pin against each other.

use std::cell::RefCell;

use futures::channel::oneshot;
use futures::lock::Mutex;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Name of the lock.
const NAME: &str = "hawser-agent";
/// A tab that is closed or loaded anew takes a moment to let go.
const ATTEMPTS: u32 = 5;
const PAUSE_MS: u32 = 100;

/// Why this worker may not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElectionError {
    /// Another worker of the profile holds the lock.
    OtherTab,
    /// The browser has no Web Locks here (it offers them on secure connections only).
    Unsupported,
}

/// This worker's place in the election.
pub struct ProfileLock {
    name: String,
    held: Mutex<bool>,
}

impl ProfileLock {
    /// Holds nothing yet.
    pub fn new() -> Self {
        Self::named(NAME)
    }

    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            held: Mutex::new(false),
        }
    }

    /// Stands for election unless elected already. Who is elected stays so
    /// until the worker ends; who is not may ask again.
    pub async fn elected(&self) -> Result<(), ElectionError> {
        let mut held = self.held.lock().await;
        for attempt in 0..ATTEMPTS {
            if *held {
                break;
            }
            if attempt > 0 {
                gloo_timers::future::TimeoutFuture::new(PAUSE_MS).await;
            }
            *held = request(&self.name).await?;
        }
        if *held {
            Ok(())
        } else {
            Err(ElectionError::OtherTab)
        }
    }
}

/// Whether the lock was granted. It is never given back: the promise that
/// holds it never settles, and ends with the worker.
async fn request(name: &str) -> Result<bool, ElectionError> {
    let (answer, answered) = oneshot::channel();
    let answer = RefCell::new(Some(answer));
    let granted = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |lock: JsValue| {
        let is_granted = !lock.is_null();
        if let Some(answer) = answer.borrow_mut().take() {
            answer.send(is_granted).ok();
        }
        if is_granted {
            Promise::new(&mut |_, _| {}).into()
        } else {
            JsValue::UNDEFINED
        }
    });
    let pending =
        call_request(name, granted.as_ref().unchecked_ref()).ok_or(ElectionError::Unsupported)?;
    // Settles only when refused, or when the request itself fails; nobody waits for it.
    let failed = wasm_bindgen_futures::JsFuture::from(pending);
    let first = futures::future::select(answered, failed).await;
    match first {
        futures::future::Either::Left((Ok(is_granted), _)) => Ok(is_granted),
        futures::future::Either::Right((Ok(_), _)) => Ok(false),
        futures::future::Either::Left((Err(_), _))
        | futures::future::Either::Right((Err(_), _)) => Err(ElectionError::Unsupported),
    }
}

/// `navigator.locks.request(name, { mode: "exclusive", ifAvailable: true }, callback)`;
/// `None` where the browser has no such thing.
fn call_request(name: &str, callback: &Function) -> Option<Promise> {
    let navigator = crate::scope().navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    let request = Reflect::get(&locks, &JsValue::from_str("request"))
        .ok()?
        .dyn_into::<Function>()
        .ok()?;
    let options = Object::new();
    Reflect::set(
        &options,
        &JsValue::from_str("mode"),
        &JsValue::from_str("exclusive"),
    )
    .ok()?;
    Reflect::set(&options, &JsValue::from_str("ifAvailable"), &JsValue::TRUE).ok()?;
    request
        .call3(&locks, &JsValue::from_str(name), &options, callback)
        .ok()?
        .dyn_into::<Promise>()
        .ok()
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::{ElectionError, ProfileLock};

    #[wasm_bindgen_test]
    async fn one_of_two_is_elected_and_stays_elected() {
        let (first, second) = (
            ProfileLock::named("one-of-two"),
            ProfileLock::named("one-of-two"),
        );
        assert_eq!(
            futures::join!(first.elected(), first.elected()),
            (Ok(()), Ok(()))
        );
        assert_eq!(second.elected().await, Err(ElectionError::OtherTab));
        assert_eq!(first.elected().await, Ok(()));
    }
}
