//! Offering one or several exhibits to a member or a desk.

use hawser_casework::{
    RecordId,
    record::{Custodian, OfferBody},
};
use hawser_views::{
    Command,
    evidence::{HandoversView, OfferDraft},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::handovers_view;
use crate::{
    components::{
        Dialog, FieldError, Form, FormFailure, ReadersNote, SelectField, Shown, Submit, TextField,
        happened_field::{HappenedField, HappenedInput, observed_now},
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::{checked, use_case},
};

#[component]
pub fn OfferDialog(
    open: RwSignal<bool>,
    /// Chosen from the start.
    chosen: Vec<RecordId>,
) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("handover-offer-title") wide=true testid="offer-dialog">
            <Asked open chosen=chosen.clone() />
        </Dialog>
    }
}

#[component]
fn Asked(open: RwSignal<bool>, chosen: Vec<RecordId>) -> impl IntoView {
    let handovers = handovers_view(use_case());
    view! {
        <Shown of=handovers let:view>
            <Body view open chosen=chosen.clone() />
        </Shown>
    }
}

fn key(custodian: &Custodian) -> String {
    match custodian {
        Custodian::Member { person } => format!("member-{person}"),
        Custodian::Desk { desk } => format!("desk-{desk}"),
    }
}

#[component]
fn Body(view: Signal<HandoversView>, open: RwSignal<bool>, chosen: Vec<RecordId>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let toasts = use_toasts();
    let form = Form::new();
    let chosen = RwSignal::new(chosen);
    let text = || RwSignal::new(String::new());
    let (to, place, purpose, seal_out, condition) = (text(), text(), text(), text(), text());
    let happened = HappenedInput::now();
    let custodians = Signal::derive(move || {
        view.with(|view| {
            view.custodians
                .iter()
                .map(|(custodian, name)| match custodian {
                    Custodian::Member { .. } => (key(custodian), name.clone()),
                    Custodian::Desk { .. } => (
                        key(custodian),
                        tr!(i18n, "handover-to-desk", { "name" => name.clone() }),
                    ),
                })
                .collect::<Vec<_>>()
        })
    });
    let trimmed = |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let receiver = view.with_untracked(|view| {
            view.custodians
                .iter()
                .map(|(custodian, _)| *custodian)
                .find(|custodian| key(custodian) == trimmed(to))
        });
        // All that is wrong is said at once.
        let mut wrong = Vec::new();
        if receiver.is_none() {
            wrong.push(checked::missing("to"));
        }
        let when = happened.value().unwrap_or_else(|failure| {
            wrong.push(failure);
            observed_now()
        });
        let nobody = Custodian::Desk {
            desk: RecordId::new([0; 16]),
        };
        let body = OfferBody {
            exhibits: chosen.get_untracked(),
            to: receiver.unwrap_or(nobody),
            happened: when,
            place: trimmed(place),
            purpose: trimmed(purpose),
            seal_out: trimmed(seal_out),
            condition: trimmed(condition),
        };
        wrong.extend(checked::named(body.validate()));
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let OfferBody {
            exhibits,
            to,
            happened,
            place,
            purpose,
            seal_out,
            condition,
        } = body;
        let offer = OfferDraft {
            exhibits,
            to,
            happened,
            place,
            purpose,
            seal_out,
            condition,
        };
        form.send(
            Command::Offer {
                space: case.space,
                offer,
            },
            move |_| {
                toasts.say(tr!(i18n, "handover-offered"));
                let _ = open.try_set(false);
            },
        );
    };
    let none_chosen = form.error("exhibits");
    let mine = move || {
        view.with(|view| view.mine.clone())
            .into_iter()
            .map(|line| {
                let exhibit = line.exhibit;
                let toggle = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
                    let on = event.target().checked();
                    chosen.update(|chosen| {
                        chosen.retain(|other| *other != exhibit);
                        if on {
                            chosen.push(exhibit);
                        }
                    });
                };
                view! {
                    <label class="check">
                        <input
                            type="checkbox" data-testid="offer-exhibit"
                            aria-invalid=move || none_chosen.get().is_some().to_string() aria-describedby="exhibits-error"
                            prop:checked=move || chosen.with(|chosen| chosen.contains(&exhibit))
                            on:change:target=toggle
                        />
                        <span><span class="mono">{line.number}</span>" "<bdi>{line.description}</bdi></span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="offer-form">
            <FormFailure form />
            <fieldset class="field" aria-describedby="exhibits-error">
                <legend>{move_tr!("handover-exhibits")}</legend>
                <div class="checks">{mine}</div>
                <FieldError id="exhibits-error" error=none_chosen />
            </fieldset>
            <SelectField
                label=move_tr!("handover-to") name="to" value=to options=custodians required=true
                placeholder=move_tr!("choose") error=form.error("to")
            />
            <TextField
                label=move_tr!("chain-purpose") name="purpose" value=purpose required=true multiline=true
                help=move_tr!("handover-purpose-help") error=form.error("purpose")
            />
            <HappenedField label=move_tr!("handover-at") input=happened form />
            <TextField label=move_tr!("chain-place") name="place" value=place error=form.error("place") />
            <div class="field-row">
                <TextField
                    label=move_tr!("handover-seal-out") name="seal_out" value=seal_out mono=true error=form.error("seal_out")
                />
                <TextField label=move_tr!("handover-condition") name="condition" value=condition error=form.error("condition") />
            </div>
            <ReadersNote readers=case.readers />
            <p>{move_tr!("handover-undone")}</p>
            <div class="actions">
                <Submit form label=move_tr!("handover-offer-submit") testid="offer-submit" disabled=case.shut />
            </div>
        </form>
    }
}
