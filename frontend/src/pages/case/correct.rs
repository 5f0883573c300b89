//! Nothing is edited, everything is corrected: old value, new value, why.

use hawser_casework::{Decimal, Entry, ExhibitKind, Record, RecordId, time::is_iso_date};
use hawser_views::Command;
use leptos::{ev, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};

use super::{checked, opened_by, words};
use crate::{
    components::{
        DayField, Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::use_i18n,
    pages::space::use_space,
};

/// What is to be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The record.
    pub target: RecordId,
    /// Stable name of the field.
    pub field: String,
    /// As the reader sees it.
    pub old: String,
}

/// The codes a field is chosen from, if it is.
fn codes(field: &str) -> &'static [&'static str] {
    match field {
        "handling.code" => &["", "H0", "H1", "H2", "H3"],
        "handling.person_category" => {
            &["none", "suspect", "convicted", "victim", "witness", "other"]
        }
        "handling.privileged" | "acquisition.verified" | "releasable" => &["true", "false"],
        "priority" => &["low", "medium", "high"],
        "severity" => &["low", "medium", "high", "critical"],
        _ => &[],
    }
}

/// The ways of obtaining; some name a State or a reference as well.
const OBTAINED: [&str; 6] = [
    "unknown",
    "under-team",
    "before-team",
    "mla",
    "investigation-order",
    "voluntary",
];

fn choices(i18n: I18n, field: &str) -> Vec<(String, String)> {
    if field == "kind" {
        return ExhibitKind::ALL
            .into_iter()
            .map(|kind| {
                (
                    kind.code().to_owned(),
                    words::exhibit_kind(i18n, kind.code()),
                )
            })
            .collect();
    }
    if field == "handling.obtained" {
        return OBTAINED
            .iter()
            .map(|code| ((*code).to_owned(), words::coded(i18n, "obtained", code)))
            .collect();
    }
    codes(field)
        .iter()
        .map(|code| ((*code).to_owned(), words::field_value(i18n, field, code)))
        .collect()
}

/// The new value as the record writes it: decimals exactly, in the one canonical form.
fn canonical(i18n: I18n, field: &str, typed: &str) -> Result<String, &'static str> {
    let style = words::decimal_style(i18n);
    let decimal = |text: &str| {
        Decimal::parse_localised(text, style)
            .map(|value| value.to_string())
            .map_err(|error| error.code())
    };
    match field {
        "quantity" if !typed.is_empty() => {
            // Spaces also part thousands: the unit begins with the first letter.
            let (amount, unit) = typed
                .find(char::is_alphabetic)
                .map(|at| typed.split_at(at))
                .ok_or("unit-missing")?;
            Ok(format!("{} {}", decimal(amount.trim())?, unit.trim()))
        }
        "found.coordinates" if !typed.is_empty() => {
            let plain = typed.replace(',', ".");
            let mut degrees = plain.split_whitespace();
            match (degrees.next(), degrees.next(), degrees.next()) {
                (Some(latitude), Some(longitude), None)
                    if latitude.parse::<Decimal>().is_ok()
                        && longitude.parse::<Decimal>().is_ok() =>
                {
                    Ok(format!("{latitude} {longitude}"))
                }
                _ => Err("coordinates"),
            }
        }
        "visit_planned" if is_iso_date(typed) && checked::is_past(typed) => Err("past"),
        "visit_planned" | "starts" | "ends" if !typed.is_empty() && !is_iso_date(typed) => {
            Err("date")
        }
        "by_hash.sha256" => Ok(typed.to_ascii_lowercase()),
        _ => Ok(typed.to_owned()),
    }
}

/// Asks for the new value and the reason. Open while `correction` names a field.
#[component]
pub fn CorrectDialog(correction: RwSignal<Option<Correction>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(correction);
    let title = Signal::derive(move || {
        correction.with(|correction| {
            let field = correction
                .as_ref()
                .map(|correction| words::field(i18n, &correction.field))
                .unwrap_or_default();
            tr!(i18n, "correct-title", { "field" => field })
        })
    });
    view! {
        <Dialog open title testid="correct-dialog">
            {move || correction.get().map(|correction| view! { <Body correction open /> })}
        </Dialog>
    }
}

#[component]
fn Body(correction: Correction, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let Correction { target, field, old } = correction;
    let as_shown = match field.as_str() {
        // Offered in the form in which it will be typed.
        "quantity" | "found.coordinates" => words::field_value(i18n, &field, &old),
        _ => old.clone(),
    };
    let (code, more) = match old.split_once(' ') {
        Some((code, more)) if field == "handling.obtained" => (code.to_owned(), more.to_owned()),
        _ if old.is_empty() => (String::new(), String::new()),
        _ => (as_shown, String::new()),
    };
    let (new, more) = (RwSignal::new(code), RwSignal::new(more));
    let needs_more = {
        let obtained = field == "handling.obtained";
        move || {
            obtained
                && matches!(
                    new.get().as_str(),
                    "under-team" | "mla" | "investigation-order"
                )
        }
    };
    let why = RwSignal::new(String::new());
    let options = {
        let field = field.clone();
        Signal::derive(move || choices(i18n, &field))
    };
    let chosen = !choices(i18n, &field).is_empty();
    let dated = matches!(field.as_str(), "visit_planned" | "starts" | "ends");
    let multiline = matches!(
        field.as_str(),
        "description" | "purpose" | "text" | "handling.use_limits" | "handling.onward_limits"
    );
    let before = {
        let (field, old) = (field.clone(), old.clone());
        move || words::field_value(i18n, &field, &old)
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = if untrack(needs_more) {
            format!("{} {}", new.get_untracked(), more.get_untracked().trim())
        } else {
            new.get_untracked().trim().to_owned()
        };
        let value = match canonical(i18n, &field, &typed) {
            Ok(value) => value,
            Err(code) => {
                form.fail(checked::failure(vec![checked::field("new", code, "")]));
                return;
            }
        };
        let reason = why.get_untracked().trim().to_owned();
        let entry = Entry {
            happened: observed_now(),
            record: Record::Corrected {
                target,
                field: field.clone(),
                old: old.clone(),
                new: value.clone(),
                why: reason.clone(),
            },
        };
        let wrong = if value == old {
            vec![checked::field("new", "unchanged", "")]
        } else {
            checked::wrong_fields(&entry)
        };
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = Command::Correct {
            space: case.space,
            target,
            field: field.clone(),
            old: old.clone(),
            new: value,
            why: reason,
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "correct-done"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="correct-form">
            <FormFailure form />
            <dl class="pairs">
                <dt>{move_tr!("correct-old")}</dt>
                <dd data-testid="correct-old"><bdi>{before}</bdi></dd>
            </dl>
            {if chosen {
                view! {
                    <SelectField
                        label=move_tr!("correct-new") name="new" value=new options required=true error=form.error("new")
                    />
                }.into_any()
            } else if dated {
                view! { <DayField label=move_tr!("correct-new") name="new" value=new error=form.error("new") /> }.into_any()
            } else {
                view! { <TextField label=move_tr!("correct-new") name="new" value=new multiline error=form.error("new") /> }.into_any()
            }}
            <Show when=needs_more>
                <TextField label=move_tr!("correct-more") name="more" value=more required=true />
            </Show>
            <TextField
                label=move_tr!("correct-why") name="why" value=why required=true multiline=true
                help=move_tr!("correct-why-help") error=form.error("why")
            />
            <ReadersNote readers=case.readers />
            <p class="quiet">{move_tr!("correct-undone")}</p>
            <div class="actions">
                <Submit form label=move_tr!("correct-submit") testid="correct-submit" disabled=case.shut />
            </div>
        </form>
    }
}

crate::i18n::found_by_code! {
    tr!("field-date"); tr!("field-past");
    tr!("field-unchanged");
}
