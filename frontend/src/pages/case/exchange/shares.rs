//! What was shared, or passed on from the checking desk: with whom, why, who has it.

use hawser_views::exchange::{ExchangeView, ShareView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::{file_line::FileLine, handling_text, words};
use crate::{
    components::{Badge, EmptyState, When, fingerprint},
    i18n::use_i18n,
};

#[component]
pub fn Shares(exchange: Signal<ExchangeView>) -> impl IntoView {
    let own = Memo::new(move |_| exchange.with(|view| view.limited));
    let title = move || {
        if own.get() {
            move_tr!("exchange-shared-with-us").get()
        } else {
            move_tr!("exchange-shared-title").get()
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="shares-title" data-testid="shares">
            <h2 id="shares-title">{title}</h2>
            <Show
                when=move || exchange.with(|view| !view.shares.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("exchange-nothing-shared") testid="nothing-shared" /> }
            >
                <ul class="plain-list shares">
                    <For each=move || exchange.with(|view| view.shares.clone()) key=fingerprint let:share>
                        <Share share />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Share(share: ShareView) -> impl IntoView {
    let i18n = use_i18n();
    let ShareView {
        title,
        reason,
        party,
        sent_by,
        redacted,
        handling,
        author,
        shared,
        addressees,
        for_me,
        files,
        exhibits,
        texts,
        ..
    } = share;
    let whence = {
        let (party, sent_by) = (party.clone(), sent_by.clone());
        move || {
            if sent_by.is_empty() {
                tr!(i18n, "exchange-shared-with", { "party" => party.clone() })
            } else {
                tr!(i18n, "exchange-passed-on-from", { "party" => sent_by.clone() })
            }
        }
    };
    let people = addressees.join(", ");
    let lines = files
        .into_iter()
        .map(|file| view! { <FileLine file counted=true /> })
        .collect_view();
    let exhibits = exhibits
        .into_iter()
        .map(|(number, kind, description)| {
            view! {
                <li data-testid="shared-exhibit">
                    {(!number.is_empty()).then(|| view! { <strong>{number}" "</strong> })}
                    <span>{move || words::exhibit_kind(i18n, &kind)}": "</span><bdi>{description}</bdi>
                </li>
            }
        })
        .collect_view();
    let texts = texts
        .into_iter()
        .map(|(title, note, author, at)| {
            view! {
                <li data-testid="shared-text">
                    <p><strong><bdi>{title}</bdi></strong></p>
                    <p class="prose"><bdi>{note}</bdi></p>
                    <p class="quiet"><bdi>{author}</bdi>", "<When moment=at quiet=true /></p>
                </li>
            }
        })
        .collect_view();
    view! {
        <li class="share" data-testid="share-line">
            <h3>
                <bdi>{title}</bdi>" "
                {for_me.then(|| view! { <Badge kind="me" label=move_tr!("exchange-for-you") /> })}
                {redacted.then(|| view! { <Badge kind="redacted" label=move_tr!("exchange-redacted") /> })}
            </h3>
            <p class="quiet">
                {whence}" · "<bdi>{author}</bdi>", "<When moment=shared quiet=true />
            </p>
            {(!reason.is_empty()).then(|| view! {
                <p><bdi>{move || tr!(i18n, "exchange-reason", { "reason" => reason.clone() })}</bdi></p>
            })}
            <p class="quiet">{move || handling_text(i18n, &handling)}</p>
            <p class="quiet">{move || tr!(i18n, "exchange-meant-for", { "people" => people.clone() })}</p>
            <ul class="plain-list">{exhibits}{texts}</ul>
            <ul class="file-list">{lines}</ul>
        </li>
    }
}
