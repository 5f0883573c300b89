//! What can be wrong with a template.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{CRITERIA_MAX, DOMAINS_MAX, ID_MAX, Template, Words};
use crate::record::{Findings, Presence, Problem};

/// Something wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum TemplateFault {
    /// More domains, criteria or scenarios than can be assessed; nothing else is looked at then.
    TooMany {
        /// `domains`, `criteria` or `scenarios`.
        what: String,
        /// The limit.
        max: usize,
        /// What was found.
        found: usize,
    },
    /// An id that is empty, too long, or not of `a-z`, `0-9` and `-`.
    IdMalformed {
        /// The id.
        id: String,
    },
    /// Two domains, two criteria or two scenarios have one id.
    IdDoubled {
        /// The id.
        id: String,
    },
    /// Versions count from 1.
    VersionZero {
        /// The template.
        id: String,
    },
    /// It names as its origin itself, in this or a later version.
    DerivedFromItself {
        /// The template.
        id: String,
    },
    /// A text is missing in one language.
    TranslationMissing {
        /// Whose text.
        id: String,
        /// `title` or `guidance`.
        field: String,
        /// Which language, a BCP 47 tag.
        language: String,
    },
    /// A text is too long, or holds a character that no text may hold.
    TextRefused {
        /// Whose text.
        id: String,
        /// `title` or `guidance`.
        field: String,
        /// Which language, a BCP 47 tag.
        language: String,
        /// What is wrong with it.
        problem: Problem,
    },
    /// A template or domain without a criterion.
    NoCriteria {
        /// The template or domain.
        id: String,
    },
    /// A criterion depends on one that is not there.
    ConditionUnknown {
        /// The criterion.
        id: String,
        /// What it depends on.
        only_if: String,
    },
    /// Criteria that depend on one another in a circle.
    ConditionCycle {
        /// Its members, each depending on the next and the last on the first.
        members: Vec<String>,
    },
    /// A scenario without a domain.
    NoDomains {
        /// The scenario.
        id: String,
    },
    /// A scenario names a domain that is not there.
    DomainUnknown {
        /// The scenario.
        id: String,
        /// The domain.
        domain: String,
    },
    /// A scenario names a domain twice, which would count twice.
    DomainTwice {
        /// The scenario.
        id: String,
        /// The domain.
        domain: String,
    },
}

impl TemplateFault {
    /// Stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "template-too-many",
            Self::IdMalformed { .. } => "template-id-malformed",
            Self::IdDoubled { .. } => "template-id-doubled",
            Self::VersionZero { .. } => "template-version-zero",
            Self::DerivedFromItself { .. } => "template-derived-from-itself",
            Self::TranslationMissing { .. } => "template-translation-missing",
            Self::TextRefused { .. } => "template-text-refused",
            Self::NoCriteria { .. } => "template-no-criteria",
            Self::ConditionUnknown { .. } => "template-condition-unknown",
            Self::ConditionCycle { .. } => "template-condition-cycle",
            Self::NoDomains { .. } => "template-no-domains",
            Self::DomainUnknown { .. } => "template-domain-unknown",
            Self::DomainTwice { .. } => "template-domain-twice",
        }
    }

    /// The id of what is wrong; the first member of a circle; `None` when it is the template's extent.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::TooMany { .. } => None,
            Self::ConditionCycle { members } => members.first().map(String::as_str),
            Self::IdMalformed { id }
            | Self::IdDoubled { id }
            | Self::VersionZero { id }
            | Self::DerivedFromItself { id }
            | Self::TranslationMissing { id, .. }
            | Self::TextRefused { id, .. }
            | Self::NoCriteria { id }
            | Self::ConditionUnknown { id, .. }
            | Self::NoDomains { id }
            | Self::DomainUnknown { id, .. }
            | Self::DomainTwice { id, .. } => Some(id),
        }
    }
}

pub(super) fn check(template: &Template) -> Result<(), Vec<TemplateFault>> {
    let mut faults = extent(template);
    if faults.is_empty() {
        head(template, &mut faults);
        texts(template, &mut faults);
        for ids in [
            template.domains.iter().map(|one| &*one.id).collect(),
            template.criteria().map(|(_, one)| &*one.id).collect(),
            template.scenarios.iter().map(|one| &*one.id).collect(),
        ] {
            check_ids(ids, &mut faults);
        }
        conditions(template, &mut faults);
        scenarios(template, &mut faults);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

/// Faults of sheer size, told from the lengths alone.
fn extent(template: &Template) -> Vec<TemplateFault> {
    let mapped = template.scenarios.iter().map(|one| one.domains.len());
    [
        ("domains", DOMAINS_MAX, template.domains.len()),
        ("criteria", CRITERIA_MAX, template.count()),
        ("scenarios", DOMAINS_MAX, template.scenarios.len()),
        ("domains", DOMAINS_MAX, mapped.max().unwrap_or(0)),
    ]
    .into_iter()
    .filter(|(_, max, found)| found > max)
    .map(|(what, max, found)| TemplateFault::TooMany {
        what: what.to_owned(),
        max,
        found,
    })
    .collect()
}

fn head(template: &Template, faults: &mut Vec<TemplateFault>) {
    let id = || template.id.clone();
    check_ids(vec![&template.id], faults);
    if template.version == 0 {
        faults.push(TemplateFault::VersionZero { id: id() });
    }
    if let Some(origin) = &template.derived_from {
        check_ids(vec![&origin.id], faults);
        if origin.id == template.id && origin.version >= template.version {
            faults.push(TemplateFault::DerivedFromItself { id: id() });
        }
    }
    if template.domains.is_empty() {
        faults.push(TemplateFault::NoCriteria { id: id() });
    }
    for domain in &template.domains {
        if domain.criteria.is_empty() {
            let id = domain.id.clone();
            faults.push(TemplateFault::NoCriteria { id });
        }
    }
}

fn texts(template: &Template, faults: &mut Vec<TemplateFault>) {
    title(&template.id, &template.title, faults);
    for domain in &template.domains {
        title(&domain.id, &domain.title, faults);
    }
    for (_, criterion) in template.criteria() {
        title(&criterion.id, &criterion.title, faults);
        words(
            &criterion.id,
            "guidance",
            &criterion.guidance,
            Findings::long,
            faults,
        );
    }
    for scenario in &template.scenarios {
        title(&scenario.id, &scenario.title, faults);
    }
}

fn title(id: &str, text: &Words, faults: &mut Vec<TemplateFault>) {
    words(id, "title", text, Findings::title, faults);
}

fn words(
    id: &str,
    field: &'static str,
    text: &Words,
    look: fn(&mut Findings, &'static str, &str, Presence),
    faults: &mut Vec<TemplateFault>,
) {
    for (language, text) in text.each() {
        let mut findings = Findings::default();
        look(&mut findings, field, text, Presence::Required);
        for error in findings.finish().err().unwrap_or_default() {
            let (id, field, language) = (id.to_owned(), field.to_owned(), language.to_owned());
            faults.push(match error.problem {
                Problem::Missing => TemplateFault::TranslationMissing {
                    id,
                    field,
                    language,
                },
                problem => TemplateFault::TextRefused {
                    id,
                    field,
                    language,
                    problem,
                },
            });
        }
    }
}

fn check_ids(ids: Vec<&str>, faults: &mut Vec<TemplateFault>) {
    let mut met = BTreeSet::new();
    let mut doubled = BTreeSet::new();
    for id in ids {
        if !is_id(id) {
            let id = id.chars().take(ID_MAX).collect();
            faults.push(TemplateFault::IdMalformed { id });
        } else if !met.insert(id) && doubled.insert(id) {
            faults.push(TemplateFault::IdDoubled { id: id.to_owned() });
        }
    }
}

/// Whether the text can be an id in a template.
pub(crate) fn is_id(id: &str) -> bool {
    let named = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    !id.is_empty() && id.len() <= ID_MAX && id.bytes().all(named)
}

fn conditions(template: &Template, faults: &mut Vec<TemplateFault>) {
    let depends: BTreeMap<&str, Option<&str>> = template
        .criteria()
        .map(|(_, one)| (&*one.id, one.only_if.as_deref()))
        .collect();
    for (_, criterion) in template.criteria() {
        if let Some(only_if) = &criterion.only_if
            && !depends.contains_key(&**only_if)
        {
            faults.push(TemplateFault::ConditionUnknown {
                id: criterion.id.clone(),
                only_if: only_if.chars().take(ID_MAX).collect(),
            });
        }
    }
    let mut done = BTreeSet::new();
    for (_, criterion) in template.criteria() {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path = BTreeMap::new();
        let mut at = Some(&*criterion.id);
        while let Some(id) = at.filter(|id| !done.contains(id)) {
            if let Some(start) = on_path.insert(id, path.len()) {
                let members = path.iter().skip(start).map(|&id| id.to_owned());
                faults.push(TemplateFault::ConditionCycle {
                    members: members.collect(),
                });
                break;
            }
            path.push(id);
            at = depends.get(id).copied().flatten();
        }
        done.extend(path);
    }
}

fn scenarios(template: &Template, faults: &mut Vec<TemplateFault>) {
    let known: BTreeSet<&str> = template.domains.iter().map(|one| &*one.id).collect();
    for scenario in &template.scenarios {
        let id = || scenario.id.clone();
        if scenario.domains.is_empty() {
            faults.push(TemplateFault::NoDomains { id: id() });
        }
        let mut met = BTreeSet::new();
        for domain in &scenario.domains {
            let named = || domain.chars().take(ID_MAX).collect();
            if !known.contains(&**domain) {
                faults.push(TemplateFault::DomainUnknown {
                    id: id(),
                    domain: named(),
                });
            } else if !met.insert(domain) {
                faults.push(TemplateFault::DomainTwice {
                    id: id(),
                    domain: named(),
                });
            }
        }
    }
}
