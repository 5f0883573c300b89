//! A visit at work: domains by places, with what is left to rate.

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    mission::{GridCell, GridView, MissionCommand, MissionReply},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    OpenMission,
    add_facility::AddFacilityDialog,
    of_visit::OfVisit,
    rate::rate_path,
    texts::{Texts, use_texts},
    use_mission,
};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::{Loading, view},
    components::{Icon, PageHead, ProgressBar, Shown},
    i18n::use_i18n,
};

/// The grid of a visit.
pub fn grid_view(mission: OpenMission, visit: RecordId) -> ReadSignal<Loading<GridView>> {
    view(
        move || {
            Command::Mission(MissionCommand::Grid {
                space: mission.space,
                visit,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Grid(grid)) => Some(*grid),
            _ => None,
        },
    )
}

#[component]
pub fn Visit() -> impl IntoView {
    view! {
        <OfVisit part="visits" title=move_tr!("tab-visit") let:visit>
            <Body visit />
        </OfVisit>
    }
}

#[component]
fn Body(visit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let assesses = mission.assesses();
    let grid = grid_view(mission, visit);
    let shown = mission.visit(visit);
    let adding = RwSignal::new(false);
    let title = Signal::derive(move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|one| words::visit(i18n, one.kind, &one.starts, &one.ends))
                .unwrap_or_default()
        })
    });
    let next = Memo::new(move |_| grid.with(|grid| grid.ready()?.next.clone()));
    view! {
        <PageHead title>
            <Show when=move || assesses.get()>
                <button type="button" class="button" data-testid="add-facility" on:click=move |_| adding.set(true)>
                    <Icon name="add" />
                    {move_tr!("facility-add")}
                </button>
                {move || next.get().map(|place| view! {
                    <A
                        href=rate_path(mission, visit, &place)
                        attr:class="button button-primary button-large" attr:data-testid="rate-next"
                    >
                        {move_tr!("visit-rate-next")}
                    </A>
                })}
            </Show>
        </PageHead>
        <Shown of=grid let:grid>
            <Mine grid />
            <Grid grid visit />
        </Shown>
        <AddFacilityDialog open=adding visit />
    }
}

/// How far the reader is.
#[component]
fn Mine(grid: Signal<GridView>) -> impl IntoView {
    let i18n = use_i18n();
    let assesses = use_mission().assesses();
    let sum = move |pick: fn(&GridCell) -> u32| {
        Memo::new(move |_| {
            grid.with(|grid| {
                let cells = grid.rows.iter().flat_map(|row| &row.cells);
                cells.map(pick).sum::<u32>()
            })
        })
    };
    let (left, mine) = (sum(|cell| cell.left), sum(|cell| cell.mine));
    let text = Signal::derive(move || match left.get() {
        0 => tr!(i18n, "visit-nothing-left"),
        left => tr!(i18n, "visit-left", { "left" => left, "mine" => mine.get() }),
    });
    view! {
        <Show when=move || assesses.get()>
            <div class="visit-mine" data-testid="visit-left" data-left=move || left.get().to_string()>
                <p role="status">{text}</p>
                <ProgressBar
                    done=Signal::derive(move || u64::from(mine.get()))
                    total=Signal::derive(move || u64::from(mine.get() + left.get())) label=text
                />
            </div>
        </Show>
    }
}

#[component]
fn Grid(grid: Signal<GridView>, visit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let texts = use_texts();
    let heads = move || {
        grid.with(|grid| grid.rows.iter().map(|row| row.facility).collect::<Vec<_>>())
            .into_iter()
            .map(|facility| {
                view! {
                    <th scope="col"><bdi>{move || mission.place_name(i18n, facility)}</bdi></th>
                }
            })
            .collect_view()
    };
    let rows = move || {
        let grid = grid.get();
        grid.domains
            .iter()
            .enumerate()
            .map(|(at, domain)| {
                let cells = grid
                    .rows
                    .iter()
                    .map(|row| {
                        let cell = row.cells.get(at).copied().unwrap_or_default();
                        let place = Place {
                            mission,
                            texts,
                            visit,
                            facility: row.facility,
                            domain: domain.clone(),
                        };
                        cell_view(i18n, cell, place)
                    })
                    .collect_view();
                let name = domain.clone();
                view! {
                    <tr data-testid="grid-row" data-domain=domain.clone()>
                        <th scope="row">{move || texts.domain(&name)}</th>
                        {cells}
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("visit-grid")>
            <table class="table visit-grid" data-testid="visit-grid">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("visit-domain")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">{move_tr!("visit-grid-help")}</p>
    }
}

/// Where a cell of the grid stands.
struct Place {
    mission: OpenMission,
    texts: Texts,
    visit: RecordId,
    facility: Option<RecordId>,
    domain: String,
}

/// How a cell of the grid stands, in a word.
fn state(cell: GridCell) -> &'static str {
    match cell {
        GridCell { asked: 0, .. } => "not-asked",
        GridCell { left: 1.., .. } => "left",
        GridCell {
            mine: 0,
            carried: 0,
            ..
        } => "untouched",
        GridCell { mine: 0, .. } => "carried",
        GridCell { .. } => "done",
    }
}

fn cell_view(i18n: I18n, cell: GridCell, place: Place) -> impl IntoView {
    let Place {
        mission,
        texts,
        visit,
        facility,
        domain,
    } = place;
    let state = state(cell);
    let GridCell {
        asked,
        mine,
        left,
        team,
        carried,
    } = cell;
    let large = move || match state {
        "left" => tr!(i18n, "visit-cell-left", { "left" => left }),
        "done" => tr!(i18n, "visit-cell-done"),
        "carried" => tr!(i18n, "visit-cell-carried"),
        "untouched" => tr!(i18n, "visit-cell-untouched"),
        _ => "–".to_owned(),
    };
    let small = move || match state {
        "not-asked" => tr!(i18n, "visit-cell-not-asked"),
        "carried" => tr!(i18n, "visit-cell-of", { "n" => carried, "asked" => asked }),
        _ => tr!(i18n, "visit-cell-of", { "n" => mine, "asked" => asked }),
    };
    let decided = (team > 0).then(|| {
        view! { <span class="visit-cell-more">{move || tr!(i18n, "visit-cell-team", { "n" => team })}</span> }
    });
    // The first criterion of the domain that is left to the reader is found from there.
    let href = texts.first_of(&domain).map(|criterion| {
        let place = hawser_views::mission::CellPlace {
            facility,
            criterion,
        };
        let way = rate_path(mission, visit, &place);
        if left > 0 { format!("{way}?left") } else { way }
    });
    let spoken = move || {
        tr!(i18n, "visit-cell-label", {
            "domain" => texts.domain(&domain), "place" => mission.place_name(i18n, facility),
        })
    };
    let inside = view! {
        <span class="visually-hidden">{spoken}": "</span>
        <span class="visit-cell-large">{large}</span>
        <span class="visit-cell-more">{small}</span>
        {decided}
    };
    view! {
        <td class="visit-cell" data-state=state data-testid="grid-cell">
            {match href {
                Some(href) => view! { <A href=href>{inside}</A> }.into_any(),
                None => inside.into_any(),
            }}
        </td>
    }
}
