//! What a rating rests on, as toggles.

use std::collections::BTreeSet;

use hawser_casework::assessment::EvidenceKind;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::pages::assessment_words as words;
use crate::{i18n::use_i18n, pages::case::words::capitalised};

#[component]
pub fn Evidence(chosen: RwSignal<BTreeSet<EvidenceKind>>) -> impl IntoView {
    let i18n = use_i18n();
    let toggles = EvidenceKind::ALL
        .into_iter()
        .map(|kind| {
            view! {
                <label class="choice-button" data-testid=format!("rate-evidence-{}", kind.code())>
                    <input
                        type="checkbox" class="visually-hidden"
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&kind))
                        on:change:target=move |event| chosen.update(|chosen| {
                            if event.target().checked() {
                                chosen.insert(kind);
                            } else {
                                chosen.remove(&kind);
                            }
                        })
                    />
                    <span class="choice-tick" aria-hidden="true"></span>
                    <span>{move || capitalised(&words::evidence(i18n, &[kind]))}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field choice-row" data-testid="rate-evidence">
            <legend>{move_tr!("rate-evidence")}</legend>
            <div class="choice-buttons choice-toggles">{toggles}</div>
        </fieldset>
    }
}
