//! The reader's port missions, by what is due next.

use hawser_casework::assessment::VisitKind;
use hawser_views::{
    Command, Reply,
    mission::{MissionCommand, MissionLine, MissionReply},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use crate::pages::assessment_words as words;
use crate::{
    agent_link::{use_agent, view},
    browser,
    components::{Badge, EmptyState, Icon, PageHead, Shown, date_text},
    i18n::use_i18n,
    pages::case::words::{number, standing as standing_word},
};

#[component]
pub fn Missions() -> impl IntoView {
    let agent = use_agent();
    let missions = view(
        || Command::Mission(MissionCommand::List),
        agent.errands(),
        |reply| match reply {
            Reply::Mission(MissionReply::Missions(missions)) => Some(missions),
            _ => None,
        },
    );
    view! {
        <div class="page" data-testid="missions">
        <PageHead title=move_tr!("missions-title")>
            <A href="/missions/new" attr:class="button button-primary" attr:data-testid="new-mission">
                <Icon name="add" />
                {move_tr!("missions-new")}
            </A>
        </PageHead>
        <Shown of=missions let:missions>
            <Show
                when=move || missions.with(|missions| !missions.is_empty())
                fallback=move || view! {
                    <EmptyState text=move_tr!("missions-empty") testid="no-missions">
                        <A href="/missions/new" attr:class="button">{move_tr!("missions-new")}</A>
                    </EmptyState>
                }
            >
                <MissionTable missions />
            </Show>
        </Shown>
        </div>
    }
}

#[component]
fn MissionTable(missions: Signal<Vec<MissionLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = move || {
        missions
            .get()
            .into_iter()
            .map(|mission| row(i18n, mission))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("missions-title")>
            <table class="table" data-testid="mission-table">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("missions-column-port")}</th>
                        <th scope="col">{move_tr!("missions-column-standing")}</th>
                        <th scope="col">{move_tr!("missions-column-visit")}</th>
                        <th scope="col">{move_tr!("missions-column-due")}</th>
                        <th scope="col" class="number">{move_tr!("missions-column-unseen")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(i18n: I18n, mission: MissionLine) -> impl IntoView {
    let MissionLine {
        space,
        port,
        country,
        standing,
        visit,
        starts,
        ends,
        next_due,
        overdue,
        unseen,
        fault,
    } = mission;
    let unnamed = port.is_empty();
    let name = move || {
        if unnamed {
            tr!(i18n, "missions-unnamed")
        } else {
            port.clone()
        }
    };
    // Who was invited sees at first who asks them to join.
    let href = if standing == "invited" {
        format!("/missions/{space}/people")
    } else {
        format!("/missions/{space}")
    };
    let country = move || browser::country_names(i18n.language.get().id)(&country);
    let kind = VisitKind::ALL.into_iter().find(|kind| kind.code() == visit);
    let newest = move || match kind {
        Some(kind) => words::visit(i18n, kind, &starts, &ends),
        None => tr!(i18n, "missions-no-visit"),
    };
    let due = move || match next_due.as_str() {
        "" => tr!(i18n, "missions-nothing-due"),
        day => date_text(i18n, day),
    };
    let kind = standing.clone();
    view! {
        <tr data-testid="mission-row">
            <th scope="row">
                <A href=href attr:data-testid="mission-link"><bdi>{name}</bdi></A>
                <span class="row-detail">{country}</span>
                {(!fault.is_empty()).then(|| view! { <Badge kind="fault" /> })}
            </th>
            <td><Badge kind=kind label=Signal::derive(move || standing_word(i18n, &standing)) /></td>
            <td>{newest}</td>
            <td>
                {due}
                {(overdue > 0).then(|| view! {
                    <span class="row-marks">
                        <Badge
                            kind="overdue"
                            label=Signal::derive(move || tr!(i18n, "missions-overdue", { "n" => overdue }))
                        />
                    </span>
                })}
            </td>
            <td class="number">{move || number(i18n, unseen)}</td>
        </tr>
    }
}
