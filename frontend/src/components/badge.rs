use leptos::prelude::*;
use leptos_fluent::move_tr;

use crate::{
    agent_link::use_agent,
    i18n::{found_by_code, sentence, use_i18n},
};

/// What a word means for the reader; never said by colour alone.
fn tone(kind: &str) -> &'static str {
    match kind {
        "held" | "accepted" | "active" | "verified" | "admitted" | "done" | "settled"
        | "joined" | "current" => "good",
        "offered" | "reserved" | "suspended" | "unverified" | "late" | "answered" | "waiting"
        | "needs-file" | "conflict" | "blocked" | "H1" | "H2" | "H3" => "warn",
        "disputed" | "refused" | "failed" | "forged" | "fault" | "overdue" => "bad",
        "unseen" | "open" | "in-progress" | "running" | "administrator" | "leader" | "manager"
        | "invited" | "me" => "info",
        _ => "neutral",
    }
}

/// A state in a word: `badge-<kind>` in the locale, or the code itself where it has no word.
#[component]
pub fn Badge(
    #[prop(into)] kind: Signal<String>,
    /// In place of the locale's word.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let word = move || match label {
        Some(label) => label.get(),
        None => kind.with(|kind| {
            sentence(i18n, &format!("badge-{kind}"), []).unwrap_or_else(|| kind.clone())
        }),
    };
    view! {
        <span class="badge" data-tone=move || kind.with(|kind| tone(kind)) data-kind=move || kind.get()>
            {word}
        </span>
    }
}

/// On every page and print of an exercise, so that it is never taken for a case.
#[component]
pub fn ExerciseMark() -> impl IntoView {
    let me = use_agent().me();
    view! {
        <Show when=move || me.with(|me| me.as_ref().is_some_and(|me| me.exercise))>
            <p class="exercise-mark" data-testid="exercise-mark">{move_tr!("exercise-mark")}</p>
        </Show>
    }
}

found_by_code! {
    tr!("badge-held"); tr!("badge-offered"); tr!("badge-disputed"); tr!("badge-open"); tr!("badge-accepted");
    tr!("badge-reserved"); tr!("badge-refused"); tr!("badge-settled"); tr!("badge-withdrawn"); tr!("badge-active");
    tr!("badge-suspended"); tr!("badge-ended"); tr!("badge-invited"); tr!("badge-joined"); tr!("badge-verified");
    tr!("badge-unverified"); tr!("badge-late"); tr!("badge-unseen"); tr!("badge-conflict"); tr!("badge-by-hash");
    tr!("badge-admitted"); tr!("badge-declined"); tr!("badge-answered"); tr!("badge-done"); tr!("badge-expired");
    tr!("badge-forged"); tr!("badge-waiting"); tr!("badge-running"); tr!("badge-needs-file");
    tr!("badge-cancelled"); tr!("badge-failed"); tr!("badge-fault"); tr!("badge-current"); tr!("badge-me");
    tr!("badge-administrator"); tr!("badge-leader"); tr!("badge-member"); tr!("badge-participant");
    tr!("badge-support"); tr!("badge-inactive"); tr!("badge-not-joined");
}
