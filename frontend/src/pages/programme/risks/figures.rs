//! How one risk came to its figure: what was judged, what follows from the ratings, domain by domain.

use hawser_casework::assessment::Risk;
use hawser_views::programme::{ProgrammeView, RiskLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::phrases;
use crate::pages::assessment_words as assessed;
use crate::{
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

#[component]
pub fn RiskFigures(line: RiskLine, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let RiskLine { risk, band, .. } = line;
    let confidence = risk.confidence.code();
    let domains = risk.domains.clone();
    let domains = move || {
        domains
            .iter()
            .map(|domain| {
                let title = view.with(|view| phrases::title(i18n, &view.domains, &domain.domain));
                let number = |figure: u32| words::number(i18n, figure.into());
                let figures = match domain.rated {
                    0 => tr!(i18n, "programme-not-looked-at"),
                    rated => tr!(i18n, "programme-risk-points", {
                        "points" => number(domain.sum), "n" => rated, "rated" => number(rated),
                    }),
                };
                view! { <li><bdi>{title}</bdi>" · "{figures}</li> }
            })
            .collect_view()
    };
    let residual = risk.clone();
    let inherent = risk.clone();
    view! {
        <dl class="pairs risk-pairs" data-testid="risk-pairs">
            <dt>{move_tr!("programme-risk-residual")}</dt>
            <dd>
                <span class="risk-sample" data-band=band.code()>
                    {move || words::number(i18n, residual.residual.into())}
                </span>" "
                {move || assessed::band(i18n, band)}" · "
                <span class="mono">{product(&risk, risk.vulnerability.get(), risk.residual)}</span>
            </dd>
            <dt>{move_tr!("programme-risk-threat")}</dt>
            <dd>{risk.threat.get()}</dd>
            <dt>{move_tr!("programme-risk-vulnerability")}</dt>
            <dd>{risk.vulnerability.get()}" · "{move || vulnerability(i18n, &risk)}</dd>
            <dt>{move_tr!("programme-risk-consequence")}</dt>
            <dd>{inherent.consequence.get()}</dd>
            <dt>{move_tr!("programme-risk-inherent")}</dt>
            <dd>
                {product(&inherent, 5, inherent.inherent)}" · "
                {move || assessed::band(i18n, inherent.inherent_band())}
            </dd>
            <dt>{move_tr!("programme-risk-confidence")}</dt>
            <dd>{move || words::coded(i18n, "programme-confidence", confidence)}</dd>
            <dt>{move_tr!("programme-risk-domains")}</dt>
            <dd><ul class="plain-list risk-domains">{domains}</ul></dd>
        </dl>
    }
}

/// `4 × 3 × 5 = 60`.
fn product(risk: &Risk, vulnerability: u8, figure: u8) -> String {
    let (threat, consequence) = (risk.threat.get(), risk.consequence.get());
    format!("{threat} × {vulnerability} × {consequence} = {figure}")
}

/// Where the vulnerability comes from: the mean of the ratings, taken from 5.
fn vulnerability(i18n: I18n, risk: &Risk) -> String {
    // Two decimals, halves up; the vulnerability itself is rounded once, from the exact mean.
    let mean =
        (200 * u64::from(risk.sum) + u64::from(risk.rated)) / (2 * u64::from(risk.rated.max(1)));
    let mean = words::decimal(i18n, &format!("{}.{:02}", mean / 100, mean % 100));
    tr!(i18n, "programme-risk-from-mean", {
        "points" => words::number(i18n, risk.sum.into()), "rated" => words::number(i18n, risk.rated.into()),
        "mean" => mean, "level" => risk.vulnerability.get(),
    })
}

found_by_code! {
    // by code: programme-confidence-
    tr!("programme-confidence-low");
    tr!("programme-confidence-medium");
    tr!("programme-confidence-high");
}
