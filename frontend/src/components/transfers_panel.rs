//! Files on their way, in every page of the case.

use hawser_casework::SpaceId;
use hawser_views::{Command, failure::Failure, transfer::Transfer};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};
use wasm_bindgen::JsCast;

use crate::{
    agent_link::{AgentLink, use_agent},
    components::{
        Badge, FailurePanel, ProgressBar, failure_text,
        file_drop::{listed, picked},
    },
    i18n::use_i18n,
    pages::case::words,
};

/// Neither done nor given up.
pub fn on_its_way(transfer: &Transfer) -> bool {
    matches!(
        transfer.state.as_str(),
        "waiting" | "running" | "needs-file" | "failed"
    )
}

/// How long the rest takes, in the largest unit that tells enough.
fn time_left(i18n: I18n, transfer: &Transfer) -> Option<String> {
    let left = transfer.total.saturating_sub(transfer.done);
    let seconds = left
        .checked_div(transfer.rate)
        .filter(|_| transfer.state == "running")?;
    Some(match seconds {
        0..60 => tr!(i18n, "transfer-left-seconds", { "n" => seconds.max(1) }),
        60..7200 => tr!(i18n, "transfer-left-minutes", { "n" => seconds.div_ceil(60) }),
        _ => tr!(i18n, "transfer-left-hours", { "n" => seconds.div_ceil(3600) }),
    })
}

#[component]
pub fn TransfersPanel(space: SpaceId) -> impl IntoView {
    let agent = use_agent();
    let i18n = use_i18n();
    let failure = RwSignal::new(None::<Failure>);
    // A file set aside by the reader is not shown again.
    let dismissed = RwSignal::new(Vec::<String>::new());
    // The agent tells of those of before a reload when it is asked.
    let before = RwSignal::new(Vec::<Transfer>::new());
    spawn_local(async move {
        if let Ok(hawser_views::Reply::Transfers(transfers)) = agent.ask(Command::Transfers).await {
            let _ = before.try_set(transfers);
        }
    });
    let ours = Memo::new(move |_| {
        let heard = agent.transfers().get();
        let known = |id: &str| heard.iter().any(|transfer| transfer.id == id);
        let mut all = before.with(|before| {
            before
                .iter()
                .filter(|old| !known(&old.id))
                .cloned()
                .collect::<Vec<_>>()
        });
        all.extend(heard.iter().cloned());
        all.retain(|transfer| {
            transfer.space == space
                && on_its_way(transfer)
                && !dismissed.with(|dismissed| dismissed.contains(&transfer.id))
        });
        all
    });
    let ids = Memo::new(move |_| {
        ours.with(|ours| {
            ours.iter()
                .map(|transfer| transfer.id.clone())
                .collect::<Vec<_>>()
        })
    });
    let title = move || ids.with(|ids| tr!(i18n, "transfers-title", { "n" => ids.len() as u64 }));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="transfers" aria-label=title data-testid="transfers">
                <h2 class="transfers-title">{title}</h2>
                {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
                <ul>
                    <For each=move || ids.get() key=Clone::clone let:id>
                        <Line id ours failure dismissed />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Line(
    id: String,
    ours: Memo<Vec<Transfer>>,
    failure: RwSignal<Option<Failure>>,
    dismissed: RwSignal<Vec<String>>,
) -> impl IntoView {
    let agent = use_agent();
    let i18n = use_i18n();
    let first = ours.with_untracked(|ours| ours.iter().find(|transfer| transfer.id == id).cloned());
    let Some(first) = first else {
        return ().into_any();
    };
    let own = id.clone();
    let transfer = Memo::new(move |last: Option<&Transfer>| {
        let now = ours.with(|ours| ours.iter().find(|transfer| transfer.id == own).cloned());
        now.or_else(|| last.cloned())
            .unwrap_or_else(|| first.clone())
    });
    let state = Memo::new(move |_| transfer.with(|transfer| transfer.state.clone()));
    let name = Memo::new(move |_| transfer.with(|transfer| transfer.name.clone()));
    let cancel = {
        let id = id.clone();
        move |_| {
            let transfer = id.clone();
            spawn_local(async move {
                let result = agent
                    .ask(Command::CancelTransfer {
                        transfer: transfer.clone(),
                    })
                    .await;
                match result {
                    // The agent knows of it no more: it was of before, and is set aside here.
                    Err(reason) if reason.code == "not-found" => {
                        dismissed.try_update(|dismissed| dismissed.push(transfer));
                    }
                    result => {
                        failure.try_set(result.err());
                    }
                }
            });
        }
    };
    let retry = {
        let id = id.clone();
        move |_| {
            let transfer = id.clone();
            spawn_local(async move {
                failure.try_set(agent.ask(Command::RetryTransfer { transfer }).await.err());
            });
        }
    };
    let can_retry = Memo::new(move |_| {
        transfer.with(|transfer| {
            transfer.state == "failed"
                && transfer.direction == "up"
                && transfer.failure != "file-changed"
        })
    });
    let again = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let file = input.and_then(|input| {
            let file = listed(input.files()).into_iter().next();
            // So that choosing the same file again is noticed.
            input.set_value("");
            file
        });
        if let Some(file) = file {
            resume(agent, id.clone(), file, failure);
        }
    };
    let figures = move || {
        transfer.with(|transfer| {
            let done = words::size(i18n, transfer.done);
            let total = words::size(i18n, transfer.total);
            let mut parts =
                vec![tr!(i18n, "transfer-done-of", { "done" => done, "total" => total })];
            if transfer.rate > 0 && transfer.state == "running" {
                parts.push(
                    tr!(i18n, "transfer-rate", { "rate" => words::size(i18n, transfer.rate) }),
                );
            }
            parts.extend(time_left(i18n, transfer));
            parts.join(" · ")
        })
    };
    let direction = Memo::new(move |_| transfer.with(|transfer| transfer.direction.clone()));
    let label = move || match direction.get().as_str() {
        "down" => tr!(i18n, "transfer-down", { "name" => name.get() }),
        "bundle" => tr!(i18n, "transfer-bundle", { "name" => name.get() }),
        _ => tr!(i18n, "transfer-up", { "name" => name.get() }),
    };
    view! {
        <li class="transfer" data-testid="transfer" data-state=move || state.get()>
            <div class="transfer-head">
                <bdi class="transfer-name">{move || name.get()}</bdi>
                <Badge kind=state />
                <Show when=move || can_retry.get()>
                    <button
                        type="button" class="button" data-testid="transfer-retry" on:click=retry.clone()
                        aria-label=move || tr!(i18n, "transfer-retry-name", { "name" => name.get() })
                    >
                        {move_tr!("transfer-retry")}
                    </button>
                </Show>
                <button
                    type="button" class="button button-quiet" data-testid="transfer-cancel" on:click=cancel
                    aria-label=move || tr!(i18n, "transfer-cancel", { "name" => name.get() })
                >
                    {move_tr!("transfer-stop")}
                </button>
            </div>
            <ProgressBar
                done=Signal::derive(move || transfer.with(|transfer| transfer.done))
                total=Signal::derive(move || transfer.with(|transfer| transfer.total))
                label=Signal::derive(label)
            />
            <p class="quiet">{figures}</p>
            <Show when=move || state.get() == "failed">
                <p class="field-error" role="alert">
                    {move || failure_text(i18n, &Failure::new(transfer.with(|transfer| transfer.failure.clone())))}
                </p>
            </Show>
            <div class="transfer-again" hidden=move || state.get() != "needs-file">
                <label class="button">
                    {move_tr!("transfer-choose-again")}
                    <input class="visually-hidden" type="file" data-testid="transfer-file" on:change=again />
                </label>
                <p class="quiet">{move_tr!("transfer-choose-again-help")}</p>
            </div>
        </li>
    }
    .into_any()
}

fn resume(
    agent: AgentLink,
    transfer: String,
    file: web_sys::File,
    failure: RwSignal<Option<Failure>>,
) {
    let described = picked(&file);
    spawn_local(async move {
        let command = Command::ResumeUpload {
            transfer,
            file: described,
        };
        failure.try_set(agent.ask_with(command, vec![file.into()]).await.err());
    });
}
