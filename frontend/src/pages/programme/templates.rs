//! The templates with which ports are assessed, in every version.

use hawser_views::{
    Command, Reply,
    programme::{ProgrammeCommand, ProgrammeReply, TemplateLine},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{OpenProgramme, use_programme};
use crate::{
    agent_link::{Loading, view},
    components::{ConfirmDialog, EmptyState, Icon, PageHead, Shown, When},
    i18n::{in_reader_language, use_i18n},
    pages::case::words,
};

/// The templates that the programme has.
pub fn templates_view(programme: OpenProgramme) -> ReadSignal<Loading<Vec<TemplateLine>>> {
    view(
        move || {
            Command::Programme(ProgrammeCommand::Templates {
                space: Some(programme.space),
            })
        },
        programme.changes,
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Templates(templates)) => Some(templates),
            _ => None,
        },
    )
}

#[component]
pub fn Templates() -> impl IntoView {
    let programme = use_programme();
    let manages = programme.manages();
    let shown = templates_view(programme);
    view! {
        <PageHead title=move_tr!("tab-templates") lead=move_tr!("templates-lead")>
            <Show when=move || manages.get()>
                <A href=programme.path("templates/import") attr:class="button" attr:data-testid="import-template">
                    <Icon name="file" />
                    {move_tr!("templates-import")}
                </A>
            </Show>
        </PageHead>
        <Unfinished />
        <Shown of=shown let:templates>
            <Show
                when=move || templates.with(|templates| !templates.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("templates-none") testid="no-templates" /> }
            >
                <TemplateTable templates />
            </Show>
        </Shown>
    }
}

/// A template that was begun to be changed.
#[component]
fn Unfinished() -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let confirming = RwSignal::new(false);
    let title = Memo::new(move |_| {
        programme.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let title = in_reader_language(i18n, &draft.title);
            Some(tr!(i18n, "templates-unfinished", {
                "title" => title, "id" => draft.id.clone(), "version" => draft.version,
            }))
        })
    });
    let discard = Callback::new(move |()| {
        programme.draft.set(None);
        confirming.set(false);
    });
    view! {
        <Show when=move || title.with(Option::is_some)>
            <div class="panel panel-info" role="status" data-testid="unfinished-template">
                <Icon name="file" />
                <div class="panel-body">
                    <p>{move || title.get()}</p>
                    <div class="actions">
                        <A href=programme.path("templates/draft") attr:class="button" attr:data-testid="resume-template">
                            {move_tr!("templates-resume")}
                        </A>
                        <button
                            type="button" class="button button-quiet" data-testid="discard-template"
                            on:click=move |_| confirming.set(true)
                        >
                            {move_tr!("templates-discard")}
                        </button>
                    </div>
                </div>
            </div>
        </Show>
        <ConfirmDialog
            open=confirming title=move_tr!("templates-discard-title") confirm=move_tr!("templates-discard")
            on_confirm=discard danger=true testid="discard-dialog"
        >
            <p>{move_tr!("templates-discard-text")}</p>
        </ConfirmDialog>
    }
}

#[component]
fn TemplateTable(templates: Signal<Vec<TemplateLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let rows = move || {
        templates
            .get()
            .into_iter()
            .map(|template| template_row(i18n, programme, template))
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move_tr!("tab-templates")>
            <table class="table" data-testid="template-table">
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("templates-template")}</th>
                        <th scope="col" class="number">{move_tr!("templates-version")}</th>
                        <th scope="col">{move_tr!("templates-holds")}</th>
                        <th scope="col">{move_tr!("templates-adopted")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn template_row(i18n: I18n, programme: OpenProgramme, template: TemplateLine) -> impl IntoView {
    let TemplateLine {
        template,
        derived_from,
        title,
        domains,
        criteria,
        scenarios,
        by,
        adopted,
    } = template;
    let href = programme.path(&format!("templates/{}/{}", template.id, template.version));
    let origin = derived_from.map(|origin| {
        let text = move || {
            tr!(i18n, "templates-derived", { "id" => origin.id.clone(), "version" => origin.version })
        };
        view! { <span class="row-detail">{text}</span> }
    });
    let holds = move || {
        tr!(i18n, "templates-extent", {
            "domains" => words::number(i18n, domains.into()), "criteria" => words::number(i18n, criteria.into()),
            "scenarios" => words::number(i18n, scenarios.into()),
        })
    };
    view! {
        <tr data-testid="template-row">
            <th scope="row">
                <A href=href attr:data-testid="template-link">
                    <bdi>{move || in_reader_language(i18n, &title)}</bdi>
                </A>
                <code class="row-detail">{template.id}</code>
                {origin}
            </th>
            <td class="number">{template.version}</td>
            <td>{holds}</td>
            <td>
                <bdi>{by}</bdi>
                {adopted.map(|at| view! { <span class="row-detail"><When moment=at quiet=true /></span> })}
            </td>
        </tr>
    }
}
