//! All exhibits of the case.

use hawser_casework::ExhibitKind;
use hawser_views::{Command, Reply, evidence::ExhibitLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{use_case, words};
use crate::{
    agent_link::view,
    components::{
        Badge, EmptyState, Icon, PageHead, SelectField, Shown, TextField, When, fingerprint,
        preview::Picture,
    },
    i18n::use_i18n,
};

/// How many rows are drawn at first, and more at a time.
const ROWS: usize = 200;

#[component]
pub fn Evidence() -> impl IntoView {
    let case = use_case();
    let exhibits = view(
        move || Command::Exhibits { space: case.space },
        case.changes,
        |reply| match reply {
            Reply::Exhibits(exhibits) => Some(exhibits),
            _ => None,
        },
    );
    view! {
        <PageHead title=move_tr!("evidence-title")>
            <Show when=move || !case.shut.get()>
                <A href=case.path("evidence/new") attr:class="button button-primary" attr:data-testid="log-exhibit-link">
                    <Icon name="camera" />
                    {move_tr!("exhibit-log")}
                </A>
            </Show>
        </PageHead>
        <Shown of=exhibits let:exhibits>
            <Show
                when=move || exhibits.with(|exhibits| !exhibits.is_empty())
                fallback=move || view! {
                    <EmptyState text=move_tr!("evidence-empty") testid="no-exhibits">
                        <A href=case.path("evidence/new") attr:class="button">{move_tr!("exhibit-log")}</A>
                    </EmptyState>
                }
            >
                <Table exhibits />
            </Show>
        </Shown>
    }
}

/// Letters and digits alone, in capitals: two spellings of one number are the same.
fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether every word of the text stands somewhere in the line, numbers in any spelling.
fn found(line: &ExhibitLine, text: &str) -> bool {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return true;
    }
    let fields = [
        &line.number,
        &line.description,
        &line.place,
        &line.holder,
        &line.seal_number,
    ];
    let haystack = fields
        .iter()
        .map(|field| field.to_lowercase())
        .collect::<Vec<_>>();
    if text
        .split_whitespace()
        .all(|word| haystack.iter().any(|field| field.contains(word)))
    {
        return true;
    }
    let number = compact(&text);
    // International numbers are typed with 00 or with +.
    let number = number.strip_prefix("00").unwrap_or(&number);
    !number.is_empty()
        && line
            .identifiers
            .iter()
            .chain([&line.seal_number, &line.number])
            .any(|identifier| compact(identifier).contains(number))
}

#[component]
fn Table(exhibits: Signal<Vec<ExhibitLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let text = || RwSignal::new(String::new());
    let (query, kind, holder, custody) = (text(), text(), text(), text());
    let drawn = RwSignal::new(ROWS);
    let kinds = Signal::derive(move || {
        ExhibitKind::ALL
            .into_iter()
            .filter(|kind| exhibits.with(|lines| lines.iter().any(|line| line.kind == kind.code())))
            .map(|kind| {
                (
                    kind.code().to_owned(),
                    words::exhibit_kind(i18n, kind.code()),
                )
            })
            .collect::<Vec<_>>()
    });
    let holders = Signal::derive(move || {
        let mut holders = exhibits.with(|lines| {
            lines
                .iter()
                .map(|line| line.holder.clone())
                .collect::<Vec<_>>()
        });
        holders.sort();
        holders.dedup();
        holders
            .into_iter()
            .map(|holder| (holder.clone(), holder))
            .collect::<Vec<_>>()
    });
    let custodies = Signal::derive(move || {
        ["held", "offered", "disputed"]
            .map(|code| (code.to_owned(), words::custody(i18n, code)))
            .to_vec()
    });
    let matching = Memo::new(move |_| {
        let (query, kind, holder, custody) = (query.get(), kind.get(), holder.get(), custody.get());
        exhibits.with(|lines| {
            lines
                .iter()
                .filter(|line| {
                    (kind.is_empty() || line.kind == kind)
                        && (holder.is_empty() || line.holder == holder)
                        && (custody.is_empty() || line.custody == custody)
                        && found(line, &query)
                })
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let count = move || matching.with(Vec::len);
    let all = move || exhibits.with(Vec::len);
    let clear = move |_| {
        for filter in [query, kind, holder, custody] {
            filter.set(String::new());
        }
    };
    view! {
        <search class="filters" data-testid="filters">
            <TextField
                label=move_tr!("evidence-filter-text") name="filter-text" value=query kind="search"
                help=move_tr!("evidence-filter-text-help")
            />
            <SelectField
                label=move_tr!("exhibit-kind") name="filter-kind" value=kind options=kinds
                placeholder=move_tr!("evidence-filter-all")
            />
            <SelectField
                label=move_tr!("evidence-holder") name="filter-holder" value=holder options=holders
                placeholder=move_tr!("evidence-filter-all")
            />
            <SelectField
                label=move_tr!("evidence-custody") name="filter-custody" value=custody options=custodies
                placeholder=move_tr!("evidence-filter-all")
            />
            <button type="button" class="button" data-testid="filter-clear" on:click=clear>
                {move_tr!("evidence-filter-clear")}
            </button>
        </search>
        <p class="quiet" role="status" data-testid="evidence-count">
            {move || tr!(i18n, "evidence-count", {
                "n" => count() as u64, "all" => all() as u64,
            })}
        </p>
        <Show when=move || { count() > 0 } fallback=move || view! { <p>{move_tr!("evidence-none-match")}</p> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("evidence-title")>
                <table class="table table-dense" data-testid="exhibit-table">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{move_tr!("evidence-picture")}</span></th>
                            <th scope="col">{move_tr!("evidence-number")}</th>
                            <th scope="col">{move_tr!("exhibit-description")}</th>
                            <th scope="col">{move_tr!("evidence-holder")}</th>
                            <th scope="col">{move_tr!("evidence-found")}</th>
                            <th scope="col">{move_tr!("evidence-numbers")}</th>
                            <th scope="col" class="number">{move_tr!("evidence-files")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || matching.with(|lines| lines.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                            key=fingerprint
                            let:line
                        >
                            {row(i18n, line)}
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || { count() > drawn.get() }>
                <button
                    type="button" class="button" data-testid="more-rows"
                    on:click=move |_| drawn.update(|drawn| *drawn += ROWS)
                >
                    {move_tr!("evidence-more")}
                </button>
            </Show>
        </Show>
    }
}

fn row(i18n: I18n, line: ExhibitLine) -> impl IntoView {
    let case = use_case();
    let href = case.path(&format!("evidence/{}", line.exhibit));
    let ExhibitLine {
        number,
        kind,
        description,
        place,
        happened,
        holder,
        custody,
        seal_number,
        identifiers,
        files,
        by_hash,
        handling,
        conflict,
        unseen,
        picture,
        ..
    } = line;
    let spoken = number.clone();
    let label =
        Signal::derive(move || tr!(i18n, "evidence-picture-of", { "number" => spoken.clone() }));
    let seal = (!seal_number.is_empty()).then(|| view! {
        <li><span class="quiet">{move_tr!("evidence-seal")}</span>" "<bdi class="mono">{seal_number}</bdi></li>
    });
    view! {
        <tr class:row-unseen=unseen data-testid="exhibit-row">
            <td class="row-picture">
                {picture.map(|file| view! {
                    <Picture space=case.space file longest=56 label />
                })}
            </td>
            <th scope="row">
                <A href=href attr:class="mono" attr:data-testid="exhibit-link">{number}</A>
                <span class="row-marks">
                    {unseen.then(|| view! { <Badge kind="unseen" /> })}
                    {conflict.then(|| view! { <Badge kind="conflict" /> })}
                    {by_hash.then(|| view! { <Badge kind="by-hash" /> })}
                    {(!handling.is_empty()).then(|| view! { <Badge kind=handling /> })}
                </span>
            </th>
            <td>
                <bdi>{description}</bdi>
                <span class="row-detail">{move || words::exhibit_kind(i18n, &kind)}</span>
            </td>
            <td>
                <bdi>{holder}</bdi>
                <span class="row-detail"><Badge kind=custody /></span>
            </td>
            <td>
                <bdi>{place}</bdi>
                <span class="row-detail"><When moment=happened.at quiet=true /></span>
            </td>
            <td>
                <ul class="row-numbers">
                    {seal}
                    {identifiers.into_iter().map(|identifier| view! {
                        <li><bdi class="mono">{identifier}</bdi></li>
                    }).collect_view()}
                </ul>
            </td>
            <td class="number">{files}</td>
        </tr>
    }
}
