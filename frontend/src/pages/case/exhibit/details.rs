//! The fields of an exhibit, each with a way to correct it.

use hawser_casework::{
    PartyId, RecordId, identifier,
    record::{Exhibit, Fields, Identifier, Photo},
};
use hawser_views::evidence::ExhibitView;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{use_case, words};
use crate::{
    components::{CopyButton, When, identifier_field::warning_text},
    i18n::use_i18n,
    pages::case::correct::{CorrectDialog, Correction},
};

/// In the order in which they are shown; identifiers stand apart.
const FIELDS: [&str; 23] = [
    "kind",
    "description",
    "found.text",
    "found.locode",
    "found.coordinates",
    "own_reference",
    "quantity",
    "make",
    "model",
    "serial",
    "owner",
    "authority",
    "authority_number",
    "seizing_officer",
    "witness",
    "packaging",
    "seal_number",
    "seal_condition",
    "hazard",
    "acquisition.tool",
    "acquisition.version",
    "acquisition.method",
    "acquisition.write_blocker",
];

const MORE_ACQUISITION: [&str; 3] = [
    "acquisition.operator",
    "acquisition.source_size",
    "acquisition.verified",
];

const HANDLING: [&str; 8] = [
    "handling.code",
    "handling.obtained",
    "handling.use_limits",
    "handling.onward",
    "handling.onward_limits",
    "handling.privileged",
    "handling.person_category",
    "handling.language",
];

/// What makes a button that corrects a field.
#[derive(Clone, Copy)]
struct Correcting {
    target: RecordId,
    asked: RwSignal<Option<Correction>>,
    shut: Signal<bool>,
}

impl Correcting {
    fn button(
        self,
        i18n: I18n,
        field: &str,
        old: &str,
        label: Signal<String>,
    ) -> impl IntoView + use<> {
        let (name, spoken, old) = (field.to_owned(), field.to_owned(), old.to_owned());
        let testid = format!("correct-{}", field.replace(['.', '_'], "-"));
        let ask = move |_| {
            self.asked.set(Some(Correction {
                target: self.target,
                field: name.clone(),
                old: old.clone(),
            }));
        };
        view! {
            <button
                type="button" class="button button-quiet" data-testid=testid on:click=ask
                disabled=move || self.shut.get()
                aria-label=move || tr!(i18n, "correct-field", { "field" => words::field(i18n, &spoken) })
            >
                {label}
            </button>
        }
    }
}

#[component]
pub fn Details(view: Signal<ExhibitView>, exhibit: RecordId) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let asked = RwSignal::new(None::<Correction>);
    let correcting = Correcting {
        target: exhibit,
        asked,
        shut: case.shut,
    };
    let record = Memo::new(move |_| view.with(|view| view.exhibit.clone()));
    let lines = move |fields: Vec<&'static str>| {
        record.with(|record| {
            fields
                .into_iter()
                .filter_map(|field| Some((field, record.field(field).filter(|value| !value.is_empty())?)))
                .map(|(field, value)| {
                    let button = correcting.button(i18n, field, &value, move_tr!("correct"));
                    view! {
                        <dt>{move || words::capitalised(&words::field(i18n, field))}</dt>
                        <dd data-field=field><bdi>{move || words::field_value(i18n, field, &value)}</bdi>{button}</dd>
                    }
                })
                .collect_view()
        })
    };
    // What was not given can be given: a correction of nothing into something.
    let left_out = move || {
        record.with(|record| {
            FIELDS
                .into_iter()
                .chain(MORE_ACQUISITION)
                .chain(HANDLING)
                .filter(|field| record.field(field).is_some_and(|value| value.is_empty()))
                .map(|field| {
                    let label =
                        Signal::derive(move || words::capitalised(&words::field(i18n, field)));
                    view! { <li>{correcting.button(i18n, field, "", label)}</li> }
                })
                .collect_view()
        })
    };
    view! {
        <section class="panel-plain" aria-labelledby="details-title" data-testid="exhibit-details">
            <h2 id="details-title">{move_tr!("exhibit-details")}</h2>
            <dl class="pairs pairs-correctable">
                {move || lines(FIELDS.into_iter().chain(MORE_ACQUISITION).collect())}
                <Found view />
                {move || without_photo(&record.get())}
            </dl>
            <Identifiers record correcting />
            <ByHash record />
            <h3>{move_tr!("exhibit-part-handling")}</h3>
            <dl class="pairs pairs-correctable" data-testid="handling-block">
                {move || lines(HANDLING.to_vec())}
                <Addressees record />
            </dl>
            <details class="fold" data-testid="left-out">
                <summary>{move_tr!("exhibit-left-out")}</summary>
                <p class="quiet">{move_tr!("exhibit-left-out-help")}</p>
                <ul class="left-out">{left_out}</ul>
            </details>
            <CorrectDialog correction=asked />
        </section>
    }
}

/// The two times, and how the first is known.
#[component]
fn Found(view: Signal<ExhibitView>) -> impl IntoView {
    let i18n = use_i18n();
    let happened = Memo::new(move |_| view.with(|view| view.line.happened.clone()));
    view! {
        <dt>{move_tr!("exhibit-found-at")}</dt>
        <dd>
            <When moment=Signal::derive(move || happened.with(|happened| happened.at)) />
            " ("{move || happened.with(|happened| words::coded(i18n, "timeline-how-known", happened.known.code()))}")"
        </dd>
        <dt>{move_tr!("exhibit-recorded-at")}</dt>
        <dd><When moment=Signal::derive(move || view.with(|view| view.recorded)) /></dd>
        {move || happened.with(|happened| happened.late_reason.clone()).map(|reason| view! {
            <dt>{move_tr!("chain-late-reason")}</dt>
            <dd><bdi>{reason}</bdi></dd>
        })}
    }
}

fn without_photo(record: &Exhibit) -> impl IntoView + use<> {
    let reason = match &record.photo {
        Photo::Without { reason } => Some(reason.clone()),
        Photo::Attached => None,
    };
    reason.map(|reason| {
        view! {
            <dt>{move_tr!("exhibit-no-photo")}</dt>
            <dd><bdi>{reason}</bdi></dd>
        }
    })
}

#[component]
fn Identifiers(record: Memo<Exhibit>, correcting: Correcting) -> impl IntoView {
    let i18n = use_i18n();
    let identifiers = Memo::new(move |_| record.with(|record| record.identifiers.clone()));
    let line = move |at: usize, identifier: Identifier| {
        let Identifier {
            scheme,
            value,
            reason,
        } = identifier;
        let result = identifier::check(scheme, &value);
        let button = correcting.button(
            i18n,
            &format!("identifiers.{at}.value"),
            &value,
            move_tr!("correct"),
        );
        view! {
            <li data-testid="exhibit-identifier">
                <span class="quiet">{move || words::scheme(i18n, scheme)}</span>
                " "<bdi class="mono">{result.shown}</bdi>{button}
                {result.warning.map(|warning| view! {
                    <p class="identifier-doubt">{move || warning_text(i18n, &warning)}</p>
                })}
                {reason.map(|reason| view! {
                    <p class="quiet">{move_tr!("exhibit-identifier-reason")}" "<bdi>{reason}</bdi></p>
                })}
            </li>
        }
    };
    view! {
        <Show when=move || !identifiers.with(Vec::is_empty)>
            <h3>{move_tr!("exhibit-part-identifiers")}</h3>
            <ul class="identifiers">
                {move || identifiers.get().into_iter().enumerate().map(|(at, one)| line(at, one)).collect_view()}
            </ul>
        </Show>
    }
}

#[component]
fn ByHash(record: Memo<Exhibit>) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        record.with(|record| record.by_hash.clone()).map(|registration| {
            let length = registration.length;
            view! {
                <h3>{move_tr!("exhibit-part-by-hash")}</h3>
                <dl class="pairs" data-testid="registered-by-hash">
                    <dt>{move_tr!("by-hash-name")}</dt>
                    <dd><bdi>{registration.name}</bdi></dd>
                    <dt>{move_tr!("by-hash-length")}</dt>
                    <dd>{move || format!("{} ({})", words::number(i18n, length), words::size(i18n, length))}</dd>
                    <dt>{move_tr!("by-hash-kept-at")}</dt>
                    <dd><bdi>{registration.kept_at}</bdi></dd>
                    <dt>{move_tr!("by-hash-sha256")}</dt>
                    <dd><code class="hash">{registration.sha256.clone()}</code><CopyButton text=registration.sha256 /></dd>
                </dl>
            }
        })
    }
}

#[component]
fn Addressees(record: Memo<Exhibit>) -> impl IntoView {
    let case = use_case();
    let name = move |party: &PartyId| {
        case.view.with(|case| {
            let parties = case
                .ready()
                .map(|case| case.parties.as_slice())
                .unwrap_or_default();
            parties
                .iter()
                .find(|known| known.party == *party)
                .map(|known| known.name.clone())
        })
    };
    let names = Memo::new(move |_| {
        record.with(|record| {
            record
                .handling
                .addressees
                .iter()
                .filter_map(name)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !names.with(Vec::is_empty)>
            <dt>{move_tr!("exhibit-addressees")}</dt>
            <dd><bdi>{move || names.get().join(", ")}</bdi></dd>
        </Show>
    }
}
