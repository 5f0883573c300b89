//! What should be done about a finding.

use hawser_casework::{
    Entry, Record, RecordId,
    assessment::Priority,
    record::{MissionRecord, Recommendation, SHORT_TEXT_MAX},
};
use hawser_views::{Command, mission::MissionCommand};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::pages::assessment_words as words;
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

#[component]
pub fn RecommendDialog(asked: RwSignal<Option<RecordId>>) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("finding-recommend") testid="recommend-dialog">
            {move || asked.get().map(|finding| view! { <Body finding open /> })}
        </Dialog>
    }
}

#[component]
fn Body(finding: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let value = || RwSignal::new(String::new());
    let (text, priority, cost, donor) = (value(), value(), value(), value());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let code = priority.get_untracked();
        let known = Priority::ALL.into_iter().find(|one| one.code() == code);
        let trimmed = |value: RwSignal<String>| value.get_untracked().trim().to_owned();
        let recommendation = Recommendation {
            finding,
            text: trimmed(text),
            priority: known.unwrap_or(Priority::Low),
            cost: trimmed(cost),
            donor: trimmed(donor),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::RecommendationMade(recommendation.clone())),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if known.is_none() {
            wrong.push(checked::missing("priority"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::Recommend {
            space: mission.space,
            recommendation,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    let priorities = Signal::derive(move || {
        words::options(i18n, "mission-priority", Priority::ALL.map(Priority::code))
    });
    view! {
        <form class="form" novalidate on:submit=submit data-testid="recommend-form">
            <FormFailure form />
            <TextField
                label=move_tr!("recommendation-text") name="text" value=text required=true multiline=true
                error=form.error("text")
            />
            <SelectField
                label=move_tr!("recommendation-priority") name="priority" value=priority options=priorities required=true
                placeholder=move_tr!("choose") error=form.error("priority")
            />
            <TextField
                label=move_tr!("recommendation-cost-field") name="cost" value=cost max=SHORT_TEXT_MAX
                help=move_tr!("recommendation-cost-help") error=form.error("cost")
            />
            <TextField
                label=move_tr!("recommendation-donor-field") name="donor" value=donor max=SHORT_TEXT_MAX error=form.error("donor")
            />
            <ReadersNote readers=mission.readers />
            <p class="quiet">{move_tr!("finding-released-with")}</p>
            <div class="actions">
                <Submit form label=move_tr!("finding-recommend") testid="recommend-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
