//! A file of the exchange: what it is, whose it is, who has it.

use hawser_views::exchange::ExchangeFile;
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};

use super::{use_case, words};
use crate::{
    agent_link::use_agent,
    components::{
        Badge, FailurePanel, When, moment_text,
        preview::{Kind, Picture, download},
    },
    i18n::use_i18n,
};

#[component]
pub fn FileLine(
    file: ExchangeFile,
    /// Says who has downloaded it, of those it is meant for.
    #[prop(optional)]
    counted: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (agent, case) = (use_agent(), use_case());
    let ExchangeFile {
        file: record,
        name,
        media_type,
        length,
        author,
        attached,
        downloads,
        downloaded,
        of,
        preview,
        ..
    } = file;
    let busy = RwSignal::new(false);
    let identical = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let fetched = name.clone();
    let fetch = move |_| {
        if busy.get_untracked() {
            return;
        }
        let name = fetched.clone();
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let result = download(agent, case.space, record, &name).await;
            let _ = busy.try_set(false);
            let _ = identical.try_set(result.is_ok());
            let _ = failure.try_set(result.err());
        });
    };
    let (spoken, label) = (name.clone(), name.clone());
    let picture = Kind::of(&preview).map(|kind| {
        let label = Signal::derive(move || tr!(i18n, "preview-of", { "name" => label.clone() }));
        view! { <Picture space=case.space file=record longest=160 label kind /> }
    });
    let who = downloads
        .iter()
        .map(|(name, at)| {
            let (name, at) = (name.clone(), *at);
            view! { <li><bdi>{name}</bdi>", "{move || moment_text(i18n, &at)}</li> }
        })
        .collect_view();
    view! {
        <li class="file" data-testid="exchange-file">
            {picture.map_or_else(
                || view! { <div class="picture picture-none">{move_tr!("preview-none")}</div> }.into_any(),
                IntoAny::into_any,
            )}
            <div class="file-body">
                <p class="file-name"><strong><bdi data-testid="file-name">{name}</bdi></strong></p>
                <p class="quiet">{move || words::size(i18n, length)}" · "<bdi>{media_type}</bdi></p>
                <p class="quiet"><bdi>{author}</bdi>", "<When moment=attached quiet=true /></p>
                {counted.then(|| view! {
                    <details class="technical">
                        <summary data-testid="downloaded">
                            {move || tr!(i18n, "exchange-downloaded", { "n" => downloaded, "of" => of })}
                        </summary>
                        <ul class="plain-list">{who}</ul>
                    </details>
                })}
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="download" on:click=fetch
                        aria-busy=move || busy.get().to_string()
                        aria-label=move || tr!(i18n, "files-download-name", { "name" => spoken.clone() })
                    >
                        <span class="spinner" aria-hidden="true"></span>
                        {move_tr!("files-download")}
                    </button>
                    <span role="status">
                        <Show when=move || identical.get()>
                            <Badge kind="verified" label=move_tr!("files-identical") />
                        </Show>
                    </span>
                </div>
                {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
            </div>
        </li>
    }
}
