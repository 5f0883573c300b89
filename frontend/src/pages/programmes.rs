//! The reader's programmes.

use hawser_views::{
    Command, Reply,
    programme::{ProgrammeCommand, ProgrammeLine, ProgrammeReply},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use crate::{
    agent_link::{use_agent, view},
    components::{Badge, EmptyState, Icon, PageHead, Shown},
    i18n::use_i18n,
    pages::case::words,
};

#[component]
pub fn Programmes() -> impl IntoView {
    let agent = use_agent();
    let programmes = view(
        || Command::Programme(ProgrammeCommand::List),
        agent.errands(),
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Programmes(programmes)) => Some(programmes),
            _ => None,
        },
    );
    view! {
        <div class="page" data-testid="programmes">
        <PageHead title=move_tr!("programmes-title")>
            <A href="/programmes/new" attr:class="button button-primary" attr:data-testid="new-programme">
                <Icon name="add" />
                {move_tr!("programmes-new")}
            </A>
        </PageHead>
        <Shown of=programmes let:programmes>
            <Show
                when=move || programmes.with(|programmes| !programmes.is_empty())
                fallback=move || view! {
                    <EmptyState text=move_tr!("programmes-empty") testid="no-programmes">
                        <A href="/programmes/new" attr:class="button">{move_tr!("programmes-new")}</A>
                    </EmptyState>
                }
            >
                <ProgrammeTable programmes />
            </Show>
        </Shown>
        </div>
    }
}

#[component]
fn ProgrammeTable(programmes: Signal<Vec<ProgrammeLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = move || {
        programmes
            .get()
            .into_iter()
            .map(|programme| programme_row(i18n, programme))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("programmes-title")>
            <table class="table" data-testid="programme-table">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("programmes-column-programme")}</th>
                        <th scope="col">{move_tr!("cases-column-standing")}</th>
                        <th scope="col" class="number">{move_tr!("programmes-column-ports")}</th>
                        <th scope="col" class="number">{move_tr!("programmes-column-overdue")}</th>
                        <th scope="col" class="number">{move_tr!("cases-column-unseen")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn programme_row(i18n: I18n, programme: ProgrammeLine) -> impl IntoView {
    let ProgrammeLine {
        space,
        title,
        standing,
        ports,
        overdue,
        unseen,
        fault,
    } = programme;
    let untitled = title.is_empty();
    let name = move || {
        if untitled {
            tr!(i18n, "programmes-untitled")
        } else {
            title.clone()
        }
    };
    // Who was invited sees at first who asks them to join.
    let href = if standing == "invited" {
        format!("/programmes/{space}/people")
    } else {
        format!("/programmes/{space}")
    };
    let kind = standing.clone();
    view! {
        <tr data-testid="programme-row">
            <th scope="row">
                <A href=href attr:data-testid="programme-link"><bdi>{name}</bdi></A>
                {(!fault.is_empty()).then(|| view! { " "<Badge kind="fault" /> })}
            </th>
            <td><Badge kind label=Signal::derive(move || words::standing(i18n, &standing)) /></td>
            <td class="number">{move || words::number(i18n, ports)}</td>
            <td class="number">{move || words::number(i18n, overdue)}</td>
            <td class="number">{move || words::number(i18n, unseen)}</td>
        </tr>
    }
}
