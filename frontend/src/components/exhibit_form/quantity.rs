//! How much of it there is: an exact decimal in the person's own form. Where a text has two readings they choose.

use hawser_casework::{Decimal, DecimalError, record::Quantity};
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{FieldError, Form, form_id},
    i18n::{found_by_code, use_i18n},
    pages::case::{checked, words},
};

const UNITS: [&str; 8] = ["kg", "g", "mg", "t", "l", "ml", "EUR", "USD"];

/// What was typed.
#[derive(Clone, Copy)]
pub struct QuantityInput {
    amount: RwSignal<String>,
    unit: RwSignal<String>,
}

impl QuantityInput {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self {
            amount: RwSignal::new(String::new()),
            unit: RwSignal::new(String::new()),
        }
    }

    /// As it goes into the record; nothing when nothing was typed.
    pub fn value(self, i18n: leptos_fluent::I18n) -> Result<Option<Quantity>, FieldFailure> {
        let (amount, unit) = (
            self.amount.get_untracked(),
            self.unit.get_untracked().trim().to_owned(),
        );
        if amount.trim().is_empty() && unit.is_empty() {
            return Ok(None);
        }
        if amount.trim().is_empty() {
            return Err(checked::missing("quantity"));
        }
        let value = Decimal::parse_localised(&amount, words::decimal_style(i18n))
            .map_err(|error| checked::field("quantity", error.code(), ""))?;
        if unit.is_empty() {
            return Err(checked::field("quantity", "unit-missing", ""));
        }
        Ok(Some(Quantity { value, unit }))
    }
}

#[component]
pub fn QuantityField(input: QuantityInput, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let id = form_id("quantity");
    let error_id = format!("{id}-error");
    let units_id = format!("{id}-units");
    let read = Memo::new(move |_| {
        let amount = input.amount.get();
        // The style follows the language.
        i18n.language.track();
        (!amount.trim().is_empty())
            .then(|| Decimal::parse_localised(&amount, words::decimal_style(i18n)))
    });
    let readings = move || match read.get() {
        Some(Err(DecimalError::Ambiguous { readings, .. })) => Some(readings),
        _ => None,
    };
    let echo = move || match read.get() {
        Some(Ok(value)) => Some(tr!(i18n, "quantity-read", {
            "value" => words::decimal(i18n, &value.to_string()), "unit" => input.unit.get(),
        })),
        _ => None,
    };
    let own = Signal::derive(move || {
        form.error("quantity").get().or_else(|| match read.get() {
            Some(Err(error @ (DecimalError::Malformed | DecimalError::TooManyDigits))) => {
                Some(checked::field("quantity", error.code(), ""))
            }
            _ => None,
        })
    });
    view! {
        <fieldset class="field quantity" data-testid="quantity">
            <legend>
                {move_tr!("quantity")}
                <span class="optional">{move_tr!("optional")}</span>
            </legend>
            <div class="field-row">
                <input
                    type="text" class="mono number" inputmode="decimal" autocomplete="off"
                    data-testid="quantity-amount" aria-label=move_tr!("quantity-amount")
                    aria-invalid=move || own.get().is_some().to_string() aria-describedby=error_id.clone()
                    prop:value=move || input.amount.get()
                    on:input:target=move |event| input.amount.set(event.target().value())
                />
                <input
                    type="text" autocomplete="off" list=units_id.clone() maxlength="100" data-testid="quantity-unit"
                    aria-label=move_tr!("quantity-unit") placeholder=move_tr!("quantity-unit")
                    prop:value=move || input.unit.get()
                    on:input:target=move |event| input.unit.set(event.target().value())
                />
                <datalist id=units_id>
                    {UNITS.map(|unit| view! { <option value=unit></option> }).collect_view()}
                    <option value=move_tr!("unit-pieces")></option>
                    <option value=move_tr!("unit-packages")></option>
                    <option value=move_tr!("unit-tablets")></option>
                </datalist>
            </div>
            {move || readings().map(|[whole, decimals]| {
                let reading = |value: Decimal| words::decimal(i18n, &value.to_string());
                let (whole, decimals) = (reading(whole), reading(decimals));
                let choose = |text: &str| {
                    let text = text.to_owned();
                    move |_| input.amount.set(text.clone())
                };
                view! {
                    <div class="warning" role="status" data-testid="quantity-ambiguous">
                        <div>
                            <p>{tr!(i18n, "quantity-ambiguous", { "input" => input.amount.get_untracked() })}</p>
                            <div class="actions">
                                <button type="button" class="button" data-testid="quantity-whole" on:click=choose(&whole)>
                                    {tr!(i18n, "quantity-whole", { "value" => whole.clone() })}
                                </button>
                                <button type="button" class="button" data-testid="quantity-decimals" on:click=choose(&decimals)>
                                    {tr!(i18n, "quantity-decimals", { "value" => decimals.clone() })}
                                </button>
                            </div>
                        </div>
                    </div>
                }
            })}
            <p class="field-echo" aria-live="polite">{echo}</p>
            <FieldError id=error_id error=own />
        </fieldset>
    }
}

found_by_code! {
    // by code: field-decimal-, field-unit-missing
    tr!("field-decimal-ambiguous");
    tr!("field-decimal-malformed");
    tr!("field-decimal-too-many-digits");
    tr!("field-unit-missing");
}
