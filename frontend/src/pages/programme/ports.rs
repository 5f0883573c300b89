//! The ports in the order of what is due next, each with its newest visit and what changed since the one before.

use hawser_casework::{
    RecordId,
    assessment::{Tally, VisitSummary},
};
use hawser_views::programme::{HeatCell, PortLine, ProgrammeView, RiskLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    change::{Change, ChangeMark, subject},
    follow::FollowDialog,
    map::worst,
    phrases, use_programme,
};
use crate::pages::assessment_words as assessed;
use crate::{
    components::{Badge, EmptyState, Icon, PageHead, Shown, date_text, fingerprint, moment_text},
    i18n::{in_reader_language, use_i18n},
    pages::case::words,
};

#[component]
pub fn Ports() -> impl IntoView {
    let programme = use_programme();
    let manages = programme.manages();
    let following = RwSignal::new(false);
    view! {
        <PageHead title=move_tr!("tab-ports") lead=move_tr!("programme-ports-lead")>
            <Show when=move || manages.get()>
                <button
                    type="button" class="button button-primary" data-testid="follow-port"
                    on:click=move |_| following.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("programme-follow")}
                </button>
            </Show>
        </PageHead>
        <Shown of=programme.view let:view>
            <Show
                when=move || view.with(|view| !view.ports.is_empty())
                fallback=move || view! { <NoPorts following /> }
            >
                <ul class="plain-list ports">
                    <For each=move || view.with(|view| view.ports.clone()) key=fingerprint let:port>
                        <Port port view />
                    </For>
                </ul>
            </Show>
        </Shown>
        <FollowDialog open=following />
    }
}

/// What to do while the programme follows no port.
#[component]
pub fn NoPorts(following: RwSignal<bool>) -> impl IntoView {
    let manages = use_programme().manages();
    view! {
        <EmptyState text=move_tr!("programme-no-ports") testid="no-ports">
            <Show when=move || manages.get() fallback=|| view! { <p>{move_tr!("programme-no-ports-manager")}</p> }>
                <button
                    type="button" class="button button-primary" data-testid="follow-first"
                    on:click=move |_| following.set(true)
                >
                    {move_tr!("programme-follow")}
                </button>
            </Show>
        </EmptyState>
    }
}

#[component]
fn Port(port: PortLine, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let id = port.port;
    let href = use_programme().path(&format!("ports/{id}"));
    let heading = format!("port-{id}");
    let facts = port.clone();
    let PortLine {
        named,
        before,
        mut risks,
        open,
        overdue,
        visit,
        cells,
        ..
    } = port;
    let reported = visit.is_some();
    risks.sort_by_key(|line| std::cmp::Reverse(line.risk.residual));
    let no_risks = risks.is_empty();
    let risks = move || {
        let lines = view.with(|view| {
            let lines = risks.iter();
            lines
                .map(|line| (line.band.code(), risk_text(i18n, view, line)))
                .collect::<Vec<_>>()
        });
        lines
            .into_iter()
            .map(|(band, text)| view! { <li class="risk-line" data-band=band data-testid="port-risk">{text}</li> })
            .collect_view()
    };
    view! {
        <li>
            <section class="panel-plain port" aria-labelledby=heading.clone() data-testid="port" data-port=id.to_string()>
                <header class="party-head">
                    <h2 id=heading.clone()><A href=href.clone() attr:data-testid="port-link"><bdi>{named.name}</bdi></A></h2>
                    <p class="quiet">{named.country}" "{named.locode}</p>
                    {(overdue > 0).then(|| view! {
                        <Badge
                            kind="overdue"
                            label=Signal::derive(move || tr!(i18n, "programme-port-overdue", { "n" => overdue }))
                        />
                    })}
                    <p class="quiet">{move || tr!(i18n, "programme-port-open", { "n" => open })}</p>
                </header>
                <PortFacts port=facts />
                {reported.then(|| view! { <Scores cells view /> })}
                {(!no_risks).then(|| view! {
                    <div>
                        <h3>{move_tr!("programme-risks-title")}</h3>
                        <ul class="plain-list risk-lines">{risks}</ul>
                    </div>
                })}
                {before.map(|before| view! { <Since port=id before view /> })}
                <p><A href=href>{move_tr!("programme-port-more")}</A></p>
            </section>
        </li>
    }
}

/// What each domain came to.
#[component]
fn Scores(cells: Vec<HeatCell>, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let lines = move || {
        let domains = view.with(|view| view.domains.clone());
        domains
            .into_iter()
            .zip(&cells)
            .map(|((_, words), cell)| {
                let title = in_reader_language(i18n, &words);
                let figures = assessed::score(i18n, &cell.tally);
                view! { <div><dt><bdi>{title}</bdi></dt><dd>{figures}</dd></div> }
            })
            .collect_view()
    };
    view! {
        <details class="fold" data-testid="port-scores">
            <summary>{move_tr!("programme-domains-title")}</summary>
            <dl class="scores">{lines}</dl>
        </details>
    }
}

/// What is better or worse than at the visit before.
#[component]
fn Since(port: RecordId, before: VisitSummary, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let changes = Memo::new(move |_| {
        view.with(|view| {
            let of_port = view.changes.iter().filter(|line| line.port == port);
            let told = of_port.map(|line| {
                let what = subject(i18n, line, &view.domains, &view.scenarios);
                (what, Change::of_line(i18n, line))
            });
            told.collect::<Vec<_>>()
        })
    });
    let lines = move || {
        changes
            .get()
            .into_iter()
            .map(|(what, change)| {
                view! { <li data-testid="port-change"><bdi>{what}</bdi>" · "<ChangeMark change /></li> }
            })
            .collect_view()
    };
    view! {
        <div>
            <h3>
                {move || tr!(i18n, "programme-port-since", { "visit" => phrases::visit(i18n, &before) })}
            </h3>
            <ul class="plain-list change-lines">{lines}</ul>
            <Show when=move || changes.with(Vec::is_empty)>
                <p class="quiet">{move_tr!("programme-changes-none")}</p>
            </Show>
        </div>
    }
}

/// Where a port stands, in a few lines.
#[component]
pub fn PortFacts(port: PortLine) -> impl IntoView {
    let i18n = use_i18n();
    let reported = port.visit.is_some();
    let port = StoredValue::new(port);
    let fact = move |testid: &'static str,
                     label: Signal<String>,
                     text: fn(I18n, &PortLine) -> String| {
        view! {
            <dt>{label}</dt>
            <dd data-testid=testid><bdi>{move || port.with_value(|port| text(i18n, port))}</bdi></dd>
        }
    };
    view! {
        <dl class="pairs">
            {fact("port-next", move_tr!("programme-visit-planned"), next_visit)}
            {fact("port-visit", move_tr!("programme-port-visit"), newest_visit)}
            {reported.then(|| view! {
                {fact("port-signed", move_tr!("programme-port-signed"), signed)}
                {fact("port-domains", move_tr!("programme-port-domains"), looked_at)}
                {fact("port-worst", move_tr!("programme-worst-risk"), worst_risk)}
                {fact("port-findings", move_tr!("programme-findings"), findings)}
                {fact("port-host", move_tr!("programme-host"), host)}
            })}
        </dl>
    }
}

fn risk_text(i18n: I18n, view: &ProgrammeView, line: &RiskLine) -> String {
    tr!(i18n, "programme-risk-line", {
        "title" => phrases::title(i18n, &view.scenarios, &line.risk.scenario),
        "figure" => words::number(i18n, line.risk.residual.into()),
        "band" => assessed::band(i18n, line.band),
    })
}

fn next_visit(i18n: I18n, port: &PortLine) -> String {
    if port.visit_planned.is_empty() {
        return tr!(i18n, "programme-visit-unplanned");
    }
    let date = date_text(i18n, &port.visit_planned);
    if port.visit_overdue {
        tr!(i18n, "programme-visit-overdue", { "date" => date })
    } else {
        date
    }
}

fn newest_visit(i18n: I18n, port: &PortLine) -> String {
    let told = |visit: &VisitSummary| phrases::visit(i18n, visit);
    port.visit
        .as_ref()
        .map_or_else(|| tr!(i18n, "programme-visit-none"), told)
}

fn signed(i18n: I18n, port: &PortLine) -> String {
    port.signed.as_ref().map_or_else(String::new, |(name, at)| {
        tr!(i18n, "programme-signed-by", { "name" => name.clone(), "time" => moment_text(i18n, at) })
    })
}

/// How many domains have a score, and over how much of what was asked.
fn looked_at(i18n: I18n, port: &PortLine) -> String {
    let tallies = || port.cells.iter().map(|cell| cell.tally);
    let scored = tallies().filter(|tally| tally.rated > 0).count() as u64;
    let all = tallies().fold(Tally::default(), Tally::with);
    let looked = tr!(i18n, "programme-port-looked-at", {
        "n" => scored, "of" => port.cells.len() as u64, "coverage" => phrases::coverage(i18n, &all),
    });
    match &port.reach {
        Some(reach) => format!("{looked} · {}", assessed::reach(i18n, reach)),
        None => looked,
    }
}

fn worst_risk(i18n: I18n, port: &PortLine) -> String {
    worst(port).map_or_else(
        || phrases::NO_FIGURE.to_owned(),
        |line| {
            let figure = words::number(i18n, line.risk.residual.into());
            format!("{figure} {}", assessed::band(i18n, line.band))
        },
    )
}

fn findings(i18n: I18n, port: &PortLine) -> String {
    phrases::findings(i18n, &port.findings)
}

fn host(i18n: I18n, port: &PortLine) -> String {
    port.host
        .as_ref()
        .map_or_else(String::new, |host| assessed::host(i18n, host))
}
