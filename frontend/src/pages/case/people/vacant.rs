use hawser_views::{Command, case::PeopleView};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::party_name;
use crate::{
    components::{Form, FormFailure, Icon, SelectField, Submit, use_toasts},
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
            active
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
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("person", chosen)]) {
            return;
        }
        let Ok(person) = chosen.get_untracked().parse() else {
            return;
        };
        let appoint = Command::AppointAdministrator {
            space: case.space,
            person,
        };
        form.send(appoint, move |_| toasts.say(tr!(i18n, "people-appointed")));
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="appoint-form">
            <FormFailure form />
            <p>{move_tr!("people-vacant-text")}</p>
            <SelectField
                label=move_tr!("people-appoint-whom") name="person" value=chosen options required=true
                error=form.error("person")
            />
            <div class="actions">
                <Submit form label=move_tr!("people-appoint") testid="appoint" />
            </div>
        </form>
    }
}
