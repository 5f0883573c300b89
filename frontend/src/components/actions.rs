use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::move_tr;
use wasm_bindgen_futures::JsFuture;

use crate::components::Icon;

/// Copies a text to the clipboard and says so.
#[component]
pub fn CopyButton(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] label: Option<Signal<String>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let writing = window()
            .navigator()
            .clipboard()
            .write_text(&text.get_untracked());
        spawn_local(async move {
            if JsFuture::from(writing).await.is_ok() {
                let _ = copied.try_set(true);
                TimeoutFuture::new(4000).await;
                let _ = copied.try_set(false);
            }
        });
    };
    let label = label.unwrap_or_else(|| move_tr!("copy"));
    let done = move_tr!("copied");
    view! {
        <button type="button" class="button" data-testid=testid.unwrap_or_else(|| "copy".to_owned()) on:click=copy>
            <Icon name="copy" />
            <span aria-live="polite">{move || if copied.get() { done.get() } else { label.get() }}</span>
        </button>
    }
}

/// Nothing here yet, and what to do about it.
#[component]
pub fn EmptyState(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] testid: String,
    /// What to do next.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty" data-testid=testid>
            <p>{text}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
