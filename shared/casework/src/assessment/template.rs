//! What an assessment asks: domains with their criteria, and the scenarios whose risk they bear on.
//!
//! A template is versioned. A programme copies one and changes it; a mission stays on the version it began
//! with, which is why its record holds the whole template.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rating::Rating;
use crate::record::{Findings, Presence, RecordError, read_strictly};

mod check;

pub use check::TemplateFault;
pub(crate) use check::is_id;

/// The most criteria of a template.
pub const CRITERIA_MAX: usize = 500;
/// The most domains of a template, and the most scenarios.
pub const DOMAINS_MAX: usize = 100;
/// The longest id in a template, in characters of `a-z`, `0-9` and `-`.
pub const ID_MAX: usize = 64;
/// The languages that every text of a template stands in, as BCP 47 tags.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// The template that every programme starts from.
const DEFAULT: &str = include_str!("../../data/assessment-template.json");

/// A text in every language of [`LANGUAGES`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Spanish.
    pub es: String,
}

impl Words {
    /// The text in the language of a BCP 47 tag (`fr`, `es-EC`); English for any other.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        match tag.split(['-', '_']).next() {
            Some("fr") => &self.fr,
            Some("es") => &self.es,
            _ => &self.en,
        }
    }

    pub(crate) fn look(&self, findings: &mut Findings, field: &'static str) {
        for (_, text) in self.each() {
            findings.title(field, text, Presence::Required);
        }
    }

    /// The text in each language, in the order of [`LANGUAGES`].
    fn each(&self) -> [(&'static str, &str); 3] {
        let [en, fr, es] = LANGUAGES;
        [(en, &self.en), (fr, &self.fr), (es, &self.es)]
    }
}

/// A template by name, without what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateVersion {
    /// Which template.
    pub id: String,
    /// Which version of it, from 1.
    pub version: u32,
}

/// One thing to be rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id, which no other criterion of the template has.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// What to look at, and what makes which rating.
    pub guidance: Words,
    /// The criterion that must be in place for this one to be asked: neither rated absent nor not applicable.
    pub only_if: Option<String>,
}

/// Criteria that are scored together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its id, which no other domain of the template has.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// What is rated, in the order of asking.
    pub criteria: Vec<Criterion>,
}

/// A way in which the port could be misused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its id, which no other scenario of the template has.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// Ids of the domains that stand against it, each once.
    pub domains: Vec<String>,
}

/// What an assessment asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id.
    pub id: String,
    /// Which version this is, from 1.
    pub version: u32,
    /// What it was copied from.
    pub derived_from: Option<TemplateVersion>,
    /// What it is called.
    pub title: Words,
    /// The domains, in the order of showing.
    pub domains: Vec<Domain>,
    /// The scenarios, in the order of showing.
    pub scenarios: Vec<Scenario>,
}

impl Template {
    /// Reads a template from strict JSON. What it says is not checked: see [`Template::check`].
    ///
    /// # Errors
    /// [`RecordError`] when the bytes are not strict JSON of a template's shape.
    pub fn decode(json: &[u8]) -> Result<Self, RecordError> {
        read_strictly(json)
    }

    /// Whether a mission can be assessed with it.
    ///
    /// # Errors
    /// Every fault. A template with too much in it is refused for that alone.
    pub fn check(&self) -> Result<(), Vec<TemplateFault>> {
        check::check(self)
    }

    /// Which template and version this is.
    #[must_use]
    pub fn named(&self) -> TemplateVersion {
        TemplateVersion {
            id: self.id.clone(),
            version: self.version,
        }
    }

    /// Every criterion with its domain, in the order of asking.
    pub fn criteria(&self) -> impl Iterator<Item = (&Domain, &Criterion)> {
        self.domains
            .iter()
            .flat_map(|domain| domain.criteria.iter().map(move |one| (domain, one)))
    }

    /// How many criteria it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.domains
            .iter()
            .map(|domain| domain.criteria.len())
            .sum()
    }

    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The criteria by id, for look-ups without a scan.
    #[must_use]
    pub fn outline(&self) -> Outline<'_> {
        let places = self
            .criteria()
            .enumerate()
            .map(|(place, (domain, criterion))| (&*criterion.id, (place, domain, criterion)));
        Outline {
            places: places.collect(),
        }
    }
}

/// The criteria of a template by id.
#[derive(Debug, Clone)]
pub struct Outline<'a> {
    places: BTreeMap<&'a str, (usize, &'a Domain, &'a Criterion)>,
}

impl<'a> Outline<'a> {
    /// The criterion with its domain.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<(&'a Domain, &'a Criterion)> {
        self.places
            .get(id)
            .map(|(_, domain, criterion)| (*domain, *criterion))
    }

    /// The criterion's place in the order of asking, from 0.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).map(|(place, _, _)| *place)
    }

    /// Whether the criterion is asked, given what the others are rated at the same place.
    ///
    /// It is not when the criterion it depends on is absent, not applicable or itself not asked; while that one
    /// is not rated yet or not observed, it is.
    #[must_use]
    pub fn is_asked(&self, id: &str, rated: impl Fn(&str) -> Option<Rating>) -> bool {
        let mut at = id;
        for _ in 0..self.places.len() {
            let Some((_, criterion)) = self.criterion(at) else {
                return true;
            };
            let Some(condition) = &criterion.only_if else {
                return true;
            };
            if matches!(
                rated(condition),
                Some(Rating::Absent | Rating::NotApplicable)
            ) {
                return false;
            }
            at = condition;
        }
        true
    }
}

/// The template that every programme starts from: twelve domains, six scenarios.
///
/// # Errors
/// None in a build whose tests passed: the text stands in the program.
pub fn default_template() -> Result<Template, RecordError> {
    Template::decode(DEFAULT.as_bytes())
}
