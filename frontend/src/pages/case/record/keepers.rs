//! What independent log keepers confirm of this record, one by one.

use hawser_views::{
    Command,
    keepers::{KeeperLine, KeepersView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{Form, FormFailure, Shown, When},
    i18n::use_i18n,
    pages::{
        case::words,
        space::{
            keepers::{age_text, confirmed_text, use_keepers},
            use_space,
        },
    },
};

#[component]
pub fn Keepers() -> impl IntoView {
    let view = use_keepers();
    view! {
        <section class="panel-plain" aria-labelledby="keepers-title" data-testid="keepers">
            <h2 id="keepers-title">{move_tr!("keepers-title")}</h2>
            <Shown of=view let:view>
                <Show
                    when=move || view.with(|view| view.named > 0)
                    fallback=|| view! { <p class="quiet" data-testid="keepers-none">{move_tr!("keepers-none")}</p> }
                >
                    <Named view />
                </Show>
            </Shown>
        </section>
    }
}

#[component]
fn Named(view: Signal<KeepersView>) -> impl IntoView {
    let i18n = use_i18n();
    let space = use_space().space;
    let form = Form::new();
    // The page hears of what came of it like of anything new.
    let ask = move |_| form.send(Command::Keepers { space, anew: true }, drop);
    let rule = move || {
        view.with(|view| {
            let (needed, all) = (view.needed, view.named);
            if view.max_age_s == 0 {
                return tr!(i18n, "keepers-rule-any");
            }
            let age = age_text(i18n, view.max_age_s);
            tr!(i18n, "keepers-rule", { "needed" => needed, "all" => all, "age" => age })
        })
    };
    let lines = move || {
        view.with(|view| {
            let entries = view.entries;
            let keepers = view.keepers.iter().cloned();
            keepers
                .map(|keeper| view! { <Line keeper entries /> })
                .collect_view()
        })
    };
    view! {
        <p role="status" data-testid="keepers-state" data-standing=move || view.with(|view| view.standing.clone())>
            <strong>{move || view.with(|view| confirmed_text(i18n, view))}</strong>
        </p>
        <Show when=move || view.with(|view| !view.keepers.is_empty())>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="keepers-title">
                <table class="table" data-testid="keepers-table">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("keepers-name")}</th>
                            <th scope="col">{move_tr!("keepers-at")}</th>
                            <th scope="col" class="number">{move_tr!("keepers-entries")}</th>
                            <th scope="col">{move_tr!("keepers-key")}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </Show>
        <p class="quiet">{rule}</p>
        <p class="quiet">{move_tr!("keepers-help")}</p>
        <div class="actions no-print">
            <button
                type="button" class="button" data-testid="keepers-ask" on:click=ask
                disabled=move || form.busy().get() aria-busy=move || form.busy().get().to_string()
            >
                <span class="spinner" aria-hidden="true"></span>
                {move_tr!("keepers-ask")}
            </button>
        </div>
        <FormFailure form />
    }
}

#[component]
fn Line(keeper: KeeperLine, entries: u64) -> impl IntoView {
    let i18n = use_i18n();
    let KeeperLine {
        name,
        key,
        at,
        entries: confirmed,
    } = keeper;
    let is_named = !name.is_empty();
    let count = move || {
        if confirmed == entries {
            tr!(i18n, "keepers-all", { "shown" => words::number(i18n, entries) })
        } else {
            let (confirmed, all) = (words::number(i18n, confirmed), words::number(i18n, entries));
            tr!(i18n, "keepers-some", { "shown" => confirmed, "all" => all })
        }
    };
    view! {
        <tr data-testid="keeper-line">
            <th scope="row">
                {if is_named {
                    view! { <bdi>{name}</bdi> }.into_any()
                } else {
                    view! { <span class="quiet">{move_tr!("keepers-unknown")}</span> }.into_any()
                }}
            </th>
            <td>
                {match at {
                    Some(at) => view! { <When moment=browser::local_moment(at.utc_ms) /> }.into_any(),
                    None => view! { <span class="quiet">{move_tr!("keepers-never")}</span> }.into_any(),
                }}
            </td>
            <td class="number">{count}</td>
            <td><code class="hash">{key}</code></td>
        </tr>
    }
}
