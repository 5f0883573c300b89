//! The case record, checked from its first entry.

mod bundle;
mod keepers;

use hawser_casework::SpaceId;
use hawser_views::{
    Command, Reply,
    failure::Failure,
    record::{RecordCheck, RecordFault},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};

use super::words;
use crate::{
    agent_link::{AgentLink, use_agent},
    browser,
    components::{
        CopyButton, FailurePanel, Icon, PageHead, When, failure_text, moment_text,
        preview::save_text,
    },
    i18n::use_i18n,
    pages::space::use_space,
};

/// What came of a check.
#[derive(Clone, Copy)]
struct Checking {
    busy: RwSignal<bool>,
    result: RwSignal<Option<RecordCheck>>,
    failure: RwSignal<Option<Failure>>,
}

impl Checking {
    fn start(self, agent: AgentLink, space: SpaceId) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = agent.ask(Command::CheckRecord { space }).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(Reply::Record(check)) => {
                    let _ = self.result.try_set(Some(check));
                }
                Ok(_) => {
                    let _ = self.failure.try_set(Some(Failure::new("unknown")));
                }
                Err(failure) => {
                    let _ = self.failure.try_set(Some(failure));
                }
            }
        });
    }
}

#[component]
pub fn Record() -> impl IntoView {
    let agent = use_agent();
    let case = use_space();
    let checking = Checking {
        busy: RwSignal::new(false),
        result: RwSignal::new(None),
        failure: RwSignal::new(None),
    };
    checking.start(agent, case.space);
    let again = move |_| checking.start(agent, case.space);
    view! {
        <PageHead title=move_tr!("record-title") lead=move_tr!("record-lead")>
            <button
                type="button" class="button button-primary" data-testid="check-again" on:click=again
                disabled=move || checking.busy.get() aria-busy=move || checking.busy.get().to_string()
            >
                <span class="spinner" aria-hidden="true"></span>
                {move_tr!("record-check-again")}
            </button>
        </PageHead>
        <div role="status" aria-live="polite">
            <Show when=move || checking.busy.get()>
                <div class="checking" data-testid="checking">
                    <p>{move_tr!("record-checking")}</p>
                    <progress aria-label=move_tr!("record-checking")></progress>
                </div>
            </Show>
        </div>
        {move || checking.failure.get().map(|failure| view! { <FailurePanel failure /> })}
        {move || checking.result.get().map(|check| view! { <Result check /> })}
        <keepers::Keepers />
        <bundle::MakeBundle />
    }
}

#[component]
fn Result(check: RecordCheck) -> impl IntoView {
    let i18n = use_i18n();
    let RecordCheck {
        entries,
        signatures,
        signers,
        opened,
        withheld,
        unreadable,
        took_ms,
        as_of_ms,
        root,
        head,
        code,
        fault,
    } = check;
    let good = fault.is_none();
    let keys = signers.len() as u64;
    let number = move |value: u64| words::number(i18n, value);
    let as_of = browser::local_moment(as_of_ms);
    let verdict = match fault {
        Some(fault) => view! { <Fault fault entries /> }.into_any(),
        None => view! {
            <div class="panel panel-good" data-testid="record-good">
                <Icon name="check" />
                <div class="panel-body">
                    <p><strong>{move_tr!("record-good")}</strong></p>
                    <p>{move_tr!("record-good-text")}</p>
                </div>
            </div>
        }
        .into_any(),
    };
    view! {
        {verdict}
        <section class="panel-plain" aria-labelledby="record-checked-title" data-testid="record-checked" data-good=good.to_string()>
            <h2 id="record-checked-title">{move_tr!("record-checked-title")}</h2>
            <ul class="record-facts">
                <li data-testid="record-entries">
                    {move || if good {
                        tr!(i18n, "record-entries", { "n" => entries, "shown" => number(entries) })
                    } else {
                        tr!(i18n, "record-entries-good", { "n" => entries, "shown" => number(entries) })
                    }}
                </li>
                <li>{move || tr!(i18n, "record-signatures", { "n" => signatures, "shown" => number(signatures), "keys" => keys })}</li>
                <li>{move || tr!(i18n, "record-order")}</li>
                <li>{move || tr!(i18n, "record-opened", { "n" => opened, "shown" => number(opened) })}</li>
                {(withheld > 0).then(|| view! {
                    <li>{move || tr!(i18n, "record-withheld", { "n" => withheld, "shown" => number(withheld) })}</li>
                })}
                <li>{move || tr!(i18n, "record-took", { "time" => duration(i18n, took_ms) })}</li>
                <li data-testid="record-as-of">{move || tr!(i18n, "record-as-of", { "at" => moment_text(i18n, &as_of) })}</li>
            </ul>
            <p class="quiet">{move_tr!("record-proves")}</p>
        </section>
        {(!unreadable.is_empty()).then(|| view! { <Unreadable unreadable /> })}
        <Signers signers />
        <details class="technical" data-testid="record-technical">
            <summary>{move_tr!("record-technical")}</summary>
            <dl class="pairs">
                <dt>{move_tr!("record-code")}</dt>
                <dd><code data-testid="record-code">{code.clone()}</code><CopyButton text=code /></dd>
                <dt>{move_tr!("record-root")}</dt>
                <dd><code class="hash">{root}</code></dd>
                <dt>{move_tr!("record-head")}</dt>
                <dd><code class="hash">{head}</code></dd>
            </dl>
        </details>
    }
}

fn duration(i18n: I18n, ms: u64) -> String {
    match ms {
        0..1000 => format!("{} ms", words::number(i18n, ms)),
        _ => format!(
            "{} s",
            words::decimal(i18n, &format!("{}.{}", ms / 1000, ms % 1000 / 100))
        ),
    }
}

/// Which entry, what is wrong with it, what stays.
#[component]
fn Fault(fault: RecordFault, entries: u64) -> impl IntoView {
    let i18n = use_i18n();
    let RecordFault {
        seq,
        code,
        found_ms,
        proof,
    } = fault;
    let failure = Failure::new(code.clone());
    let found = browser::local_moment(found_ms);
    view! {
        <div class="panel panel-bad" role="alert" data-testid="record-wrong" data-seq=seq data-code=code>
            <Icon name="warning" />
            <div class="panel-body">
                <p><strong>{move || tr!(i18n, "record-wrong", { "seq" => words::number(i18n, seq) })}</strong></p>
                <p>{move || failure_text(i18n, &failure)}</p>
                <p>{move_tr!("record-found-at")}" "<When moment=found /></p>
                <p>{move || tr!(i18n, "record-last-good", { "n" => entries, "shown" => words::number(i18n, entries) })}</p>
                <p>{move_tr!("record-wrong-do")}</p>
                {proof.map(|proof| view! { <Proof proof /> })}
            </div>
        </div>
    }
}

/// A file by which anyone can see that the server contradicts itself.
#[component]
fn Proof(proof: String) -> impl IntoView {
    let failure = RwSignal::new(None);
    let keep = move |_| failure.set(save_text(&proof, "hawser-fork-proof.txt").err());
    view! {
        <p>{move_tr!("record-proof")}</p>
        <button type="button" class="button" data-testid="save-proof" on:click=keep>
            {move_tr!("record-proof-save")}
        </button>
        {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
    }
}

#[component]
fn Signers(signers: Vec<(String, String, u64)>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="panel-plain" aria-labelledby="signers-title">
            <h2 id="signers-title">{move_tr!("record-signers")}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="signers-title">
                <table class="table" data-testid="record-signers">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("record-signer")}</th>
                            <th scope="col">{move_tr!("record-signer-party")}</th>
                            <th scope="col" class="number">{move_tr!("record-signer-entries")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {signers.into_iter().map(|(name, party, entries)| view! {
                            <tr>
                                <th scope="row"><bdi>{name}</bdi></th>
                                <td><bdi>{party}</bdi></td>
                                <td class="number">{move || words::number(i18n, entries)}</td>
                            </tr>
                        }).collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// Entries that count but whose content cannot be read.
#[component]
fn Unreadable(unreadable: Vec<(u64, String)>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="panel-plain" aria-labelledby="unreadable-title" data-testid="record-unreadable">
            <h2 id="unreadable-title">{move_tr!("record-unreadable")}</h2>
            <p class="quiet">{move_tr!("record-unreadable-text")}</p>
            <ul>
                {unreadable.into_iter().map(|(seq, author)| view! {
                    <li>
                        {move || tr!(i18n, "record-unreadable-line", {
                            "seq" => words::number(i18n, seq), "author" => author.clone(),
                        })}
                    </li>
                }).collect_view()}
            </ul>
        </section>
    }
}
