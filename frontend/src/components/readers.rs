use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{components::Icon, i18n::use_i18n};

/// Who will be able to read what is about to be written: by party, with the number of people.
#[component]
pub fn ReadersNote(#[prop(into)] readers: Signal<Vec<(String, u32)>>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <aside class="readers" data-testid="readers-note">
            <Icon name="eye" />
            <div>
                <p class="readers-title">{move_tr!("readers-title")}</p>
                <ul>
                    {move || readers.get().into_iter().map(|(party, people)| view! {
                        <li>{tr!(i18n, "readers-party", { "party" => party, "people" => people })}</li>
                    }).collect_view()}
                </ul>
            </div>
        </aside>
    }
}
