//! Who takes part, party by party.

mod admit_party;
mod desks;
mod frozen;
mod members;
mod nominate;
mod nominations;
mod standing;
mod vacant;
mod withdraw;

use hawser_casework::{PartyId, Work};
use hawser_views::{
    Command, Reply,
    case::{PartyView, PeopleView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::{reason::ReasonDialog, words};
use crate::{
    agent_link::{use_agent, view},
    components::{Badge, EmptyState, Form, FormFailure, Icon, PageHead, Shown, use_toasts},
    i18n::use_i18n,
    pages::space::{roles, use_space},
};
use admit_party::AdmitPartyDialog;
use desks::Desks;
use frozen::Frozen;
use members::Members;
use nominate::NominateDialog;
use nominations::Nominations;
use vacant::Vacant;

/// The roles with their names.
fn role_options() -> Signal<Vec<(String, String)>> {
    let i18n = use_i18n();
    let roles = roles(use_space().work);
    Signal::derive(move || {
        roles
            .iter()
            .map(|role| {
                (
                    (*role).to_owned(),
                    words::capitalised(&words::role(i18n, role)),
                )
            })
            .collect()
    })
}

#[component]
pub fn People() -> impl IntoView {
    let agent = use_agent();
    let case = use_space();
    let shown = view(
        move || Command::People { space: case.space },
        // Nominations change without an entry in the case.
        agent.errands(),
        |reply| match reply {
            Reply::People(people) => Some(people),
            _ => None,
        },
    );
    let admitting = RwSignal::new(false);
    let nominating = RwSignal::new(false);
    let may = move |pick: fn(&PeopleView) -> bool| {
        shown.with(|shown| shown.ready().is_some_and(pick)) && !case.shut.get()
    };
    view! {
        <PageHead title=move_tr!("people-title")>
            <Show when=move || may(|people| people.administers)>
                <button type="button" class="button" data-testid="admit-party" on:click=move |_| admitting.set(true)>
                    <Icon name="add" />
                    {move_tr!("people-admit-party")}
                </button>
            </Show>
            <Show when=move || may(may_nominate)>
                <button
                    type="button" class="button button-primary" data-testid="nominate"
                    on:click=move |_| nominating.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("people-nominate")}
                </button>
            </Show>
        </PageHead>
        <Shown of=shown let:people>
            <Vacant people />
            <Frozen people />
            <Join people />
            <Nominations people />
            <For
                each=move || people.with(|people| people.parties.iter().map(|party| party.party).collect::<Vec<_>>())
                key=|party| *party
                let:party
            >
                <PartySection people party />
            </For>
            {(case.work == Work::Case).then(|| view! { <Desks people /> })}
            <AdmitPartyDialog open=admitting people />
            <NominateDialog open=nominating people />
        </Shown>
    }
}

fn party_name(people: &PeopleView, party: PartyId) -> String {
    let known = people.parties.iter().find(|known| known.party == party);
    known.map(|known| known.name.clone()).unwrap_or_default()
}

fn own_party(people: &PeopleView) -> Option<&PartyView> {
    people.parties.iter().find(|party| party.own)
}

fn may_nominate(people: &PeopleView) -> bool {
    people.administers_organisation
        && own_party(people).is_some_and(|own| own.joined)
        && !people.nominable.is_empty()
}

/// An invited organisation joins by its administrator.
#[component]
fn Join(people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let invited =
        Memo::new(move |_| people.with(|people| own_party(people).is_some_and(|own| !own.joined)));
    let can = Memo::new(move |_| people.with(|people| people.administers_organisation));
    let join = move |_| {
        form.send(Command::JoinCase { space: case.space }, move |_| {
            toasts.say(tr!(i18n, "people-joined"));
        });
    };
    view! {
        <Show when=move || invited.get()>
            <section class="panel" aria-labelledby="join-title" data-testid="join-case-panel">
                <Icon name="anchor" />
                <div class="panel-body">
                    <h2 id="join-title">{move_tr!("people-join-title")}</h2>
                    <FormFailure form />
                    <p>{move_tr!("people-join-text")}</p>
                    <Show
                        when=move || can.get()
                        fallback=move || view! { <p class="quiet">{move_tr!("people-join-administrator")}</p> }
                    >
                        <button
                            type="button" class="button button-primary" data-testid="join-case" on:click=join
                            disabled=move || form.busy().get() aria-busy=move || form.busy().get().to_string()
                        >
                            {move_tr!("people-join")}
                        </button>
                    </Show>
                </div>
            </section>
        </Show>
    }
}

#[component]
fn PartySection(people: Signal<PeopleView>, party: PartyId) -> impl IntoView {
    let i18n = use_i18n();
    let heading = format!("party-{}", &party.to_string()[..16]);
    let first = people.with_untracked(|people| {
        people
            .parties
            .iter()
            .find(|known| known.party == party)
            .cloned()
    });
    let Some(first) = first else {
        return ().into_any();
    };
    let own = first.own;
    let shown = Memo::new(move |last: Option<&PartyView>| {
        let now = people.with(|people| {
            people
                .parties
                .iter()
                .find(|known| known.party == party)
                .cloned()
        });
        now.or_else(|| last.cloned())
            .unwrap_or_else(|| first.clone())
    });
    let joined = Memo::new(move |_| shown.with(|party| party.joined));
    let compared = Memo::new(move |_| shown.with(|party| party.verified || party.own));
    let nobody =
        move || people.with(|people| !people.members.iter().any(|member| member.party == party));
    // With limited access one is told of those who were named, and of nobody else.
    let limited =
        move || !own && people.with(|people| own_party(people).is_some_and(|own| own.limited));
    let nominated =
        move || people.with(|people| people.nominations.iter().any(|one| one.party == party));
    view! {
        <section class="panel-plain" aria-labelledby=heading.clone() data-testid="party-section" data-party=party.to_string()>
            <header class="party-head">
                <h2 id=heading.clone()><bdi>{move || shown.with(|party| party.name.clone())}</bdi></h2>
                <p class="quiet">
                    {move || shown.with(|party| party.country.clone())}" "
                    {move || shown.with(|party| words::party_status(i18n, &party.status))}
                </p>
                <Badge kind=Signal::derive(move || if joined.get() { "joined" } else { "not-joined" }.to_owned()) />
                {(!own).then(|| view! {
                    <Badge kind=Signal::derive(move || if compared.get() { "verified" } else { "unverified" }.to_owned()) />
                })}
            </header>
            <Show when=move || !compared.get() && !limited()>
                <p class="warning" data-testid="compare-first">
                    {move_tr!("people-compare-first")}" "
                    <A href="/organisation">{move_tr!("people-compare-link")}</A>
                </p>
            </Show>
            <Show
                when=move || !nobody()
                fallback=move || view! {
                    <EmptyState
                        text=Signal::derive(move || {
                            let name = shown.with(|party| party.name.clone());
                            if limited() {
                                tr!(i18n, "people-not-named", { "party" => name })
                            } else if nominated() {
                                tr!(i18n, "people-nobody-admitted", { "party" => name })
                            } else {
                                tr!(i18n, "people-nobody", { "party" => name })
                            }
                        })
                        testid="nobody-nominated"
                    />
                }
            >
                <Members people party />
            </Show>
        </section>
    }
    .into_any()
}
