//! Suspending, reinstating, ending, another role: with a reason, once nothing of the person's is left open.

use hawser_casework::{PersonId, RecordId};
use hawser_views::{Command, Reply, case::PeopleView, command::Standing, evidence::ExhibitLine};
use leptos::{ev, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{party_name, role_options};
use crate::{
    agent_link::view,
    components::{
        Dialog, Form, FormFailure, Icon, ReadersNote, SelectField, Submit, TextField,
        readers_after, use_toasts,
    },
    i18n::use_i18n,
    pages::case::opened_by,
    pages::space::use_space,
};

/// What is to become of whom; without a standing, another role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub person: PersonId,
    pub name: String,
    pub standing: Option<Standing>,
}

fn title(i18n: I18n, change: &Change) -> String {
    let name = change.name.clone();
    match change.standing {
        Some(Standing::Suspend) => tr!(i18n, "standing-suspend-title", { "name" => name }),
        Some(Standing::Reinstate) => tr!(i18n, "standing-reinstate-title", { "name" => name }),
        Some(Standing::End) => tr!(i18n, "standing-end-title", { "name" => name }),
        None => tr!(i18n, "standing-role-title", { "name" => name }),
    }
}

#[component]
pub fn StandingDialog(
    asked: RwSignal<Option<Change>>,
    people: Signal<PeopleView>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|change| title(i18n, change))
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open title testid="standing-dialog">
            {move || asked.get().map(|change| view! { <Body change people open /> })}
        </Dialog>
    }
}

#[component]
fn Body(change: Change, people: Signal<PeopleView>, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let Change {
        person, standing, ..
    } = change;
    let reason = RwSignal::new(String::new());
    let role = RwSignal::new(people.with_untracked(|people| {
        people
            .members
            .iter()
            .find(|member| member.person == person)
            .map(|member| member.role.clone())
            .unwrap_or_default()
    }));
    let leaving = matches!(standing, Some(Standing::Suspend | Standing::End));
    let left = Memo::new(move |_| {
        people.with(|people| {
            let member = people.members.iter().find(|member| member.person == person);
            member
                .map(|member| (member.holds.clone(), member.offers.clone()))
                .unwrap_or_default()
        })
    });
    let matters = Memo::new(move |_| {
        leaving && left.with(|(holds, offers)| !holds.is_empty() || !offers.is_empty())
    });
    // Whoever will not hand over cannot stay by that.
    let despite = RwSignal::new(false);
    let blocked = Memo::new(move |_| matters.get() && !despite.get());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if blocked.get_untracked() || !form.require(&[("reason", reason)]) {
            return;
        }
        let reason = reason.get_untracked().trim().to_owned();
        let command = match standing {
            Some(standing) => Command::ChangeStanding {
                space: case.space,
                person,
                standing,
                reason,
                despite_matters: despite.get_untracked(),
            },
            None => Command::ChangeRole {
                space: case.space,
                person,
                role: role.get_untracked(),
                reason,
            },
        };
        form.send(command, move |_| {
            toasts.say(match standing {
                Some(Standing::Suspend | Standing::End) => tr!(i18n, "standing-done-out"),
                Some(Standing::Reinstate) | None => tr!(i18n, "done-recorded"),
            });
            let _ = open.try_set(false);
        });
    };
    // As it will be afterwards.
    let readers = Signal::derive(move || {
        let change = match standing {
            Some(Standing::Suspend | Standing::End) => -1,
            Some(Standing::Reinstate) => 1,
            None => 0,
        };
        let party = people.with(|people| {
            let member = people.members.iter().find(|member| member.person == person);
            member.map(|member| (party_name(people, member.party), change))
        });
        readers_after(case.readers.get(), party)
    });
    let text = match standing {
        Some(Standing::Suspend) => move_tr!("standing-suspend-text"),
        Some(Standing::Reinstate) => move_tr!("standing-reinstate-text"),
        Some(Standing::End) => move_tr!("standing-end-text"),
        None => move_tr!("standing-role-text"),
    };
    let confirm = match standing {
        Some(Standing::Suspend) => move_tr!("people-suspend"),
        Some(Standing::Reinstate) => move_tr!("people-reinstate"),
        Some(Standing::End) => move_tr!("people-end"),
        None => move_tr!("people-change-role"),
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="standing-form">
            <FormFailure form />
            <p>{text}</p>
            <Show when=move || matters.get()>
                <LeftOpen left />
                <label class="check">
                    <input
                        type="checkbox" name="despite-matters" data-testid="despite-matters"
                        prop:checked=move || despite.get()
                        on:change=move |event| despite.set(event_target_checked(&event))
                    />
                    {move_tr!("standing-despite")}
                </label>
            </Show>
            {standing.is_none().then(|| view! {
                <SelectField label=move_tr!("people-role") name="role" value=role options=role_options() required=true />
            })}
            <TextField
                label=move_tr!("reason") name="reason" value=reason required=true multiline=true error=form.error("reason")
            />
            <ReadersNote readers />
            <div class="actions">
                <Submit form label=confirm danger=leaving testid="standing-submit" disabled=blocked />
            </div>
        </form>
    }
}

/// What the person still holds and has on offer: dealt with first.
#[component]
fn LeftOpen(left: Memo<(Vec<RecordId>, Vec<RecordId>)>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let exhibits = view(
        move || Command::Exhibits { space: case.space },
        case.changes,
        |reply| match reply {
            Reply::Exhibits(exhibits) => Some(exhibits),
            _ => None,
        },
    );
    let name = move |exhibit: RecordId| {
        exhibits.with(|exhibits| {
            let lines: &[ExhibitLine] = exhibits.ready().map(Vec::as_slice).unwrap_or_default();
            let line = lines.iter().find(|line| line.exhibit == exhibit);
            line.map_or_else(
                || exhibit.to_string(),
                |line| format!("{} · {}", line.number, line.description),
            )
        })
    };
    let holds = move || {
        left.with(|(holds, _)| holds.clone())
            .into_iter()
            .map(|exhibit| view! {
                <li>
                    <A href=case.path(&format!("evidence/{exhibit}"))><bdi>{move || name(exhibit)}</bdi></A>
                </li>
            })
            .collect_view()
    };
    let offers = move || left.with(|(_, offers)| offers.len() as u64);
    view! {
        <div class="panel panel-warn" role="status" data-testid="left-open">
            <Icon name="warning" />
            <div class="panel-body">
                <p>{move_tr!("standing-left-open")}</p>
                <ul>
                    {holds}
                    <Show when=move || { offers() > 0 }>
                        <li>
                            <A href=case.path("hand-overs")>{move || tr!(i18n, "standing-open-offers", { "n" => offers() })}</A>
                        </li>
                    </Show>
                </ul>
            </div>
        </div>
    }
}
