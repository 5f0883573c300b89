use hawser_views::{
    Command,
    organisation::{ContactView, OrganisationView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use super::invitations::LinkBox;
use crate::{
    browser,
    components::{
        Badge, CopyButton, Dialog, EmptyState, Form, FormFailure, Icon, QrCode, Submit, TextField,
        When, qr_rows, use_toasts,
    },
    i18n::use_i18n,
};

/// Other organisations: introducing oneself, taking in their card, comparing the safety number.
#[component]
pub fn Contacts(organisation: Signal<OrganisationView>, again: RwSignal<u64>) -> impl IntoView {
    let adding = RwSignal::new(false);
    let comparing = RwSignal::new(false);
    let chosen = RwSignal::new(None::<ContactView>);
    let contacts = Memo::new(move |_| organisation.with(|all| all.contacts.clone()));
    let administers = Memo::new(move |_| organisation.with(|all| all.administers));
    let card = Memo::new(move |_| organisation.with(|all| all.card.clone()));
    let compare = Callback::new(move |contact: ContactView| {
        chosen.set(Some(contact));
        comparing.set(true);
    });
    view! {
        <section class="section" aria-labelledby="contacts-title">
            <div class="section-head">
                <h2 id="contacts-title">{move_tr!("contacts-title")}</h2>
                <button type="button" class="button button-primary" data-testid="add-contact" on:click=move |_| adding.set(true)>
                    <Icon name="add" />
                    {move_tr!("add-contact")}
                </button>
            </div>
            <p class="muted">{move_tr!("contacts-text")}</p>
            <Show
                when=move || contacts.with(|all| !all.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("contacts-empty") testid="contacts-empty" /> }
            >
                <div class="table-frame" tabindex="0" role="group" aria-label=move_tr!("contacts-title")>
                    <table class="table" data-testid="contacts">
                        <caption class="visually-hidden">{move_tr!("contacts-title")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{move_tr!("contact-name")}</th>
                                <th scope="col">{move_tr!("contact-country")}</th>
                                <th scope="col">{move_tr!("contact-number")}</th>
                                <th scope="col"><span class="visually-hidden">{move_tr!("actions")}</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || contacts.get().into_iter().map(|contact| view! {
                                <ContactRow contact administers=administers.get() compare />
                            }).collect_view()}
                        </tbody>
                    </table>
                </div>
            </Show>
            {move || (!card.get().is_empty()).then(|| view! { <OwnCard card=card.get() /> })}
            <AddContact open=adding again />
            <Compare open=comparing contact=chosen again />
        </section>
    }
}

#[component]
fn ContactRow(
    contact: ContactView,
    administers: bool,
    compare: Callback<ContactView>,
) -> impl IntoView {
    let kind = if contact.verified {
        "verified"
    } else {
        "unverified"
    };
    let ask = contact.clone();
    view! {
        <tr data-testid="contact">
            <th scope="row">{contact.name}</th>
            <td class="mono">{contact.country}</td>
            <td>
                <Badge kind=kind />
                {contact.verified_ms.map(|at| view! {
                    <p class="cell-more"><When moment=browser::local_moment(at) /></p>
                })}
            </td>
            <td class="cell-actions">
                <button
                    type="button" class="button button-small" data-testid="compare"
                    class:button-primary=administers && !contact.verified
                    on:click=move |_| compare.run(ask.clone())
                >
                    {if contact.verified { move_tr!("compare-look") } else { move_tr!("compare") }}
                </button>
            </td>
        </tr>
    }
}

/// What is given to the other organisation, so that both know each other.
#[component]
fn OwnCard(card: String) -> impl IntoView {
    let rows = qr_rows(&card);
    view! {
        <details class="card own-card" data-testid="own-card">
            <summary>{move_tr!("own-card-title")}</summary>
            <div class="own-card-body">
                <div>
                    <p>{move_tr!("own-card-text")}</p>
                    <LinkBox link=card.clone() testid="own-card-link" label=move_tr!("own-card-link") />
                    <div class="actions"><CopyButton text=card testid="copy-card" /></div>
                </div>
                <QrCode rows label=move_tr!("own-card-qr") />
            </div>
        </details>
    }
}

#[component]
fn AddContact(open: RwSignal<bool>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let card = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("card", card)]) {
            return;
        }
        form.send(
            Command::AddContact {
                card: card.get_untracked().trim().to_owned(),
            },
            move |_| {
                card.set(String::new());
                open.set(false);
                again.update(|count| *count += 1);
                toasts.say(tr!(i18n, "contact-added"));
            },
        );
    };
    view! {
        <Dialog open title=move_tr!("add-contact-title") testid="add-contact-dialog">
            <form novalidate=true on:submit=submit>
                <FormFailure form />
                <p>{move_tr!("add-contact-text")}</p>
                <TextField
                    name="card" label=move_tr!("add-contact-card") value=card required=true multiline=true mono=true
                    error=form.error("card")
                />
                <div class="actions">
                    <Submit form label=move_tr!("add-contact-submit") testid="add-contact-submit" />
                </div>
            </form>
        </Dialog>
    }
}

/// Twelve groups of five, read out over a line that both sides already trust.
#[component]
fn Compare(
    open: RwSignal<bool>,
    contact: RwSignal<Option<ContactView>>,
    again: RwSignal<u64>,
) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("compare-title") wide=true testid="compare-dialog">
            {move || contact.get().map(|contact| view! { <CompareBody contact open again /> })}
        </Dialog>
    }
}

#[component]
fn CompareBody(contact: ContactView, open: RwSignal<bool>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let differs = RwSignal::new(false);
    let heard = RwSignal::new(String::new());
    let digits = contact
        .safety_number
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>();
    let groups = digits
        .chars()
        .collect::<Vec<_>>()
        .chunks(5)
        .map(|five| five.iter().collect::<String>())
        .collect::<Vec<_>>();
    let name = contact.name.clone();
    let party = contact.party;
    let confirm = move |_| {
        // What the other side read out counts, where it was typed; else the digits on the screen.
        let typed = heard.with_untracked(|heard| {
            heard
                .chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        });
        let digits = if typed.is_empty() {
            digits.clone()
        } else {
            typed
        };
        form.send(Command::ConfirmSafetyNumber { party, digits }, move |_| {
            open.set(false);
            again.update(|count| *count += 1);
            toasts.say(tr!(i18n, "compare-done"));
        });
    };
    let verified = contact.verified;
    view! {
        <p>{move || tr!(i18n, "compare-text", { "name" => name.clone() })}</p>
        <div class="safety">
            <ol class="safety-groups mono" data-testid="safety-number">
                {groups.into_iter().map(|group| view! { <li>{group}</li> }).collect_view()}
            </ol>
            <QrCode rows=contact.qr label=move_tr!("compare-qr") />
        </div>
        <FormFailure form />
        <Show when=move || differs.get()>
            <div class="panel panel-bad" role="alert" data-testid="safety-differs">
                <Icon name="warning" />
                <div class="panel-body"><p>{move_tr!("compare-differs-text")}</p></div>
            </div>
        </Show>
        {(!verified).then(|| view! {
            <details class="technical">
                <summary>{move_tr!("compare-type")}</summary>
                <TextField
                    name="digits" label=move_tr!("compare-digits") help=move_tr!("compare-digits-help") value=heard
                    mono=true max=120 error=form.error("digits")
                />
            </details>
            <p class="muted">{move_tr!("compare-effect")}</p>
            <div class="actions">
                <button
                    type="button" class="button button-primary" data-testid="safety-same"
                    aria-busy=move || form.busy().get().to_string() on:click=confirm
                >
                    {move_tr!("compare-same")}
                </button>
                <button
                    type="button" class="button" data-testid="safety-different" on:click=move |_| differs.set(true)
                >
                    {move_tr!("compare-different")}
                </button>
            </div>
        })}
    }
}
