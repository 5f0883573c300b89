//! Languages: English, French and Spanish, compared at compile time message by message.
//!
//! Sentences with a literal key use `tr!` and `move_tr!`. What is looked up by a code that the agent
//! sends (`error-<code>`, `entry-<kind>` …) goes through [`sentence`] and is listed in the
//! [`found_by_code!`] of the file that does so, where the compile-time check finds it.

use std::{borrow::Cow, collections::HashMap};

use hawser_casework::assessment::Words;
use leptos::prelude::*;
use leptos_fluent::{I18n, leptos_fluent};

/// Names messages that are looked up by a code, for the translation check alone; expands to nothing.
macro_rules! found_by_code {
    ($($tokens:tt)*) => {};
}
pub(crate) use found_by_code;

#[component]
pub fn I18nProvider(children: Children) -> impl IntoView {
    leptos_fluent! {
        children: children(),
        locales: "./src/locales",
        default_language: "en",
        check_translations: "./src/**/*.rs",
        local_storage_key: "hawser-language",
        initial_language_from_local_storage: true,
        set_language_to_local_storage: true,
        initial_language_from_navigator: true,
        sync_html_tag_lang: true,
        sync_html_tag_dir: true,
    }
}

/// The languages; keep it in event handlers and async blocks, where contexts cannot be asked for:
/// `tr!(i18n, "key")`.
pub fn use_i18n() -> I18n {
    expect_context::<I18n>()
}

/// A text that its author wrote in every language, in the reader's.
pub fn in_reader_language(i18n: I18n, words: &Words) -> String {
    words.in_language(i18n.language.get().id).to_owned()
}

/// The message of the key with named values, or `None` where no language has it.
pub fn sentence<'v>(
    i18n: I18n,
    key: &str,
    values: impl IntoIterator<Item = (&'v String, &'v String)>,
) -> Option<String> {
    let arguments = values
        .into_iter()
        .map(|(name, value)| (Cow::Owned(name.clone()), value.as_str().into()))
        .collect::<HashMap<Cow<'static, str>, _>>();
    let found = i18n.tr_with_args(key, &arguments);
    (!found.starts_with("Unknown localization ")).then_some(found)
}
