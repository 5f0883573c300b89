//! A case is made from its agreement.

use hawser_casework::{CaseTerms, Entry, Record, record::TITLE_MAX};
use hawser_views::{Command, Reply};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    components::{
        DayField, Form, FormFailure, PageHead, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now,
    },
    i18n::use_i18n,
    pages::{
        case::checked,
        space::{
            founding::{founder, statuses},
            keepers::{KeepersInput, KeepersPart},
        },
    },
};

#[component]
pub fn NewCase() -> impl IntoView {
    let i18n = use_i18n();
    let navigate = use_navigate();
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (title, reference, purpose, starts, ends, controller, status) =
        (text(), text(), text(), text(), text(), text(), text());
    let (statuses, readers) = (statuses(), founder());
    let keepers = KeepersInput::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let trimmed =
            |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
        let terms = CaseTerms {
            title: trimmed(title),
            reference: trimmed(reference),
            purpose: trimmed(purpose),
            starts: trimmed(starts),
            ends: trimmed(ends),
            controller: trimmed(controller),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::CaseOpened(terms.clone()),
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
        form.send(
            Command::CreateCase {
                terms,
                status: trimmed(status),
                keepers,
            },
            move |reply| {
                if let Reply::Created(space) = reply {
                    navigate(&format!("/cases/{space}"), NavigateOptions::default());
                }
            },
        );
    };
    view! {
        <div class="page" data-testid="new-case-page">
        <PageHead title=move_tr!("new-case-title") lead=move_tr!("new-case-lead") />
        <form class="form form-page" novalidate on:submit=submit data-testid="new-case-form">
            <FormFailure form />
            <TextField
                label=move_tr!("case-title") name="title" value=title required=true max=TITLE_MAX error=form.error("title")
            />
            <TextField
                label=move_tr!("case-reference") name="reference" value=reference
                help=move_tr!("case-reference-help") error=form.error("reference")
            />
            <TextField
                label=move_tr!("case-purpose") name="purpose" value=purpose multiline=true error=form.error("purpose")
            />
            <div class="field-row">
                <DayField
                    label=move_tr!("case-starts") name="starts" value=starts required=true error=form.error("starts")
                />
                <DayField label=move_tr!("case-ends") name="ends" value=ends required=true error=form.error("ends") />
            </div>
            <TextField
                label=move_tr!("case-controller") name="controller" value=controller
                help=move_tr!("case-controller-help") error=form.error("controller")
            />
            <SelectField
                label=move_tr!("case-own-status") name="status" value=status options=statuses required=true
                placeholder=move_tr!("choose") help=move_tr!("case-own-status-help") error=form.error("status")
            />
            <KeepersPart input=keepers form />
            <ReadersNote readers />
            <p class="quiet">{move || tr!(i18n, "new-case-readers-later")}</p>
            <div class="actions">
                <Submit form label=move_tr!("new-case-submit") testid="create-case" />
            </div>
        </form>
        </div>
    }
}
