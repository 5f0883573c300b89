//! The browser as the world of one agent.

use futures::future::LocalBoxFuture;
use hawser_agent::io::{Clock, Environment};
use js_sys::{ArrayBuffer, Date};

use crate::chunk_webcrypto::WebCryptoCipher;
use crate::store_indexeddb::IndexedDbStore;
use crate::transport_fetch::FetchTransport;

/// Name of the profile's database.
const DATABASE: &str = "hawser";

/// The world of the agent in this worker.
pub struct BrowserEnvironment {
    transport: FetchTransport,
    store: IndexedDbStore,
    cipher: WebCryptoCipher,
    clock: BrowserClock,
}

impl BrowserEnvironment {
    /// Opens nothing yet.
    pub fn new() -> Self {
        Self {
            transport: FetchTransport,
            store: IndexedDbStore::new(DATABASE),
            cipher: WebCryptoCipher::default(),
            clock: BrowserClock,
        }
    }
}

impl Environment for BrowserEnvironment {
    type Part = ArrayBuffer;
    type Transport = FetchTransport;
    type Store = IndexedDbStore;
    type Cipher = WebCryptoCipher;
    type Clock = BrowserClock;

    fn transport(&self) -> &FetchTransport {
        &self.transport
    }
    fn store(&self) -> &IndexedDbStore {
        &self.store
    }
    fn cipher(&self) -> &WebCryptoCipher {
        &self.cipher
    }
    fn clock(&self) -> &BrowserClock {
        &self.clock
    }
    fn origin(&self) -> String {
        crate::scope().location().origin()
    }
    /// Stops the worker when the browser gives no randomness: nothing may be done without.
    fn random(&self, bytes: &mut [u8]) {
        assert!(
            getrandom::getrandom(bytes).is_ok(),
            "the browser gave no randomness"
        );
    }
    fn spawn(&self, future: LocalBoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(future);
    }
}

/// The browser's time.
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now_ms(&self) -> i64 {
        Date::now() as i64
    }
    fn offset_min(&self) -> i16 {
        // The browser counts minutes from local time to UTC.
        -(Date::new_0().get_timezone_offset() as i16)
    }
    async fn sleep(&self, milliseconds: u32) {
        gloo_timers::future::TimeoutFuture::new(milliseconds.min(i32::MAX.unsigned_abs())).await;
    }
}
