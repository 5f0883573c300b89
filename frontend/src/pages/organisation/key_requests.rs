//! New keys of people: compared, then certified.

use hawser_views::{
    Command,
    organisation::{KeyRequestView, OrganisationView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{ConfirmDialog, Form, FormFailure, Icon, When, use_toasts},
    i18n::use_i18n,
    pages::{account::keys::Digits, case::opened_by},
};

/// People who have drawn new keys, to be compared and certified.
#[component]
pub fn KeyRequests(organisation: Signal<OrganisationView>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let requests = Memo::new(move |_| organisation.with(|all| all.key_requests.clone()));
    let asked = RwSignal::new(None::<KeyRequestView>);
    let rows = move || {
        requests
            .get()
            .into_iter()
            .map(|request| {
                let (name, created_ms) = (request.name.clone(), request.created_ms);
                view! {
                    <li data-testid="key-request">
                        <span>
                            <bdi>{move || tr!(i18n, "key-request", { "name" => name.clone() })}</bdi>" "
                            <When moment=browser::local_moment(created_ms) quiet=true />
                        </span>
                        <button
                            type="button" class="button button-small" data-testid="key-request-compare"
                            on:click=move |_| asked.set(Some(request.clone()))
                        >
                            {move_tr!("key-request-compare")}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !requests.with(Vec::is_empty)>
            <div class="panel panel-warn" role="status" data-testid="key-requests">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{move_tr!("key-requests-title")}</strong></p>
                    <ul class="steps">{rows}</ul>
                </div>
            </div>
        </Show>
        <CertifyDialog asked again />
    }
}

#[component]
fn CertifyDialog(asked: RwSignal<Option<KeyRequestView>>, again: RwSignal<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let open = opened_by(asked);
    let confirm = move |()| {
        let Some(request) = asked.get_untracked() else {
            return;
        };
        let certify = Command::CertifyKeys {
            person: request.person,
            number: request.number,
        };
        form.send(certify, move |_| {
            open.set(false);
            again.update(|count| *count += 1);
            toasts.say(tr!(i18n, "key-request-done"));
        });
    };
    let body = move || {
        asked.get().map(|request| {
            let name = request.name.clone();
            view! {
                <p>{move || tr!(i18n, "key-request-text", { "name" => name.clone() })}</p>
                <Digits number=request.number testid="key-request-number" />
            }
        })
    };
    view! {
        <ConfirmDialog
            open title=move_tr!("key-request-title") confirm=move_tr!("key-request-same") busy=form.busy()
            on_confirm=Callback::new(confirm) testid="key-request-dialog"
        >
            <FormFailure form />
            {body}
            <p class="muted">{move_tr!("key-request-differs")}</p>
        </ConfirmDialog>
    }
}
