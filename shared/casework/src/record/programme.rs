//! The records of a programme: the ports it follows, the templates it assesses them with, the missions that
//! report to it, and what they reported.

use serde::{Deserialize, Serialize};

use super::{Findings, Presence, Statement};
use crate::{
    assessment::{PortRef, Template},
    id::{PersonId, RecordId, SpaceId},
    record::field::{FieldFault, Fields, candidates, read, write},
};

/// A record of a programme. In JSON `what` is the variant's name in kebab case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ProgrammeRecord {
    /// The programme is opened.
    ProgrammeOpened(ProgrammeTerms),
    /// Missions can be opened with this template from now on.
    TemplateAdopted {
        /// The template, in a version that the programme does not have yet.
        template: Template,
    },
    /// A port is followed.
    PortFollowed(FollowedPort),
    /// A mission reports; a later record of the same mission takes its place.
    MissionRegistered {
        /// The mission.
        mission: SpaceId,
        /// The record by which its port is followed.
        port: RecordId,
        /// Those who may sign for it.
        reporters: Vec<Reporter>,
    },
    /// A signed aggregate of a mission is taken in.
    AggregateTaken {
        /// The mission.
        mission: SpaceId,
        /// The record of the mission in which it was signed.
        command: RecordId,
        /// The signer's Ed25519 public key, 64 lower-case hexadecimal digits.
        signer: String,
        /// An [`AggregateBody`](crate::assessment::AggregateBody), signed for the mission.
        statement: Statement,
    },
}

/// What a programme is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeTerms {
    /// What it is called.
    pub title: String,
    /// What it is for; empty when not given.
    pub purpose: String,
}

/// A port that a programme follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowedPort {
    /// The port.
    pub port: PortRef,
    /// When it is to be visited next, `YYYY-MM-DD`.
    pub visit_planned: Option<String>,
}

/// Somebody whose signature counts for a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reporter {
    /// Who.
    pub person: PersonId,
    /// Their Ed25519 public key, 64 lower-case hexadecimal digits.
    pub key: String,
    /// Their name.
    pub name: String,
    /// Name of their organisation.
    pub organisation: String,
}

impl ProgrammeRecord {
    /// Every kind of record of a programme that this version knows.
    pub const TYPES: [&str; 5] = [
        "programme-opened",
        "template-adopted",
        "port-followed",
        "mission-registered",
        "aggregate-taken",
    ];

    /// What it is, as written in JSON.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::ProgrammeOpened(_) => "programme-opened",
            Self::TemplateAdopted { .. } => "template-adopted",
            Self::PortFollowed(_) => "port-followed",
            Self::MissionRegistered { .. } => "mission-registered",
            Self::AggregateTaken { .. } => "aggregate-taken",
        }
    }
}

pub(super) fn look(findings: &mut Findings, record: &ProgrammeRecord) {
    match record {
        ProgrammeRecord::ProgrammeOpened(terms) => {
            findings.title("title", &terms.title, Presence::Required);
            findings.long("purpose", &terms.purpose, Presence::Optional);
        }
        ProgrammeRecord::TemplateAdopted { .. } => {}
        ProgrammeRecord::PortFollowed(followed) => {
            followed.port.look(findings);
            if let Some(day) = &followed.visit_planned {
                findings.date("visit_planned", day);
            }
        }
        ProgrammeRecord::MissionRegistered { reporters, .. } => {
            findings.list("reporters", reporters, Presence::Required);
            for reporter in reporters {
                findings.hexadecimal("reporters.key", &reporter.key, 32);
                findings.title("reporters.name", &reporter.name, Presence::Required);
                findings.title(
                    "reporters.organisation",
                    &reporter.organisation,
                    Presence::Optional,
                );
            }
        }
        ProgrammeRecord::AggregateTaken {
            signer, statement, ..
        } => {
            findings.hexadecimal("signer", signer, 32);
            statement.look(findings);
        }
    }
}

impl Fields for ProgrammeTerms {
    fn field(&self, name: &str) -> Option<String> {
        read(self, name)
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        write(self, name, candidates(value))
    }
}

/// All but the position, which is written by following the port anew.
impl Fields for FollowedPort {
    fn field(&self, name: &str) -> Option<String> {
        is_correctable(name).then(|| read(self, name))?
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        if !is_correctable(name) {
            return Err(FieldFault::Unknown);
        }
        write(self, name, candidates(value))
    }
}

fn is_correctable(name: &str) -> bool {
    matches!(
        name,
        "port.name" | "port.country" | "port.locode" | "visit_planned"
    )
}
