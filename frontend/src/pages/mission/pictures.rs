//! Photos and other files of a rating or finding: pictures as pixels, the rest to be downloaded.

use hawser_views::{failure::Failure, mission::PictureView};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};

use crate::{
    agent_link::use_agent,
    components::{
        FailurePanel,
        preview::{Kind, Large, LargePicture, Picture, download},
    },
    i18n::use_i18n,
    pages::space::use_space,
};

/// What browsers decode as an image.
const IMAGES: [&str; 5] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/avif",
];

fn kind(media_type: &str) -> Option<Kind> {
    match media_type {
        "application/pdf" => Some(Kind::Pdf),
        image if IMAGES.contains(&image) => Some(Kind::Image),
        _ => None,
    }
}

#[component]
pub fn Pictures(pictures: Vec<PictureView>) -> impl IntoView {
    let i18n = use_i18n();
    let (agent, space) = (use_agent(), use_space().space);
    let large = RwSignal::new(None::<Large>);
    let failure = RwSignal::new(None::<Failure>);
    let one = move |picture: PictureView| {
        let PictureView {
            file,
            name,
            media_type,
            caption,
            ..
        } = picture;
        let (spoken, fetched) = (name.clone(), name.clone());
        let shown = if let Some(kind) = kind(&media_type) {
            let opened = name.clone();
            let label =
                Signal::derive(move || tr!(i18n, "preview-of", { "name" => spoken.clone() }));
            view! {
                <button
                    type="button" class="picture-button" data-testid="preview-open" aria-label=label
                    on:click=move |_| large.set(Some(Large { file, name: opened.clone(), kind }))
                >
                    <Picture space file longest=160 label kind />
                </button>
            }
            .into_any()
        } else {
            let fetch = move |_| {
                let name = fetched.clone();
                spawn_local(async move {
                    let _ = failure.try_set(download(agent, space, file, &name).await.err());
                });
            };
            view! {
                <button
                    type="button" class="button" data-testid="download" on:click=fetch
                    aria-label=move || tr!(i18n, "files-download-name", { "name" => spoken.clone() })
                >
                    {move_tr!("files-download")}
                </button>
            }
            .into_any()
        };
        view! {
            <li data-testid="picture-line">
                {shown}
                <span class="quiet"><bdi>{if caption.is_empty() { name } else { caption }}</bdi></span>
            </li>
        }
    };
    view! {
        <ul class="pictures">{pictures.into_iter().map(one).collect_view()}</ul>
        {move || failure.get().map(|failure| view! { <FailurePanel failure /> })}
        <LargePicture space large />
    }
}
