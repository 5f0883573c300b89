//! Nominations: administrators admit or decline, whoever nominated sees what they wait for.

use std::sync::Arc;

use hawser_views::{
    Command,
    case::{NominationView, PeopleView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{ReasonDialog, party_name, words};
use crate::{
    browser,
    components::{
        Badge, ConfirmDialog, Form, FormFailure, ReadersNote, When, fingerprint, readers_after,
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::reason::Asked,
    pages::space::use_space,
};

#[component]
pub fn Nominations(people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let asked = RwSignal::new(None::<Asked>);
    let confirming = RwSignal::new(false);
    let chosen = RwSignal::new(Vec::<String>::new());
    let administers = Memo::new(move |_| people.with(|people| people.administers));
    let of_stage = move |open: bool| {
        people.with(|people| {
            people
                .nominations
                .iter()
                .filter(|one| (one.stage == "open") == open)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let open = Memo::new(move |_| of_stage(true));
    let answered = Memo::new(move |_| of_stage(false));
    // Those chosen that are still open.
    let to_admit = Memo::new(move |_| {
        open.with(|open| {
            chosen.with(|chosen| {
                open.iter()
                    .filter(|one| chosen.contains(&one.request))
                    .cloned()
                    .collect::<Vec<_>>()
            })
        })
    });
    // As it will be once they are in: that is what is decided here.
    let readers = Signal::derive(move || {
        let name = |party| people.with(|people| party_name(people, party));
        let added = to_admit.with(|all| all.iter().map(|one| one.party).collect::<Vec<_>>());
        readers_after(
            case.readers.get(),
            added.into_iter().map(|party| (name(party), 1)),
        )
    });
    let admit = Callback::new(move |()| {
        let requests = to_admit.with_untracked(|all| {
            all.iter()
                .map(|one| one.request.clone())
                .collect::<Vec<_>>()
        });
        form.send(
            Command::Admit {
                space: case.space,
                requests,
            },
            move |_| {
                toasts.say(tr!(i18n, "people-admitted"));
                let _ = confirming.try_set(false);
                let _ = chosen.try_set(Vec::new());
            },
        );
    });
    let all = move |_| {
        let admissible = people.with_untracked(|people| {
            let compared = |one: &NominationView| {
                people
                    .parties
                    .iter()
                    .any(|p| p.party == one.party && (p.verified || p.own))
            };
            people
                .nominations
                .iter()
                .filter(|one| one.stage == "open" && compared(one))
                .map(|one| one.request.clone())
                .collect::<Vec<_>>()
        });
        chosen.set(admissible);
    };
    let context = Context {
        people,
        chosen,
        asked,
        form,
    };
    let count = move || to_admit.with(|all| all.len() as u64);
    view! {
        <Show when=move || !open.with(Vec::is_empty)>
            <section class="panel-plain" aria-labelledby="nominations-title" data-testid="nominations">
                <h2 id="nominations-title">{move_tr!("people-nominations")}</h2>
                <FormFailure form />
                <ul class="nominations">
                    <For each=move || open.get() key=fingerprint let:nomination>
                        <Nomination nomination context />
                    </For>
                </ul>
                <Show when=move || administers.get() && !case.shut.get()>
                    <div class="actions">
                        <button
                            type="button" class="button button-primary" data-testid="admit-chosen"
                            disabled=move || count() == 0 on:click=move |_| confirming.set(true)
                        >
                            {move || tr!(i18n, "people-admit", { "n" => count() })}
                        </button>
                        <button type="button" class="button" data-testid="choose-all" on:click=all>
                            {move_tr!("people-choose-all")}
                        </button>
                    </div>
                </Show>
            </section>
        </Show>
        <Show when=move || !answered.with(Vec::is_empty)>
            <details class="fold" data-testid="answered-nominations">
                <summary>{move_tr!("people-nominations-answered")}</summary>
                <ul class="nominations">
                    <For each=move || answered.get() key=fingerprint let:nomination>
                        <Nomination nomination context />
                    </For>
                </ul>
            </details>
        </Show>
        <ConfirmDialog
            open=confirming title=move_tr!("people-admit-title")
            confirm=Signal::derive(move || tr!(i18n, "people-admit", { "n" => count() }))
            on_confirm=admit busy=form.busy() testid="admit-dialog"
        >
            <FormFailure form />
            <ul>
                {move || to_admit.get().into_iter().map(|one| view! {
                    <li><bdi>{one.name.clone()}</bdi>": "{grant_text(i18n, &one)}</li>
                }).collect_view()}
            </ul>
            <p>{move_tr!("people-admit-text")}</p>
            <ReadersNote readers />
        </ConfirmDialog>
        <ReasonDialog asked />
    }
}

/// What admission gives.
fn grant_text(i18n: I18n, nomination: &NominationView) -> String {
    let role = words::role(i18n, &nomination.role);
    if nomination.history {
        tr!(i18n, "people-grant-history", { "role" => role })
    } else {
        tr!(i18n, "people-grant-from-now", { "role" => role })
    }
}

#[derive(Clone, Copy)]
struct Context {
    people: Signal<PeopleView>,
    chosen: RwSignal<Vec<String>>,
    asked: RwSignal<Option<Asked>>,
    form: Form,
}

#[component]
fn Nomination(nomination: NominationView, context: Context) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let Context {
        people,
        chosen,
        asked,
        form,
    } = context;
    let told = nomination.clone();
    let NominationView {
        request,
        name,
        function,
        party,
        stage,
        reason,
        own,
        created_ms,
        ..
    } = nomination;
    let open = stage == "open";
    let administers =
        Memo::new(move |_| people.with(|people| people.administers) && !case.shut.get());
    let of_party = Memo::new(move |_| {
        people.with(|people| {
            let party = people.parties.iter().find(|known| known.party == party);
            party
                .map(|party| (party.name.clone(), party.verified || party.own))
                .unwrap_or_default()
        })
    });
    let compared = move || of_party.with(|(_, compared)| *compared);
    let chosen_here = {
        let request = request.clone();
        move || chosen.with(|chosen| chosen.contains(&request))
    };
    let toggle = {
        let request = request.clone();
        move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
            let on = event.target().checked();
            chosen.update(|chosen| {
                chosen.retain(|other| *other != request);
                if on {
                    chosen.push(request.clone());
                }
            });
        }
    };
    let decline = {
        let (request, name) = (request.clone(), name.clone());
        move |_| {
            let request = request.clone();
            asked.set(Some(Asked {
                title: tr!(i18n, "people-decline-title", { "name" => name.clone() }),
                text: vec![tr!(i18n, "people-decline-text")],
                confirm: tr!(i18n, "people-decline"),
                danger: true,
                // A letter to the one person who nominated.
                readers: Some(vec![(of_party.with_untracked(|(name, _)| name.clone()), 1)]),
                command: Arc::new(move |reason| Command::Decline {
                    space: case.space,
                    request: request.clone(),
                    reason,
                }),
            }));
        }
    };
    let withdraw = move |_| {
        let command = Command::WithdrawNomination {
            space: case.space,
            request: request.clone(),
        };
        form.send(command, move |_| {
            toasts.say(tr!(i18n, "people-nomination-withdrawn"));
        });
    };
    let box_id = crate::components::form_id("nomination");
    let box_label = box_id.clone();
    let waits = move || match (administers.get(), own) {
        (true, _) => tr!(i18n, "people-waits-for-you"),
        (false, true) => tr!(i18n, "people-waits-for-administrator"),
        (false, false) => tr!(i18n, "people-waits-for-administrators"),
    };
    let outcome = if open {
        view! { <p class="quiet">{waits}</p> }.into_any()
    } else {
        view! { <Badge kind=stage.clone() /> }.into_any()
    };
    view! {
        <li class="nomination" data-testid="nomination" data-stage=stage>
            <Show when=move || open && administers.get()>
                <input
                    type="checkbox" id=box_id.clone() data-testid="nomination-choose" disabled=move || !compared()
                    prop:checked=chosen_here.clone() on:change:target=toggle.clone()
                />
            </Show>
            <div>
                <label for=box_label>
                    <strong><bdi>{name}</bdi></strong>" "<span class="quiet"><bdi>{function}</bdi></span>
                </label>
                <p class="quiet">
                    <bdi>{move || of_party.with(|(name, _)| name.clone())}</bdi>" · "
                    {move || grant_text(i18n, &told)}" · "
                    <When moment=browser::local_moment(created_ms) quiet=true />
                </p>
                {outcome}
                {(!reason.is_empty()).then(|| view! {
                    <p>{move_tr!("people-declined-because")}" "<bdi>{reason}</bdi></p>
                })}
                <Show when=move || open && !compared()>
                    <p class="warning">
                        {move_tr!("people-compare-first")}" "
                        <A href="/organisation">{move_tr!("people-compare-link")}</A>
                    </p>
                </Show>
            </div>
            <div class="actions">
                {open.then(|| view! {
                    <Show when=move || administers.get()>
                        <button type="button" class="button button-quiet" data-testid="decline" on:click=decline.clone()>
                            {move_tr!("people-decline")}
                        </button>
                    </Show>
                })}
                {(open && own).then(|| view! {
                    <button
                        type="button" class="button button-quiet" data-testid="withdraw-nomination" on:click=withdraw
                        disabled=move || form.busy().get()
                    >
                        {move_tr!("people-withdraw-nomination")}
                    </button>
                })}
            </div>
        </li>
    }
}
