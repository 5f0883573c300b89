//! An entry of the case record as a line of a list.

use hawser_casework::time::is_late;
use hawser_views::case::EntryLine;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::words;
use crate::{
    components::{Badge, When, entry_sentence::EntrySentence},
    i18n::use_i18n,
    pages::space::use_space,
};

/// What happened, when, by which entry; whether late, whether new.
#[component]
pub fn EntryItem(line: EntryLine) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let EntryLine {
        seq,
        exhibit,
        recorded,
        late,
        unseen,
        ..
    } = line;
    let (kind, happened) = (line.kind.clone(), line.happened.clone());
    let known = happened.known.code();
    let reason = happened
        .late_reason
        .clone()
        .filter(|reason| !reason.is_empty());
    let apart = late || is_late(&happened, &recorded);
    view! {
        <li class="entry-line" class:entry-unseen=unseen data-testid="entry" data-kind=kind data-seq=seq>
            <p class="entry-text">
                {unseen.then(|| view! { <Badge kind="unseen" /> })}
                <EntrySentence line />
            </p>
            <p class="entry-meta">
                <span class="entry-number">{move || tr!(i18n, "timeline-entry-number", { "seq" => words::number(i18n, seq) })}</span>
                " · "<When moment=happened.at quiet=true />
                " ("{move || words::coded(i18n, "timeline-how-known", known)}")"
                {exhibit.map(|exhibit| view! {
                    " · "<A href=case.path(&format!("evidence/{exhibit}"))>{move_tr!("timeline-open-exhibit")}</A>
                })}
            </p>
            {apart.then(|| view! {
                <p class="entry-late" data-testid="entry-late">
                    <Badge kind="late" />
                    {move_tr!("timeline-recorded-at")}" "<When moment=recorded quiet=true />
                    {reason.map(|reason| view! {
                        " · "{move || tr!(i18n, "timeline-late-reason", { "reason" => reason.clone() })}
                    })}
                </p>
            })}
        </li>
    }
}
