//! Something was found.

use hawser_casework::{
    Entry, Record, RecordId,
    assessment::Severity,
    record::{Finding, MissionRecord, TITLE_MAX},
};
use hawser_views::{
    Command, Reply,
    mission::{CellPlace, MissionCommand},
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use crate::pages::assessment_words as words;
use crate::{
    agent_link::use_agent,
    components::{
        Checkbox, Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        exhibit_form::attach,
        file_drop::{ChosenFiles, FileDrop, wrong_file},
        happened_field::observed_now,
        use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::checked,
        mission::{texts::use_texts, use_mission},
    },
};

/// Stands in a chooser for the port as a whole.
const PORT_WIDE: &str = "port";

#[component]
pub fn RaiseDialog(
    open: RwSignal<bool>,
    /// What it is about: visit, criterion and place; to be chosen where it is not given.
    #[prop(optional_no_strip)]
    at: Option<(RecordId, CellPlace)>,
) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("finding-raise") wide=true testid="raise-dialog">
            <Body open at=at.clone() />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, at: Option<(RecordId, CellPlace)>) -> impl IntoView {
    let i18n = use_i18n();
    let (agent, mission, texts, toasts) = (use_agent(), use_mission(), use_texts(), use_toasts());
    let form = Form::new();
    let newest = mission
        .view
        .with_untracked(|view| Some(view.ready()?.visits.first()?.visit));
    let visit = at.as_ref().map(|(visit, _)| *visit);
    let chosen = mission.chosen.get_untracked().or(newest);
    let place = at.map(|(_, place)| place);
    let given = |value: Option<String>| RwSignal::new(value.unwrap_or_default());
    let visit = given(visit.or(chosen).map(|visit| visit.to_string()));
    let facility = given(place.as_ref().map(|place| {
        let facility = place.facility.map(|facility| facility.to_string());
        facility.unwrap_or_else(|| PORT_WIDE.to_owned())
    }));
    let criterion = given(place.map(|place| place.criterion));
    let (title, text, severity) = (given(None), given(None), given(None));
    let releasable = RwSignal::new(false);
    let photos = RwSignal::new_local(Vec::<File>::new());
    // Once raised it is not raised again, should attaching fail.
    let raised = RwSignal::new(None::<RecordId>);
    let attaching = RwSignal::new(false);
    let finish = move |record: RecordId| {
        let files = photos.get_untracked();
        attaching.set(true);
        spawn_local(async move {
            let result = if files.is_empty() {
                Ok(())
            } else {
                attach(agent, mission.space, record, files).await
            };
            let _ = attaching.try_set(false);
            match result {
                Ok(()) => {
                    toasts.say(tr!(i18n, "finding-raised"));
                    let _ = open.try_set(false);
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
        if let Some(record) = raised.get_untracked() {
            form.clear();
            finish(record);
            return;
        }
        if !form.require(&[
            ("visit", visit),
            ("facility", facility),
            ("criterion", criterion),
            ("title", title),
            ("text", text),
            ("severity", severity),
        ]) {
            return;
        }
        let code = severity.get_untracked();
        let known = Severity::ALL.into_iter().find(|one| one.code() == code);
        let (Ok(visit), Some(severity)) = (visit.get_untracked().parse::<RecordId>(), known) else {
            return;
        };
        let finding = Finding {
            visit,
            facility: facility.get_untracked().parse::<RecordId>().ok(),
            criterion: criterion.get_untracked(),
            title: title.get_untracked().trim().to_owned(),
            text: text.get_untracked().trim().to_owned(),
            severity,
            releasable: releasable.get_untracked(),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::FindingRaised(finding.clone())),
        };
        let mut wrong = checked::wrong_fields(&entry);
        wrong.extend(photos.with_untracked(|photos| photos.iter().find_map(wrong_file)));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::RaiseFinding {
            space: mission.space,
            finding,
        };
        form.send(Command::Mission(command), move |reply| {
            let record = match reply {
                Reply::Created(record) => record.parse::<RecordId>().ok(),
                _ => None,
            };
            if let Some(record) = record {
                raised.set(Some(record));
                finish(record);
            }
        });
    };
    let visits = Signal::derive(move || {
        mission.view.with(|view| {
            let visits = view
                .ready()
                .map(|view| view.visits.as_slice())
                .unwrap_or_default();
            let named = |kind, starts: &str, ends: &str| words::visit(i18n, kind, starts, ends);
            visits
                .iter()
                .map(|one| {
                    (
                        one.visit.to_string(),
                        named(one.kind, &one.starts, &one.ends),
                    )
                })
                .collect::<Vec<_>>()
        })
    });
    let facilities = Signal::derive(move || {
        mission.view.with(|view| {
            let known = view
                .ready()
                .map(|view| view.facilities.as_slice())
                .unwrap_or_default();
            let whole = (PORT_WIDE.to_owned(), tr!(i18n, "mission-port-wide"));
            let known = known
                .iter()
                .map(|one| (one.facility.to_string(), one.name.clone()));
            std::iter::once(whole).chain(known).collect::<Vec<_>>()
        })
    });
    let criteria = Signal::derive(move || {
        texts
            .domains()
            .into_iter()
            .flat_map(|domain| {
                let title = domain.title;
                let of = move |id: String, text: String| (id, format!("{title} · {text}"));
                domain
                    .criteria
                    .into_iter()
                    .map(move |one| of(one.id, one.title))
            })
            .collect::<Vec<_>>()
    });
    let severities = Signal::derive(move || {
        words::options(i18n, "mission-severity", Severity::ALL.map(Severity::code))
    });
    view! {
        <form class="form" novalidate on:submit=submit data-testid="raise-form">
            <FormFailure form />
            <Show when=move || raised.get().is_some()>
                <p class="warning" role="status" data-testid="raised-files-not">{move_tr!("finding-raised-files-not")}</p>
            </Show>
            <fieldset class="bare" disabled=move || raised.get().is_some()>
                <div class="field-row">
                    <SelectField
                        label=move_tr!("finding-visit") name="visit" value=visit options=visits required=true
                        placeholder=move_tr!("choose") error=form.error("visit")
                    />
                    <SelectField
                        label=move_tr!("finding-place") name="facility" value=facility options=facilities required=true
                        placeholder=move_tr!("choose") error=form.error("facility")
                    />
                </div>
                <SelectField
                    label=move_tr!("team-criterion") name="criterion" value=criterion options=criteria required=true
                    placeholder=move_tr!("choose") error=form.error("criterion")
                />
                <TextField
                    label=move_tr!("finding-title") name="title" value=title required=true max=TITLE_MAX error=form.error("title")
                />
                <TextField
                    label=move_tr!("finding-text") name="text" value=text required=true multiline=true error=form.error("text")
                />
                <SelectField
                    label=move_tr!("finding-severity") name="severity" value=severity options=severities required=true
                    placeholder=move_tr!("choose") help=move_tr!("finding-severity-help") error=form.error("severity")
                />
                <Checkbox
                    label=move_tr!("finding-may-release") name="releasable" value=releasable
                    help=move_tr!("finding-may-release-help")
                />
            </fieldset>
            <div class="field">
                <p class="field-label">{move_tr!("rate-photos")}</p>
                <FileDrop on_files=UnsyncCallback::new(move |more: Vec<File>| photos.update(|all| all.extend(more))) />
                <ChosenFiles files=photos />
            </div>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("finding-raise") testid="raise-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
