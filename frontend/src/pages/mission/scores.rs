//! What the team's ratings come to: a score for each domain, a risk for each scenario, with all their figures.

mod judge;
mod scenario;

use std::sync::Arc;

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    mission::{DomainScores, MissionCommand, MissionReply, ScoresView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{
    OpenMission,
    of_visit::OfVisit,
    risk::DomainNames,
    texts::{Texts, use_texts},
    use_mission,
};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::view,
    components::{Badge, EmptyState, PageHead, Shown},
    i18n::use_i18n,
};
use judge::JudgeDialog;
use scenario::Scenario;

#[component]
pub fn Scores() -> impl IntoView {
    view! {
        <OfVisit part="scores" title=move_tr!("tab-scores") let:visit>
            <Body visit />
        </OfVisit>
    }
}

/// Domains by the texts of the template.
fn names(texts: Texts) -> DomainNames {
    Arc::new(move |id| texts.domain(id))
}

#[component]
fn Body(visit: RecordId) -> impl IntoView {
    let mission = use_mission();
    let scores = view(
        move || {
            Command::Mission(MissionCommand::Scores {
                space: mission.space,
                visit,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Scores(scores)) => Some(*scores),
            _ => None,
        },
    );
    let asked = RwSignal::new(None::<String>);
    view! {
        <PageHead title=move_tr!("tab-scores") lead=move_tr!("scores-lead") />
        <Shown of=scores let:scores>
            <Domains scores />
            <section class="panel-plain" aria-labelledby="scenarios-title" data-testid="scenarios">
                <h2 id="scenarios-title">{move_tr!("scores-scenarios")}</h2>
                <p class="hint">{move_tr!("scores-formula")}</p>
                <ul class="plain-list scenarios">
                    <For
                        each=move || scores.with(|scores| scores.scenarios.clone())
                        key=crate::components::fingerprint
                        let:scenario
                    >
                        <Scenario scenario asked />
                    </For>
                </ul>
            </section>
            <JudgeDialog asked scores />
        </Shown>
    }
}

#[component]
fn Domains(scores: Signal<ScoresView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let nothing = move || {
        scores.with(|scores| {
            let mut tallies = scores.domains.iter().map(|one| one.tally);
            tallies.all(|tally| tally == hawser_casework::assessment::Tally::default())
        })
    };
    let rows = move || {
        scores
            .with(|scores| scores.domains.clone())
            .into_iter()
            .map(|one| domain(i18n, mission, texts, one))
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="domains-title" data-testid="domains">
            <h2 id="domains-title">{move_tr!("scores-domains")}</h2>
            <Show when=nothing>
                <EmptyState text=move_tr!("scores-nothing") testid="no-scores" />
            </Show>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="domains-title">
                <table class="table table-dense">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("visit-domain")}</th>
                            <th scope="col">{move_tr!("scores-score")}</th>
                            <th scope="col">{move_tr!("scores-before")}</th>
                            <th scope="col">{move_tr!("scores-counted")}</th>
                            <th scope="col">{move_tr!("scores-places")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint">{move_tr!("scores-help")}</p>
        </section>
    }
}

fn domain(i18n: I18n, mission: OpenMission, texts: Texts, one: DomainScores) -> impl IntoView {
    let DomainScores {
        domain,
        tally,
        carried,
        before,
        by_facility,
    } = one;
    let id = domain.clone();
    let several = by_facility.len() > 1;
    let places = by_facility
        .into_iter()
        .map(|(facility, tally)| {
            view! {
                <li>
                    <bdi>{move || mission.place_name(i18n, facility)}</bdi>": "
                    {move || words::score(i18n, &tally)}
                </li>
            }
        })
        .collect_view();
    view! {
        <tr data-testid="domain-score" data-domain=domain>
            <th scope="row">{move || texts.domain(&id)}</th>
            <td>
                <strong>{move || words::score(i18n, &tally)}</strong>
                {(carried > 0).then(|| view! {
                    <span class="row-marks">
                        <Badge
                            kind="carried"
                            label=Signal::derive(move || tr!(i18n, "scores-carried", { "n" => carried }))
                        />
                    </span>
                })}
            </td>
            <td>{move || before.map_or_else(|| "–".to_owned(), |before| words::score(i18n, &before))}</td>
            <td>{move || tr!(i18n, "scores-counts", {
                "sum" => tally.sum, "rated" => tally.rated, "unseen" => tally.not_observed, "na" => tally.not_applicable,
            })}</td>
            <td>{several.then(|| view! { <ul class="plain-list score-places">{places}</ul> })}</td>
        </tr>
    }
}
