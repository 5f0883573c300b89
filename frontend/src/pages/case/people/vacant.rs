//! A space without an administrator.

use hawser_casework::PartyId;
use hawser_views::{Command, case::PeopleView};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::party_name;
use crate::{
    components::{ConfirmDialog, Form, FormFailure, Icon, SelectField, Submit, use_toasts},
    i18n::use_i18n,
    pages::space::use_space,
};

/// No administrator is left: the organisation that founded the space appoints one.
#[component]
pub fn Vacant(people: Signal<PeopleView>) -> impl IntoView {
    let vacant = Memo::new(move |_| people.with(|people| people.vacant));
    let appoints = Memo::new(move |_| people.with(|people| people.appoints));
    view! {
        <Show when=move || vacant.get()>
            <section class="panel panel-warn" aria-labelledby="vacant-title" data-testid="vacant">
                <Icon name="warning" />
                <div class="panel-body">
                    <h2 id="vacant-title">{move_tr!("people-vacant-title")}</h2>
                    <Show
                        when=move || appoints.get()
                        fallback=move || view! { <p>{move_tr!("people-vacant-wait")}</p> }
                    >
                        <Appoint people />
                    </Show>
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Appoint(people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let chosen = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        people.with(|people| {
            let active = people
                .members
                .iter()
                .filter(|member| member.state == "active");
            // People of a third State or of limited access administer nothing.
            let may = |party: PartyId| {
                let party = people.parties.iter().find(|known| known.party == party);
                party.is_some_and(|party| {
                    let third = ["third-state", "international-court"];
                    !party.limited && !third.contains(&party.status.as_str())
                })
            };
            active
                .filter(|member| may(member.party))
                .map(|member| {
                    let party = party_name(people, member.party);
                    (
                        member.person.to_string(),
                        format!("{} ({party})", member.name),
                    )
                })
                .collect::<Vec<_>>()
        })
    });
    let asking = RwSignal::new(false);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if form.require(&[("person", chosen)]) {
            asking.set(true);
        }
    };
    let nobody = Memo::new(move |_| options.with(Vec::is_empty));
    let who = move || {
        let chosen = chosen.get();
        options.with(|options| {
            let found = options.iter().find(|(id, _)| *id == chosen);
            found.map(|(_, name)| name.clone()).unwrap_or_default()
        })
    };
    let appoint = move |()| {
        let Ok(person) = chosen.get_untracked().parse() else {
            return;
        };
        let command = Command::AppointAdministrator {
            space: case.space,
            person,
        };
        form.send(command, move |_| {
            let _ = asking.try_set(false);
            toasts.say(tr!(i18n, "people-appointed"));
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="appoint-form">
            <p>{move_tr!("people-vacant-text")}</p>
            <Show when=move || nobody.get()>
                <p data-testid="vacant-nobody">{move_tr!("people-vacant-nobody")}</p>
            </Show>
            <SelectField
                label=move_tr!("people-appoint-whom") name="person" value=chosen options required=true
                error=form.error("person")
            />
            <div class="actions">
                <Submit form label=move_tr!("people-appoint") testid="appoint" />
            </div>
        </form>
        <ConfirmDialog
            open=asking title=move_tr!("people-appoint-title") confirm=move_tr!("people-appoint") busy=form.busy()
            on_confirm=Callback::new(appoint) testid="appoint-dialog"
        >
            <FormFailure form />
            <p>{move || tr!(i18n, "people-appoint-text", { "name" => who() })}</p>
        </ConfirmDialog>
    }
}
