//! The missions that report for a port, each with those whose signature counts.

use hawser_casework::SpaceId;
use hawser_views::{
    Command, Reply,
    mission::{MissionCommand, MissionLine, MissionReply},
    programme::PortView,
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    register::{Asked, RegisterDialog},
    use_programme,
};
use crate::{
    agent_link::{use_agent, view},
    components::{Icon, date_text},
    i18n::use_i18n,
    pages::case::words,
};

/// A mission in a few words, for whoever is a member of it.
pub fn mission_text(i18n: I18n, mission: &MissionLine) -> String {
    let named = format!("{}, {}", mission.port, mission.country);
    if mission.starts.is_empty() {
        return tr!(i18n, "programme-mission-new", { "port" => named });
    }
    tr!(i18n, "programme-mission-visit", {
        "port" => named, "kind" => words::coded(i18n, "programme-visit", &mission.visit),
        "day" => date_text(i18n, &mission.starts),
    })
}

#[component]
pub fn Missions(port: Signal<PortView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let manages = programme.manages();
    let own = view(
        || Command::Mission(MissionCommand::List),
        use_agent().errands(),
        |reply| match reply {
            Reply::Mission(MissionReply::Missions(missions)) => Some(missions),
            _ => None,
        },
    );
    // Those that the reader can look into.
    let own = Memo::new(move |_| {
        own.with(|own| own.ready().cloned().unwrap_or_default())
            .into_iter()
            .filter(|mission| matches!(&*mission.standing, "manager" | "assessor"))
            .collect::<Vec<_>>()
    });
    let asked = RwSignal::new(None::<Asked>);
    let lines = move || {
        let missions = port.with(|port| port.missions.clone());
        missions
            .into_iter()
            .map(|(mission, signers)| {
                let known = own.with(|own| own.iter().find(|one| one.space == mission).cloned());
                mission_line(i18n, mission, known, &signers, manages, asked)
            })
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="missions-title" data-testid="port-missions">
            <h2 id="missions-title">{move_tr!("programme-missions-title")}</h2>
            <p class="quiet">{move_tr!("programme-missions-text")}</p>
            <Show
                when=move || port.with(|port| !port.missions.is_empty())
                fallback=|| view! {
                    <p data-testid="no-missions">
                        {move_tr!("programme-missions-none")}" "
                        <A href="/missions/new">{move_tr!("programme-mission-open")}</A>
                    </p>
                }
            >
                <ul class="plain-list missions">{lines}</ul>
            </Show>
            <Show when=move || manages.get()>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="register-mission"
                        on:click=move |_| asked.set(Some(Asked { mission: None }))
                    >
                        <Icon name="add" />
                        {move_tr!("programme-register")}
                    </button>
                </div>
            </Show>
            <RegisterDialog asked port own />
        </section>
    }
}

fn mission_line(
    i18n: I18n,
    mission: SpaceId,
    known: Option<MissionLine>,
    signers: &[String],
    manages: Memo<bool>,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView + use<> {
    let people = signers.join(", ");
    let member = known.is_some();
    let name = known.map_or_else(
        || view! { <span class="quiet">{tr!(i18n, "programme-mission-other")}</span> }.into_any(),
        |known| {
            let text = mission_text(i18n, &known);
            view! { <A href=format!("/missions/{mission}")><bdi>{text}</bdi></A> }.into_any()
        },
    );
    view! {
        <li class="mission-line" data-testid="mission-line" data-mission=mission.to_string()>
            <p>{name}</p>
            <p class="quiet">{tr!(i18n, "programme-mission-signers", { "people" => people })}</p>
            <Show when=move || member && manages.get()>
                <button
                    type="button" class="button button-small" data-testid="change-signers"
                    on:click=move |_| asked.set(Some(Asked { mission: Some(mission) }))
                >
                    {move_tr!("programme-change-signers")}
                </button>
            </Show>
        </li>
    }
}
