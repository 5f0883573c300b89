//! Taking one of one's own people out of here.

use hawser_casework::PersonId;
use hawser_views::Command;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{ConfirmDialog, Form, FormFailure, use_toasts},
    i18n::use_i18n,
    pages::{case::opened_by, space::use_space},
};

/// An organisation takes back one of its people from here alone.
#[component]
pub fn WithdrawDialog(asked: RwSignal<Option<(PersonId, String)>>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let open = opened_by(asked);
    let name = move || asked.with(|asked| asked.as_ref().map(|(_, name)| name.clone()));
    let confirm = move |()| {
        let Some((person, _)) = asked.get_untracked() else {
            return;
        };
        let withdraw = Command::Withdraw {
            space: case.space,
            person,
        };
        form.send(withdraw, move |_| {
            open.set(false);
            toasts.say(tr!(i18n, "standing-done-out"));
        });
    };
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || tr!(i18n, "people-withdraw-title", { "name" => name().unwrap_or_default() }))
            confirm=move_tr!("people-withdraw") busy=form.busy() danger=true on_confirm=Callback::new(confirm)
            testid="withdraw-person-dialog"
        >
            <FormFailure form />
            <p>{move_tr!("people-withdraw-text")}</p>
            <p class="muted">{move_tr!("withdrawal-effect")}</p>
        </ConfirmDialog>
    }
}
