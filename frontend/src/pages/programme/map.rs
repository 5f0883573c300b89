//! The ports of the programme on a map, each with its worst residual risk.

use hawser_casework::{Decimal, assessment::Risk};
use hawser_views::programme::{PortLine, ProgrammeView, RiskLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr};

use super::{OpenProgramme, follow::FollowDialog, phrases, ports::NoPorts, use_programme};
use crate::{
    components::{
        PageHead, Shown,
        world_map::{MapPoint, WorldMap},
    },
    i18n::use_i18n,
    pages::case::words,
};

#[component]
pub fn ProgrammeMap() -> impl IntoView {
    let programme = use_programme();
    let following = RwSignal::new(false);
    view! {
        <PageHead title=move_tr!("tab-map") lead=move_tr!("programme-map-lead") />
        <Shown of=programme.view let:view>
            <Show
                when=move || view.with(|view| !view.ports.is_empty())
                fallback=move || view! { <NoPorts following /> }
            >
                <Points view />
            </Show>
        </Shown>
        <FollowDialog open=following />
    }
}

#[component]
fn Points(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let points = Memo::new(move |_| {
        view.with(|view| {
            let points = view.ports.iter().map(|port| point(i18n, programme, port));
            points.collect::<Vec<_>>()
        })
    });
    view! { <WorldMap points figure_label=move_tr!("programme-worst-risk") /> }
}

/// The highest residual risk of a port's newest visit.
pub fn worst(port: &PortLine) -> Option<&RiskLine> {
    let residual = |line: &&RiskLine| line.risk.residual;
    port.risks.iter().max_by_key(residual)
}

fn point(i18n: I18n, programme: OpenProgramme, port: &PortLine) -> MapPoint {
    let worst = worst(port).map(|line| &line.risk);
    let degrees = |decimal: &Decimal| decimal.to_string().parse::<f64>().ok();
    let position = port
        .named
        .position
        .as_ref()
        .and_then(|(latitude, longitude)| Some((degrees(latitude)?, degrees(longitude)?)));
    MapPoint {
        id: port.port.to_string(),
        name: port.named.name.clone(),
        country: port.named.country.clone(),
        position,
        figure: worst.map_or_else(
            || phrases::NO_FIGURE.to_owned(),
            |risk| words::number(i18n, risk.residual.into()),
        ),
        tone: worst
            .map(Risk::residual_band)
            .map_or("none", |band| band.code()),
        href: programme.path(&format!("ports/{}", port.port)),
    }
}
