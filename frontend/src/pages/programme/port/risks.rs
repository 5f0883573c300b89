//! The risks of a port at its newest visit, each with the figures it is made of.

use hawser_views::programme::{PortLine, PortView, ProgrammeView, RiskLine};
use leptos::prelude::*;
use leptos_fluent::move_tr;

use super::{
    RiskFigures,
    change::{Change, ChangeMark},
    figures_of, phrases,
};
use crate::i18n::use_i18n;

#[component]
pub fn PortRisks(
    port: Signal<PortView>,
    view: Signal<ProgrammeView>,
    line: PortLine,
) -> impl IntoView {
    let i18n = use_i18n();
    let PortLine {
        mut risks, before, ..
    } = line;
    risks.sort_by_key(|line| std::cmp::Reverse(line.risk.residual));
    let none = risks.is_empty();
    let residual_before = move |scenario: &str| {
        port.with(|port| {
            let figures = figures_of(port, before.as_ref()?.id)?;
            let mut risks = figures.risks.iter();
            risks
                .find(|risk| risk.scenario == scenario)
                .map(|risk| risk.residual)
        })
    };
    let lines = move || {
        risks
            .iter()
            .map(|line| {
                let RiskLine { risk, trend, .. } = line;
                let change = trend
                    .zip(residual_before(&risk.scenario))
                    .map(|(trend, before)| {
                        Change::of_risk(i18n, trend, before.into(), risk.residual.into())
                    });
                let title = view.with(|view| phrases::title(i18n, &view.scenarios, &risk.scenario));
                view! {
                    <li class="risk" data-testid="port-risk-figures">
                        <h3><bdi>{title}</bdi></h3>
                        {change.map(|change| view! { <p><ChangeMark change /></p> })}
                        <RiskFigures line=line.clone() view />
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="port-risks-title" data-testid="port-risks">
            <h2 id="port-risks-title">{move_tr!("programme-risks-title")}</h2>
            <Show when=move || !none fallback=|| view! { <p class="quiet">{move_tr!("programme-worst-none")}</p> }>
                <p class="quiet">{move_tr!("programme-risk-definition")}</p>
            </Show>
            <ul class="plain-list risks">{lines}</ul>
        </section>
    }
}
