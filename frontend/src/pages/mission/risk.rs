//! The risk of a scenario with every figure it is made of.

use std::sync::Arc;

use hawser_casework::assessment::{Band, Risk};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{components::Badge, i18n::use_i18n};

/// What a domain is called, by its id.
pub type DomainNames = Arc<dyn Fn(&str) -> String + Send + Sync>;

/// The band of a risk figure; its word says what its colour does.
#[component]
pub fn BandBadge(band: Band) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Badge
            kind=format!("band-{}", band.code())
            label=Signal::derive(move || words::band(i18n, band))
        />
    }
}

/// `5 − mean`, before it is rounded.
fn unrounded(i18n: I18n, risk: &Risk) -> String {
    let best = risk.rated.saturating_mul(5);
    words::mean(i18n, best.saturating_sub(risk.sum), risk.rated)
}

#[component]
pub fn RiskFigures(risk: Risk, names: DomainNames) -> impl IntoView {
    let i18n = use_i18n();
    let (inherent, residual) = (risk.inherent_band(), risk.residual_band());
    let rows = risk
        .domains
        .iter()
        .map(|one| {
            let (id, names) = (one.domain.clone(), Arc::clone(&names));
            let (sum, rated) = (one.sum, one.rated);
            view! {
                <tr data-testid="risk-domain">
                    <th scope="row">{move || names(&id)}</th>
                    <td class="number">{sum}</td>
                    <td class="number">{rated}</td>
                    <td class="number">
                        {move || if rated == 0 { tr!(i18n, "mission-not-looked-at") } else { words::mean(i18n, sum, rated) }}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let (sum, rated) = (risk.sum, risk.rated);
    let (threat, vulnerability, consequence) = (
        risk.threat.get(),
        risk.vulnerability.get(),
        risk.consequence.get(),
    );
    let (left, all) = (risk.residual, risk.inherent);
    let confidence = risk.confidence;
    view! {
        <div class="risk-sum" data-testid="risk" data-residual=left.to_string()>
            <table class="table table-dense risk-parts">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("risk-domain")}</th>
                        <th scope="col" class="number">{move_tr!("risk-sum")}</th>
                        <th scope="col" class="number">{move_tr!("risk-rated")}</th>
                        <th scope="col" class="number">{move_tr!("risk-mean")}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    <tr class="risk-total">
                        <th scope="row">{move_tr!("risk-together")}</th>
                        <td class="number">{sum}</td>
                        <td class="number">{rated}</td>
                        <td class="number">{move || words::mean(i18n, sum, rated)}</td>
                    </tr>
                </tbody>
            </table>
            <dl class="pairs">
                <dt>{move_tr!("risk-vulnerability")}</dt>
                <dd data-testid="risk-vulnerability">{move || tr!(i18n, "risk-vulnerability-formula", {
                    "mean" => words::mean(i18n, sum, rated), "value" => unrounded(i18n, &risk), "rounded" => vulnerability,
                })}</dd>
                <dt>{move_tr!("risk-residual")}</dt>
                <dd data-testid="risk-residual">
                    {move || tr!(i18n, "risk-formula", {
                        "threat" => threat, "vulnerability" => vulnerability, "consequence" => consequence, "risk" => left,
                    })}" "
                    <BandBadge band=residual />
                </dd>
                <dt>{move_tr!("risk-inherent")}</dt>
                <dd data-testid="risk-inherent">
                    {move || tr!(i18n, "risk-formula", {
                        "threat" => threat, "vulnerability" => 5, "consequence" => consequence, "risk" => all,
                    })}" "
                    <BandBadge band=inherent />
                </dd>
                <dt>{move_tr!("risk-confidence")}</dt>
                <dd>{move || words::confidence(i18n, confidence)}</dd>
            </dl>
        </div>
    }
}
