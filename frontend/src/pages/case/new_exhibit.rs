//! Logging an exhibit.

use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::{
    components::{PageHead, exhibit_form::ExhibitForm},
    pages::case::use_case,
};

#[component]
pub fn NewExhibit() -> impl IntoView {
    let case = use_case();
    view! {
        <PageHead title=move_tr!("exhibit-log-title") lead=move_tr!("exhibit-log-lead") />
        <Show when=move || case.shut.get()>
            <p class="panel" role="status">{move_tr!("case-shut")}</p>
        </Show>
        <ExhibitForm />
    }
}
