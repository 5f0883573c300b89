//! What is left of each risk at each port, and the figures it is made of.

mod figures;

use hawser_casework::assessment::Band;
use hawser_views::programme::{PortLine, ProgrammeView, RiskLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{follow::FollowDialog, phrases, ports::NoPorts, use_programme};
use crate::pages::assessment_words as assessed;
use crate::{
    components::{EmptyState, PageHead, Shown, anchor::go_where_the_address_points, fingerprint},
    i18n::{in_reader_language, use_i18n},
    pages::case::words,
};
pub use figures::RiskFigures;

/// Every band, from the lowest on.
const BANDS: [Band; 4] = [Band::Low, Band::Medium, Band::High, Band::Critical];

/// The highest risk there is: 5 × 5 × 5.
const HIGHEST: u8 = 125;

/// The figures that a band takes in: `20–44`.
fn range(band: Band) -> String {
    let within = || (1..=HIGHEST).filter(|figure| Band::of(*figure) == band);
    let end = |figure: Option<u8>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    format!("{}–{}", end(within().next()), end(within().next_back()))
}

/// The address of a risk on the page of risks.
pub fn risk_anchor(line: &RiskLine) -> String {
    format!("risk-{}-{}", line.port, line.risk.scenario)
}

#[component]
pub fn Risks() -> impl IntoView {
    let programme = use_programme();
    let following = RwSignal::new(false);
    view! {
        <PageHead title=move_tr!("tab-risks") lead=programme.as_of() />
        <Shown of=programme.view let:view>
            <Show
                when=move || view.with(|view| !view.ports.is_empty())
                fallback=move || view! { <NoPorts following /> }
            >
                <Show
                    when=move || view.with(|view| !view.scenarios.is_empty())
                    fallback=|| view! { <EmptyState text=move_tr!("programme-risks-none") testid="no-risks" /> }
                >
                    <Definition />
                    <Matrix view />
                    <Behind view />
                </Show>
            </Show>
        </Shown>
        <FollowDialog open=following />
    }
}

/// How a risk is figured, and what each band takes in.
#[component]
fn Definition() -> impl IntoView {
    let i18n = use_i18n();
    let bands = BANDS
        .map(|band| {
            let range = range(band);
            view! {
                <li>
                    <span class="risk-sample" data-band=band.code() aria-hidden="true">{range.clone()}</span>
                    <span>
                        {move || assessed::band(i18n, band)}<span class="visually-hidden">", "{range}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="panel-plain" aria-labelledby="risk-definition-title" data-testid="risk-definition">
            <h2 id="risk-definition-title">{move_tr!("programme-risk-formula")}</h2>
            <p>{move_tr!("programme-risk-definition")}</p>
            <ul class="risk-bands">{bands}</ul>
        </section>
    }
}

/// Ports by scenarios.
#[component]
fn Matrix(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let heads = move || {
        view.with(|view| view.scenarios.clone())
            .into_iter()
            .map(|(_, words)| view! { <th scope="col"><bdi>{in_reader_language(i18n, &words)}</bdi></th> })
            .collect_view()
    };
    let rows = move || {
        view.with(|view| {
            let rows = view.ports.iter().map(|port| matrix_row(i18n, view, port));
            rows.collect_view()
        })
    };
    view! {
        <section class="section" aria-labelledby="matrix-title" data-testid="risk-matrix">
            <h2 id="matrix-title">{move_tr!("programme-matrix-title")}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="matrix-title">
                <table class="table risk-table">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("map-port")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn matrix_row(i18n: I18n, view: &ProgrammeView, port: &PortLine) -> impl IntoView + use<> {
    let href = use_programme().path(&format!("ports/{}", port.port));
    let cells = view
        .scenarios
        .iter()
        .map(|(scenario, _)| {
            let found = port.risks.iter().find(|line| line.risk.scenario == *scenario);
            let Some(line) = found else {
                let unseen = tr!(i18n, "programme-risk-unseen");
                return view! {
                    <td class="risk-cell" data-band="none">
                        <span aria-hidden="true">{phrases::NO_FIGURE}</span><span class="visually-hidden">{unseen}</span>
                    </td>
                }
                .into_any();
            };
            let figure = words::number(i18n, line.risk.residual.into());
            let band = assessed::band(i18n, line.band);
            view! {
                <td class="risk-cell" data-band=line.band.code()>
                    <a href=format!("#{}", risk_anchor(line)) data-testid=format!("risk-{scenario}")>
                        <strong class="risk-figure">{figure}</strong>" "<span>{band}</span>
                    </a>
                </td>
            }
            .into_any()
        })
        .collect_view();
    let name = port.named.name.clone();
    view! {
        <tr data-testid="risk-row">
            <th scope="row"><A href=href><bdi>{name}</bdi></A></th>
            {cells}
        </tr>
    }
}

/// The figures behind each, the highest first.
#[component]
fn Behind(view: Signal<ProgrammeView>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let mut lines: Vec<RiskLine> = view.with(|view| {
            let ports = view.ports.iter();
            ports.flat_map(|port| port.risks.clone()).collect()
        });
        lines.sort_by_key(|line| std::cmp::Reverse(line.risk.residual));
        lines
    });
    go_where_the_address_points();
    view! {
        <section class="section" aria-labelledby="behind-title" data-testid="risk-figures">
            <h2 id="behind-title">{move_tr!("programme-behind-title")}</h2>
            <For each=move || lines.get() key=fingerprint let:line>
                <One line view />
            </For>
        </section>
    }
}

#[component]
fn One(line: RiskLine, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let anchor = risk_anchor(&line);
    let told = line.clone();
    let text = move || {
        let scenario = view.with(|view| phrases::title(i18n, &view.scenarios, &told.risk.scenario));
        tr!(i18n, "programme-behind-line", {
            "figure" => words::number(i18n, told.risk.residual.into()), "band" => assessed::band(i18n, told.band),
            "port" => told.port_name.clone(), "scenario" => scenario,
        })
    };
    view! {
        <details class="fold" data-testid="risk-behind">
            <summary id=anchor><bdi>{text}</bdi></summary>
            <div class="fold-body"><RiskFigures line view /></div>
        </details>
    }
}
