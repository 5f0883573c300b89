//! What was found, what is recommended, and what is done about it until somebody else has seen that it is done.

mod action;
mod agree;
mod changes;
mod finding;
mod owner;
mod raise;
mod recommend;
mod report;
mod shift;

pub use raise::RaiseDialog;

use hawser_casework::{PersonId, RecordId, assessment::ActionStatus};
use hawser_views::{
    Command, Reply,
    mission::{
        ActionView, ChangeView, FindingView, MissionCommand, MissionReply, MissionView,
        RecommendationView,
    },
};
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::hooks::use_query_map;

use super::{OpenMission, use_mission};
use crate::{
    agent_link::{Loading, view},
    components::{EmptyState, Icon, PageHead, SelectField, Shown, fingerprint},
    i18n::{found_by_code, use_i18n},
    pages::case::{
        correct::{CorrectDialog, Correction},
        reason::{Asked, ReasonDialog},
        words,
    },
};
use agree::AgreeDialog;
use finding::FindingCard;
use owner::OwnerDialog;
use recommend::RecommendDialog;
use report::ReportDialog;
use shift::ShiftDialog;

/// What is asked about findings and actions: each dialog is open while it names something.
#[derive(Clone, Copy)]
struct Asking {
    recommend: RwSignal<Option<RecordId>>,
    agree: RwSignal<Option<(RecordId, Vec<RecommendationView>)>>,
    report: RwSignal<Option<ActionView>>,
    shift: RwSignal<Option<ActionView>>,
    owner: RwSignal<Option<ActionView>>,
    verify: RwSignal<Option<Asked>>,
    correct: RwSignal<Option<Correction>>,
}

impl Asking {
    fn new() -> Self {
        Self {
            recommend: RwSignal::new(None),
            agree: RwSignal::new(None),
            report: RwSignal::new(None),
            shift: RwSignal::new(None),
            owner: RwSignal::new(None),
            verify: RwSignal::new(None),
            correct: RwSignal::new(None),
        }
    }
}

/// Which findings are shown.
const FILTERS: [&str; 7] = [
    "all",
    "without-action",
    "open",
    "overdue",
    "blocked",
    "unverified",
    "conflict",
];

/// All that was changed in a finding and in what belongs to it.
fn changes(finding: &FindingView) -> impl Iterator<Item = &ChangeView> {
    let recommendations = finding.recommendations.iter().flat_map(|one| &one.changes);
    let actions = finding.actions.iter().flat_map(|one| &one.changes);
    finding.changes.iter().chain(recommendations).chain(actions)
}

fn shows(filter: &str, finding: &FindingView) -> bool {
    let any = |pick: fn(&ActionView) -> bool| finding.actions.iter().any(pick);
    match filter {
        "without-action" => finding.actions.is_empty(),
        "open" => any(|action| action.days.done.is_none()),
        "overdue" => any(|action| action.overdue),
        "blocked" => any(|action| action.status == ActionStatus::Blocked),
        "unverified" => any(|action| action.days.done.is_some() && action.days.verified.is_none()),
        "conflict" => changes(finding).any(|change| change.conflict),
        _ => true,
    }
}

/// People of the mission who can own an action: (id, name with party).
fn owners(view: &MissionView) -> Vec<(PersonId, String)> {
    let active = view.people.iter().filter(|person| person.state == "active");
    active
        .map(|person| (person.person, format!("{} ({})", person.name, person.party)))
        .collect()
}

/// The findings of the mission.
fn findings_view(mission: OpenMission) -> ReadSignal<Loading<Vec<FindingView>>> {
    view(
        move || {
            Command::Mission(MissionCommand::Findings {
                space: mission.space,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Findings(findings)) => Some(findings),
            _ => None,
        },
    )
}

#[component]
pub fn Findings() -> impl IntoView {
    let mission = use_mission();
    let assesses = mission.assesses();
    let findings = findings_view(mission);
    let raising = RwSignal::new(false);
    let may_raise = Memo::new(move |_| {
        let visited = mission
            .view
            .with(|view| view.ready().is_some_and(|view| !view.visits.is_empty()));
        assesses.get() && visited
    });
    view! {
        <PageHead title=move_tr!("tab-findings")>
            <Show when=move || may_raise.get()>
                <button
                    type="button" class="button button-primary" data-testid="raise-finding"
                    on:click=move |_| raising.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("finding-raise")}
                </button>
            </Show>
        </PageHead>
        <Shown of=findings let:findings>
            <Show
                when=move || findings.with(|findings| !findings.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("findings-empty") testid="no-findings" /> }
            >
                <List findings />
            </Show>
        </Shown>
        <RaiseDialog open=raising />
    }
}

#[component]
fn List(findings: Signal<Vec<FindingView>>) -> impl IntoView {
    let i18n = use_i18n();
    let asking = Asking::new();
    let wanted = use_query_map().read_untracked().get("show");
    let wanted = wanted.filter(|wanted| FILTERS.contains(&wanted.as_str()));
    let filter = RwSignal::new(wanted.unwrap_or_else(|| FILTERS[0].to_owned()));
    let filters = Signal::derive(move || {
        FILTERS
            .into_iter()
            .map(|code| (code.to_owned(), words::coded(i18n, "findings-filter", code)))
            .collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| {
        let findings = findings.get().into_iter();
        filter.with(|filter| {
            findings
                .filter(|one| shows(filter, one))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="no-print findings-filter">
            <SelectField
                label=move_tr!("team-filter") name="filter" value=filter options=filters required=true
                testid="findings-filter"
            />
        </div>
        <Show when=move || shown.with(Vec::is_empty)>
            <EmptyState text=move_tr!("findings-none-of-filter") testid="none-of-filter" />
        </Show>
        <ul class="plain-list findings">
            <For each=move || shown.get() key=fingerprint let:finding>
                <FindingCard finding asking />
            </For>
        </ul>
        <RecommendDialog asked=asking.recommend />
        <AgreeDialog asked=asking.agree />
        <ReportDialog asked=asking.report />
        <ShiftDialog asked=asking.shift />
        <OwnerDialog asked=asking.owner />
        <ReasonDialog asked=asking.verify />
        <CorrectDialog correction=asking.correct />
    }
}

found_by_code! {
    // by code: findings-filter-
    tr!("findings-filter-all");
    tr!("findings-filter-without-action");
    tr!("findings-filter-open");
    tr!("findings-filter-overdue");
    tr!("findings-filter-blocked");
    tr!("findings-filter-unverified");
    tr!("findings-filter-conflict");
}
