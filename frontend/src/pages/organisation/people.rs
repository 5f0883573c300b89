//! The people of one's organisation, and what becomes of them.

use hawser_views::{
    Command,
    organisation::{OrganisationView, PersonView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::withdrawal::WithdrawalDialog;
use crate::{
    components::{Badge, ConfirmDialog, Form, FormFailure, use_toasts},
    i18n::use_i18n,
};

/// What is asked about a person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    MakeAdministrator,
    EndAdministrator,
    Withdraw,
}

/// The people of one's organisation, and what becomes of them.
#[component]
pub fn People(organisation: Signal<OrganisationView>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let chosen = RwSignal::new(None::<PersonView>);
    let (making, ending) = (RwSignal::new(false), RwSignal::new(false));
    let withdrawn = RwSignal::new(None::<PersonView>);
    let act = Callback::new(move |(act, person): (Act, PersonView)| {
        form.clear();
        match act {
            Act::MakeAdministrator => making.set(true),
            Act::EndAdministrator => ending.set(true),
            Act::Withdraw => return withdrawn.set(Some(person)),
        }
        chosen.set(Some(person));
    });
    let send = move |administers: bool| {
        let Some(person) = chosen.get_untracked().map(|one| one.person) else {
            return;
        };
        form.send(
            Command::SetAdministrator {
                person,
                administers,
            },
            move |_| {
                making.set(false);
                ending.set(false);
                again.update(|count| *count += 1);
                toasts.say(tr!(i18n, "done-recorded"));
            },
        );
    };
    let name =
        move || chosen.with(|one| one.as_ref().map(|one| one.name.clone()).unwrap_or_default());
    let rows = move || {
        organisation.with(|all| {
            all.people
                .iter()
                .map(|person| row(i18n, person.clone(), all, act))
                .collect_view()
        })
    };
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=move_tr!("organisation-people")>
            <table class="table" data-testid="people">
                <caption class="visually-hidden">{move_tr!("organisation-people")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("person-name")}</th>
                        <th scope="col">{move_tr!("person-function")}</th>
                        <th scope="col">{move_tr!("person-standing")}</th>
                        <th scope="col"><span class="visually-hidden">{move_tr!("actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <ConfirmDialog
            open=making title=move_tr!("person-make-administrator-title") confirm=move_tr!("person-make-administrator")
            busy=form.busy() on_confirm=Callback::new(move |()| send(true)) testid="make-administrator-dialog"
        >
            <FormFailure form />
            <p>{move || tr!(i18n, "person-make-administrator-text", { "name" => name() })}</p>
        </ConfirmDialog>
        <ConfirmDialog
            open=ending title=Signal::derive(move || tr!(i18n, "person-end-administrator-title", { "name" => name() })) confirm=move_tr!("person-end-administrator")
            busy=form.busy() danger=true on_confirm=Callback::new(move |()| send(false)) testid="end-administrator-dialog"
        >
            <FormFailure form />
            <p>{move || tr!(i18n, "person-end-administrator-text", { "name" => name() })}</p>
        </ConfirmDialog>
        <WithdrawalDialog asked=withdrawn again />
    }
}

fn row(
    i18n: I18n,
    person: PersonView,
    organisation: &OrganisationView,
    act: Callback<(Act, PersonView)>,
) -> impl IntoView + use<> {
    let (active, administers, me) = (person.active, person.administers, person.me);
    let may = organisation.administers && !me;
    let may_delegate = may && organisation.holds_root && active;
    let subject = StoredValue::new(person.clone());
    let button = move |what: Act, label: Signal<String>, testid: &'static str, danger: bool| {
        view! {
            <button
                type="button" class="button button-quiet" class:button-danger-quiet=danger data-testid=testid
                aria-label=move || format!("{}: {}", label.get(), subject.with_value(|one| one.name.clone()))
                on:click=move |_| act.run((what, subject.get_value()))
            >
                {label}
            </button>
        }
    };
    view! {
        <tr data-testid="person" data-person=person.person.to_string() class:row-muted=!active>
            <th scope="row">
                <bdi>{person.name}</bdi>
                {me.then(|| view! { " "<Badge kind="me" /> })}
            </th>
            <td>{person.function}</td>
            <td class="cell-badges">
                {(administers && active).then(|| view! { <Badge kind="administrator" /> })}
                {(!active).then(|| view! { <Badge kind="inactive" /> })}
            </td>
            <td class="row-actions">
                {(may_delegate && !administers).then(|| {
                    button(Act::MakeAdministrator, move_tr!("person-make-administrator"), "make-administrator", false)
                })}
                {(may_delegate && administers).then(|| {
                    button(Act::EndAdministrator, move_tr!("person-end-administrator"), "end-administrator", true)
                })}
                {may.then(|| {
                    let label = Signal::derive(move || if active {
                        tr!(i18n, "person-withdraw")
                    } else {
                        tr!(i18n, "person-withdraw-look")
                    });
                    button(Act::Withdraw, label, "withdraw-person", active)
                })}
            </td>
        </tr>
    }
}
