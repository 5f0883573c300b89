//! What of a record of the mission can be corrected.

use hawser_casework::RecordId;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::{
    i18n::use_i18n,
    pages::case::{correct::Correction, words},
};

/// Field by field, folded in until somebody looks for it.
#[component]
pub fn Correctable(
    record: RecordId,
    /// With the values that stand there.
    fields: Vec<(&'static str, String)>,
    correction: RwSignal<Option<Correction>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let buttons = fields
        .into_iter()
        .map(|(field, old)| {
            let correct = move |_| {
                correction.set(Some(Correction {
                    target: record,
                    field: field.to_owned(),
                    old: old.clone(),
                }));
            };
            view! {
                <button type="button" class="button button-small" data-testid=format!("correct-{field}") on:click=correct>
                    {move || words::capitalised(&words::field(i18n, field))}
                </button>
            }
        })
        .collect_view();
    view! {
        <details class="technical no-print">
            <summary data-testid="correct-fields">{move_tr!("correct")}</summary>
            <div class="actions">{buttons}</div>
        </details>
    }
}
