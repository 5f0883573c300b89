//! Admitting another organisation as a party.

use hawser_casework::{PartyId, Work};
use hawser_views::{Command, case::PeopleView};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::words;
use crate::{
    components::{Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, use_toasts},
    i18n::{found_by_code, use_i18n},
    pages::space::{founding::statuses, use_space},
};

#[component]
pub fn AdmitPartyDialog(open: RwSignal<bool>, people: Signal<PeopleView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("people-admit-party") testid="admit-party-dialog">
            <Body open people />
        </Dialog>
    }
}

found_by_code! {
    // by code: party-access-
    tr!("mission-access-limited");
    tr!("mission-access-team");
    tr!("party-access-limited");
    tr!("party-access-team");
}

#[component]
fn Body(open: RwSignal<bool>, people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let party = RwSignal::new(String::new());
    let status = RwSignal::new(String::new());
    let contacts = Signal::derive(move || {
        people.with(|people| {
            people
                .contacts
                .iter()
                .map(|(party, name)| (party.to_string(), name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let statuses = statuses();
    // Whose people stand outside of the Union read what is shared with them, unless the agreement says otherwise.
    let access = RwSignal::new("limited".to_owned());
    let outside = Memo::new(move |_| {
        // A programme holds nothing that could be shared piece by piece.
        case.work != Work::Programme
            && matches!(&*status.get(), "third-state" | "international-court")
    });
    let of_mission = case.work == Work::Mission;
    let accesses = Signal::derive(move || {
        let prefix = if of_mission {
            "mission-access"
        } else {
            "party-access"
        };
        ["limited", "team"]
            .into_iter()
            .map(|code| (code.to_owned(), words::coded(i18n, prefix, code)))
            .collect::<Vec<_>>()
    });
    let access_help = if of_mission {
        move_tr!("mission-access-help")
    } else {
        move_tr!("people-party-access-help")
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("party", party), ("status", status)]) {
            return;
        }
        let Ok(party) = party.get_untracked().parse::<PartyId>() else {
            return;
        };
        let command = Command::AdmitParty {
            space: case.space,
            party,
            status: status.get_untracked(),
            limited: outside.get_untracked() && access.with_untracked(|access| access == "limited"),
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "people-party-admitted"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <Show
            when=move || !contacts.with(Vec::is_empty)
            fallback=move || view! {
                <p data-testid="no-contacts">
                    {move_tr!("people-no-contacts")}" "
                    <A href="/organisation">{move_tr!("people-add-contact")}</A>
                </p>
            }
        >
            <form class="form" novalidate on:submit=submit data-testid="admit-party-form">
                <FormFailure form />
                <SelectField
                    label=move_tr!("people-party") name="party" value=party options=contacts required=true
                    placeholder=move_tr!("choose") error=form.error("party")
                />
                <SelectField
                    label=move_tr!("people-party-status") name="status" value=status options=statuses required=true
                    placeholder=move_tr!("choose") help=move_tr!("case-own-status-help") error=form.error("status")
                />
                <Show when=move || outside.get()>
                    <SelectField
                        label=move_tr!("people-party-access") name="access" value=access options=accesses required=true
                        help=access_help
                    />
                </Show>
                <p>{move_tr!("people-admit-party-text")}</p>
                <ReadersNote readers=case.readers />
                <div class="actions">
                    <Submit form label=move_tr!("people-admit-party-submit") testid="admit-party-submit" />
                </div>
            </form>
        </Show>
    }
}
