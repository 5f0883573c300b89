//! A template as a file: JSON in the form in which it is recorded, to be worked on elsewhere and brought back.

use hawser_casework::assessment::Template;
use hawser_views::failure::Failure;
use js_sys::Array;
use leptos::prelude::*;
use leptos_fluent::move_tr;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::components::{FailurePanel, preview::save};

/// Hands the template to the browser to be saved.
fn export(template: &Template) -> Result<(), Failure> {
    let failed = |_: JsValue| Failure::new("unknown");
    let json = serde_json::to_string_pretty(template).map_err(|_| Failure::new("unknown"))?;
    let blob = Blob::new_with_str_sequence(&Array::of1(&json.into())).map_err(failed)?;
    let name = format!("{}-{}.json", template.id, template.version);
    save(&blob, &name).map_err(failed)
}

#[component]
pub fn ExportButton(#[prop(into)] template: Signal<Template>) -> impl IntoView {
    let failure = RwSignal::new(None);
    view! {
        <button
            type="button" class="button" data-testid="export-template"
            on:click=move |_| failure.set(template.with_untracked(export).err())
        >
            {move_tr!("templates-export")}
        </button>
        {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
    }
}
