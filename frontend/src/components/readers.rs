use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{components::Icon, i18n::use_i18n};

/// The readers once these people have come (or, with a negative number, gone), by the name of their party.
pub fn readers_after(
    mut readers: Vec<(String, u32)>,
    changes: impl IntoIterator<Item = (String, i32)>,
) -> Vec<(String, u32)> {
    for (party, change) in changes {
        match readers.iter_mut().find(|(name, _)| *name == party) {
            Some((_, people)) => *people = people.saturating_add_signed(change),
            None => readers.push((party, change.max(0).unsigned_abs())),
        }
    }
    readers.retain(|(_, people)| *people > 0);
    readers
}

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
