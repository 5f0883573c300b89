//! The sentences of the page: the same in number, name and values in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;

/// Every language of the page.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// All messages of a language as they are written, in the order of the files.
fn written(language: &str) -> anyhow::Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../frontend/src/locales")
        .join(language);
    let mut files: Vec<_> = std::fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut messages = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let mut current: Option<(String, String)> = None;
        for line in text.lines() {
            if line.starts_with('#') {
                continue;
            }
            // What is further in, and the brace that ends a choice, belongs to the message before.
            if line.starts_with([' ', '\t', '}']) || line.is_empty() {
                if let Some((_, value)) = &mut current {
                    value.push('\n');
                    value.push_str(line);
                }
                continue;
            }
            let (key, value) = line
                .split_once('=')
                .with_context(|| format!("{}: {line:?} is no message", file.display()))?;
            messages.extend(current.replace((key.trim().to_owned(), value.trim().to_owned())));
        }
        messages.extend(current);
    }
    Ok(messages
        .into_iter()
        .map(|(key, value)| (key, value.trim().to_owned()))
        .collect())
}

/// All messages of a language by key.
pub fn messages(language: &str) -> anyhow::Result<BTreeMap<String, String>> {
    Ok(written(language)?.into_iter().collect())
}

/// The values that a message has places for.
fn variables(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')));
            rest.get(..end.unwrap_or(rest.len()))
        })
        .collect()
}

#[test]
fn every_language_has_every_sentence_once() -> anyhow::Result<()> {
    let english: BTreeSet<String> = messages("en")?.into_keys().collect();
    assert!(english.len() > 500, "they are read: {}", english.len());
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for (key, value) in written(language)? {
            assert!(!value.is_empty(), "{language}: {key} says nothing");
            assert!(
                seen.insert(key.clone()),
                "{language}: {key} stands there twice"
            );
        }
        let missing: Vec<_> = english.difference(&seen).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let more: Vec<_> = seen.difference(&english).collect();
        assert!(more.is_empty(), "only {language} has {more:?}");
    }
    Ok(())
}

#[test]
fn every_language_says_the_same_values() -> anyhow::Result<()> {
    let english = messages("en")?;
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for (key, message) in messages(language)? {
            let here = variables(&message);
            let there = english
                .get(&key)
                .map(|message| variables(message))
                .unwrap_or_default();
            if here != there {
                wrong.push(format!("{language} {key}: {here:?}, in English {there:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
