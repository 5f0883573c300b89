//! How it was obtained, and what may be done with it.

use hawser_casework::HandlingCode;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr};

use super::input::ExhibitInput;
use crate::{
    components::{Checkbox, Form, SelectField, TextField},
    i18n::use_i18n,
    pages::case::{OpenCase, words},
};

fn coded_options(
    i18n: I18n,
    prefix: &'static str,
    codes: &'static [&'static str],
) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        codes
            .iter()
            .map(|code| ((*code).to_owned(), words::coded(i18n, prefix, code)))
            .collect()
    })
}

#[expect(
    clippy::large_types_passed_by_value,
    reason = "signals, handed on once"
)]
#[component]
pub fn HandlingPart(input: ExhibitInput, form: Form, case: OpenCase) -> impl IntoView {
    let i18n = use_i18n();
    let codes = Signal::derive(move || {
        [
            HandlingCode::H0,
            HandlingCode::H1,
            HandlingCode::H2,
            HandlingCode::H3,
        ]
        .into_iter()
        .map(|code| {
            (
                code.code().to_owned(),
                words::coded(i18n, "handling-code", code.code()),
            )
        })
        .collect::<Vec<_>>()
    });
    let obtained = coded_options(
        i18n,
        "obtained",
        &[
            "unknown",
            "under-team",
            "before-team",
            "mla",
            "investigation-order",
            "voluntary",
        ],
    );
    let categories = coded_options(
        i18n,
        "person-category",
        &["none", "suspect", "convicted", "victim", "witness", "other"],
    );
    let parties = Memo::new(move |_| {
        case.view.with(|case| {
            let parties = case
                .ready()
                .map(|case| case.parties.clone())
                .unwrap_or_default();
            parties
                .into_iter()
                .map(|party| (party.party, party.name))
                .collect::<Vec<_>>()
        })
    });
    let more = move || match input.obtained.get().as_str() {
        "under-team" => Some(move_tr!("obtained-state")),
        "mla" | "investigation-order" => Some(move_tr!("obtained-reference")),
        _ => None,
    };
    view! {
        <div class="field-row">
            <SelectField
                label=move_tr!("exhibit-handling-code") name="handling.code" value=input.handling_code options=codes
                placeholder=move_tr!("exhibit-handling-none")
            />
            <SelectField
                label=move_tr!("exhibit-obtained") name="handling.how" value=input.obtained options=obtained required=true
            />
            {move || more().map(|label| view! {
                <TextField
                    label name="handling.obtained" value=input.obtained_more required=true
                    error=form.error("handling.obtained")
                />
            })}
        </div>
        <TextField
            label=move_tr!("exhibit-use-limits") name="handling.use_limits" value=input.use_limits multiline=true
            error=form.error("handling.use_limits")
        />
        <TextField
            label=move_tr!("exhibit-onward-limits") name="handling.onward_limits" value=input.onward_limits multiline=true
            error=form.error("handling.onward_limits")
        />
        <Checkbox label=move_tr!("exhibit-privileged") name="handling.privileged" value=input.privileged />
        <div class="field-row">
            <SelectField
                label=move_tr!("exhibit-person-category") name="handling.person_category" value=input.person_category
                options=categories required=true
            />
            <TextField
                label=move_tr!("exhibit-language") name="handling.language" value=input.language mono=true
                help=move_tr!("exhibit-language-help") error=form.error("handling.language")
            />
        </div>
        <fieldset class="field">
            <legend>{move_tr!("exhibit-addressees")}</legend>
            <p class="field-help">{move_tr!("exhibit-addressees-help")}</p>
            {move || parties.get().into_iter().map(|(party, name)| {
                let toggle = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
                    let on = event.target().checked();
                    input.addressees.update(|chosen| {
                        chosen.retain(|other| *other != party);
                        if on {
                            chosen.push(party);
                        }
                    });
                };
                view! {
                    <label class="check">
                        <input
                            type="checkbox" data-testid="addressee"
                            prop:checked=move || input.addressees.with(|chosen| chosen.contains(&party))
                            on:change:target=toggle
                        />
                        <bdi>{name}</bdi>
                    </label>
                }
            }).collect_view()}
        </fieldset>
    }
}
