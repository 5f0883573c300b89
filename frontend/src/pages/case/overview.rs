//! A case at a glance: who takes part, how long it runs, what is open, what happened last.

use hawser_views::case::{CaseView, PartyView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{entries::EntryItem, use_case, words};
use crate::{
    components::{Badge, Icon, PageHead, ReadersNote, Shown, date_text, fingerprint},
    i18n::{found_by_code, use_i18n},
    pages::case::correct::{CorrectDialog, Correction},
};

#[component]
pub fn Overview() -> impl IntoView {
    let case = use_case();
    view! {
        <PageHead title=move_tr!("overview-title")>
            <Show when=move || !case.shut.get() && case.limited().get() == Some(false)>
                <A href=case.path("evidence/new") attr:class="button button-primary" attr:data-testid="log-exhibit-link">
                    <Icon name="camera" />
                    {move_tr!("exhibit-log")}
                </A>
            </Show>
        </PageHead>
        <Shown of=case.view let:view>
            <Steps view />
            <div class="overview-grid">
                <Show when=move || !view.with(|view| view.limited) fallback=LimitedNote>
                    <OpenPoints view />
                </Show>
                <Terms view />
                <Parties view />
                <Recent view />
            </div>
            <Show when=move || !view.with(|view| view.limited)>
                <ReadersNote readers=case.readers />
            </Show>
        </Shown>
    }
}

/// For people of a party of limited access: what they can read, and where they send.
#[component]
fn LimitedNote() -> impl IntoView {
    let case = use_case();
    view! {
        <section class="panel-plain" aria-labelledby="limited-title" data-testid="limited-note">
            <h2 id="limited-title">{move_tr!("limited-title")}</h2>
            <p>{move_tr!("limited-text")}</p>
            <p><A href=case.path("exchange") attr:class="button button-primary">{move_tr!("limited-exchange")}</A></p>
        </section>
    }
}

/// What is left of setting the case up.
#[component]
fn Steps(view: Signal<CaseView>) -> impl IntoView {
    let case = use_case();
    let i18n = use_i18n();
    let steps = Memo::new(move |_| view.with(|view| view.steps_left.clone()));
    let href = move |step: &str| match step {
        "compare" => "/organisation".to_owned(),
        "exhibit" => case.path("evidence/new"),
        _ => case.path("people"),
    };
    let lines = move || {
        steps
            .get()
            .into_iter()
            .map(|step| {
                let href = href(&step);
                let testid = format!("step-{step}");
                view! {
                    <li>
                        <A href=href attr:data-testid=testid>{move || words::coded(i18n, "setup-step", &step)}</A>
                    </li>
                }
            })
            .collect_view()
    };
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
fn OpenPoints(view: Signal<CaseView>) -> impl IntoView {
    let case = use_case();
    let i18n = use_i18n();
    let point = move |pick: fn(&CaseView) -> u64| Memo::new(move |_| view.with(pick));
    let disputed = point(|view| view.disputed);
    let unanswered = point(|view| view.unanswered);
    let without_photo = point(|view| view.without_photo);
    let exhibits = point(|view| view.exhibits);
    let awaiting = point(|view| view.awaiting_check);
    let exchange = case.path("exchange");
    let none =
        move || disputed.get() + unanswered.get() + without_photo.get() + awaiting.get() == 0;
    let (handovers, evidence) = (case.path("hand-overs"), case.path("evidence"));
    let to_handovers = handovers.clone();
    view! {
        <section class="panel-plain" aria-labelledby="open-points-title" data-testid="open-points">
            <h2 id="open-points-title">{move_tr!("open-points-title")}</h2>
            <ul class="points">
                <Show when=move || { disputed.get() > 0 }>
                    <li>
                        <Badge kind="disputed" />
                        <A href=handovers.clone()>{move || tr!(i18n, "open-points-disputed", { "n" => disputed.get() })}</A>
                    </li>
                </Show>
                <Show when=move || { unanswered.get() > 0 }>
                    <li>
                        <Badge kind="offered" />
                        <A href=to_handovers.clone()>{move || tr!(i18n, "open-points-unanswered", { "n" => unanswered.get() })}</A>
                    </li>
                </Show>
                <Show when=move || { without_photo.get() > 0 }>
                    <li>{move || tr!(i18n, "open-points-without-photo", { "n" => without_photo.get() })}</li>
                </Show>
                <Show when=move || { awaiting.get() > 0 }>
                    <li><A href=exchange.clone()>{move || tr!(i18n, "open-points-awaiting", { "n" => awaiting.get() })}</A></li>
                </Show>
                <Show when=none>
                    <li class="quiet">{move_tr!("open-points-none")}</li>
                </Show>
            </ul>
            <p>
                <A href=evidence>{move || tr!(i18n, "open-points-exhibits", { "n" => exhibits.get() })}</A>
            </p>
        </section>
    }
}

#[component]
fn Terms(view: Signal<CaseView>) -> impl IntoView {
    let case = use_case();
    let i18n = use_i18n();
    let correction = RwSignal::new(None::<Correction>);
    let administers = Memo::new(move |_| view.with(|view| view.standing == "administrator"));
    let line = move |label: Signal<String>,
                     field: &'static str,
                     shown: fn(I18n, &CaseView) -> String,
                     raw: fn(&CaseView) -> String| {
        let correct = move |_| {
            correction.set(view.with_untracked(|view| {
                Some(Correction {
                    target: view.terms_record?,
                    field: field.to_owned(),
                    old: raw(view),
                })
            }));
        };
        view! {
            <dt>{label}</dt>
            <dd>
                <bdi>{move || match view.with(|view| shown(i18n, view)) {
                    text if text.is_empty() => tr!(i18n, "entry-value-empty"),
                    text => text,
                }}</bdi>
                <Show when=move || administers.get() && !case.shut.get()>
                    <button
                        type="button" class="button button-quiet" data-testid=format!("correct-{field}") on:click=correct
                        aria-label=move || tr!(i18n, "correct-field", { "field" => words::field(i18n, field) })
                    >
                        {move_tr!("correct")}
                    </button>
                </Show>
            </dd>
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="terms-title" data-testid="terms">
            <h2 id="terms-title">{move_tr!("terms-title")}</h2>
            <p class="term-left" data-testid="days-left">
                {move || view.with(|view| words::days_left(i18n, view.days_left))}
            </p>
            <dl class="pairs">
                {line(move_tr!("case-title"), "title", |_, view| view.terms.title.clone(), |view| view.terms.title.clone())}
                {line(
                    move_tr!("case-reference"), "reference",
                    |_, view| view.terms.reference.clone(), |view| view.terms.reference.clone(),
                )}
                // What the purpose is, people of a party of limited access read in the agreement.
                <Show when=move || !view.with(|view| view.limited)>
                    {line(move_tr!("case-purpose"), "purpose", |_, view| view.terms.purpose.clone(), |view| view.terms.purpose.clone())}
                </Show>
                {line(
                    move_tr!("case-starts"), "starts",
                    |i18n, view| date_text(i18n, &view.terms.starts), |view| view.terms.starts.clone(),
                )}
                {line(
                    move_tr!("case-ends"), "ends",
                    |i18n, view| date_text(i18n, &view.terms.ends), |view| view.terms.ends.clone(),
                )}
                {line(
                    move_tr!("case-controller"), "controller",
                    |_, view| view.terms.controller.clone(), |view| view.terms.controller.clone(),
                )}
            </dl>
            <CorrectDialog correction />
        </section>
    }
}

#[component]
fn Parties(view: Signal<CaseView>) -> impl IntoView {
    let case = use_case();
    let i18n = use_i18n();
    let rows = move || {
        view.with(|view| view.parties.clone())
            .into_iter()
            .map(|party| {
                let counted = party.own || !view.with_untracked(|view| view.limited);
                party_row(i18n, party, counted)
            })
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="parties-title" data-testid="parties">
            <h2 id="parties-title">{move_tr!("parties-title")}</h2>
            <ul class="party-list">{rows}</ul>
            <p><A href=case.path("people")>{move_tr!("parties-people")}</A></p>
        </section>
    }
}

/// `counted`: the reader is told how many people the party has here.
fn party_row(i18n: I18n, party: PartyView, counted: bool) -> impl IntoView {
    let PartyView {
        name,
        country,
        status,
        joined,
        verified,
        own,
        leader,
        members,
        ..
    } = party;
    let led = !leader.is_empty();
    let state = if !joined {
        "not-joined"
    } else if own || verified {
        "verified"
    } else {
        "unverified"
    };
    view! {
        <li data-testid="party">
            <p class="party-name">
                <strong><bdi>{name}</bdi></strong>
                <span class="quiet">{country}</span>
                {(!own || !joined).then(|| view! { <Badge kind=state /> })}
            </p>
            <p class="quiet">
                {move || words::party_status(i18n, &status)}
                {counted.then(|| view! { " · "{move || tr!(i18n, "party-members", { "n" => members })} })}
            </p>
            <p class="quiet">
                {move || if led {
                    tr!(i18n, "party-leader", { "name" => leader.clone() })
                } else {
                    tr!(i18n, "party-no-leader")
                }}
            </p>
        </li>
    }
}

#[component]
fn Recent(view: Signal<CaseView>) -> impl IntoView {
    let case = use_case();
    view! {
        <section class="panel-plain" aria-labelledby="recent-title" data-testid="recent">
            <h2 id="recent-title">{move_tr!("recent-title")}</h2>
            <ul class="entry-list">
                <For each=move || view.with(|view| view.recent.clone()) key=fingerprint let:line>
                    <EntryItem line />
                </For>
            </ul>
            <p><A href=case.path("timeline")>{move_tr!("recent-all")}</A></p>
        </section>
    }
}

found_by_code! {
    // by code: setup-step-
    tr!("setup-step-compare");
    tr!("setup-step-exhibit");
    tr!("setup-step-party");
    tr!("setup-step-people");
}
