//! One's own organisation: its people, whom it has invited, and the organisations it knows.

mod contacts;
mod invitations;
mod key_requests;
mod people;
mod withdrawal;

use hawser_views::{Command, Reply};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    agent_link::{use_agent, view},
    components::{PageHead, Shown},
    i18n::use_i18n,
};
use contacts::Contacts;
use invitations::Invitations;
use key_requests::KeyRequests;
use people::People;

#[component]
pub fn Organisation() -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let own = RwSignal::new(0_u64);
    let errands = link.errands();
    let again = Signal::derive(move || own.get() + errands.get());
    let state = view(
        || Command::Organisation,
        again,
        |reply| match reply {
            Reply::Organisation(organisation) => Some(organisation),
            _ => None,
        },
    );
    let name = move || {
        state
            .with(|state| {
                state
                    .ready()
                    .map(|organisation| format!("{} ({})", organisation.name, organisation.country))
            })
            .unwrap_or_default()
    };
    view! {
        <div class="page" data-testid="organisation">
            <PageHead title=move_tr!("organisation-title") lead=Signal::derive(name) />
            <Shown of=state let:organisation>
                <KeyRequests organisation again=own />
                <section class="section" aria-labelledby="people-title">
                    <h2 id="people-title">{move_tr!("organisation-people")}</h2>
                    <p class="muted">
                        {move || tr!(i18n, "organisation-people-text", {
                            "count" => organisation.with(|all| all.people.iter().filter(|one| one.active).count()),
                        })}
                    </p>
                    <People organisation again=own />
                </section>
                <Show when=move || organisation.with(|all| all.administers)>
                    <Invitations organisation again=own />
                </Show>
                <Contacts organisation again=own />
            </Shown>
        </div>
    }
}
