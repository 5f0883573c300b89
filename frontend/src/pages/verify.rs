//! Checking a bundle: signed in or not, with a network or without.

mod checker;
mod findings;

use hawser_views::bundle::{BundleFault, BundleVerdict};
use leptos::{ev, html, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;
use wasm_bindgen::JsCast;
use web_sys::File;

use self::checker::Checker;
use self::findings::Findings;
use crate::{
    agent_link::{Standing, use_agent},
    components::{Icon, PageHead, ProgressBar, file_drop::drop_anywhere, file_drop::listed},
    i18n::{found_by_code, sentence, use_i18n},
    pages::case::words,
};

/// Where a check stands.
#[derive(Clone)]
enum State {
    Nothing,
    Busy {
        name: String,
        size: u64,
        percent: u64,
    },
    Done {
        name: String,
        verdict: BundleVerdict,
    },
    /// The browser could not start or finish it.
    Failed {
        name: String,
    },
}

#[component]
pub fn Verify() -> impl IntoView {
    let i18n = use_i18n();
    let state = RwSignal::new(State::Nothing);
    // The worker of the check that is under way; dropping it ends it.
    let worker = StoredValue::new_local(None::<Checker>);
    let check = UnsyncCallback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        worker.set_value(None);
        let (name, size) = (file.name(), file.size() as u64);
        state.set(State::Busy {
            name: name.clone(),
            size,
            percent: 0,
        });
        let progress = move |now: u64| {
            state.try_update(|state| {
                if let State::Busy { percent, .. } = state {
                    *percent = now;
                }
            });
        };
        match Checker::start(&file, progress) {
            Some((checker, verdict)) => {
                worker.set_value(Some(checker));
                spawn_local(async move {
                    // An answer that never comes is that of a check that was called off.
                    let Ok(verdict) = verdict.await else { return };
                    let done = match verdict {
                        Some(verdict) => State::Done { name, verdict },
                        None => State::Failed { name },
                    };
                    state.try_set(done);
                    worker.try_set_value(None);
                });
            }
            None => state.set(State::Failed { name }),
        }
    });
    drop_anywhere(check, Signal::derive(|| false));
    let stop = move |_| {
        worker.set_value(None);
        state.set(State::Nothing);
    };
    let shown = move || {
        match state.get() {
        State::Nothing => view! { <Proves /> }.into_any(),
        State::Busy { name, size, percent } => view! {
            <section class="panel-plain" data-testid="verify-busy">
                <p>{tr!(i18n, "verify-busy", { "name" => name, "size" => words::size(i18n, size) })}</p>
                <ProgressBar
                    done=Signal::derive(move || percent) total=Signal::derive(|| 100)
                    label=move_tr!("verify-progress")
                />
                <div class="actions">
                    <button type="button" class="button" data-testid="verify-stop" on:click=stop>
                        {move_tr!("verify-stop")}
                    </button>
                </div>
            </section>
        }
        .into_any(),
        State::Done { name, verdict: BundleVerdict::Valid(found) } => {
            view! { <Findings name found=*found /> }.into_any()
        }
        State::Done { name, verdict: BundleVerdict::Invalid(fault) } => {
            view! { <Wrong name fault /> }.into_any()
        }
        State::Done { name, verdict: BundleVerdict::Unreadable(fault) } => {
            view! { <NoBundle name fault /> }.into_any()
        }
        State::Failed { name } => view! {
            <div class="panel panel-bad" role="alert" data-testid="verify-failed">
                <Icon name="warning" />
                <div class="panel-body">
                    <p>{tr!(i18n, "verify-failed", { "name" => name })}</p>
                </div>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="page" data-testid="verify">
            <PageHead title=move_tr!("verify-title") lead=move_tr!("verify-lead") />
            <Choose check />
            <div class="findings" aria-live="polite">{shown}</div>
            <Door />
        </div>
    }
}

/// The place to drop a bundle.
#[component]
fn Choose(check: UnsyncCallback<Vec<File>>) -> impl IntoView {
    let over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: ev::Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(target) = target {
            let files = listed(target.files());
            // So that choosing the same file again is noticed.
            target.set_value("");
            check.run(files);
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        over.set(false);
        check.run(listed(
            event.data_transfer().and_then(|transfer| transfer.files()),
        ));
    };
    view! {
        <div
            class="file-drop no-print" class:file-drop-over=over data-testid="verify-drop"
            on:dragover=move |event: ev::DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input
                class="visually-hidden" tabindex="-1" aria-hidden="true" type="file" accept=".zip,application/zip"
                data-testid="verify-file" node_ref=input on:change=chosen
            />
            <button type="button" class="button button-primary" data-testid="verify-choose" on:click=choose>
                {move_tr!("verify-choose")}
            </button>
            <span class="file-drop-hint">{move_tr!("verify-drop")}</span>
        </div>
    }
}

/// What a check shows and what it cannot.
#[component]
pub fn Proves() -> impl IntoView {
    view! {
        <section class="panel-plain" aria-labelledby="proves-title" data-testid="verify-proves">
            <h2 id="proves-title">{move_tr!("verify-proves-title")}</h2>
            <div class="overview-grid">
                <div>
                    <h3>{move_tr!("verify-proves")}</h3>
                    <ul>
                        <li>{move_tr!("verify-proves-who")}</li>
                        <li>{move_tr!("verify-proves-order")}</li>
                        <li>{move_tr!("verify-proves-files")}</li>
                        <li>{move_tr!("verify-proves-custody")}</li>
                    </ul>
                </div>
                <div>
                    <h3>{move_tr!("verify-proves-not")}</h3>
                    <ul>
                        <li>{move_tr!("verify-proves-not-true")}</li>
                        <li>{move_tr!("verify-proves-not-clock")}</li>
                        <li>{move_tr!("verify-proves-not-later")}</li>
                        <li>{move_tr!("verify-proves-not-key")}</li>
                        <li>{move_tr!("verify-proves-not-report")}</li>
                    </ul>
                </div>
            </div>
            <p class="quiet">{move_tr!("verify-program")}</p>
        </section>
    }
}

/// A bundle that does not hold.
#[component]
fn Wrong(name: String, fault: BundleFault) -> impl IntoView {
    let i18n = use_i18n();
    let BundleFault {
        code,
        entry,
        file,
        text,
    } = fault;
    let place = move || match (entry, &file) {
        (Some(entry), _) => {
            tr!(i18n, "verify-wrong-entry", { "entry" => words::number(i18n, entry) })
        }
        (None, Some(file)) => tr!(i18n, "verify-wrong-file", { "file" => file.clone() }),
        (None, None) => String::new(),
    };
    let said = code.clone();
    let why = move || {
        sentence(i18n, &format!("error-{said}"), [])
            .or_else(|| sentence(i18n, &format!("verify-fault-{said}"), []))
            .unwrap_or_default()
    };
    view! {
        <div class="panel panel-bad" role="alert" data-testid="verify-wrong" data-code=code>
            <Icon name="warning" />
            <div class="panel-body">
                <p class="verdict"><strong>{move_tr!("verify-wrong")}</strong></p>
                <p><bdi>{name}</bdi></p>
                <p>{place}</p>
                <p>{why}</p>
                <p>{move_tr!("verify-wrong-do")}</p>
                <details class="technical">
                    <summary>{move_tr!("record-technical")}</summary>
                    <p lang="en"><code>{text}</code></p>
                </details>
            </div>
        </div>
    }
}

found_by_code! {
    // by code: verify-fault-
    tr!("verify-fault-bad-container");
    tr!("verify-fault-bad-path");
    tr!("verify-fault-bundle-signature");
    tr!("verify-fault-checkpoint-other-tree");
    tr!("verify-fault-cosignature");
    tr!("verify-fault-entries-count");
    tr!("verify-fault-exhibit-numbers");
    tr!("verify-fault-file-changed");
    tr!("verify-fault-file-missing");
    tr!("verify-fault-file-unlisted");
    tr!("verify-fault-file-without-entry");
    tr!("verify-fault-file-without-meaning");
    tr!("verify-fault-key-without-content");
    tr!("verify-fault-key-without-entry");
    tr!("verify-fault-keys-form");
    tr!("verify-fault-maker-unknown");
    tr!("verify-fault-manifest-form");
    tr!("verify-fault-not-withheld");
    tr!("verify-fault-proof");
    tr!("verify-fault-too-long");
    tr!("verify-fault-withheld-beyond-end");
    tr!("verify-fault-withheld-without-ground");
    tr!("verify-fault-wrong-key");
}

/// Something else than a bundle.
#[component]
fn NoBundle(name: String, fault: BundleFault) -> impl IntoView {
    let i18n = use_i18n();
    let newer = fault.code == "update-needed";
    view! {
        <div class="panel panel-warn" role="alert" data-testid="verify-unreadable" data-code=fault.code>
            <Icon name="warning" />
            <div class="panel-body">
                <p>{move || tr!(i18n, "verify-unreadable", { "name" => name.clone() })}</p>
                <p>{if newer { move_tr!("verify-newer") } else { move_tr!("verify-unreadable-do") }}</p>
                <details class="technical">
                    <summary>{move_tr!("record-technical")}</summary>
                    <p lang="en"><code>{fault.text}</code></p>
                </details>
            </div>
        </div>
    }
}

/// The way in, for those who came here from outside.
#[component]
fn Door() -> impl IntoView {
    let link = use_agent();
    view! {
        <Show when=move || matches!(link.standing().get(), Standing::SignedOut | Standing::Locked)>
            <p class="hint no-print"><A href="/" attr:data-testid="verify-door">{move_tr!("verify-door")}</A></p>
        </Show>
    }
}
