//! The pages of a mission, as tabs.

use leptos::prelude::*;
use leptos_fluent::move_tr;

use super::use_mission;
use crate::components::{Tab, Tabs};

/// Those of the team; for people of the host authority, the ones that show something to them; while it is not known
/// who reads, those of both. Pages of a visit stay with the visit that was looked at.
#[component]
pub fn MissionTabs() -> impl IntoView {
    let mission = use_mission();
    let host = Memo::new(move |_| {
        mission
            .view
            .with(|view| view.ready().map(|view| view.host_reader))
    });
    let tab = move |part: &str, label: Signal<String>, testid: &'static str| Tab {
        href: mission.path(part).trim_end_matches('/').to_owned(),
        label,
        exact: part.is_empty(),
        testid,
    };
    let tabs = Signal::derive(move || {
        let of_visit = |part: &str| match mission.chosen.get() {
            Some(visit) => format!("{part}/{visit}"),
            None => part.to_owned(),
        };
        let around = [
            tab("people", move_tr!("tab-people"), "tab-people"),
            tab("record", move_tr!("tab-record"), "tab-record"),
        ];
        let own = match host.get() {
            None => Vec::new(),
            Some(true) => vec![tab("host", move_tr!("tab-host"), "tab-host")],
            Some(false) => vec![
                tab("", move_tr!("tab-overview"), "tab-overview"),
                tab(&of_visit("visits"), move_tr!("tab-visit"), "tab-visit"),
                tab(&of_visit("team"), move_tr!("tab-team"), "tab-team"),
                tab(&of_visit("scores"), move_tr!("tab-scores"), "tab-scores"),
                tab("findings", move_tr!("tab-findings"), "tab-findings"),
                tab(&of_visit("release"), move_tr!("tab-release"), "tab-release"),
            ],
        };
        own.into_iter().chain(around).collect::<Vec<_>>()
    });
    view! { <Tabs label=move_tr!("tabs-mission") tabs /> }
}
