//! Making a bundle: what a court checks without us.

use std::collections::BTreeSet;

use hawser_casework::RecordId;
use hawser_views::{
    Command, Reply,
    bundle::{BundleChoice, BundlePlan, BundleWish, Ground, REPORT_WORDS, Rest},
    failure::Failure,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, move_tr, tr};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use crate::{
    agent_link::{AgentLink, use_agent},
    components::{Checkbox, Choice, ChoiceRow, Dialog, FailurePanel, SelectField, preview::save},
    i18n::{found_by_code, sentence, use_i18n},
    pages::{case::words, space::use_space},
};

/// The way to a bundle, for those who may make one.
#[component]
pub fn MakeBundle() -> impl IntoView {
    let agent = use_agent();
    let space = use_space();
    let plan = RwSignal::new(None::<BundlePlan>);
    let open = RwSignal::new(false);
    spawn_local(async move {
        let asked = Command::BundlePlan { space: space.space };
        // Where it cannot be asked the record page says what is wrong.
        if let Ok(Reply::BundlePlan(found)) = agent.ask(asked).await {
            plan.try_set(Some(found));
        }
    });
    let allowed = move || plan.with(|plan| plan.as_ref().is_some_and(|plan| plan.allowed));
    view! {
        <section class="panel-plain no-print" aria-labelledby="bundle-title" data-testid="bundle">
            <h2 id="bundle-title">{move_tr!("bundle-title")}</h2>
            <p>{move_tr!("bundle-text")}</p>
            <Show
                when=allowed
                fallback=move || plan.with(Option::is_some).then(|| view! {
                    <p class="quiet" data-testid="bundle-not-allowed">{move_tr!("bundle-not-allowed")}</p>
                })
            >
                <div class="actions">
                    <button type="button" class="button" data-testid="bundle-open" on:click=move |_| open.set(true)>
                        {move_tr!("bundle-open")}
                    </button>
                </div>
            </Show>
            <Dialog open title=move_tr!("bundle-title") testid="bundle-dialog" wide=true>
                {move || plan.get().map(|plan| view! { <Wish plan open /> })}
            </Dialog>
        </section>
    }
}

fn report_words(i18n: I18n) -> Vec<(String, String)> {
    REPORT_WORDS
        .iter()
        .filter_map(|name| {
            let text = sentence(i18n, &format!("bundle-word-{name}"), [])?;
            Some(((*name).to_owned(), text))
        })
        .collect()
}

async fn make(agent: AgentLink, command: Command) -> Result<(), Failure> {
    let unknown = || Failure::new("unknown");
    match agent.ask_with(command, Vec::new()).await? {
        (Reply::File(file), beside) => {
            let blob = beside
                .into_iter()
                .next()
                .and_then(|blob| blob.dyn_into::<Blob>().ok());
            save(&blob.ok_or_else(unknown)?, &file.name).map_err(|_| unknown())
        }
        _ => Err(unknown()),
    }
}

/// What goes in.
#[component]
fn Wish(plan: BundlePlan, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let agent = use_agent();
    let space = use_space();
    let has_exhibits = !plan.exhibits.is_empty();
    let scope = RwSignal::new(if has_exhibits { "exhibits" } else { "whole" }.to_owned());
    let chosen = RwSignal::new(BTreeSet::<RecordId>::new());
    let rest = RwSignal::new("withheld".to_owned());
    let ground = RwSignal::new(Ground::OtherMatter.code().to_owned());
    let files = RwSignal::new(true);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let none_chosen = RwSignal::new(false);
    let choices = StoredValue::new(plan.exhibits);
    let is_part = move || scope.with(|scope| scope == "exhibits");
    let bytes = move || {
        let part = is_part();
        choices.with_value(|choices| {
            chosen.with(|chosen| {
                choices
                    .iter()
                    .filter(|one| !part || chosen.contains(&one.exhibit))
                    .map(|one| one.bytes)
                    .sum::<u64>()
            })
        })
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let part = scope.with_untracked(|scope| scope == "exhibits");
        if part && chosen.with_untracked(BTreeSet::is_empty) {
            none_chosen.set(true);
            return;
        }
        let found = ground.with_untracked(|code| {
            Ground::CHOICES
                .into_iter()
                .find(|ground| ground.code() == code)
        });
        let rest = match found {
            Some(ground) if part && rest.with_untracked(|rest| rest == "withheld") => {
                Rest::Withheld { ground }
            }
            _ => Rest::Encrypted,
        };
        let wish = BundleWish {
            exhibits: part
                .then(|| chosen.with_untracked(|chosen| chosen.iter().copied().collect())),
            rest,
            with_files: files.get_untracked(),
            words: report_words(i18n),
        };
        let command = Command::MakeBundle {
            space: space.space,
            wish,
        };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let made = make(agent, command).await;
            busy.try_set(false);
            match made {
                Ok(()) => {
                    open.try_set(false);
                }
                Err(reason) => {
                    failure.try_set(Some(reason));
                }
            }
        });
    };
    let scopes = Signal::derive(move || {
        let mut scopes = vec![Choice::new("whole", "", tr!(i18n, "bundle-whole"))];
        if has_exhibits {
            scopes.insert(0, Choice::new("exhibits", "", tr!(i18n, "bundle-exhibits")));
        }
        scopes
    });
    let rests = Signal::derive(move || {
        vec![
            Choice::new("withheld", "", tr!(i18n, "bundle-withheld")),
            Choice::new("encrypted", "", tr!(i18n, "bundle-encrypted")),
        ]
    });
    let grounds = Signal::derive(move || {
        Ground::CHOICES
            .iter()
            .map(|ground| {
                (
                    ground.code().to_owned(),
                    words::coded(i18n, "ground", ground.code()),
                )
            })
            .collect()
    });
    view! {
        <form novalidate=true on:submit=send class="form-section" data-testid="bundle-form">
            {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
            <ChoiceRow name="bundle-scope" label=move_tr!("bundle-scope") value=scope options=scopes required=true />
            <Show when=is_part>
                <fieldset class="field" aria-describedby="bundle-chosen-help" data-testid="bundle-exhibits">
                    <legend>{move_tr!("bundle-which")}</legend>
                    <p class="field-help" id="bundle-chosen-help">{move_tr!("bundle-which-help")}</p>
                    <ul class="choose-list">
                        {choices.with_value(|choices| choices.iter().cloned()
                            .map(|choice| view! { <ExhibitChoice choice chosen none_chosen /> }).collect_view())}
                    </ul>
                    <Show when=move || none_chosen.get()>
                        <p class="field-error" role="alert" data-testid="bundle-none">{move_tr!("bundle-none")}</p>
                    </Show>
                </fieldset>
                <ChoiceRow
                    name="bundle-rest" label=move_tr!("bundle-rest") value=rest options=rests required=true
                    help=move_tr!("bundle-rest-help")
                />
                <Show when=move || rest.with(|rest| rest == "withheld")>
                    <SelectField
                        name="bundle-ground" label=move_tr!("bundle-ground") value=ground options=grounds required=true
                    />
                </Show>
            </Show>
            <Checkbox
                name="bundle-files" label=move_tr!("bundle-files") value=files
                help=Signal::derive(move || tr!(i18n, "bundle-files-help", { "size" => words::size(i18n, bytes()) }))
            />
            <div class="panel panel-warn">
                <crate::components::Icon name="warning" />
                <div class="panel-body"><p>{move_tr!("bundle-who-reads")}</p></div>
            </div>
            <div class="actions">
                <button
                    type="submit" class="button button-primary" data-testid="bundle-make"
                    aria-busy=move || busy.get().to_string()
                >
                    <span class="spinner" aria-hidden="true"></span>
                    {move_tr!("bundle-make")}
                </button>
                <span role="status" class="quiet">
                    {move || busy.get().then(|| tr!(i18n, "bundle-making"))}
                </span>
            </div>
        </form>
    }
}

#[component]
fn ExhibitChoice(
    choice: BundleChoice,
    chosen: RwSignal<BTreeSet<RecordId>>,
    none_chosen: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let exhibit = choice.exhibit;
    let files = u64::from(choice.files);
    view! {
        <li>
            <label class="check">
                <input
                    type="checkbox" data-testid="bundle-exhibit"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&exhibit))
                    on:change:target=move |event| {
                        none_chosen.set(false);
                        let on = event.target().checked();
                        chosen.update(|chosen| {
                            if on {
                                chosen.insert(exhibit);
                            } else {
                                chosen.remove(&exhibit);
                            }
                        });
                    }
                />
                <span class="mono">{choice.number}</span>
                <bdi>{choice.description}</bdi>
                {(files > 0).then(|| view! {
                    <span class="quiet">{move || tr!(i18n, "bundle-file-count", {
                        "n" => files, "size" => words::size(i18n, choice.bytes),
                    })}</span>
                })}
            </label>
        </li>
    }
}

found_by_code! {
    // by code: bundle-word-
    tr!("bundle-word-language");
    tr!("bundle-word-title");
    tr!("bundle-word-about");
    tr!("bundle-word-complete");
    tr!("bundle-word-record");
    tr!("bundle-word-case");
    tr!("bundle-word-reference");
    tr!("bundle-word-made-by");
    tr!("bundle-word-made");
    tr!("bundle-word-root");
    tr!("bundle-word-log");
    tr!("bundle-word-log-key");
    tr!("bundle-word-confirmed");
    tr!("bundle-word-not-confirmed");
    tr!("bundle-word-entries");
    tr!("bundle-word-signatures");
    tr!("bundle-word-acts");
    tr!("bundle-word-opened");
    tr!("bundle-word-encrypted");
    tr!("bundle-word-withheld");
    tr!("bundle-word-ground");
    tr!("bundle-word-not-held");
    tr!("bundle-word-other-matter");
    tr!("bundle-word-source-protection");
    tr!("bundle-word-ongoing-investigation");
    tr!("bundle-word-rights-of-others");
    tr!("bundle-word-signers");
    tr!("bundle-word-name");
    tr!("bundle-word-party");
    tr!("bundle-word-exhibits");
    tr!("bundle-word-kind");
    tr!("bundle-word-found");
    tr!("bundle-word-place");
    tr!("bundle-word-identifiers");
    tr!("bundle-word-seal");
    tr!("bundle-word-holder");
    tr!("bundle-word-entry");
    tr!("bundle-word-chain");
    tr!("bundle-word-step");
    tr!("bundle-word-from");
    tr!("bundle-word-to");
    tr!("bundle-word-by");
    tr!("bundle-word-happened");
    tr!("bundle-word-recorded");
    tr!("bundle-word-note");
    tr!("bundle-word-signed");
    tr!("bundle-word-corrections");
    tr!("bundle-word-field");
    tr!("bundle-word-before");
    tr!("bundle-word-after");
    tr!("bundle-word-files");
    tr!("bundle-word-length");
    tr!("bundle-word-in-bundle");
    tr!("bundle-word-hash-only");
    tr!("bundle-word-unreadable");
    tr!("bundle-word-more");
    tr!("bundle-word-lines");
    tr!("bundle-word-step-logged");
    tr!("bundle-word-step-offered");
    tr!("bundle-word-step-accepted");
    tr!("bundle-word-step-reserved");
    tr!("bundle-word-step-refused");
    tr!("bundle-word-step-withdrawn");
    tr!("bundle-word-step-settled");
    tr!("bundle-word-held");
    tr!("bundle-word-offered");
    tr!("bundle-word-disputed");
}
