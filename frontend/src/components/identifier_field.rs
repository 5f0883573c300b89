//! Identifiers, checked as they are typed. A check warns, says why and what was expected, and never blocks:
//! whoever goes on says why.

use gloo_timers::future::TimeoutFuture;
use hawser_casework::{
    Scheme, SpaceId, Warning,
    identifier::{self, recognise},
    record::Identifier,
};
use hawser_views::{Command, Reply, evidence::EarlierUse, failure::FieldFailure};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    agent_link::use_agent,
    components::{Icon, SelectField, TextField, form_id},
    i18n::{found_by_code, use_i18n},
    pages::case::{checked, words},
};

/// Milliseconds without a keystroke before the agent is asked.
const PAUSE_MS: u32 = 300;

/// The scheme with this code.
pub fn scheme_of(code: &str) -> Option<Scheme> {
    Scheme::ALL.into_iter().find(|scheme| scheme.code() == code)
}

/// Where this identifier is used already in the case; asked again as it is typed.
pub fn earlier_uses(
    space: SpaceId,
    scheme: Signal<Option<Scheme>>,
    value: RwSignal<String>,
) -> ReadSignal<Vec<EarlierUse>> {
    let agent = use_agent();
    let (found, set_found) = signal(Vec::new());
    let newest = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let turn = newest.get_value() + 1;
        newest.set_value(turn);
        let value = value.get().trim().to_owned();
        let Some(scheme) = scheme.get().filter(|_| !value.is_empty()) else {
            set_found.set(Vec::new());
            return;
        };
        spawn_local(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            if newest.try_get_value() != Some(turn) {
                return;
            }
            let answer = agent
                .ask(Command::EarlierUses {
                    space,
                    scheme,
                    value,
                })
                .await;
            if let Ok(Reply::EarlierUses(uses)) = answer
                && newest.try_get_value() == Some(turn)
            {
                let _ = set_found.try_set(uses);
            }
        });
    });
    found
}

/// What a check says, in words.
pub fn warning_text(i18n: I18n, warning: &Warning) -> String {
    match warning {
        Warning::CheckDigit { expected, .. } if expected.is_empty() => {
            tr!(i18n, "identifier-warning-checksum")
        }
        Warning::CheckDigit { expected, found } => {
            tr!(i18n, "identifier-warning-check-digit", { "expected" => expected.clone(), "found" => found.clone() })
        }
        Warning::Length { expected, found } => {
            tr!(i18n, "identifier-warning-length", { "expected" => expected.clone(), "found" => *found as u64 })
        }
        Warning::Character { at, found } => {
            tr!(i18n, "identifier-warning-character", { "at" => *at as u64 + 1, "found" => found.to_string() })
        }
        Warning::UnknownCountry {
            code,
            suggestion: Some(suggestion),
        } => tr!(
            i18n, "identifier-warning-unknown-country-suggestion",
            { "code" => code.clone(), "suggestion" => suggestion.clone() }
        ),
        Warning::UnknownCountry {
            code,
            suggestion: None,
        } => {
            tr!(i18n, "identifier-warning-unknown-country", { "code" => code.clone() })
        }
        Warning::Form { expected } => words::coded(i18n, "identifier-form", expected),
    }
}

/// Says where a number is used already.
#[component]
pub fn EarlierNote(space: SpaceId, #[prop(into)] uses: Signal<Vec<EarlierUse>>) -> impl IntoView {
    view! {
        <Show when=move || uses.with(|uses| !uses.is_empty())>
            <div class="warning" role="status" data-testid="earlier-uses">
                <Icon name="warning" />
                <div>
                    <p>{move_tr!("identifier-earlier")}</p>
                    <ul>
                        {move || uses.get().into_iter().map(|earlier| view! {
                            <li>
                                // In a window of its own: what is typed here stays.
                                <a href=format!("/cases/{space}/evidence/{}", earlier.exhibit) target="_blank" rel="noopener">
                                    {earlier.number}" · "<bdi>{earlier.description}</bdi>
                                </a>
                            </li>
                        }).collect_view()}
                    </ul>
                </div>
            </div>
        </Show>
    }
}

/// One identifier as typed.
#[derive(Clone, Copy)]
pub struct IdentifierInput {
    /// Tells it from others of the form.
    pub key: u64,
    scheme: RwSignal<String>,
    value: RwSignal<String>,
    reason: RwSignal<String>,
    /// A reason must be given.
    doubtful: RwSignal<bool>,
    /// The kind was chosen by hand.
    chosen: RwSignal<bool>,
    wrong_value: RwSignal<Option<FieldFailure>>,
    wrong_reason: RwSignal<Option<FieldFailure>>,
}

impl IdentifierInput {
    /// Nothing typed yet.
    pub fn new(key: u64) -> Self {
        Self {
            key,
            scheme: RwSignal::new(Scheme::Other.code().to_owned()),
            value: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            doubtful: RwSignal::new(false),
            chosen: RwSignal::new(false),
            wrong_value: RwSignal::new(None),
            wrong_reason: RwSignal::new(None),
        }
    }

    /// As it goes into the record; nothing when nothing was typed. A doubtful one needs a reason.
    pub fn identifier(self) -> Result<Option<Identifier>, FieldFailure> {
        self.wrong_value.set(None);
        self.wrong_reason.set(None);
        let value = self.value.get_untracked().trim().to_owned();
        if value.is_empty() {
            return Ok(None);
        }
        let doubtful = self.doubtful.get_untracked();
        let reason = self.reason.get_untracked().trim().to_owned();
        if doubtful && reason.is_empty() {
            let wrong = checked::missing("identifiers.reason");
            self.wrong_reason.set(Some(wrong.clone()));
            return Err(wrong);
        }
        let identifier = Identifier {
            scheme: scheme_of(&self.scheme.get_untracked()).unwrap_or(Scheme::Other),
            value,
            reason: Some(reason).filter(|_| doubtful),
        };
        let Some(wrong) = checked::named(identifier.validate()).into_iter().next() else {
            return Ok(Some(identifier));
        };
        let field = if wrong.field == "identifiers.value" {
            self.wrong_value
        } else {
            self.wrong_reason
        };
        field.set(Some(wrong.clone()));
        Err(wrong)
    }
}

#[component]
pub fn IdentifierField(
    space: SpaceId,
    input: IdentifierInput,
    /// Takes this line out of the form.
    on_remove: Callback<u64>,
) -> impl IntoView {
    let i18n = use_i18n();
    let schemes = Signal::derive(move || {
        Scheme::ALL
            .into_iter()
            .filter(|scheme| *scheme != Scheme::Seal)
            .map(|scheme| (scheme.code().to_owned(), words::scheme(i18n, scheme)))
            .collect::<Vec<_>>()
    });
    // Until somebody chooses the kind, it is guessed from the form of the number.
    let guess = Memo::new(move |_| input.value.with(|value| recognise(value).first().copied()));
    Effect::new(move |_| {
        let guess = guess.get().unwrap_or(Scheme::Other);
        if !input.chosen.get_untracked() {
            input.scheme.set(guess.code().to_owned());
        }
    });
    Effect::new(move |_| {
        let code = input.scheme.get();
        if code != guess.get_untracked().unwrap_or(Scheme::Other).code() {
            input.chosen.set(true);
        }
    });
    let scheme = Memo::new(move |_| input.scheme.with(|code| scheme_of(code)));
    let result = Memo::new(move |_| {
        let value = input.value.get();
        scheme
            .get()
            .filter(|_| !value.trim().is_empty())
            .map(|scheme| identifier::check(scheme, &value))
    });
    let earlier = earlier_uses(space, scheme.into(), input.value);
    let warning =
        move || result.with(|result| result.as_ref().and_then(|result| result.warning.clone()));
    let doubtful = Memo::new(move |_| warning().is_some() || earlier.with(|uses| !uses.is_empty()));
    Effect::new(move |_| input.doubtful.set(doubtful.get()));
    let shown = move || {
        result.with(|result| {
            result
                .as_ref()
                .filter(|result| result.warning.is_none())
                .map(|result| result.shown.clone())
        })
    };
    let id = form_id("identifier");
    let reason_id = format!("{id}-reason");
    view! {
        <div class="identifier" data-testid="identifier">
            <div class="field-row">
                <TextField
                    label=move_tr!("identifier-value") name=format!("{id}-value") value=input.value mono=true
                    error=input.wrong_value testid="identifier-value"
                />
                <SelectField
                    label=move_tr!("identifier-scheme") name=format!("{id}-scheme") value=input.scheme options=schemes
                    required=true testid="identifier-scheme"
                />
                <button
                    type="button" class="button button-quiet" data-testid="identifier-remove"
                    on:click=move |_| on_remove.run(input.key)
                >
                    {move_tr!("remove")}
                </button>
            </div>
            <p class="field-echo" aria-live="polite">
                {move || shown().map(|shown| tr!(i18n, "identifier-good", { "shown" => shown }))}
            </p>
            {move || warning().map(|warning| view! {
                <div class="warning" role="status" data-testid="identifier-warning" data-code=warning.code()>
                    <Icon name="warning" />
                    <p>{warning_text(i18n, &warning)}</p>
                </div>
            })}
            <EarlierNote space uses=earlier />
            <Show when=move || doubtful.get()>
                <TextField
                    label=move_tr!("identifier-reason") name=reason_id.clone() value=input.reason required=true
                    help=move_tr!("identifier-reason-help") error=input.wrong_reason testid="identifier-reason"
                />
            </Show>
        </div>
    }
}

found_by_code! {
    // by code: identifier-form-
    tr!("identifier-form-0x-prefix");
    tr!("identifier-form-calling-code");
    tr!("identifier-form-category-letter");
    tr!("identifier-form-cn-chapter");
    tr!("identifier-form-main-network");
    tr!("identifier-form-mmsi-prefix");
    tr!("identifier-form-one-letter-case");
    tr!("identifier-form-other");
    tr!("identifier-form-plus-sign");
}
