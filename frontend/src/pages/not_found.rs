use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::components::A;

use crate::components::{EmptyState, PageHead};

#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <div class="page page-narrow" data-testid="not-found">
            <PageHead title=move_tr!("not-found-title") />
            <EmptyState text=move_tr!("not-found-text")>
                <A href="/" attr:class="button button-primary">{move_tr!("not-found-home")}</A>
            </EmptyState>
        </div>
    }
}
