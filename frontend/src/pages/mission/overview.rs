//! A mission at a glance: its visits and how far they are, what is left, what happened last.

mod about;
mod visits;

use hawser_views::mission::MissionView;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::{add_facility::AddFacilityDialog, open_visit::OpenVisitDialog, use_mission};
use crate::{
    components::{Badge, Icon, PageHead, ReadersNote, Shown, fingerprint},
    i18n::{found_by_code, use_i18n},
    pages::case::{
        correct::{CorrectDialog, Correction},
        entries::EntryItem,
        words,
    },
};
use about::About;
use visits::Visits;

/// What the dialogs of the overview are opened by.
#[derive(Clone, Copy)]
struct Opening {
    visit: RwSignal<bool>,
    facility: RwSignal<bool>,
}

#[component]
pub fn MissionOverview() -> impl IntoView {
    let mission = use_mission();
    let (assesses, manages) = (mission.assesses(), mission.manages());
    let opening = Opening {
        visit: RwSignal::new(false),
        facility: RwSignal::new(false),
    };
    let correction = RwSignal::new(None::<Correction>);
    let newest = Memo::new(move |_| {
        mission
            .view
            .with(|view| Some(view.ready()?.visits.first()?.visit))
    });
    let rate = move || {
        let visit = newest.get().filter(|_| assesses.get())?;
        Some(view! {
            <A
                href=mission.path(&format!("visits/{visit}/rate"))
                attr:class="button button-primary" attr:data-testid="rate-next"
            >
                {move_tr!("visit-rate-next")}
            </A>
        })
    };
    view! {
        <PageHead title=move_tr!("overview-title")>
            <Show when=move || manages.get()>
                <button
                    type="button" class="button" class:button-primary=move || newest.get().is_none()
                    data-testid="open-visit" on:click=move |_| opening.visit.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("visit-open")}
                </button>
            </Show>
            {rate}
        </PageHead>
        <Shown of=mission.view let:view>
            <Steps view opening />
            <div class="overview-grid">
                <Visits view correction />
                <OpenPoints view />
                <Facilities view opening correction />
                <About view correction />
                <Recent view />
            </div>
            <ReadersNote readers=mission.readers />
        </Shown>
        <CorrectDialog correction />
        <OpenVisitDialog open=opening.visit />
        <AddFacilityDialog open=opening.facility />
    }
}

/// What is left of setting the mission up.
#[component]
fn Steps(view: Signal<MissionView>, opening: Opening) -> impl IntoView {
    let mission = use_mission();
    let i18n = use_i18n();
    let (assesses, manages) = (mission.assesses(), mission.manages());
    let steps = Memo::new(move |_| view.with(|view| view.steps_left.clone()));
    let line = move |step: String| {
        let testid = format!("step-{step}");
        let dialog = match step.as_str() {
            "facility" if assesses.get() => Some(opening.facility),
            "visit" if manages.get() => Some(opening.visit),
            _ => None,
        };
        let href = match step.as_str() {
            "compare" => Some("/organisation".to_owned()),
            "people" | "host" => Some(mission.path("people")),
            _ => None,
        };
        let text = move || words::coded(i18n, "mission-step", &step);
        let line = match (dialog, href) {
            (Some(dialog), _) => view! {
                <button type="button" class="button button-small" data-testid=testid on:click=move |_| dialog.set(true)>
                    {text}
                </button>
            }
            .into_any(),
            (None, Some(href)) => {
                view! { <A href=href attr:data-testid=testid>{text}</A> }.into_any()
            }
            (None, None) => view! { <span data-testid=testid>{text}</span> }.into_any(),
        };
        view! { <li>{line}</li> }
    };
    let lines = move || steps.get().into_iter().map(line).collect_view();
    view! {
        <Show when=move || !steps.with(Vec::is_empty)>
            <section class="panel-plain setup" aria-labelledby="setup-title" data-testid="setup-steps">
                <h2 id="setup-title">{move_tr!("setup-title")}</h2>
                <ol>{lines}</ol>
            </section>
        </Show>
    }
}

#[component]
fn OpenPoints(view: Signal<MissionView>) -> impl IntoView {
    let mission = use_mission();
    let i18n = use_i18n();
    let point = move |pick: fn(&MissionView) -> u64| Memo::new(move |_| view.with(pick));
    let overdue = point(|view| view.overdue_actions);
    let open = point(|view| view.open_actions);
    let unverified = point(|view| view.unverified_actions);
    let conflicts = point(|view| view.conflicts);
    let none = move || open.get() + unverified.get() + conflicts.get() == 0;
    let findings = move |show: &str| mission.path(&format!("findings?show={show}"));
    view! {
        <section class="panel-plain" aria-labelledby="open-points-title" data-testid="open-points">
            <h2 id="open-points-title">{move_tr!("open-points-title")}</h2>
            <ul class="points">
                <Show when=move || { overdue.get() > 0 }>
                    <li>
                        <Badge kind="overdue" label=move_tr!("action-overdue") />
                        <A href=findings("overdue")>
                            {move || tr!(i18n, "mission-points-overdue", { "n" => overdue.get() })}
                        </A>
                    </li>
                </Show>
                <Show when=move || { open.get() > 0 }>
                    <li><A href=findings("open")>{move || tr!(i18n, "mission-points-open", { "n" => open.get() })}</A></li>
                </Show>
                <Show when=move || { unverified.get() > 0 }>
                    <li>
                        <A href=findings("unverified")>
                            {move || tr!(i18n, "mission-points-unverified", { "n" => unverified.get() })}
                        </A>
                    </li>
                </Show>
                <Show when=move || { conflicts.get() > 0 }>
                    <li>
                        <Badge kind="conflict" />
                        <A href=findings("conflict")>
                            {move || tr!(i18n, "mission-points-conflicts", { "n" => conflicts.get() })}
                        </A>
                    </li>
                </Show>
                <Show when=none>
                    <li class="quiet">{move_tr!("open-points-none")}</li>
                </Show>
            </ul>
        </section>
    }
}

#[component]
fn Facilities(
    view: Signal<MissionView>,
    opening: Opening,
    correction: RwSignal<Option<Correction>>,
) -> impl IntoView {
    let mission = use_mission();
    let i18n = use_i18n();
    let assesses = mission.assesses();
    let lines = move || {
        view.with(|view| view.facilities.clone())
            .into_iter()
            .map(|one| {
                let (target, old, spoken) = (one.facility, one.name.clone(), one.name.clone());
                let correct = move |_| {
                    correction.set(Some(Correction {
                        target,
                        field: "name".to_owned(),
                        old: old.clone(),
                    }));
                };
                view! {
                    <li data-testid="facility">
                        <bdi>{one.name}</bdi>" "
                        <Show when=move || assesses.get()>
                            <button
                                type="button" class="button button-quiet button-small" data-testid="correct-facility"
                                aria-label={
                                    let spoken = spoken.clone();
                                    move || tr!(i18n, "correct-field", { "field" => spoken.clone() })
                                }
                                on:click=correct.clone()
                            >
                                {move_tr!("correct")}
                            </button>
                        </Show>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="facilities-title" data-testid="facilities">
            <h2 id="facilities-title">{move_tr!("facilities-title")}</h2>
            <Show
                when=move || view.with(|view| !view.facilities.is_empty())
                fallback=|| view! { <p class="quiet">{move_tr!("facilities-none")}</p> }
            >
                <ul class="plain-list">{lines}</ul>
            </Show>
            <Show when=move || assesses.get()>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="add-facility"
                        on:click=move |_| opening.facility.set(true)
                    >
                        <Icon name="add" />
                        {move_tr!("facility-add")}
                    </button>
                </div>
            </Show>
        </section>
    }
}

#[component]
fn Recent(view: Signal<MissionView>) -> impl IntoView {
    let mission = use_mission();
    let lines = move || view.with(|view| view.recent.clone());
    view! {
        <section class="panel-plain" aria-labelledby="recent-title" data-testid="recent">
            <h2 id="recent-title">{move_tr!("recent-title")}</h2>
            <ul class="entry-list">
                <For each=lines key=fingerprint let:line>
                    <EntryItem line />
                </For>
            </ul>
            <p><A href=mission.path("timeline") attr:data-testid="mission-timeline">{move_tr!("recent-all")}</A></p>
        </section>
    }
}

found_by_code! {
    // by code: mission-step-
    tr!("mission-step-facility");
    tr!("mission-step-visit");
    tr!("mission-step-people");
    tr!("mission-step-compare");
    tr!("mission-step-host");
}
