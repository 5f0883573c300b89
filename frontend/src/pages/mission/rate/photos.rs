//! Photos of a rating: those that are attached, and those that will be.

use hawser_views::mission::RatingView;
use leptos::prelude::*;
use leptos_fluent::move_tr;
use web_sys::File;

use crate::{
    components::file_drop::{ChosenFiles, FileDrop, drop_anywhere},
    pages::mission::{pictures::Pictures, use_mission},
};

#[component]
pub fn Photos(
    /// Chosen and not attached yet.
    files: RwSignal<Vec<File>, LocalStorage>,
    own: Memo<Option<RatingView>>,
) -> impl IntoView {
    let mission = use_mission();
    let add = UnsyncCallback::new(move |more: Vec<File>| {
        files.update(|files| files.extend(more));
    });
    drop_anywhere(add, mission.shut);
    let attached = move || {
        let photos = own.with(|own| own.as_ref().map(|own| own.photos.clone()));
        let photos = photos.filter(|photos| !photos.is_empty())?;
        Some(view! { <Pictures pictures=photos /> })
    };
    view! {
        <section class="photos" aria-labelledby="rate-photos-title">
            <h2 id="rate-photos-title" class="photos-title">{move_tr!("rate-photos")}</h2>
            {attached}
            <FileDrop on_files=add disabled=mission.shut />
            <ChosenFiles files />
        </section>
    }
}
