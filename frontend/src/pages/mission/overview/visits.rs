//! The visits of a mission, each with how far it is and what is left of it.

use hawser_views::mission::{MissionView, VisitView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use crate::pages::assessment_words as words;
use crate::{
    components::{EmptyState, ProgressBar, fingerprint},
    i18n::use_i18n,
    pages::{
        case::correct::Correction,
        mission::{correctable::Correctable, use_mission},
    },
};

#[component]
pub fn Visits(
    view: Signal<MissionView>,
    correction: RwSignal<Option<Correction>>,
) -> impl IntoView {
    view! {
        <section class="panel-plain" aria-labelledby="visits-title" data-testid="visits">
            <h2 id="visits-title">{move_tr!("visits-title")}</h2>
            <Show
                when=move || view.with(|view| !view.visits.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("visit-none") testid="no-visits" /> }
            >
                <ul class="plain-list visits">
                    <For each=move || view.with(|view| view.visits.clone()) key=fingerprint let:visit>
                        <Visit visit view correction />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Visit(
    visit: VisitView,
    view: Signal<MissionView>,
    correction: RwSignal<Option<Correction>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let VisitView {
        visit: id,
        kind,
        starts,
        ends,
        facilities,
        cells,
        decided,
        carried,
        progress,
        findings,
        host,
        report,
        signed,
    } = visit;
    let to = move |part: &str| mission.path(&format!("{part}/{id}"));
    // Those who assess and have rated nothing yet are part of what is left.
    let assessors = Memo::new(move |_| {
        let rated = progress
            .iter()
            .map(|one| (one.person, one.name.clone(), one.rated));
        let mut all = rated.collect::<Vec<_>>();
        view.with(|view| {
            for person in &view.people {
                let assesses = person.role == "assessor" && person.state == "active";
                if assesses && !all.iter().any(|(known, ..)| *known == person.person) {
                    all.push((person.person, person.name.clone(), 0));
                }
            }
        });
        all
    });
    let rows = move || {
        assessors
            .get()
            .into_iter()
            .map(|(_, name, rated)| {
                let spoken = name.clone();
                let label = Signal::derive(move || {
                    tr!(i18n, "visit-progress-of", { "name" => spoken.clone(), "rated" => rated, "cells" => cells.saturating_sub(carried) })
                });
                view! {
                    <li class="visit-assessor" data-testid="assessor-progress">
                        <bdi>{name}</bdi>
                        <ProgressBar done=u64::from(rated) total=u64::from(cells.saturating_sub(carried)) label />
                        <span class="quiet">
                            {move || tr!(i18n, "visit-rated-of", { "rated" => rated, "cells" => cells.saturating_sub(carried) })}
                        </span>
                    </li>
                }
            })
            .collect_view()
    };
    let looks_at = move || {
        let names = facilities
            .iter()
            .map(|one| mission.place_name(i18n, Some(*one)));
        let names = names.collect::<Vec<_>>().join(", ");
        if names.is_empty() {
            mission.place_name(i18n, None)
        } else {
            names
        }
    };
    let assesses = mission.assesses();
    let fields = vec![("starts", starts.clone()), ("ends", ends.clone())];
    let left = cells.saturating_sub(decided + carried);
    view! {
        <li class="visit" data-testid="visit">
            <h3><A href=to("visits") attr:data-testid="visit-link">{move || words::visit(i18n, kind, &starts, &ends)}</A></h3>
            <p class="quiet"><bdi>{looks_at}</bdi></p>
            <ul class="plain-list">{rows}</ul>
            <dl class="pairs">
                <dt>{move_tr!("visit-team")}</dt>
                <dd>
                    <A href=to("team")>{move || tr!(i18n, "visit-decided", { "decided" => decided, "left" => left })}</A>
                    {(carried > 0).then(|| view! { " · "{move || tr!(i18n, "visit-carried", { "n" => carried })} })}
                </dd>
                <dt>{move_tr!("visit-findings")}</dt>
                <dd><A href=mission.path("findings")>{move || tr!(i18n, "visit-findings-n", { "n" => findings })}</A></dd>
                <dt>{move_tr!("visit-host")}</dt>
                <dd>
                    <A href=to("release")>{move || words::host(i18n, &host)}</A>
                    {report.map(|report| view! {
                        " · "<A href=mission.path(&format!("report/{report}"))>{move_tr!("report-print-page")}</A>
                    })}
                </dd>
                <dt>{move_tr!("visit-programme")}</dt>
                <dd>{move || if signed { tr!(i18n, "visit-signed") } else { tr!(i18n, "visit-not-signed") }}</dd>
            </dl>
            <Show when=move || assesses.get()>
                <Correctable record=id fields=fields.clone() correction />
            </Show>
        </li>
    }
}
