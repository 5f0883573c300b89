//! What was corrected: old value, new value, who, when, why. Where two changed the same, both stand.

use hawser_views::evidence::{CorrectionView, ExhibitView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr};

use super::words;
use crate::{
    components::{Badge, When},
    i18n::use_i18n,
};

#[component]
pub fn Corrections(view: Signal<ExhibitView>) -> impl IntoView {
    let i18n = use_i18n();
    let corrections = Memo::new(move |_| view.with(|view| view.corrections.clone()));
    // Not of what was settled by a later correction; its rows keep their mark.
    let conflict = Memo::new(move |_| view.with(|view| view.line.conflict));
    let rows = move || {
        corrections
            .get()
            .into_iter()
            .map(|correction| row(i18n, correction))
            .collect_view()
    };
    view! {
        <Show when=move || !corrections.with(Vec::is_empty)>
            <section class="panel-plain" aria-labelledby="corrections-title" data-testid="corrections">
                <h2 id="corrections-title">{move_tr!("corrections-title")}</h2>
                <Show when=move || conflict.get()>
                    <p class="warning" data-testid="correction-conflict">{move_tr!("corrections-conflict")}</p>
                </Show>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="corrections-title">
                    <table class="table table-dense">
                        <thead>
                            <tr>
                                <th scope="col">{move_tr!("corrections-field")}</th>
                                <th scope="col">{move_tr!("corrections-old")}</th>
                                <th scope="col">{move_tr!("corrections-new")}</th>
                                <th scope="col">{move_tr!("corrections-why")}</th>
                                <th scope="col">{move_tr!("corrections-who")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn row(i18n: I18n, correction: CorrectionView) -> impl IntoView {
    let CorrectionView {
        field,
        old,
        new,
        why,
        author,
        recorded,
        conflict,
    } = correction;
    let (of_old, of_new) = (field.clone(), field.clone());
    view! {
        <tr class:row-conflict=conflict data-testid="correction">
            <th scope="row">
                {move || words::capitalised(&words::field(i18n, &field))}
                {conflict.then(|| view! { <Badge kind="conflict" /> })}
            </th>
            <td><del><bdi>{move || words::field_value(i18n, &of_old, &old)}</bdi></del></td>
            <td><ins><bdi>{move || words::field_value(i18n, &of_new, &new)}</bdi></ins></td>
            <td><bdi>{why}</bdi></td>
            <td><bdi>{author}</bdi><span class="row-detail"><When moment=recorded quiet=true /></span></td>
        </tr>
    }
}
