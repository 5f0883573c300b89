//! Which visit a page is about.

use hawser_casework::RecordId;
use hawser_views::failure::Failure;
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map},
};

use super::{open_visit::OpenVisitDialog, use_mission};
use crate::pages::assessment_words as words;
use crate::{
    components::{EmptyState, FailurePanel, Icon, PageHead},
    i18n::use_i18n,
};

/// A page of one visit: the one of its address, else the newest. `children` are made anew for another visit.
#[component]
pub fn OfVisit<C, V>(
    /// Where the page stands among those of the mission.
    part: &'static str,
    /// Title of the page while there is no visit.
    #[prop(into)]
    title: Signal<String>,
    children: C,
) -> impl IntoView
where
    C: Fn(RecordId) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let mission = use_mission();
    let params = use_params_map();
    let named = Memo::new(move |_| params.read().get("visit"));
    let asked = Memo::new(move |_| named.with(|named| named.as_ref()?.parse::<RecordId>().ok()));
    Effect::new(move |_| mission.choose(asked.get()));
    // None: not known yet. Some(None): there is none.
    let visit = Memo::new(move |_| {
        mission.view.with(|view| {
            let visits = &view.ready()?.visits;
            let found = match (asked.get(), named.with(Option::is_some)) {
                (Some(asked), _) => visits.iter().find(|visit| visit.visit == asked),
                (None, true) => None,
                (None, false) => visits.first(),
            };
            Some(found.map(|visit| visit.visit))
        })
    });
    move || match visit.get() {
        None => ().into_any(),
        Some(Some(visit)) => view! {
            <VisitChooser part visit />
            {children(visit)}
        }
        .into_any(),
        Some(None) if named.with(Option::is_some) => {
            view! { <FailurePanel failure=Failure::new("unknown-visit") /> }.into_any()
        }
        Some(None) => view! { <NoVisit title /> }.into_any(),
    }
}

#[component]
fn NoVisit(title: Signal<String>) -> impl IntoView {
    let mission = use_mission();
    let manages = mission.manages();
    let opening = RwSignal::new(false);
    view! {
        <PageHead title />
        <EmptyState text=move_tr!("visit-none") testid="no-visit">
            <Show when=move || manages.get() fallback=move || view! { <p>{move_tr!("visit-none-manager")}</p> }>
                <button
                    type="button" class="button button-primary" data-testid="open-visit"
                    on:click=move |_| opening.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("visit-open")}
                </button>
            </Show>
        </EmptyState>
        <OpenVisitDialog open=opening />
    }
}

/// Leads to the same page of another visit, where there are several.
#[component]
fn VisitChooser(part: &'static str, visit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let navigate = use_navigate();
    let visits = Memo::new(move |_| {
        mission.view.with(|view| {
            view.ready()
                .map(|view| view.visits.clone())
                .unwrap_or_default()
        })
    });
    let options = move || {
        visits
            .get()
            .into_iter()
            .map(|one| {
                let (id, kind) = (one.visit, one.kind);
                view! {
                    <option value=id.to_string() selected=id == visit>
                        {move || words::visit(i18n, kind, &one.starts, &one.ends)}
                    </option>
                }
            })
            .collect_view()
    };
    let choose = Callback::new(move |id: String| {
        navigate(
            &mission.path(&format!("{part}/{id}")),
            NavigateOptions::default(),
        );
    });
    view! {
        <Show when=move || visits.with(|visits| visits.len() > 1)>
            <label class="visit-chooser">
                <span>{move_tr!("visit-chooser")}</span>
                <select data-testid="visit-chooser" on:change:target=move |event| choose.run(event.target().value())>
                    {options}
                </select>
            </label>
        </Show>
    }
}
