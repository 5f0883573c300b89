//! One criterion at one place, rated with a thumb.

mod around;
mod evidence;
mod form;
mod keys;
mod photos;
mod work;

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    failure::Failure,
    mission::{CellPlace, CriterionView, GridRow, MissionCommand, MissionReply, TextsCriterion},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map, use_query_map},
};

use super::{
    OpenMission,
    findings::RaiseDialog,
    ratings::Key,
    texts::{PlacedCriterion, Texts, use_texts},
    use_mission,
    visit::grid_view,
};
use crate::{
    agent_link::{Loading, view},
    components::{FailurePanel, Icon, PageHead, Shown},
    i18n::use_i18n,
};
use around::Around;
use form::RateForm;

/// Stands in an address for the port as a whole.
const PORT_WIDE: &str = "port";

/// Where a criterion is rated.
pub fn rate_path(mission: OpenMission, visit: RecordId, place: &CellPlace) -> String {
    let facility = place.facility.map(|facility| facility.to_string());
    let facility = facility.as_deref().unwrap_or(PORT_WIDE);
    mission.path(&format!(
        "visits/{visit}/rate/{facility}/{}",
        place.criterion
    ))
}

/// Criterion and place in a few words: `Perimeter 2 of 5 · Berth 4`.
pub fn position(i18n: I18n, mission: OpenMission, texts: Texts, place: &CellPlace) -> String {
    let at = mission.place_name(i18n, place.facility);
    match texts.criterion(&place.criterion) {
        Some(PlacedCriterion {
            domain, number, of, ..
        }) => {
            tr!(i18n, "rate-position", { "domain" => domain, "n" => number, "of" => of, "place" => at })
        }
        None => at,
    }
}

/// What the address names.
fn named(mission: OpenMission) -> Memo<Option<Key>> {
    let params = use_params_map();
    Memo::new(move |_| {
        let params = params.read();
        let facility = params.get("facility")?;
        let facility = if facility == PORT_WIDE {
            None
        } else {
            Some(facility.parse::<RecordId>().ok()?)
        };
        Some(Key {
            space: mission.space,
            visit: params.get("visit")?.parse().ok()?,
            place: CellPlace {
                facility,
                criterion: params.get("criterion")?,
            },
        })
    })
}

#[component]
pub fn Rate() -> impl IntoView {
    let mission = use_mission();
    let texts = use_texts();
    let key = named(mission);
    // Only by name: in another language the page stays what it is.
    let known = Memo::new(move |_| {
        key.get()
            .filter(|key| texts.criterion(&key.place.criterion).is_some())
    });
    Effect::new(move |_| {
        mission.choose(key.with(|key| key.as_ref().map(|key| key.visit)));
    });
    move || match known.get() {
        Some(key) => view! { <Criterion key /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("unknown-criterion") /> }.into_any(),
    }
}

/// Leads to what is left to the reader next, or to the grid where nothing is.
#[component]
pub fn RateNext() -> impl IntoView {
    let params = use_params_map();
    let visit = Memo::new(move |_| params.read().get("visit")?.parse::<RecordId>().ok());
    move || match visit.get() {
        Some(visit) => view! { <ToNext visit /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("unknown-visit") /> }.into_any(),
    }
}

/// In place of the page that led there: going back does not lead there again.
fn in_place() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    }
}

#[component]
fn ToNext(visit: RecordId) -> impl IntoView {
    let mission = use_mission();
    let navigate = use_navigate();
    let grid = grid_view(mission, visit);
    Effect::new(move |_| {
        let way = grid.with(|grid| {
            Some(match &grid.ready()?.next {
                Some(place) => rate_path(mission, visit, place),
                None => mission.path(&format!("visits/{visit}")),
            })
        });
        if let Some(way) = way {
            navigate(&way, in_place());
        }
    });
    view! {
        <PageHead title=move_tr!("tab-visit") />
        <Shown of=grid let:grid>
            <p class="visually-hidden">{move || grid.with(|grid| grid.domains.len())}</p>
        </Shown>
    }
}

#[component]
fn Criterion(key: Key) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts) = (use_mission(), use_texts());
    let assesses = mission.assesses();
    let (visit, place) = (key.visit, StoredValue::new(key.place.clone()));
    let shown = view(
        move || {
            Command::Mission(MissionCommand::Criterion {
                space: mission.space,
                visit,
                place: place.get_value(),
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Criterion(criterion)) => Some(*criterion),
            _ => None,
        },
    );
    seek_left(shown, place);
    let criterion = Memo::new(move |_| {
        let placed = place.with_value(|place| texts.criterion(&place.criterion));
        placed.map(|placed| placed.criterion)
    });
    let of_criterion = move |pick: fn(TextsCriterion) -> String| {
        Signal::derive(move || criterion.get().map(pick).unwrap_or_default())
    };
    let lead =
        Signal::derive(move || place.with_value(|place| position(i18n, mission, texts, place)));
    let not_asked =
        Memo::new(move |_| shown.with(|shown| shown.ready().is_some_and(|view| view.not_asked)));
    let grid = mission.path(&format!("visits/{visit}"));
    let raising = RwSignal::new(false);
    view! {
        <div class="rate" data-testid="rate-page">
            <PageHead title=of_criterion(|one| one.title) lead>
                <Show when=move || assesses.get()>
                    <button type="button" class="button" data-testid="raise-finding" on:click=move |_| raising.set(true)>
                        {move_tr!("finding-raise")}
                    </button>
                </Show>
                <A href=grid attr:class="button" attr:data-testid="to-grid">{move_tr!("rate-to-grid")}</A>
            </PageHead>
            <Left visit place />
            <p class="prose rate-guidance" data-testid="rate-guidance">{of_criterion(|one| one.guidance)}</p>
            <Show when=move || not_asked.get()>
                <NotAsked visit place criterion />
            </Show>
            <Show when=move || assesses.get()>
                <RateForm key=key.clone() shown />
            </Show>
            <Around shown />
            <RaiseDialog open=raising at=Some((visit, place.get_value())) />
        </div>
    }
}

/// Where the address asks for what is left in the domain and this is rated already, leads on to it.
fn seek_left(shown: ReadSignal<Loading<CriterionView>>, place: StoredValue<CellPlace>) {
    let (mission, texts) = (use_mission(), use_texts());
    let navigate = use_navigate();
    let asked = use_query_map().read_untracked().get("left").is_some();
    let domain = move |criterion: &str| texts.criterion(criterion).map(|placed| placed.domain);
    Effect::new(move |settled: Option<bool>| {
        if settled == Some(true) || !asked {
            return true;
        }
        shown.with(|shown| {
            let Some(view) = shown.ready() else {
                return false;
            };
            let carried = view
                .team
                .as_ref()
                .is_some_and(|team| team.carried_from.is_some());
            let passed = view.own.is_some() || view.not_asked || carried;
            let here = place.get_value();
            let next = view.next_left.as_ref().filter(|next| {
                let same = untrack(|| domain(&next.criterion) == domain(&here.criterion));
                passed && next.facility == here.facility && same
            });
            if let Some(next) = next {
                navigate(&rate_path(mission, view.visit, next), in_place());
            }
            true
        })
    });
}

/// How much is left to the reader, here and in all.
#[component]
fn Left(visit: RecordId, place: StoredValue<CellPlace>) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let grid = grid_view(mission, visit);
    let text = move || {
        let facility = place.with_value(|place| place.facility);
        let (here, all) = grid.with(|grid| {
            let rows = &grid.ready()?.rows;
            let left = |row: &GridRow| row.cells.iter().map(|cell| cell.left).sum::<u32>();
            let here = rows.iter().filter(|row| row.facility == facility).map(left);
            Some((here.sum::<u32>(), rows.iter().map(left).sum::<u32>()))
        })?;
        Some(match all {
            0 => tr!(i18n, "visit-nothing-left"),
            all => tr!(i18n, "rate-left", {
                "here" => here, "all" => all, "place" => mission.place_name(i18n, facility),
            }),
        })
    };
    view! { <p class="quiet rate-left" data-testid="rate-left">{text}</p> }
}

/// What it depends on is not in place.
#[component]
fn NotAsked(
    visit: RecordId,
    place: StoredValue<CellPlace>,
    criterion: Memo<Option<TextsCriterion>>,
) -> impl IntoView {
    let (mission, texts) = (use_mission(), use_texts());
    let link = move || {
        let criterion = criterion.with(|one| one.as_ref()?.only_if.clone())?;
        let title = texts.title(&criterion);
        let facility = place.with_value(|place| place.facility);
        let href = rate_path(
            mission,
            visit,
            &CellPlace {
                facility,
                criterion,
            },
        );
        Some(view! { <p><A href=href>{title}</A></p> })
    };
    view! {
        <div class="panel panel-info" data-testid="not-asked">
            <Icon name="warning" />
            <div class="panel-body">
                <p>{move_tr!("rate-not-asked")}</p>
                {link}
            </div>
        </div>
    }
}
