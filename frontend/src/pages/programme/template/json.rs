//! A template as a file: JSON in the form in which it is recorded, to be worked on elsewhere and brought back.

use hawser_casework::assessment::Template;
use hawser_views::failure::Failure;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::components::{FailurePanel, preview::save_text};

/// Hands the template to the browser to be saved.
fn export(template: &Template) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(template).map_err(|_| Failure::new("unknown"))?;
    save_text(&json, &format!("{}-{}.json", template.id, template.version))
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
