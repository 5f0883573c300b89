use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    browser::{self, Keep},
    i18n::use_i18n,
};

const KEY: &str = "hawser-theme";

#[derive(Clone, Copy)]
struct Theme(RwSignal<String>);

/// As chosen before; boot.js has set it already, so that nothing flashes.
pub fn provide() {
    let theme = RwSignal::new(browser::kept(Keep::Always, KEY).unwrap_or_default());
    provide_context(Theme(theme));
    Effect::new(move |_| {
        let chosen = theme.get();
        if let Some(html) = document().document_element() {
            let _ = if chosen.is_empty() {
                html.remove_attribute("data-theme")
            } else {
                html.set_attribute("data-theme", &chosen)
            };
        }
    });
}

/// Light, dark, or as the system.
#[component]
pub fn ThemeChooser() -> impl IntoView {
    let i18n = use_i18n();
    let Theme(theme) = expect_context::<Theme>();
    let option = move |code: &'static str, label: Signal<String>| {
        view! { <option value=code selected=move || theme.with(|theme| theme == code)>{label}</option> }
    };
    view! {
        <label class="chooser">
            <span class="visually-hidden">{move || tr!(i18n, "theme")}</span>
            <select
                data-testid="theme"
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    browser::set_kept(Keep::Always, KEY, &chosen);
                    theme.set(chosen);
                }
            >
                {option("", move_tr!("theme-system"))}
                {option("light", move_tr!("theme-light"))}
                {option("dark", move_tr!("theme-dark"))}
            </select>
        </label>
    }
}
