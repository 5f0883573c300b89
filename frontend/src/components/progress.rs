use leptos::prelude::*;

/// How far something is; `label` says what.
#[component]
pub fn ProgressBar(
    #[prop(into)] done: Signal<u64>,
    #[prop(into)] total: Signal<u64>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let share = move || {
        let total = total.get();
        if total == 0 {
            0
        } else {
            (u128::from(done.get()) * 100 / u128::from(total)).min(100) as u64
        }
    };
    view! {
        <div class="progress">
            <progress max="100" value=move || share().to_string() aria-label=label></progress>
            <span class="progress-share">{move || format!("{} %", share())}</span>
        </div>
    }
}
