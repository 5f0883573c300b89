//! A programme is made from its purpose; its ports come one by one.

use hawser_casework::{
    Entry, Record,
    record::{ProgrammeRecord, ProgrammeTerms, TITLE_MAX},
};
use hawser_views::{Command, Reply, programme::ProgrammeCommand};
use leptos::{ev, prelude::*};
use leptos_fluent::move_tr;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    components::{
        Form, FormFailure, PageHead, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now,
    },
    pages::{
        case::checked,
        space::{
            founding::{founder, statuses},
            keepers::{KeepersInput, KeepersPart},
        },
    },
};

#[component]
pub fn NewProgramme() -> impl IntoView {
    let navigate = use_navigate();
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (title, purpose, status) = (text(), text(), text());
    let (statuses, readers) = (statuses(), founder());
    let keepers = KeepersInput::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let trimmed =
            |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
        let terms = ProgrammeTerms {
            title: trimmed(title),
            purpose: trimmed(purpose),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Programme(ProgrammeRecord::ProgrammeOpened(terms.clone())),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if trimmed(status).is_empty() {
            wrong.push(checked::missing("status"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let keepers = match keepers.wish() {
            Ok(keepers) => keepers,
            Err(failure) => return form.fail(failure),
        };
        let navigate = navigate.clone();
        let command = ProgrammeCommand::Open {
            terms,
            status: trimmed(status),
            keepers,
        };
        form.send(Command::Programme(command), move |reply| {
            if let Reply::Created(space) = reply {
                navigate(&format!("/programmes/{space}"), NavigateOptions::default());
            }
        });
    };
    view! {
        <div class="page" data-testid="new-programme-page">
        <PageHead title=move_tr!("new-programme-title") lead=move_tr!("new-programme-lead") />
        <form class="form form-page" novalidate on:submit=submit data-testid="new-programme-form">
            <FormFailure form />
            <TextField
                label=move_tr!("programme-name") name="title" value=title required=true max=TITLE_MAX
                error=form.error("title")
            />
            <TextField
                label=move_tr!("programme-purpose") name="purpose" value=purpose multiline=true
                help=move_tr!("programme-purpose-help") error=form.error("purpose")
            />
            <SelectField
                label=move_tr!("case-own-status") name="status" value=status options=statuses required=true
                placeholder=move_tr!("choose") help=move_tr!("case-own-status-help") error=form.error("status")
            />
            <KeepersPart input=keepers form />
            <ReadersNote readers />
            <p class="quiet">{move_tr!("new-programme-readers-later")}</p>
            <div class="actions">
                <Submit form label=move_tr!("new-programme-submit") testid="create-programme" />
            </div>
        </form>
        </div>
    }
}
