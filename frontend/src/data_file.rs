//! Files beside the page that most people never need: fetched when something first asks for them.

use std::collections::HashMap;

use hawser_views::failure::Failure;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::{agent_link::Loading, i18n::found_by_code};

/// The files fetched so far, kept at the root for as long as the page is open.
#[derive(Clone, Copy)]
pub struct DataFiles(StoredValue<HashMap<&'static str, String>>);

impl DataFiles {
    /// Makes them known to everything below.
    pub fn provide() {
        provide_context(Self(StoredValue::new(HashMap::new())));
    }

    async fn text(self, path: &'static str) -> Result<String, Failure> {
        if let Some(text) = self.0.with_value(|kept| kept.get(path).cloned()) {
            return Ok(text);
        }
        let text = fetched(path).await?;
        self.0.update_value(|kept| {
            kept.insert(path, text.clone());
        });
        Ok(text)
    }
}

/// A file of the page, and what fetches it.
pub struct DataFile<T: Send + Sync + 'static> {
    /// Where it stands; nothing until it is wanted.
    pub state: ReadSignal<Option<Loading<T>>>,
    /// Fetches it, unless it is there or on its way; tries again after a failure.
    pub want: Callback<()>,
}

/// The file at `path`, as `read` understands its text.
pub fn data_file<T>(path: &'static str, read: fn(&str) -> Option<T>) -> DataFile<T>
where
    T: Clone + Send + Sync + 'static,
{
    let files = expect_context::<DataFiles>();
    let (state, set_state) = signal(None);
    let want = Callback::new(move |()| {
        let settled = matches!(
            *state.read_untracked(),
            Some(Loading::Wait | Loading::Ready(_))
        );
        if settled {
            return;
        }
        set_state.set(Some(Loading::Wait));
        spawn_local(async move {
            let answer = files
                .text(path)
                .await
                .and_then(|text| read(&text).ok_or_else(|| failure(path)));
            let _ = set_state.try_set(Some(match answer {
                Ok(value) => Loading::Ready(value),
                Err(failure) => Loading::Failed(failure),
            }));
        });
    });
    DataFile { state, want }
}

fn failure(path: &str) -> Failure {
    Failure::new("data-file").with("path", path)
}

async fn fetched(path: &str) -> Result<String, Failure> {
    let failed = |_: JsValue| failure(path);
    let answer = JsFuture::from(window().fetch_with_str(path))
        .await
        .and_then(JsCast::dyn_into::<Response>)
        .map_err(failed)?;
    if !answer.ok() {
        return Err(failure(path).with("status", answer.status()));
    }
    let text = JsFuture::from(answer.text().map_err(failed)?)
        .await
        .map_err(failed)?;
    text.as_string().ok_or_else(|| failure(path))
}

found_by_code! { tr!("error-data-file"); }
