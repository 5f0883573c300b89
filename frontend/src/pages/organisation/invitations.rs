use hawser_views::{
    Command, Reply,
    organisation::{InvitationView, OrganisationView},
};
use leptos::{html, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{
        Badge, ConfirmDialog, CopyButton, Dialog, EmptyState, Form, FormFailure, Icon, QrCode,
        SelectField, Submit, TextField, When, qr_rows, use_toasts,
    },
    i18n::use_i18n,
};

/// What an administrator does with an invitation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Certify,
    Withdraw,
}

/// Inviting colleagues, and confirming who answered.
#[component]
pub fn Invitations(organisation: Signal<OrganisationView>, again: RwSignal<u64>) -> impl IntoView {
    let inviting = RwSignal::new(false);
    let invitations = Memo::new(move |_| organisation.with(|all| all.invitations.clone()));
    let form = Form::new();
    let i18n = use_i18n();
    let toasts = use_toasts();
    let chosen = RwSignal::new(None::<InvitationView>);
    let certifying = RwSignal::new(false);
    let withdrawing = RwSignal::new(false);
    let act = Callback::new(move |(act, invitation): (Act, InvitationView)| {
        form.clear();
        chosen.set(Some(invitation));
        match act {
            Act::Certify => certifying.set(true),
            Act::Withdraw => withdrawing.set(true),
        }
    });
    let send = move |act: Act| {
        let Some(invitation) = chosen.get_untracked() else {
            return;
        };
        let lookup = invitation.lookup;
        let command = match act {
            Act::Certify => Command::Certify { lookup },
            Act::Withdraw => Command::WithdrawInvitation { lookup },
        };
        form.send(command, move |_| {
            certifying.set(false);
            withdrawing.set(false);
            again.update(|count| *count += 1);
            toasts.say(match act {
                Act::Certify => tr!(i18n, "invitation-certified"),
                Act::Withdraw => tr!(i18n, "invitation-withdrawn"),
            });
        });
    };
    let answered = move || {
        chosen.with(|one| {
            one.as_ref()
                .and_then(|one| one.answered_name.clone())
                .unwrap_or_default()
        })
    };
    let meant = move || {
        chosen.with(|one| {
            one.as_ref()
                .map(|one| one.for_whom.clone())
                .unwrap_or_default()
        })
    };
    view! {
        <section class="section" aria-labelledby="invitations-title">
            <div class="section-head">
                <h2 id="invitations-title">{move_tr!("invitations-title")}</h2>
                <button
                    type="button" class="button button-primary" data-testid="invite"
                    on:click=move |_| inviting.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("invite")}
                </button>
            </div>
            <Show
                when=move || invitations.with(|all| !all.is_empty())
                fallback=|| view! { <EmptyState text=move_tr!("invitations-empty") testid="invitations-empty" /> }
            >
                <div class="table-frame" tabindex="0" role="group" aria-label=move_tr!("invitations-title")>
                    <table class="table" data-testid="invitations">
                        <caption class="visually-hidden">{move_tr!("invitations-title")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{move_tr!("invitation-for")}</th>
                                <th scope="col">{move_tr!("invitation-stage")}</th>
                                <th scope="col">{move_tr!("invitation-until")}</th>
                                <th scope="col"><span class="visually-hidden">{move_tr!("actions")}</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || invitations.get().into_iter().map(|invitation| view! {
                                <InvitationRow invitation act />
                            }).collect_view()}
                        </tbody>
                    </table>
                </div>
            </Show>
            <InviteDialog open=inviting again />
            <ConfirmDialog
                open=certifying title=move_tr!("certify-title") confirm=move_tr!("certify-confirm")
                busy=form.busy() on_confirm=Callback::new(move |()| send(Act::Certify)) testid="certify-dialog"
            >
                <FormFailure form />
                <p>{move || tr!(i18n, "certify-text", { "name" => answered(), "meant" => meant() })}</p>
                <p class="muted">{move_tr!("certify-effect")}</p>
            </ConfirmDialog>
            <ConfirmDialog
                open=withdrawing title=move_tr!("withdraw-title") confirm=move_tr!("withdraw-confirm") danger=true
                busy=form.busy() on_confirm=Callback::new(move |()| send(Act::Withdraw)) testid="withdraw-dialog"
            >
                <FormFailure form />
                <p>{move || tr!(i18n, "withdraw-text", { "meant" => meant() })}</p>
            </ConfirmDialog>
        </section>
    }
}

#[component]
fn InvitationRow(
    invitation: InvitationView,
    act: Callback<(Act, InvitationView)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = matches!(invitation.stage.as_str(), "open" | "answered");
    let certifiable =
        invitation.stage == "answered" && invitation.answered_name.is_some() && !invitation.forged;
    let kind = if invitation.forged {
        "forged".to_owned()
    } else {
        invitation.stage.clone()
    };
    let (certify, withdraw) = (invitation.clone(), invitation.clone());
    let answered = invitation.answered_name.clone();
    view! {
        <tr data-testid="invitation-row">
            <th scope="row">
                {invitation.for_whom}
                {answered.map(|name| view! {
                    <p class="cell-more">{move || tr!(i18n, "invitation-answered", { "name" => name.clone() })}</p>
                })}
                {invitation.forged.then(|| view! { <p class="cell-more cell-bad">{move_tr!("invitation-forged")}</p> })}
            </th>
            <td><Badge kind=kind /></td>
            <td><When moment=browser::local_moment(invitation.expires_ms) /></td>
            <td class="cell-actions">
                {certifiable.then(|| view! {
                    <button
                        type="button" class="button button-small button-primary" data-testid="certify"
                        on:click=move |_| act.run((Act::Certify, certify.clone()))
                    >
                        {move_tr!("certify")}
                    </button>
                })}
                {open.then(|| view! {
                    <button
                        type="button" class="button button-small" data-testid="withdraw-invitation"
                        on:click=move |_| act.run((Act::Withdraw, withdraw.clone()))
                    >
                        {move_tr!("withdraw")}
                    </button>
                })}
            </td>
        </tr>
    }
}

/// For whom and how long; then the link, once.
#[component]
fn InviteDialog(open: RwSignal<bool>, again: RwSignal<u64>) -> impl IntoView {
    let link = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if !open.get() {
            link.set(None);
        }
    });
    view! {
        <Dialog open title=move_tr!("invite-title") testid="invite-dialog">
            {move || match link.get() {
                Some(link) => view! { <OneTimeLink link open /> }.into_any(),
                None => view! { <InviteForm link again /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn InviteForm(link: RwSignal<Option<String>>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let form = Form::new();
    let for_whom = RwSignal::new(String::new());
    let hours = RwSignal::new("72".to_owned());
    let options = Signal::derive(move || {
        [24_u32, 72, 168]
            .into_iter()
            .map(|hours| {
                (
                    hours.to_string(),
                    tr!(i18n, "invite-days", { "days" => hours / 24 }),
                )
            })
            .collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("for-whom", for_whom)]) {
            return;
        }
        let command = Command::Invite {
            for_whom: for_whom.get_untracked().trim().to_owned(),
            hours: hours.get_untracked().parse().unwrap_or(72),
        };
        form.send(command, move |reply| {
            if let Reply::Link(made) = reply {
                link.set(Some(made));
            }
            again.update(|count| *count += 1);
        });
    };
    view! {
        <form novalidate=true on:submit=submit>
            <FormFailure form />
            <p>{move_tr!("invite-text")}</p>
            <TextField
                name="for-whom" testid="invite-for" label=move_tr!("invite-for") help=move_tr!("invite-for-help")
                value=for_whom required=true focus=true max=200 error=form.error("for-whom")
            />
            <SelectField
                name="hours" testid="invite-hours" label=move_tr!("invite-hours") value=hours options required=true
                error=form.error("hours")
            />
            <div class="actions">
                <Submit form label=move_tr!("invite-submit") testid="invite-submit" />
            </div>
        </form>
    }
}

#[component]
fn OneTimeLink(link: String, open: RwSignal<bool>) -> impl IntoView {
    let rows = qr_rows(&link);
    view! {
        <div class="panel panel-warn">
            <Icon name="warning" />
            <div class="panel-body"><p>{move_tr!("invite-link-text")}</p></div>
        </div>
        <LinkBox link=link.clone() testid="invite-link" focus=true label=move_tr!("invite-link") />
        <QrCode rows label=move_tr!("invite-link-qr") />
        <div class="actions">
            <CopyButton text=link testid="copy-link" />
            <button type="button" class="button" data-testid="invite-done" on:click=move |_| open.set(false)>
                {move_tr!("done")}
            </button>
        </div>
    }
}

/// A link to be read, selected and copied, never followed.
#[component]
pub fn LinkBox(
    link: String,
    testid: &'static str,
    label: Signal<String>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    if focus {
        Effect::new(move |_| {
            if let Some(input) = node.get() {
                let _ = input.focus();
            }
        });
    }
    view! {
        <input
            node_ref=node type="text" class="mono link-box" readonly aria-label=label data-testid=testid prop:value=link.clone()
            value=link
            on:focus:target=|event| event.target().select()
        />
    }
}
