//! An act that needs a reason: what it does, who will read the reason, then the act itself.

use std::sync::Arc;

use hawser_views::Command;
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::opened_by;
use crate::{
    components::{Dialog, Form, FormFailure, ReadersNote, Submit, TextField, use_toasts},
    i18n::use_i18n,
    pages::space::use_space,
};

/// What is asked for a reason.
#[derive(Clone)]
pub struct Asked {
    /// Of the dialog.
    pub title: String,
    /// What the act does, and that it cannot be undone; one paragraph each.
    pub text: Vec<String>,
    /// What the button says.
    pub confirm: String,
    /// It takes something away.
    pub danger: bool,
    /// Who will be able to read the reason, where it is not the team.
    pub readers: Option<Vec<(String, u32)>>,
    /// The command with this reason.
    pub command: Arc<dyn Fn(String) -> Command + Send + Sync>,
}

#[component]
pub fn ReasonDialog(asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|asked| asked.title.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open title testid="reason-dialog">
            {move || asked.get().map(|asked| view! { <Body asked open /> })}
        </Dialog>
    }
}

#[component]
fn Body(asked: Asked, open: RwSignal<bool>) -> impl IntoView {
    let case = use_space();
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let reason = RwSignal::new(String::new());
    let Asked {
        text,
        confirm,
        danger,
        readers,
        command,
        ..
    } = asked;
    let readers = Signal::derive(move || readers.clone().unwrap_or_else(|| case.readers.get()));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("reason", reason)]) {
            return;
        }
        let command = command(reason.get_untracked().trim().to_owned());
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="reason-form">
            <FormFailure form />
            {text.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            <TextField
                label=move_tr!("reason") name="reason" value=reason required=true multiline=true error=form.error("reason")
            />
            <ReadersNote readers />
            <div class="actions">
                <Submit form label=confirm danger testid="reason-submit" />
                <button type="button" class="button" data-testid="cancel" on:click=move |_| open.set(false)>
                    {move_tr!("reason-cancel")}
                </button>
            </div>
        </form>
    }
}
