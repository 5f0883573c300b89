use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::components::{FieldError, until_changed};

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Stable code.
    pub value: String,
    /// Set large, such as a number; empty where the word says it all.
    pub sign: String,
    /// What it is called.
    pub text: String,
}

impl Choice {
    /// A word with a sign.
    pub fn new(value: &str, sign: impl ToString, text: String) -> Self {
        Self {
            value: value.to_owned(),
            sign: sign.to_string(),
            text,
        }
    }
}

/// One of a few, each a button as large as a thumb. Radio buttons underneath: the keyboard and screen readers
/// know them.
#[component]
pub fn ChoiceRow(
    #[prop(into)] label: Signal<String>,
    /// Name and id; what a failure calls the field.
    #[prop(into)]
    name: String,
    /// Code of what is chosen; empty when nothing is.
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let testid = testid.unwrap_or_else(|| name.clone());
    let group = testid.clone();
    let (error, changed) = until_changed(error);
    // A key can choose as well as a thumb.
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            changed.set(true);
        }
        now
    });
    let described_by = if help.is_some() {
        format!("{name}-help {name}-error")
    } else {
        format!("{name}-error")
    };
    let buttons = {
        let name = name.clone();
        move || {
            options
                .get()
                .into_iter()
                .map(|Choice { value: code, sign, text }| {
                    let (chosen, set) = (code.clone(), code.clone());
                    let testid = format!("{testid}-{code}");
                    view! {
                        <label class="choice-button" data-testid=testid>
                            <input
                                type="radio" class="visually-hidden" name=name.clone() value=code
                                prop:checked=move || value.with(|value| *value == chosen)
                                on:change=move |_| value.set(set.clone())
                            />
                            {(!sign.is_empty()).then(|| view! { <span class="choice-sign">{sign}</span> })}
                            <span>{text}</span>
                        </label>
                    }
                })
                .collect_view()
        }
    };
    view! {
        <fieldset
            class="field choice-row" role="radiogroup" id=name.clone() data-testid=group tabindex="-1"
            aria-required=required.to_string() aria-invalid=move || error.get().is_some().to_string()
            aria-describedby=described_by
        >
            <legend>
                {label}
                {(!required).then(|| view! { <span class="optional">{move_tr!("optional")}</span> })}
            </legend>
            {help.map(|help| view! { <p class="field-help" id=format!("{name}-help")>{help}</p> })}
            <div class="choice-buttons">{buttons}</div>
            <FieldError id=format!("{name}-error") error />
        </fieldset>
    }
}
