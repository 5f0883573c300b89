//! What each has rated, side by side, and what the team decides: that alone counts.

mod decide;
mod take_over;

use std::collections::BTreeMap;

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    mission::{CellPlace, CellView, MissionCommand, MissionReply, TeamView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    OpenMission,
    of_visit::OfVisit,
    rate::rate_path,
    texts::{Texts, use_texts},
    use_mission,
};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::view,
    components::{Badge, EmptyState, PageHead, SelectField, Shown},
    i18n::{found_by_code, use_i18n},
    pages::case::words as case_words,
};
use decide::DecideDialog;
use take_over::{TakeOverDialog, agreed};

#[component]
pub fn Team() -> impl IntoView {
    view! {
        <OfVisit part="team" title=move_tr!("tab-team") let:visit>
            <Body visit />
        </OfVisit>
    }
}

/// Which lines are shown.
const FILTERS: [&str; 3] = ["all", "undecided", "differ"];

fn shows(filter: &str, cell: &CellView) -> bool {
    match filter {
        "undecided" => cell.team.is_none(),
        "differ" => cell.differ,
        _ => true,
    }
}

#[component]
fn Body(visit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let assesses = mission.assesses();
    let team = view(
        move || {
            Command::Mission(MissionCommand::Team {
                space: mission.space,
                visit,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Team(team)) => Some(*team),
            _ => None,
        },
    );
    let taking = RwSignal::new(false);
    let alike = Memo::new(move |_| team.with(|team| team.ready().map(agreed).unwrap_or_default()));
    view! {
        <PageHead title=move_tr!("tab-team") lead=move_tr!("team-lead")>
            <Show when=move || assesses.get() && !alike.with(Vec::is_empty)>
                <button
                    type="button" class="button button-primary" data-testid="take-over"
                    on:click=move |_| taking.set(true)
                >
                    {move || tr!(i18n, "team-take-over", { "n" => alike.with(Vec::len) as u64 })}
                </button>
            </Show>
        </PageHead>
        <Shown of=team let:team>
            <Show
                when=move || team.with(|team| !team.cells.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("team-empty") testid="nothing-rated" /> }
            >
                <Cells team />
            </Show>
            <TakeOverDialog open=taking team />
        </Shown>
    }
}

#[component]
fn Cells(team: Signal<TeamView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let assesses = mission.assesses();
    let asked = RwSignal::new(None::<CellPlace>);
    let filter = RwSignal::new(FILTERS[0].to_owned());
    let filters = Signal::derive(move || {
        FILTERS
            .into_iter()
            .map(|code| {
                (
                    code.to_owned(),
                    case_words::coded(i18n, "team-filter", code),
                )
            })
            .collect::<Vec<_>>()
    });
    let people = Memo::new(move |_| team.with(|team| team.people.clone()));
    let context = Context {
        i18n,
        mission,
        texts,
        assesses,
        asked,
    };
    // By criterion, each with the places where it is rated.
    let shown = Memo::new(move |_| {
        team.with(|team| {
            let cells = team.cells.iter();
            let shown = filter.with(|filter| {
                cells
                    .filter(|cell| shows(filter, cell))
                    .cloned()
                    .collect::<Vec<_>>()
            });
            (team.visit, shown)
        })
    });
    let rows = move || {
        let (visit, cells) = shown.get();
        let people = people.get();
        cells
            .into_iter()
            .map(|cell| row(context, visit, people.len(), cell))
            .collect_view()
    };
    let heads = move || {
        people
            .get()
            .into_iter()
            .map(|(_, name)| view! { <th scope="col"><bdi>{name}</bdi></th> })
            .collect_view()
    };
    let count = move || team.with(|team| team.undecided);
    let summary = move || match count() {
        0 => tr!(i18n, "team-all-decided"),
        n => tr!(i18n, "team-undecided", { "n" => n }),
    };
    view! {
        <div class="team-head">
            <p role="status" data-testid="team-undecided" data-left=move || count().to_string()>{summary}</p>
            <SelectField label=move_tr!("team-filter") name="filter" value=filter options=filters required=true testid="team-filter" />
        </div>
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("tab-team")>
            <table class="table table-dense team-table" data-testid="team-table">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("team-criterion")}</th>
                        {heads}
                        <th scope="col">{move_tr!("team-decision")}</th>
                        <th scope="col"><span class="visually-hidden">{move_tr!("actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Show when=move || shown.with(|(_, shown)| shown.is_empty())>
            <EmptyState text=move_tr!("team-none-of-filter") testid="none-of-filter" />
        </Show>
        <DecideDialog asked team />
    }
}

#[derive(Clone, Copy)]
struct Context {
    i18n: I18n,
    mission: OpenMission,
    texts: Texts,
    assesses: Memo<bool>,
    asked: RwSignal<Option<CellPlace>>,
}

fn row(context: Context, visit: RecordId, people: usize, cell: CellView) -> impl IntoView {
    let Context {
        i18n,
        mission,
        texts,
        assesses,
        asked,
    } = context;
    let CellView {
        place,
        ratings,
        team,
        decided: _,
        conflict,
        carried,
        differ,
    } = cell;
    let by_person: BTreeMap<usize, _> = ratings
        .into_iter()
        .map(|(person, rating, mark)| (person as usize, (rating, mark)))
        .collect();
    let given = (0..people)
        .map(|person| {
            let rated = by_person.get(&person).copied();
            let text = move || {
                rated.map_or_else(|| "–".to_owned(), |(rating, _)| words::rating_points(i18n, rating))
            };
            let mark = rated.and_then(|(_, mark)| mark).map(|mark| {
                view! {
                    <span class="row-marks">
                        <Badge kind="waiting" label=Signal::derive(move || words::mark(i18n, mark)) />
                    </span>
                }
            });
            let dissent = rated.is_some_and(|(rating, _)| team.is_some_and(|team| team != rating));
            view! {
                <td data-testid="own-rating">
                    {text}
                    {mark}
                    {dissent.then(|| view! {
                        <span class="row-marks"><Badge kind="dissent" label=move_tr!("rate-dissent") /></span>
                    })}
                </td>
            }
        })
        .collect_view();
    let decision = move || match (team, carried) {
        (Some(team), _) => words::rating_points(i18n, team),
        (None, Some(carried)) => {
            tr!(i18n, "team-carried", { "rating" => words::rating_points(i18n, carried) })
        }
        (None, None) => tr!(i18n, "team-not-decided"),
    };
    let href = rate_path(mission, visit, &place);
    let (criterion, facility, ask) = (place.criterion.clone(), place.facility, place.clone());
    let spoken = {
        let criterion = criterion.clone();
        move || {
            let place = mission.place_name(i18n, facility);
            format!(", {}, {place}", texts.title(&criterion))
        }
    };
    view! {
        <tr class:row-conflict={(differ && team.is_none()) || conflict.is_some()} data-testid="team-row" data-differ=differ.to_string()>
            <th scope="row">
                <A href=href>{move || texts.title(&criterion)}</A>
                <span class="row-detail">
                    {move || super::rate::position(i18n, mission, texts, &place)}
                </span>
                {differ.then(|| view! {
                    <span class="row-marks"><Badge kind="conflict" label=move_tr!("team-differ") /></span>
                })}
            </th>
            {given}
            <td data-testid="team-rating">
                <strong>{decision}</strong>
                {conflict.map(|other| {
                    let label = Signal::derive(move || {
                        tr!(i18n, "team-conflict", { "rating" => words::rating_points(i18n, other) })
                    });
                    view! { <span class="row-marks" data-testid="team-conflict"><Badge kind="conflict" label /></span> }
                })}
            </td>
            <td class="row-actions">
                <Show when=move || assesses.get()>
                    <button
                        type="button" class="button" data-testid="decide"
                        on:click={
                            let ask = ask.clone();
                            move |_| asked.set(Some(ask.clone()))
                        }
                    >
                        {if team.is_some() { move_tr!("team-decide-again") } else { move_tr!("team-decide") }}
                        <span class="visually-hidden">{spoken.clone()}</span>
                    </button>
                </Show>
            </td>
        </tr>
    }
}

found_by_code! {
    // by code: team-filter-
    tr!("team-filter-all");
    tr!("team-filter-undecided");
    tr!("team-filter-differ");
}
