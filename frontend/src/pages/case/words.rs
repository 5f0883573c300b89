//! Words for the stable codes that agent and records speak in, and figures in the reader's form.

use std::collections::BTreeMap;

use hawser_casework::{DecimalStyle, ExhibitKind, Scheme};
use leptos::prelude::*;
use leptos_fluent::{I18n, tr};

use crate::{
    browser,
    components::moment_text,
    i18n::{found_by_code, sentence},
};

/// The message `prefix-code`; else `prefix-other`; else the code as it is.
pub fn coded(i18n: I18n, prefix: &str, code: &str) -> String {
    let plain = |key: String| {
        let none: [(&String, &String); 0] = [];
        sentence(i18n, &key, none)
    };
    plain(format!("{prefix}-{code}"))
        .or_else(|| plain(format!("{prefix}-other")))
        .unwrap_or_else(|| code.to_owned())
}

/// A role in the case.
pub fn role(i18n: I18n, code: &str) -> String {
    coded(i18n, "role", code)
}

/// The legal position of a party.
pub fn party_status(i18n: I18n, code: &str) -> String {
    coded(i18n, "party-status", code)
}

/// A kind of exhibit.
pub fn exhibit_kind(i18n: I18n, code: &str) -> String {
    coded(i18n, "exhibit-kind", code)
}

/// A kind of identifier.
pub fn scheme(i18n: I18n, scheme: Scheme) -> String {
    coded(i18n, "scheme", scheme.code())
}

/// Where custody stands: held, offered, disputed.
pub fn custody(i18n: I18n, code: &str) -> String {
    coded(i18n, "custody", code)
}

/// Why an entry was set aside.
pub fn rule(i18n: I18n, code: &str) -> String {
    coded(i18n, "rule", code)
}

/// How a dispute was settled.
pub fn settlement(i18n: I18n, code: &str) -> String {
    coded(i18n, "settled", code)
}

/// A field's name as corrections give it (`found.locode`, `identifiers.0.value`).
pub fn field(i18n: I18n, name: &str) -> String {
    let name = name
        .split('.')
        .filter(|level| level.parse::<usize>().is_err())
        .collect::<Vec<_>>()
        .join("-");
    coded(i18n, "fieldname", &name)
}

/// A field's value: codes become words.
pub fn field_value(i18n: I18n, field: &str, value: &str) -> String {
    if value.is_empty() {
        return tr!(i18n, "entry-value-empty");
    }
    match field {
        "kind" if ExhibitKind::ALL.iter().any(|kind| kind.code() == value) => {
            exhibit_kind(i18n, value)
        }
        "handling.onward" => coded(i18n, "onward", value),
        "handling.person_category" => coded(i18n, "person-category", value),
        "handling.obtained" => {
            let (code, more) = value.split_once(' ').unwrap_or((value, ""));
            let word = coded(i18n, "obtained", code);
            if more.is_empty() {
                word
            } else {
                format!("{word}: {more}")
            }
        }
        "priority" => coded(i18n, "mission-priority", value),
        "severity" => coded(i18n, "mission-severity", value),
        "handling.privileged" | "acquisition.verified" | "releasable" => match value {
            "true" => tr!(i18n, "answer-yes"),
            _ => tr!(i18n, "answer-no"),
        },
        "quantity" => match value.split_once(' ') {
            Some((amount, unit)) => format!("{} {unit}", decimal(i18n, amount)),
            None => value.to_owned(),
        },
        _ => value.to_owned(),
    }
}

/// How the reader writes decimals.
pub fn decimal_style(i18n: I18n) -> DecimalStyle {
    match i18n.language.get_untracked().id {
        "en" => DecimalStyle::Point,
        _ => DecimalStyle::Comma,
    }
}

/// An exact decimal in the reader's form, digit for digit.
pub fn decimal(i18n: I18n, canonical: &str) -> String {
    match i18n.language.get().id {
        "en" => canonical.to_owned(),
        _ => canonical.replace('.', ","),
    }
}

/// A whole number in the reader's form.
pub fn number(i18n: I18n, number: u64) -> String {
    figure(i18n, number as f64, 0)
}

fn figure(i18n: I18n, number: f64, decimals: u32) -> String {
    let scale = f64::from(10_u32.pow(decimals));
    let rounded = (number * scale).round() / scale;
    js_sys::Number::from(rounded)
        .to_locale_string(i18n.language.get().id)
        .into()
}

/// Bytes, rounded: `4.2 MB`.
pub fn size(i18n: I18n, bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut amount = bytes as f64;
    let mut unit = 0;
    while amount >= 1000.0 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    let decimals = u32::from(unit > 0 && amount < 100.0);
    let unit = match (i18n.language.get().id, UNITS[unit]) {
        ("fr", "B") => "o",
        ("fr", "kB") => "ko",
        ("fr", "MB") => "Mo",
        ("fr", "GB") => "Go",
        ("fr", "TB") => "To",
        (_, unit) => unit,
    };
    format!("{}\u{a0}{unit}", figure(i18n, amount, decimals))
}

/// Hours and minutes with the offset from UTC, where the browser is: `08:14 +02:00`.
pub fn clock(utc_ms: i64) -> String {
    let moment = browser::local_moment(utc_ms).to_string();
    match (moment.get(11..16), moment.get(19..)) {
        (Some(clock), Some(offset)) => format!("{clock} {offset}"),
        _ => moment,
    }
}

/// Those of the named values that a sentence needs; what the agent did not send reads as `…`.
pub fn filled(
    values: &BTreeMap<String, String>,
    names: &[(&str, &[&str])],
) -> Vec<(String, String)> {
    let given = |name: &&str| values.get(*name).filter(|value| !value.is_empty()).cloned();
    names
        .iter()
        .map(|(name, stand_ins)| {
            let value = stand_ins
                .iter()
                .find_map(given)
                .unwrap_or_else(|| "…".to_owned());
            ((*name).to_owned(), value)
        })
        .collect()
}

/// A time of today by its clock alone, an earlier one with its day.
pub fn lately(i18n: I18n, utc_ms: i64) -> String {
    let (then, now) = (browser::local_moment(utc_ms), browser::now());
    let same_day = then.to_string().get(..10) == now.to_string().get(..10);
    if same_day {
        clock(utc_ms)
    } else {
        moment_text(i18n, &then)
    }
}

/// With its first letter as at the start of a sentence.
pub fn capitalised(text: &str) -> String {
    // Fluent sets numbers and names between isolating marks, which come first.
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

/// The reader's own standing in a case: a role, or where they are otherwise.
pub fn standing(i18n: I18n, code: &str) -> String {
    match code {
        "invited" => tr!(i18n, "standing-invited"),
        "suspended" => tr!(i18n, "standing-suspended"),
        "ended" => tr!(i18n, "standing-ended"),
        _ => role(i18n, code),
    }
}

/// How long a term still runs.
pub fn days_left(i18n: I18n, days: i64) -> String {
    match days {
        0 => tr!(i18n, "term-today"),
        days if days > 0 => tr!(i18n, "term-days-left", { "n" => days }),
        days => tr!(i18n, "term-days-over", { "n" => -days }),
    }
}

found_by_code! {
    // by code: handling-code-, role-, party-status-, exhibit-kind-, scheme-, custody-, rule-, settled-, fieldname-, obtained-, person-category-
    tr!("custody-disputed");
    tr!("custody-held");
    tr!("custody-offered");
    tr!("exhibit-kind-bulk-drug");
    tr!("exhibit-kind-cctv");
    tr!("exhibit-kind-device");
    tr!("exhibit-kind-financial-asset");
    tr!("exhibit-kind-image-or-file");
    tr!("exhibit-kind-intelligence-report");
    tr!("exhibit-kind-intercept");
    tr!("exhibit-kind-paper");
    tr!("exhibit-kind-precursor-or-equipment");
    tr!("exhibit-kind-provider-evidence");
    tr!("exhibit-kind-sample");
    tr!("exhibit-kind-vehicle-or-container");
    tr!("fieldname-acquisition-method");
    tr!("fieldname-acquisition-operator");
    tr!("fieldname-acquisition-source_size");
    tr!("fieldname-acquisition-tool");
    tr!("fieldname-acquisition-verified");
    tr!("fieldname-acquisition-version");
    tr!("fieldname-acquisition-write_blocker");
    tr!("fieldname-authority");
    tr!("fieldname-authority_number");
    tr!("fieldname-caption");
    tr!("fieldname-controller");
    tr!("fieldname-description");
    tr!("fieldname-ends");
    tr!("fieldname-found-coordinates");
    tr!("fieldname-found-locode");
    tr!("fieldname-found-text");
    tr!("fieldname-handling-code");
    tr!("fieldname-handling-language");
    tr!("fieldname-handling-obtained");
    tr!("fieldname-handling-onward");
    tr!("fieldname-handling-onward_limits");
    tr!("fieldname-handling-person_category");
    tr!("fieldname-handling-privileged");
    tr!("fieldname-handling-use_limits");
    tr!("fieldname-hazard");
    tr!("fieldname-identifiers-reason");
    tr!("fieldname-identifiers-scheme");
    tr!("fieldname-identifiers-value");
    tr!("fieldname-kind");
    tr!("fieldname-make");
    tr!("fieldname-model");
    tr!("fieldname-name");
    tr!("fieldname-other");
    tr!("fieldname-own_reference");
    tr!("fieldname-owner");
    tr!("fieldname-packaging");
    tr!("fieldname-parent");
    tr!("fieldname-purpose");
    tr!("fieldname-quantity");
    tr!("fieldname-reference");
    tr!("fieldname-seal_condition");
    tr!("fieldname-seal_number");
    tr!("fieldname-seal_reason");
    tr!("fieldname-seizing_officer");
    tr!("fieldname-serial");
    tr!("fieldname-starts");
    tr!("fieldname-title");
    tr!("fieldname-witness");
    tr!("handling-code-H0");
    tr!("handling-code-H1");
    tr!("handling-code-H2");
    tr!("handling-code-H3");
    tr!("obtained-before-team");
    tr!("obtained-investigation-order");
    tr!("obtained-mla");
    tr!("obtained-under-team");
    tr!("obtained-unknown");
    tr!("obtained-voluntary");
    tr!("party-status-bound-member-state");
    tr!("party-status-international-court");
    tr!("party-status-member-state-not-bound");
    tr!("party-status-third-state");
    tr!("party-status-union-body");
    tr!("person-category-convicted");
    tr!("person-category-none");
    tr!("person-category-other");
    tr!("person-category-suspect");
    tr!("person-category-victim");
    tr!("person-category-witness");
    tr!("role-administrator");
    tr!("role-leader");
    tr!("role-member");
    tr!("role-participant");
    tr!("role-support");
    tr!("rule-already-answered");
    tr!("rule-already-offered");
    tr!("rule-already-opened");
    tr!("rule-duplicate-record");
    tr!("rule-exhibit-twice");
    tr!("rule-in-dispute");
    tr!("rule-invalid");
    tr!("rule-invalid-value");
    tr!("rule-not-a-party-to-the-dispute");
    tr!("rule-not-in-dispute");
    tr!("rule-not-in-offer");
    tr!("rule-not-the-addressee");
    tr!("rule-not-the-giver");
    tr!("rule-not-the-holder");
    tr!("rule-not-the-receiver");
    tr!("rule-offer-hash-mismatch");
    tr!("rule-offer-withdrawn");
    tr!("rule-other");
    tr!("rule-own-offer");
    tr!("rule-parent-cycle");
    tr!("rule-person-removed");
    tr!("rule-refers-to-unreadable");
    tr!("rule-self-offer");
    tr!("rule-statement-malformed");
    tr!("rule-unknown-desk");
    tr!("rule-unknown-exhibit");
    tr!("rule-unknown-field");
    tr!("rule-unknown-offer");
    tr!("rule-unknown-parent");
    tr!("rule-unknown-target");
    tr!("scheme-bitcoin");
    tr!("scheme-cas");
    tr!("scheme-cn-code");
    tr!("scheme-container");
    tr!("scheme-country");
    tr!("scheme-ethereum");
    tr!("scheme-iban");
    tr!("scheme-imei");
    tr!("scheme-imo-ship");
    tr!("scheme-locode");
    tr!("scheme-mmsi");
    tr!("scheme-other");
    tr!("scheme-phone");
    tr!("scheme-s10");
    tr!("scheme-seal");
    tr!("scheme-tron");
    tr!("settled-held-by-receiver");
    tr!("settled-stays-with-giver");
}

// Refusals of the case record itself; the others stand with `FailurePanel`.
found_by_code! {
    tr!("error-duplicate-record");
    tr!("error-already-opened");
    tr!("error-invalid");
    tr!("error-statement-malformed");
    tr!("error-refers-to-unreadable");
    tr!("error-unknown-exhibit");
    tr!("error-unknown-parent");
    tr!("error-parent-cycle");
    tr!("error-unknown-offer");
    tr!("error-unknown-desk");
    tr!("error-unknown-target");
    tr!("error-unknown-field");
    tr!("error-invalid-value");
    tr!("error-exhibit-twice");
    tr!("error-not-the-holder");
    tr!("error-already-offered");
    tr!("error-in-dispute");
    tr!("error-self-offer");
    tr!("error-person-removed");
    tr!("error-offer-hash-mismatch");
    tr!("error-not-in-offer");
    tr!("error-already-answered");
    tr!("error-offer-withdrawn");
    tr!("error-not-the-addressee");
    tr!("error-own-offer");
    tr!("error-not-the-giver");
    tr!("error-not-in-dispute");
    tr!("error-not-a-party-to-the-dispute");
    tr!("error-not-the-receiver");
    tr!("error-matters-open");
    tr!("error-not-a-member");
    tr!("error-file-unreadable");
    tr!("error-encryption-failed");
    tr!("error-cancelled");
}
