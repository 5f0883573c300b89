//! A shared report on paper: black on white, with what the host authority said to it.

use hawser_casework::RecordId;
use hawser_views::{failure::Failure, mission::ReportView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::hooks::use_params_map;

use super::{
    host::host_view,
    shared_report::{ReportState, ReportWithComments},
    use_mission,
};
use crate::pages::assessment_words as words;
use crate::{
    components::{FailurePanel, Icon, PageHead, Shown},
    i18n::use_i18n,
};

#[component]
pub fn Report() -> impl IntoView {
    let mission = use_mission();
    let params = use_params_map();
    let host = host_view(mission);
    let asked = Memo::new(move |_| params.read().get("report")?.parse::<RecordId>().ok());
    view! {
        <Shown of=host let:host>
            {
                let report = Memo::new(move |_| {
                    let asked = asked.get();
                    host.with(|host| {
                        let mut reports = host.reports.iter();
                        reports.find(|report| report.record.is_some() && report.record == asked).cloned()
                    })
                });
                move || match report.get() {
                    Some(report) => view! { <Paper report /> }.into_any(),
                    None => view! {
                        <PageHead title=move_tr!("report-title") />
                        <FailurePanel failure=Failure::new("unknown-report") />
                    }
                    .into_any(),
                }
            }
        </Shown>
    }
}

#[component]
fn Paper(report: ReportView) -> impl IntoView {
    let i18n = use_i18n();
    let (port, visit) = (report.report.port.name.clone(), report.report.visit.clone());
    let title = Signal::derive(move || {
        let visit = words::visit(i18n, visit.kind, &visit.starts, &visit.ends);
        tr!(i18n, "report-title-of", { "port" => port.clone(), "visit" => visit })
    });
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <div class="report-paper" data-testid="report-page">
            <PageHead title>
                <button type="button" class="button button-primary" data-testid="print" on:click=print>
                    <Icon name="print" />
                    {move_tr!("report-print")}
                </button>
            </PageHead>
            <ReportState report=report.clone() />
            <h2>{move_tr!("report-as-shared")}</h2>
            <ReportWithComments report />
        </div>
    }
}
