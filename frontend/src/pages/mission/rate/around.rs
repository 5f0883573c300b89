//! What others rate here, what the team decided, and what was rated before.

use hawser_views::mission::{CriterionView, TeamRatingView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{
    agent_link::Loading,
    components::{Badge, Shown, When},
    i18n::use_i18n,
    pages::mission::{rating_card::RatingCard, use_mission},
};

#[component]
pub fn Around(shown: ReadSignal<Loading<CriterionView>>) -> impl IntoView {
    view! {
        <Shown of=shown let:criterion>
            <Others criterion />
        </Shown>
    }
}

#[component]
fn Others(criterion: Signal<CriterionView>) -> impl IntoView {
    let others = Memo::new(move |_| criterion.with(|view| view.others.clone()));
    let team = Memo::new(move |_| criterion.with(|view| view.team.clone()));
    let earlier = Memo::new(move |_| criterion.with(|view| view.earlier.clone()));
    let cards = move |all: Memo<Vec<hawser_views::mission::RatingView>>| {
        move || {
            all.get()
                .into_iter()
                .map(|rating| view! { <RatingCard rating /> })
                .collect_view()
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="others-title" data-testid="rate-others">
            <h2 id="others-title">{move_tr!("rate-others")}</h2>
            <Show
                when=move || !others.with(Vec::is_empty)
                fallback=|| view! { <p class="quiet">{move_tr!("rate-others-none")}</p> }
            >
                <ul class="rating-cards">{cards(others)}</ul>
            </Show>
            {move || team.get().map(|team| view! { <Team team /> })}
            <Show when=move || !earlier.with(Vec::is_empty)>
                <details class="fold" data-testid="rate-earlier">
                    <summary>{move_tr!("rate-earlier")}</summary>
                    <ul class="rating-cards">{cards(earlier)}</ul>
                </details>
            </Show>
        </section>
    }
}

/// What the team decided, or what stands from the visit before.
#[component]
fn Team(team: TeamRatingView) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let TeamRatingView {
        rating,
        reason,
        by,
        recorded,
        carried_from,
    } = team;
    let from = move || {
        let visit = mission.visit(carried_from?).get()?;
        let visit = words::visit(i18n, visit.kind, &visit.starts, &visit.ends);
        Some(tr!(i18n, "rate-carried-from", { "visit" => visit }))
    };
    view! {
        <div class="rating-card rating-team" data-testid="rate-team">
            <p>
                <strong>{move_tr!("rate-team")}</strong>": "
                <strong>{move || words::rating_points(i18n, rating)}</strong>" "
                {carried_from.is_some().then(|| view! { <Badge kind="carried" label=move_tr!("rate-carried") /> })}
            </p>
            {(!reason.is_empty()).then(|| view! { <p class="prose"><bdi>{reason}</bdi></p> })}
            <p class="quiet"><bdi>{by}</bdi>", "<When moment=recorded quiet=true /></p>
            <p class="quiet">{from}</p>
        </div>
    }
}
