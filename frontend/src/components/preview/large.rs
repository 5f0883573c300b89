//! A picture or document in a window of its own.

use hawser_casework::{RecordId, SpaceId};
use leptos::prelude::*;

use super::{Kind, PdfPages, Picture};
use crate::{components::Dialog, pages::case::opened_by};

/// What is shown large.
#[derive(Clone, PartialEq, Eq)]
pub struct Large {
    pub file: RecordId,
    pub name: String,
    pub kind: Kind,
}

/// Open while `large` names something.
#[component]
pub fn LargePicture(space: SpaceId, large: RwSignal<Option<Large>>) -> impl IntoView {
    let open = opened_by(large);
    let title = Signal::derive(move || {
        large.with(|large| {
            large
                .as_ref()
                .map(|large| large.name.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open title wide=true testid="preview-dialog">
            {move || large.get().map(|large| match large.kind {
                Kind::Image => view! {
                    <Picture space file=large.file longest=1200 label=large.name />
                }.into_any(),
                Kind::Pdf => view! {
                    <PdfPages space file=large.file longest=1000 name=large.name />
                }.into_any(),
            })}
        </Dialog>
    }
}
