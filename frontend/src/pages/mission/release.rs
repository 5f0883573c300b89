//! What leaves the team: the report for the host authority, with what comes back, and the figures for the
//! programme.

mod preview;
mod programme;
mod share;
mod shared;

use hawser_casework::RecordId;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use super::{host::host_view, of_visit::OfVisit, use_mission};
use crate::components::{PageHead, Shown};
use preview::Preview;
use programme::Reporting;
use shared::Shared;

#[component]
pub fn Release() -> impl IntoView {
    view! {
        <OfVisit part="release" title=move_tr!("tab-release") let:visit>
            <Body visit />
        </OfVisit>
    }
}

#[component]
fn Body(visit: RecordId) -> impl IntoView {
    let mission = use_mission();
    let host = host_view(mission);
    view! {
        <PageHead title=move_tr!("tab-release") lead=move_tr!("release-lead") />
        <Shown of=host let:host>
            {
                let reports = Memo::new(move |_| {
                    host.with(|host| {
                        let reports = host.reports.iter();
                        let of_visit = reports.filter(|report| report.report.visit.id == visit);
                        of_visit.cloned().collect::<Vec<_>>()
                    })
                });
                view! {
                    <Shared reports />
                    <Preview visit reports />
                }
            }
        </Shown>
        <Reporting visit />
    }
}
