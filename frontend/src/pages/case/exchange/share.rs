//! Sharing exhibits and files with people of a party of limited access, after the necessity check.

use std::collections::BTreeSet;

use hawser_casework::{
    Entry, PersonId, Record, RecordId,
    record::{Enclosure, ExchangeRecord, TITLE_MAX},
};
use hawser_views::{
    Command, Reply,
    evidence::{ExhibitLine, ExhibitView},
    exchange::{ExchangeCommand, ExchangeView, ShareDraft},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::{addressees::Addressees, exchange_view, use_case};
use crate::{
    agent_link::view,
    components::{
        Checkbox, Dialog, FieldError, Form, FormFailure, ReadersNote, SelectField, Shown, Submit,
        TextField,
        exhibit_form::{HandlingFields, HandlingInput},
        happened_field::observed_now,
        readers_after, until_changed, use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
};

#[component]
pub fn ShareDialog(
    open: RwSignal<bool>,
    /// The exhibit that is shared, or of which files are; to be chosen where none is given.
    #[prop(optional)]
    exhibit: Option<RecordId>,
) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("share-title") wide=true testid="share-dialog">
            <Asking open exhibit />
        </Dialog>
    }
}

#[component]
fn Asking(open: RwSignal<bool>, exhibit: Option<RecordId>) -> impl IntoView {
    let case = use_case();
    let exchange = exchange_view(case);
    let exhibits = view(
        move || Command::Exhibits { space: case.space },
        case.changes,
        |reply| match reply {
            Reply::Exhibits(exhibits) => Some(exhibits),
            _ => None,
        },
    );
    let chosen = RwSignal::new(
        exhibit
            .map(|exhibit| exhibit.to_string())
            .unwrap_or_default(),
    );
    view! {
        <Shown of=exchange let:exchange>
            <Shown of=exhibits let:exhibits>
                <Body open exchange exhibits chosen />
            </Shown>
        </Shown>
    }
}

/// What can be shared of an exhibit: its record and its files.
fn parts(view: &ExhibitView) -> Vec<(RecordId, String, bool)> {
    let own = (view.line.exhibit, view.line.description.clone(), true);
    let files = view
        .files
        .iter()
        .map(|file| (file.file, file.name.clone(), false));
    std::iter::once(own).chain(files).collect()
}

#[component]
fn Body(
    open: RwSignal<bool>,
    exchange: Signal<ExchangeView>,
    exhibits: Signal<Vec<ExhibitLine>>,
    chosen: RwSignal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (case, toasts) = (use_case(), use_toasts());
    let form = Form::new();
    let title = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let necessity = RwSignal::new(false);
    let records = RwSignal::new(BTreeSet::<RecordId>::new());
    let addressees = RwSignal::new(BTreeSet::<PersonId>::new());
    let handling = HandlingInput::new();
    let options = Signal::derive(move || {
        exhibits.with(|exhibits| {
            let lines = exhibits.iter();
            lines
                .map(|line| {
                    (
                        line.exhibit.to_string(),
                        format!("{} {}", line.number, line.description),
                    )
                })
                .collect::<Vec<_>>()
        })
    });
    let people = Memo::new(move |_| {
        exchange.with(|view| {
            let partners = view.partners.iter();
            partners
                .flat_map(|partner| partner.people.iter().cloned())
                .collect::<Vec<_>>()
        })
    });
    let readers = Signal::derive(move || {
        let chosen = addressees.get();
        exchange.with(|view| {
            let added = view
                .partners
                .iter()
                .filter(|partner| {
                    partner
                        .people
                        .iter()
                        .any(|person| chosen.contains(&person.person))
                })
                .map(|partner| (partner.name.clone(), partner.people.len() as i32));
            readers_after(case.readers.get(), added)
        })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let share = ShareDraft {
            title: title.with_untracked(|title| title.trim().to_owned()),
            records: records.get_untracked().into_iter().collect(),
            addressees: addressees.get_untracked().into_iter().collect(),
            reason: reason.with_untracked(|reason| reason.trim().to_owned()),
            necessity: necessity.get_untracked(),
            handling: handling.value(),
        };
        // Stands for what is enclosed when it is sent, so that the rest can be checked here.
        let enclosed = Enclosure {
            event: String::new(),
            key: "0".repeat(64),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Exchange(ExchangeRecord::Shared {
                title: share.title.clone(),
                reason: share.reason.clone(),
                necessity: share.necessity,
                handling: share.handling.clone(),
                addressees: share.addressees.clone(),
                sent_by: None,
                redacted_from: None,
                answers: None,
                originals: vec![enclosed],
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if share.records.is_empty() {
            wrong.push(checked::missing("records"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = ExchangeCommand::Share {
            space: case.space,
            share,
        };
        form.send(Command::Exchange(command), move |_| {
            toasts.say(tr!(i18n, "share-shared"));
            let _ = open.try_set(false);
        });
    };
    let (records_error, changed) = until_changed(form.error("records"));
    let toggle = move |record: RecordId, on: bool| {
        changed.set(true);
        records.update(|records| {
            if on {
                records.insert(record);
            } else {
                records.remove(&record);
            }
        });
    };
    let of_exhibit = move || {
        let exhibit = chosen.get().parse::<RecordId>().ok()?;
        records.set(BTreeSet::new());
        let shown = view(
            move || Command::Exhibit {
                space: case.space,
                exhibit,
            },
            case.changes,
            |reply| match reply {
                Reply::Exhibit(view) => Some(*view),
                _ => None,
            },
        );
        Some(view! {
            <Shown of=shown let:exhibit>
                <fieldset class="field" aria-invalid=move || records_error.get().is_some().to_string()>
                    <legend>{move_tr!("share-what")}</legend>
                    {move || exhibit.with(parts).into_iter().map(|(record, name, whole)| view! {
                        <label class="check">
                            <input
                                type="checkbox" data-testid="share-record"
                                prop:checked=move || records.with(|records| records.contains(&record))
                                on:change:target=move |event| toggle(record, event.target().checked())
                            />
                            <span>
                                <bdi>{move || if whole {
                                    tr!(i18n, "share-description", { "description" => name.clone() })
                                } else {
                                    name.clone()
                                }}</bdi>
                            </span>
                        </label>
                    }).collect_view()}
                    <FieldError id="records-error" error=records_error />
                </fieldset>
            </Shown>
        })
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="share-form">
            <FormFailure form />
            <SelectField
                label=move_tr!("share-exhibit") name="exhibit" value=chosen options required=true
                placeholder=move_tr!("choose") error=form.error("records")
            />
            {of_exhibit}
            <TextField
                label=move_tr!("share-name") name="title" value=title required=true max=TITLE_MAX error=form.error("title")
            />
            <Addressees people chosen=addressees error=form.error("addressees") />
            <TextField
                label=move_tr!("share-reason") name="reason" value=reason multiline=true required=true
                help=move_tr!("share-reason-help") error=form.error("reason")
            />
            <Checkbox
                label=move_tr!("share-necessity") name="necessity" value=necessity
                help=move_tr!("share-necessity-help") error=form.error("necessity")
            />
            <details class="fold">
                <summary>{move_tr!("submit-handling")}</summary>
                <div class="fold-body"><HandlingFields input=handling form /></div>
            </details>
            <ReadersNote readers />
            <p class="quiet">{move_tr!("share-no-way-back")}</p>
            <div class="actions">
                <Submit form label=move_tr!("share-submit") testid="share-submit" disabled=use_case().shut />
            </div>
        </form>
    }
}
