//! What was changed: old value, new value, who, why. Where two changed the same at once, both values stand until
//! somebody settles it.

use hawser_views::mission::ChangeView;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::{Badge, When},
    i18n::use_i18n,
    pages::{
        case::words,
        mission::{OpenMission, use_mission},
    },
};

/// What a field is called: the owner of an action is not that of an exhibit.
fn name(i18n: I18n, field: &str) -> String {
    match field {
        "owner" => tr!(i18n, "action-owner"),
        _ => words::capitalised(&words::field(i18n, field)),
    }
}

#[component]
pub fn Changes(changes: Vec<ChangeView>) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    if changes.is_empty() {
        return ().into_any();
    }
    let open = changes.iter().any(|change| change.conflict);
    let rows = changes
        .into_iter()
        .map(|change| row(i18n, mission, change))
        .collect_view();
    view! {
        <details class="technical changes" open=open data-testid="changes">
            <summary>{move_tr!("finding-changes")}</summary>
            {open.then(|| view! { <p class="warning" data-testid="change-conflict">{move_tr!("finding-conflict")}</p> })}
            <ul class="plain-list">{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(i18n: I18n, mission: OpenMission, change: ChangeView) -> impl IntoView {
    let ChangeView {
        field,
        old,
        replaced,
        new,
        why,
        by,
        recorded,
        conflict,
    } = change;
    let value = {
        let field = field.clone();
        move |value: &str| match field.as_str() {
            "owner" => mission.owner_name(value),
            _ => words::field_value(i18n, &field, value),
        }
    };
    // Whoever changed it saw another value than the one that stood by then.
    let crossed = (replaced != old).then(|| {
        let (value, old) = (value.clone(), old.clone());
        view! {
            <p class="quiet" data-testid="change-seen">
                {move || tr!(i18n, "finding-change-seen", { "value" => value(&old) })}
            </p>
        }
    });
    let (before, after) = (value.clone(), value);
    view! {
        <li class:row-conflict=conflict data-testid="change" data-conflict=conflict.to_string()>
            <p>
                <strong>{move || name(i18n, &field)}</strong>" "
                {conflict.then(|| view! { <Badge kind="conflict" /> })}
            </p>
            <p class="change-values">
                <del><bdi>{move || before(&replaced)}</bdi></del>" → "
                <ins><bdi>{move || after(&new)}</bdi></ins>
            </p>
            {crossed}
            <p class="quiet"><bdi>{why}</bdi>" · "<bdi>{by}</bdi>", "<When moment=recorded quiet=true /></p>
        </li>
    }
}
