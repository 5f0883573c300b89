//! The host authority signs exactly the report that is shown.

use hawser_views::{
    Command,
    failure::Failure,
    mission::{MissionCommand, ReportView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{
    components::{Dialog, FailurePanel, Form, FormFailure, Submit, use_toasts},
    i18n::use_i18n,
    pages::{case::opened_by, mission::use_mission},
};

#[component]
pub fn SignDialog(asked: RwSignal<Option<ReportView>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("host-sign-title") testid="sign-dialog">
            {move || asked.get().map(|report| view! { <Body report open /> })}
        </Dialog>
    }
}

#[component]
fn Body(report: ReportView, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    // Of what is on the page, not of what is said of it.
    let sha256 = report.report.sha256();
    let Some(record) = report.record.filter(|_| sha256 == report.sha256) else {
        return view! { <FailurePanel failure=Failure::new("report-hash-mismatch") /> }.into_any();
    };
    let visit = report.report.visit;
    let named = sha256.clone();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let command = MissionCommand::SignOff {
            space: mission.space,
            report: record,
            sha256: sha256.clone(),
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "host-signed"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="sign-form">
            <FormFailure form />
            <p>
                <strong>{move || words::visit(i18n, visit.kind, &visit.starts, &visit.ends)}</strong>
            </p>
            <p>{move_tr!("host-sign-text")}</p>
            <p>{move_tr!("host-sign-undone")}</p>
            <details class="technical">
                <summary>"SHA-256"</summary>
                <code class="hash">{named}</code>
            </details>
            <div class="actions">
                <Submit form label=move_tr!("host-sign") testid="sign-submit" disabled=mission.shut />
                <button type="button" class="button" data-testid="cancel" on:click=move |_| open.set(false)>
                    {move_tr!("cancel")}
                </button>
            </div>
        </form>
    }
    .into_any()
}
