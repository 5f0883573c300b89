//! One assessor's rating with all that belongs to it.

use hawser_views::mission::RatingView;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::pictures::Pictures;
use crate::pages::assessment_words as words;
use crate::{
    components::{Badge, When},
    i18n::use_i18n,
};

/// As an item of a list.
#[component]
pub fn RatingCard(rating: RatingView) -> impl IntoView {
    let i18n = use_i18n();
    let RatingView {
        name,
        rating,
        reason,
        evidence,
        note,
        mark,
        dissent,
        recorded,
        photos,
        ..
    } = rating;
    let rests_on = move || {
        if evidence.is_empty() {
            String::new()
        } else {
            tr!(i18n, "rate-rests-on", { "evidence" => words::evidence(i18n, &evidence) })
        }
    };
    view! {
        <li class="rating-card" data-testid="rating-card" data-rating=rating.code()>
            <p><bdi>{name}</bdi>": "<strong>{move || words::rating_points(i18n, rating)}</strong></p>
            <p class="row-marks">
                {mark.map(|mark| view! {
                    <Badge kind="waiting" label=Signal::derive(move || words::mark(i18n, mark)) />
                })}
                {dissent.then(|| view! { <Badge kind="dissent" label=move_tr!("rate-dissent") /> })}
            </p>
            {(!reason.is_empty()).then(|| view! { <p class="prose"><bdi>{reason}</bdi></p> })}
            <p class="quiet">{rests_on}</p>
            {(!note.is_empty()).then(|| view! { <p class="prose"><bdi>{note}</bdi></p> })}
            {(!photos.is_empty()).then(|| view! { <Pictures pictures=photos /> })}
            <p class="quiet"><When moment=recorded quiet=true /></p>
        </li>
    }
}
