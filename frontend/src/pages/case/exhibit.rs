//! One exhibit with everything about it.

mod corrections;
mod details;
mod files;

use hawser_casework::RecordId;
use hawser_views::{Command, Reply, evidence::ExhibitView, failure::Failure};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::{components::A, hooks::use_params_map};

use super::{exchange::ShareDialog, handovers::offer::OfferDialog, use_case, words};
use crate::{
    agent_link::view,
    components::{
        Badge, FailurePanel, PageHead, Shown, When, custody_chain::CustodyChain, rescue_focus,
    },
    i18n::use_i18n,
};
use corrections::Corrections;
use details::Details;
use files::Files;

#[component]
pub fn ExhibitPage() -> impl IntoView {
    let params = use_params_map();
    let exhibit = Memo::new(move |_| {
        params
            .read()
            .get("exhibit")
            .and_then(|exhibit| exhibit.parse::<RecordId>().ok())
    });
    move || match exhibit.get() {
        Some(exhibit) => view! { <One exhibit /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("not-found") /> }.into_any(),
    }
}

#[component]
fn One(exhibit: RecordId) -> impl IntoView {
    let case = use_case();
    let shown = view(
        move || Command::Exhibit {
            space: case.space,
            exhibit,
        },
        case.changes,
        |reply| match reply {
            Reply::Exhibit(exhibit) => Some(*exhibit),
            _ => None,
        },
    );
    view! {
        <nav aria-label=move_tr!("evidence-title") class="back">
            <A href=case.path("evidence")>{move_tr!("exhibit-back")}</A>
        </nav>
        <Shown of=shown let:view>
            <Body view exhibit />
        </Shown>
    }
}

#[component]
fn Body(view: Signal<ExhibitView>, exhibit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let (offering, sharing) = (RwSignal::new(false), RwSignal::new(false));
    let may_share = case.may_share();
    let number = Memo::new(move |_| view.with(|view| view.line.number.clone()));
    let custody = Memo::new(move |_| view.with(|view| view.line.custody.clone()));
    let can_offer = Memo::new(move |_| view.with(|view| view.line.can_offer));
    // With its button the focus would go.
    Effect::new(move |before: Option<bool>| {
        let now = can_offer.get();
        if before == Some(true) && !now {
            rescue_focus();
        }
        now
    });
    let open_offer = Memo::new(move |_| view.with(|view| view.offer.is_some()));
    view! {
        <PageHead title=number lead=Signal::derive(move || view.with(|view| view.exhibit.description.clone()))>
            <Show when=move || may_share.get()>
                <button type="button" class="button" data-testid="share" on:click=move |_| sharing.set(true)>
                    {move_tr!("exchange-share")}
                </button>
            </Show>
            <Show when=move || can_offer.get() && !case.shut.get()>
                <button type="button" class="button button-primary" data-testid="offer" on:click=move |_| offering.set(true)>
                    {move_tr!("handover-offer")}
                </button>
            </Show>
        </PageHead>
        <OfferDialog open=offering chosen=vec![exhibit] />
        <ShareDialog open=sharing exhibit />
        <div class="exhibit-marks">
            <Badge kind=custody />
            <Show when=move || view.with(|view| view.late)><Badge kind="late" /></Show>
            <Show when=move || view.with(|view| view.line.conflict)><Badge kind="conflict" /></Show>
            <Show when=move || view.with(|view| view.line.by_hash)><Badge kind="by-hash" /></Show>
        </div>
        <div class="exhibit-grid">
            <div class="exhibit-main">
                <Files view exhibit />
                <Details view exhibit />
                <Corrections view />
            </div>
            <div class="exhibit-side">
                <section class="panel-plain" aria-labelledby="holder-title" data-testid="holder">
                    <h2 id="holder-title">{move_tr!("exhibit-holder")}</h2>
                    <p class="holder-name"><strong><bdi>{move || view.with(|view| view.line.holder.clone())}</bdi></strong></p>
                    <p class="quiet">
                        {move || view.with(|view| tr!(i18n, "exhibit-logged-by", { "name" => view.logged_by.clone() }))}
                        ", "<When moment=Signal::derive(move || view.with(|view| view.recorded)) />" · "
                        {move || tr!(i18n, "timeline-entry-number", {
                            "seq" => words::number(i18n, view.with(|view| view.seq)),
                        })}
                    </p>
                    <Show when=move || open_offer.get() || custody.get() == "disputed">
                        <p><A href=case.path("hand-overs")>{move_tr!("exhibit-see-handover")}</A></p>
                    </Show>
                </section>
                <section class="panel-plain" aria-labelledby="chain-title">
                    <h2 id="chain-title">{move_tr!("chain-title")}</h2>
                    <CustodyChain chain=Signal::derive(move || view.with(|view| view.chain.clone())) />
                </section>
                <Related view />
            </div>
        </div>
    }
}

/// Parent, children, and others that carry the same number.
#[component]
fn Related(view: Signal<ExhibitView>) -> impl IntoView {
    let case = use_case();
    let links = move |lines: Vec<(RecordId, String, String)>| {
        lines
            .into_iter()
            .map(|(record, number, description)| view! {
                <li>
                    <A href=case.path(&format!("evidence/{record}"))>{number}</A>" "<bdi>{description}</bdi>
                </li>
            })
            .collect_view()
    };
    let parent = move || {
        view.with(|view| view.exhibit.parent.zip(view.parent_number.clone()))
            .map(|(record, number)| {
                view! {
                    <p>
                        {move_tr!("exhibit-parent")}" "
                        <A href=case.path(&format!("evidence/{record}"))>{number}</A>
                    </p>
                }
            })
    };
    let children = Memo::new(move |_| view.with(|view| view.children.clone()));
    let also = Memo::new(move |_| view.with(|view| view.also.clone()));
    let any = move || {
        view.with(|view| view.exhibit.parent.is_some())
            || !children.with(Vec::is_empty)
            || !also.with(Vec::is_empty)
    };
    view! {
        <Show when=any>
            <section class="panel-plain" aria-labelledby="related-title" data-testid="related">
                <h2 id="related-title">{move_tr!("related-title")}</h2>
                {parent}
                <Show when=move || !children.with(Vec::is_empty)>
                    <h3>{move_tr!("related-children")}</h3>
                    <ul>{move || links(children.get())}</ul>
                </Show>
                <Show when=move || !also.with(Vec::is_empty)>
                    <h3>{move_tr!("related-also")}</h3>
                    <ul>{move || links(also.get())}</ul>
                </Show>
            </section>
        </Show>
    }
}
