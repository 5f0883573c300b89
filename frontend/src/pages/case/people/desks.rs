//! Desks: a store or counter whose officers each act in their own name.

use hawser_casework::PersonId;
use hawser_views::{
    Command,
    case::{DeskView, PeopleView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{
        Dialog, FieldError, Form, FormFailure, Icon, ReadersNote, Submit, TextField, fingerprint,
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::{checked, opened_by},
    pages::space::use_space,
};

/// A desk to open (`None`) or to change.
type Asked = Option<Option<DeskView>>;

#[component]
pub fn Desks(people: Signal<PeopleView>) -> impl IntoView {
    let case = use_space();
    let asked = RwSignal::new(None::<Option<DeskView>>);
    let desks = Memo::new(move |_| people.with(|people| people.desks.clone()));
    let may = Memo::new(move |_| people.with(|people| people.administers) && !case.shut.get());
    let rows = move |desk: DeskView| {
        let officers = desk
            .officers
            .iter()
            .map(|(_, name)| name.clone())
            .collect::<Vec<_>>()
            .join(", ");
        let changed = desk.clone();
        view! {
            <li data-testid="desk">
                <strong><bdi>{desk.name}</bdi></strong>
                <p class="quiet"><bdi>{officers}</bdi></p>
                <Show when=move || may.get()>
                    <button
                        type="button" class="button button-quiet" data-testid="change-desk"
                        on:click={
                            let desk = changed.clone();
                            move |_| asked.set(Some(Some(desk.clone())))
                        }
                    >
                        {move_tr!("desk-change")}
                    </button>
                </Show>
            </li>
        }
    };
    view! {
        <section class="panel-plain" aria-labelledby="desks-title" data-testid="desks">
            <h2 id="desks-title">{move_tr!("desks-title")}</h2>
            <p class="quiet">{move_tr!("desks-text")}</p>
            <Show
                when=move || !desks.with(Vec::is_empty)
                fallback=move || view! { <p class="quiet">{move_tr!("desks-none")}</p> }
            >
                <ul class="desks">
                    <For each=move || desks.get() key=fingerprint let:desk>{rows(desk)}</For>
                </ul>
            </Show>
            <Show when=move || may.get()>
                <button type="button" class="button" data-testid="open-desk" on:click=move |_| asked.set(Some(None))>
                    <Icon name="add" />
                    {move_tr!("desk-open")}
                </button>
            </Show>
            <DeskDialog asked people />
        </section>
    }
}

#[component]
fn DeskDialog(asked: RwSignal<Asked>, people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| match asked {
            Some(Some(desk)) => tr!(i18n, "desk-change-title", { "name" => desk.name.clone() }),
            Some(None) | None => tr!(i18n, "desk-open"),
        })
    });
    view! {
        <Dialog open title testid="desk-dialog">
            {move || asked.get().map(|desk| view! { <Body desk people open /> })}
        </Dialog>
    }
}

#[component]
fn Body(desk: Option<DeskView>, people: Signal<PeopleView>, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let before = desk.as_ref().map(|desk| {
        desk.officers
            .iter()
            .map(|(person, _)| *person)
            .collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(before.unwrap_or_default());
    let record = desk.as_ref().map(|desk| desk.desk);
    let eligible = people.with_untracked(|people| {
        people
            .members
            .iter()
            .filter(|member| member.state == "active")
            .map(|member| (member.person, member.name.clone()))
            .collect::<Vec<(PersonId, String)>>()
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let officers = chosen.get_untracked();
        let title = name.get_untracked().trim().to_owned();
        let mut wrong = Vec::new();
        if record.is_none() && title.is_empty() {
            wrong.push(checked::missing("name"));
        }
        if record.is_none() && officers.is_empty() {
            wrong.push(checked::missing("officers"));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = match record {
            Some(desk) => Command::ChangeDesk {
                space: case.space,
                desk,
                officers,
            },
            None => Command::OpenDesk {
                space: case.space,
                name: title,
                officers,
            },
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "done-recorded"));
            let _ = open.try_set(false);
        });
    };
    let checks = eligible
        .into_iter()
        .map(|(person, name)| {
            let toggle = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
                let on = event.target().checked();
                chosen.update(|chosen| {
                    chosen.retain(|other| *other != person);
                    if on {
                        chosen.push(person);
                    }
                });
            };
            view! {
                <label class="check">
                    <input
                        type="checkbox" data-testid="desk-officer" on:change:target=toggle
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&person))
                    />
                    <bdi>{name}</bdi>
                </label>
            }
        })
        .collect_view();
    view! {
        <form class="form" novalidate on:submit=submit data-testid="desk-form">
            <FormFailure form />
            {record.is_none().then(|| view! {
                <TextField
                    label=move_tr!("desk-name") name="name" value=name required=true testid="desk-name"
                    help=move_tr!("desk-name-help") error=form.error("name")
                />
            })}
            <fieldset class="field">
                <legend>{move_tr!("desk-officers")}</legend>
                <div class="checks">{checks}</div>
                <FieldError id="officers-error" error=form.error("officers") />
            </fieldset>
            {record.is_some().then(|| view! { <p class="quiet">{move_tr!("desk-none-closes")}</p> })}
            <ReadersNote readers=case.readers />
            <div class="actions">
                <Submit
                    form testid="desk-submit"
                    label=Signal::derive(move || match record {
                        Some(_) => tr!(i18n, "desk-change"),
                        None => tr!(i18n, "desk-open"),
                    })
                />
            </div>
        </form>
    }
}

crate::i18n::found_by_code! {
    // by code: group-
    tr!("group-checking-desk");
    tr!("group-shared");
    tr!("group-special");
    tr!("group-team");
}
