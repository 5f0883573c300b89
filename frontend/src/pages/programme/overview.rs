//! A programme in ten seconds: what is overdue and whose, which port is worst, what got better, what is next.

mod figures;
mod heat;
mod next;

use hawser_casework::assessment::Words;
use hawser_views::programme::{ChangeLine, ProgrammeView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{
    change::{Change, ChangeMark, subject},
    follow::FollowDialog,
    phrases,
    ports::NoPorts,
    use_programme,
};
use crate::{
    components::{Icon, PageHead, Shown, anchor::go_where_the_address_points},
    i18n::use_i18n,
    pages::case::{
        correct::{CorrectDialog, Correction},
        words,
    },
};
use figures::Figures;
use heat::Heat;
use next::{NextActions, NextDays};

#[component]
pub fn ProgrammeOverview() -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let manages = programme.manages();
    let following = RwSignal::new(false);
    let overdue = Memo::new(move |_| {
        programme
            .view
            .with(|view| view.ready().map_or(0, |view| view.overdue))
    });
    view! {
        <PageHead title=move_tr!("programme-overview-title") lead=programme.as_of()>
            <Show when=move || { overdue.get() > 0 }>
                <A
                    href=programme.path("actions?show=overdue") attr:class="button button-primary"
                    attr:data-testid="open-overdue"
                >
                    {move || tr!(i18n, "programme-open-overdue", { "n" => overdue.get() })}
                </A>
            </Show>
            <Show when=move || manages.get()>
                <button type="button" class="button" data-testid="follow-port" on:click=move |_| following.set(true)>
                    <Icon name="add" />
                    {move_tr!("programme-follow")}
                </button>
            </Show>
        </PageHead>
        <Shown of=programme.view let:view>
            <Show
                when=move || view.with(|view| !view.ports.is_empty())
                fallback=move || view! { <NoPorts following /> }
            >
                <Figures view />
                <NextDays view />
                <div class="programme-grid">
                    <Heat view />
                    <NextActions view />
                </div>
                <Changes view />
            </Show>
            <About view />
        </Shown>
        <FollowDialog open=following />
    }
}

/// What is behind the fourth figure.
#[component]
fn Changes(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    go_where_the_address_points();
    let rows = move || {
        let (changes, domains, scenarios) = view.with(|view| {
            (
                view.changes.clone(),
                view.domains.clone(),
                view.scenarios.clone(),
            )
        });
        changes
            .into_iter()
            .map(|line| change_row(i18n, line, &domains, &scenarios))
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="changes" data-testid="changes">
            <h2 id="changes" tabindex="-1">{move_tr!("programme-changes-title")}</h2>
            <Show
                when=move || view.with(|view| !view.changes.is_empty())
                fallback=|| view! { <p class="quiet">{move_tr!("programme-changes-none")}</p> }
            >
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="changes">
                    <table class="table table-dense">
                        <thead>
                            <tr>
                                <th scope="col">{move_tr!("map-port")}</th>
                                <th scope="col">{move_tr!("programme-change-what")}</th>
                                <th scope="col">{move_tr!("programme-change-how")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn change_row(
    i18n: I18n,
    line: ChangeLine,
    domains: &[(String, Words)],
    scenarios: &[(String, Words)],
) -> impl IntoView + use<> {
    let href = use_programme().path(&format!("ports/{}", line.port));
    let what = subject(i18n, &line, domains, scenarios);
    let change = Change::of_line(i18n, &line);
    view! {
        <tr data-testid="change-line">
            <th scope="row"><A href=href><bdi>{line.port_name}</bdi></A></th>
            <td><bdi>{what}</bdi></td>
            <td><ChangeMark change /></td>
        </tr>
    }
}

/// What the programme is for, where its figures come from, and what was recorded in it.
#[component]
fn About(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let manages = programme.manages();
    let correction = RwSignal::new(None::<Correction>);
    let line = move |label: Signal<String>,
                     field: &'static str,
                     text: fn(&ProgrammeView) -> String| {
        let correct = move |_| {
            correction.set(view.with_untracked(|view| {
                Some(Correction {
                    target: view.terms_record?,
                    field: field.to_owned(),
                    old: text(view),
                })
            }));
        };
        view! {
            <dt>{label}</dt>
            <dd>
                <bdi class="prose">{move || match view.with(text) {
                    text if text.is_empty() => tr!(i18n, "entry-value-empty"),
                    text => text,
                }}</bdi>
                <Show when=move || manages.get() && view.with(|view| view.terms_record.is_some())>
                    <button
                        type="button" class="button button-quiet" data-testid=format!("correct-{field}") on:click=correct
                        aria-label=move || tr!(i18n, "correct-field", { "field" => words::field(i18n, field) })
                    >
                        {move_tr!("correct")}
                    </button>
                </Show>
            </dd>
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="about-title" data-testid="programme-terms">
            <h2 id="about-title">{move_tr!("programme-about-title")}</h2>
            <dl class="pairs">
                {line(move_tr!("programme-name"), "title", |view| view.terms.title.clone())}
                {line(move_tr!("programme-purpose"), "purpose", |view| view.terms.purpose.clone())}
            </dl>
            <p class="quiet">{move_tr!("programme-about-figures")}</p>
            <p><A href=programme.path("timeline") attr:data-testid="programme-timeline">{move_tr!("recent-all")}</A></p>
            <CorrectDialog correction />
        </section>
    }
}
