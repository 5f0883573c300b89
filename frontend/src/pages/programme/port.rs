//! One port with its history: what each visit came to, what changed, who may report for it.

mod domains;
mod history;
mod missions;
mod register;
mod risks;

use hawser_casework::{RecordId, assessment::PortRef, record::FollowedPort};
use hawser_views::{
    Command, Reply,
    failure::Failure,
    programme::{
        PortLine, PortView, ProgrammeCommand, ProgrammeReply, ProgrammeView, SignedFigures,
    },
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::{components::A, hooks::use_params_map};

use super::{change, phrases, ports::PortFacts, risks::RiskFigures, use_programme};
use crate::{
    agent_link::view,
    components::{
        EmptyState, FailurePanel, PageHead, Shown, anchor::go_where_the_address_points,
        port_field::position_text,
    },
    i18n::use_i18n,
    pages::case::{
        correct::{CorrectDialog, Correction},
        words,
    },
};
use domains::Domains;
use history::History;
use missions::Missions;
use risks::PortRisks;

/// The address of a domain on the page of its port.
pub fn domain_anchor(domain: &str) -> String {
    format!("domain-{domain}")
}

#[component]
pub fn PortPage() -> impl IntoView {
    let params = use_params_map();
    let port = Memo::new(move |_| {
        params
            .read()
            .get("port")
            .and_then(|port| port.parse::<RecordId>().ok())
    });
    move || match port.get() {
        Some(port) => view! { <One port /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("not-found") /> }.into_any(),
    }
}

#[component]
fn One(port: RecordId) -> impl IntoView {
    let programme = use_programme();
    let shown = view(
        move || {
            Command::Programme(ProgrammeCommand::Port {
                space: programme.space,
                port,
            })
        },
        programme.changes,
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Port(port)) => Some(*port),
            _ => None,
        },
    );
    view! {
        <nav aria-label=move_tr!("tab-ports") class="back">
            <A href=programme.path("ports")>{move_tr!("programme-port-back")}</A>
        </nav>
        <Shown of=shown let:port>
            <Shown of=programme.view let:view>
                <Body port view />
            </Shown>
        </Shown>
    }
}

/// The port as the overview has it.
fn line_of(view: &ProgrammeView, port: RecordId) -> Option<PortLine> {
    view.ports.iter().find(|line| line.port == port).cloned()
}

/// The figures of a visit that count.
fn figures_of(port: &PortView, visit: RecordId) -> Option<&SignedFigures> {
    let mut history = port.history.iter();
    history.find(|figures| figures.visit.id == visit && !figures.superseded)
}

/// Country, LOCODE and position.
fn place(i18n: I18n, port: &PortRef) -> String {
    let position = port
        .position
        .as_ref()
        .map(|(latitude, longitude)| (latitude.to_string(), longitude.to_string()));
    let told = [
        Some(port.country.clone()),
        port.locode.clone(),
        Some(position_text(i18n, position.as_ref())),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
fn Body(port: Signal<PortView>, view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let manages = programme.manages();
    let correction = RwSignal::new(None::<Correction>);
    let line = Memo::new(move |_| {
        let id = port.with(|port| port.port);
        view.with(|view| line_of(view, id))
    });
    let title = Signal::derive(move || port.with(|port| port.followed.port.name.clone()));
    let lead = Signal::derive(move || port.with(|port| place(i18n, &port.followed.port)));
    let correct = move |field: &'static str, old: fn(&FollowedPort) -> String| {
        move |_| {
            correction.set(Some(port.with_untracked(|port| Correction {
                target: port.port,
                field: field.to_owned(),
                old: old(&port.followed),
            })));
        }
    };
    go_where_the_address_points();
    view! {
        <PageHead title lead>
            <Show when=move || manages.get()>
                <button
                    type="button" class="button" data-testid="correct-port-name"
                    on:click=correct("port.name", |followed| followed.port.name.clone())
                >
                    {move || tr!(i18n, "correct-field", { "field" => words::field(i18n, "port.name") })}
                </button>
                <button
                    type="button" class="button button-primary" data-testid="plan-visit"
                    on:click=correct("visit_planned", |followed| followed.visit_planned.clone().unwrap_or_default())
                >
                    {move_tr!("programme-plan-visit")}
                </button>
            </Show>
        </PageHead>
        {move || line.get().map(|line| {
            let reported = line.visit.is_some();
            view! {
                <section class="panel-plain" aria-labelledby="port-facts-title" data-testid="port-facts">
                    <h2 id="port-facts-title">{move_tr!("programme-port-facts")}</h2>
                    <PortFacts port=line.clone() />
                </section>
                {if reported {
                    view! {
                        <Domains port view line=line.clone() />
                        <PortRisks port view line />
                    }.into_any()
                } else {
                    view! { <EmptyState text=move_tr!("programme-port-unreported") testid="port-unreported" /> }.into_any()
                }}
            }
        })}
        <Missions port />
        <History port />
        <CorrectDialog correction />
    }
}
