//! Back in with the recovery kit; a new passphrase and a new kit come with it.

use hawser_views::Command;
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::components::A;

use crate::{
    browser,
    components::{Form, FormFailure, PageHead, Submit, TextField},
    pages::{
        passphrase::{Choice, PassphraseChooser},
        sign_in::remember_name,
    },
};

#[component]
pub fn Recover() -> impl IntoView {
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let kit = RwSignal::new(String::new());
    let choice = Choice::new();
    let related = Signal::derive(move || vec![name.get()]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("sign-in-name", name), ("kit", kit)]) || !choice.ready() {
            return;
        }
        let sign_in_name = name.get_untracked().trim().to_owned();
        let command = Command::Recover {
            sign_in_name: sign_in_name.clone(),
            kit: kit.get_untracked().trim().to_owned(),
            passphrase: choice.value.get_untracked(),
            label: browser::device_label(),
        };
        form.send(command, move |_| remember_name(&sign_in_name));
    };
    view! {
        <div class="page page-door">
            <PageHead title=move_tr!("recover-title") lead=move_tr!("recover-lead") />
            <form class="card" novalidate=true on:submit=submit>
                <FormFailure form />
                <TextField
                    name="sign-in-name" testid="sign-in-name" label=move_tr!("sign-in-name") value=name required=true
                    max=100 autocomplete="username" mono=true error=form.error("sign-in-name")
                />
                <TextField
                    name="kit" label=move_tr!("recover-kit") help=move_tr!("recover-kit-help") value=kit required=true
                    multiline=true mono=true error=form.error("kit")
                />
                <PassphraseChooser choice related error=form.error("passphrase") />
                <div class="actions">
                    <Submit form label=move_tr!("recover-submit") testid="recover-submit" />
                    <A href="/sign-in" attr:class="button button-quiet">{move_tr!("cancel")}</A>
                </div>
                <p class="hint">{move_tr!("recover-sessions")}</p>
            </form>
        </div>
    }
}
