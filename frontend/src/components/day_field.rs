use hawser_casework::time::is_iso_date;
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::{
    components::{TextField, date_text},
    i18n::use_i18n,
};

/// A day, typed in ISO order and read back in words: no browser shows another order to somebody else.
#[component]
pub fn DayField(
    #[prop(into)] label: Signal<String>,
    /// Name and id; what a failure calls the field.
    #[prop(into)]
    name: String,
    value: RwSignal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let how = move_tr!("case-date-help");
    let help = Signal::derive(move || match value.get().trim() {
        date if is_iso_date(date) => date_text(i18n, date),
        _ => how.get(),
    });
    let testid = testid.unwrap_or_else(|| name.clone());
    view! { <TextField label name value mono=true required help error testid /> }
}
