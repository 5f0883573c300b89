//! The few things asked of the browser itself.

use hawser_casework::Moment;
use js_sys::{Array, Intl, JsString};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Prints where the page panicked, never what was said: a message may quote content.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        web_sys::console::error_1(&JsValue::from_str(&format!("the page stopped at {place}")));
    }));
}

/// The browser's clock, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Minutes east of UTC at that instant, where the browser is.
pub fn offset_min(utc_ms: i64) -> i16 {
    let date = js_sys::Date::new(&JsValue::from_f64(utc_ms as f64));
    -(date.get_timezone_offset() as i16)
}

/// The instant as read where the browser is.
pub fn local_moment(utc_ms: i64) -> Moment {
    Moment {
        utc_ms,
        offset_min: offset_min(utc_ms),
    }
}

/// Now, as read where the browser is.
pub fn now() -> Moment {
    local_moment(now_ms())
}

/// Which of two storages of the browser: only settings go there, never content.
#[derive(Clone, Copy)]
pub enum Keep {
    /// For this browser.
    Always,
    /// For this tab.
    Tab,
}

fn storage(keep: Keep) -> Option<web_sys::Storage> {
    match keep {
        Keep::Always => window().local_storage(),
        Keep::Tab => window().session_storage(),
    }
    .ok()
    .flatten()
}

/// A setting kept before.
pub fn kept(keep: Keep, key: &str) -> Option<String> {
    storage(keep)?.get_item(key).ok().flatten()
}

/// Keeps a setting; a browser that refuses loses only convenience.
pub fn set_kept(keep: Keep, key: &str, value: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets a setting.
pub fn forget(keep: Keep, key: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.remove_item(key);
    }
}

/// Browser and system in words, for one's own list of sessions: `Firefox, Linux`.
pub fn device_label() -> String {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let first = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(sign, _)| agent.contains(sign))
            .map_or("", |(_, name)| *name)
    };
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chromium"),
        ("CriOS/", "Chromium"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        ("", system) => system.to_owned(),
        (browser, "") => browser.to_owned(),
        (browser, system) => format!("{browser}, {system}"),
    }
}

/// What the browser calls a country (ISO 3166-1 alpha-2) in a language; the code itself where it has no name for it.
pub fn country_names(language: &str) -> impl Fn(&str) -> String + use<> {
    let options = Intl::DisplayNamesOptions::new();
    options.set_type(Intl::DisplayNamesType::Region);
    let names = Intl::DisplayNames::new(&Array::of1(&language.into()), &options);
    move |code| {
        let known = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        known
            .then(|| names.of(code))
            .flatten()
            .map_or_else(|| code.to_owned(), String::from)
    }
}

/// A text as it is compared: without accents and without capitals.
pub fn folded(text: &str) -> String {
    let apart = String::from(JsString::from(text).normalize("NFD"));
    let mut folded = String::with_capacity(apart.len());
    for letter in apart.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
    }
    folded
}
