//! Independent log keepers: which of them a new space names, and what they confirm of one that is there.

use std::collections::BTreeSet;

use hawser_views::{
    Command, Reply,
    keepers::{KeeperOffer, KeepersView, KeepersWish},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::use_space;
use crate::{
    agent_link::{Loading, use_agent, view},
    browser,
    components::{FieldError, Form, Icon, SelectField, moment_text},
    i18n::{found_by_code, use_i18n},
};

const HOUR_S: u32 = 3600;
/// How old a confirmation may be, as it can be chosen; zero for any.
const AGES_S: [u32; 4] = [HOUR_S, 24 * HOUR_S, 7 * 24 * HOUR_S, 0];
const USUAL_AGE_S: u32 = AGES_S[1];

/// An age in words, such as "24 hours".
pub fn age_text(i18n: I18n, seconds: u32) -> String {
    let hours = u64::from(seconds.div_ceil(HOUR_S));
    if hours > 48 {
        tr!(i18n, "keepers-days", { "n" => hours.div_ceil(24) })
    } else {
        tr!(i18n, "keepers-hours", { "n" => hours })
    }
}

/// Which keepers a new space names.
#[derive(Clone, Copy)]
pub struct KeepersInput {
    offered: RwSignal<Vec<KeeperOffer>>,
    chosen: RwSignal<BTreeSet<String>>,
    max_age: RwSignal<String>,
}

impl KeepersInput {
    /// All that the deployment asks, until some are taken out.
    pub fn new() -> Self {
        let input = Self {
            offered: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(BTreeSet::new()),
            max_age: RwSignal::new(USUAL_AGE_S.to_string()),
        };
        let agent = use_agent();
        spawn_local(async move {
            // Where they cannot be asked for now, nothing can be founded either.
            if let Ok(Reply::KeepersOffered(found)) = agent.ask(Command::KeepersOffered).await {
                let keys = found.iter().map(|keeper| keeper.key.clone()).collect();
                let _ = input.chosen.try_set(keys);
                let _ = input.offered.try_set(found);
            }
        });
        input
    }

    /// What was chosen.
    pub fn wish(self) -> KeepersWish {
        let keys = self
            .chosen
            .with_untracked(|chosen| chosen.iter().cloned().collect());
        let max_age_s = self
            .max_age
            .with_untracked(|age| age.parse().unwrap_or(USUAL_AGE_S));
        KeepersWish { keys, max_age_s }
    }
}

/// The part of a form in which they are chosen; nothing where the deployment asks none.
#[component]
pub fn KeepersPart(input: KeepersInput, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let ages = Signal::derive(move || {
        let words = |seconds: u32| {
            let text = if seconds == 0 {
                tr!(i18n, "keepers-any-age")
            } else {
                age_text(i18n, seconds)
            };
            (seconds.to_string(), text)
        };
        AGES_S.into_iter().map(words).collect()
    });
    let lines = move || {
        let offered = input.offered.get().into_iter();
        offered
            .map(|keeper| view! { <Offer keeper chosen=input.chosen /> })
            .collect_view()
    };
    view! {
        <Show when=move || !input.offered.with(Vec::is_empty)>
            <fieldset class="field" data-testid="keepers-part" aria-describedby="keepers-help keepers-error">
                <legend>{move_tr!("keepers-title")}</legend>
                <p class="field-help" id="keepers-help">{move_tr!("keepers-help")}</p>
                <ul class="plain-list">{lines}</ul>
                <FieldError id="keepers-error".to_owned() error=form.error("keepers") />
            </fieldset>
            <Show when=move || !input.chosen.with(BTreeSet::is_empty)>
                <SelectField
                    label=move_tr!("keepers-max-age") name="max-age" value=input.max_age options=ages
                    help=move_tr!("keepers-max-age-help")
                />
            </Show>
        </Show>
    }
}

#[component]
fn Offer(keeper: KeeperOffer, chosen: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let KeeperOffer { name, key } = keeper;
    let id = key.clone();
    let is_chosen = move || chosen.with(|chosen| chosen.contains(&id));
    let id = key.clone();
    view! {
        <li>
            <label class="check">
                <input
                    type="checkbox" data-testid="keeper"
                    prop:checked=is_chosen
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        chosen.update(|chosen| {
                            if on {
                                chosen.insert(id.clone());
                            } else {
                                chosen.remove(&id);
                            }
                        });
                    }
                />
                <bdi>{name}</bdi>
            </label>
            <code class="hash">{key}</code>
        </li>
    }
}

/// What the keepers of this space confirm; asks again when it has new entries or is confirmed.
pub fn keepers_view() -> ReadSignal<Loading<KeepersView>> {
    let space = use_space();
    view(
        move || Command::Keepers {
            space: space.space,
            anew: false,
        },
        space.changes,
        |reply| match reply {
            Reply::Keepers(view) => Some(view),
            _ => None,
        },
    )
}

/// When how many confirmed, in a sentence.
pub fn confirmed_text(i18n: I18n, view: &KeepersView) -> String {
    let Some(since) = view.confirmed else {
        return tr!(i18n, "keepers-not-yet", { "needed" => view.needed, "all" => view.keepers.len() });
    };
    let at = moment_text(i18n, &browser::local_moment(since.utc_ms));
    if view.is_overdue {
        return tr!(i18n, "keepers-too-old", { "at" => at });
    }
    let keepers = view.keepers.iter();
    let lately = keepers.filter(|keeper| keeper.at >= Some(since)).count();
    tr!(i18n, "keepers-confirmed", { "n" => lately, "all" => view.keepers.len(), "at" => at })
}

/// Above every page of a space whose keepers are late: what cannot be done until they confirm.
#[component]
pub fn KeepersLate(#[prop(into)] view: Signal<Loading<KeepersView>>) -> impl IntoView {
    let i18n = use_i18n();
    let record = use_space().path("record");
    let late =
        Memo::new(move |_| view.with(|view| view.ready().filter(|view| view.is_overdue).cloned()));
    view! {
        <Show when=move || late.with(Option::is_some)>
            <div class="panel panel-warn" role="status" data-testid="keepers-overdue">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{move || late.get().map(|view| confirmed_text(i18n, &view))}</strong></p>
                    <p>{move_tr!("keepers-overdue")}" "<A href=record.clone()>{move_tr!("keepers-to-record")}</A></p>
                </div>
            </div>
        </Show>
    }
}

/// Below every page of a space that names keepers: as of when it is confirmed.
#[component]
pub fn ConfirmedNote(#[prop(into)] view: Signal<Loading<KeepersView>>) -> impl IntoView {
    let i18n = use_i18n();
    let named = Memo::new(move |_| {
        let good = |view: &&KeepersView| !view.keepers.is_empty() && !view.is_overdue;
        view.with(|view| view.ready().filter(good).cloned())
    });
    move || {
        named.get().map(|view| {
            let text = move || confirmed_text(i18n, &view);
            view! { <p class="quiet" data-testid="keepers-confirmed">{text}</p> }
        })
    }
}

found_by_code! { tr!("field-keeper-key", { "value" => "" }); }
