//! One's own keys: new ones where old ones may be in other hands.

use hawser_views::{Command, Reply, account::KeysView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    agent_link::{use_agent, view},
    components::{Form, FormFailure, Icon, Shown, Submit, TextField, use_toasts},
    i18n::use_i18n,
    pages::passphrase::{Choice, PassphraseChooser},
};

#[component]
pub fn Keys() -> impl IntoView {
    let link = use_agent();
    let state = view(
        || Command::Keys,
        link.errands(),
        |reply| match reply {
            Reply::Keys(keys) => Some(keys),
            _ => None,
        },
    );
    view! {
        <section class="section" aria-labelledby="keys-title" data-testid="keys">
            <h2 id="keys-title">{move_tr!("keys-title")}</h2>
            <p class="muted">{move_tr!("keys-text")}</p>
            <Shown of=state let:keys>
                <Waiting keys />
                <Behind keys />
                <Draw keys />
            </Shown>
        </section>
    }
}

/// Digits in groups of five, to be read out.
#[component]
pub fn Digits(number: String, testid: &'static str) -> impl IntoView {
    let digits: Vec<char> = number.chars().collect();
    let groups = digits.chunks(5).map(|five| five.iter().collect::<String>());
    view! {
        <ol class="safety-groups key-groups mono" data-testid=testid>
            {groups.map(|group| view! { <li>{group}</li> }).collect_view()}
        </ol>
    }
}

/// New keys that an administrator has not certified yet.
#[component]
fn Waiting(keys: Signal<KeysView>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let form = Form::new();
    let number = Memo::new(move |_| keys.with(|keys| keys.waiting.clone()));
    let ask = move |_| {
        form.send(Command::AskForCertificate, move |_| {
            toasts.say(tr!(i18n, "keys-asked"));
        });
    };
    move || {
        number.get().map(|number| {
            view! {
                <div class="panel panel-warn" role="status" data-testid="keys-waiting">
                    <Icon name="warning" />
                    <div class="panel-body">
                        <p><strong>{move_tr!("keys-waiting")}</strong></p>
                        <p>{move_tr!("keys-waiting-text")}</p>
                        <Digits number testid="key-number" />
                        <FormFailure form />
                        <div class="actions">
                            <button
                                type="button" class="button" data-testid="keys-ask" on:click=ask
                                aria-busy=move || form.busy().get().to_string()
                            >
                                {move_tr!("keys-ask")}
                            </button>
                        </div>
                    </div>
                </div>
            }
        })
    }
}

/// Records that know the old keys still.
#[component]
fn Behind(keys: Signal<KeysView>) -> impl IntoView {
    let i18n = use_i18n();
    let behind = Memo::new(move |_| keys.with(|keys| keys.behind));
    view! {
        <Show when=move || { behind.get() > 0 }>
            <p class="quiet" role="status" data-testid="keys-behind">
                {move || tr!(i18n, "keys-behind", { "n" => behind.get() })}
            </p>
        </Show>
    }
}

#[component]
fn Draw(keys: Signal<KeysView>) -> impl IntoView {
    let link = use_agent();
    let navigate = use_navigate();
    let form = Form::new();
    let open = RwSignal::new(false);
    let present = RwSignal::new(String::new());
    let choice = Choice::new();
    let holds_root = Memo::new(move |_| keys.with(|keys| keys.holds_root));
    let related = Signal::derive(move || {
        link.me().with(|me| {
            let names = me
                .as_ref()
                .map(|me| vec![me.name.clone(), me.party_name.clone()]);
            names.unwrap_or_default()
        })
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("present", present)]) || !choice.ready() {
            return;
        }
        let command = Command::DrawKeys {
            present: present.get_untracked(),
            new: choice.value.get_untracked(),
        };
        let navigate = navigate.clone();
        form.send(command, move |_| {
            present.set(String::new());
            choice.clear();
            open.set(false);
            link.refresh_me();
            navigate("/kit", NavigateOptions::default());
        });
    };
    let submit = StoredValue::new(submit);
    let administers = move || {
        link.me()
            .with(|me| me.as_ref().is_some_and(|me| me.administers))
    };
    let cancel = move |_| {
        present.set(String::new());
        choice.clear();
        open.set(false);
    };
    view! {
        <Show
            when=move || open.get()
            fallback=move || view! {
                <button type="button" class="button" data-testid="draw-keys-open" on:click=move |_| open.set(true)>
                    {move_tr!("keys-draw-open")}
                </button>
            }
        >
            <form class="card" novalidate=true on:submit=move |event| submit.with_value(|submit| submit(event)) data-testid="draw-keys-form">
                <FormFailure form />
                <p>{move_tr!("keys-draw-text")}</p>
                <ul>
                    <li>{move_tr!("keys-draw-sessions")}</li>
                    <li>{move_tr!("keys-draw-certify")}</li>
                    <li>{move_tr!("keys-draw-past")}</li>
                    <Show when=move || holds_root.get()>
                        <li>{move_tr!("keys-draw-root")}</li>
                    </Show>
                    <Show when=move || administers() && !holds_root.get()>
                        <li>{move_tr!("keys-draw-administrator")}</li>
                    </Show>
                </ul>
                <TextField
                    name="present" testid="draw-keys-present" label=move_tr!("change-present") value=present
                    required=true kind="password" autocomplete="current-password" focus=true
                    error=form.error("present")
                />
                <PassphraseChooser choice related error=form.error("new") />
                <div class="actions">
                    <Submit form label=move_tr!("keys-draw") testid="draw-keys" />
                    <button type="button" class="button" on:click=cancel>
                        {move_tr!("cancel")}
                    </button>
                </div>
            </form>
        </Show>
    }
}
