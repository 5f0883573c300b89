//! What each domain of a port came to at its newest visit, beside the visit before.

use hawser_casework::assessment::{Tally, VisitSummary, Words};
use hawser_views::programme::{HeatCell, PortLine, PortView, ProgrammeView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{
    change::{Change, ChangeMark},
    domain_anchor, figures_of, phrases,
};
use crate::{
    i18n::{in_reader_language, use_i18n},
    pages::case::words,
};

/// A domain with what it came to, now and before.
struct Row {
    id: String,
    title: Words,
    cell: HeatCell,
    before: Option<Tally>,
}

fn rows_of(port: &PortView, view: &ProgrammeView, line: &PortLine) -> Vec<Row> {
    let tallies = |visit: Option<&VisitSummary>| {
        visit
            .and_then(|visit| figures_of(port, visit.id))
            .map(|figures| figures.domains.as_slice())
            .unwrap_or_default()
    };
    let (now, before) = (tallies(line.visit.as_ref()), tallies(line.before.as_ref()));
    let find = |tallies: &[(String, Tally)], id: &str| {
        let found = tallies.iter().find(|(domain, _)| domain == id);
        found.map(|(_, tally)| *tally)
    };
    let domains = view.domains.iter().enumerate();
    domains
        // What the template of this port does not ask has no row.
        .filter(|(_, (id, _))| now.is_empty() || find(now, id).is_some())
        .map(|(at, (id, title))| Row {
            id: id.clone(),
            title: title.clone(),
            cell: line.cells.get(at).copied().unwrap_or_default(),
            before: find(before, id),
        })
        .collect()
}

#[component]
pub fn Domains(
    port: Signal<PortView>,
    view: Signal<ProgrammeView>,
    line: PortLine,
) -> impl IntoView {
    let i18n = use_i18n();
    let rows = move || {
        let rows = port.with(|port| view.with(|view| rows_of(port, view, &line)));
        rows.into_iter().map(|one| row(i18n, one)).collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="domains-title" data-testid="port-domains-table">
            <h2 id="domains-title">{move_tr!("programme-domains-title")}</h2>
            <p class="quiet">{move_tr!("programme-domains-definition")}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="domains-title">
                <table class="table table-dense">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("programme-domain")}</th>
                            <th scope="col" class="number">{move_tr!("programme-score")}</th>
                            <th scope="col" class="number">{move_tr!("programme-coverage")}</th>
                            <th scope="col">{move_tr!("programme-ratings")}</th>
                            <th scope="col">{move_tr!("programme-change-how")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(i18n: I18n, row: Row) -> impl IntoView {
    let Row {
        id,
        title,
        cell: HeatCell { tally, trend },
        before,
    } = row;
    let number = |count: u32| words::number(i18n, count.into());
    let counts = tr!(i18n, "programme-ratings-count", {
        "rated" => number(tally.rated), "unseen" => number(tally.not_observed), "beside" => number(tally.not_applicable),
    });
    let change = trend
        .zip(before.and_then(|before| before.score_percent()))
        .zip(tally.score_percent())
        .map(|((trend, before), now)| Change::of_score(i18n, trend, before, now));
    let unseen = (tally.rated == 0).then(|| {
        let text = tr!(i18n, "programme-not-looked-at");
        view! { <span class="row-detail">{text}</span> }
    });
    view! {
        <tr id=domain_anchor(&id) tabindex="-1" class="anchored" data-testid="domain-row">
            <th scope="row"><bdi>{in_reader_language(i18n, &title)}</bdi>{unseen}</th>
            <td class="number">{phrases::score(i18n, &tally)}</td>
            <td class="number">{phrases::coverage(i18n, &tally)}</td>
            <td>{counts}</td>
            <td>
                {match change {
                    Some(change) => view! { <ChangeMark change /> }.into_any(),
                    None => phrases::NO_FIGURE.into_any(),
                }}
            </td>
        </tr>
    }
}
