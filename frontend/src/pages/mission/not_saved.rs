//! What was chosen on criteria and is not saved, on every page of the team.

use hawser_views::mission::CellPlace;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::{components::A, hooks::use_location};

use super::{
    rate::{position, rate_path},
    ratings::Ratings,
    texts::use_texts,
    use_mission,
};
use crate::{components::Icon, i18n::use_i18n};

#[component]
pub fn NotSaved() -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let store = expect_context::<Ratings>();
    let path = use_location().pathname;
    // On its own page a criterion says so itself.
    let unsaved = Memo::new(move |_| {
        let here = path.get();
        let unsaved = store.unsaved(mission.space).into_iter();
        unsaved
            .map(|(key, failed)| {
                let way = rate_path(mission, key.visit, &key.place);
                (way, key.place, failed)
            })
            .filter(|(way, ..)| *way != here)
            .collect::<Vec<(String, CellPlace, bool)>>()
    });
    // To come back to what has failed is for whoever rates on; elsewhere it is told here.
    Effect::new(move |_| {
        if !path.with(|path| path.contains("/rate/")) {
            store.take_failed();
        }
    });
    let of = move |failed: bool| {
        let unsaved = unsaved.get().into_iter();
        unsaved
            .filter(|(.., has_failed)| *has_failed == failed)
            .collect::<Vec<_>>()
    };
    let lines = move |failed: bool| {
        of(failed)
            .into_iter()
            .map(|(way, place, _)| {
                let criterion = place.criterion.clone();
                view! {
                    <li>
                        <A href=way attr:data-testid="unsaved-link">
                            {move || position(i18n, mission, texts, &place)}": "
                            {move || texts.title(&criterion)}
                        </A>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !of(true).is_empty()>
            <div class="panel panel-bad" role="alert" data-testid="ratings-failed">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{move_tr!("rate-not-saved")}</strong></p>
                    <p>{move_tr!("rate-not-saved-text")}</p>
                    <ul>{move || lines(true)}</ul>
                </div>
            </div>
        </Show>
        <Show when=move || !of(false).is_empty()>
            <div class="panel panel-warn no-print" role="status" data-testid="ratings-open">
                <Icon name="warning" />
                <div class="panel-body">
                    <p>{move || tr!(i18n, "rate-open-elsewhere", { "n" => of(false).len() as u64 })}</p>
                    <ul>{move || lines(false)}</ul>
                </div>
            </div>
        </Show>
    }
}
