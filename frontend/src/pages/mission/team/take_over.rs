//! Everything on which all who rated agree, decided in one act.

use hawser_casework::{
    assessment::Rating,
    record::{Decision, LIST_MAX},
};
use hawser_views::{
    Command,
    mission::{MissionCommand, TeamView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::decide::wrong;
use crate::{
    components::{Dialog, Form, FormFailure, ReadersNote, Submit, TextField, use_toasts},
    i18n::use_i18n,
    pages::{case::checked, mission::use_mission},
};

/// What is rated and not decided, and on which all who rated it agree: at most as much as one record holds.
/// Second, whether one person alone has rated it.
pub fn agreed(team: &TeamView) -> Vec<(Decision, bool)> {
    let open = team
        .cells
        .iter()
        .filter(|cell| cell.team.is_none() && !cell.differ);
    open.filter_map(|cell| {
        let (_, rating, _) = cell.ratings.first()?;
        let decision = Decision {
            facility: cell.place.facility,
            criterion: cell.place.criterion.clone(),
            rating: *rating,
            reason: String::new(),
            seen: None,
        };
        Some((decision, cell.ratings.len() == 1))
    })
    .take(LIST_MAX)
    .collect()
}

#[component]
pub fn TakeOverDialog(open: RwSignal<bool>, team: Signal<TeamView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("team-take-over-title") testid="take-over-dialog">
            <Body open team />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, team: Signal<TeamView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let reason = RwSignal::new(String::new());
    let alike = Memo::new(move |_| team.with(agreed));
    let count = move |pick: fn(&(Decision, bool)) -> bool| {
        alike.with(|alike| alike.iter().filter(|one| pick(one)).count() as u64)
    };
    let unseen = Memo::new(move |_| count(|(decision, _)| decision.rating == Rating::NotObserved));
    let alone = Memo::new(move |_| count(|(_, alone)| *alone));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let given = reason.get_untracked().trim().to_owned();
        // What could not be looked at stands with the reason; the others need none.
        let with_reason = |(decision, _): (Decision, bool)| {
            let needs = decision.rating.needs_reason();
            let reason = if needs { given.clone() } else { String::new() };
            Decision { reason, ..decision }
        };
        let decisions = alike.get_untracked().into_iter().map(with_reason);
        let decisions = decisions.collect::<Vec<_>>();
        let wrong = team.with_untracked(|team| wrong(team, &decisions));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::Decide {
            space: mission.space,
            visit: team.with_untracked(|team| team.visit),
            decisions,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "team-taken-over"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="take-over-form">
            <FormFailure form />
            <p>{move || tr!(i18n, "team-take-over-text", { "n" => alike.with(Vec::len) as u64 })}</p>
            <Show when=move || { alone.get() > 0 }>
                <p class="warning" data-testid="take-over-alone">
                    {move || tr!(i18n, "team-take-over-alone", { "n" => alone.get() })}
                </p>
            </Show>
            <Show when=move || { unseen.get() > 0 }>
                <TextField
                    label=Signal::derive(move || tr!(i18n, "team-take-over-reason", { "n" => unseen.get() }))
                    name="take-over-reason" value=reason required=true multiline=true
                    error=form.error("decisions.reason")
                />
            </Show>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit
                    form label=Signal::derive(move || tr!(i18n, "team-take-over", { "n" => alike.with(Vec::len) as u64 }))
                    testid="take-over-submit" disabled=mission.shut
                />
            </div>
        </form>
    }
}
