//! What is told of a panic: where, never what. A payload could quote a
//! passphrase or a record.

use js_sys::{Error, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// From now on a panic prints `file:line`, makes the `error` event of the
/// page's `Worker` fire and stops the worker from listening: its state cannot
/// be trusted any more, the page starts another.
pub fn report_only_the_place() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(
            || "an unknown place".to_owned(),
            |at| format!("{}:{}", at.file(), at.line()),
        );
        let text = format!("the agent stopped at {place}");
        let scope = crate::scope();
        scope.set_onmessage(None);
        web_sys::console::error_1(&JsValue::from_str(&text));
        // A trap inside a promise's callback would only become an unhandled rejection, which the
        // page never hears of.
        let report = Reflect::get(&scope, &JsValue::from_str("reportError")).unwrap_or_default();
        if let Some(report) = report.dyn_ref::<Function>() {
            report.call1(&scope, &Error::new(&text)).ok();
        }
    }));
}
