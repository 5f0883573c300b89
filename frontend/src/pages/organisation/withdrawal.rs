//! Taking a person out of everything they are in, and out of the organisation: one after the other, so that each is
//! seen to be done, and what fails can be tried again.

use std::collections::BTreeMap;

use hawser_casework::{SpaceId, Work};
use hawser_views::{
    Command, Failure, Reply,
    organisation::{PersonView, WithdrawalLine},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    agent_link::{use_agent, view},
    components::{Badge, Dialog, Icon, Shown, failure_text},
    i18n::use_i18n,
    pages::case::opened_by,
};

#[component]
pub fn WithdrawalDialog(
    asked: RwSignal<Option<PersonView>>,
    again: RwSignal<u64>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        let name = asked.with(|asked| asked.as_ref().map(|one| one.name.clone()));
        tr!(i18n, "withdrawal-title", { "name" => name.unwrap_or_default() })
    });
    view! {
        <Dialog open title wide=true testid="withdrawal-dialog">
            {move || asked.get().map(|person| view! { <Body person open again /> })}
        </Dialog>
    }
}

/// How far one step is.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    Running,
    Done,
    Failed(Failure),
}

#[component]
fn Body(person: PersonView, open: RwSignal<bool>, again: RwSignal<u64>) -> impl IntoView {
    let who = person.person;
    let plan = view(
        move || Command::WithdrawalPlan { person: who },
        Signal::derive(|| 0),
        |reply| match reply {
            Reply::WithdrawalPlan(lines) => Some(lines),
            _ => None,
        },
    );
    view! {
        <Shown of=plan let:lines>
            <Steps person=person.clone() lines open again />
        </Shown>
    }
}

#[component]
fn Steps(
    person: PersonView,
    lines: Signal<Vec<WithdrawalLine>>,
    open: RwSignal<bool>,
    again: RwSignal<u64>,
) -> impl IntoView {
    let i18n = use_i18n();
    let link = use_agent();
    let (who, active) = (person.person, person.active);
    let steps = RwSignal::new(BTreeMap::<SpaceId, Step>::new());
    let last = RwSignal::new(if active { None } else { Some(Step::Done) });
    let busy = RwSignal::new(false);
    let left = move || {
        let spaces = lines.with(|lines| lines.iter().map(|line| line.space).collect::<Vec<_>>());
        steps.with(|steps| {
            spaces
                .into_iter()
                .filter(|space| steps.get(space) != Some(&Step::Done))
                .collect::<Vec<_>>()
        })
    };
    let is_over = Memo::new(move |_| left().is_empty() && last.get() == Some(Step::Done));
    let has_failed = Memo::new(move |_| {
        let failed = |step: &Step| matches!(step, Step::Failed(_));
        steps.with(|steps| steps.values().any(failed))
            || last.with(|last| last.as_ref().is_some_and(failed))
    });
    let outcome = |answer: Result<Reply, Failure>| match answer {
        Ok(_) => Step::Done,
        Err(failure) => Step::Failed(failure),
    };
    let go = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            // Closing the dialog stops before the next one.
            let is_wanted = || open.try_get_untracked() == Some(true);
            for space in untrack(left) {
                if !is_wanted() {
                    break;
                }
                steps.update(|steps| {
                    steps.insert(space, Step::Running);
                });
                let withdraw = Command::Withdraw { space, person: who };
                let step = outcome(link.ask(withdraw).await);
                let _ = steps.try_update(|steps| steps.insert(space, step));
            }
            if is_wanted() && last.get_untracked() != Some(Step::Done) {
                last.set(Some(Step::Running));
                let step = outcome(link.ask(Command::RevokePerson { person: who }).await);
                let _ = last.try_set(Some(step));
            }
            let _ = busy.try_set(false);
            again.update(|count| *count += 1);
        });
    };
    let name = person.name.clone();
    let rows = move || {
        lines
            .get()
            .into_iter()
            .map(|line| {
                let space = line.space;
                let step = Signal::derive(move || steps.with(|steps| steps.get(&space).cloned()));
                view! { <Row what=Signal::derive(move || line_name(i18n, &line)) step /> }
            })
            .collect_view()
    };
    let root = person.name.clone();
    let is_founder = person.founder;
    view! {
        <p>{move || if active {
            tr!(i18n, "withdrawal-text", { "name" => name.clone() })
        } else if lines.with(Vec::is_empty) {
            tr!(i18n, "withdrawal-nothing-left", { "name" => name.clone() })
        } else {
            tr!(i18n, "withdrawal-text-again", { "name" => name.clone() })
        }}</p>
        <p class="muted">{move_tr!("withdrawal-effect")}</p>
        <Show when=move || is_founder>
            <div class="panel panel-warn" role="status" data-testid="withdrawal-founder">
                <Icon name="warning" />
                <div class="panel-body"><p>{
                    let root = root.clone();
                    move || tr!(i18n, "withdrawal-founder", { "name" => root.clone() })
                }</p></div>
            </div>
        </Show>
        <ul class="steps" data-testid="withdrawal-steps" aria-busy=move || busy.get().to_string()>
            {rows}
            <Row what=move_tr!("withdrawal-organisation") step=last />
        </ul>
        <p role="status" data-testid="withdrawal-state">
            {move || if is_over.get() {
                tr!(i18n, "withdrawal-over")
            } else if busy.get() {
                tr!(i18n, "withdrawal-busy")
            } else if has_failed.get() {
                tr!(i18n, "withdrawal-left")
            } else {
                String::new()
            }}
        </p>
        <div class="actions">
            <button
                type="button" class="button" class:button-danger=move || !is_over.get()
                class:button-primary=move || is_over.get() data-testid="withdrawal-go"
                on:click=move |_| if is_over.get_untracked() { open.set(false) } else { go() }
                aria-busy=move || busy.get().to_string()
            >
                <span class="spinner" aria-hidden="true"></span>
                {move || if is_over.get() {
                    tr!(i18n, "done")
                } else if has_failed.get() && !busy.get() {
                    tr!(i18n, "withdrawal-rest")
                } else {
                    tr!(i18n, "withdrawal-go", { "n" => lines.with(Vec::len) })
                }}
            </button>
        </div>
    }
}

/// A space by kind and title, as far as the reader was told.
fn line_name(i18n: I18n, line: &WithdrawalLine) -> String {
    let title = line.title.clone();
    match (line.work, title.is_empty()) {
        (Work::Case, false) => tr!(i18n, "withdrawal-case", { "title" => title }),
        (Work::Mission, false) => tr!(i18n, "withdrawal-mission", { "title" => title }),
        (Work::Programme, false) => tr!(i18n, "withdrawal-programme", { "title" => title }),
        (Work::Case, true) => tr!(i18n, "withdrawal-case-unnamed"),
        (Work::Mission, true) => tr!(i18n, "withdrawal-mission-unnamed"),
        (Work::Programme, true) => tr!(i18n, "withdrawal-programme-unnamed"),
    }
}

#[component]
fn Row(
    #[prop(into)] what: Signal<String>,
    #[prop(into)] step: Signal<Option<Step>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let kind = move || match step.get() {
        None => "waiting",
        Some(Step::Running) => "running",
        Some(Step::Done) => "done",
        Some(Step::Failed(_)) => "failed",
    };
    let failure = move || match step.get() {
        Some(Step::Failed(failure)) => Some(failure_text(i18n, &failure)),
        _ => None,
    };
    view! {
        <li data-testid="withdrawal-step" data-step=kind>
            <bdi>{what}</bdi>
            <Badge kind=Signal::derive(move || kind().to_owned()) />
            {move || failure().map(|text| view! { <p class="cell-more cell-bad">{text}</p> })}
        </li>
    }
}
