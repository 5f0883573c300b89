//! One version of a template, read in the reader's language; to be copied and changed.

pub mod draft;
pub mod import;

mod json;

use hawser_casework::assessment::{Criterion, Domain, Scenario, Template, TemplateVersion};
use hawser_views::{
    Command, Reply,
    failure::Failure,
    programme::{ProgrammeCommand, ProgrammeReply, TemplateLine},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};

use super::{templates::templates_view, use_programme};
use crate::{
    agent_link::view,
    components::{ConfirmDialog, FailurePanel, PageHead, Shown, fingerprint},
    i18n::{in_reader_language, use_i18n},
    pages::case::words,
};
use json::ExportButton;

/// The template that stands in every program; a programme changes it under another id.
const DEFAULT_ID: &str = "hawser-default";

/// What a programme's own template is called, when it is changed for the first time.
const OWN_ID: &str = "programme";

#[component]
pub fn TemplatePage() -> impl IntoView {
    let params = use_params_map();
    let named = Memo::new(move |_| {
        let params = params.read();
        Some(TemplateVersion {
            id: params.get("template")?,
            version: params.get("version")?.parse().ok()?,
        })
    });
    move || match named.get() {
        Some(template) => view! { <One template /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("not-found") /> }.into_any(),
    }
}

#[component]
fn One(template: TemplateVersion) -> impl IntoView {
    let programme = use_programme();
    let shown = view(
        move || {
            Command::Programme(ProgrammeCommand::Template {
                space: Some(programme.space),
                template: template.clone(),
            })
        },
        programme.changes,
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Template(template)) => Some(*template),
            _ => None,
        },
    );
    view! {
        <TemplatesLink />
        <Shown of=shown let:template>
            <Body template />
        </Shown>
    }
}

/// Back to the list.
#[component]
fn TemplatesLink() -> impl IntoView {
    let programme = use_programme();
    view! {
        <nav aria-label=move_tr!("tab-templates") class="back">
            <A href=programme.path("templates")>{move_tr!("templates-back")}</A>
        </nav>
    }
}

/// A copy to be changed: the next version that the programme does not have yet.
fn copied(template: &Template, known: &[TemplateLine]) -> Template {
    let id = if template.id == DEFAULT_ID {
        OWN_ID.to_owned()
    } else {
        template.id.clone()
    };
    Template {
        version: next_version(&id, known),
        id,
        derived_from: Some(template.named()),
        ..template.clone()
    }
}

/// The version after the newest that the programme has of a template.
fn next_version(id: &str, known: &[TemplateLine]) -> u32 {
    let versions = known.iter().filter(|line| line.template.id == id);
    let newest = versions.map(|line| line.template.version).max();
    newest.unwrap_or(0).saturating_add(1)
}

#[component]
fn Body(template: Signal<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let manages = programme.manages();
    let navigate = use_navigate();
    let known = templates_view(programme);
    let confirming = RwSignal::new(false);
    let title =
        Signal::derive(move || template.with(|template| in_reader_language(i18n, &template.title)));
    let lead = Signal::derive(move || template.with(|template| extent(i18n, template)));
    let begin = Callback::new(move |()| {
        let known = known.with_untracked(|known| known.ready().cloned().unwrap_or_default());
        let copy = template.with_untracked(|template| copied(template, &known));
        programme.draft.set(Some(copy));
        navigate(
            &programme.path("templates/draft"),
            NavigateOptions::default(),
        );
    });
    // Another one that was begun would be lost.
    let copy = move |_| {
        if programme.draft.with_untracked(Option::is_some) {
            confirming.set(true);
        } else {
            begin.run(());
        }
    };
    view! {
        <PageHead title lead>
            <ExportButton template />
            <Show when=move || manages.get()>
                <button
                    type="button" class="button button-primary" data-testid="copy-template" on:click=copy
                    disabled=move || known.with(|known| known.ready().is_none())
                >
                    {move_tr!("templates-copy")}
                </button>
            </Show>
        </PageHead>
        <For each=move || template.with(|template| template.domains.clone()) key=fingerprint let:domain>
            <DomainFold domain template />
        </For>
        <section class="panel-plain" aria-labelledby="scenarios-title" data-testid="template-scenarios">
            <h2 id="scenarios-title">{move_tr!("templates-scenarios")}</h2>
            <p class="quiet">{move_tr!("templates-scenarios-text")}</p>
            <ul class="plain-list">
                <For each=move || template.with(|template| template.scenarios.clone()) key=fingerprint let:scenario>
                    <ScenarioLine scenario template />
                </For>
            </ul>
        </section>
        <ConfirmDialog
            open=confirming title=move_tr!("templates-discard-title") confirm=move_tr!("templates-copy-anyway")
            on_confirm=begin danger=true testid="copy-dialog"
        >
            <p>{move_tr!("templates-copy-text")}</p>
        </ConfirmDialog>
    }
}

/// Id, version and how much it asks.
fn extent(i18n: I18n, template: &Template) -> String {
    let number = |count: usize| words::number(i18n, count as u64);
    let named = tr!(i18n, "programme-template-named", {
        "id" => template.id.clone(), "version" => template.version,
    });
    let extent = tr!(i18n, "templates-extent", {
        "domains" => number(template.domains.len()), "criteria" => number(template.count()),
        "scenarios" => number(template.scenarios.len()),
    });
    format!("{named} · {extent}")
}

/// The title of a criterion; its id where there is none.
fn criterion_title(i18n: I18n, template: &Template, id: &str) -> String {
    let mut criteria = template.criteria();
    let found = criteria.find(|(_, criterion)| criterion.id == id);
    found.map_or_else(
        || id.to_owned(),
        |(_, criterion)| in_reader_language(i18n, &criterion.title),
    )
}

#[component]
fn DomainFold(domain: Domain, template: Signal<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let Domain {
        id,
        title,
        criteria,
    } = domain;
    let count = criteria.len() as u64;
    let lines = criteria
        .into_iter()
        .map(|criterion| view! { <CriterionLine criterion template /> })
        .collect_view();
    view! {
        <details class="fold" data-testid="template-domain" data-domain=id>
            <summary>
                <h2><bdi>{move || in_reader_language(i18n, &title)}</bdi></h2>" "
                <span class="quiet">{move || tr!(i18n, "templates-criteria", { "n" => count })}</span>
            </summary>
            <ul class="plain-list criteria">{lines}</ul>
        </details>
    }
}

#[component]
fn CriterionLine(criterion: Criterion, template: Signal<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let Criterion {
        id,
        title,
        guidance,
        only_if,
    } = criterion;
    let condition = only_if.map(|only_if| {
        let text = move || {
            let title = template.with(|template| criterion_title(i18n, template, &only_if));
            tr!(i18n, "templates-only-if", { "title" => title })
        };
        view! { <p class="quiet">{text}</p> }
    });
    view! {
        <li class="criterion" data-testid="template-criterion">
            <h3><bdi>{move || in_reader_language(i18n, &title)}</bdi></h3>
            <p class="quiet"><code>{id}</code></p>
            <p class="prose"><bdi>{move || in_reader_language(i18n, &guidance)}</bdi></p>
            {condition}
        </li>
    }
}

#[component]
fn ScenarioLine(scenario: Scenario, template: Signal<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let Scenario { title, domains, .. } = scenario;
    let named = move || {
        template.with(|template| {
            let titles: Vec<String> = domains
                .iter()
                .map(|id| {
                    let domain = template.domains.iter().find(|domain| domain.id == *id);
                    domain.map_or_else(
                        || id.clone(),
                        |domain| in_reader_language(i18n, &domain.title),
                    )
                })
                .collect();
            titles.join(" · ")
        })
    };
    view! {
        <li data-testid="template-scenario">
            <strong><bdi>{move || in_reader_language(i18n, &title)}</bdi></strong>
            <span class="row-detail"><bdi>{named}</bdi></span>
        </li>
    }
}
