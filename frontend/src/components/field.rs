#![expect(
    clippy::fn_params_excessive_bools,
    reason = "properties of a component are named where it is used"
)]

use hawser_views::failure::FieldFailure;
use leptos::{html, prelude::*};
use leptos_fluent::{I18n, tr};

use crate::i18n::{found_by_code, use_i18n};

fn field_text(i18n: I18n, wrong: &FieldFailure) -> String {
    match wrong.code.as_str() {
        "missing" => tr!(i18n, "field-missing"),
        "too-long" if wrong.value.is_empty() => tr!(i18n, "field-too-long-plain"),
        "too-long" => tr!(i18n, "field-too-long", { "max" => wrong.value.clone() }),
        "control-character" => tr!(i18n, "field-control-character"),
        "bidi-control" => tr!(i18n, "field-bidi-control"),
        _ => {
            let values = [("value".to_owned(), wrong.value.clone())];
            crate::i18n::sentence(
                i18n,
                &format!("field-{}", wrong.code),
                values.iter().map(|(name, value)| (name, value)),
            )
            .unwrap_or_else(|| tr!(i18n, "field-invalid"))
        }
    }
}

found_by_code! { tr!("field-invalid"); }

/// What is wrong with a field, beneath it; `id` is what the field's `aria-describedby` names.
#[component]
pub fn FieldError(
    #[prop(into)] id: String,
    #[prop(into)] error: Signal<Option<FieldFailure>>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <p class="field-error" id=id aria-live="polite">
            {move || error.get().map(|wrong| field_text(i18n, &wrong))}
        </p>
    }
}

/// The error until the field is changed: what was said about another value is not said about this one.
pub fn until_changed(
    error: Signal<Option<FieldFailure>>,
) -> (Signal<Option<FieldFailure>>, RwSignal<bool>) {
    let changed = RwSignal::new(false);
    Effect::new(move |_| {
        error.track();
        changed.set(false);
    });
    (
        Signal::derive(move || error.get().filter(|_| !changed.get())),
        changed,
    )
}

fn described(name: &str, help: bool) -> String {
    if help {
        format!("{name}-help {name}-error")
    } else {
        format!("{name}-error")
    }
}

#[component]
fn Label(#[prop(into)] name: String, label: Signal<String>, required: bool) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <label for=name>
            {label}
            {(!required).then(|| view! { <span class="optional">{move || tr!(i18n, "optional")}</span> })}
        </label>
    }
}

/// One line of text, or several.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    /// Name and id; what a failure calls the field.
    #[prop(into)]
    name: String,
    value: RwSignal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] help: Option<Signal<String>>,
    /// Largest number of characters.
    #[prop(optional)]
    max: Option<usize>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional)] multiline: bool,
    #[prop(default = "off")] autocomplete: &'static str,
    /// As of `<input type>`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional, into)] testid: Option<String>,
    /// Set in a fixed-width face: codes, numbers.
    #[prop(optional)]
    mono: bool,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let testid = testid.unwrap_or_else(|| name.clone());
    let (error, changed) = until_changed(error);
    let node = NodeRef::<html::Input>::new();
    if focus {
        Effect::new(move |_| {
            if let Some(input) = node.get() {
                request_animation_frame(move || {
                    let _ = input.focus();
                });
            }
        });
    }
    let typed = move |text: String| {
        changed.set(true);
        value.set(text);
    };
    let invalid = move || error.get().is_some().to_string();
    let described_by = described(&name, help.is_some());
    let leave = move |_| {
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    let max = max.map(|max| max.to_string());
    let plain = matches!(kind, "password") || mono;
    // What is typed blind can be looked at.
    let shown = RwSignal::new(false);
    let secret = kind == "password";
    let type_now = move || if secret && shown.get() { "text" } else { kind };
    let look = secret.then(|| {
        view! {
            <button
                type="button" class="button button-quiet" aria-pressed=move || shown.get().to_string()
                data-testid=format!("{testid}-show") on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || if shown.get() { tr!(i18n, "field-hide") } else { tr!(i18n, "field-show") }}
            </button>
        }
    });
    let input = if multiline {
        view! {
            <textarea
                id=name.clone() name=name.clone() rows="4" data-testid=testid
                maxlength=max autocomplete=autocomplete
                required=required aria-invalid=invalid aria-describedby=described_by
                prop:value=move || value.get()
                on:input:target=move |event| typed(event.target().value())
                on:blur=leave
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                node_ref=node type=type_now id=name.clone() name=name.clone() data-testid=testid class:mono=mono
                maxlength=max autocomplete=autocomplete
                autocapitalize=plain.then_some("none") spellcheck=plain.then_some("false")
                required=required aria-invalid=invalid aria-describedby=described_by
                prop:value=move || value.get()
                on:input:target=move |event| typed(event.target().value())
                on:blur=leave
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <Label name=name.clone() label required />
            {help.map(|help| view! { <p class="field-help" id=format!("{name}-help")>{help}</p> })}
            <div class="field-input">{input}{look}</div>
            <FieldError id=format!("{name}-error") error />
        </div>
    }
}

/// One of several; `options` are (value, label), so that labels follow the language.
#[component]
pub fn SelectField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] name: String,
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
    /// Text of the choice that stands for none yet.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
) -> impl IntoView {
    let testid = testid.unwrap_or_else(|| name.clone());
    let (error, changed) = until_changed(error);
    let described_by = described(&name, help.is_some());
    let choices = move || {
        options
            .get()
            .into_iter()
            .map(|(code, text)| {
                let chosen = code.clone();
                view! { <option value=code selected=move || value.with(|value| *value == chosen)>{text}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <Label name=name.clone() label required />
            {help.map(|help| view! { <p class="field-help" id=format!("{name}-help")>{help}</p> })}
            <select
                id=name.clone() name=name.clone() data-testid=testid required=required
                aria-invalid=move || error.get().is_some().to_string()
                aria-describedby=described_by
                on:change:target=move |event| {
                    changed.set(true);
                    value.set(event.target().value());
                }
            >
                {placeholder.map(|text| view! {
                    <option value="" selected=move || value.with(String::is_empty)>{text}</option>
                })}
                {choices}
            </select>
            <FieldError id=format!("{name}-error") error />
        </div>
    }
}

/// Yes or no.
#[component]
pub fn Checkbox(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] name: String,
    value: RwSignal<bool>,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let testid = testid.unwrap_or_else(|| name.clone());
    let (error, changed) = until_changed(error);
    let described_by = described(&name, help.is_some());
    view! {
        <div class="field field-check">
            <input
                type="checkbox" id=name.clone() name=name.clone() data-testid=testid
                aria-invalid=move || error.get().is_some().to_string()
                aria-describedby=described_by
                prop:checked=move || value.get()
                on:change:target=move |event| {
                    changed.set(true);
                    value.set(event.target().checked());
                }
            />
            <label for=name.clone()>{label}</label>
            {help.map(|help| view! { <p class="field-help" id=format!("{name}-help")>{help}</p> })}
            <FieldError id=format!("{name}-error") error />
        </div>
    }
}
