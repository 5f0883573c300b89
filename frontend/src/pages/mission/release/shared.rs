//! What was shared of a visit, and what the host authority said to it; or that it let the day pass.

use hawser_views::{
    Command,
    mission::{MissionCommand, ReportView},
};
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::components::A;

use crate::{
    components::{
        ConfirmDialog, EmptyState, Form, FormFailure, ReadersNote, fingerprint, use_toasts,
    },
    i18n::use_i18n,
    pages::mission::{
        shared_report::{ReportState, ReportWithComments},
        use_mission,
    },
};

#[component]
pub fn Shared(reports: Memo<Vec<ReportView>>) -> impl IntoView {
    // Newer ones take the place of those before.
    let lines = Memo::new(move |_| {
        let reports = reports.get().into_iter().enumerate();
        reports
            .map(|(at, report)| (at == 0, report))
            .collect::<Vec<_>>()
    });
    view! {
        <section class="panel-plain" aria-labelledby="shared-title" data-testid="shared-reports">
            <h2 id="shared-title">{move_tr!("release-shared")}</h2>
            <Show
                when=move || !reports.with(Vec::is_empty)
                fallback=|| view! { <EmptyState text=move_tr!("release-nothing-shared") testid="not-shared" /> }
            >
                <ul class="plain-list">
                    <For
                        each=move || lines.get()
                        key=fingerprint
                        let((newest, report))
                    >
                        <Line report newest />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Line(report: ReportView, newest: bool) -> impl IntoView {
    let mission = use_mission();
    let silence = RwSignal::new(false);
    let Some(record) = report.record else {
        return ().into_any();
    };
    let print = mission.path(&format!("report/{record}"));
    let may_record = report.can_record_silence;
    let readers = StoredValue::new(report.readers.clone());
    view! {
        <li class="shared-report" data-testid="shared-report">
            <ReportState report=report.clone() />
            <div class="actions">
                <A href=print attr:class="button" attr:data-testid="print-page">{move_tr!("report-print-page")}</A>
                <Show when=move || may_record && !mission.shut.get()>
                    <button type="button" class="button" data-testid="record-silence" on:click=move |_| silence.set(true)>
                        {move_tr!("release-silence")}
                    </button>
                </Show>
            </div>
            <details class="fold" open=newest data-testid="shared-body">
                <summary>{move_tr!("report-as-shared")}</summary>
                <ReportWithComments report />
            </details>
            <SilenceDialog open=silence record readers=readers.get_value() />
        </li>
    }
    .into_any()
}

#[component]
fn SilenceDialog(
    open: RwSignal<bool>,
    record: hawser_casework::RecordId,
    readers: Vec<(String, u32)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let confirm = Callback::new(move |()| {
        let command = MissionCommand::RecordSilence {
            space: mission.space,
            report: record,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(leptos_fluent::tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    });
    view! {
        <ConfirmDialog
            open title=move_tr!("release-silence") confirm=move_tr!("release-silence") on_confirm=confirm
            busy=form.busy() testid="silence-dialog"
        >
            <FormFailure form />
            <p>{move_tr!("release-silence-text")}</p>
            <ReadersNote readers=readers.clone() />
        </ConfirmDialog>
    }
}
