//! What will be done about a finding, by whom, until when.

use hawser_casework::{
    Entry, Record, RecordId,
    record::{AgreedAction, MissionRecord},
};
use hawser_views::{
    Command,
    mission::{MissionCommand, RecommendationView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::owner::{OwnerFields, OwnerInput};
use crate::{
    components::{
        DayField, Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by},
        mission::use_mission,
    },
};

/// Open while `asked` names a finding, with what is recommended on it.
#[component]
pub fn AgreeDialog(asked: RwSignal<Option<(RecordId, Vec<RecommendationView>)>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("finding-agree") testid="agree-dialog">
            {move || asked.get().map(|(finding, recommendations)| view! {
                <Body finding recommendations open />
            })}
        </Dialog>
    }
}

#[component]
fn Body(
    finding: RecordId,
    recommendations: Vec<RecommendationView>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let (text, due) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let owner = OwnerInput::new();
    // The first that nobody has taken up is what is usually meant.
    let open_one = recommendations.iter().find(|one| !one.taken_up);
    let first = open_one.map(|one| one.recommendation.to_string());
    let recommendation = RwSignal::new(first.unwrap_or_default());
    let any = !recommendations.is_empty();
    let options = recommendations
        .into_iter()
        .map(|one| (one.recommendation.to_string(), one.text))
        .collect::<Vec<_>>();
    let options = Signal::derive(move || options.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let owner = match owner.owner() {
            Ok(owner) => owner,
            Err(wrong) => {
                let mut all = vec![wrong];
                let fields = [("text", text), ("due", due)];
                let empty = fields
                    .iter()
                    .filter(|(_, value)| value.with_untracked(String::is_empty));
                all.extend(empty.map(|(field, _)| checked::missing(field)));
                form.fail(checked::failure(all));
                return;
            }
        };
        let action = AgreedAction {
            finding,
            recommendation: recommendation.get_untracked().parse::<RecordId>().ok(),
            text: text.get_untracked().trim().to_owned(),
            owner,
            due: due.get_untracked().trim().to_owned(),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::ActionAgreed(action.clone())),
        };
        let wrong = checked::wrong_fields(&entry);
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::Agree {
            space: mission.space,
            action,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="agree-form">
            <FormFailure form />
            {any.then(|| view! {
                <SelectField
                    label=move_tr!("action-recommendation") name="recommendation" value=recommendation options
                    placeholder=move_tr!("action-no-recommendation")
                />
            })}
            <TextField
                label=move_tr!("action-text") name="text" value=text required=true multiline=true error=form.error("text")
            />
            <OwnerFields input=owner form />
            <DayField label=move_tr!("action-due") name="due" value=due required=true error=form.error("due") />
            <ReadersNote readers=mission.readers />
            <p class="quiet">{move_tr!("finding-released-with")}</p>
            <div class="actions">
                <Submit form label=move_tr!("finding-agree") testid="agree-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
