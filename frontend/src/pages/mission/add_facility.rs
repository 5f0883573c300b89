//! A facility of the port.

use hawser_casework::{
    Entry, Record, RecordId,
    record::{MissionRecord, TITLE_MAX},
};
use hawser_views::{Command, mission::MissionCommand};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::use_mission;
use crate::pages::assessment_words as words;
use crate::{
    components::{
        Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
};

#[component]
pub fn AddFacilityDialog(
    open: RwSignal<bool>,
    /// The visit that is offered first to look at it.
    #[prop(optional)]
    visit: Option<RecordId>,
) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("facility-add") testid="add-facility-dialog">
            <Body open visit />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, visit: Option<RecordId>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let visits = Signal::derive(move || {
        mission.view.with(|view| {
            let visits = view.ready().map(|view| view.visits.as_slice());
            let visits = visits.unwrap_or_default().iter();
            visits
                .map(|one| {
                    let text = words::visit(i18n, one.kind, &one.starts, &one.ends);
                    (one.visit.to_string(), text)
                })
                .collect::<Vec<_>>()
        })
    });
    let offered = visit.map(|visit| visit.to_string());
    let newest = || visits.with_untracked(|visits| visits.first().map(|(id, _)| id.clone()));
    let visit = RwSignal::new(offered.or_else(newest).unwrap_or_default());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        let visit = visit.get_untracked().parse::<RecordId>().ok();
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::FacilityAdded {
                visit,
                name: name.clone(),
            }),
        };
        let wrong = checked::wrong_fields(&entry);
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::AddFacility {
            space: mission.space,
            visit,
            name,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "facility-added"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="add-facility-form">
            <FormFailure form />
            <TextField
                label=move_tr!("facility-name") name="name" value=name required=true max=TITLE_MAX focus=true
                help=move_tr!("facility-name-help") testid="facility-name" error=form.error("name")
            />
            <Show when=move || !visits.with(Vec::is_empty)>
                <SelectField
                    label=move_tr!("facility-visit") name="visit" value=visit options=visits
                    placeholder=move_tr!("facility-no-visit") testid="facility-visit"
                />
            </Show>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("facility-add") testid="add-facility-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
