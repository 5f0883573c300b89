//! The reader's cases.

use hawser_views::{Command, Reply, case::CaseLine};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use crate::{
    agent_link::{use_agent, view},
    components::{Badge, EmptyState, Icon, PageHead, Shown, date_text},
    i18n::use_i18n,
    pages::case::words,
};

#[component]
pub fn Cases() -> impl IntoView {
    let agent = use_agent();
    let cases = view(
        || Command::Cases,
        agent.errands(),
        |reply| match reply {
            Reply::Cases(cases) => Some(cases),
            _ => None,
        },
    );
    view! {
        <div class="page" data-testid="cases">
        <PageHead title=move_tr!("cases-title")>
            <A href="/cases/new" attr:class="button button-primary" attr:data-testid="new-case">
                <Icon name="add" />
                {move_tr!("cases-new")}
            </A>
        </PageHead>
        <Shown of=cases let:cases>
            <Show
                when=move || cases.with(|cases| !cases.is_empty())
                fallback=move || view! {
                    <EmptyState text=move_tr!("cases-empty") testid="no-cases">
                        <A href="/cases/new" attr:class="button">{move_tr!("cases-new")}</A>
                    </EmptyState>
                }
            >
                <CaseTable cases />
            </Show>
        </Shown>
        </div>
    }
}

#[component]
fn CaseTable(cases: Signal<Vec<CaseLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = move || {
        cases
            .get()
            .into_iter()
            .map(|case| case_row(i18n, case))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("cases-title")>
            <table class="table" data-testid="case-table">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("cases-column-case")}</th>
                        <th scope="col">{move_tr!("cases-column-standing")}</th>
                        <th scope="col">{move_tr!("cases-column-term")}</th>
                        <th scope="col" class="number">{move_tr!("cases-column-waiting")}</th>
                        <th scope="col" class="number">{move_tr!("cases-column-unseen")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn case_row(i18n: I18n, case: CaseLine) -> impl IntoView {
    let CaseLine {
        space,
        title,
        reference,
        standing,
        ends,
        days_left,
        unseen,
        waiting,
        fault,
    } = case;
    let untitled = title.is_empty();
    let name = move || {
        if untitled {
            tr!(i18n, "cases-untitled")
        } else {
            title.clone()
        }
    };
    // Who was invited sees at first who asks them to join.
    let href = if standing == "invited" {
        format!("/cases/{space}/people")
    } else {
        format!("/cases/{space}")
    };
    let term = move || {
        if ends.is_empty() {
            return String::new();
        }
        format!(
            "{} · {}",
            date_text(i18n, &ends),
            words::days_left(i18n, days_left)
        )
    };
    let kind = standing.clone();
    view! {
        <tr data-testid="case-row">
            <th scope="row">
                <A href=href attr:data-testid="case-link"><bdi>{name}</bdi></A>
                <span class="row-detail"><bdi>{reference}</bdi></span>
                {(!fault.is_empty()).then(|| view! { <Badge kind="fault" /> })}
            </th>
            <td><Badge kind=kind label=Signal::derive(move || words::standing(i18n, &standing)) /></td>
            <td>{term}</td>
            <td class="number">{move || words::number(i18n, waiting)}</td>
            <td class="number">{move || words::number(i18n, unseen)}</td>
        </tr>
    }
}
