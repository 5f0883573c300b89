//! A report as the host authority reads it, whole in itself.

use std::{collections::BTreeMap, sync::Arc};

use hawser_casework::{
    RecordId,
    assessment::{
        ActionLine, ReleasableReport, ReportDomain, ReportFinding, ReportRecommendation,
        ReportScenario, Words,
    },
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::risk::{DomainNames, RiskFigures};
use crate::pages::assessment_words as words;
use crate::{
    browser,
    components::{Badge, date_text},
    i18n::{in_reader_language, use_i18n},
};

/// What stands beside a finding or action of the report, and, for `None`, beside the report as a whole.
pub type Beside = Arc<dyn Fn(Option<RecordId>) -> AnyView + Send + Sync>;

#[component]
pub fn ReportBody(report: ReleasableReport, beside: Beside) -> impl IntoView {
    let i18n = use_i18n();
    let ReleasableReport {
        port,
        visit,
        template,
        reach,
        domains,
        scenarios,
        findings,
    } = report;
    let titles: BTreeMap<String, Words> = domains
        .iter()
        .map(|one| (one.domain.clone(), one.title.clone()))
        .collect();
    let names: DomainNames = Arc::new(move |id| {
        let known = titles.get(id);
        known.map_or_else(|| id.to_owned(), |title| in_reader_language(i18n, title))
    });
    let place = move || {
        let country = browser::country_names(i18n.language.get().id)(&port.country);
        match &port.locode {
            Some(locode) => format!("{}, {country} ({locode})", port.name),
            None => format!("{}, {country}", port.name),
        }
    };
    let domains = domains
        .into_iter()
        .map(|one| domain(i18n, one))
        .collect_view();
    let none_judged = scenarios.is_empty();
    let scenarios = scenarios
        .into_iter()
        .map(|one| scenario(i18n, one, Arc::clone(&names)))
        .collect_view();
    let none_found = findings.is_empty();
    let findings = findings
        .into_iter()
        .zip(1_u32..)
        .map(|(one, number)| {
            view! { <Finding finding=one number names=Arc::clone(&names) beside=Arc::clone(&beside) /> }
        })
        .collect_view();
    let whole = beside(None);
    view! {
        <article class="report" data-testid="report-body">
            <dl class="pairs">
                <dt>{move_tr!("missions-column-port")}</dt>
                <dd><bdi>{place}</bdi></dd>
                <dt>{move_tr!("missions-column-visit")}</dt>
                <dd>{move || words::visit(i18n, visit.kind, &visit.starts, &visit.ends)}</dd>
                <dt>{move_tr!("report-template")}</dt>
                <dd>{move || tr!(i18n, "report-template-version", {
                    "id" => template.id.clone(), "version" => template.version,
                })}</dd>
                <dt>{move_tr!("report-reach")}</dt>
                <dd data-testid="report-reach">{move || words::reach(i18n, &reach)}</dd>
            </dl>
            <section class="report-part">
                <h3>{move_tr!("scores-domains")}</h3>
                <div class="table-scroll" tabindex="0" role="group" aria-label=move_tr!("scores-domains")>
                    <table class="table table-dense">
                        <thead>
                            <tr>
                                <th scope="col">{move_tr!("visit-domain")}</th>
                                <th scope="col">{move_tr!("scores-score")}</th>
                            </tr>
                        </thead>
                        <tbody>{domains}</tbody>
                    </table>
                </div>
                <p class="hint">{move_tr!("scores-help")}</p>
            </section>
            <section class="report-part">
                <h3>{move_tr!("scores-scenarios")}</h3>
                {none_judged.then(|| view! { <p class="quiet">{move_tr!("report-no-scenarios")}</p> })}
                <ul class="plain-list">{scenarios}</ul>
            </section>
            <section class="report-part">
                <h3>{move_tr!("tab-findings")}</h3>
                {none_found.then(|| view! { <p class="quiet">{move_tr!("report-no-findings")}</p> })}
                <ol class="plain-list">{findings}</ol>
            </section>
            {whole}
        </article>
    }
}

fn domain(i18n: I18n, one: ReportDomain) -> impl IntoView {
    let ReportDomain { title, tally, .. } = one;
    view! {
        <tr>
            <th scope="row">{move || in_reader_language(i18n, &title)}</th>
            <td>{move || words::score(i18n, &tally)}</td>
        </tr>
    }
}

fn scenario(i18n: I18n, one: ReportScenario, names: DomainNames) -> impl IntoView {
    let ReportScenario { title, risk } = one;
    view! {
        <li class="report-scenario">
            <h4>{move || in_reader_language(i18n, &title)}</h4>
            <RiskFigures risk names />
        </li>
    }
}

#[component]
fn Finding(
    finding: ReportFinding,
    number: u32,
    names: DomainNames,
    beside: Beside,
) -> impl IntoView {
    let i18n = use_i18n();
    let ReportFinding {
        id,
        domain,
        criterion,
        facility,
        title,
        text,
        severity,
        recommendations,
        actions,
    } = finding;
    let place = move || {
        let at = if facility.is_empty() {
            tr!(i18n, "mission-port-wide")
        } else {
            facility.clone()
        };
        format!(
            "{} · {} · {at}",
            names(&domain),
            in_reader_language(i18n, &criterion)
        )
    };
    let recommended = (!recommendations.is_empty()).then(|| {
        let lines = recommendations
            .into_iter()
            .map(|one| recommendation(i18n, one))
            .collect_view();
        view! {
            <h5>{move_tr!("finding-recommendations")}</h5>
            <ul class="plain-list">{lines}</ul>
        }
    });
    let agreed = (!actions.is_empty()).then(|| {
        let lines = actions
            .into_iter()
            .map(|one| {
                let said = beside(Some(one.id));
                let line = action(i18n, one);
                view! { <li class="report-action" data-testid="report-action">{line}{said}</li> }
            })
            .collect_view();
        view! {
            <h5>{move_tr!("finding-actions")}</h5>
            <ul class="plain-list">{lines}</ul>
        }
    });
    let said = beside(Some(id));
    view! {
        <li class="report-finding" data-testid="report-finding">
            <h4>{number}". "<bdi>{title}</bdi></h4>
            <p class="quiet">{place}</p>
            <p><Badge kind=severity.code() label=Signal::derive(move || words::severity(i18n, severity)) /></p>
            <p class="prose"><bdi>{text}</bdi></p>
            {said}
            {recommended}
            {agreed}
        </li>
    }
}

fn recommendation(i18n: I18n, one: ReportRecommendation) -> impl IntoView {
    let ReportRecommendation {
        text,
        priority,
        cost,
        donor,
        ..
    } = one;
    let more = move || {
        let cost = (!cost.is_empty())
            .then(|| tr!(i18n, "recommendation-cost", { "cost" => cost.clone() }));
        let donor = (!donor.is_empty())
            .then(|| tr!(i18n, "recommendation-donor", { "donor" => donor.clone() }));
        let priority = words::priority(i18n, priority);
        let all = std::iter::once(priority).chain(cost).chain(donor);
        all.collect::<Vec<_>>().join(" · ")
    };
    view! {
        <li>
            <p class="prose"><bdi>{text}</bdi></p>
            <p class="quiet">{more}</p>
        </li>
    }
}

/// An action as it leaves the team: what, by whom, until when, how far.
pub fn action(i18n: I18n, line: ActionLine) -> impl IntoView {
    let ActionLine {
        text,
        owner,
        status,
        days,
        ..
    } = line;
    let due = move || {
        let due = date_text(i18n, &days.due);
        let moved = (days.due != days.original_due).then(
            || tr!(i18n, "report-first-due", { "date" => date_text(i18n, &days.original_due) }),
        );
        let done = days
            .done
            .as_ref()
            .map(|day| tr!(i18n, "report-done", { "date" => date_text(i18n, day) }));
        let verified = days
            .verified
            .as_ref()
            .map(|day| tr!(i18n, "report-verified", { "date" => date_text(i18n, day) }));
        let due = tr!(i18n, "report-due", { "date" => due });
        let all = std::iter::once(due)
            .chain(moved)
            .chain(done)
            .chain(verified);
        all.collect::<Vec<_>>().join(" · ")
    };
    view! {
        <p class="prose"><bdi>{text}</bdi></p>
        <p class="quiet">
            <bdi>{move || tr!(i18n, "action-owner-is", { "name" => owner.clone() })}</bdi>" · "
            {move || words::status(i18n, status)}
        </p>
        <p class="quiet">{due}</p>
    }
}
