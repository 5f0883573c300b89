//! One finding with what is recommended and agreed on it.

use hawser_casework::{RecordId, record::spelled};
use hawser_views::{
    failure::{Failure, FieldFailure},
    mission::{FindingView, RecommendationView},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use super::{Asking, action::ActionCard, changes::Changes};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::use_agent,
    components::{
        Badge, FailurePanel, FieldError, Icon, When,
        exhibit_form::attach,
        file_drop::{FileDrop, wrong_file},
    },
    i18n::use_i18n,
    pages::mission::{
        correctable::Correctable, pictures::Pictures, rate::position, texts::use_texts, use_mission,
    },
};

#[component]
pub fn FindingCard(finding: FindingView, asking: Asking) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let assesses = mission.assesses();
    let FindingView {
        finding: record,
        number,
        visit,
        facility,
        criterion,
        title,
        text,
        severity,
        releasable,
        by,
        recorded,
        photos,
        changes,
        recommendations,
        actions,
    } = finding;
    let heading = format!("finding-{record}");
    let shown_number = number.clone();
    let labelled_by = heading.clone();
    let place = hawser_views::mission::CellPlace {
        facility,
        criterion,
    };
    let named = place.criterion.clone();
    let of_visit = move || {
        let visit = mission.visit(visit).get()?;
        Some(words::visit(i18n, visit.kind, &visit.starts, &visit.ends))
    };
    let to_agree = recommendations.clone();
    let made = recommendations
        .iter()
        .cloned()
        .map(|recommendation| view! { <Recommended recommendation asking /> })
        .collect_view();
    let recommended = !recommendations.is_empty();
    let agreed = !actions.is_empty();
    let cards = actions
        .into_iter()
        .map(
            |action| view! { <ActionCard action recommendations=recommendations.clone() asking /> },
        )
        .collect_view();
    let fields = vec![
        ("title", title.clone()),
        ("text", text.clone()),
        ("severity", severity.code().to_owned()),
        ("releasable", releasable.to_string()),
    ];
    view! {
        <li class="panel-plain finding" data-testid="finding" data-number=number aria-labelledby=labelled_by>
            <p class="finding-marks">
                <span class="finding-number">{shown_number}</span>
                <Badge kind=severity.code() label=Signal::derive(move || words::severity(i18n, severity)) />
                {if releasable {
                    view! { <Badge kind="releasable" label=move_tr!("finding-releasable") /> }.into_any()
                } else {
                    view! { <Badge kind="restricted" label=move_tr!("finding-restricted") /> }.into_any()
                }}
            </p>
            <h2 id=heading><bdi>{title}</bdi></h2>
            <p class="quiet">
                {move || texts.title(&named)}" · "
                {move || position(i18n, mission, texts, &place)}
            </p>
            <p class="prose"><bdi>{text}</bdi></p>
            <p class="quiet">
                <bdi>{by}</bdi>", "<When moment=recorded quiet=true />" · "{of_visit}
            </p>
            {(!photos.is_empty()).then(|| view! { <Pictures pictures=photos /> })}
            <Changes changes />
            <Show when=move || assesses.get()>
                <Correctable record fields=fields.clone() correction=asking.correct />
                <AddPhotos record />
            </Show>
            {recommended.then(|| view! {
                <section class="finding-part">
                    <h3>{move_tr!("finding-recommendations")}</h3>
                    <ul class="plain-list">{made}</ul>
                </section>
            })}
            {agreed.then(|| view! {
                <section class="finding-part">
                    <h3>{move_tr!("finding-actions")}</h3>
                    <ul class="plain-list">{cards}</ul>
                </section>
            })}
            <Show when=move || assesses.get()>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="recommend"
                        on:click=move |_| asking.recommend.set(Some(record))
                    >
                        {move_tr!("finding-recommend")}
                    </button>
                    <button
                        type="button" class="button" data-testid="agree"
                        on:click={
                            let to_agree = to_agree.clone();
                            move |_| asking.agree.set(Some((record, to_agree.clone())))
                        }
                    >
                        {move_tr!("finding-agree")}
                    </button>
                </div>
            </Show>
        </li>
    }
}

/// Photos of a finding that is recorded already.
#[component]
fn AddPhotos(record: RecordId) -> impl IntoView {
    let (agent, mission) = (use_agent(), use_mission());
    let failure = RwSignal::new(None::<Failure>);
    let refused = RwSignal::new(None::<(String, FieldFailure)>);
    let add = UnsyncCallback::new(move |files: Vec<File>| {
        let wrong = files
            .iter()
            .find_map(|file| Some((spelled(&file.name()), wrong_file(file)?)));
        let wanted = wrong.is_none();
        refused.set(wrong);
        if wanted {
            spawn_local(async move {
                failure.try_set(attach(agent, mission.space, record, files).await.err());
            });
        }
    });
    let error = Signal::derive(move || refused.get().map(|(_, why)| why));
    view! {
        <details class="technical no-print">
            <summary data-testid="add-photos">{move_tr!("finding-photos")}</summary>
            <FileDrop on_files=add />
            <p><bdi>{move || refused.get().map(|(name, _)| name)}</bdi></p>
            <FieldError id=format!("finding-files-{record}") error />
            {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
        </details>
    }
}

#[component]
fn Recommended(recommendation: RecommendationView, asking: Asking) -> impl IntoView {
    let i18n = use_i18n();
    let assesses = use_mission().assesses();
    let RecommendationView {
        recommendation: record,
        text,
        priority,
        cost,
        donor,
        by,
        taken_up,
        changes,
    } = recommendation;
    let fields = vec![
        ("text", text.clone()),
        ("priority", priority.code().to_owned()),
        ("cost", cost.clone()),
        ("donor", donor.clone()),
    ];
    let more = {
        let (cost, donor) = (cost.clone(), donor.clone());
        move || {
            let cost = (!cost.is_empty())
                .then(|| tr!(i18n, "recommendation-cost", { "cost" => cost.clone() }));
            let donor = (!donor.is_empty())
                .then(|| tr!(i18n, "recommendation-donor", { "donor" => donor.clone() }));
            cost.into_iter()
                .chain(donor)
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    view! {
        <li class="recommendation" data-testid="recommendation">
            <p class="prose"><bdi>{text}</bdi></p>
            <p>
                <Badge kind="priority" label=Signal::derive(move || words::priority(i18n, priority)) />" "
                {taken_up.then(|| view! {
                    <span class="taken-up"><Icon name="check" />{move_tr!("recommendation-taken-up")}</span>
                })}
            </p>
            <p class="quiet">{more}</p>
            <p class="quiet"><bdi>{by}</bdi></p>
            <Changes changes />
            <Show when=move || assesses.get()>
                <Correctable record fields=fields.clone() correction=asking.correct />
            </Show>
        </li>
    }
}
