//! Who does an action: a person of the mission, or an agency by its name.

use hawser_casework::{
    Entry, Record,
    record::{Owner, TITLE_MAX},
};
use hawser_views::{Command, failure::FieldFailure, mission::ActionView};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::owners;
use crate::{
    components::{
        Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by},
        mission::use_mission,
    },
};

/// Stands among the people for an agency.
const AGENCY: &str = "agency";

/// What was chosen.
#[derive(Clone, Copy)]
pub struct OwnerInput {
    person: RwSignal<String>,
    agency: RwSignal<String>,
}

impl OwnerInput {
    /// Nobody yet.
    pub fn new() -> Self {
        Self {
            person: RwSignal::new(String::new()),
            agency: RwSignal::new(String::new()),
        }
    }

    /// Who owns an action now.
    fn of(action: &ActionView) -> Self {
        let (person, agency) = match action.owner_person {
            Some(person) => (person.to_string(), String::new()),
            None => (AGENCY.to_owned(), action.owner.clone()),
        };
        Self {
            person: RwSignal::new(person),
            agency: RwSignal::new(agency),
        }
    }

    /// The owner, or which field lacks what.
    pub fn owner(self) -> Result<Owner, FieldFailure> {
        let chosen = self.person.get_untracked();
        if chosen == AGENCY {
            let name = self.agency.get_untracked().trim().to_owned();
            return Ok(Owner::Agency { name });
        }
        chosen
            .parse()
            .map(|person| Owner::Person { person })
            .map_err(|_| checked::missing("person"))
    }
}

#[component]
pub fn OwnerFields(input: OwnerInput, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let people = Signal::derive(move || {
        let known = mission
            .view
            .with(|view| view.ready().map(owners).unwrap_or_default());
        let agency = (AGENCY.to_owned(), tr!(i18n, "action-owner-agency"));
        known
            .into_iter()
            .map(|(person, name)| (person.to_string(), name))
            .chain([agency])
            .collect::<Vec<_>>()
    });
    view! {
        <SelectField
            label=move_tr!("action-owner") name="person" value=input.person options=people required=true
            placeholder=move_tr!("choose") testid="owner" error=form.error("person")
        />
        <Show when=move || input.person.with(|person| person == AGENCY)>
            <TextField
                label=move_tr!("action-agency") name="owner" value=input.agency required=true max=TITLE_MAX
                help=move_tr!("action-agency-help") testid="agency" error=form.error("owner")
            />
        </Show>
    }
}

/// Puts an action into other hands. Open while `asked` names one.
#[component]
pub fn OwnerDialog(asked: RwSignal<Option<ActionView>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("action-correct-owner") testid="owner-dialog">
            {move || asked.get().map(|action| view! { <Body action open /> })}
        </Dialog>
    }
}

/// As corrections write an owner.
fn written(owner: &Owner) -> String {
    match owner {
        Owner::Person { person } => person.to_string(),
        Owner::Agency { name } => name.clone(),
    }
}

#[component]
fn Body(action: ActionView, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let input = OwnerInput::of(&action);
    let why = RwSignal::new(String::new());
    let target = action.action;
    let old = action
        .owner_person
        .map_or_else(|| action.owner.clone(), |person| person.to_string());
    let now = action.owner;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let owner = match input.owner() {
            Ok(owner) => owner,
            Err(wrong) => {
                form.fail(checked::failure(vec![wrong]));
                return;
            }
        };
        let new = written(&owner);
        let reason = why.get_untracked().trim().to_owned();
        let entry = Entry {
            happened: observed_now(),
            record: Record::Corrected {
                target,
                field: "owner".to_owned(),
                old: old.clone(),
                new: new.clone(),
                why: reason.clone(),
            },
        };
        let mut wrong = checked::wrong_fields(&entry);
        if new == old {
            wrong.push(checked::field("person", "unchanged", ""));
        }
        if new.is_empty() {
            wrong.push(checked::missing("owner"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = Command::Correct {
            space: mission.space,
            target,
            field: "owner".to_owned(),
            old: old.clone(),
            new,
            why: reason,
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "correct-done"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="owner-form">
            <FormFailure form />
            <dl class="pairs">
                <dt>{move_tr!("correct-old")}</dt>
                <dd><bdi>{now}</bdi></dd>
            </dl>
            <OwnerFields input form />
            <TextField
                label=move_tr!("correct-why") name="why" value=why required=true multiline=true
                help=move_tr!("correct-why-help") error=form.error("why")
            />
            <ReadersNote readers=mission.readers />
            <p class="quiet">{move_tr!("correct-undone")}</p>
            <div class="actions">
                <Submit form label=move_tr!("correct-submit") testid="owner-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
