//! A visit is planned or begun.

use std::collections::BTreeSet;

use hawser_casework::{
    Entry, Record, RecordId,
    assessment::VisitKind,
    record::{MissionRecord, TITLE_MAX, VisitTerms},
};
use hawser_views::{
    Command, Reply,
    mission::{MissionCommand, VisitDraft},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::use_mission;
use crate::pages::assessment_words as words;
use crate::{
    components::{
        DayField, Dialog, FieldError, Form, FormFailure, Icon, ReadersNote, SelectField, Submit,
        TextField, form_id, happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
};

#[component]
pub fn OpenVisitDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("visit-open") testid="open-visit-dialog">
            <Body open />
        </Dialog>
    }
}

/// What is wrong with the name of a facility, at its own field.
fn wrong_name(name: &str) -> bool {
    let entry = Entry {
        happened: observed_now(),
        record: Record::Mission(MissionRecord::FacilityAdded {
            visit: None,
            name: name.to_owned(),
        }),
    };
    !checked::wrong_fields(&entry).is_empty()
}

#[component]
fn Body(open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let navigate = use_navigate();
    let form = Form::new();
    let known = mission
        .view
        .with_untracked(|view| view.ready().map(|view| view.facilities.clone()));
    let known = known.unwrap_or_default();
    let first = mission
        .view
        .with_untracked(|view| view.ready().is_some_and(|view| view.visits.is_empty()));
    let usual = if first {
        VisitKind::Baseline
    } else {
        VisitKind::FollowUp
    };
    let kind = RwSignal::new(usual.code().to_owned());
    let text = || RwSignal::new(String::new());
    let (starts, ends) = (text(), text());
    // A follow-up looks at what it names; whoever opens it takes out what stays as it was.
    let facilities = RwSignal::new(
        known
            .iter()
            .map(|one| one.facility)
            .collect::<BTreeSet<_>>(),
    );
    let added = RwSignal::new(Vec::<String>::new());
    let name = text();
    let kinds = Signal::derive(move || {
        words::options(i18n, "mission-visit", VisitKind::ALL.map(VisitKind::code))
    });
    let add = move || {
        let given = name.get_untracked().trim().to_owned();
        if given.is_empty() {
            return true;
        }
        if wrong_name(&given) {
            form.fail(checked::failure(vec![checked::field(
                "name", "invalid", &given,
            )]));
            return false;
        }
        added.update(|added| {
            if !added.contains(&given) {
                added.push(given);
            }
        });
        name.set(String::new());
        true
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        // A name that was typed and not added is meant.
        if !add() {
            return;
        }
        let chosen = kind.get_untracked();
        let Some(kind) = VisitKind::ALL
            .into_iter()
            .find(|kind| kind.code() == chosen)
        else {
            return;
        };
        let visit = VisitDraft {
            kind,
            starts: starts.get_untracked().trim().to_owned(),
            ends: ends.get_untracked().trim().to_owned(),
            facilities: facilities
                .get_untracked()
                .into_iter()
                .collect::<Vec<RecordId>>(),
            new_facilities: added.get_untracked(),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::VisitOpened(VisitTerms {
                kind,
                starts: visit.starts.clone(),
                ends: visit.ends.clone(),
                facilities: visit.facilities.clone(),
            })),
        };
        let wrong = checked::wrong_fields(&entry);
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::OpenVisit {
            space: mission.space,
            visit,
        };
        let navigate = navigate.clone();
        form.send(Command::Mission(command), move |reply| {
            toasts.say(tr!(i18n, "visit-opened"));
            let _ = open.try_set(false);
            if let Reply::Created(visit) = reply {
                navigate(
                    &mission.path(&format!("visits/{visit}")),
                    NavigateOptions::default(),
                );
            }
        });
    };
    let boxes = known
        .into_iter()
        .map(|one| {
            let id = one.facility;
            view! {
                <label class="check">
                    <input
                        type="checkbox" data-testid="visit-facility"
                        prop:checked=move || facilities.with(|chosen| chosen.contains(&id))
                        on:change:target=move |event| facilities.update(|chosen| {
                            if event.target().checked() { chosen.insert(id); } else { chosen.remove(&id); }
                        })
                    />
                    <bdi>{one.name}</bdi>
                </label>
            }
        })
        .collect_view();
    let new = move || {
        added
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, name)| {
                let spoken = name.clone();
                view! {
                    <li data-testid="visit-new-facility">
                        <bdi>{name}</bdi>
                        <button
                            type="button" class="button button-quiet"
                            aria-label=move || tr!(i18n, "files-remove", { "name" => spoken.clone() })
                            on:click=move |_| added.update(|added| { added.remove(at); })
                        >
                            {move_tr!("remove")}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let group = form_id("visit-facilities");
    let described_by = group.clone();
    view! {
        <form class="form" novalidate on:submit=submit data-testid="open-visit-form">
            <FormFailure form />
            <SelectField
                label=move_tr!("visit-kind") name="kind" value=kind options=kinds required=true help=move_tr!("visit-kind-help")
            />
            <div class="field-row">
                <DayField
                    label=move_tr!("visit-starts") name="starts" value=starts required=true error=form.error("starts")
                />
                <DayField label=move_tr!("visit-ends") name="ends" value=ends required=true error=form.error("ends") />
            </div>
            <fieldset class="field" aria-describedby=described_by>
                <legend>{move_tr!("visit-facilities")}</legend>
                <p class="field-help">{move_tr!("visit-facilities-help")}</p>
                {boxes}
                <ul class="chosen-files">{new}</ul>
                <TextField
                    label=move_tr!("facility-new") name="name" value=name max=TITLE_MAX testid="visit-facility-name"
                    error=form.error("name")
                />
                <button
                    type="button" class="button" data-testid="visit-add-facility"
                    on:click=move |_| { form.clear(); add(); }
                >
                    <Icon name="add" />
                    {move_tr!("facility-add")}
                </button>
                <FieldError id=group error=form.error("facilities") />
            </fieldset>
            <ReadersNote readers=mission.readers />
            <p class="quiet">{move_tr!("visit-host-learns")}</p>
            <div class="actions">
                <Submit form label=move_tr!("visit-open") testid="open-visit-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
