//! The host authority's page: what was shared with it, what it says to it, and its signature.

mod comment;
mod sign;

use std::{collections::BTreeSet, sync::Arc};

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    mission::{HostView, MissionCommand, MissionReply, ReportView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::{
    OpenMission,
    report_body::Beside,
    shared_report::{ReportState, ReportWithComments},
    use_mission,
};
use crate::pages::assessment_words as words;
use crate::{
    agent_link::{Loading, view},
    components::{EmptyState, PageHead, Shown, fingerprint},
    i18n::use_i18n,
};
use comment::{CommentDialog, Commented};
use sign::SignDialog;

/// Reports with what the host authority said to them, as the team and the host authority see them.
pub fn host_view(mission: OpenMission) -> ReadSignal<Loading<HostView>> {
    view(
        move || {
            Command::Mission(MissionCommand::Host {
                space: mission.space,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Host(host)) => Some(*host),
            _ => None,
        },
    )
}

/// What the host authority is asked for.
#[derive(Clone, Copy)]
struct Asking {
    comment: RwSignal<Option<Commented>>,
    sign: RwSignal<Option<ReportView>>,
}

#[component]
pub fn Host() -> impl IntoView {
    let mission = use_mission();
    let host = host_view(mission);
    let asking = Asking {
        comment: RwSignal::new(None),
        sign: RwSignal::new(None),
    };
    view! {
        <PageHead title=move_tr!("host-title") lead=move_tr!("host-lead") />
        <Shown of=host let:host>
            <Visits host />
            <Show
                when=move || host.with(|host| !host.reports.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("host-nothing-shared") testid="nothing-shared" /> }
            >
                <Reports host asking />
            </Show>
        </Shown>
        <CommentDialog asked=asking.comment />
        <SignDialog asked=asking.sign />
    }
}

/// When visits are, and whom to ask about them.
#[component]
fn Visits(host: Signal<HostView>) -> impl IntoView {
    let i18n = use_i18n();
    let visits = move || {
        host.with(|host| host.visits.clone())
            .into_iter()
            .map(|one| {
                view! { <li data-testid="told-visit">{move || words::visit(i18n, one.kind, &one.starts, &one.ends)}</li> }
            })
            .collect_view()
    };
    let managers = move || {
        let managers = host.with(|host| host.managers.clone()).into_iter();
        let named = managers.map(|(name, party)| format!("{name} ({party})"));
        tr!(i18n, "host-managers", { "names" => named.collect::<Vec<_>>().join(", ") })
    };
    view! {
        <section class="panel-plain" aria-labelledby="host-visits-title" data-testid="host-visits">
            <h2 id="host-visits-title">{move_tr!("visits-title")}</h2>
            <Show
                when=move || host.with(|host| !host.visits.is_empty())
                fallback=|| view! { <p class="quiet">{move_tr!("host-no-visits")}</p> }
            >
                <ul>{visits}</ul>
            </Show>
            <p class="quiet" data-testid="managers">{managers}</p>
        </section>
    }
}

/// The newest report of each visit, and those before it.
#[component]
fn Reports(host: Signal<HostView>, asking: Asking) -> impl IntoView {
    let of_visits = Memo::new(move |_| {
        host.with(|host| {
            let mut met = BTreeSet::<RecordId>::new();
            let newest = |report: &ReportView| met.insert(report.report.visit.id);
            host.reports.iter().cloned().partition::<Vec<_>, _>(newest)
        })
    });
    let earlier = move || of_visits.with(|(_, earlier)| earlier.clone());
    let mission = use_mission();
    let i18n = use_i18n();
    let lines = move || {
        earlier()
            .into_iter()
            .filter_map(|report| {
                let visit = report.report.visit;
                let href = mission.path(&format!("report/{}", report.record?));
                let by = report.by;
                Some(view! {
                    <li>
                        <A href=href>{move || words::visit(i18n, visit.kind, &visit.starts, &visit.ends)}</A>
                        " · "<bdi>{by}</bdi>
                    </li>
                })
            })
            .collect_view()
    };
    view! {
        <For each=move || of_visits.with(|(newest, _)| newest.clone()) key=fingerprint let:report>
            <Current report asking />
        </For>
        <Show when=move || !earlier().is_empty()>
            <details class="fold" data-testid="earlier-reports">
                <summary>{move_tr!("host-earlier")}</summary>
                <ul>{lines}</ul>
            </details>
        </Show>
    }
}

#[component]
fn Current(report: ReportView, asking: Asking) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let Some(record) = report.record else {
        return ().into_any();
    };
    let heading = format!("report-{record}");
    let labelled_by = heading.clone();
    let visit = report.report.visit.clone();
    let can_comment = report.can_comment;
    let may_comment = move || can_comment && !mission.shut.get();
    let readers = report.readers.clone();
    let comment: Beside = Arc::new(move |item| {
        let readers = readers.clone();
        let ask = move |_| {
            asking.comment.set(Some(Commented {
                report: record,
                item,
                readers: readers.clone(),
            }));
        };
        let label = move || match item {
            Some(_) => tr!(i18n, "host-comment-item"),
            None => tr!(i18n, "host-comment-whole"),
        };
        view! {
            <Show when=may_comment>
                <div class="actions">
                    <button
                        type="button" class="button button-small"
                        data-testid="comment" data-item=item.is_some().to_string()
                        on:click=ask.clone()
                    >
                        {label}
                    </button>
                </div>
            </Show>
        }
        .into_any()
    });
    let to_sign = StoredValue::new(report.clone());
    let can_sign = report.can_sign;
    let print = mission.path(&format!("report/{record}"));
    view! {
        <section class="panel-plain" aria-labelledby=labelled_by data-testid="host-report">
            <div class="section-head">
                <h2 id=heading>{move || words::visit(i18n, visit.kind, &visit.starts, &visit.ends)}</h2>
                <div class="actions">
                    <A href=print attr:class="button" attr:data-testid="print-page">{move_tr!("report-print-page")}</A>
                    <Show when=move || can_sign && !mission.shut.get()>
                        <button
                            type="button" class="button button-primary" data-testid="sign"
                            on:click=move |_| asking.sign.set(Some(to_sign.get_value()))
                        >
                            {move_tr!("host-sign")}
                        </button>
                    </Show>
                </div>
            </div>
            <ReportState report=report.clone() />
            <ReportWithComments report more=comment />
        </section>
    }
    .into_any()
}
