//! How ports stand in each domain: a table of numbers, coloured so that the eye finds what is worst.

use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::form_id,
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

/// The lowest score of each band in percent, from worst to best: the ratings absent to proven are 0 to 100 %.
const BANDS: [(u8, &str); 4] = [
    (0, "weak"),
    (25, "partial"),
    (50, "fair"),
    (75, "effective"),
];

/// What is looked at in every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatColumn {
    /// Tells it from others.
    pub id: String,
    /// One or two words, for the head of the table.
    pub label: String,
    /// In full, for the legend and for screen readers.
    pub title: String,
}

/// A port, or a facility of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatRow {
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// One for each column, in their order.
    pub cells: Vec<HeatCell>,
}

/// What was found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatCell {
    /// In percent; nothing when it was not looked at.
    pub score: Option<u8>,
    /// How much of it was looked at, in percent.
    pub coverage: u8,
    /// Where it leads.
    pub href: String,
}

fn band(score: u8) -> &'static str {
    BANDS
        .iter()
        .rev()
        .find(|(lowest, _)| score >= *lowest)
        .map_or("weak", |(_, band)| band)
}

#[component]
pub fn HeatMap(
    #[prop(into)] caption: Signal<String>,
    #[prop(into)] columns: Signal<Vec<HeatColumn>>,
    #[prop(into)] rows: Signal<Vec<HeatRow>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let caption_id = form_id("heat-map");
    let labelled_by = caption_id.clone();
    let head = |column: HeatColumn| {
        view! {
            <th scope="col" class="heat-column">
                <span class="heat-label" aria-hidden="true">{column.label}</span>
                <span class="visually-hidden">{column.title}</span>
            </th>
        }
    };
    let row = move |row: HeatRow| {
        let cells = columns.with(|columns| {
            row.cells
                .into_iter()
                .zip(columns)
                .map(|(cell, column)| heat_cell(i18n, &row.name, column, cell))
                .collect_view()
        });
        view! {
            <tr>
                <th scope="row" class="heat-row"><a href=row.href><bdi>{row.name}</bdi></a></th>
                {cells}
            </tr>
        }
    };
    view! {
        <div class="heat" data-testid="heat-map">
            <div class="table-scroll" role="region" tabindex="0" aria-labelledby=labelled_by>
                <table class="heat-table">
                    <caption><span class="heat-caption" id=caption_id>{caption}</span></caption>
                    <thead>
                        <tr>
                            <th scope="col" class="heat-corner">{move_tr!("map-port")}</th>
                            {move || columns.get().into_iter().map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <HeatLegend columns />
        </div>
    }
}

fn heat_cell(i18n: I18n, row: &str, column: &HeatColumn, cell: HeatCell) -> impl IntoView + use<> {
    let HeatCell {
        score,
        coverage,
        href,
    } = cell;
    let (row, title) = (row.to_owned(), column.title.clone());
    // After the numbers, so that the whole of the link says it also to those who do not see the table.
    let meaning = move || {
        let (row, title) = (row.clone(), title.clone());
        match score {
            Some(_) => tr!(i18n, "heat-cell", { "row" => row, "column" => title }),
            None => tr!(i18n, "heat-cell-unseen", { "row" => row, "column" => title }),
        }
    };
    let numbers = match score {
        Some(score) => view! {
            <span class="heat-score">{score.to_string()}</span>" "
            <span class="heat-coverage">{format!("{coverage} %")}</span>
        }
        .into_any(),
        None => view! { <span class="heat-score" aria-hidden="true">"–"</span> }.into_any(),
    };
    view! {
        <td class="heat-cell" data-band=score.map_or("unseen", band)>
            <a href=href data-testid=format!("heat-{}", column.id)>
                {numbers}" "<span class="visually-hidden">{meaning}</span>
            </a>
        </td>
    }
}

/// What numbers, colours and short words mean.
#[component]
fn HeatLegend(columns: Signal<Vec<HeatColumn>>) -> impl IntoView {
    let i18n = use_i18n();
    let highest = |at: usize| BANDS.get(at + 1).map_or(100, |(lowest, _)| lowest - 1);
    let bands = BANDS
        .iter()
        .enumerate()
        .map(|(at, (lowest, band))| {
            view! {
                <li>
                    <span class="heat-sample" data-band=*band aria-hidden="true">{format!("{lowest}–{}", highest(at))}</span>
                    {move || words::coded(i18n, "heat-band", band)}
                </li>
            }
        })
        .collect_view();
    let titles = move || {
        columns
            .get()
            .into_iter()
            .filter(|column| column.label != column.title)
            .map(|column| view! { <div><dt>{column.label}</dt><dd>{column.title}</dd></div> })
            .collect_view()
    };
    view! {
        <div class="heat-legend">
            <p>{move_tr!("heat-numbers")}</p>
            <ul>
                {bands}
                <li><span class="heat-sample" data-band="unseen" aria-hidden="true">"–"</span>{move_tr!("heat-unseen")}</li>
            </ul>
            <dl>{titles}</dl>
        </div>
    }
}

found_by_code! {
    // by code: heat-band-
    tr!("heat-band-weak");
    tr!("heat-band-partial");
    tr!("heat-band-fair");
    tr!("heat-band-effective");
}
