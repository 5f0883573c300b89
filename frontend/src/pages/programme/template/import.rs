//! A template brought from a file, or pasted.

use hawser_casework::{RecordError, assessment::Template, record::MAX_BYTES};
use hawser_views::failure::FieldFailure;
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{TemplatesLink, use_programme};
use crate::{
    components::{Form, FormFailure, PageHead, Submit, TextField, file_drop::FileDrop},
    i18n::{found_by_code, use_i18n},
    pages::case::checked,
};

/// Why a text is no template, said at the field it stands in.
fn refused(error: &RecordError) -> FieldFailure {
    let (code, value) = match error {
        RecordError::Syntax { line, column } => ("template-not-json", format!("{line}:{column}")),
        RecordError::TooLarge { max, .. } => ("template-too-large", (max / 1024).to_string()),
        RecordError::DuplicateKey => ("template-duplicate-key", String::new()),
        RecordError::FloatingPoint => ("template-fraction", String::new()),
        RecordError::Shape {
            missing: Some(field),
        } => ("template-field-missing", field.clone()),
        RecordError::TooDeep { .. } | RecordError::Shape { .. } | RecordError::UnknownType => {
            ("template-shape", String::new())
        }
    };
    checked::field("json", code, value)
}

#[component]
pub fn ImportPage() -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let navigate = use_navigate();
    let form = Form::new();
    let json = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<String>);
    // What was chosen stands in the field, where it can be read and mended.
    let take = UnsyncCallback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        if file.size() > MAX_BYTES as f64 {
            let too_large = RecordError::TooLarge {
                max: MAX_BYTES,
                found: file.size() as usize,
            };
            form.fail(checked::failure(vec![refused(&too_large)]));
            return;
        }
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok();
            match text.and_then(|text| text.as_string()) {
                Some(text) => {
                    form.clear();
                    let _ = chosen.try_set(Some(file.name()));
                    let _ = json.try_set(text);
                }
                None => form.fail(checked::failure(vec![checked::field(
                    "json",
                    "template-file",
                    "",
                )])),
            }
        });
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("json", json)]) {
            return;
        }
        match json.with_untracked(|json| Template::decode(json.as_bytes())) {
            Ok(template) => {
                programme.draft.set(Some(template));
                navigate(
                    &programme.path("templates/draft"),
                    NavigateOptions::default(),
                );
            }
            Err(error) => form.fail(checked::failure(vec![refused(&error)])),
        }
    };
    view! {
        <TemplatesLink />
        <PageHead title=move_tr!("templates-import-title") lead=move_tr!("templates-import-lead") />
        <Show when=move || programme.draft.with(Option::is_some)>
            <p class="warning" role="status" data-testid="import-replaces">{move_tr!("templates-import-replaces")}</p>
        </Show>
        <form class="form form-page import" novalidate on:submit=submit data-testid="import-form">
            <FormFailure form />
            <div class="field">
                <p class="field-label">{move_tr!("templates-import-file")}</p>
                <FileDrop on_files=take camera=false />
                <p class="quiet" role="status">
                    {move || chosen.get().map(|name| tr!(i18n, "templates-import-chosen", { "name" => name }))}
                </p>
            </div>
            <TextField
                label=move_tr!("templates-import-text") name="json" value=json multiline=true required=true
                help=move_tr!("templates-import-help") error=form.error("json")
            />
            <p class="quiet">{move_tr!("templates-import-next")}</p>
            <div class="actions">
                <Submit form label=move_tr!("templates-import-read") testid="import-read" />
            </div>
        </form>
    }
}

found_by_code! {
    // by code: field-
    tr!("field-template-not-json", { "value" => 0 });
    tr!("field-template-too-large", { "value" => 0 });
    tr!("field-template-duplicate-key");
    tr!("field-template-fraction");
    tr!("field-template-field-missing", { "value" => 0 });
    tr!("field-template-shape");
    tr!("field-template-file");
}
