//! What the host authority would read if the report were shared now, word for word.

use std::sync::Arc;

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    mission::{MissionCommand, MissionReply, ReportView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::share::ShareDialog;
use crate::{
    agent_link::view,
    components::{ReadersNote, Shown},
    i18n::use_i18n,
    pages::mission::{
        report_body::{Beside, ReportBody},
        use_mission,
    },
};

#[component]
pub fn Preview(visit: RecordId, reports: Memo<Vec<ReportView>>) -> impl IntoView {
    let mission = use_mission();
    let shown = view(
        move || {
            Command::Mission(MissionCommand::Releasable {
                space: mission.space,
                visit,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Report(report)) => Some(*report),
            _ => None,
        },
    );
    view! {
        <section class="panel-plain" aria-labelledby="preview-title" data-testid="releasable">
            <Shown of=shown let:report>
                <Body report reports />
            </Shown>
        </section>
    }
}

#[component]
fn Body(report: Signal<ReportView>, reports: Memo<Vec<ReportView>>) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let manages = mission.manages();
    let sharing = RwSignal::new(false);
    // The same as the newest that was shared.
    let unchanged = Memo::new(move |_| {
        let newest = reports.with(|reports| reports.first().map(|newest| newest.sha256.clone()));
        newest.is_some_and(|newest| report.with(|report| report.sha256 == newest))
    });
    let withheld = Memo::new(move |_| report.with(|report| report.withheld.unwrap_or_default()));
    let nobody = Memo::new(move |_| report.with(|report| report.readers.is_empty()));
    let readers = Signal::derive(move || report.with(|report| report.readers.clone()));
    // What does not change in it is not made anew.
    let whole = Memo::new(move |_| report.with(|report| report.report.clone()));
    let body = move || {
        let nothing: Beside = Arc::new(|_| ().into_any());
        view! { <ReportBody report=whole.get() beside=nothing /> }
    };
    view! {
        <div class="section-head">
            <h2 id="preview-title">{move_tr!("release-preview")}</h2>
            <Show when=move || manages.get() && !nobody.get() && !unchanged.get()>
                <button
                    type="button" class="button button-primary" data-testid="share-report"
                    on:click=move |_| sharing.set(true)
                >
                    {move_tr!("release-share")}
                </button>
            </Show>
        </div>
        <p class="quiet">{move_tr!("release-preview-text")}</p>
        <Show when=move || unchanged.get()>
            <p role="status" data-testid="unchanged">{move_tr!("release-unchanged")}</p>
        </Show>
        <p data-testid="withheld">
            {move || tr!(i18n, "release-withheld", { "n" => withheld.get() })}
        </p>
        <Show
            when=move || !nobody.get()
            fallback=move || view! {
                <p class="warning" data-testid="no-host">
                    {move_tr!("release-no-host")}" "
                    <A href=mission.path("people")>{move_tr!("people-title")}</A>
                </p>
            }
        >
            <ReadersNote readers />
        </Show>
        <Show when=move || !manages.get() && !mission.shut.get()>
            <p class="quiet">{move_tr!("release-by-manager")}</p>
        </Show>
        <details class="fold" open=true data-testid="preview-body">
            <summary>{move_tr!("release-read")}</summary>
            {body}
        </details>
        <ShareDialog open=sharing report />
    }
}
