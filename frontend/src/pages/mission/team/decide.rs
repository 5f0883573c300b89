//! The team decides one criterion at one place, with everything in view that was rated there.

use hawser_casework::{
    Entry, Record,
    assessment::Rating,
    record::{Decision, MissionRecord},
};
use hawser_views::{
    Command, Reply,
    mission::{CellPlace, CriterionView, MissionCommand, MissionReply, TeamView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{
    agent_link::view,
    components::{
        ChoiceRow, Dialog, Form, FormFailure, ReadersNote, Shown, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by},
        mission::{rate::position, rating_card::RatingCard, texts::use_texts, use_mission},
    },
};

/// What is wrong with decisions, at the fields of a form for one.
pub fn wrong(team: &TeamView, decisions: &[Decision]) -> Vec<hawser_views::failure::FieldFailure> {
    let entry = Entry {
        happened: observed_now(),
        record: Record::Mission(MissionRecord::TeamRated {
            visit: team.visit,
            decisions: decisions.to_vec(),
        }),
    };
    checked::wrong_fields(&entry)
}

#[component]
pub fn DecideDialog(asked: RwSignal<Option<CellPlace>>, team: Signal<TeamView>) -> impl IntoView {
    let texts = use_texts();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|place| texts.title(&place.criterion))
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open title wide=true testid="decide-dialog">
            {move || asked.get().map(|place| view! { <Body place open team /> })}
        </Dialog>
    }
}

#[component]
fn Body(place: CellPlace, open: RwSignal<bool>, team: Signal<TeamView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts, toasts) = (use_mission(), use_texts(), use_toasts());
    let form = Form::new();
    let stands = team.with_untracked(|team| {
        let cell = team.cells.iter().find(|cell| cell.place == place)?;
        // What all rate alike is offered; where they differ, nothing is.
        let alike = cell.ratings.first().filter(|_| !cell.differ);
        cell.team.or(alike.map(|(_, rating, _)| *rating))
    });
    let seen = team.with_untracked(|team| {
        let cell = team.cells.iter().find(|cell| cell.place == place)?;
        cell.decided
    });
    let rating = RwSignal::new(stands.map_or("", Rating::code).to_owned());
    let reason = RwSignal::new(String::new());
    let visit = team.with_untracked(|team| team.visit);
    let at = StoredValue::new(place);
    let shown = view(
        move || {
            Command::Mission(MissionCommand::Criterion {
                space: mission.space,
                visit,
                place: at.get_value(),
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Criterion(criterion)) => Some(*criterion),
            _ => None,
        },
    );
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(rating) = rating.with_untracked(|code| words::rating_of(code)) else {
            form.fail(checked::failure(vec![checked::missing("rating")]));
            return;
        };
        let place = at.get_value();
        let decision = Decision {
            facility: place.facility,
            criterion: place.criterion,
            rating,
            reason: reason.get_untracked().trim().to_owned(),
            seen,
        };
        let wrong = team.with_untracked(|team| wrong(team, std::slice::from_ref(&decision)));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::Decide {
            space: mission.space,
            visit,
            decisions: vec![decision],
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "team-decided"));
            let _ = open.try_set(false);
        });
    };
    let options = Signal::derive(move || words::rating_choices(i18n));
    let required = Memo::new(move |_| {
        rating.with(|code| words::rating_of(code).is_some_and(Rating::needs_reason))
    });
    view! {
        <p class="quiet">{move || at.with_value(|place| position(i18n, mission, texts, place))}</p>
        <Shown of=shown let:criterion>
            <Given criterion />
        </Shown>
        <form class="form" novalidate on:submit=submit data-testid="decide-form">
            <FormFailure form />
            <ChoiceRow
                label=move_tr!("team-rating") name="team-rating" value=rating options required=true
                error=form.error("rating") testid="team-rate"
            />
            {move || {
                let required = required.get();
                view! {
                    <TextField
                        label=move_tr!("reason") name="team-reason" value=reason required multiline=true
                        help=move_tr!("team-reason-help") error=form.error("decisions.reason")
                    />
                }
            }}
            <p class="quiet">{move_tr!("team-dissent-stays")}</p>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("team-decide") testid="decide-submit" disabled=mission.shut />
            </div>
        </form>
    }
}

/// What everybody rates there.
#[component]
fn Given(criterion: Signal<CriterionView>) -> impl IntoView {
    let cards = move || {
        let view = criterion.get();
        let all = view.own.into_iter().chain(view.others);
        all.map(|rating| view! { <RatingCard rating /> })
            .collect_view()
    };
    view! { <ul class="rating-cards">{cards}</ul> }
}
