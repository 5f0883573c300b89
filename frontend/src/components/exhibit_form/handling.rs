//! The handling block: how the matter was obtained, and what may be done with it.

use hawser_casework::{Handling, HandlingCode, Obtained, Onward, PartyId, PersonCategory};
use hawser_views::exchange::ONWARD;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr};

use super::input::{Text, text, trimmed};
use crate::{
    components::{Checkbox, Form, SelectField, TextField},
    i18n::{found_by_code, use_i18n},
    pages::case::{OpenCase, words},
};

/// What was typed into it.
#[derive(Clone, Copy)]
pub struct HandlingInput {
    pub code: Text,
    pub obtained: Text,
    pub obtained_more: Text,
    pub use_limits: Text,
    pub onward: Text,
    pub onward_limits: Text,
    pub privileged: RwSignal<bool>,
    pub person_category: Text,
    pub language: Text,
    pub addressees: RwSignal<Vec<PartyId>>,
}

impl HandlingInput {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self {
            code: text(),
            obtained: RwSignal::new(Obtained::Unknown.code().to_owned()),
            obtained_more: text(),
            use_limits: text(),
            onward: RwSignal::new(Onward::Open.code().to_owned()),
            onward_limits: text(),
            privileged: RwSignal::new(false),
            person_category: RwSignal::new(PersonCategory::None.code().to_owned()),
            language: text(),
            addressees: RwSignal::new(Vec::new()),
        }
    }

    /// The handling block that was typed.
    pub fn value(self) -> Handling {
        let more = trimmed(self.obtained_more);
        Handling {
            code: match self.code.get_untracked().as_str() {
                "H0" => Some(HandlingCode::H0),
                "H1" => Some(HandlingCode::H1),
                "H2" => Some(HandlingCode::H2),
                "H3" => Some(HandlingCode::H3),
                _ => None,
            },
            obtained: match self.obtained.get_untracked().as_str() {
                "under-team" => Obtained::UnderTeam {
                    state: more.to_uppercase(),
                },
                "before-team" => Obtained::BeforeTeam,
                "mla" => Obtained::Mla { reference: more },
                "investigation-order" => Obtained::InvestigationOrder { reference: more },
                "voluntary" => Obtained::Voluntary,
                _ => Obtained::Unknown,
            },
            use_limits: trimmed(self.use_limits),
            onward: ONWARD
                .into_iter()
                .find(|limit| self.onward.with_untracked(|code| code == limit.code()))
                .unwrap_or_default(),
            onward_limits: trimmed(self.onward_limits),
            privileged: self.privileged.get_untracked(),
            person_category: match self.person_category.get_untracked().as_str() {
                "suspect" => PersonCategory::Suspect,
                "convicted" => PersonCategory::Convicted,
                "victim" => PersonCategory::Victim,
                "witness" => PersonCategory::Witness,
                "other" => PersonCategory::Other,
                _ => PersonCategory::None,
            },
            language: trimmed(self.language),
            addressees: self.addressees.get_untracked(),
        }
    }
}

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

/// Everything of it but whom it is addressed to.
#[component]
pub fn HandlingFields(input: HandlingInput, form: Form) -> impl IntoView {
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
    let onward = Signal::derive(move || {
        ONWARD
            .into_iter()
            .map(|limit| {
                (
                    limit.code().to_owned(),
                    words::coded(i18n, "onward", limit.code()),
                )
            })
            .collect::<Vec<_>>()
    });
    let more = move || match input.obtained.get().as_str() {
        "under-team" => Some(move_tr!("obtained-state")),
        "mla" | "investigation-order" => Some(move_tr!("obtained-reference")),
        _ => None,
    };
    view! {
        <div class="field-row">
            <SelectField
                label=move_tr!("exhibit-handling-code") name="handling.code" value=input.code options=codes
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
        <SelectField
            label=move_tr!("exhibit-onward") name="handling.onward" value=input.onward options=onward required=true
            help=move_tr!("exhibit-onward-help")
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
    }
}

/// The block of an exhibit, which may be addressed to some parties.
#[component]
pub fn HandlingPart(input: HandlingInput, form: Form, case: OpenCase) -> impl IntoView {
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
    view! {
        <HandlingFields input form />
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

found_by_code! {
    // by code: onward-
    tr!("onward-open");
    tr!("onward-not-to-third-states");
    tr!("onward-not-passed-on");
}
