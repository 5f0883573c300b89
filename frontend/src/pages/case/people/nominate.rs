//! An organisation nominates its people, several at once.

use hawser_casework::{PersonId, Work};
use hawser_views::{Command, case::PeopleView, command::NominationDraft};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::{own_party, role_options};
use crate::{
    components::{
        Checkbox, Dialog, FieldError, Form, FormFailure, SelectField, Submit, form_id, use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
    pages::space::{use_space, usual_role},
};

/// One person who can be nominated.
#[derive(Clone, Copy)]
struct Candidate {
    person: PersonId,
    chosen: RwSignal<bool>,
    role: RwSignal<String>,
    history: RwSignal<bool>,
}

#[component]
pub fn NominateDialog(open: RwSignal<bool>, people: Signal<PeopleView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("people-nominate-title") wide=true testid="nominate-dialog">
            <Body open people />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, people: Signal<PeopleView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_space();
    let toasts = use_toasts();
    let form = Form::new();
    let limited = people.with_untracked(|people| own_party(people).is_some_and(|own| own.limited));
    let usual = match case.work {
        // Of limited access in a mission is the host authority alone.
        Work::Mission if limited => "host",
        work => usual_role(work),
    };
    // As they were when the dialog opened, so that nothing chosen is lost by news.
    let candidates = people.with_untracked(|people| {
        people
            .nominable
            .iter()
            .map(|(person, name)| {
                let candidate = Candidate {
                    person: *person,
                    chosen: RwSignal::new(false),
                    role: RwSignal::new(usual.to_owned()),
                    history: RwSignal::new(true),
                };
                (candidate, name.clone())
            })
            .collect::<Vec<_>>()
    });
    let all = candidates
        .iter()
        .map(|(candidate, _)| *candidate)
        .collect::<Vec<_>>();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let nominations = all
            .iter()
            .filter(|candidate| candidate.chosen.get_untracked())
            .map(|candidate| NominationDraft {
                person: candidate.person,
                role: candidate.role.get_untracked(),
                history: candidate.history.get_untracked(),
            })
            .collect::<Vec<_>>();
        if nominations.is_empty() {
            form.fail(checked::failure(vec![checked::missing("nominations")]));
            return;
        }
        form.send(
            Command::Nominate {
                space: case.space,
                nominations,
            },
            move |_| {
                toasts.say(tr!(i18n, "people-nominated"));
                let _ = open.try_set(false);
            },
        );
    };
    let rows = candidates
        .into_iter()
        .map(|(candidate, name)| {
            let id = form_id("candidate");
            let (role, history) = (format!("{id}-role"), format!("{id}-history"));
            let label = Signal::derive(move || name.clone());
            view! {
                <li class="candidate" data-testid="candidate">
                    <Checkbox label name=id value=candidate.chosen testid="candidate-choose" />
                    <Show when=move || candidate.chosen.get()>
                        <div class="field-row">
                            <SelectField
                                label=move_tr!("people-role") name=role.clone() value=candidate.role
                                options=role_options() required=true testid="candidate-role"
                            />
                            <Checkbox
                                label=move_tr!("people-history") name=history.clone() value=candidate.history
                                help=move_tr!("people-history-help") testid="candidate-history"
                            />
                        </div>
                    </Show>
                </li>
            }
        })
        .collect_view();
    view! {
        <form class="form" novalidate on:submit=submit data-testid="nominate-form">
            <FormFailure form />
            <ul class="candidates">{rows}</ul>
            <FieldError id="nominations-error" error=form.error("nominations") />
            <p class="quiet">{move_tr!("people-nominate-text")}</p>
            <div class="actions">
                <Submit form label=move_tr!("people-nominate-submit") testid="nominate-submit" />
            </div>
        </form>
    }
}
