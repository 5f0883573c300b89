//! The people of one party.

use hawser_casework::{PartyId, PersonId};
use hawser_views::{
    case::{MemberView, PeopleView},
    command::Standing,
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{
    own_party,
    standing::{Change, StandingDialog},
    withdraw::WithdrawDialog,
    words,
};
use crate::{
    components::{Badge, When},
    i18n::use_i18n,
    pages::space::use_space,
};

/// What is asked about somebody: another standing, or that their organisation takes them back.
#[derive(Clone, Copy)]
struct Asked {
    asked: RwSignal<Option<Change>>,
    withdrawn: RwSignal<Option<(PersonId, String)>>,
}

#[component]
pub fn Members(people: Signal<PeopleView>, party: PartyId) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let asked = RwSignal::new(None::<Change>);
    let withdrawn = RwSignal::new(None::<(PersonId, String)>);
    let members = Memo::new(move |_| {
        people.with(|people| {
            people
                .members
                .iter()
                .filter(|member| member.party == party)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let administers =
        Memo::new(move |_| people.with(|people| people.administers) && !case.shut.get());
    // Who administers it ends the access instead, with a reason.
    let withdraws = Memo::new(move |_| {
        people.with(|people| {
            let own = own_party(people).is_some_and(|own| own.party == party);
            own && people.administers_organisation && !people.administers
        })
    });
    let all = Asked { asked, withdrawn };
    let rows = move || {
        let (administers, withdraws) = (administers.get(), withdraws.get());
        members
            .get()
            .into_iter()
            .map(|member| row(i18n, member, (administers, withdraws), all))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=move_tr!("people-title")>
            <table class="table" data-testid="members">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("people-name")}</th>
                        <th scope="col">{move_tr!("people-role")}</th>
                        <th scope="col">{move_tr!("people-since")}</th>
                        <th scope="col">{move_tr!("people-could-open")}</th>
                        <th scope="col">{move_tr!("people-state")}</th>
                        <th scope="col"><span class="visually-hidden">{move_tr!("people-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <StandingDialog asked people />
        <WithdrawDialog asked=withdrawn />
    }
}

fn row(
    i18n: I18n,
    member: MemberView,
    (administers, withdraws): (bool, bool),
    Asked { asked, withdrawn }: Asked,
) -> impl IntoView {
    let MemberView {
        person,
        name,
        function,
        role,
        state,
        since,
        admitted_by,
        name_verified,
        can_open,
        of,
        holds,
        me,
        ..
    } = member;
    let held = holds.len() as u64;
    let founder = admitted_by.is_empty();
    let (active, suspended) = (state == "active", state == "suspended");
    let subject = name.clone();
    let ask = move |change: Option<Standing>,
                    label: Signal<String>,
                    testid: &'static str,
                    danger: bool| {
        let (name, spoken) = (subject.clone(), subject.clone());
        view! {
            <button
                type="button" class="button button-quiet" class:button-danger-quiet=danger data-testid=testid
                aria-label=move || format!("{}: {spoken}", label.get())
                on:click=move |_| asked.set(Some(Change { person, name: name.clone(), standing: change }))
            >
                {label}
            </button>
        }
    };
    let taken = (person, name.clone());
    let take_back = (withdraws && !me && (active || suspended)).then(|| {
        let spoken = name.clone();
        view! {
            <button
                type="button" class="button button-quiet button-danger-quiet" data-testid="withdraw-member"
                aria-label=move || format!("{}: {spoken}", tr!(i18n, "people-withdraw"))
                on:click=move |_| withdrawn.set(Some(taken.clone()))
            >
                {move_tr!("people-withdraw")}
            </button>
        }
    });
    let actions = (administers && !me && (active || suspended)).then(|| view! {
        {active.then(|| ask(None, move_tr!("people-change-role"), "change-role", false))}
        {active.then(|| ask(Some(Standing::Suspend), move_tr!("people-suspend"), "suspend", true))}
        {suspended.then(|| ask(Some(Standing::Reinstate), move_tr!("people-reinstate"), "reinstate", false))}
        {ask(Some(Standing::End), move_tr!("people-end"), "end-access", true)}
    });
    view! {
        <tr data-testid="member" data-person=person.to_string()>
            <th scope="row">
                <bdi>{name}</bdi>
                {me.then(|| view! { " "<Badge kind="me" /> })}
                <span class="row-detail"><bdi>{function}</bdi></span>
                <Badge
                    kind=if name_verified { "verified" } else { "unverified" }
                    label=Signal::derive(move || if name_verified {
                        tr!(i18n, "people-name-verified")
                    } else {
                        tr!(i18n, "people-name-unverified")
                    })
                />
            </th>
            <td>{move || words::role(i18n, &role)}</td>
            <td>
                <When moment=since quiet=true />
                <span class="row-detail">
                    {move || if founder {
                        tr!(i18n, "people-founder")
                    } else {
                        tr!(i18n, "people-admitted-by", { "name" => admitted_by.clone() })
                    }}
                </span>
            </td>
            <td data-testid="could-open">
                {move || match of {
                    0 => "–".to_owned(),
                    of => tr!(i18n, "people-could-open-of", {
                        "n" => words::number(i18n, can_open), "of" => words::number(i18n, of),
                    }),
                }}
                {(held > 0).then(|| view! {
                    <span class="row-detail">{move || tr!(i18n, "people-holds", { "n" => held })}</span>
                })}
            </td>
            <td><Badge kind=state /></td>
            <td class="row-actions">{actions}{take_back}</td>
        </tr>
    }
}
