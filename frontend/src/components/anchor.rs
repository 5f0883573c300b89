//! Places within a page that have an address of their own.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Goes to what the address names after its `#`, now and whenever that changes. What is named takes the focus;
/// what it is folded away in is folded out. Asked for where it is drawn: a page that still waits has nothing yet.
pub fn go_where_the_address_points() {
    let hash = use_location().hash;
    Effect::new(move |_| {
        let id = hash.with(|hash| hash.trim_start_matches('#').to_owned());
        if !id.is_empty() {
            request_animation_frame(move || go_to(&id));
        }
    });
}

/// Goes to the element with this id, if the page has one.
pub fn go_to(id: &str) {
    let Some(place) = document().get_element_by_id(id) else {
        return;
    };
    if let Ok(Some(fold)) = place.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    place.scroll_into_view();
    if let Ok(place) = place.dyn_into::<HtmlElement>() {
        let _ = place.focus();
    }
}
