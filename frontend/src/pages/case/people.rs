use leptos::prelude::*;

#[component]
pub fn People() -> impl IntoView {
    view! { <p></p> }
}
