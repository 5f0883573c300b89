//! What the template of the mission says, in the reader's language.

use hawser_views::mission::{TemplateTexts, TextsCriterion, TextsDomain};
use leptos::prelude::*;

/// The texts of the template; they follow the language.
#[derive(Clone, Copy)]
pub struct Texts(Signal<TemplateTexts>);

/// A criterion with its place in its domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedCriterion {
    /// Title of its domain.
    pub domain: String,
    /// Its place in the domain, from 1.
    pub number: usize,
    /// So many criteria the domain has.
    pub of: usize,
    /// The criterion.
    pub criterion: TextsCriterion,
}

/// The texts around this page.
pub fn use_texts() -> Texts {
    expect_context::<Texts>()
}

impl Texts {
    /// From the agent's answer.
    pub fn new(texts: Signal<TemplateTexts>) -> Self {
        Self(texts)
    }

    /// The domains, in their order.
    pub fn domains(self) -> Vec<TextsDomain> {
        self.0.with(|texts| texts.domains.clone())
    }

    /// What a domain is called; its id where the template has no such domain.
    pub fn domain(self, id: &str) -> String {
        self.0.with(|texts| {
            let known = texts.domains.iter().find(|domain| domain.id == id);
            known.map_or_else(|| id.to_owned(), |domain| domain.title.clone())
        })
    }

    /// What a scenario is called.
    pub fn scenario(self, id: &str) -> String {
        self.0.with(|texts| {
            let known = texts.scenarios.iter().find(|scenario| scenario.id == id);
            known.map_or_else(|| id.to_owned(), |scenario| scenario.title.clone())
        })
    }

    /// Ids of the domains that stand against a scenario.
    pub fn mapped(self, scenario: &str) -> Vec<String> {
        self.0.with(|texts| {
            let known = texts.scenarios.iter().find(|known| known.id == scenario);
            known.map(|known| known.domains.clone()).unwrap_or_default()
        })
    }

    /// A criterion with its place in its domain.
    pub fn criterion(self, id: &str) -> Option<PlacedCriterion> {
        self.0.with(|texts| {
            texts.domains.iter().find_map(|domain| {
                let at = domain.criteria.iter().position(|one| one.id == id)?;
                Some(PlacedCriterion {
                    domain: domain.title.clone(),
                    number: at + 1,
                    of: domain.criteria.len(),
                    criterion: domain.criteria.get(at)?.clone(),
                })
            })
        })
    }

    /// What a criterion is called.
    pub fn title(self, id: &str) -> String {
        self.criterion(id)
            .map_or_else(|| id.to_owned(), |placed| placed.criterion.title)
    }

    /// The criterion so many places after another in the order of asking, or before it.
    pub fn beside(self, id: &str, step: isize) -> Option<String> {
        self.0.with(|texts| {
            let all: Vec<&TextsCriterion> = texts
                .domains
                .iter()
                .flat_map(|domain| &domain.criteria)
                .collect();
            let at = all.iter().position(|one| one.id == id)?;
            let beside = all.get(at.checked_add_signed(step)?)?;
            Some(beside.id.clone())
        })
    }

    /// The first criterion of a domain.
    pub fn first_of(self, domain: &str) -> Option<String> {
        self.0.with(|texts| {
            let known = texts.domains.iter().find(|known| known.id == domain)?;
            Some(known.criteria.first()?.id.clone())
        })
    }
}
