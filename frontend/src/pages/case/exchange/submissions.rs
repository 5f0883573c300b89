//! What was sent for check, item by item, with what became of each.

use hawser_views::exchange::{ExchangeView, ItemView, SubmissionView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{file_line::FileLine, handling_text, words};
use crate::{
    components::{Badge, EmptyState, When, fingerprint},
    i18n::{found_by_code, use_i18n},
};

#[component]
pub fn Submissions(exchange: Signal<ExchangeView>) -> impl IntoView {
    let own = Memo::new(move |_| exchange.with(|view| view.limited));
    let title = move || {
        if own.get() {
            move_tr!("exchange-sent-title").get()
        } else {
            move_tr!("exchange-received-title").get()
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="submissions-title" data-testid="submissions">
            <h2 id="submissions-title">{title}</h2>
            <Show
                when=move || exchange.with(|view| !view.submissions.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("exchange-nothing-sent") testid="nothing-sent" /> }
            >
                <ul class="plain-list submissions">
                    <For each=move || exchange.with(|view| view.submissions.clone()) key=fingerprint let:submission>
                        <Submission submission />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Submission(submission: SubmissionView) -> impl IntoView {
    let i18n = use_i18n();
    let SubmissionView {
        title,
        note,
        party,
        author,
        sent,
        announced,
        handling,
        answers,
        items,
        ..
    } = submission;
    let arrived = items.iter().filter(|item| item.file.is_some()).count() as u32;
    let lines = items
        .into_iter()
        .map(|item| view! { <Item item /> })
        .collect_view();
    view! {
        <li class="submission" data-testid="submission">
            <h3><bdi>{title}</bdi></h3>
            <p class="quiet">
                <bdi>{party}</bdi>" · "<bdi>{author}</bdi>", "<When moment=sent quiet=true />
            </p>
            <p class="quiet">{move || handling_text(i18n, &handling)}</p>
            {(!answers.is_empty()).then(|| view! {
                <p class="quiet">{move || tr!(i18n, "exchange-answers", { "subject" => answers.clone() })}</p>
            })}
            {(!note.is_empty()).then(|| view! { <p class="prose"><bdi>{note}</bdi></p> })}
            {(arrived < announced).then(|| view! {
                <p class="warning" data-testid="not-arrived">
                    {move || tr!(i18n, "exchange-arrived", { "n" => arrived, "of" => announced })}
                </p>
            })}
            <ul class="plain-list items">{lines}</ul>
        </li>
    }
}

/// The state of an item, in a word.
pub fn outcome_text(i18n: I18n, outcome: &str) -> String {
    words::coded(i18n, "outcome", outcome)
}

#[component]
fn Item(item: ItemView) -> impl IntoView {
    let i18n = use_i18n();
    let ItemView {
        file,
        outcome,
        reason,
        decided_by,
        decided,
        addressees,
        ..
    } = item;
    let kind = outcome.clone();
    let state = Signal::derive(move || outcome_text(i18n, &outcome));
    let people = addressees.join(", ");
    let told = decided.map(|at| {
        view! {
            <p class="quiet" data-testid="decided">
                {move || tr!(i18n, "exchange-decided-by", { "name" => decided_by.clone() })}", "
                <When moment=at quiet=true />
            </p>
        }
    });
    view! {
        <li class="item" data-testid="item">
            <p class="item-state"><Badge kind label=state /></p>
            <div class="item-body">
                {match file {
                    Some(file) => view! { <ul class="plain-list"><FileLine file /></ul> }.into_any(),
                    None => view! { <p>{move_tr!("exchange-item-text")}</p> }.into_any(),
                }}
                {(!reason.is_empty()).then(|| view! {
                    <p data-testid="decision-reason">
                        <bdi>{move || tr!(i18n, "exchange-reason", { "reason" => reason.clone() })}</bdi>
                    </p>
                })}
                {(!people.is_empty()).then(|| view! {
                    <p class="quiet">{move || tr!(i18n, "exchange-meant-for", { "people" => people.clone() })}</p>
                })}
                {told}
            </div>
        </li>
    }
}

found_by_code! {
    // by code: outcome-
    tr!("outcome-waiting");
    tr!("outcome-passed-on");
    tr!("outcome-passed-redacted");
    tr!("outcome-returned");
    tr!("outcome-kept");
}
