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
            let text = sentence(i18n, &format!("report-{name}"), [])?;
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
            Some(ground) if rest.with_untracked(|rest| rest == "withheld") => {
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
    // by code: report-
    tr!("report-language");
    tr!("report-title");
    tr!("report-about");
    tr!("report-complete");
    tr!("report-record");
    tr!("report-case");
    tr!("report-reference");
    tr!("report-made-by");
    tr!("report-made");
    tr!("report-root");
    tr!("report-log");
    tr!("report-log-key");
    tr!("report-confirmed");
    tr!("report-not-confirmed");
    tr!("report-entries");
    tr!("report-signatures");
    tr!("report-acts");
    tr!("report-opened");
    tr!("report-encrypted");
    tr!("report-withheld");
    tr!("report-ground");
    tr!("report-not-held");
    tr!("report-other-matter");
    tr!("report-source-protection");
    tr!("report-ongoing-investigation");
    tr!("report-rights-of-others");
    tr!("report-signers");
    tr!("report-name");
    tr!("report-party");
    tr!("report-exhibits");
    tr!("report-kind");
    tr!("report-found");
    tr!("report-place");
    tr!("report-identifiers");
    tr!("report-seal");
    tr!("report-holder");
    tr!("report-entry");
    tr!("report-chain");
    tr!("report-step");
    tr!("report-from");
    tr!("report-to");
    tr!("report-by");
    tr!("report-happened");
    tr!("report-recorded");
    tr!("report-note");
    tr!("report-signed");
    tr!("report-corrections");
    tr!("report-field");
    tr!("report-before");
    tr!("report-after");
    tr!("report-files");
    tr!("report-length");
    tr!("report-in-bundle");
    tr!("report-hash-only");
    tr!("report-unreadable");
    tr!("report-more");
    tr!("report-lines");
    tr!("report-step-logged");
    tr!("report-step-offered");
    tr!("report-step-accepted");
    tr!("report-step-reserved");
    tr!("report-step-refused");
    tr!("report-step-withdrawn");
    tr!("report-step-settled");
    tr!("report-held");
    tr!("report-offered");
    tr!("report-disputed");
}
