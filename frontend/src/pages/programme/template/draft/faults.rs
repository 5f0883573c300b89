//! What is wrong with the template, each with the id it is in.

use hawser_casework::{
    Problem,
    assessment::{Template, TemplateFault},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::{FieldError, Form, Icon, anchor::go_to},
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

/// The place of a criterion on the page.
pub fn criterion_anchor(id: &str) -> String {
    format!("criterion-{id}")
}

/// A fault as a sentence.
pub fn fault_text(i18n: I18n, fault: &TemplateFault) -> String {
    let place = |field: &str, language: &str| {
        tr!(i18n, "fault-place", {
            "field" => words::coded(i18n, "fault-field", field), "language" => words::coded(i18n, "fault-language", language),
        })
    };
    match fault {
        TemplateFault::TooMany { what, max, found } => tr!(i18n, "fault-too-many", {
            "what" => words::coded(i18n, "fault-what", what), "max" => words::number(i18n, *max as u64),
            "found" => words::number(i18n, *found as u64),
        }),
        TemplateFault::IdMalformed { id } => {
            let id = if id.is_empty() {
                tr!(i18n, "entry-value-empty")
            } else {
                id.clone()
            };
            tr!(i18n, "fault-id-malformed", { "id" => id })
        }
        TemplateFault::IdDoubled { id } => tr!(i18n, "fault-id-doubled", { "id" => id.clone() }),
        TemplateFault::VersionZero { id } => {
            tr!(i18n, "fault-version-zero", { "id" => id.clone() })
        }
        TemplateFault::DerivedFromItself { id } => {
            tr!(i18n, "fault-derived-from-itself", { "id" => id.clone() })
        }
        TemplateFault::TranslationMissing {
            id,
            field,
            language,
        } => {
            tr!(i18n, "fault-translation-missing", { "id" => id.clone(), "place" => place(field, language) })
        }
        TemplateFault::TextRefused {
            id,
            field,
            language,
            problem,
        } => {
            let values = (id.clone(), place(field, language));
            match problem {
                Problem::TooLong { max, .. } => tr!(i18n, "fault-text-too-long", {
                    "id" => values.0, "place" => values.1, "max" => words::number(i18n, *max as u64),
                }),
                _ => tr!(i18n, "fault-text-refused", { "id" => values.0, "place" => values.1 }),
            }
        }
        TemplateFault::NoCriteria { id } => tr!(i18n, "fault-no-criteria", { "id" => id.clone() }),
        TemplateFault::ConditionUnknown { id, only_if } => {
            tr!(i18n, "fault-condition-unknown", { "id" => id.clone(), "other" => only_if.clone() })
        }
        TemplateFault::ConditionCycle { members } => {
            tr!(i18n, "fault-condition-cycle", { "members" => members.join(" → ") })
        }
        TemplateFault::NoDomains { id } => tr!(i18n, "fault-no-domains", { "id" => id.clone() }),
        TemplateFault::DomainUnknown { id, domain } => {
            tr!(i18n, "fault-domain-unknown", { "id" => id.clone(), "other" => domain.clone() })
        }
        TemplateFault::DomainTwice { id, domain } => {
            tr!(i18n, "fault-domain-twice", { "id" => id.clone(), "other" => domain.clone() })
        }
    }
}

#[component]
pub fn Faults(
    faults: Memo<Vec<TemplateFault>>,
    template: Memo<Template>,
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let none = Memo::new(move |_| faults.with(Vec::is_empty));
    let lines = move || {
        faults
            .get()
            .into_iter()
            .map(|fault| {
                let id = fault.id().unwrap_or_default().to_owned();
                let known = template
                    .with(|template| template.criteria().any(|(_, criterion)| criterion.id == id));
                let text = fault_text(i18n, &fault);
                let anchor = criterion_anchor(&id);
                view! {
                    <li data-testid="template-fault" data-fault=fault.code() data-id=id>
                        <span>{text}</span>
                        {known.then(|| view! {
                            " "
                            <button
                                type="button" class="button button-small" data-testid="fault-go"
                                on:click=move |_| go_to(&anchor)
                            >
                                {move_tr!("templates-fault-go")}
                            </button>
                        })}
                    </li>
                }
            })
            .collect_view()
    };
    let error = form.error("faults");
    view! {
        <section
            class="panel faults" class:panel-bad=move || !none.get() aria-labelledby="faults-title" tabindex="-1"
            aria-invalid=move || (error.get().is_some() && !none.get()).to_string() aria-describedby="faults-error"
            data-testid="template-faults"
        >
            <Show when=move || !none.get() fallback=|| view! { <Icon name="check" /> }>
                <Icon name="warning" />
            </Show>
            <div class="panel-body">
                <h2 id="faults-title">{move_tr!("templates-faults-title")}</h2>
                <Show when=move || none.get()>
                    <p role="status" data-testid="no-faults">{move_tr!("templates-faults-none")}</p>
                </Show>
                <FieldError id="faults-error" error=Signal::derive(move || error.get().filter(|_| !none.get())) />
                <ul class="fault-list">{lines}</ul>
            </div>
        </section>
    }
}

found_by_code! {
    // by code: fault-field-, fault-language-, fault-what-
    tr!("fault-field-title");
    tr!("fault-field-guidance");
    tr!("fault-language-en");
    tr!("fault-language-fr");
    tr!("fault-language-es");
    tr!("fault-what-domains");
    tr!("fault-what-criteria");
    tr!("fault-what-scenarios");
}
