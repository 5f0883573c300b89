//! Logging an exhibit: camera first, four answers, the rest folds out.

mod details;
mod handling;
mod input;
mod quantity;

pub use handling::{HandlingFields, HandlingInput};
pub use input::ExhibitInput;

use hawser_casework::{ExhibitKind, RecordId};
use hawser_views::{Command, Reply, failure::Failure};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use web_sys::File;

use crate::{
    agent_link::{Loading, use_agent, view},
    components::{
        FieldError, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        file_drop::{ChosenFiles, FileDrop, drop_anywhere, picked},
        use_toasts,
    },
    i18n::{found_by_code, use_i18n},
    pages::case::{checked, use_case, words},
};
use details::Details;

/// Hands files to the agent, which encrypts and sends them.
pub async fn attach(
    agent: crate::agent_link::AgentLink,
    space: hawser_casework::SpaceId,
    exhibit: RecordId,
    files: Vec<File>,
) -> Result<(), Failure> {
    let described = files.iter().map(picked).collect();
    let beside = files.into_iter().map(Into::into).collect();
    agent
        .ask_with(
            Command::AttachFiles {
                space,
                to: exhibit,
                files: described,
            },
            beside,
        )
        .await
        .map(|_| ())
}

#[component]
pub fn ExhibitForm() -> impl IntoView {
    let i18n = use_i18n();
    let agent = use_agent();
    let case = use_case();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let form = Form::new();
    let input = ExhibitInput::new();
    // Once logged it is not logged again, should attaching fail.
    let logged = RwSignal::new(None::<RecordId>);
    let attaching = RwSignal::new(false);
    let exhibits = view(
        move || Command::Exhibits { space: case.space },
        case.changes,
        |reply| match reply {
            Reply::Exhibits(exhibits) => Some(exhibits),
            _ => None,
        },
    );
    let parents = Signal::derive(move || {
        exhibits.with(|exhibits| match exhibits {
            Loading::Ready(lines) => lines
                .iter()
                .map(|line| {
                    (
                        line.exhibit.to_string(),
                        format!("{} · {}", line.number, line.description),
                    )
                })
                .collect::<Vec<_>>(),
            Loading::Wait | Loading::Failed(_) => Vec::new(),
        })
    });
    let kinds = Signal::derive(move || {
        ExhibitKind::ALL
            .into_iter()
            .map(|kind| {
                (
                    kind.code().to_owned(),
                    words::exhibit_kind(i18n, kind.code()),
                )
            })
            .collect::<Vec<_>>()
    });
    let finish = move |exhibit: RecordId| {
        let files = input.files.get_untracked();
        let target = case.path(&format!("evidence/{exhibit}"));
        let navigate = navigate.clone();
        attaching.set(true);
        spawn_local(async move {
            let result = if files.is_empty() {
                Ok(())
            } else {
                attach(agent, case.space, exhibit, files).await
            };
            let _ = attaching.try_set(false);
            match result {
                Ok(()) => {
                    toasts.say(tr!(i18n, "exhibit-logged"));
                    navigate(&target, NavigateOptions::default());
                }
                Err(failure) => form.fail(failure),
            }
        });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if attaching.get_untracked() {
            return;
        }
        if let Some(exhibit) = logged.get_untracked() {
            form.clear();
            finish(exhibit);
            return;
        }
        match input.exhibit(i18n) {
            Err(wrong) => form.fail(checked::failure(wrong)),
            Ok((exhibit, happened)) => {
                let finish = finish.clone();
                form.send(
                    Command::LogExhibit {
                        space: case.space,
                        exhibit,
                        happened,
                    },
                    move |reply| {
                        let exhibit = match reply {
                            Reply::Created(id) => id.parse::<RecordId>().ok(),
                            _ => None,
                        };
                        match exhibit {
                            Some(exhibit) => {
                                logged.set(Some(exhibit));
                                finish(exhibit);
                            }
                            None => form.fail(Failure::new("unknown")),
                        }
                    },
                );
            }
        }
    };
    let label = Signal::derive(move || match logged.get() {
        Some(_) => tr!(i18n, "exhibit-attach-again"),
        None => tr!(i18n, "exhibit-log"),
    });
    view! {
        <form class="form form-page" novalidate on:submit=submit data-testid="exhibit-form">
            <FormFailure form />
            {move || logged.get().map(|exhibit| view! {
                <div class="panel" role="status" data-testid="exhibit-logged-files-not">
                    <p>
                        {move_tr!("exhibit-logged-files-not")}" "
                        <a href=case.path(&format!("evidence/{exhibit}"))>{move_tr!("timeline-open-exhibit")}</a>
                    </p>
                </div>
            })}
            <Photos input form />
            <fieldset class="bare" disabled=move || logged.get().is_some()>
                <SelectField
                    label=move_tr!("exhibit-kind") name="kind" value=input.kind options=kinds required=true
                    placeholder=move_tr!("choose") error=form.error("kind")
                />
                <TextField
                    label=move_tr!("exhibit-description") name="description" value=input.description required=true
                    multiline=true help=move_tr!("exhibit-description-help") error=form.error("description")
                />
                <TextField
                    label=move_tr!("exhibit-place") name="found.text" value=input.place required=true
                    help=move_tr!("exhibit-place-help") error=form.error("found.text")
                />
                <Details input form parents />
            </fieldset>
            <ReadersNote readers=case.readers />
            <p class="quiet">{move_tr!("exhibit-first-holder")}</p>
            <div class="actions">
                <Submit form label testid="log-exhibit" disabled=Signal::derive(move || attaching.get() || case.shut.get()) />
            </div>
        </form>
    }
}

/// Photos and other files, or why there is no photo.
#[component]
fn Photos(input: ExhibitInput, form: Form) -> impl IntoView {
    let add = UnsyncCallback::new(move |files: Vec<File>| {
        input.files.update(|chosen| chosen.extend(files));
    });
    drop_anywhere(add, Signal::derive(|| false));
    view! {
        <section class="photos" aria-labelledby="photos-title">
            <h2 id="photos-title" class="photos-title">{move_tr!("exhibit-photos")}</h2>
            <FileDrop on_files=add />
            <ChosenFiles files=input.files />
            <Show
                when=move || !input.has_photo()
                fallback=move || view! { <FieldError id="photo-error" error=form.error("photo") /> }
            >
                <TextField
                    label=move_tr!("exhibit-no-photo") name="photo.reason" value=input.without_photo required=true
                    help=move_tr!("exhibit-no-photo-help") error=form.error("photo.reason")
                />
            </Show>
        </section>
    }
}

found_by_code! {
    // by code: field-coordinates, field-bytes
    tr!("field-bytes");
    tr!("field-coordinates");
}
