use hawser_views::{
    Command, Reply,
    failure::{Failure, FieldFailure},
};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    agent_link::use_agent,
    components::{FailurePanel, unsaved::Unsaved},
};

/// A form on its way: one command at a time, and what was wrong with the last one.
#[derive(Clone, Copy)]
pub struct Form {
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    link: crate::agent_link::AgentLink,
    unsaved: Option<Unsaved>,
}

impl Form {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self {
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            link: use_agent(),
            unsaved: use_context(),
        }
    }

    /// What is wrong with one field.
    pub fn error(self, field: &'static str) -> Signal<Option<FieldFailure>> {
        let failure = self.failure;
        Signal::derive(move || {
            failure.with(|failure| {
                failure.as_ref().and_then(|failure| {
                    failure
                        .fields
                        .iter()
                        .find(|wrong| wrong.field == field)
                        .cloned()
                })
            })
        })
    }

    /// The failure as a whole.
    pub fn failure(self) -> Signal<Option<Failure>> {
        self.failure.into()
    }

    /// A command is on its way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Nothing is wrong any more.
    pub fn clear(self) {
        self.failure.set(None);
    }

    /// Shows a failure and goes to the first wrong field.
    pub fn fail(self, failure: Failure) {
        if self.failure.try_set(Some(failure)).is_none() {
            focus_first_wrong();
        }
    }

    /// Whether all of these are filled in; says which are not.
    pub fn require(self, fields: &[(&str, RwSignal<String>)]) -> bool {
        let missing = fields
            .iter()
            .filter(|(_, value)| value.with_untracked(|value| value.trim().is_empty()))
            .map(|(field, _)| FieldFailure {
                field: (*field).to_owned(),
                code: "missing".to_owned(),
                value: String::new(),
            })
            .collect::<Vec<_>>();
        if missing.is_empty() {
            return true;
        }
        let mut failure = Failure::new("form");
        failure.fields = missing;
        self.fail(failure);
        false
    }

    /// Sends a command unless one is on its way; `then` runs when it has succeeded.
    pub fn send(self, command: Command, then: impl FnOnce(Reply) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.link.ask(command).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(reply) => {
                    if let Some(unsaved) = self.unsaved {
                        unsaved.taken();
                    }
                    then(reply);
                }
                Err(failure) => self.fail(failure),
            }
        });
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::new()
    }
}

/// Once the page has been drawn again. Where no field is to blame, what is said of the form as a whole comes
/// into sight: its button can be far below.
fn focus_first_wrong() {
    request_animation_frame(|| {
        let find = |selector| document().query_selector(selector).ok().flatten();
        let wrong =
            find("dialog[open] [aria-invalid='true']").or_else(|| find("[aria-invalid='true']"));
        if let Some(field) = wrong {
            if let Ok(field) = field.dyn_into::<HtmlElement>() {
                let _ = field.focus();
            }
        } else if let Some(said) = find("dialog[open] form [data-testid='failure']")
            .or_else(|| find("form [data-testid='failure']"))
        {
            said.scroll_into_view();
        }
    });
}

/// What is wrong with the form as a whole.
#[component]
pub fn FormFailure(form: Form) -> impl IntoView {
    move || {
        form.failure()
            .get()
            .map(|failure| view! { <FailurePanel failure /> })
    }
}

/// The button that sends the form. While a command is on its way it says so but keeps the focus, which a
/// disabled button would lose; [`Form::send`] lets no second one through.
#[component]
pub fn Submit(
    form: Form,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] testid: String,
    /// Cannot be undone, or takes something away.
    #[prop(optional)]
    danger: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class="button"
            class:button-primary=!danger
            class:button-danger=danger
            data-testid=testid
            aria-busy=move || form.busy().get().to_string()
            disabled=move || disabled.get()
        >
            <span class="spinner" aria-hidden="true"></span>
            {label}
        </button>
    }
}
