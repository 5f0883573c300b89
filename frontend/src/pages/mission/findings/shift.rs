//! Another due day. The first stays: being on time counts against it.

use hawser_casework::{Entry, Record, record::MissionRecord};
use hawser_views::{
    Command,
    mission::{ActionView, MissionCommand},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{
        DayField, Dialog, Form, FormFailure, ReadersNote, Submit, TextField, date_text,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by},
        mission::use_mission,
    },
};

#[component]
pub fn ShiftDialog(asked: RwSignal<Option<ActionView>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("action-move") testid="move-dialog">
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
    let (due, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (now, first) = (action.days.due, action.days.original_due);
    let stands = now.clone();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let due = due.get_untracked().trim().to_owned();
        let reason = reason.get_untracked().trim().to_owned();
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::ActionMoved {
                action: record,
                due: due.clone(),
                reason: reason.clone(),
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if due == stands {
            wrong.push(checked::field("due", "unchanged", ""));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::MoveAction {
            space: mission.space,
            action: record,
            due,
            reason,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="move-form">
            <FormFailure form />
            <p class="prose"><bdi>{action.text}</bdi></p>
            <dl class="pairs">
                <dt>{move_tr!("action-due")}</dt>
                <dd>{move || date_text(i18n, &now)}</dd>
                <dt>{move_tr!("action-original-due")}</dt>
                <dd>{move || date_text(i18n, &first)}</dd>
            </dl>
            <DayField label=move_tr!("action-new-due") name="due" value=due required=true error=form.error("due") />
            <TextField
                label=move_tr!("reason") name="reason" value=reason required=true multiline=true error=form.error("reason")
            />
            <p class="quiet">{move_tr!("action-move-text")}</p>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("action-move") testid="move-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
