//! For whom something is meant: people chosen by party, with the number who will be able to read it.

use std::collections::{BTreeMap, BTreeSet};

use hawser_casework::PersonId;
use hawser_views::{exchange::AddresseeView, failure::FieldFailure};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{FieldError, form_id, until_changed},
    i18n::use_i18n,
};

/// Check boxes by party. `people` are in the order in which they are shown.
#[component]
pub fn Addressees(
    #[prop(into)] people: Signal<Vec<AddresseeView>>,
    chosen: RwSignal<BTreeSet<PersonId>>,
    #[prop(into)] error: Signal<Option<FieldFailure>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = form_id("addressees");
    let described = format!("{id}-error");
    let error_id = described.clone();
    let groups = Memo::new(move |_| {
        let mut groups: BTreeMap<String, Vec<AddresseeView>> = BTreeMap::new();
        for person in people.get() {
            groups.entry(person.party.clone()).or_default().push(person);
        }
        groups.into_iter().collect::<Vec<_>>()
    });
    let (error, changed) = until_changed(error);
    let toggle = move |all: Vec<PersonId>, on: bool| {
        changed.set(true);
        chosen.update(|chosen| {
            for person in all {
                if on {
                    chosen.insert(person);
                } else {
                    chosen.remove(&person);
                }
            }
        });
    };
    let parties = move || {
        groups
            .get()
            .into_iter()
            .map(|(party, people)| {
                let everyone: Vec<PersonId> = people.iter().map(|person| person.person).collect();
                let (counted, set) = (everyone.clone(), everyone.clone());
                let all = move || chosen.with(|chosen| counted.iter().all(|one| chosen.contains(one)));
                let several = people.len() > 1;
                let label = party.clone();
                let lines = people
                    .into_iter()
                    .map(|person| {
                        let id = person.person;
                        view! {
                            <label class="check">
                                <input
                                    type="checkbox" data-testid="addressee"
                                    prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                                    on:change:target=move |event| toggle(vec![id], event.target().checked())
                                />
                                <span><bdi>{person.name}</bdi>" "<span class="quiet"><bdi>{person.function}</bdi></span></span>
                            </label>
                        }
                    })
                    .collect_view();
                view! {
                    <div class="addressee-party">
                        {if several {
                            view! {
                                <label class="check addressee-all">
                                    <input
                                        type="checkbox" data-testid="addressee-party" prop:checked=all
                                        on:change:target=move |event| toggle(set.clone(), event.target().checked())
                                    />
                                    <strong><bdi>{move || tr!(i18n, "exchange-everyone-of", { "party" => label.clone() })}</bdi></strong>
                                </label>
                            }.into_any()
                        } else {
                            view! { <p><strong><bdi>{party}</bdi></strong></p> }.into_any()
                        }}
                        {lines}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset
            class="field" aria-describedby=described
            aria-invalid=move || error.get().is_some().to_string()
        >
            <legend>{move_tr!("exchange-addressees")}</legend>
            <p class="field-help">{move_tr!("exchange-addressees-help")}</p>
            <div class="addressees">{parties}</div>
            <FieldError id=error_id error />
        </fieldset>
    }
}
