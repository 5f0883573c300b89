//! Around every page: rail, bar, what is said to everybody, who may be where.

mod bar;
mod guard;
mod idle;
mod rail;
mod theme;

pub use guard::Inside;
use leptos::{html, prelude::*};
use leptos_fluent::move_tr;
use leptos_router::hooks::use_location;

use crate::{
    agent_link::{Standing, use_agent},
    components::{ExerciseMark, Icon, Toast, Toasts, unsaved::Unsaved},
    pages::mission::Ratings,
};

/// What the frame around the pages keeps.
#[derive(Clone, Copy)]
pub struct ShellState {
    /// Of the page that is shown.
    pub title: RwSignal<String>,
    /// At least one page was left for another: headings take the focus from now on.
    pub navigated: RwSignal<bool>,
    /// Where the user wanted to go before signing in.
    pub wanted: RwSignal<Option<String>>,
}

/// The frame around the pages.
pub fn use_shell() -> ShellState {
    expect_context::<ShellState>()
}

/// Makes frame and toasts known to everything below.
pub fn provide_shell() {
    provide_context(ShellState {
        title: RwSignal::new(String::new()),
        navigated: RwSignal::new(false),
        wanted: RwSignal::new(None),
    });
    Toasts::provide();
    theme::provide();
}

#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let link = use_agent();
    let shell = use_shell();
    let path = use_location().pathname;
    let main = NodeRef::<html::Main>::new();
    let inside = Memo::new(move |_| {
        link.standing().get() == Standing::Unlocked
            && !guard::is_outside(&path.get())
            && path.get() != "/kit"
    });

    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            shell.navigated.set(true);
        }
        now
    });
    Effect::new(move |_| {
        let title = shell.title.get();
        document().set_title(&if title.is_empty() {
            "Hawser".to_owned()
        } else {
            format!("{title} · Hawser")
        });
    });
    guard::watch();
    Unsaved::provide();
    Ratings::provide();

    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };

    view! {
        <a class="skip-link" href="#main" on:click=skip>{move_tr!("skip-to-content")}</a>
        <Crashed />
        <div class="frame" class:frame-inside=move || inside.get()>
            <Show when=move || inside.get()>
                <rail::Rail />
            </Show>
            <bar::Bar inside />
            <main id="main" class="main" tabindex="-1" node_ref=main>
                <ExerciseMark />
                <Show when=move || inside.get()>
                    <NotCertified />
                </Show>
                <div class="stage">{children()}</div>
            </main>
        </div>
        <Toast />
        <Show when=move || link.standing().get() == Standing::Unlocked>
            <idle::IdleLock />
        </Show>
    }
}

/// The agent has ended by a fault.
#[component]
fn Crashed() -> impl IntoView {
    let link = use_agent();
    view! {
        <Show when=move || link.crashed().get()>
            <div class="alert-bar" role="alert" data-testid="agent-crashed">
                <Icon name="warning" />
                <p>{move_tr!("crashed-text")}</p>
                <button type="button" class="button" data-testid="start-again" on:click=move |_| link.start_again()>
                    {move_tr!("crashed-start-again")}
                </button>
            </div>
        </Show>
    }
}

/// Registered, but nobody of the organisation has confirmed it yet.
#[component]
fn NotCertified() -> impl IntoView {
    let me = use_agent().me();
    view! {
        <Show when=move || me.with(|me| me.as_ref().is_some_and(|me| !me.certified))>
            <div class="panel panel-warn" data-testid="not-certified">
                <Icon name="warning" />
                <div class="panel-body"><p>{move_tr!("not-certified")}</p></div>
            </div>
        </Show>
    }
}
