//! What a bundle proves, as a court reads it.

use hawser_views::bundle::{
    BundleExhibit, BundleFile, BundleFindings, BundleParty, BundleSigner, Naming, WithheldStretch,
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::Proves;
use crate::{
    browser,
    components::{CopyButton, Icon, When, custody_chain::CustodyChain, moment_text},
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

fn stretch_text(i18n: I18n, stretch: &WithheldStretch) -> String {
    let why = words::coded(i18n, "ground", stretch.ground.code());
    let (first, last) = (
        words::number(i18n, stretch.first),
        words::number(i18n, stretch.last),
    );
    if stretch.first == stretch.last {
        tr!(i18n, "verify-withheld-one", { "entry" => first, "why" => why })
    } else {
        tr!(i18n, "verify-withheld-some", { "first" => first, "last" => last, "why" => why })
    }
}

found_by_code! {
    // by code: ground-
    tr!("ground-not-held");
    tr!("ground-other-matter");
    tr!("ground-source-protection");
    tr!("ground-ongoing-investigation");
    tr!("ground-rights-of-others");
}

/// The verdict, then what it rests on, then every exhibit with its chain.
#[component]
pub fn Findings(name: String, found: BundleFindings) -> impl IntoView {
    let i18n = use_i18n();
    let last = found.entries.saturating_sub(1);
    let checked = browser::now();
    let confirmed = found.confirmations.clone();
    let keepers = u64::from(found.keepers);
    let confirmations = move || {
        if confirmed.is_empty() {
            return vec![tr!(i18n, "verify-not-confirmed", { "n" => keepers })];
        }
        confirmed
            .iter()
            .map(|one| {
                tr!(i18n, "verify-confirmed", {
                    "name" => format!("{} ({})", one.key, one.name), "at" => moment_text(i18n, &one.at()),
                })
            })
            .collect()
    };
    let (log, undisclosed) = (found.log.clone(), found.undisclosed);
    let title = found.title.clone();
    let made_by = found.made_by.clone();
    let made = found.made;
    let exhibits = found.exhibits.clone();
    view! {
        <div class="panel panel-good" role="status" data-testid="verify-good">
            <Icon name="check" />
            <div class="panel-body">
                <p class="verdict"><strong>{move || tr!(i18n, "verify-good", { "entry" => words::number(i18n, last) })}</strong></p>
                <ul class="plain-list">
                    <li>{move || tr!(i18n, "verify-log", { "log" => log.clone() })}</li>
                    {(undisclosed > 0).then(|| view! {
                        <li data-testid="verify-undisclosed">{move || tr!(i18n, "verify-undisclosed", {
                            "n" => undisclosed, "shown" => words::number(i18n, undisclosed),
                        })}</li>
                    })}
                    {move || confirmations().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                <p class="quiet"><bdi>{name}</bdi>" · "{move_tr!("verify-checked-at")}" "<When moment=checked quiet=true /></p>
            </div>
        </div>
        <section class="panel-plain" aria-labelledby="verify-about">
            <h2 id="verify-about">
                {if title.is_empty() { view! { {move_tr!("verify-about")} }.into_any() } else { view! { <bdi>{title}</bdi> }.into_any() }}
            </h2>
            <p>
                {move || tr!(i18n, "verify-made", {
                    "name" => made_by.name.clone(), "party" => made_by.party.clone(), "at" => moment_text(i18n, &made),
                })}
                {(found.made_by.naming == Naming::Uncertified).then(|| view! { " "{move_tr!("verify-not-certified")} })}
                {(!found.made_by.is_member).then(|| view! { " "{move_tr!("verify-made-gone")} })}
            </p>
            <Counted found=found.clone() />
        </section>
        {(!exhibits.is_empty()).then(|| view! {
            <section aria-labelledby="verify-exhibits">
                <h2 id="verify-exhibits">{move_tr!("verify-exhibits")}</h2>
                {exhibits.into_iter().map(|exhibit| view! { <Exhibit exhibit /> }).collect_view()}
            </section>
        })}
        <Signers signers=found.signers.clone() />
        <Technical found />
        <Proves />
    }
}

/// How many entries, and what became of each.
#[component]
fn Counted(found: BundleFindings) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |key: &'static str, count: u64| {
        (count > 0).then(|| {
            view! {
                <li>{move || {
                    let shown = words::number(i18n, count);
                    match key {
                        "acts" => tr!(i18n, "verify-acts", { "n" => count, "shown" => shown }),
                        "opened" => tr!(i18n, "verify-opened", { "n" => count, "shown" => shown }),
                        "encrypted" => tr!(i18n, "verify-encrypted", { "n" => count, "shown" => shown }),
                        _ => tr!(i18n, "verify-signatures", { "n" => count, "shown" => shown }),
                    }
                }}</li>
            }
        })
    };
    let BundleFindings {
        withheld,
        unreadable,
        refused,
        unknown_from,
        unresolved,
        ..
    } = found;
    view! {
        <ul class="plain-list" data-testid="verify-counted">
            {line("signatures", found.signatures)}
            {line("acts", found.acts)}
            {line("opened", found.opened)}
            {line("encrypted", found.encrypted)}
            {unknown_from.map(|from| view! {
                <li data-testid="verify-unknown">{move || tr!(i18n, "verify-unknown", { "entry" => words::number(i18n, from) })}</li>
            })}
            {withheld.into_iter().map(|stretch| view! {
                <li data-testid="verify-withheld">{move || stretch_text(i18n, &stretch)}</li>
            }).collect_view()}
            {unreadable.into_iter().map(|(seq, author)| view! {
                <li>{move || tr!(i18n, "record-unreadable-line", {
                    "seq" => words::number(i18n, seq), "author" => author.clone(),
                })}</li>
            }).collect_view()}
            {(!unresolved.is_empty()).then(|| view! {
                <li>{move || tr!(i18n, "verify-unresolved", { "n" => unresolved.len() as u64 })}</li>
            })}
            {refused.into_iter().map(|(seq, author, rule)| view! {
                <li data-rule=rule>{move || tr!(i18n, "verify-refused", {
                    "entry" => words::number(i18n, seq), "author" => author.clone(),
                })}</li>
            }).collect_view()}
        </ul>
    }
}

/// One exhibit, its chain of custody and its files.
#[component]
fn Exhibit(exhibit: BundleExhibit) -> impl IntoView {
    let i18n = use_i18n();
    let chain = exhibit.chain.clone();
    let BundleExhibit {
        number,
        description,
        holder,
        custody,
        kind,
        place,
        found,
        identifiers,
        seal,
        files,
        entry,
        logged_by,
        corrections,
        ..
    } = exhibit;
    let pair = |label: Signal<String>, value: String| {
        (!value.is_empty())
            .then(|| view! { <div><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div> })
    };
    let code = kind.clone();
    view! {
        <article class="panel-plain" data-testid="verify-exhibit">
            <h3><span class="mono">{number}</span>" "<bdi>{description}</bdi></h3>
            <dl class="pairs">
                <div><dt>{move_tr!("verify-kind")}</dt><dd>{move || words::coded(i18n, "exhibit-kind", &code)}</dd></div>
                <div>
                    <dt>{move_tr!("verify-holder")}</dt>
                    <dd><bdi>{holder}</bdi>" ("{move || words::coded(i18n, "custody", &custody)}")"</dd>
                </div>
                <div><dt>{move_tr!("verify-found")}</dt><dd><When moment=found.at quiet=true /></dd></div>
                {pair(move_tr!("verify-place"), place)}
                {pair(move_tr!("verify-identifiers"), identifiers.join(", "))}
                {pair(move_tr!("verify-seal"), seal)}
                <div>
                    <dt>{move_tr!("verify-entry")}</dt>
                    <dd>{move || words::number(i18n, entry)}", "<bdi>{logged_by}</bdi></dd>
                </div>
            </dl>
            <CustodyChain chain=Signal::derive(move || chain.clone()) />
            {(!corrections.is_empty()).then(|| view! {
                <ul class="plain-list">
                    {corrections.into_iter().map(|(field, old, new, why, by)| view! {
                        <li>{move || tr!(i18n, "verify-corrected", {
                            "field" => words::field(i18n, &field), "old" => old.clone(), "new" => new.clone(),
                            "why" => why.clone(), "by" => by.clone(),
                        })}</li>
                    }).collect_view()}
                </ul>
            })}
            {(!files.is_empty()).then(|| view! { <Files files /> })}
        </article>
    }
}

#[component]
fn Files(files: Vec<BundleFile>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <ul class="plain-list">
            {files.into_iter().map(|file| {
                let there = file.path.is_some();
                view! {
                    <li data-testid="verify-attached">
                        <bdi>{file.name}</bdi>", "{move || words::size(i18n, file.length)}", "
                        {move || if there { tr!(i18n, "verify-file-there") } else { tr!(i18n, "verify-file-hash") }}
                        <details class="technical"><summary>"SHA-256"</summary><code class="hash">{file.sha256}</code></details>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}

#[component]
fn Signers(signers: Vec<BundleSigner>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="panel-plain" aria-labelledby="verify-signers">
            <h2 id="verify-signers">{move_tr!("record-signers")}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="verify-signers">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{move_tr!("record-signer")}</th>
                            <th scope="col">{move_tr!("record-signer-party")}</th>
                            <th scope="col" class="number">{move_tr!("record-signer-entries")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {signers.into_iter().map(|one| view! {
                            <tr>
                                <th scope="row">
                                    <bdi>{one.name}</bdi>
                                    {(one.naming == Naming::Uncertified).then(|| view! {
                                        " "<span class="quiet">{move_tr!("verify-not-certified")}</span>
                                    })}
                                    {(one.naming == Naming::Unnamed).then(|| view! {
                                        " "<span class="quiet">{move_tr!("verify-unnamed")}</span>
                                    })}
                                </th>
                                <td><bdi>{one.party}</bdi></td>
                                <td class="number">{move || words::number(i18n, one.entries)}</td>
                            </tr>
                        }).collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// What an expert compares.
#[component]
fn Technical(found: BundleFindings) -> impl IntoView {
    let i18n = use_i18n();
    let line = |label: Signal<String>, value: String| {
        let copied = value.clone();
        view! {
            <div><dt>{label}</dt><dd><code class="hash">{value}</code>" "<CopyButton text=copied /></dd></div>
        }
    };
    view! {
        <details class="technical panel-plain" data-testid="verify-technical">
            <summary>{move_tr!("record-technical")}</summary>
            <p>{move_tr!("verify-log-key-text")}</p>
            <dl class="pairs">
                {line(move_tr!("verify-log-key"), found.log_key)}
                {line(move_tr!("verify-record"), found.space)}
                {line(move_tr!("record-root"), found.root)}
                {line(move_tr!("verify-maker-key"), found.made_by.key)}
                {found.parties.into_iter().map(|BundleParty { name, root, .. }| {
                    line(Signal::derive(move || tr!(i18n, "verify-party-root", { "name" => name.clone() })), root)
                }).collect_view()}
            </dl>
        </details>
    }
}
