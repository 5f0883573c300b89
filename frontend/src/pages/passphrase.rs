//! Choosing a passphrase: six words made for the user, or an own one that is estimated as it is typed.

use gloo_timers::future::TimeoutFuture;
use hawser_views::{Command, Reply, account::PassphraseEstimate, failure::FieldFailure};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};

use crate::{
    agent_link::use_agent,
    components::{Checkbox, FieldError, Icon, TextField},
    i18n::{found_by_code, sentence, use_i18n},
};

/// Guesses (as a power of ten) from which the bar is full.
const FULL: u32 = 24;

/// A passphrase on its way to being chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    /// As it would be sent.
    pub value: RwSignal<String>,
    own: RwSignal<bool>,
    noted: RwSignal<bool>,
    wrong: RwSignal<Option<FieldFailure>>,
}

impl Choice {
    /// Nothing chosen yet.
    pub fn new() -> Self {
        Self {
            value: RwSignal::new(String::new()),
            own: RwSignal::new(false),
            noted: RwSignal::new(false),
            wrong: RwSignal::new(None),
        }
    }

    /// Whether it can be sent; says why not.
    pub fn ready(self) -> bool {
        let empty = self.value.with_untracked(|value| value.trim().is_empty());
        let code = if empty {
            "missing"
        } else if !self.own.get_untracked() && !self.noted.get_untracked() {
            "not-noted"
        } else {
            self.wrong.set(None);
            return true;
        };
        let field = "passphrase".to_owned();
        self.wrong.set(Some(FieldFailure {
            field,
            code: code.to_owned(),
            value: String::new(),
        }));
        false
    }

    /// Forgets what was chosen.
    pub fn clear(self) {
        self.value.set(String::new());
        self.own.set(false);
        self.noted.set(false);
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self::new()
    }
}

#[component]
pub fn PassphraseChooser(
    choice: Choice,
    /// What an attacker would try first: names that are on the page.
    #[prop(into)]
    related: Signal<Vec<String>>,
    /// As the server or the agent refused it.
    #[prop(optional, into)]
    error: Signal<Option<FieldFailure>>,
) -> impl IntoView {
    let link = use_agent();
    let generate = move || {
        spawn_local(async move {
            if let Ok(Reply::Passphrase(words)) = link.ask(Command::GeneratePassphrase).await {
                let _ = choice.noted.try_set(false);
                let _ = choice.value.try_set(words);
            }
        });
    };
    Effect::new(move |_| {
        if choice.own.get() {
            choice.value.set(String::new());
        } else {
            generate();
        }
    });
    Effect::new(move |_| {
        choice.value.track();
        choice.noted.track();
        choice.wrong.set(None);
    });
    let wrong = Signal::derive(move || error.get().or_else(|| choice.wrong.get()));
    let way = move |own: bool, label: Signal<String>, testid: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio" name="passphrase-way" data-testid=testid
                    prop:checked=move || choice.own.get() == own on:change=move |_| choice.own.set(own)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field" data-testid="passphrase-chooser">
            <legend>{move_tr!("passphrase-legend")}</legend>
            <p class="field-help">{move_tr!("passphrase-help")}</p>
            {way(false, move_tr!("passphrase-words"), "passphrase-way-words")}
            {way(true, move_tr!("passphrase-own"), "passphrase-way-own")}
            <Show
                when=move || choice.own.get()
                fallback=move || view! {
                    <div class="words">
                        <output class="words-text mono" data-testid="generated-passphrase">
                            {move || choice.value.get()}
                        </output>
                        <button
                            type="button" class="button" data-testid="passphrase-again" on:click=move |_| generate()
                        >
                            {move_tr!("passphrase-again")}
                        </button>
                    </div>
                    <Checkbox
                        name="passphrase-noted" label=move_tr!("passphrase-noted") value=choice.noted
                        help=move_tr!("passphrase-noted-help")
                    />
                }
            >
                <OwnPassphrase choice related />
            </Show>
            <FieldError id="passphrase-choice-error" error=wrong />
        </fieldset>
    }
}

#[component]
fn OwnPassphrase(choice: Choice, related: Signal<Vec<String>>) -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let estimate = RwSignal::new(None::<PassphraseEstimate>);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let passphrase = choice.value.get();
        let related = related.get();
        let mine = turn.get_value() + 1;
        turn.set_value(mine);
        if passphrase.is_empty() {
            estimate.set(None);
            return;
        }
        spawn_local(async move {
            TimeoutFuture::new(200).await;
            if turn.try_get_value() != Some(mine) {
                return;
            }
            if let Ok(Reply::Estimate(found)) = link
                .ask(Command::EstimatePassphrase {
                    passphrase,
                    related,
                })
                .await
                && turn.try_get_value() == Some(mine)
            {
                let _ = estimate.try_set(Some(found));
            }
        });
    });
    let guesses = move || {
        estimate.with(|estimate| {
            estimate
                .as_ref()
                .map_or(0, |found| found.guesses_log10.min(FULL))
        })
    };
    let accepted =
        move || estimate.with(|estimate| estimate.as_ref().is_some_and(|found| found.accepted));
    let verdict = move || {
        estimate.with(|estimate| {
            estimate.as_ref().map(|found| {
                if found.accepted {
                    tr!(i18n, "passphrase-good")
                } else {
                    sentence(i18n, &format!("passphrase-refused-{}", found.reason), [])
                        .unwrap_or_else(|| tr!(i18n, "passphrase-refused"))
                }
            })
        })
    };
    view! {
        <TextField
            name="own-passphrase" label=move_tr!("passphrase-own-label") value=choice.value required=true
            kind="password" autocomplete="new-password"
        />
        <div class="strength" data-testid="passphrase-strength" data-accepted=move || accepted().to_string()>
            <meter
                min="0" max=FULL.to_string() low="10" high="14" optimum=FULL.to_string()
                value=move || guesses().to_string() aria-label=move_tr!("passphrase-strength")
            ></meter>
            <p class="strength-verdict" role="status">
                <Show when=accepted><Icon name="check" /></Show>
                {verdict}
            </p>
        </div>
    }
}

found_by_code! {
    tr!("passphrase-refused-too-short"); tr!("passphrase-refused-common"); tr!("passphrase-refused-pattern");
    tr!("passphrase-refused-repeated"); tr!("passphrase-refused-sequence"); tr!("passphrase-refused-date");
    tr!("passphrase-refused-name"); tr!("field-not-noted");
}
