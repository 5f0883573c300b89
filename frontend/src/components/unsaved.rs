//! Asks before the window closes over what was entered and is nowhere yet.

use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Something was typed or chosen in a form and not sent.
#[derive(Clone, Copy)]
pub struct Unsaved(RwSignal<bool>);

impl Unsaved {
    /// Watches the forms of every page. A page that is left within the window has been left on purpose.
    pub fn provide() {
        let entered = RwSignal::new(false);
        provide_context(Self(entered));
        let listening = window_event_listener(ev::input, move |event| {
            let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
            if target.is_some_and(|at| at.closest("form").ok().flatten().is_some()) {
                entered.set(true);
            }
        });
        on_cleanup(move || listening.remove());
        let path = use_location().pathname;
        Effect::new(move |_| {
            path.track();
            entered.set(false);
        });
        ask_before_closing(move || entered.get_untracked());
    }

    /// What was entered has been taken.
    pub fn taken(self) {
        self.0.set(false);
    }
}

/// Asks before the window closes while this holds.
pub fn ask_before_closing(holds: impl Fn() -> bool + 'static) {
    let staying = window_event_listener(ev::beforeunload, move |event| {
        if holds() {
            event.prevent_default();
        }
    });
    on_cleanup(move || staying.remove());
}
