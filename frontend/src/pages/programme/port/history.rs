//! What was signed for a port, newest first; what a newer one took the place of stays.

use hawser_views::programme::{PortView, SignedFigures};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::phrases;
use crate::pages::assessment_words as assessed;
use crate::{
    components::{Badge, When, fingerprint},
    i18n::use_i18n,
    pages::case::words,
};

#[component]
pub fn History(port: Signal<PortView>) -> impl IntoView {
    view! {
        <section class="panel-plain" aria-labelledby="history-title" data-testid="port-history">
            <h2 id="history-title">{move_tr!("programme-history-title")}</h2>
            <Show
                when=move || port.with(|port| !port.history.is_empty())
                fallback=|| view! { <p class="quiet">{move_tr!("programme-visit-none")}</p> }
            >
                <p class="quiet">{move_tr!("programme-history-text")}</p>
                <ul class="plain-list history">
                    <For each=move || port.with(|port| port.history.clone()) key=fingerprint let:figures>
                        <Signed figures port />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Signed(figures: SignedFigures, port: Signal<PortView>) -> impl IntoView {
    let i18n = use_i18n();
    let SignedFigures {
        visit,
        template,
        domains,
        risks,
        findings,
        host,
        by: (name, organisation),
        signed,
        superseded,
        ..
    } = figures;
    let title = move |id: &str| port.with(|port| phrases::title(i18n, &port.titles, id));
    let domains = move || {
        domains
            .iter()
            .map(|(id, tally)| {
                let text = assessed::score(i18n, tally);
                view! { <dt><bdi>{title(id)}</bdi></dt><dd>{text}</dd> }
            })
            .collect_view()
    };
    let risks = move || {
        risks
            .iter()
            .map(|risk| {
                let figure = words::number(i18n, risk.residual.into());
                let band = assessed::band(i18n, risk.residual_band());
                view! { <dt><bdi>{title(&risk.scenario)}</bdi></dt><dd>{format!("{figure} {band}")}</dd> }
            })
            .collect_view()
    };
    let told = visit.clone();
    view! {
        <li class="history-line" data-testid="signed-figures">
            <h3>
                {move || phrases::visit(i18n, &told)}" "
                {superseded.then(|| view! {
                    <Badge kind="superseded" label=move_tr!("programme-superseded") />
                })}
            </h3>
            <p class="quiet">
                {move || tr!(i18n, "programme-signed-for", { "name" => name.clone(), "party" => organisation.clone() })}", "
                <When moment=signed quiet=true />
            </p>
            <p class="quiet">
                {move || tr!(i18n, "programme-template-named", {
                    "id" => template.id.clone(), "version" => template.version,
                })}
            </p>
            <p>{move || phrases::findings(i18n, &findings)}" · "{move || assessed::host(i18n, &host)}</p>
            <details class="fold">
                <summary>{move_tr!("programme-history-figures")}</summary>
                <div class="fold-body">
                    <dl class="pairs">{domains}</dl>
                    <dl class="pairs">{risks}</dl>
                </div>
            </details>
        </li>
    }
}
