use leptos::prelude::*;

use crate::{i18n::use_i18n, pages::assessment_words::percent};

/// How far something is; `label` says what.
#[component]
pub fn ProgressBar(
    #[prop(into)] done: Signal<u64>,
    #[prop(into)] total: Signal<u64>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let share = move || {
        let total = total.get();
        if total == 0 {
            0
        } else {
            // Halves up; all is said only of all.
            let share =
                (u128::from(done.get()) * 200 + u128::from(total)) / (u128::from(total) * 2);
            let most = if done.get() < total { 99 } else { 100 };
            share.min(most) as u32
        }
    };
    view! {
        <div class="progress">
            <progress max="100" value=move || share().to_string() aria-label=label></progress>
            <span class="progress-share">{move || percent(i18n, share())}</span>
        </div>
    }
}
