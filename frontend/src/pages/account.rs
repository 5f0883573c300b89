//! Oneself: name, passphrase, keys, and where one is signed in.

pub mod keys;

use hawser_views::{Command, Reply, account::SessionView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use keys::Keys;

use crate::{
    agent_link::{use_agent, view},
    browser,
    components::{
        Badge, ConfirmDialog, Form, FormFailure, PageHead, Shown, Submit, TextField, When,
        use_toasts,
    },
    i18n::use_i18n,
    pages::passphrase::{Choice, PassphraseChooser},
};

#[component]
pub fn Account() -> impl IntoView {
    view! {
        <div class="page" data-testid="account">
            <PageHead title=move_tr!("account-title") lead=move_tr!("account-lead") />
            <Who />
            <Sessions />
            <ChangePassphrase />
            <Keys />
        </div>
    }
}

#[component]
fn Who() -> impl IntoView {
    let me = use_agent().me();
    view! {
        <section class="section" aria-labelledby="who-title">
            <h2 id="who-title">{move_tr!("account-who")}</h2>
            {move || me.get().map(|me| view! {
                <dl class="pairs" data-testid="who">
                    <dt>{move_tr!("account-name")}</dt>
                    <dd data-testid="who-name">{me.name}</dd>
                    <dt>{move_tr!("account-function")}</dt>
                    <dd>{me.function}</dd>
                    <dt>{move_tr!("account-organisation")}</dt>
                    <dd>
                        {me.party_name}" "
                        {me.administers.then(|| view! { <Badge kind="administrator" /> })}
                    </dd>
                    <dt>{move_tr!("account-confirmed")}</dt>
                    <dd>
                        {if me.certified { move_tr!("account-confirmed-yes") } else { move_tr!("account-confirmed-no") }}
                    </dd>
                    <dt>{move_tr!("account-kit")}</dt>
                    <dd data-testid="who-kit">
                        {if me.kit_confirmed { move_tr!("account-kit-yes") } else { move_tr!("account-kit-no") }}
                    </dd>
                </dl>
            })}
            <p class="hint">{move_tr!("account-name-fixed")}</p>
        </section>
    }
}

#[component]
fn Sessions() -> impl IntoView {
    let again = RwSignal::new(0_u64);
    let state = view(
        || Command::Sessions,
        again.into(),
        |reply| match reply {
            Reply::Sessions(sessions) => Some(sessions),
            _ => None,
        },
    );
    view! {
        <section class="section" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{move_tr!("sessions-title")}</h2>
            <p class="muted">{move_tr!("sessions-text")}</p>
            <Shown of=state let:sessions>
                <SessionTable sessions again />
            </Shown>
        </section>
    }
}

#[component]
fn SessionTable(sessions: Signal<Vec<SessionView>>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let revoking = RwSignal::new(None::<SessionView>);
    let asking = RwSignal::new(false);
    let revoke = move |()| {
        if let Some(session) = revoking.get_untracked() {
            form.send(Command::RevokeSession { id: session.id }, move |_| {
                asking.set(false);
                again.update(|count| *count += 1);
                toasts.say(tr!(i18n, "sessions-revoked"));
            });
        }
    };
    let row = move |session: SessionView| {
        let current = session.current;
        let ask = session.clone();
        let label = if session.label.is_empty() {
            tr!(i18n, "sessions-unnamed")
        } else {
            session.label
        };
        view! {
            <tr data-testid="session">
                <th scope="row">
                    {label}" "{current.then(|| view! { <Badge kind="current" /> })}
                </th>
                <td><When moment=browser::local_moment(session.created_ms) /></td>
                <td><When moment=browser::local_moment(session.seen_ms) /></td>
                <td class="cell-actions">
                    {(!current).then(|| view! {
                        <button
                            type="button" class="button button-small" data-testid="session-revoke"
                            on:click=move |_| { revoking.set(Some(ask.clone())); asking.set(true); }
                        >
                            {move_tr!("sessions-revoke")}
                        </button>
                    })}
                </td>
            </tr>
        }
    };
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=move_tr!("sessions-title")>
            <table class="table" data-testid="sessions">
                <caption class="visually-hidden">{move_tr!("sessions-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move_tr!("sessions-where")}</th>
                        <th scope="col">{move_tr!("sessions-since")}</th>
                        <th scope="col">{move_tr!("sessions-seen")}</th>
                        <th scope="col"><span class="visually-hidden">{move_tr!("actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{move || sessions.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <ConfirmDialog
            open=asking title=move_tr!("sessions-revoke-title") confirm=move_tr!("sessions-revoke") danger=true
            busy=form.busy() on_confirm=Callback::new(revoke)
        >
            <FormFailure form />
            <p>{move || tr!(i18n, "sessions-revoke-text", {
                "label" => revoking.with(|session| session.as_ref().map(|session| session.label.clone()).unwrap_or_default()),
            })}</p>
        </ConfirmDialog>
    }
}

#[component]
fn ChangePassphrase() -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let open = RwSignal::new(false);
    let present = RwSignal::new(String::new());
    let choice = Choice::new();
    let related = Signal::derive(move || {
        link.me().with(|me| {
            me.as_ref()
                .map(|me| vec![me.name.clone(), me.party_name.clone()])
                .unwrap_or_default()
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("present", present)]) || !choice.ready() {
            return;
        }
        let command = Command::ChangePassphrase {
            present: present.get_untracked(),
            new: choice.value.get_untracked(),
        };
        form.send(command, move |_| {
            present.set(String::new());
            choice.clear();
            open.set(false);
            toasts.say(tr!(i18n, "change-done"));
        });
    };
    view! {
        <section class="section" aria-labelledby="change-title">
            <h2 id="change-title">{move_tr!("change-title")}</h2>
            <p class="muted">{move_tr!("change-text")}</p>
            <Show
                when=move || open.get()
                fallback=move || view! {
                    <button type="button" class="button" data-testid="change-open" on:click=move |_| open.set(true)>
                        {move_tr!("change-open")}
                    </button>
                }
            >
                <form class="card" novalidate=true on:submit=submit>
                    <FormFailure form />
                    <TextField
                        name="present" testid="present-passphrase" label=move_tr!("change-present") value=present
                        required=true kind="password" autocomplete="current-password" focus=true
                        error=form.error("present")
                    />
                    <PassphraseChooser choice related error=form.error("new") />
                    <div class="actions">
                        <Submit form label=move_tr!("change-submit") testid="change-submit" />
                        <button type="button" class="button" on:click=move |_| open.set(false)>
                            {move_tr!("cancel")}
                        </button>
                    </div>
                </form>
            </Show>
        </section>
    }
}
