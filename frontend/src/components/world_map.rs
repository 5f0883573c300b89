//! Ports on a map of the Earth, drawn from our own shapes: nobody is asked for a map and nobody learns where
//! somebody looks. The list below it says the same in words.

mod window;

use leptos::{ev, html, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    agent_link::Loading,
    components::{FailurePanel, form_id, port_field::position_text},
    data_file::{DataFile, data_file},
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};
use window::{Named, Window, apart, named, on_sheet};

/// What a marker can say beside its figure, from nothing to worst.
const TONES: [&str; 5] = ["none", "low", "medium", "high", "critical"];

/// Every thirty degrees, for the eye to hold on to where there is no land.
const GRID: &str = "M30 0v180M60 0v180M90 0v180M120 0v180M150 0v180M180 0v180M210 0v180M240 0v180M270 0v180\
    M300 0v180M330 0v180M0 30h360M0 60h360M0 90h360M0 120h360M0 150h360";

/// A port on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPoint {
    /// Tells it from others.
    pub id: String,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Latitude and longitude in degrees, north and east positive.
    pub position: Option<(f64, f64)>,
    /// A short number or letter that stands in the marker.
    pub figure: String,
    /// `none`, `low`, `medium`, `high` or `critical`.
    pub tone: &'static str,
    /// Where it leads.
    pub href: String,
}

fn tone_text(i18n: I18n, tone: &str) -> String {
    words::coded(i18n, "map-tone", tone)
}

/// A port with where its marker stands and where it belongs, both as shares of the map's width and height.
#[derive(Clone, PartialEq)]
struct Placed {
    point: MapPoint,
    at: (f64, f64),
    own: (f64, f64),
    /// Where its name stands; `None` where there is no room.
    named: Option<Named>,
}

fn placed(points: &[MapPoint], window: Window, width: f64) -> Vec<Placed> {
    let (seen, points): (Vec<_>, Vec<_>) = points
        .iter()
        .filter_map(|point| {
            let own = window.seen(point.position.and_then(on_sheet)?)?;
            Some((own, point.clone()))
        })
        .unzip();
    let apart = apart(&seen, width);
    let letters = points.iter().map(|point| point.name.chars().count());
    let named = named(&apart, &letters.collect::<Vec<_>>(), width);
    points
        .into_iter()
        .zip(apart.into_iter().zip(seen).zip(named))
        .map(|(point, ((at, own), named))| Placed {
            point,
            at,
            own,
            named,
        })
        .collect()
}

#[component]
pub fn WorldMap(
    #[prop(into)] points: Signal<Vec<MapPoint>>,
    /// What the figure is; "figure" when nothing is said.
    #[prop(optional, into)]
    figure_label: Option<Signal<String>>,
) -> impl IntoView {
    let DataFile { state: land, want } = data_file("/data/world.json", |text| {
        serde_json::from_str::<Vec<String>>(text)
            .ok()
            .map(|pieces| pieces.concat())
    });
    want.run(());
    let figure_label = figure_label.unwrap_or_else(|| move_tr!("map-figure"));

    let sheet = NodeRef::<html::Div>::new();
    let width = RwSignal::new(900.0);
    let measure = move || {
        if let Some(sheet) = sheet.get_untracked() {
            width.set(sheet.get_bounding_client_rect().width());
        }
    };
    Effect::new(move |_| {
        sheet.track();
        measure();
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());

    let ports = Memo::new(move |_| {
        points.with(|points| {
            let places = points
                .iter()
                .filter_map(|point| point.position.and_then(on_sheet));
            Window::around(&places.collect::<Vec<_>>())
        })
    });
    // Nothing chosen yet: whatever holds all ports.
    let chosen = RwSignal::new(None::<Window>);
    let window = Memo::new(move |_| chosen.get().unwrap_or_else(|| ports.get()));
    let marks = Memo::new(move |_| points.with(|points| placed(points, window.get(), width.get())));

    let lines = move || {
        let window = window.get();
        marks.with(|marks| {
            marks
                .iter()
                .map(|mark| {
                    let (from, to) = (window.place(mark.own), window.place(mark.at));
                    view! { <path class="map-line" d=format!("M{} {}L{} {}", from.0, from.1, to.0, to.1) /> }
                })
                .collect_view()
        })
    };
    let failed = move || match land.get() {
        Some(Loading::Failed(failure)) => Some(view! { <FailurePanel failure retry=want /> }),
        _ => None,
    };
    view! {
        <div class="map" role="group" aria-label=move_tr!("map-label") data-testid="world-map">
            <div class="map-head">
                <MapTools window chosen marks />
                <Legend />
            </div>
            <div class="map-sheet" node_ref=sheet>
                <svg viewBox=move || window.get().view_box() aria-hidden="true" focusable="false">
                    <path class="map-grid" d=GRID />
                    <path
                        class="map-land" fill-rule="evenodd"
                        d=move || land.with(|land| land.as_ref().and_then(Loading::ready).cloned())
                    />
                    {lines}
                </svg>
                <ul class="map-marks">{move || marks.get().into_iter().map(mark).collect_view()}</ul>
            </div>
            {failed}
            <MapList points figure_label />
        </div>
    }
}

/// Nearer, farther, aside, and back to where one began.
#[component]
fn MapTools(
    window: Memo<Window>,
    chosen: RwSignal<Option<Window>>,
    marks: Memo<Vec<Placed>>,
) -> impl IntoView {
    let button = move |sign: &'static str,
                       label: Signal<String>,
                       code: &str,
                       go: Callback<(), Window>| {
        view! {
            <button
                type="button" class="button button-small map-tool" aria-label=label data-testid=format!("map-{code}")
                on:click=move |_| chosen.set(Some(go.run(())))
            >
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    // Towards the port that is nearest to the middle: the sea between ports is of no interest.
    let nearer = Callback::new(move |()| {
        let from_middle = |mark: &Placed| (mark.own.0 - 0.5).hypot((mark.own.1 - 0.5) / 2.0);
        let window = window.get_untracked();
        let port = marks.with_untracked(|marks| {
            marks
                .iter()
                .min_by(|one, other| from_middle(one).total_cmp(&from_middle(other)))
                .map(|mark| window.place(mark.own))
        });
        window.nearer(port)
    });
    let farther = Callback::new(move |()| window.get_untracked().farther());
    let aside =
        move |right, down| Callback::new(move |()| window.get_untracked().moved(right, down));
    view! {
        <div class="actions map-tools" role="group" aria-label=move_tr!("map-tools")>
            {button("+", move_tr!("map-nearer"), "nearer", nearer)}
            {button("−", move_tr!("map-farther"), "farther", farther)}
            {button("←", move_tr!("map-west"), "west", aside(-1.0, 0.0))}
            {button("↑", move_tr!("map-north"), "north", aside(0.0, -1.0))}
            {button("↓", move_tr!("map-south"), "south", aside(0.0, 1.0))}
            {button("→", move_tr!("map-east"), "east", aside(1.0, 0.0))}
            <button type="button" class="button button-small" data-testid="map-ports" on:click=move |_| chosen.set(None)>
                {move_tr!("map-ports")}
            </button>
            <button
                type="button" class="button button-small" data-testid="map-whole"
                on:click=move |_| chosen.set(Some(Window::WHOLE))
            >
                {move_tr!("map-whole")}
            </button>
        </div>
    }
}

fn mark(placed: Placed) -> impl IntoView {
    let i18n = use_i18n();
    let Placed {
        point, at, named, ..
    } = placed;
    let told = point.clone();
    let label = move || {
        tr!(i18n, "map-mark", {
            "name" => told.name.clone(),
            "country" => told.country.clone(),
            "figure" => told.figure.clone(),
            "tone" => tone_text(i18n, told.tone),
        })
    };
    let percent = |share: f64| format!("{}%", share * 100.0);
    view! {
        <li class="map-place" style:left=percent(at.0) style:top=percent(at.1)>
            <a
                class="map-mark" class:map-mark-end={at.0 > 0.6} class:map-mark-named=named.is_some()
                class:map-mark-above={named == Some(Named::Above)} href=point.href data-tone=point.tone aria-label=label
                data-testid=format!("map-mark-{}", point.id)
            >
                <span aria-hidden="true">{point.figure}</span>" "
                <span class="map-name" aria-hidden="true">{point.name}</span>
            </a>
        </li>
    }
}

#[component]
fn Legend() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <ul class="map-legend">
            {TONES.map(|tone| view! {
                <li><span class="map-mark" data-tone=tone aria-hidden="true"></span>{move || tone_text(i18n, tone)}</li>
            }).collect_view()}
        </ul>
    }
}

/// All points in words, also those that have no place on the map.
#[component]
fn MapList(
    points: Signal<Vec<MapPoint>>,
    #[prop(into)] figure_label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let caption = form_id("map-list");
    let nowhere = move || {
        points.with(|points| {
            points
                .iter()
                .filter(|point| point.position.and_then(on_sheet).is_none())
                .count()
        })
    };
    let position = move |point: &MapPoint| {
        let text = point
            .position
            .filter(|position| on_sheet(*position).is_some())
            .map(|(latitude, longitude)| (format!("{latitude:.2}"), format!("{longitude:.2}")));
        move || position_text(i18n, text.as_ref())
    };
    let row = move |point: MapPoint| {
        let position = position(&point);
        view! {
            <tr data-testid=format!("map-row-{}", point.id)>
                <th scope="row"><a href=point.href><bdi>{point.name}</bdi></a></th>
                <td>{point.country}</td>
                <td class="number">{point.figure}</td>
                <td>{move || tone_text(i18n, point.tone)}</td>
                <td>{position}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || { nowhere() > 0 }>
            <p class="hint" data-testid="map-nowhere">{move || tr!(i18n, "map-nowhere", { "count" => nowhere() as u64 })}</p>
        </Show>
        <details class="fold" data-testid="map-list">
            <summary id=caption.clone()>
                {move || tr!(i18n, "map-list", { "count" => points.with(Vec::len) as u64 })}
            </summary>
            <div class="table-scroll" role="region" tabindex="0" aria-labelledby=caption>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("map-port")}</th>
                            <th scope="col">{move_tr!("port-country")}</th>
                            <th scope="col" class="number">{figure_label}</th>
                            <th scope="col">{move_tr!("map-tone")}</th>
                            <th scope="col">{move_tr!("map-position")}</th>
                        </tr>
                    </thead>
                    <tbody>{move || points.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

found_by_code! {
    // by code: map-tone-
    tr!("map-tone-none");
    tr!("map-tone-low");
    tr!("map-tone-medium");
    tr!("map-tone-high");
    tr!("map-tone-critical");
}
