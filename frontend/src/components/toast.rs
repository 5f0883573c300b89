use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

/// What is said at the edge of the page and to screen readers, for a few seconds.
#[derive(Clone, Copy)]
pub struct Toasts {
    said: RwSignal<Vec<(u64, String)>>,
}

/// To say that something was done.
pub fn use_toasts() -> Toasts {
    expect_context::<Toasts>()
}

impl Toasts {
    /// Makes it known to everything below.
    pub fn provide() {
        provide_context(Self {
            said: RwSignal::new(Vec::new()),
        });
    }

    /// Says it.
    pub fn say(self, text: impl Into<String>) {
        let text = text.into();
        let id = self
            .said
            .with_untracked(|said| said.last().map_or(0, |(id, _)| id + 1));
        self.said.update(|said| said.push((id, text)));
        spawn_local(async move {
            TimeoutFuture::new(7000).await;
            self.said
                .update(|said| said.retain(|(other, _)| *other != id));
        });
    }
}

/// Where it is said.
#[component]
pub fn Toast() -> impl IntoView {
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite" data-testid="toasts">
            <For each=move || toasts.said.get() key=|(id, _)| *id let((_, text))>
                <p class="toast">{text}</p>
            </For>
        </div>
    }
}
