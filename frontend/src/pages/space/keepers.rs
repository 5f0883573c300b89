//! Independent log keepers: which of them a new space names, and what they confirm of one that is there.

use std::collections::BTreeSet;

use hawser_views::{
    Command, Failure, Reply,
    keepers::{KeeperOffer, KeepersView, KeepersWish},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::use_space;
use crate::{
    agent_link::{Loading, view},
    browser,
    components::{FieldError, Form, Icon, SelectField, Shown, moment_text},
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
    offered: ReadSignal<Loading<Vec<KeeperOffer>>>,
    chosen: RwSignal<BTreeSet<String>>,
    max_age: RwSignal<String>,
}

impl KeepersInput {
    /// All that the deployment asks, until some are taken out.
    pub fn new() -> Self {
        let offered = view(
            || Command::KeepersOffered,
            Signal::stored(0),
            |reply| match reply {
                Reply::KeepersOffered(offered) => Some(offered),
                _ => None,
            },
        );
        let chosen = RwSignal::new(BTreeSet::new());
        Effect::new(move |known: Option<bool>| {
            let keys = offered.with(|offered| {
                let keys = offered.ready()?.iter().map(|keeper| keeper.key.clone());
                Some(keys.collect())
            });
            let is_known = known == Some(true) || keys.is_some();
            if let (Some(keys), false) = (keys, known == Some(true)) {
                chosen.set(keys);
            }
            is_known
        });
        Self {
            offered,
            chosen,
            max_age: RwSignal::new(USUAL_AGE_S.to_string()),
        }
    }

    /// What was chosen; a failure while it is not known which there are, for it cannot be chosen later.
    pub fn wish(self) -> Result<KeepersWish, Failure> {
        let offered = self.offered.with_untracked(|offered| match offered {
            Loading::Ready(offered) => Ok(offered.clone()),
            Loading::Wait => Err(Failure::new("keepers-not-known")),
            Loading::Failed(failure) => Err(failure.clone()),
        })?;
        let keys = self.chosen.with_untracked(|chosen| {
            let keys = offered.into_iter().map(|keeper| keeper.key);
            keys.filter(|key| chosen.contains(key)).collect()
        });
        let max_age_s = self
            .max_age
            .with_untracked(|age| age.parse().unwrap_or(USUAL_AGE_S));
        Ok(KeepersWish { keys, max_age_s })
    }
}

/// The part of a form in which they are chosen; nothing where the deployment asks none.
#[component]
pub fn KeepersPart(input: KeepersInput, form: Form) -> impl IntoView {
    view! {
        <Shown of=input.offered let:offered>
            <Show when=move || !offered.with(Vec::is_empty)>
                <Offers offered input form />
            </Show>
        </Shown>
    }
}

#[component]
fn Offers(offered: Signal<Vec<KeeperOffer>>, input: KeepersInput, form: Form) -> impl IntoView {
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
        let offered = offered.get().into_iter();
        offered
            .map(|keeper| view! { <Offer keeper chosen=input.chosen /> })
            .collect_view()
    };
    view! {
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

/// What the keepers of the space on screen confirm.
#[derive(Clone, Copy)]
struct SpaceKeepers(ReadSignal<Loading<KeepersView>>);

/// What the keepers of this space confirm; asks again when it has new entries or is confirmed.
pub fn use_keepers() -> ReadSignal<Loading<KeepersView>> {
    expect_context::<SpaceKeepers>().0
}

/// Asks for all pages of this space.
pub fn provide_keepers() -> ReadSignal<Loading<KeepersView>> {
    let space = use_space();
    let keepers = view(
        move || Command::Keepers {
            space: space.space,
            anew: false,
        },
        space.changes,
        |reply| match reply {
            Reply::Keepers(view) => Some(view),
            _ => None,
        },
    );
    provide_context(SpaceKeepers(keepers));
    keepers
}

/// When how many confirmed, in a sentence.
pub fn confirmed_text(i18n: I18n, view: &KeepersView) -> String {
    let all = view.named;
    let Some(since) = view.confirmed else {
        return match view.standing.as_str() {
            // Of limited access: not when others write.
            "good" if view.keepers.is_empty() => tr!(i18n, "keepers-good"),
            _ if view.keepers.is_empty() => tr!(i18n, "keepers-late"),
            _ => tr!(i18n, "keepers-not-yet", { "needed" => view.needed, "all" => all }),
        };
    };
    let at = moment_text(i18n, &browser::local_moment(since.utc_ms));
    match view.standing.as_str() {
        "late" => tr!(i18n, "keepers-too-old", { "at" => at }),
        "newest" => tr!(i18n, "keepers-newest", { "at" => at }),
        "clock-behind" => tr!(i18n, "keepers-clock", { "at" => at }),
        _ => {
            let keepers = view.keepers.iter();
            let lately = keepers.filter(|keeper| keeper.at >= Some(since)).count();
            tr!(i18n, "keepers-confirmed", { "n" => lately, "all" => all, "at" => at })
        }
    }
}

/// Above every page of a space whose keepers are late: what cannot be done until they confirm.
#[component]
pub fn KeepersLate(#[prop(into)] view: Signal<Loading<KeepersView>>) -> impl IntoView {
    let i18n = use_i18n();
    let record = use_space().path("record");
    let late = Memo::new(move |_| {
        view.with(|view| view.ready().filter(|view| view.standing != "good").cloned())
    });
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
        let good = |view: &&KeepersView| view.named > 0 && view.standing == "good";
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
