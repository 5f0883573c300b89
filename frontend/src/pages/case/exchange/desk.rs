//! The checking desk: one item at a time beside its preview, decided with two confirmations.

use std::collections::BTreeSet;

use hawser_casework::{
    Entry, PersonId, Record, RecordId,
    record::{ExchangeRecord, SubmissionOutcome},
};
use hawser_views::{
    Command,
    exchange::{
        AddresseeView, DecisionDraft, ExchangeCommand, ExchangeView, ItemView, SubmissionView,
    },
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use super::{addressees::Addressees, file_line::FileLine, handling_text, use_case};
use crate::{
    agent_link::use_agent,
    components::{
        Checkbox, EmptyState, FailurePanel, FieldError, Form, FormFailure, ReadersNote,
        SelectField, Submit, TextField, When,
        exhibit_form::attach,
        file_drop::FileDrop,
        happened_field::observed_now,
        preview::{Kind, PdfPages, Picture},
        readers_after, until_changed, use_toasts,
    },
    i18n::{found_by_code, use_i18n},
    pages::case::{checked, words},
};

/// One item that waits, with what it was sent with.
#[derive(Clone, PartialEq)]
struct Waiting {
    item: ItemView,
    submission: SubmissionView,
}

fn waiting(view: &ExchangeView) -> Vec<Waiting> {
    let mut all: Vec<Waiting> = view
        .submissions
        .iter()
        .flat_map(|submission| {
            submission
                .items
                .iter()
                .filter(|item| matches!(&*item.outcome, "waiting" | "kept"))
                .map(|item| Waiting {
                    item: item.clone(),
                    submission: submission.clone(),
                })
        })
        .collect();
    // What has waited longest comes first; what was kept comes last.
    all.sort_by_key(|one| (one.item.outcome == "kept", one.submission.sent.utc_ms));
    all
}

#[component]
pub fn Desk(exchange: Signal<ExchangeView>) -> impl IntoView {
    let i18n = use_i18n();
    let items = Memo::new(move |_| exchange.with(waiting));
    let chosen = RwSignal::new(None::<RecordId>);
    let current = Memo::new(move |_| {
        items.with(|items| {
            let found = items.iter().find(|one| Some(one.item.item) == chosen.get());
            found.or(items.first()).cloned()
        })
    });
    let place = Memo::new(move |_| {
        let now = current.with(|current| current.as_ref().map(|one| one.item.item));
        items.with(|items| {
            items
                .iter()
                .position(|one| Some(one.item.item) == now)
                .unwrap_or(0)
        })
    });
    let go = move |step: isize| {
        let target = items.with_untracked(|items| {
            let at = place.get_untracked().checked_add_signed(step)?;
            items.get(at).map(|one| one.item.item)
        });
        if target.is_some() {
            chosen.set(target);
        }
    };
    let count = move || items.with(Vec::len);
    let last = move || place.get() + 1 == count();
    view! {
        <section class="panel-plain" aria-labelledby="desk-title" data-testid="desk">
            <div class="desk-head">
                <h2 id="desk-title">{move_tr!("desk-title")}</h2>
                <Show when=move || { count() > 1 }>
                    <div class="actions">
                        <button
                            type="button" class="button" data-testid="desk-previous" on:click=move |_| go(-1)
                            disabled=move || place.get() == 0
                        >
                            {move_tr!("desk-previous")}
                        </button>
                        <span data-testid="desk-place">
                            {move || tr!(i18n, "desk-place", { "n" => place.get() + 1, "of" => count() })}
                        </span>
                        <button
                            type="button" class="button" data-testid="desk-next" on:click=move |_| go(1)
                            disabled=last
                        >
                            {move_tr!("desk-next")}
                        </button>
                    </div>
                </Show>
            </div>
            <Show
                when=move || { count() > 0 }
                fallback=|| view! { <EmptyState text=move_tr!("desk-empty") testid="desk-empty" /> }
            >
                // Each item has a form of its own; a copy that arrives does not empty it.
                <For
                    each=move || current.with(|current| current.as_ref().map(|one| one.item.item))
                    key=|item| *item
                    let:item
                >
                    <Deciding item current exchange chosen />
                </For>
            </Show>
        </section>
    }
}

#[component]
fn Deciding(
    item: RecordId,
    current: Memo<Option<Waiting>>,
    exchange: Signal<ExchangeView>,
    chosen: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let Some(first) = current.get_untracked() else {
        return ().into_any();
    };
    let Waiting {
        item: shown,
        submission,
    } = first;
    let copies = Memo::new(move |_| {
        current.with(|current| {
            current
                .as_ref()
                .filter(|one| one.item.item == item)
                .map(|one| one.item.copies.clone())
                .unwrap_or_default()
        })
    });
    let sender = submission.party.clone();
    view! {
        <div class="desk-grid" data-testid="desk-item">
            <About shown submission />
            <Decision item sender copies exchange chosen />
        </div>
    }
    .into_any()
}

/// What the item is: its preview, who sent it, under what limits.
#[component]
fn About(shown: ItemView, submission: SubmissionView) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let SubmissionView {
        title,
        note,
        party,
        author,
        sent,
        handling,
        answers,
        ..
    } = submission;
    let preview = shown.file.as_ref().and_then(|file| {
        let (record, name) = (file.file, file.name.clone());
        Some(match Kind::of(&file.preview)? {
            Kind::Image => view! {
                <Picture space=case.space file=record longest=700 label=name kind=Kind::Image />
            }
            .into_any(),
            Kind::Pdf => {
                view! { <PdfPages space=case.space file=record longest=700 name /> }.into_any()
            }
        })
    });
    view! {
        <div class="desk-about">
            {preview}
            <h3><bdi>{title}</bdi></h3>
            <p class="quiet"><bdi>{party}</bdi>" · "<bdi>{author}</bdi>", "<When moment=sent quiet=true /></p>
            <p data-testid="item-handling">{move || handling_text(i18n, &handling)}</p>
            {(!answers.is_empty()).then(|| view! {
                <p class="quiet">{move || tr!(i18n, "exchange-answers", { "subject" => answers.clone() })}</p>
            })}
            {(!note.is_empty()).then(|| view! { <p class="prose"><bdi>{note}</bdi></p> })}
            {shown.file.map(|file| view! { <ul class="plain-list"><FileLine file /></ul> })}
        </div>
    }
}

const OUTCOMES: [SubmissionOutcome; 4] = [
    SubmissionOutcome::PassedOn,
    SubmissionOutcome::PassedRedacted,
    SubmissionOutcome::Returned,
    SubmissionOutcome::Kept,
];

#[component]
fn Decision(
    item: RecordId,
    sender: String,
    copies: Memo<Vec<hawser_views::exchange::ExchangeFile>>,
    exchange: Signal<ExchangeView>,
    chosen: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (agent, case, toasts) = (use_agent(), use_case(), use_toasts());
    let form = Form::new();
    let outcome = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let (purpose, conditions) = (RwSignal::new(false), RwSignal::new(false));
    let addressees = RwSignal::new(BTreeSet::<PersonId>::new());
    let copy = RwSignal::new(String::new());
    let failure = RwSignal::new(None);
    let decided = Memo::new(move |_| {
        OUTCOMES
            .into_iter()
            .find(|one| outcome.with(|code| code == one.code()))
    });
    let passes = move || decided.get().is_some_and(SubmissionOutcome::passes);
    let redacts = move || decided.get() == Some(SubmissionOutcome::PassedRedacted);
    let people = Memo::new(move |_| {
        exchange.with(|view| {
            let others = view
                .partners
                .iter()
                .filter(|partner| partner.name != sender);
            let partners = others.flat_map(|partner| partner.people.iter().cloned());
            view.team
                .iter()
                .cloned()
                .chain(partners)
                .collect::<Vec<AddresseeView>>()
        })
    });
    // The whole team reads what is passed on to one of it, and so do the people of a party.
    let readers = Signal::derive(move || {
        let chosen = addressees.get();
        exchange.with(|view| {
            let to_team = view
                .team
                .iter()
                .any(|person| chosen.contains(&person.person));
            let team = if to_team {
                case.readers.get()
            } else {
                Vec::new()
            };
            let partners = view
                .partners
                .iter()
                .filter(|partner| {
                    partner
                        .people
                        .iter()
                        .any(|person| chosen.contains(&person.person))
                })
                .map(|partner| (partner.name.clone(), partner.people.len() as i32));
            readers_after(team, partners)
        })
    });
    let attach_copy = UnsyncCallback::new(move |files: Vec<File>| {
        spawn_local(async move {
            let _ = failure.try_set(attach(agent, case.space, item, files).await.err());
        });
    });
    let copy_options = Signal::derive(move || {
        copies
            .get()
            .into_iter()
            .map(|file| (file.file.to_string(), file.name))
            .collect::<Vec<_>>()
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(outcome) = decided.get_untracked() else {
            form.fail(checked::failure(vec![checked::missing("outcome")]));
            return;
        };
        let decision = DecisionDraft {
            outcome,
            reason: reason.with_untracked(|reason| reason.trim().to_owned()),
            limited_to_purpose: purpose.get_untracked(),
            meets_conditions: conditions.get_untracked(),
            addressees: addressees.get_untracked().into_iter().collect(),
            instead: copy
                .get_untracked()
                .parse()
                .ok()
                .filter(|_| untrack(redacts)),
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Exchange(ExchangeRecord::SubmissionDecided {
                item,
                outcome,
                reason: decision.reason.clone(),
                limited_to_purpose: decision.limited_to_purpose,
                meets_conditions: decision.meets_conditions,
                instead: decision.instead,
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if outcome.passes() && decision.addressees.is_empty() {
            wrong.push(checked::missing("addressees"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = ExchangeCommand::Decide {
            space: case.space,
            item,
            decision,
        };
        form.send(Command::Exchange(command), move |_| {
            toasts.say(tr!(i18n, "desk-decided"));
            let _ = chosen.try_set(None);
        });
    };
    let (outcome_error, chosen_now) = until_changed(form.error("outcome"));
    let radios = OUTCOMES
        .into_iter()
        .map(|one| {
            let code = one.code();
            view! {
                <label class="check">
                    <input
                        type="radio" name="outcome" value=code data-testid=format!("outcome-{code}")
                        prop:checked=move || outcome.with(|outcome| outcome == code)
                        on:change=move |_| {
                            chosen_now.set(true);
                            // What was wrong for another outcome need not be wrong for this one.
                            form.clear();
                            outcome.set(code.to_owned());
                        }
                    />
                    <span>
                        <strong>{move || words::coded(i18n, "decide", code)}</strong>
                        <span class="row-detail">{move || words::coded(i18n, "decide-help", code)}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <form class="form" novalidate on:submit=submit data-testid="desk-form">
            <FormFailure form />
            <fieldset class="field" aria-invalid=move || outcome_error.get().is_some().to_string()>
                <legend>{move_tr!("desk-outcome")}</legend>
                {radios}
                <FieldError id="outcome-error" error=outcome_error />
            </fieldset>
            <Show when=redacts>
                <div class="field" data-testid="redacted-copy">
                    <p class="field-label">{move_tr!("desk-copy")}</p>
                    <p class="field-help">{move_tr!("desk-copy-help")}</p>
                    <FileDrop on_files=attach_copy camera=false />
                    {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
                    <SelectField
                        label=move_tr!("desk-copy-chosen") name="instead" value=copy options=copy_options required=true
                        placeholder=move_tr!("choose") error=form.error("instead")
                    />
                </div>
            </Show>
            <Show when=passes>
                <Checkbox
                    label=move_tr!("desk-limited-to-purpose") name="limited_to_purpose" value=purpose
                    error=form.error("limited_to_purpose")
                />
                <Checkbox
                    label=move_tr!("desk-meets-conditions") name="meets_conditions" value=conditions
                    error=form.error("meets_conditions")
                />
                <Addressees people chosen=addressees error=form.error("addressees") />
                <ReadersNote readers />
            </Show>
            <TextField
                label=move_tr!("desk-reason") name="reason" value=reason multiline=true
                help=move_tr!("desk-reason-help") error=form.error("reason")
            />
            <div class="actions">
                <Submit form label=move_tr!("desk-decide") testid="decide" disabled=use_case().shut />
            </div>
        </form>
    }
}

found_by_code! {
    // by code: decide-
    tr!("decide-passed-on");
    tr!("decide-passed-redacted");
    tr!("decide-returned");
    tr!("decide-kept");
    tr!("decide-help-passed-on");
    tr!("decide-help-passed-redacted");
    tr!("decide-help-returned");
    tr!("decide-help-kept");
}
