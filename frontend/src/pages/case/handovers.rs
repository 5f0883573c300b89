//! Hand-overs: to me, from me, in transit, disputed, done.

pub mod answer;
pub mod offer;
mod settle;

use std::sync::Arc;

use hawser_casework::{RecordId, record::Settlement};
use hawser_views::{
    Command, Reply,
    evidence::{HandoversView, OfferView, OfferedExhibit},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    OpenCase,
    reason::{Asked, ReasonDialog},
    use_case, words,
};
use crate::{
    agent_link::view,
    components::{Badge, EmptyState, PageHead, Shown, When, fingerprint},
    i18n::use_i18n,
};
use answer::{AnswerDialog, Answering};
use offer::OfferDialog;
use settle::{SettleDialog, Settling};

/// The hand-overs of the case.
pub fn handovers_view(case: OpenCase) -> ReadSignal<crate::agent_link::Loading<HandoversView>> {
    view(
        move || Command::Handovers { space: case.space },
        case.changes,
        |reply| match reply {
            Reply::Handovers(handovers) => Some(handovers),
            _ => None,
        },
    )
}

/// The dialogs of the page, each open while it has something to ask.
#[derive(Clone, Copy)]
struct Asking {
    answer: RwSignal<Option<Answering>>,
    settle: RwSignal<Option<Settling>>,
    withdraw: RwSignal<Option<Asked>>,
}

#[component]
pub fn Handovers() -> impl IntoView {
    let case = use_case();
    let shown = handovers_view(case);
    let offering = RwSignal::new(false);
    let asking = Asking {
        answer: RwSignal::new(None),
        settle: RwSignal::new(None),
        withdraw: RwSignal::new(None),
    };
    view! {
        <PageHead title=move_tr!("handovers-title")>
            <Show when=move || !case.shut.get() && shown.with(|shown| shown.ready().is_some_and(|view| !view.mine.is_empty()))>
                <button type="button" class="button button-primary" data-testid="offer" on:click=move |_| offering.set(true)>
                    {move_tr!("handover-offer")}
                </button>
            </Show>
        </PageHead>
        <Shown of=shown let:view>
            <Lists view asking />
        </Shown>
        <OfferDialog open=offering chosen=Vec::new() />
        <AnswerDialog answering=asking.answer />
        <SettleDialog settling=asking.settle />
        <ReasonDialog asked=asking.withdraw />
    }
}

#[component]
fn Lists(view: Signal<HandoversView>, asking: Asking) -> impl IntoView {
    let i18n = use_i18n();
    let none_moves = move || {
        view.with(|view| {
            view.to_me.is_empty()
                && view.from_me.is_empty()
                && view.in_transit.is_empty()
                && view.disputed.is_empty()
        })
    };
    let held = move || view.with(|view| view.mine.len() as u64);
    view! {
        <Show when=none_moves>
            <EmptyState
                text=Signal::derive(move || tr!(i18n, "handovers-none", { "n" => held() })) testid="nothing-moves"
            />
        </Show>
        <List title=move_tr!("handovers-to-me") testid="to-me" offers=Signal::derive(move || view.with(|view| view.to_me.clone())) asking />
        <List title=move_tr!("handovers-disputed") testid="disputed" offers=Signal::derive(move || view.with(|view| view.disputed.clone())) asking />
        <List title=move_tr!("handovers-from-me") testid="from-me" offers=Signal::derive(move || view.with(|view| view.from_me.clone())) asking />
        <List title=move_tr!("handovers-in-transit") testid="in-transit" offers=Signal::derive(move || view.with(|view| view.in_transit.clone())) asking />
        <List title=move_tr!("handovers-done") testid="done" offers=Signal::derive(move || view.with(|view| view.done.clone())) asking />
    }
}

#[component]
fn List(
    title: Signal<String>,
    testid: &'static str,
    offers: Signal<Vec<OfferView>>,
    asking: Asking,
) -> impl IntoView {
    let heading = format!("{testid}-title");
    view! {
        <Show when=move || !offers.with(Vec::is_empty)>
            <section class="panel-plain" aria-labelledby=heading.clone() data-testid=testid>
                <h2 id=heading.clone()>{title}</h2>
                <ul class="offer-list">
                    <For each=move || offers.get() key=fingerprint let:offer>
                        <Offer offer asking />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Offer(offer: OfferView, asking: Asking) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let id = offer.offer;
    let OfferView {
        from,
        to,
        to_desk,
        exhibits,
        happened,
        recorded,
        place,
        purpose,
        seal_out,
        condition,
        can_answer,
        can_withdraw,
        settlements,
        withdrawn,
        ..
    } = offer;
    let numbers = exhibits
        .iter()
        .map(|exhibit| exhibit.number.clone())
        .collect::<Vec<_>>()
        .join(", ");
    let withdraw = {
        let to = to.clone();
        move |_| {
            asking.withdraw.set(Some(Asked {
                title: tr!(i18n, "handover-withdraw-title", { "exhibit" => numbers.clone() }),
                text: vec![tr!(i18n, "handover-withdraw-text", { "to" => to.clone() })],
                confirm: tr!(i18n, "handover-withdraw"),
                danger: false,
                readers: None,
                command: Arc::new(move |reason| Command::WithdrawOffer {
                    space: case.space,
                    offer: id,
                    reason,
                }),
            }));
        }
    };
    let (known, known_late) = (
        happened.known.code(),
        hawser_casework::time::is_late(&happened, &recorded),
    );
    let pair = |label: Signal<String>, value: String| {
        (!value.is_empty()).then(|| view! { <dt>{label}</dt><dd><bdi>{value}</bdi></dd> })
    };
    let rows = exhibits
        .into_iter()
        .map(|exhibit| {
            exhibit_row(
                i18n,
                exhibit,
                OfOffer {
                    offer: id,
                    from: &from,
                    to: &to,
                    seal_out: &seal_out,
                    can_answer,
                    settlements: if withdrawn { &[] } else { &settlements },
                },
                asking,
            )
        })
        .collect_view();
    let spoken_from = from.clone();
    let spoken_to = to.clone();
    view! {
        <li class="offer" data-testid="offer-item" data-offer=id.to_string()>
            <p class="offer-head">
                {move || tr!(i18n, "handover-from-to", { "from" => spoken_from.clone(), "to" => spoken_to.clone() })}
                {to_desk.then(|| view! { " "<span class="quiet">{move_tr!("handover-desk")}</span> })}
                {withdrawn.then(|| view! { " "<Badge kind="withdrawn" /> })}
            </p>
            <p class="quiet">
                <When moment=happened.at />" ("{move || words::coded(i18n, "timeline-how-known", known)}")"
                {known_late.then(|| view! {
                    " · "<Badge kind="late" />" "{move_tr!("timeline-recorded-at")}" "<When moment=recorded quiet=true />
                })}
            </p>
            <dl class="pairs">
                {pair(move_tr!("chain-purpose"), purpose)}
                {pair(move_tr!("chain-place"), place)}
                {pair(move_tr!("handover-seal-out"), seal_out)}
                {pair(move_tr!("handover-condition"), condition)}
            </dl>
            <ul class="offer-exhibits">{rows}</ul>
            {(can_withdraw && !withdrawn).then(|| view! {
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="withdraw" on:click=withdraw
                        disabled=move || case.shut.get()
                    >
                        {move_tr!("handover-withdraw")}
                    </button>
                </div>
            })}
        </li>
    }
}

/// What holds for each exhibit of an offer.
struct OfOffer<'a> {
    offer: RecordId,
    from: &'a str,
    to: &'a str,
    seal_out: &'a str,
    can_answer: bool,
    /// In which ways the reader may settle a refusal.
    settlements: &'a [Settlement],
}

fn exhibit_row(
    i18n: I18n,
    line: OfferedExhibit,
    of_offer: OfOffer<'_>,
    asking: Asking,
) -> impl IntoView + use<> {
    let case = use_case();
    let OfferedExhibit {
        exhibit,
        number,
        description,
        answer,
        reason,
        by,
        settled,
    } = line;
    let OfOffer {
        offer,
        seal_out,
        can_answer,
        ..
    } = of_offer;
    let (from, to) = (of_offer.from.to_owned(), of_offer.to.to_owned());
    let settlements = of_offer.settlements.to_vec();
    let settled = settled.map(|end| {
        let who = settle::outcome(i18n, end.outcome, &from, &to);
        view! {
            <p data-testid="settled">
                <strong>{who}</strong>" "<bdi>{end.reason}</bdi>" "
                <span class="quiet">{move || tr!(i18n, "handover-settled-by", { "name" => end.by.clone() })}</span>
            </p>
        }
    });
    let (open, refused) = (answer == "open", answer == "refused");
    let subject = format!("{number} · {description}");
    let seal_out = seal_out.to_owned();
    let (to_answer, to_settle) = (subject.clone(), subject);
    let spoken = number.clone();
    view! {
        <li data-testid="offered-exhibit">
            <p>
                <A href=case.path(&format!("evidence/{exhibit}")) attr:class="mono">{number}</A>
                " "<bdi>{description}</bdi>" "<Badge kind=answer />
            </p>
            {(!by.is_empty()).then(|| view! {
                <p class="quiet">{move || tr!(i18n, "handover-answered-by", { "name" => by.clone() })}</p>
            })}
            {(!reason.is_empty()).then(|| view! { <p><bdi>{reason}</bdi></p> })}
            {settled}
            {(open && can_answer).then(|| view! {
                <button
                    type="button" class="button button-primary" data-testid="answer" disabled=move || case.shut.get()
                    aria-label=move || tr!(i18n, "handover-answer-for", { "exhibit" => spoken.clone() })
                    on:click=move |_| asking.answer.set(Some(Answering {
                        offer, exhibit, subject: to_answer.clone(), seal_out: seal_out.clone(),
                    }))
                >
                    {move_tr!("handover-answer")}
                </button>
            })}
            {(refused && !settlements.is_empty()).then(|| view! {
                <button
                    type="button" class="button button-primary" data-testid="settle" disabled=move || case.shut.get()
                    on:click=move |_| asking.settle.set(Some(Settling {
                        offer, exhibit, subject: to_settle.clone(), from: from.clone(), to: to.clone(),
                        outcomes: settlements.clone(),
                    }))
                >
                    {move_tr!("handover-settle")}
                </button>
            })}
        </li>
    }
}
