//! The doors: signing in, and unlocking after a reload or a pause.

use hawser_views::Command;
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use crate::{
    agent_link::{Left, use_agent},
    browser::{self, Keep},
    components::{Form, FormFailure, Icon, PageHead, Submit, TextField},
    i18n::use_i18n,
};

/// The name last signed in with in this tab, so that unlocking asks for the passphrase alone.
const NAME_KEY: &str = "hawser-sign-in-name";

/// Remembers who is at work in this tab.
pub fn remember_name(name: &str) {
    browser::set_kept(Keep::Tab, NAME_KEY, name);
}

/// Whoever signs out leaves no name behind.
pub fn forget_name() {
    browser::forget(Keep::Tab, NAME_KEY);
}

/// The address without a page: [`crate::components::Shell`] leads on from here.
#[component]
pub fn Start() -> impl IntoView {
    view! { <PageHead title=move_tr!("start-title") /> }
}

/// Why one is here without having asked for it.
#[component]
fn WhyHere() -> impl IntoView {
    let left = use_agent().left();
    let text = move || match left.get()? {
        Left::Idle => Some(move_tr!("left-idle")),
        Left::SessionEnded => Some(move_tr!("left-session-ended")),
    };
    move || {
        text().map(|text| {
            view! {
                <div class="panel panel-info" role="status" data-testid="why-here">
                    <Icon name="lock" />
                    <div class="panel-body"><p>{text}</p></div>
                </div>
            }
        })
    }
}

fn send(form: Form, name: RwSignal<String>, passphrase: RwSignal<String>) {
    if !form.require(&[("sign-in-name", name), ("passphrase", passphrase)]) {
        return;
    }
    let sign_in_name = name.get_untracked().trim().to_owned();
    let command = Command::SignIn {
        sign_in_name: sign_in_name.clone(),
        passphrase: passphrase.get_untracked(),
        label: browser::device_label(),
    };
    form.send(command, move |_| remember_name(&sign_in_name));
}

#[component]
pub fn SignIn() -> impl IntoView {
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    view! {
        <div class="page page-door">
            <PageHead title=move_tr!("sign-in-title") lead=move_tr!("sign-in-lead") />
            <WhyHere />
            <form
                class="card" novalidate=true
                on:submit=move |event| { event.prevent_default(); send(form, name, passphrase); }
            >
                <FormFailure form />
                <TextField
                    name="sign-in-name" testid="sign-in-name" label=move_tr!("sign-in-name") value=name required=true
                    max=100 autocomplete="username" mono=true error=form.error("sign-in-name")
                />
                <TextField
                    name="passphrase" testid="passphrase" label=move_tr!("passphrase") value=passphrase required=true
                    kind="password" autocomplete="current-password" error=form.error("passphrase")
                />
                <div class="actions">
                    <Submit form label=move_tr!("sign-in-submit") testid="sign-in-submit" />
                </div>
                <p class="card-foot">
                    <A href="/recover" attr:data-testid="to-recover">{move_tr!("sign-in-recover")}</A>
                </p>
            </form>
            <p class="hint">{move_tr!("sign-in-invited")}</p>
        </div>
    }
}

#[component]
pub fn Unlock() -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let form = Form::new();
    let kept = browser::kept(Keep::Tab, NAME_KEY).filter(|name| !name.is_empty());
    let known = kept.is_some();
    let name = RwSignal::new(kept.unwrap_or_default());
    let passphrase = RwSignal::new(String::new());
    let other = move |_| {
        spawn_local(async move {
            forget_name();
            if let Err(failure) = link.ask(Command::SignOut).await {
                form.fail(failure);
            }
        });
    };
    view! {
        <div class="page page-door">
            <PageHead title=move_tr!("unlock-title") lead=move_tr!("unlock-lead") />
            <WhyHere />
            <form
                class="card" novalidate=true
                on:submit=move |event| { event.prevent_default(); send(form, name, passphrase); }
            >
                <FormFailure form />
                {if known {
                    view! {
                        <p class="signed-in-as">
                            {move || tr!(i18n, "unlock-as", { "name" => name.get() })}
                            // For password managers, which look for a name beside the passphrase.
                            <input
                                type="text" class="visually-hidden" autocomplete="username" tabindex="-1"
                                aria-hidden="true" readonly prop:value=move || name.get()
                            />
                        </p>
                    }
                    .into_any()
                } else {
                    view! {
                        <TextField
                            name="sign-in-name" testid="sign-in-name" label=move_tr!("sign-in-name") value=name
                            required=true max=100 autocomplete="username" mono=true error=form.error("sign-in-name")
                        />
                    }
                    .into_any()
                }}
                <TextField
                    name="passphrase" testid="passphrase" label=move_tr!("passphrase") value=passphrase required=true
                    kind="password" autocomplete="current-password" error=form.error("passphrase")
                />
                <div class="actions">
                    <Submit form label=move_tr!("unlock-submit") testid="unlock-submit" />
                    <button type="button" class="button button-quiet" data-testid="unlock-other" on:click=other>
                        {move_tr!("unlock-other")}
                    </button>
                </div>
            </form>
        </div>
    }
}
