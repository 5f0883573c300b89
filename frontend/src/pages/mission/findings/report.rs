//! How far an action is. Reported done is not verified: another assessor says that.

use hawser_casework::{Entry, Record, assessment::ActionStatus, record::MissionRecord};
use hawser_views::{
    Command,
    mission::{ActionView, MissionCommand},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{
    components::{
        Choice, ChoiceRow, Dialog, Form, FormFailure, ReadersNote, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by, words::capitalised},
        mission::use_mission,
    },
};

#[component]
pub fn ReportDialog(asked: RwSignal<Option<ActionView>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("action-report") testid="report-dialog">
            {move || asked.get().map(|action| view! { <Body action open /> })}
        </Dialog>
    }
}

#[component]
fn Body(action: ActionView, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let record = action.action;
    let verified = action.days.verified.is_some();
    let status = RwSignal::new(action.status.code().to_owned());
    let (reason, proof) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = Memo::new(move |_| {
        status.with(|code| ActionStatus::ALL.into_iter().find(|one| one.code() == code))
    });
    let needs_reason = Memo::new(move |_| verified || chosen.get() == Some(ActionStatus::Blocked));
    let done = Memo::new(move |_| chosen.get() == Some(ActionStatus::Done));
    // What is verified is done; it can only be taken up again.
    let options = Signal::derive(move || {
        ActionStatus::ALL
            .into_iter()
            .filter(|one| !verified || *one != ActionStatus::Done)
            .map(|one| Choice::new(one.code(), "", capitalised(&words::status(i18n, one))))
            .collect::<Vec<_>>()
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(status) = chosen
            .get_untracked()
            .filter(|one| !verified || *one != ActionStatus::Done)
        else {
            form.fail(checked::failure(vec![checked::missing("status")]));
            return;
        };
        let reason = reason.get_untracked().trim().to_owned();
        let proof = if status == ActionStatus::Done {
            proof.get_untracked().trim().to_owned()
        } else {
            String::new()
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::ActionStatus {
                action: record,
                status,
                reason: reason.clone(),
                proof: proof.clone(),
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if verified && reason.is_empty() && status != ActionStatus::Blocked {
            wrong.push(checked::missing("reason"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::ReportAction {
            space: mission.space,
            action: record,
            status,
            reason,
            proof,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="report-form">
            <FormFailure form />
            <p class="prose"><bdi>{action.text}</bdi></p>
            {verified.then(|| view! { <p class="warning">{move_tr!("action-take-up-again")}</p> })}
            <ChoiceRow
                label=move_tr!("action-status") name="status" value=status options required=true error=form.error("status")
            />
            {move || {
                let required = needs_reason.get();
                view! {
                    <TextField
                        label=move_tr!("reason") name="reason" value=reason required multiline=true
                        help=move_tr!("action-reason-help") error=form.error("reason")
                    />
                }
            }}
            <Show when=move || done.get()>
                <TextField
                    label=move_tr!("action-proof") name="proof" value=proof required=true multiline=true
                    help=move_tr!("action-proof-help") error=form.error("proof")
                />
            </Show>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("action-report") testid="report-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
