//! Sending something for check.

use hawser_casework::{
    Entry, Record, RecordId,
    record::{ExchangeRecord, SUBMISSION_FILES_MAX, TITLE_MAX, spelled},
};
use hawser_views::{
    Command, Reply,
    exchange::{ExchangeCommand, ExchangeView, SubmissionDraft},
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use super::use_case;
use crate::{
    agent_link::use_agent,
    components::{
        Dialog, FieldError, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        exhibit_form::{HandlingFields, HandlingInput, attach},
        file_drop::{FileDrop, wrong_file},
        happened_field::observed_now,
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
};

#[component]
pub fn SubmitDialog(open: RwSignal<bool>, exchange: Signal<ExchangeView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("submit-title") wide=true testid="submit-dialog">
            <Body open exchange />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, exchange: Signal<ExchangeView>) -> impl IntoView {
    let i18n = use_i18n();
    let (agent, case, toasts) = (use_agent(), use_case(), use_toasts());
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (title, note, answers) = (text(), text(), text());
    let handling = HandlingInput::new();
    let files = RwSignal::new_local(Vec::<File>::new());
    let add = UnsyncCallback::new(move |more: Vec<File>| files.update(|files| files.extend(more)));
    let requests = Signal::derive(move || {
        exchange.with(|view| {
            let to_us = view.requests.iter().filter(|request| request.to_us);
            to_us
                .map(|request| (request.record.to_string(), request.subject.clone()))
                .collect::<Vec<_>>()
        })
    });
    // The administrators of the case, and one's own people: nobody else before it is checked.
    let readers = Signal::derive(move || {
        exchange.with(|view| {
            let mut readers: Vec<(String, u32)> = Vec::new();
            let own = view
                .partners
                .iter()
                .flat_map(|own| own.people.iter().map(|one| &one.party));
            for party in view
                .administrators
                .iter()
                .map(|(_, party)| party)
                .chain(own)
            {
                match readers.iter_mut().find(|(name, _)| name == party) {
                    Some((_, people)) => *people += 1,
                    None => readers.push((party.clone(), 1)),
                }
            }
            readers
        })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen = files.get_untracked();
        let submission = SubmissionDraft {
            title: title.with_untracked(|title| title.trim().to_owned()),
            note: note.with_untracked(|note| note.trim().to_owned()),
            files: chosen.len() as u32,
            handling: handling.value(),
            answers: answers.get_untracked().parse::<RecordId>().ok(),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Exchange(ExchangeRecord::SubmissionSent {
                title: submission.title.clone(),
                note: submission.note.clone(),
                files: submission.files,
                handling: submission.handling.clone(),
                answers: submission.answers,
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        for failure in wrong.iter_mut().filter(|failure| failure.field == "files") {
            "too-many".clone_into(&mut failure.code);
        }
        if let Some((file, why)) = chosen
            .iter()
            .find_map(|file| Some((file, wrong_file(file)?)))
        {
            let name = spelled(&file.name());
            wrong.push(checked::field("files", &why.code, name));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = ExchangeCommand::Submit {
            space: case.space,
            submission,
        };
        form.send(Command::Exchange(command), move |reply| {
            let Reply::Created(record) = reply else {
                return;
            };
            let Ok(record) = record.parse::<RecordId>() else {
                return;
            };
            spawn_local(async move {
                if !chosen.is_empty()
                    && let Err(failure) = attach(agent, case.space, record, chosen).await
                {
                    form.fail(failure);
                    return;
                }
                toasts.say(tr!(i18n, "submit-sent"));
                let _ = open.try_set(false);
            });
        });
    };
    let lines = move || {
        files
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, file)| {
                let name = spelled(&file.name());
                let spoken = name.clone();
                view! {
                    <li data-testid="chosen-file">
                        <bdi>{name}</bdi>
                        <button
                            type="button" class="button button-quiet"
                            aria-label=move || tr!(i18n, "submit-leave-out-name", { "name" => spoken.clone() })
                            on:click=move |_| files.update(|files| { files.remove(at); })
                        >
                            {move_tr!("submit-leave-out")}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="submit-form">
            <FormFailure form />
            <p>{move_tr!("submit-text")}</p>
            <TextField
                label=move_tr!("submit-what") name="title" value=title required=true max=TITLE_MAX error=form.error("title")
            />
            <Show when=move || !requests.with(Vec::is_empty)>
                <SelectField
                    label=move_tr!("submit-answers") name="answers" value=answers options=requests
                    placeholder=move_tr!("submit-answers-none")
                />
            </Show>
            <div class="field">
                <p class="field-label">{move_tr!("submit-files")}</p>
                <p class="field-help">{move || tr!(i18n, "submit-files-help", { "max" => SUBMISSION_FILES_MAX })}</p>
                <FileDrop on_files=add />
                <ul class="chosen-files">{lines}</ul>
                <FieldError id="files-error" error=form.error("files") />
            </div>
            <TextField
                label=move_tr!("submit-note") name="note" value=note multiline=true help=move_tr!("submit-note-help")
                error=form.error("note")
            />
            <details class="fold">
                <summary>{move_tr!("submit-handling")}</summary>
                <div class="fold-body"><HandlingFields input=handling form /></div>
            </details>
            <ReadersNote readers />
            <div class="actions">
                <Submit form label=move_tr!("submit-submit") testid="submit-send" disabled=case.shut />
            </div>
        </form>
    }
}
