//! The chain of custody, from the first holder on.

use hawser_casework::HowKnown;
use hawser_views::evidence::ChainStep;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr};

use crate::{
    components::{Badge, Icon, When, preview::Picture},
    i18n::{found_by_code, sentence, use_i18n},
    pages::case::{OpenCase, words},
};

fn step_text(i18n: I18n, step: &ChainStep) -> String {
    let values = [("by", &step.by), ("from", &step.from), ("to", &step.to)]
        .map(|(name, value)| (name.to_owned(), value.clone()));
    let values = || values.iter().map(|(name, value)| (name, value));
    sentence(i18n, &format!("chain-{}", step.kind), values())
        .or_else(|| sentence(i18n, "chain-other", values()))
        .unwrap_or_else(|| step.kind.clone())
}

#[component]
pub fn CustodyChain(#[prop(into)] chain: Signal<Vec<ChainStep>>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <ol class="chain" data-testid="custody-chain">
            {move || chain.get().into_iter().map(|step| chain_step(i18n, step)).collect_view()}
        </ol>
    }
}

fn chain_step(i18n: I18n, step: ChainStep) -> impl IntoView {
    // Outside of a case there is nothing to fetch a picture from.
    let case = use_context::<OpenCase>();
    let told = step.clone();
    let ChainStep {
        kind,
        happened,
        recorded,
        place,
        purpose,
        seal,
        note,
        photo,
        signed,
        ..
    } = step;
    let late = hawser_casework::time::is_late(&happened, &recorded);
    let known = happened.known.code();
    let late_reason = happened.late_reason.clone();
    let pair = |label: Signal<String>, value: String| {
        (!value.is_empty())
            .then(|| view! { <div><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div> })
    };
    view! {
        <li class="chain-step" data-kind=kind data-testid="chain-step">
            <p class="chain-sentence">{move || step_text(i18n, &told)}</p>
            <p class="chain-when">
                <When moment=happened.at quiet=true />
                {(known != HowKnown::Observed.code()).then(|| view! {
                    " ("{move || words::coded(i18n, "timeline-how-known", known)}")"
                })}
                {late.then(|| view! {
                    " · "<Badge kind="late" />" "{move_tr!("timeline-recorded-at")}" "<When moment=recorded quiet=true />
                })}
            </p>
            <dl class="pairs">
                {late_reason.map(|reason| pair(move_tr!("chain-late-reason"), reason))}
                {pair(move_tr!("chain-place"), place)}
                {pair(move_tr!("chain-purpose"), purpose)}
                {pair(move_tr!("chain-seal"), seal)}
                {pair(move_tr!("chain-note"), note)}
            </dl>
            {case.zip(photo).map(|(case, file)| view! {
                <Picture space=case.space file longest=160 label=move_tr!("chain-photo") />
            })}
            {signed.then(|| view! {
                <p class="chain-signed"><Icon name="check" />{move_tr!("chain-signed")}</p>
            })}
        </li>
    }
}

found_by_code! {
    // by code: chain-, timeline-how-known-
    tr!("chain-accepted", { "by" => 0, "from" => 0, "to" => 0 });
    tr!("chain-logged", { "by" => 0 });
    tr!("chain-offered", { "from" => 0, "to" => 0 });
    tr!("chain-other", { "by" => 0 });
    tr!("chain-refused", { "by" => 0, "from" => 0, "to" => 0 });
    tr!("chain-reserved", { "by" => 0, "from" => 0, "to" => 0 });
    tr!("chain-settled", { "by" => 0, "to" => 0 });
    tr!("chain-withdrawn", { "to" => 0, "by" => 0 });
}
