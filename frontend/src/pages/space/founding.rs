//! What the forms that found a case, a mission or a programme have in common.

use leptos::prelude::*;

use crate::{agent_link::use_agent, i18n::use_i18n, pages::case::words};

/// The legal positions an organisation can have.
const STATUSES: [&str; 5] = [
    "bound-member-state",
    "member-state-not-bound",
    "union-body",
    "third-state",
    "international-court",
];

/// The same as choices.
pub fn statuses() -> Signal<Vec<(String, String)>> {
    let i18n = use_i18n();
    Signal::derive(move || {
        let word = |code: &&str| ((*code).to_owned(), words::party_status(i18n, code));
        STATUSES.iter().map(word).collect()
    })
}

/// At first nobody but the founder reads; the others come with their nominations.
pub fn founder() -> Signal<Vec<(String, u32)>> {
    let agent = use_agent();
    Signal::derive(move || {
        let me = agent.me();
        me.with(|me| {
            me.as_ref()
                .map(|me| vec![(me.party_name.clone(), 1)])
                .unwrap_or_default()
        })
    })
}
