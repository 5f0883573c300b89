//! One signed answer for each exhibit: accepted, accepted with a reservation, refused.

use gloo_timers::future::TimeoutFuture;
use hawser_casework::{
    RecordId, SpaceId,
    record::{Answer, AnswerBody},
};
use hawser_views::{
    Command, Reply,
    failure::{Failure, FieldFailure},
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use crate::{
    agent_link::{AgentLink, use_agent},
    components::{
        Dialog, Form, FormFailure, ReadersNote, Submit, TextField,
        exhibit_form::attach,
        file_drop::FileDrop,
        happened_field::{HappenedField, HappenedInput},
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::{checked, opened_by, use_case},
};

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    pub offer: RecordId,
    pub exhibit: RecordId,
    /// Number and description.
    pub subject: String,
    /// The seal it left with.
    pub seal_out: String,
}

const ANSWERS: [Answer; 3] = [
    Answer::Accepted,
    Answer::AcceptedWithReservation,
    Answer::Refused,
];

#[component]
pub fn AnswerDialog(answering: RwSignal<Option<Answering>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(answering);
    let title = Signal::derive(move || {
        let subject = answering.with(|answering| {
            answering
                .as_ref()
                .map(|one| one.subject.clone())
                .unwrap_or_default()
        });
        tr!(i18n, "handover-answer-title", { "exhibit" => subject })
    });
    view! {
        <Dialog open title wide=true testid="answer-dialog">
            {move || answering.get().map(|answering| view! { <Body answering open /> })}
        </Dialog>
    }
}

/// Files of the exhibit, as the agent knows them now.
async fn files_of(
    agent: AgentLink,
    space: SpaceId,
    exhibit: RecordId,
) -> Result<Vec<RecordId>, Failure> {
    match agent.ask(Command::Exhibit { space, exhibit }).await? {
        Reply::Exhibit(view) => Ok(view.files.iter().map(|file| file.file).collect()),
        _ => Err(Failure::new("unknown")),
    }
}

/// Attaches the photo and waits until it is in the case record.
async fn photo_record(
    agent: AgentLink,
    space: SpaceId,
    exhibit: RecordId,
    photo: File,
) -> Result<RecordId, Failure> {
    const PAUSE_MS: u32 = 600;
    let before = files_of(agent, space, exhibit).await?;
    let name = photo.name();
    let earlier = agent.transfers().with_untracked(|transfers| {
        transfers
            .iter()
            .map(|transfer| transfer.id.clone())
            .collect::<Vec<_>>()
    });
    attach(agent, space, exhibit, vec![photo]).await?;
    loop {
        TimeoutFuture::new(PAUSE_MS).await;
        let now = files_of(agent, space, exhibit).await?;
        if let Some(new) = now.into_iter().find(|file| !before.contains(file)) {
            return Ok(new);
        }
        let stopped = agent.transfers().with_untracked(|transfers| {
            transfers
                .iter()
                .filter(|transfer| {
                    transfer.to == exhibit
                        && transfer.name == name
                        && !earlier.contains(&transfer.id)
                })
                .find(|transfer| {
                    matches!(
                        transfer.state.as_str(),
                        "failed" | "cancelled" | "needs-file"
                    )
                })
                .map(|transfer| match transfer.failure.as_str() {
                    "" => "offline".to_owned(),
                    code => code.to_owned(),
                })
        });
        if let Some(code) = stopped {
            return Err(Failure::new(code));
        }
    }
}

#[component]
fn Body(answering: Answering, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let agent = use_agent();
    let toasts = use_toasts();
    let form = Form::new();
    let Answering {
        offer,
        exhibit,
        seal_out,
        ..
    } = answering;
    let answer = RwSignal::new(None::<Answer>);
    let reason = RwSignal::new(String::new());
    let seal_in = RwSignal::new(String::new());
    let happened = HappenedInput::now();
    let photo = RwSignal::new_local(None::<File>);
    // Attached before; not attached again when the answer itself failed.
    let attached = RwSignal::new(None::<RecordId>);
    let attaching = RwSignal::new(false);
    let reserved = move || answer.get() == Some(Answer::AcceptedWithReservation);
    let send = move |answer: Answer, happened, photo: Option<RecordId>| {
        let command = Command::AnswerOffer {
            space: case.space,
            offer,
            exhibit,
            answer,
            reason: reason.get_untracked().trim().to_owned(),
            seal_in: seal_in.get_untracked().trim().to_owned(),
            happened,
            photo,
        };
        form.send(command, move |_| {
            toasts.say(match answer {
                Answer::Refused => tr!(i18n, "handover-refused"),
                Answer::Accepted | Answer::AcceptedWithReservation => {
                    tr!(i18n, "handover-accepted")
                }
            });
            let _ = open.try_set(false);
        });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if attaching.get_untracked() {
            return;
        }
        let mut wrong = Vec::<FieldFailure>::new();
        let Some(given) = answer.get_untracked() else {
            wrong.push(checked::missing("answer"));
            form.fail(checked::failure(wrong));
            return;
        };
        let when = match happened.value() {
            Ok(when) => when,
            Err(failure) => {
                form.fail(checked::failure(vec![failure]));
                return;
            }
        };
        let body = AnswerBody {
            offer,
            // Only its shape counts here; the agent writes the real one.
            offer_hash: "0".repeat(64),
            exhibit,
            answer: given,
            reason: reason.get_untracked().trim().to_owned(),
            seal_in: seal_in.get_untracked().trim().to_owned(),
            happened: when.clone(),
        };
        wrong.extend(checked::named(body.validate()));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let new_photo = photo
            .get_untracked()
            .filter(|_| attached.get_untracked().is_none() && untrack(reserved));
        let Some(new_photo) = new_photo else {
            send(
                given,
                when,
                attached.get_untracked().filter(|_| untrack(reserved)),
            );
            return;
        };
        attaching.set(true);
        form.clear();
        spawn_local(async move {
            let result = photo_record(agent, case.space, exhibit, new_photo).await;
            let _ = attaching.try_set(false);
            match result {
                Ok(record) => {
                    let _ = attached.try_set(Some(record));
                    send(given, when, Some(record));
                }
                Err(failure) => form.fail(failure),
            }
        });
    };
    let choices = ANSWERS
        .into_iter()
        .map(|choice| {
            let label = match choice {
                Answer::Accepted => move_tr!("handover-accept"),
                Answer::AcceptedWithReservation => move_tr!("handover-accept-reservation"),
                Answer::Refused => move_tr!("handover-refuse"),
            };
            view! {
                <label class="check">
                    <input
                        type="radio" name="answer" data-testid=format!("answer-{}", choice.code())
                        prop:checked=move || answer.get() == Some(choice)
                        on:change=move |_| answer.set(Some(choice))
                    />
                    {label}
                </label>
            }
        })
        .collect_view();
    let reason_label = Signal::derive(move || match answer.get() {
        Some(Answer::AcceptedWithReservation) => tr!(i18n, "handover-reservation"),
        _ => tr!(i18n, "handover-refusal-reason"),
    });
    let take_photo = UnsyncCallback::new(move |files: Vec<File>| {
        attached.set(None);
        photo.set(files.into_iter().next());
    });
    view! {
        <form class="form" novalidate on:submit=submit data-testid="answer-form">
            <FormFailure form />
            <fieldset class="field" role="radiogroup">
                <legend>{move_tr!("handover-your-answer")}</legend>
                {choices}
                <crate::components::FieldError id="answer-error" error=form.error("answer") />
            </fieldset>
            <Show when=move || matches!(answer.get(), Some(Answer::AcceptedWithReservation | Answer::Refused))>
                <TextField
                    label=reason_label name="reason" value=reason required=true multiline=true error=form.error("reason")
                />
            </Show>
            <Show when=reserved>
                <div class="field">
                    <p class="field-label">
                        {move_tr!("handover-photo")}" "<span class="optional">{move_tr!("optional")}</span>
                    </p>
                    <FileDrop on_files=take_photo />
                    <p class="field-echo"><bdi>{move || photo.with(|photo| photo.as_ref().map(File::name))}</bdi></p>
                </div>
            </Show>
            <HappenedField label=move_tr!("handover-received-at") input=happened form />
            <TextField
                label=move_tr!("handover-seal-in") name="seal_in" value=seal_in mono=true error=form.error("seal_in")
                help=Signal::derive(move || if seal_out.is_empty() {
                    tr!(i18n, "handover-seal-out-none")
                } else {
                    tr!(i18n, "handover-seal-out-was", { "seal" => seal_out.clone() })
                })
            />
            <ReadersNote readers=case.readers />
            <p>
                {move || answer.get().map(|answer| match answer {
                    Answer::Refused => tr!(i18n, "handover-refuse-means"),
                    Answer::Accepted | Answer::AcceptedWithReservation => tr!(i18n, "handover-accept-means"),
                })}
            </p>
            <p role="status">{move || attaching.get().then(|| tr!(i18n, "handover-photo-sending"))}</p>
            <div class="actions">
                <Submit
                    form label=move_tr!("handover-answer-submit") testid="answer-submit"
                    disabled=Signal::derive(move || attaching.get() || case.shut.get())
                />
            </div>
        </form>
    }
}
