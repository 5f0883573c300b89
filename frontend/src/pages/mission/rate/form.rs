//! What the reader rates here. It goes on its way while the next criterion is shown already.

use hawser_casework::assessment::{Mark, Rating};
use hawser_views::mission::{CellPlace, CriterionView};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};

use super::{evidence::Evidence, keys::listen, photos::Photos, rate_path, work::Work};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::Loading,
    components::{ChoiceRow, Form, FormFailure, Icon, Submit, TextField, moment_text, use_toasts},
    i18n::use_i18n,
    pages::{
        case::checked,
        mission::{
            ratings::{Key, Stage},
            texts::use_texts,
            use_mission,
        },
    },
};

#[component]
pub fn RateForm(key: Key, shown: ReadSignal<Loading<CriterionView>>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts, toasts) = (use_mission(), use_texts(), use_toasts());
    let navigate = use_navigate();
    let form = Form::new();
    let work = Work::new(key.clone(), shown);
    let Work {
        store,
        input,
        own,
        stage,
        ..
    } = work;
    let visit = key.visit;
    let beside = {
        let place = key.place.clone();
        move |step: isize| {
            let criterion = texts.beside(&place.criterion, step)?;
            let place = CellPlace {
                criterion,
                ..place.clone()
            };
            Some(rate_path(mission, visit, &place))
        }
    };
    let (previous, next) = {
        let (before, after) = (beside.clone(), beside.clone());
        (Memo::new(move |_| before(-1)), Memo::new(move |_| after(1)))
    };
    let grid = mission.path(&format!("visits/{visit}"));
    // What is left next; the next criterion while that is not known, the grid where nothing is.
    let after = {
        let key = key.clone();
        move || {
            shown.with_untracked(|shown| match shown.ready() {
                Some(view) => {
                    let left = view.next_left.clone().filter(|place| {
                        let other = Key {
                            place: place.clone(),
                            ..key.clone()
                        };
                        *place != key.place
                            && untrack(|| store.stage(&other)) != Some(Stage::Saving)
                    });
                    if left.is_none() {
                        toasts.say(tr!(i18n, "visit-nothing-left"));
                    }
                    left.map_or_else(|| grid.clone(), |place| rate_path(mission, visit, &place))
                }
                None => next.get_untracked().unwrap_or_else(|| grid.clone()),
            })
        }
    };
    let go = {
        let navigate = navigate.clone();
        Callback::new(move |way: String| navigate(&way, NavigateOptions::default()))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if stage.get_untracked() == Some(Stage::Saving) {
            go.run(after());
            return;
        }
        match untrack(|| work.unsaved()) {
            Err(wrong) => form.fail(checked::failure(wrong)),
            Ok(None) => go.run(after()),
            Ok(Some(unsaved)) => {
                let (chosen, photos) = untrack(|| (input.chosen(), input.photos.get()));
                let way = after();
                store.save(key.clone(), chosen, photos, unsaved);
                go.run(way);
            }
        }
    };
    Effect::new(move |_| {
        if let Some(Stage::Failed(failure)) = stage.get() {
            form.fail(failure);
        }
    });
    come_back(&work, mission);
    listen(input.rating, previous, next, go);
    let needs_reason = move || {
        input.rating.with(|code| {
            let rating = words::rating_of(code);
            rating == Some(Rating::NotObserved)
        })
    };
    let asks_reason = move || {
        input
            .rating
            .with(|code| words::rating_of(code).is_some_and(|one| one.points().is_none()))
    };
    let mark = Memo::new(move |_| {
        let rating = input.rating.with(|code| words::rating_of(code))?;
        let evidence = input.evidence.get().into_iter().collect::<Vec<_>>();
        Mark::of(rating, &evidence)
    });
    let options = Signal::derive(move || words::rating_choices(i18n));
    let reason_label = Signal::derive(move || {
        if needs_reason() {
            tr!(i18n, "rate-why-not-observed")
        } else {
            tr!(i18n, "rate-why-not-applicable")
        }
    });
    let way = |way: Memo<Option<String>>, label: Signal<String>, testid: &'static str| {
        move || {
            way.get().map(|href| view! {
                <A href=href attr:class="button button-large" attr:data-testid=testid>{label}</A>
            })
        }
    };
    view! {
        <form class="form rate-form" novalidate on:submit=submit data-testid="rate-form">
            <FormFailure form />
            <ChoiceRow
                label=move_tr!("rate-own") name="rating" value=input.rating options required=true testid="rate"
                error=form.error("rating")
            />
            <p class="hint rate-keys">{move_tr!("rate-keys")}</p>
            <Show when=asks_reason>
                // Anew where it becomes required or no longer is.
                {move || {
                    let required = needs_reason();
                    view! {
                        <TextField
                            label=reason_label name="reason" value=input.reason required multiline=true
                            testid="rate-reason" error=form.error("reason")
                        />
                    }
                }}
            </Show>
            <Evidence chosen=input.evidence />
            {move || mark.get().map(|mark| view! {
                <div class="warning" role="status" data-testid="rate-mark" data-mark=mark.code()>
                    <Icon name="warning" />
                    <p>{words::mark_explained(i18n, mark)}</p>
                </div>
            })}
            <TextField
                label=move_tr!("rate-note") name="note" value=input.note multiline=true testid="rate-note"
                error=form.error("note")
            />
            <Photos files=input.photos own />
            <div class="rate-bar">
                {way(previous, move_tr!("rate-previous"), "rate-previous")}
                <Submit form label=move_tr!("rate-save-next") testid="rate-save" disabled=mission.shut />
                {way(next, move_tr!("rate-next"), "rate-next-criterion")}
                <Status work />
            </div>
        </form>
    }
}

/// Where another of this visit could not be saved and nothing is begun here, goes back to it.
fn come_back(work: &Work, mission: super::OpenMission) {
    let navigate = use_navigate();
    let (store, key, dirty) = (work.store, work.key, work.dirty);
    Effect::new(move |_| {
        let Some(failed) = store.take_failed() else {
            return;
        };
        let here = key.get_value();
        let ours = (failed.space, failed.visit) == (here.space, here.visit) && failed != here;
        if ours && !dirty.get_untracked() {
            let way = rate_path(mission, failed.visit, &failed.place);
            navigate(&way, NavigateOptions::default());
        }
    });
}

/// Whether what was chosen is saved; calmly, and never before the agent has answered.
#[component]
fn Status(work: Work) -> impl IntoView {
    let i18n = use_i18n();
    let Work {
        store,
        own,
        stage,
        dirty,
        ..
    } = work;
    let state = Memo::new(move |_| match stage.get() {
        Some(Stage::Saving) => "saving",
        Some(Stage::Failed(_)) => "failed",
        _ if dirty.get() => "open",
        _ if store.saving() > 0 => "saving",
        _ if own.with(Option::is_some) => "own",
        _ if store.saved() > 0 => "saved",
        _ => "",
    });
    let saved_at = move || {
        own.with(|own| {
            let time = moment_text(i18n, &own.as_ref()?.recorded);
            Some(tr!(i18n, "rate-saved-at", { "time" => time }))
        })
    };
    let text = move || match state.get() {
        "saving" => tr!(i18n, "rate-saving", { "n" => store.saving() as u64 }),
        "failed" => tr!(i18n, "rate-not-saved"),
        "open" => tr!(i18n, "rate-open"),
        "own" => saved_at().unwrap_or_default(),
        "saved" => tr!(i18n, "rate-saved"),
        _ => String::new(),
    };
    view! {
        <p class="rate-status" role="status" data-testid="rate-status" data-state=move || state.get()>{text}</p>
    }
}
