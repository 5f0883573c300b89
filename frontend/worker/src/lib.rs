//! The agent in a dedicated web worker, and what it needs of the browser.
//!
//! Messages both ways are objects `{ json, beside }`: `json` is the text of a
//! [`hawser_views::ToAgent`] or [`hawser_views::FromAgent`], `beside` an array
//! of the browser's own objects, `File` in and `Blob` out. What is sent before
//! [`hawser_views::FromAgent::Ready`] is lost.
#![forbid(unsafe_code)]

pub mod chunk_webcrypto;
mod desk;
mod environment;
mod live_eventsource;
mod messages;
mod panic_place;
mod profile_lock;
mod store_indexeddb;
mod transport_fetch;

/// Begins to listen to the page.
pub fn run() {
    panic_place::report_only_the_place();
    desk::open();
}

/// The worker's own global scope.
fn scope() -> web_sys::DedicatedWorkerGlobalScope {
    wasm_bindgen::JsCast::unchecked_into(js_sys::global())
}

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
