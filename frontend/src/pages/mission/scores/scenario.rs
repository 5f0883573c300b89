//! A way in which the port could be misused, with its risk.

use hawser_views::mission::ScenarioView;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::names;
use crate::pages::assessment_words as words;
use crate::{
    components::Badge,
    i18n::use_i18n,
    pages::mission::{
        risk::{BandBadge, RiskFigures},
        texts::use_texts,
        use_mission,
    },
};

#[component]
pub fn Scenario(scenario: ScenarioView, asked: RwSignal<Option<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let assesses = mission.assesses();
    let ScenarioView {
        scenario: id,
        judged,
        reason,
        by,
        carried_from,
        risk,
        bands,
        before,
    } = scenario;
    let (titled, spoken, asking) = (id.clone(), id.clone(), id.clone());
    let mapped = {
        let id = id.clone();
        move || {
            let domains = texts.mapped(&id).into_iter();
            let domains = domains
                .map(|domain| texts.domain(&domain))
                .collect::<Vec<_>>();
            tr!(i18n, "scores-mapped", { "domains" => domains.join(", ") })
        }
    };
    let residual = risk.as_ref().map(|risk| risk.residual);
    let summary = residual.zip(bands).map(|(residual, (_, band))| {
        view! {
            <span class="risk-number" data-testid="scenario-risk">{residual}</span>
            <BandBadge band />
        }
    });
    let lacking = match (judged, &risk) {
        (None, _) => Some("not-judged"),
        (Some(_), None) => Some("not-rated"),
        _ => None,
    };
    let lacking = lacking.map(|lacking| {
        let text = move || match lacking {
            "not-judged" => tr!(i18n, "scores-not-judged"),
            _ => tr!(i18n, "scores-not-rated"),
        };
        view! { <p class="quiet" data-testid=lacking>{text}</p> }
    });
    let from = move || {
        let visit = mission.visit(carried_from?).get()?;
        let visit = words::visit(i18n, visit.kind, &visit.starts, &visit.ends);
        Some(view! { <Badge kind="carried" label=move_tr!("rate-carried") />" "{visit} })
    };
    view! {
        <li class="scenario" data-testid="scenario" data-scenario=id>
            <div class="scenario-head">
                <h3>{move || texts.scenario(&titled)}</h3>
                <p class="scenario-figure">{summary}</p>
                <Show when=move || assesses.get()>
                    <button
                        type="button" class="button" data-testid="judge"
                        on:click={
                            let asking = asking.clone();
                            move |_| asked.set(Some(asking.clone()))
                        }
                    >
                        {if judged.is_some() { move_tr!("scores-judge-again") } else { move_tr!("scores-judge") }}
                        <span class="visually-hidden">{
                            let spoken = spoken.clone();
                            move || format!(", {}", texts.scenario(&spoken))
                        }</span>
                    </button>
                </Show>
            </div>
            <p class="quiet">{mapped}</p>
            {lacking}
            {before.map(|before| view! {
                <p class="quiet" data-testid="risk-before">
                    {move || tr!(i18n, "scores-residual-before", { "n" => u32::from(before) })}
                </p>
            })}
            {risk.map(|risk| view! { <RiskFigures risk names=names(texts) /> })}
            {(!reason.is_empty()).then(|| view! {
                <p class="prose"><bdi>{reason}</bdi></p>
            })}
            {(!by.is_empty()).then(|| view! { <p class="quiet"><bdi>{by}</bdi>" "{from}</p> })}
        </li>
    }
}
