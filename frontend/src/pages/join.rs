//! Following an invitation: what it is, and signing up.

use hawser_views::{
    Command, Reply,
    account::{InvitationPreview, OrganisationDraft, Registration},
    failure::{Failure, FieldFailure},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use leptos_router::{components::A, hooks::use_location};

use crate::{
    agent_link::{Loading, Standing, use_agent, view},
    browser,
    components::{
        EmptyState, Form, FormFailure, Icon, PageHead, Shown, Submit, TextField, moment_text,
    },
    i18n::{found_by_code, sentence, use_i18n},
    pages::{
        passphrase::{Choice, PassphraseChooser},
        sign_in::{forget_name, remember_name},
    },
};

#[component]
pub fn Join() -> impl IntoView {
    let link = use_agent();
    let hash = use_location().hash;
    let fragment = Memo::new(move |_| hash.with(|hash| hash.trim_start_matches('#').to_owned()));
    let at_work =
        move || link.standing().get() == Standing::Unlocked && !link.kit().with(Option::is_some);
    let never = Signal::derive(|| 0);
    view! {
        <div class="page page-door page-door-wide">
            <PageHead title=move_tr!("join-title") />
            {move || if fragment.with(String::is_empty) {
                view! { <EmptyState text=move_tr!("join-no-link") testid="join-no-link" /> }.into_any()
            } else if at_work() {
                view! { <SignedInAlready /> }.into_any()
            } else {
                let fragment = StoredValue::new(fragment.get());
                let state: ReadSignal<Loading<InvitationPreview>> = view(
                    move || Command::InspectInvitation { fragment: fragment.get_value() },
                    never,
                    |reply| match reply {
                        Reply::Invitation(preview) => Some(preview),
                        _ => None,
                    },
                );
                view! {
                    <Shown of=state let:preview>
                        <Invitation preview=preview.get_untracked() fragment=fragment.get_value() />
                    </Shown>
                }
                .into_any()
            }}
        </div>
    }
}

#[component]
fn SignedInAlready() -> impl IntoView {
    let link = use_agent();
    let leave = move |_| {
        forget_name();
        spawn_local(async move {
            if link.ask(Command::SignOut).await.is_err() {
                link.lock();
            }
        });
    };
    view! {
        <EmptyState text=move_tr!("join-signed-in") testid="join-signed-in">
            <button type="button" class="button button-primary" on:click=leave>{move_tr!("sign-out")}</button>
            <A href="/today" attr:class="button">{move_tr!("join-stay")}</A>
        </EmptyState>
    }
}

#[component]
fn Invitation(preview: InvitationPreview, fragment: String) -> impl IntoView {
    let i18n = use_i18n();
    if preview.stage != "open" {
        let stage = preview.stage;
        let text = Signal::derive(move || {
            sentence(i18n, &format!("join-stage-{stage}"), [])
                .unwrap_or_else(|| tr!(i18n, "error-invitation-gone"))
        });
        return view! { <EmptyState text testid="join-closed" /> }.into_any();
    }
    let until = browser::local_moment(preview.expires_ms);
    let organisation = preview.organisation.unwrap_or_default();
    let new = preview.new_organisation;
    let what = move || {
        if new {
            tr!(i18n, "join-new-organisation")
        } else {
            tr!(i18n, "join-colleague", { "organisation" => grouped(&organisation) })
        }
    };
    view! {
        <div class="panel panel-info" data-testid="invitation">
            <Icon name="organisation" />
            <div class="panel-body">
                <p>{what}</p>
                <p class="muted">{move || tr!(i18n, "join-until", { "when" => moment_text(i18n, &until) })}</p>
            </div>
        </div>
        <RegistrationForm fragment new />
        <WhatTheServerSees />
    }
    .into_any()
}

/// Sixteen digits in fours, as they are read out.
fn grouped(digits: &str) -> String {
    digits
        .chars()
        .collect::<Vec<_>>()
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

#[component]
fn RegistrationForm(fragment: String, new: bool) -> impl IntoView {
    let form = Form::new();
    let empty = || RwSignal::new(String::new());
    let (sign_in_name, name, function) = (empty(), empty(), empty());
    let (organisation, country) = (empty(), empty());
    let choice = Choice::new();
    let related = Signal::derive(move || {
        [sign_in_name, name, organisation]
            .iter()
            .map(|field| field.get())
            .filter(|text| !text.is_empty())
            .collect()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut due = vec![
            ("sign-in-name", sign_in_name),
            ("name", name),
            ("function", function),
        ];
        if new {
            due.extend([("organisation-name", organisation), ("country", country)]);
        }
        if !form.require(&due) {
            return;
        }
        let code = country.get_untracked().trim().to_uppercase();
        if new && !(code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase())) {
            let mut failure = Failure::new("form");
            failure.fields.push(FieldFailure {
                field: "country".to_owned(),
                code: "country".to_owned(),
                value: String::new(),
            });
            form.fail(failure);
            return;
        }
        if !choice.ready() {
            return;
        }
        let text = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let registration = Registration {
            fragment: fragment.clone(),
            sign_in_name: text(sign_in_name),
            passphrase: choice.value.get_untracked(),
            name: text(name),
            function: text(function),
            organisation: new.then(|| OrganisationDraft {
                name: text(organisation),
                country: code,
            }),
        };
        // The answer is the recovery kit; the shell leads to its page.
        form.send(Command::Register(registration), move |_| {
            remember_name(&text(sign_in_name));
        });
    };
    view! {
        <form class="card" novalidate=true on:submit=submit data-testid="registration">
            <FormFailure form />
            {new.then(|| view! {
                <section class="form-section">
                    <h2>{move_tr!("join-section-organisation")}</h2>
                    <div class="join-organisation">
                    <TextField
                        name="organisation-name" testid="organisation-name" label=move_tr!("join-organisation-name")
                        help=move_tr!("join-organisation-name-help")
                        value=organisation required=true max=200 autocomplete="organization"
                        error=form.error("organisation-name")
                    />
                    <TextField
                        name="country" label=move_tr!("join-country") help=move_tr!("join-country-help") value=country
                        required=true max=2 mono=true error=form.error("country")
                    />
                    </div>
                </section>
            })}
            <section class="form-section">
                <h2>{move_tr!("join-section-you")}</h2>
                <TextField
                    name="name" testid="own-name" label=move_tr!("join-own-name") help=move_tr!("join-own-name-help")
                    value=name required=true max=200 autocomplete="name" error=form.error("name")
                />
                <TextField
                    name="function" label=move_tr!("join-function") help=move_tr!("join-function-help") value=function
                    required=true max=200 autocomplete="organization-title" error=form.error("function")
                />
            </section>
            <section class="form-section">
                <h2>{move_tr!("join-section-sign-in")}</h2>
                <TextField
                    name="sign-in-name" testid="sign-in-name" label=move_tr!("sign-in-name")
                    help=move_tr!("join-sign-in-name-help") value=sign_in_name required=true max=100
                    autocomplete="username" mono=true error=form.error("sign-in-name")
                />
                <PassphraseChooser choice related error=form.error("passphrase") />
            </section>
            <div class="actions">
                <Submit form label=move_tr!("join-submit") testid="join-submit" />
            </div>
            <p class="hint">{move_tr!("join-next")}</p>
        </form>
    }
}

/// In plain words, before anybody trusts it with anything.
#[component]
fn WhatTheServerSees() -> impl IntoView {
    view! {
        <section class="sees" aria-labelledby="sees-title">
            <h2 id="sees-title">{move_tr!("sees-title")}</h2>
            <div class="sees-columns">
                <div>
                    <h3>{move_tr!("sees-never-title")}</h3>
                    <ul>
                        <li>{move_tr!("sees-never-content")}</li>
                        <li>{move_tr!("sees-never-names")}</li>
                        <li>{move_tr!("sees-never-passphrase")}</li>
                    </ul>
                </div>
                <div>
                    <h3>{move_tr!("sees-yes-title")}</h3>
                    <ul>
                        <li>{move_tr!("sees-yes-membership")}</li>
                        <li>{move_tr!("sees-yes-when")}</li>
                        <li>{move_tr!("sees-yes-sign-in-name")}</li>
                    </ul>
                </div>
            </div>
            <p class="muted">{move_tr!("sees-lost")}</p>
        </section>
    }
}

found_by_code! {
    tr!("join-stage-answered"); tr!("join-stage-done"); tr!("join-stage-withdrawn"); tr!("join-stage-expired");
    tr!("field-country");
}
