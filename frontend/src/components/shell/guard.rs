//! Who may be where: signed out, locked, at work.

use leptos::prelude::*;
use leptos_fluent::tr;
use leptos_router::{
    NavigateOptions,
    components::Outlet,
    hooks::{use_location, use_navigate},
};

use crate::{
    agent_link::{Standing, use_agent},
    components::{use_shell, use_toasts},
    i18n::use_i18n,
};

/// Pages for those who are not at work yet.
pub fn is_outside(path: &str) -> bool {
    matches!(path, "/" | "/join" | "/sign-in" | "/unlock" | "/recover")
}

/// Leads to signing in and back to where one wanted to go.
pub fn watch() {
    let link = use_agent();
    let shell = use_shell();
    let toasts = use_toasts();
    let i18n = use_i18n();
    let path = use_location().pathname;
    let navigate = use_navigate();
    let redirect = move |to: &str| {
        navigate(
            to,
            NavigateOptions {
                replace: true,
                scroll: true,
                ..NavigateOptions::default()
            },
        );
    };
    Effect::new(move |_| {
        let path = path.get();
        // A bundle is checked by anybody.
        if path == "/verify" {
            return;
        }
        let standing = link.standing().get();
        let kit = link.kit().with(Option::is_some);
        match standing {
            Standing::Asking => {}
            Standing::Unlocked if kit => {
                if path != "/kit" {
                    if !is_outside(&path) {
                        toasts.say(tr!(i18n, "kit-first"));
                    }
                    redirect("/kit");
                }
            }
            Standing::Unlocked => {
                let confirmed = link
                    .me()
                    .with(|me| me.as_ref().is_some_and(|me| me.kit_confirmed));
                let done = match path.as_str() {
                    "/kit" => confirmed,
                    other => matches!(other, "/" | "/sign-in" | "/unlock" | "/recover"),
                };
                if done {
                    let wanted = shell.wanted.get_untracked();
                    shell.wanted.set(None);
                    redirect(wanted.as_deref().unwrap_or("/today"));
                }
            }
            Standing::Locked | Standing::SignedOut => {
                let door = if standing == Standing::Locked {
                    "/unlock"
                } else {
                    "/sign-in"
                };
                if !is_outside(&path) {
                    if path != "/kit" {
                        shell.wanted.set(Some(path));
                    }
                    redirect(door);
                } else if path == "/" || (path == "/unlock" && standing == Standing::SignedOut) {
                    redirect(door);
                }
            }
        }
    });
}

/// What is shown only to somebody at work: everything else waits until [`watch`] has led away.
#[component]
pub fn Inside() -> impl IntoView {
    let link = use_agent();
    view! {
        <Show when=move || link.standing().get() == Standing::Unlocked>
            <Outlet />
        </Show>
    }
}
