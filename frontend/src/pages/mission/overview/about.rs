//! What the mission is about: the port, what is asked, to which programme it reports.

use hawser_views::mission::MissionView;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use crate::{
    browser,
    components::port_field::position_text,
    i18n::use_i18n,
    pages::{
        case::correct::Correction,
        mission::{correctable::Correctable, use_mission},
    },
};

#[component]
pub fn About(view: Signal<MissionView>, correction: RwSignal<Option<Correction>>) -> impl IntoView {
    let i18n = use_i18n();
    let assesses = use_mission().assesses();
    let port = Memo::new(move |_| view.with(|view| view.port.clone()));
    let country =
        move || port.with(|port| browser::country_names(i18n.language.get().id)(&port.country));
    let locode = move || port.with(|port| port.locode.clone());
    let position = move || {
        port.with(|port| {
            let degrees = port.position.as_ref();
            let degrees = degrees.map(|(north, east)| (north.to_string(), east.to_string()));
            position_text(i18n, degrees.as_ref())
        })
    };
    let template = move || {
        view.with(|view| {
            let template = view.template.as_ref()?;
            Some(tr!(i18n, "report-template-version", {
                "id" => template.id.clone(), "version" => template.version,
            }))
        })
    };
    let host = move || match view.with(|view| view.host.clone()) {
        host if host.is_empty() => tr!(i18n, "mission-no-host"),
        host => host,
    };
    let programme = move || {
        view.with(|view| view.programme).map(|programme| {
            view! {
                <dt>{move_tr!("visit-programme")}</dt>
                <dd><A href=format!("/programmes/{programme}")>{move_tr!("mission-to-programme")}</A></dd>
            }
        })
    };
    let fields = move || {
        let record = view
            .with(|view| view.opened_record)
            .filter(|_| assesses.get())?;
        let fields = port.with(|port| {
            vec![
                ("port.name", port.name.clone()),
                ("port.country", port.country.clone()),
                ("port.locode", port.locode.clone().unwrap_or_default()),
            ]
        });
        Some(view! { <Correctable record fields correction /> })
    };
    view! {
        <section class="panel-plain" aria-labelledby="about-title" data-testid="about">
            <h2 id="about-title">{move_tr!("mission-about")}</h2>
            <dl class="pairs">
                <dt>{move_tr!("port-name")}</dt>
                <dd><bdi>{move || port.with(|port| port.name.clone())}</bdi></dd>
                <dt>{move_tr!("port-country")}</dt>
                <dd>{country}</dd>
                {move || locode().map(|locode| view! { <dt>"UN/LOCODE"</dt><dd class="mono">{locode}</dd> })}
                <dt>{move_tr!("map-position")}</dt>
                <dd>{position}</dd>
                <dt>{move_tr!("visit-host")}</dt>
                <dd data-testid="mission-host"><bdi>{host}</bdi></dd>
                <dt>{move_tr!("report-template")}</dt>
                <dd>{template}</dd>
                {programme}
            </dl>
            {fields}
        </section>
    }
}
