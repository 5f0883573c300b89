//! Access groups whose keys are to be renewed.

use hawser_views::{Command, case::PeopleView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{Form, FormFailure, Icon, use_toasts},
    i18n::use_i18n,
    pages::{case::words, space::use_space},
};

/// Groups in which nothing can be written until they are renewed.
#[component]
pub fn Frozen(people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let frozen = Memo::new(move |_| people.with(|people| people.frozen.clone()));
    let renewable = Memo::new(move |_| people.with(|people| people.renewable));
    let renew = move |_| {
        form.send(Command::RenewGroups { space: case.space }, move |_| {
            toasts.say(tr!(i18n, "people-renewed"));
        });
    };
    view! {
        <Show when=move || !frozen.with(Vec::is_empty)>
            <div class="panel panel-warn" role="status" data-testid="frozen-groups">
                <Icon name="warning" />
                <div class="panel-body">
                    <FormFailure form />
                    <p>{move_tr!("people-frozen")}</p>
                    <ul>
                        {move || frozen.get().into_iter().map(|group| view! {
                            <li><bdi>{words::coded(i18n, "group", &group)}</bdi></li>
                        }).collect_view()}
                    </ul>
                    <Show
                        when=move || renewable.get()
                        fallback=move || view! { <p class="quiet">{move_tr!("people-frozen-wait")}</p> }
                    >
                        <p class="quiet">{move_tr!("people-frozen-renew")}</p>
                        <button
                            type="button" class="button" data-testid="renew-groups" on:click=renew
                            aria-busy=move || form.busy().get().to_string()
                        >
                            {move_tr!("people-renew")}
                        </button>
                    </Show>
                </div>
            </div>
        </Show>
    }
}
