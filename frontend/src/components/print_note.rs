//! What stands under a printed record: who printed it, when, and the code by which it can be compared.

use leptos::{ev, prelude::*};
use leptos_fluent::tr;

use crate::{
    agent_link::use_agent,
    browser,
    components::moment_text,
    i18n::use_i18n,
    pages::{case::words, space::use_space},
};

/// Shown in print only.
#[component]
pub fn PrintNote() -> impl IntoView {
    let i18n = use_i18n();
    let (agent, space) = (use_agent(), use_space());
    let now = RwSignal::new(browser::now());
    let before = window_event_listener(ev::Custom::<ev::Event>::new("beforeprint"), move |_| {
        now.set(browser::now());
    });
    on_cleanup(move || before.remove());
    let text = move || {
        let me = agent.me().with(|me| me.as_ref().map(|me| me.name.clone()));
        space.code.get().map(|(last_entry, code)| {
            tr!(i18n, "print-note", {
                "name" => me.unwrap_or_default(), "time" => moment_text(i18n, &now.get()),
                "entries" => words::number(i18n, last_entry), "code" => code,
            })
        })
    };
    view! { <p class="print-note" data-testid="print-note">{text}</p> }
}
