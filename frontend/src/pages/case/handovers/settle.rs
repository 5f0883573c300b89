//! A refused hand-over is settled: who has the exhibit, and why that is sure.

use hawser_casework::{RecordId, record::Settlement};
use hawser_views::Command;
use leptos::{ev, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::{
        Dialog, FieldError, Form, FormFailure, ReadersNote, Submit, TextField, use_toasts,
    },
    i18n::use_i18n,
    pages::case::{checked, opened_by, use_case},
};

/// What is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    pub offer: RecordId,
    pub exhibit: RecordId,
    /// Number and description.
    pub subject: String,
    /// Name of the giver.
    pub from: String,
    /// Name of the receiver.
    pub to: String,
    /// What the reader may say.
    pub outcomes: Vec<Settlement>,
}

/// Who has it, by name.
pub fn outcome(i18n: I18n, outcome: Settlement, from: &str, to: &str) -> String {
    match outcome {
        Settlement::StaysWithGiver => {
            tr!(i18n, "handover-settle-giver", { "name" => from.to_owned() })
        }
        Settlement::HeldByReceiver => {
            tr!(i18n, "handover-settle-receiver", { "name" => to.to_owned() })
        }
    }
}

#[component]
pub fn SettleDialog(settling: RwSignal<Option<Settling>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(settling);
    let title = Signal::derive(move || {
        let subject = settling.with(|settling| {
            settling
                .as_ref()
                .map(|one| one.subject.clone())
                .unwrap_or_default()
        });
        tr!(i18n, "handover-settle-title", { "exhibit" => subject })
    });
    view! {
        <Dialog open title testid="settle-dialog">
            {move || settling.get().map(|settling| view! { <Body settling open /> })}
        </Dialog>
    }
}

#[component]
fn Body(settling: Settling, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let toasts = use_toasts();
    let form = Form::new();
    let outcome = RwSignal::new(None::<Settlement>);
    let reason = RwSignal::new(String::new());
    let Settling {
        offer,
        exhibit,
        from,
        to,
        outcomes,
        ..
    } = settling;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let why = reason.get_untracked().trim().to_owned();
        let mut wrong = Vec::new();
        if outcome.get_untracked().is_none() {
            wrong.push(checked::missing("outcome"));
        }
        if why.is_empty() {
            wrong.push(checked::missing("reason"));
        }
        let Some(outcome) = outcome.get_untracked().filter(|_| wrong.is_empty()) else {
            form.fail(checked::failure(wrong));
            return;
        };
        let command = Command::SettleDispute {
            space: case.space,
            offer,
            exhibit,
            outcome,
            reason: why,
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    let choice = move |choice: Settlement| {
        let (from, to) = (from.clone(), to.clone());
        let label = move || self::outcome(i18n, choice, &from, &to);
        view! {
            <label class="check">
                <input
                    type="radio" name="outcome" data-testid=format!("settle-{}", choice.code())
                    prop:checked=move || outcome.get() == Some(choice) on:change=move |_| outcome.set(Some(choice))
                />
                {label}
            </label>
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="settle-form">
            <FormFailure form />
            <fieldset class="field" role="radiogroup">
                <legend>{move_tr!("handover-settle-outcome")}</legend>
                {outcomes.into_iter().map(choice).collect_view()}
                <FieldError id="outcome-error" error=form.error("outcome") />
            </fieldset>
            <TextField
                label=move_tr!("reason") name="reason" value=reason required=true multiline=true error=form.error("reason")
            />
            <ReadersNote readers=case.readers />
            <p class="quiet">{move_tr!("handover-settle-undone")}</p>
            <div class="actions">
                <Submit form label=move_tr!("handover-settle") testid="settle-submit" disabled=case.shut />
            </div>
        </form>
    }
}
