//! A programme: the ports it follows, and what the missions there reported.
//!
//! It knows nothing of a mission but what was signed for it. The newest aggregate of a visit counts; those
//! before stay.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Kept, Made, Provenance, Rule, SpaceState, TimelineKind};
use crate::{
    assessment::{AggregateBody, Tally, Template},
    id::{PersonId, RecordId, SpaceId},
    record::{
        FieldFault, Fields, FollowedPort, ProgrammeRecord, ProgrammeTerms, Record, Reporter,
        Statement,
    },
    state::Correction,
    time::is_ahead,
};

mod figures;

pub use figures::{PortFigures, ProgrammeAction, ProgrammeFigures, Trend, WorstRisk};

/// A template that a programme has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateState {
    /// The record that adopted it.
    pub id: RecordId,
    /// The template.
    pub template: Template,
    /// Who adopted it, and when.
    pub from: Provenance,
}

/// A port that is followed.
pub type FollowedState = Kept<FollowedPort>;

/// A mission that reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissionLink {
    /// The record by which its port is followed.
    pub port: RecordId,
    /// Those who may sign for it.
    pub reporters: Vec<Reporter>,
    /// Who registered it last, and when.
    pub from: Provenance,
}

/// An aggregate that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AggregateState {
    /// The record that took it in.
    pub id: RecordId,
    /// The record of the mission in which it was signed.
    pub command: RecordId,
    /// Who signed.
    pub signer: Reporter,
    /// What was signed.
    pub body: AggregateBody,
    /// Who took it in, and when.
    pub from: Provenance,
}

impl AggregateState {
    /// What a domain came to; `None` when the visit's template does not have it.
    #[must_use]
    pub fn tally(&self, domain: &str) -> Option<Tally> {
        let mut domains = self.body.domains.iter();
        domains
            .find(|one| one.domain == domain)
            .map(|found| found.tally)
    }
}

/// A programme as far as the reader can tell.
#[derive(Debug, Clone, Default)]
pub struct Programme {
    opened: Option<(RecordId, Kept<ProgrammeTerms>)>,
    templates: BTreeMap<(String, u32), TemplateState>,
    ports: BTreeMap<RecordId, FollowedState>,
    /// The ports in the order of the record.
    port_order: Vec<RecordId>,
    missions: BTreeMap<SpaceId, MissionLink>,
    /// By mission and visit: in the order of signing, then of the record.
    aggregates: BTreeMap<(SpaceId, RecordId), BTreeMap<(i64, u64), AggregateState>>,
    taken: BTreeSet<(SpaceId, RecordId)>,
}

/// A corrected record of a programme, ready to take the place of the one before.
pub(super) enum ProgrammeAmended {
    Terms(ProgrammeTerms),
    Port(FollowedPort),
}

impl Programme {
    /// What it is for, with the record that says so; `None` before it is opened.
    #[must_use]
    pub fn opened(&self) -> Option<(RecordId, &Kept<ProgrammeTerms>)> {
        self.opened.as_ref().map(|(id, terms)| (*id, terms))
    }

    /// The templates it has, by id and version.
    #[must_use]
    pub const fn templates(&self) -> &BTreeMap<(String, u32), TemplateState> {
        &self.templates
    }

    /// The ports it follows, in the order of the record.
    pub fn ports(&self) -> impl Iterator<Item = (RecordId, &FollowedState)> {
        self.port_order
            .iter()
            .filter_map(|id| Some((*id, self.ports.get(id)?)))
    }

    /// A port it follows.
    #[must_use]
    pub fn port(&self, port: RecordId) -> Option<&FollowedState> {
        self.ports.get(&port)
    }

    /// The missions that report to it.
    #[must_use]
    pub const fn missions(&self) -> &BTreeMap<SpaceId, MissionLink> {
        &self.missions
    }

    /// Whether what was signed in this record of the mission was taken in.
    #[must_use]
    pub fn has_taken(&self, mission: SpaceId, command: RecordId) -> bool {
        self.taken.contains(&(mission, command))
    }

    /// The aggregates of a mission that count: the newest of each visit.
    pub fn newest(&self, mission: SpaceId) -> impl Iterator<Item = &AggregateState> {
        let visits = (mission, RecordId::new([0; 16]))..=(mission, RecordId::new([0xff; 16]));
        self.aggregates
            .range(visits)
            .filter_map(|(_, signed)| signed.values().next_back())
    }

    /// Every aggregate of a mission, by visit and as they were signed.
    pub fn all(&self, mission: SpaceId) -> impl Iterator<Item = &AggregateState> {
        let visits = (mission, RecordId::new([0; 16]))..=(mission, RecordId::new([0xff; 16]));
        let visits = self.aggregates.range(visits);
        visits.flat_map(|(_, signed)| signed.values())
    }

    /// Every aggregate of a visit, as they were signed.
    pub fn history(
        &self,
        mission: SpaceId,
        visit: RecordId,
    ) -> impl Iterator<Item = &AggregateState> {
        self.aggregates
            .get(&(mission, visit))
            .into_iter()
            .flat_map(BTreeMap::values)
    }
}

impl SpaceState {
    /// The programme.
    #[must_use]
    pub const fn programme(&self) -> &Programme {
        &self.programme
    }

    /// Whether the person could write this record of a programme. Whether a signature holds is checked before.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_in_programme(&self, person: PersonId, record: &ProgrammeRecord) -> Result<(), Rule> {
        if !self.administers(person) {
            return Err(Rule::NotAManager);
        }
        let programme = &self.programme;
        match (record, &programme.opened) {
            (ProgrammeRecord::ProgrammeOpened(_), None) => return Ok(()),
            (ProgrammeRecord::ProgrammeOpened(_), Some(_)) => return Err(Rule::AlreadyOpened),
            (_, None) => return Err(Rule::NotOpened),
            (_, Some(_)) => {}
        }
        match record {
            ProgrammeRecord::ProgrammeOpened(_) | ProgrammeRecord::PortFollowed(_) => Ok(()),
            ProgrammeRecord::TemplateAdopted { template } => {
                template.check().map_err(|faults| Rule::template(&faults))?;
                let named = template.named();
                if programme.templates.contains_key(&(named.id, named.version)) {
                    return Err(Rule::TemplateKnown);
                }
                Ok(())
            }
            ProgrammeRecord::MissionRegistered { port, .. } => {
                if programme.ports.contains_key(port) {
                    return Ok(());
                }
                Err(self.missing(*port, Rule::UnknownPort { port: *port }))
            }
            ProgrammeRecord::AggregateTaken {
                mission,
                command,
                signer,
                statement,
            } => {
                programme.signer(*mission, signer)?;
                read_aggregate(*mission, statement)?;
                if programme.has_taken(*mission, *command) {
                    return Err(Rule::AlreadyTaken);
                }
                Ok(())
            }
        }
    }

    pub(super) fn take_programme(
        &mut self,
        made: Made,
        record: &ProgrammeRecord,
    ) -> Result<TimelineKind, Rule> {
        self.may_in_programme(made.from.author, record)?;
        let kind = record.type_name();
        match record {
            ProgrammeRecord::ProgrammeOpened(terms) => {
                self.programme.opened = Some((made.id, Kept::new(terms.clone(), made.from)));
                Ok(TimelineKind::told(kind, [("title", terms.title.clone())]))
            }
            ProgrammeRecord::TemplateAdopted { template } => {
                let named = template.named();
                let values = [
                    ("template", named.id.clone()),
                    ("version", named.version.to_string()),
                ];
                let state = TemplateState {
                    id: made.id,
                    template: template.clone(),
                    from: made.from,
                };
                self.programme
                    .templates
                    .insert((named.id, named.version), state);
                Ok(TimelineKind::told(kind, values))
            }
            ProgrammeRecord::PortFollowed(followed) => {
                self.programme.port_order.push(made.id);
                self.programme
                    .ports
                    .insert(made.id, Kept::new(followed.clone(), made.from));
                let name = followed.port.name.clone();
                Ok(TimelineKind::told(kind, [("port", name)]))
            }
            ProgrammeRecord::MissionRegistered {
                mission,
                port,
                reporters,
            } => {
                let values = [
                    ("port", self.programme.port_name(*port)),
                    ("count", reporters.len().to_string()),
                ];
                let link = MissionLink {
                    port: *port,
                    reporters: reporters.clone(),
                    from: made.from,
                };
                self.programme.missions.insert(*mission, link);
                Ok(TimelineKind::told(kind, values))
            }
            ProgrammeRecord::AggregateTaken {
                mission,
                command,
                signer,
                statement,
            } => {
                let signer = self.programme.signer(*mission, signer)?.clone();
                let body = read_aggregate(*mission, statement)?;
                if is_ahead(&body.happened, &made.from.recorded) {
                    return Err(Rule::Invalid {
                        field: "happened.at".to_owned(),
                        problem: "ahead".to_owned(),
                    });
                }
                let values = [
                    ("port", body.port.name.clone()),
                    ("visit", body.visit.kind.code().to_owned()),
                    ("signer", signer.name.clone()),
                ];
                let order = (body.happened.at.utc_ms, made.from.seq);
                let visit = (*mission, body.visit.id);
                let state = AggregateState {
                    id: made.id,
                    command: *command,
                    signer,
                    body,
                    from: made.from,
                };
                self.programme.taken.insert((*mission, *command));
                let signed = self.programme.aggregates.entry(visit).or_default();
                signed.insert(order, state);
                Ok(TimelineKind::told(kind, values))
            }
        }
    }
}

/// The aggregate in a statement, which must be of this mission.
fn read_aggregate(mission: SpaceId, statement: &Statement) -> Result<AggregateBody, Rule> {
    let body = AggregateBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
    body.validate().map_err(|errors| Rule::invalid(&errors))?;
    if body.mission != mission {
        return Err(Rule::UnknownMission);
    }
    Ok(body)
}

impl Programme {
    /// Who signs for a mission with this key.
    fn signer(&self, mission: SpaceId, key: &str) -> Result<&Reporter, Rule> {
        let link = self.missions.get(&mission).ok_or(Rule::UnknownMission)?;
        let mut reporters = link.reporters.iter();
        reporters
            .find(|reporter| reporter.key == key)
            .ok_or(Rule::NotAReporter)
    }

    fn port_name(&self, port: RecordId) -> String {
        self.ports
            .get(&port)
            .map(|state| state.value.port.name.clone())
            .unwrap_or_default()
    }

    fn terms(&self, target: RecordId) -> Option<&ProgrammeTerms> {
        let (id, terms) = self.opened.as_ref()?;
        (*id == target).then_some(&terms.value)
    }

    /// What a record that can be corrected is (terms, port), and what it is called as it stands.
    #[must_use]
    pub fn subject(&self, target: RecordId) -> Option<(&'static str, &str)> {
        if let Some(terms) = self.terms(target) {
            return Some(("terms", &terms.title));
        }
        let followed = self.ports.get(&target)?;
        Some(("port", &followed.value.port.name))
    }

    pub(super) fn is_correctable(&self, target: RecordId) -> bool {
        self.terms(target).is_some() || self.ports.contains_key(&target)
    }

    pub(super) fn field(&self, target: RecordId, field: &str) -> Option<String> {
        match self.terms(target) {
            Some(terms) => terms.field(field),
            None => self.ports.get(&target)?.value.field(field),
        }
    }

    /// The record with another value in one field, and the same as it would have to stand in a record; `None` when
    /// the programme has no such record.
    pub(super) fn amended(
        &self,
        target: RecordId,
        field: &str,
        new: &str,
    ) -> Option<Result<(ProgrammeAmended, Record), FieldFault>> {
        if let Some(terms) = self.terms(target) {
            return Some(terms.with_field(field, new).map(|terms| {
                let whole = ProgrammeRecord::ProgrammeOpened(terms.clone());
                (ProgrammeAmended::Terms(terms), Record::Programme(whole))
            }));
        }
        let port = &self.ports.get(&target)?.value;
        Some(port.with_field(field, new).map(|port| {
            let whole = ProgrammeRecord::PortFollowed(port.clone());
            (ProgrammeAmended::Port(port), Record::Programme(whole))
        }))
    }

    /// Puts the corrected record in place.
    pub(super) fn store(
        &mut self,
        target: RecordId,
        amended: ProgrammeAmended,
        correction: Correction,
    ) {
        match amended {
            ProgrammeAmended::Terms(terms) => {
                if let Some((_, kept)) = &mut self.opened {
                    kept.value = terms;
                    kept.corrections.push(correction);
                }
            }
            ProgrammeAmended::Port(port) => {
                if let Some(kept) = self.ports.get_mut(&target) {
                    kept.value = port;
                    kept.corrections.push(correction);
                }
            }
        }
    }
}
