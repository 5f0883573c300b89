//! What happened, as a sentence in the reader's language.

use hawser_views::case::EntryLine;
use leptos::prelude::*;
use leptos_fluent::I18n;

use crate::{
    components::date_text,
    i18n::{found_by_code, sentence, use_i18n},
    pages::case::words,
};

/// Each name with those that stand in for it.
const STAND_INS: [(&str, &[&str]); 36] = [
    ("exhibit", &["exhibit", "exhibits", "number"]),
    ("description", &["description"]),
    ("name", &["name", "file", "desk"]),
    ("field", &["field"]),
    ("old", &["old"]),
    ("new", &["new"]),
    ("why", &["why", "reason"]),
    ("to", &["to", "person", "desk"]),
    ("person", &["person", "name"]),
    ("party", &["party", "name"]),
    ("role", &["role"]),
    ("rule", &["rule"]),
    ("outcome", &["outcome"]),
    ("title", &["title"]),
    ("from", &["from"]),
    ("author", &["author"]),
    ("port", &["port"]),
    ("facility", &["facility"]),
    ("visit", &["visit"]),
    ("starts", &["starts"]),
    ("ends", &["ends"]),
    ("criterion", &["criterion"]),
    ("rating", &["rating"]),
    ("count", &["count"]),
    ("scenario", &["scenario"]),
    ("threat", &["threat"]),
    ("consequence", &["consequence"]),
    ("severity", &["severity"]),
    ("text", &["text"]),
    ("due", &["due"]),
    ("status", &["status"]),
    ("signer", &["signer"]),
    ("template", &["template"]),
    ("version", &["version"]),
    ("of", &["of"]),
    ("of_name", &["of_name"]),
];

/// What stands where the agent sent nothing.
const NOT_SAID: &str = "…";

/// The sentence of an entry.
fn entry_text(i18n: I18n, line: &EntryLine) -> String {
    let given = |name: &str| line.values.get(name).filter(|value| !value.is_empty());
    let language = i18n.language.get().id;
    let mut values = Vec::with_capacity(STAND_INS.len());
    for (name, stand_ins) in STAND_INS {
        let value = stand_ins
            .iter()
            .find_map(|name| given(name))
            .map(String::as_str);
        let value = match (name, value) {
            ("author", None) if !line.author.is_empty() => line.author.clone(),
            ("why" | "role", None) => "none".to_owned(),
            ("old" | "new", None) => leptos_fluent::tr!(i18n, "entry-value-empty"),
            ("facility", None) => leptos_fluent::tr!(i18n, "mission-port-wide"),
            (_, None) => NOT_SAID.to_owned(),
            ("old" | "new", Some(value)) => {
                words::field_value(i18n, given("field").map_or("", String::as_str), value)
            }
            ("field", Some(field)) => words::field(i18n, field),
            ("of_name", Some(kind)) if given("of").is_some_and(|of| of == "visit") => {
                words::coded(i18n, "mission-visit", kind)
            }
            ("role", Some(role)) => words::role(i18n, role),
            ("rule", Some(rule)) => words::rule(i18n, rule),
            ("outcome", Some(outcome)) if line.kind == "submission-decided" => {
                words::coded(i18n, "outcome", outcome)
            }
            ("outcome", Some(outcome)) => words::settlement(i18n, outcome),
            ("starts" | "ends" | "due", Some(day)) => date_text(i18n, day),
            ("rating" | "severity" | "status" | "visit", Some(code)) => {
                words::coded(i18n, &format!("mission-{name}"), code)
            }
            // The template of a mission says them in every language.
            ("criterion" | "scenario", Some(id)) => given(&format!("{name}_{language}"))
                .map_or(id, String::as_str)
                .to_owned(),
            (_, Some(value)) => value.to_owned(),
        };
        values.push((name.to_owned(), value));
    }
    let key = match &*line.kind {
        "corrected" if given("of").is_some() => "entry-corrected-named".to_owned(),
        "corrected" if given("exhibit").is_none() && given("number").is_none() => {
            "entry-corrected-terms".to_owned()
        }
        kind => format!("entry-{kind}"),
    };
    let said = |key: &str| sentence(i18n, key, values.iter().map(|(name, value)| (name, value)));
    // A kind whose sentence does not stand in the locale is of a newer version.
    said(&key)
        .or_else(|| said("entry-unknown"))
        .unwrap_or_else(|| line.kind.clone())
}

/// The sentence of an entry; it changes with the language.
#[component]
pub fn EntrySentence(line: EntryLine) -> impl IntoView {
    let i18n = use_i18n();
    view! { <span class="entry-sentence">{move || entry_text(i18n, &line)}</span> }
}

found_by_code! {
    // by code: entry-
    tr!("entry-case-opened", { "author" => 0 });
    tr!("entry-corrected", { "author" => 0, "exhibit" => 0, "field" => 0, "old" => 0, "new" => 0, "why" => 0 });
    tr!("entry-corrected-terms", { "author" => 0, "field" => 0, "old" => 0, "new" => 0, "why" => 0 });
    tr!("entry-desk-changed", { "author" => 0, "name" => 0 });
    tr!("entry-desk-opened", { "author" => 0, "name" => 0 });
    tr!("entry-dispute-settled", { "author" => 0, "exhibit" => 0, "outcome" => 0, "why" => 0 });
    tr!("entry-exhibit-logged", { "author" => 0, "exhibit" => 0, "description" => 0 });
    tr!("entry-file-attached", { "author" => 0, "name" => 0, "exhibit" => 0 });
    tr!("entry-handover-accepted", { "author" => 0, "exhibit" => 0 });
    tr!("entry-handover-offered", { "author" => 0, "exhibit" => 0, "to" => 0 });
    tr!("entry-handover-refused", { "author" => 0, "exhibit" => 0, "why" => 0 });
    tr!("entry-handover-reserved", { "author" => 0, "exhibit" => 0, "why" => 0 });
    tr!("entry-handover-withdrawn", { "author" => 0, "exhibit" => 0, "why" => 0 });
    tr!("entry-keys-renewed", { "author" => 0 });
    tr!("entry-keys-changed", { "author" => 0 });
    tr!("entry-organisation-withdrew", { "party" => 0, "person" => 0 });
    tr!("entry-administrator-appointed", { "author" => 0, "person" => 0 });
    tr!("entry-party-admitted", { "author" => 0, "party" => 0 });
    tr!("entry-party-joined", { "author" => 0, "party" => 0 });
    tr!("entry-party-named", { "author" => 0, "party" => 0 });
    tr!("entry-party-verified", { "author" => 0, "party" => 0 });
    tr!("entry-person-admitted", { "author" => 0, "person" => 0, "role" => 0 });
    tr!("entry-person-ended", { "author" => 0, "person" => 0, "why" => 0 });
    tr!("entry-person-named", { "author" => 0, "person" => 0 });
    tr!("entry-person-reinstated", { "author" => 0, "person" => 0, "why" => 0 });
    tr!("entry-person-suspended", { "author" => 0, "person" => 0, "why" => 0 });
    tr!("entry-refused", { "author" => 0, "rule" => 0 });
    tr!("entry-role-changed", { "author" => 0, "person" => 0, "role" => 0, "why" => 0 });
    tr!("entry-submission-sent", { "author" => 0, "title" => 0 });
    tr!("entry-submission-file", { "author" => 0, "name" => 0 });
    tr!("entry-redacted-copy", { "author" => 0, "name" => 0 });
    tr!("entry-submission-decided", { "author" => 0, "title" => 0, "outcome" => 0 });
    tr!("entry-passed-on", { "author" => 0, "title" => 0 });
    tr!("entry-shared", { "author" => 0, "title" => 0, "party" => 0 });
    tr!("entry-downloaded", { "author" => 0, "name" => 0 });
    tr!("entry-request-sent", { "author" => 0, "party" => 0, "title" => 0 });
    tr!("entry-request-read", { "author" => 0, "title" => 0 });
    tr!("entry-mission-opened", { "author" => 0, "port" => 0 });
    tr!("entry-corrected-named", { "author" => 0, "of" => 0, "of_name" => 0, "field" => 0, "old" => 0, "new" => 0, "why" => 0 });
    tr!("entry-facility-added", { "author" => 0, "facility" => 0 });
    tr!("entry-visit-opened", { "author" => 0, "visit" => 0, "starts" => 0, "ends" => 0 });
    tr!("entry-rated", { "author" => 0, "criterion" => 0, "facility" => 0, "rating" => 0 });
    tr!("entry-team-rated", { "author" => 0, "count" => 0 });
    tr!("entry-scenario-assessed", { "author" => 0, "scenario" => 0, "threat" => 0, "consequence" => 0 });
    tr!("entry-finding-raised", { "author" => 0, "severity" => 0, "facility" => 0, "title" => 0 });
    tr!("entry-recommendation-made", { "author" => 0, "text" => 0 });
    tr!("entry-action-agreed", { "author" => 0, "text" => 0 });
    tr!("entry-action-moved", { "author" => 0, "due" => 0, "text" => 0 });
    tr!("entry-action-status", { "author" => 0, "status" => 0, "text" => 0 });
    tr!("entry-action-verified", { "author" => 0, "text" => 0 });
    tr!("entry-report-shared", { "author" => 0, "due" => 0 });
    tr!("entry-host-commented", { "author" => 0, "text" => 0 });
    tr!("entry-host-signed", { "author" => 0 });
    tr!("entry-silence-recorded", { "author" => 0 });
    tr!("entry-aggregate-signed", { "author" => 0 });
    tr!("entry-mission-file", { "author" => 0, "name" => 0 });
    tr!("entry-programme-opened", { "author" => 0, "title" => 0 });
    tr!("entry-template-adopted", { "author" => 0, "template" => 0, "version" => 0 });
    tr!("entry-port-followed", { "author" => 0, "port" => 0 });
    tr!("entry-mission-registered", { "author" => 0, "port" => 0 });
    tr!("entry-aggregate-taken", { "author" => 0, "port" => 0, "signer" => 0 });
    tr!("entry-unknown", { "author" => 0 });
    tr!("entry-unreadable", { "author" => 0 });
}
