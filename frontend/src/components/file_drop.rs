//! Choosing files: by the file chooser, by the camera, or dropped onto the page.

use hawser_casework::record::{Problem, file_name_problem, spelled};
use hawser_views::failure::FieldFailure;
use leptos::{ev, html, prelude::*};
use leptos_fluent::{move_tr, tr};
use wasm_bindgen::JsCast;
use web_sys::{File, FileList};

use crate::{
    components::{FieldError, form_id},
    i18n::{found_by_code, use_i18n},
    pages::case::words,
};

/// The files of a browser list.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|at| files.item(at))
        .collect()
}

/// What the agent must know of a file that goes beside the envelope.
pub fn picked(file: &File) -> hawser_views::transfer::PickedFile {
    hawser_views::transfer::PickedFile {
        name: file.name(),
        media_type: file.type_(),
        length: file.size() as u64,
        modified_ms: file.last_modified() as i64,
        caption: String::new(),
    }
}

/// Why a file cannot be attached, said before it is sent.
pub fn wrong_file(file: &File) -> Option<FieldFailure> {
    let failure = |code: &str, value: String| FieldFailure {
        field: "files".to_owned(),
        code: code.to_owned(),
        value,
    };
    match file_name_problem(&file.name()) {
        Some(Problem::BidiControl) => Some(failure("file-name-reversed", String::new())),
        Some(Problem::TooLong { max, .. }) => Some(failure("file-name-long", max.to_string())),
        Some(_) => Some(failure("file-name", String::new())),
        None => (file.size() == 0.0).then(|| failure("file-empty", String::new())),
    }
}

found_by_code! {
    // by code: field-file-
    tr!("field-file-empty");
    tr!("field-file-name");
    tr!("field-file-name-long", { "value" => 0 });
    tr!("field-file-name-reversed");
}

fn chosen(event: &ev::Event) -> Vec<File> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = listed(input.files());
    // So that choosing the same file again is noticed.
    input.set_value("");
    files
}

/// Takes files dropped anywhere on the page; a browser would otherwise leave the page and show the file.
pub fn drop_anywhere(on_files: UnsyncCallback<Vec<File>>, shut: Signal<bool>) {
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        let taken = event.default_prevented();
        event.prevent_default();
        let files = listed(event.data_transfer().and_then(|transfer| transfer.files()));
        if !taken && !files.is_empty() && !shut.get_untracked() {
            on_files.run(files);
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}

/// The files that were chosen, each with what is wrong with it; each can be taken out again.
#[component]
pub fn ChosenFiles(files: RwSignal<Vec<File>, LocalStorage>) -> impl IntoView {
    let i18n = use_i18n();
    let stem = form_id("chosen-file");
    let lines = move || {
        files.with(|chosen| {
            chosen
                .iter()
                .enumerate()
                .map(|(at, file)| {
                    let (name, size) = (spelled(&file.name()), file.size() as u64);
                    let wrong = wrong_file(file);
                    let invalid = wrong.is_some().then_some("true");
                    let error_id = format!("{stem}-{at}-error");
                    let remove = move |_| {
                        files.update(|files| {
                            files.remove(at);
                        });
                    };
                    let spoken = name.clone();
                    view! {
                        <li data-testid="chosen-file">
                            <bdi>{name}</bdi>
                            <span class="quiet">{move || words::size(i18n, size)}</span>
                            <button
                                type="button" class="button button-quiet" on:click=remove
                                aria-label=move || tr!(i18n, "files-remove", { "name" => spoken.clone() })
                                aria-invalid=invalid aria-describedby=error_id.clone()
                            >
                                {move_tr!("remove")}
                            </button>
                            <FieldError id=error_id error=Signal::derive(move || wrong.clone()) />
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! { <ul class="chosen-files">{lines}</ul> }
}

/// A place onto which files can be dropped, with buttons for camera and file chooser.
///
/// Where nothing can be dropped (tablets, phones, keyboards) the buttons do the same.
#[component]
pub fn FileDrop(
    /// What becomes of the files, in the order chosen.
    on_files: UnsyncCallback<Vec<File>>,
    /// Nothing may be added now.
    #[prop(into, optional)]
    disabled: Signal<bool>,
    /// Offers the camera.
    #[prop(default = true)]
    camera: bool,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let camera_input = NodeRef::<html::Input>::new();
    let files_input = NodeRef::<html::Input>::new();
    let open = |input: NodeRef<html::Input>| {
        move |_| {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        }
    };
    let take = move |event: ev::Event| {
        let files = chosen(&event);
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        over.set(false);
        if disabled.get_untracked() {
            return;
        }
        let files = listed(event.data_transfer().and_then(|transfer| transfer.files()));
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    view! {
        <div
            class="file-drop"
            class:file-drop-over=over
            data-testid="file-drop"
            on:dragover=move |event: ev::DragEvent| {
                event.prevent_default();
                over.set(!disabled.get_untracked());
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            {camera
                .then(|| view! {
                    <input
                        class="visually-hidden"
                        tabindex="-1"
                        aria-hidden="true"
                        type="file"
                        accept="image/*"
                        capture="environment"
                        data-testid="camera-input"
                        node_ref=camera_input
                        on:change=take
                    />
                    <button
                        type="button"
                        class="button button-primary"
                        data-testid="take-photo"
                        disabled=disabled
                        on:click=open(camera_input)
                    >
                        {move_tr!("files-take-photo")}
                    </button>
                })}
            <input
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                type="file"
                multiple
                data-testid="files-input"
                node_ref=files_input
                on:change=take
            />
            <button
                type="button"
                class="button"
                data-testid="choose-files"
                disabled=disabled
                on:click=open(files_input)
            >
                {move_tr!("files-choose")}
            </button>
            <span class="file-drop-hint">{move_tr!("files-drop-hint")}</span>
        </div>
    }
}
