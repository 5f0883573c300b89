//! The ports of `data/ports.tsv`, and how one is found among them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use crate::browser;

/// No more than this are shown at once.
pub const SHOWN: usize = 20;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPort {
    pub locode: String,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Latitude and longitude in decimal degrees.
    pub position: Option<(String, String)>,
    /// The name as it is compared.
    folded: String,
}

/// The whole list; `None` when this is no such list.
pub fn read(text: &str) -> Option<Arc<Vec<ListedPort>>> {
    let port = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut next = || fields.next();
        let (locode, name, country) = (next()?, next()?, next()?);
        let position = (next()?, next()?);
        let folded = browser::folded(&name);
        Some(ListedPort {
            locode,
            name,
            country,
            position: Some(position).filter(|(latitude, _)| !latitude.is_empty()),
            folded,
        })
    };
    let ports = text.lines().map(port).collect::<Option<Vec<_>>>()?;
    (!ports.is_empty()).then(|| Arc::new(ports))
}

/// Names of countries in the reader's language, as shown and as compared.
pub struct Countries(HashMap<String, (String, String)>);

impl Countries {
    /// Those of the list.
    pub fn of(ports: &[ListedPort], language: &str) -> Self {
        let name = browser::country_names(language);
        let codes = ports
            .iter()
            .map(|port| &port.country)
            .collect::<BTreeSet<_>>();
        Self(
            codes
                .into_iter()
                .map(|code| {
                    let name = name(code);
                    let folded = browser::folded(&name);
                    (code.clone(), (name, folded))
                })
                .collect(),
        )
    }

    /// What the country is called.
    pub fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.0.get(code).map_or(code, |(name, _)| name)
    }

    fn folded<'a>(&'a self, code: &'a str) -> &'a str {
        self.0.get(code).map_or(code, |(_, folded)| folded)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The ports meant by what was typed, likeliest first: by code from three letters on, otherwise when each word
/// begins one of the name or the country, or is the country's code.
pub fn found<'a>(
    ports: &'a [ListedPort],
    countries: &Countries,
    typed: &str,
) -> Vec<&'a ListedPort> {
    let typed = browser::folded(typed);
    let wanted = words(&typed).collect::<Vec<_>>();
    if wanted.is_empty() {
        return Vec::new();
    }
    let (code, name) = (wanted.concat().to_uppercase(), wanted.join(" "));
    let rank = |port: &ListedPort| {
        if code.len() >= 3 && port.locode.starts_with(&code) {
            return Some(0);
        }
        let country = countries.folded(&port.country);
        let meant = |word: &&str| {
            words(&port.folded)
                .chain(words(country))
                .any(|part| part.starts_with(word))
                || port.country.eq_ignore_ascii_case(word)
        };
        wanted
            .iter()
            .all(meant)
            .then(|| if port.folded.starts_with(&name) { 1 } else { 2 })
    };
    let mut found = ports
        .iter()
        .filter_map(|port| Some((rank(port)?, port)))
        .collect::<Vec<_>>();
    found.sort_by_key(|(rank, port)| (*rank, &port.folded));
    found.into_iter().map(|(_, port)| port).collect()
}
