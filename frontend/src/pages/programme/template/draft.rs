//! A template being changed: its name, its criteria, what is wrong with it. Nothing is recorded before it is adopted.

mod criterion;
mod domains;
mod faults;
mod head;

use hawser_casework::assessment::{Template, TemplateFault};
use hawser_views::{
    Command,
    failure::FieldFailure,
    programme::{ProgrammeCommand, TemplateLine},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};

use super::{
    ExportButton, TemplatesLink, criterion_title, next_version, templates_view, use_programme,
};
use crate::{
    components::{EmptyState, Form, FormFailure, PageHead, ReadersNote, Shown, Submit, use_toasts},
    i18n::{found_by_code, use_i18n},
    pages::case::checked,
};
use criterion::CriterionDialog;
use domains::DraftDomains;
use faults::Faults;
use head::Head;

#[component]
pub fn DraftPage() -> impl IntoView {
    let programme = use_programme();
    let known = templates_view(programme);
    // Still so while the page is left, once it is adopted.
    let begun = Memo::new(move |before: Option<&bool>| {
        programme.draft.with(Option::is_some) || before == Some(&true)
    });
    view! {
        <TemplatesLink />
        <Show
            when=move || begun.get()
            fallback=move || view! {
                <PageHead title=move_tr!("templates-draft-title") />
                <EmptyState text=move_tr!("templates-no-draft") testid="no-draft">
                    <A href=programme.path("templates") attr:class="button">{move_tr!("templates-back")}</A>
                </EmptyState>
            }
        >
            <Shown of=known let:known>
                <Draft known />
            </Shown>
        </Show>
    }
}

/// What stands in the fields above is said there; the rest is listed.
fn field_of(template: &Template, fault: &TemplateFault) -> Option<FieldFailure> {
    let own = |id: &str| id == template.id;
    match fault {
        TemplateFault::IdMalformed { id } if own(id) => {
            Some(checked::field("id", "template-id", id))
        }
        TemplateFault::VersionZero { .. } => {
            Some(checked::field("version", "template-version", ""))
        }
        TemplateFault::DerivedFromItself { .. } => {
            Some(checked::field("version", "template-derived", ""))
        }
        TemplateFault::TranslationMissing { id, language, .. } if own(id) => {
            Some(checked::missing(&format!("title-{language}")))
        }
        TemplateFault::TextRefused {
            id,
            language,
            problem,
            ..
        } if own(id) => Some(checked::field(
            &format!("title-{language}"),
            problem.code(),
            "",
        )),
        _ => None,
    }
}

/// What stands in the way of adopting it.
fn wrong_fields(template: &Template, known: &[TemplateLine]) -> Vec<FieldFailure> {
    let faults = template.check().err().unwrap_or_default();
    let mut wrong: Vec<FieldFailure> = faults
        .iter()
        .filter_map(|fault| field_of(template, fault))
        .collect();
    let listed = faults.len() - wrong.len();
    if known.iter().any(|line| line.template == template.named()) {
        let next = next_version(&template.id, known);
        wrong.push(checked::field("version", "template-version-known", next));
    }
    if listed > 0 {
        wrong.push(checked::field("faults", "template-faults", listed));
    }
    wrong
}

#[component]
fn Draft(known: Signal<Vec<TemplateLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let (programme, toasts) = (use_programme(), use_toasts());
    let navigate = use_navigate();
    let manages = programme.manages();
    let form = Form::new();
    let asked = RwSignal::new(None);
    let Some(first) = programme.draft.get_untracked() else {
        return ().into_any();
    };
    // The last one stays while the page is left.
    let template = Memo::new(move |last: Option<&Template>| {
        let now = programme.draft.get();
        now.or_else(|| last.cloned())
            .unwrap_or_else(|| first.clone())
    });
    let faults =
        Memo::new(move |_| template.with(|template| template.check().err().unwrap_or_default()));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let wrong = template
            .with_untracked(|template| known.with_untracked(|known| wrong_fields(template, known)));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let navigate = navigate.clone();
        let command = ProgrammeCommand::AdoptTemplate {
            space: programme.space,
            template: template.get_untracked(),
        };
        form.send(Command::Programme(command), move |_| {
            toasts.say(tr!(i18n, "templates-adopted-done"));
            programme.draft.set(None);
            navigate(&programme.path("templates"), NavigateOptions::default());
        });
    };
    let lead = Signal::derive(move || {
        template.with(|template| match &template.derived_from {
            Some(origin) => tr!(i18n, "templates-derived", {
                "id" => origin.id.clone(), "version" => origin.version,
            }),
            None => tr!(i18n, "templates-not-derived"),
        })
    });
    let adopt = Signal::derive(move || {
        template.with(|template| {
            tr!(i18n, "templates-adopt", { "id" => template.id.clone(), "version" => template.version })
        })
    });
    view! {
        <PageHead title=move_tr!("templates-draft-title") lead>
            <ExportButton template />
        </PageHead>
        <p class="panel panel-info" data-testid="draft-note">{move_tr!("templates-draft-note")}</p>
        <Show when=move || !manages.get()>
            <p class="panel" role="status" data-testid="managers-only">{move_tr!("templates-managers-only")}</p>
        </Show>
        <form class="bare" novalidate on:submit=submit data-testid="draft-form">
            <FormFailure form />
            <Head form />
            <Faults faults template form />
            <DraftDomains template faults asked />
            <ReadersNote readers=programme.readers />
            <p>{move_tr!("templates-adopt-text")}</p>
            <div class="actions">
                <Submit
                    form label=adopt testid="adopt-template" disabled=Signal::derive(move || !manages.get())
                />
            </div>
        </form>
        <CriterionDialog asked template />
    }
    .into_any()
}

found_by_code! {
    // by code: field-
    tr!("field-template-id", { "value" => 0 });
    tr!("field-template-version");
    tr!("field-template-version-known", { "value" => 0 });
    tr!("field-template-derived");
    tr!("field-template-faults", { "value" => 0 });
}
