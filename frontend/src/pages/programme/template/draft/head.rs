//! What the template is called, and which version of it this is.

use hawser_casework::{assessment::Template, record::TITLE_MAX};
use leptos::prelude::*;
use leptos_fluent::move_tr;

use super::use_programme;
use crate::components::{Form, TextField};

/// A field that writes what is typed into the template that is being changed.
fn written(first: String, write: fn(&mut Template, String)) -> RwSignal<String> {
    let draft = use_programme().draft;
    let value = RwSignal::new(first);
    Effect::new(move |before: Option<()>| {
        let typed = value.get();
        if before.is_some() {
            draft.update(|draft| {
                if let Some(draft) = draft {
                    write(draft, typed);
                }
            });
        }
    });
    value
}

#[component]
pub fn Head(form: Form) -> impl IntoView {
    let draft = use_programme().draft;
    let text = |read: fn(&Template) -> String| {
        draft.with_untracked(|draft| draft.as_ref().map(read).unwrap_or_default())
    };
    let id = written(text(|draft| draft.id.clone()), |draft, typed| {
        draft.id = typed.trim().to_owned();
    });
    // What is no number is no version; that is said when it is to be adopted.
    let version = written(text(|draft| draft.version.to_string()), |draft, typed| {
        draft.version = typed.trim().parse().unwrap_or(0);
    });
    let en = written(text(|draft| draft.title.en.clone()), |draft, typed| {
        draft.title.en = typed;
    });
    let fr = written(text(|draft| draft.title.fr.clone()), |draft, typed| {
        draft.title.fr = typed;
    });
    let es = written(text(|draft| draft.title.es.clone()), |draft, typed| {
        draft.title.es = typed;
    });
    view! {
        <section class="panel-plain" aria-labelledby="draft-head-title" data-testid="draft-head">
            <h2 id="draft-head-title">{move_tr!("templates-head-title")}</h2>
            <div class="field-row">
                <TextField
                    label=move_tr!("templates-id") name="template-id" value=id required=true mono=true
                    help=move_tr!("templates-id-help") error=form.error("id")
                />
                <TextField
                    label=move_tr!("templates-version") name="template-version" value=version required=true mono=true
                    error=form.error("version")
                />
            </div>
            <div class="field-row">
                <TextField
                    label=move_tr!("templates-title-en") name="template-title-en" value=en required=true max=TITLE_MAX
                    error=form.error("title-en")
                />
                <TextField
                    label=move_tr!("templates-title-fr") name="template-title-fr" value=fr required=true max=TITLE_MAX
                    error=form.error("title-fr")
                />
                <TextField
                    label=move_tr!("templates-title-es") name="template-title-es" value=es required=true max=TITLE_MAX
                    error=form.error("title-es")
                />
            </div>
        </section>
    }
}
