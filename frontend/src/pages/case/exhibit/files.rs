//! The files of an exhibit: pictures as pixels, downloads checked, more attached by choosing or dropping.

use hawser_casework::{RecordId, record::spelled};
use hawser_views::{
    evidence::{ExhibitView, FileView},
    failure::{Failure, FieldFailure},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use web_sys::File;

use super::{use_case, words};
use crate::{
    agent_link::use_agent,
    components::{
        Badge, CopyButton, FailurePanel, FieldError, When,
        exhibit_form::attach,
        file_drop::{FileDrop, drop_anywhere, wrong_file},
        fingerprint,
        preview::{Kind, Large, LargePicture, Picture, download},
    },
    i18n::use_i18n,
    pages::case::correct::{CorrectDialog, Correction},
};

#[component]
pub fn Files(view: Signal<ExhibitView>, exhibit: RecordId) -> impl IntoView {
    let agent = use_agent();
    let case = use_case();
    let failure = RwSignal::new(None::<Failure>);
    let large = RwSignal::new(None::<Large>);
    let asked = RwSignal::new(None::<Correction>);
    let files = Memo::new(move |_| view.with(|view| view.files.clone()));
    // What cannot be attached is said; the rest goes on its way.
    let refused = RwSignal::new(Vec::<(String, FieldFailure)>::new());
    let add = UnsyncCallback::new(move |files: Vec<File>| {
        let mut good = Vec::new();
        let mut wrong = Vec::new();
        for file in files {
            match wrong_file(&file) {
                Some(why) => wrong.push((spelled(&file.name()), why)),
                None => good.push(file),
            }
        }
        refused.set(wrong);
        if good.is_empty() {
            return;
        }
        spawn_local(async move {
            failure.try_set(attach(agent, case.space, exhibit, good).await.err());
        });
    });
    let not_attached = move || {
        refused
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, (name, why))| {
                view! {
                    <li data-testid="refused-file">
                        <bdi>{name}</bdi>
                        <FieldError id=format!("refused-file-{at}-error") error=Signal::derive(move || Some(why.clone())) />
                    </li>
                }
            })
            .collect_view()
    };
    drop_anywhere(add, case.shut);
    view! {
        <section class="panel-plain" aria-labelledby="files-title" data-testid="files">
            <h2 id="files-title">{move_tr!("files-title")}</h2>
            {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
            <Show
                when=move || !files.with(Vec::is_empty)
                fallback=move || view! { <p class="quiet">{move_tr!("files-none")}</p> }
            >
                <ul class="file-list">
                    <For each=move || files.get() key=fingerprint let:file>
                        <FileLine file large asked failure />
                    </For>
                </ul>
            </Show>
            <Show when=move || !case.shut.get()>
                <FileDrop on_files=add />
                <div role="status">
                    <ul class="chosen-files">{not_attached}</ul>
                </div>
            </Show>
            <LargePicture space=case.space large />
            <CorrectDialog correction=asked />
        </section>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetched {
    Not,
    Busy,
    Identical,
}

#[component]
fn FileLine(
    file: FileView,
    large: RwSignal<Option<Large>>,
    asked: RwSignal<Option<Correction>>,
    failure: RwSignal<Option<Failure>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let agent = use_agent();
    let case = use_case();
    let FileView {
        file: record,
        name,
        media_type,
        length,
        sha256,
        caption,
        author,
        recorded,
        preview,
        ..
    } = file;
    let fetched = RwSignal::new(Fetched::Not);
    let fetch = {
        let name = name.clone();
        move |_| {
            let name = name.clone();
            fetched.set(Fetched::Busy);
            failure.set(None);
            spawn_local(async move {
                // The agent answers only when the hash of what it has decrypted is the recorded one.
                let result = download(agent, case.space, record, &name).await;
                fetched.try_set(if result.is_ok() {
                    Fetched::Identical
                } else {
                    Fetched::Not
                });
                if let Err(reason) = result {
                    failure.try_set(Some(reason));
                }
            });
        }
    };
    let shown = if let Some(kind) = Kind::of(&preview) {
        let (spoken, opened) = (name.clone(), name.clone());
        let label = Signal::derive(move || tr!(i18n, "preview-of", { "name" => spoken.clone() }));
        view! {
            <button
                type="button" class="picture-button" data-testid="preview-open" aria-label=label
                on:click=move |_| large.set(Some(Large { file: record, name: opened.clone(), kind }))
            >
                <Picture space=case.space file=record longest=160 label kind />
            </button>
        }
        .into_any()
    } else {
        view! {
            <div class="picture picture-none" data-testid="preview-none">{move_tr!("preview-none")}</div>
        }
        .into_any()
    };
    let correct = {
        let caption = caption.clone();
        move |_| {
            let old = caption.clone();
            asked.set(Some(Correction {
                target: record,
                field: "caption".to_owned(),
                old,
            }));
        }
    };
    let spoken = name.clone();
    view! {
        <li class="file" data-testid="file">
            {shown}
            <div class="file-body">
                <p class="file-name"><strong><bdi data-testid="file-name">{name}</bdi></strong></p>
                {(!caption.is_empty()).then(|| view! { <p><bdi>{caption}</bdi></p> })}
                <p class="quiet">
                    {move || words::size(i18n, length)}
                    {(!media_type.is_empty()).then(|| view! { " · "<bdi>{media_type}</bdi> })}
                </p>
                <p class="quiet"><bdi>{author}</bdi>", "<When moment=recorded quiet=true /></p>
                <details class="technical">
                    <summary>"SHA-256"</summary>
                    <code class="hash" data-testid="file-sha256">{sha256.clone()}</code>
                    <CopyButton text=sha256 />
                </details>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="download" on:click=fetch
                        disabled=move || fetched.get() == Fetched::Busy
                        aria-busy=move || (fetched.get() == Fetched::Busy).to_string()
                        aria-label=move || tr!(i18n, "files-download-name", { "name" => spoken.clone() })
                    >
                        {move || if fetched.get() == Fetched::Busy { tr!(i18n, "files-downloading") } else { tr!(i18n, "files-download") }}
                    </button>
                    <button
                        type="button" class="button button-quiet" data-testid="correct-caption" on:click=correct
                        disabled=move || case.shut.get()
                    >
                        {move_tr!("files-correct-caption")}
                    </button>
                    <span role="status">
                        <Show when=move || fetched.get() == Fetched::Identical>
                            <Badge kind="verified" label=move_tr!("files-identical") />
                        </Show>
                    </span>
                </div>
            </div>
        </li>
    }
}
