//! Rating by keyboard: 0 to 4 rate, the arrows to the left and right go to the criterion before and after.

use hawser_casework::assessment::Rating;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Whether the key belongs to a field in which one types or chooses.
fn typing(event: &ev::KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| match target.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => target
            .dyn_into::<HtmlInputElement>()
            .is_ok_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox")),
        _ => false,
    })
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Listens for as long as the criterion is shown.
pub fn listen(
    rating: RwSignal<String>,
    previous: Memo<Option<String>>,
    next: Memo<Option<String>>,
    go: Callback<String>,
) {
    let pressed = move |event: ev::KeyboardEvent| {
        let held = event.ctrl_key() || event.alt_key() || event.meta_key();
        if held || event.default_prevented() || typing(&event) || find("dialog[open]").is_some() {
            return;
        }
        let key = event.key();
        let right_to_left = find("html[dir='rtl']").is_some();
        let way = match (key.as_str(), right_to_left) {
            ("ArrowLeft", false) | ("ArrowRight", true) => previous.get_untracked(),
            ("ArrowRight", false) | ("ArrowLeft", true) => next.get_untracked(),
            _ => {
                let points = |one: &Rating| one.points().map(|points| points.to_string());
                let mut meant = Rating::ALL.into_iter();
                if let Some(one) = meant.find(|one| points(one).as_ref() == Some(&key)) {
                    rating.set(one.code().to_owned());
                    // So that it is read out, and Enter sends it.
                    focus(one.code());
                    event.prevent_default();
                }
                return;
            }
        };
        // Not to the next button of the row, which is what an arrow does there otherwise.
        event.prevent_default();
        if let Some(way) = way {
            go.run(way);
        }
    };
    let listening = window_event_listener(ev::keydown, pressed);
    on_cleanup(move || listening.remove());
}

fn focus(code: &str) {
    let button = find(&format!("input[name='rating'][value='{code}']"));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
