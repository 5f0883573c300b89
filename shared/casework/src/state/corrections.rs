//! Corrections: nothing is edited. Every value stays, the newest counts, and contradictions are listed.

use serde::{Deserialize, Serialize};

use super::{
    ExhibitState, Made, Provenance, Rule, SpaceState, TimelineKind, Work, mission::MissionAmended,
    programme::ProgrammeAmended,
};
use crate::{
    id::{PersonId, RecordId},
    record::{AttachedFile, CaseTerms, Exhibit, FieldFault, Fields, Record},
    time::Moment,
};

/// A correction of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The record that corrects.
    pub id: RecordId,
    /// The field.
    pub field: String,
    /// The value its author saw.
    pub old: String,
    /// The value that stood when the correction took its place in the case record; other than `old` in a conflict.
    pub replaced: String,
    /// The value since.
    pub new: String,
    /// Why.
    pub why: String,
    /// Who corrected.
    pub author: PersonId,
    /// Its place in the case record.
    pub seq: u64,
    /// When it was recorded.
    pub recorded: Moment,
    /// Whether its author had not seen the value it replaced.
    pub conflict: bool,
}

/// A record as it stands, with what was corrected in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept<T> {
    /// What it holds, with corrections.
    pub value: T,
    /// Who wrote it, and when.
    pub from: Provenance,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
}

impl<T> Kept<T> {
    pub(super) const fn new(value: T, from: Provenance) -> Self {
        Self {
            value,
            from,
            corrections: Vec::new(),
        }
    }
}

/// Two people changed one field without seeing each other's value, and nobody has settled it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The record whose field it is.
    pub target: RecordId,
    /// The field.
    pub field: String,
    /// The newer correction, whose value counts.
    pub correction: RecordId,
    /// The value that counts.
    pub current: String,
    /// The value it replaced unseen.
    pub replaced: String,
}

/// A corrected record, ready to take the place of the one before.
enum Amended {
    Terms(CaseTerms),
    Exhibit(Box<Exhibit>),
    File {
        exhibit: RecordId,
        file: Box<AttachedFile>,
    },
    Desk(String),
    Mission(MissionAmended),
    Programme(ProgrammeAmended),
}

impl SpaceState {
    /// Whether the field of the record could be given this value.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_correct(&self, target: RecordId, field: &str, new: &str) -> Result<(), Rule> {
        self.amend(target, field, new).map(|_| ())
    }

    /// The value of a field that can be corrected, as a text; `None` when there is no such field or record.
    #[must_use]
    pub fn field(&self, target: RecordId, field: &str) -> Option<String> {
        match self.work {
            Work::Mission => return self.mission.field(target, field),
            Work::Programme => return self.programme.field(target, field),
            Work::Case => {}
        }
        if let Some(state) = self.exhibits.get(&target) {
            return state.exhibit.field(field);
        }
        if let Some(state) = self.terms.as_ref().filter(|state| state.id == target) {
            return state.terms.field(field);
        }
        if let Some(desk) = self.desks.get(&target) {
            return (field == "name").then(|| desk.name.clone());
        }
        let exhibit = self.exhibits.get(self.exhibit_of_file.get(&target)?)?;
        let state = exhibit.files.iter().find(|state| state.id == target)?;
        state.file.field(field)
    }

    /// The contradictions that nobody has settled by a later correction of the same field.
    pub fn conflicts(&self) -> impl Iterator<Item = &Conflict> {
        self.conflicts.values()
    }

    pub(super) fn correct(
        &mut self,
        made: &Made,
        target: RecordId,
        field: &str,
        old: &str,
        new: &str,
        why: &str,
    ) -> Result<TimelineKind, Rule> {
        self.may_correct_as(made.from.author)?;
        let is_terms = self.terms.as_ref().is_some_and(|state| state.id == target);
        if is_terms && !self.administers(made.from.author) {
            return Err(Rule::NotAnAdministrator);
        }
        let (replaced, amended) = self.amend(target, field, new)?;
        let conflict = replaced != old && replaced != new;
        let key = (target, field.to_owned());
        if conflict {
            let conflict = Conflict {
                target,
                field: field.to_owned(),
                correction: made.id,
                current: new.to_owned(),
                replaced: replaced.clone(),
            };
            self.conflicts.insert(key, conflict);
        } else {
            self.conflicts.remove(&key);
        }
        let correction = Correction {
            id: made.id,
            field: field.to_owned(),
            old: old.to_owned(),
            replaced,
            new: new.to_owned(),
            why: why.to_owned(),
            author: made.from.author,
            seq: made.from.seq,
            recorded: made.from.recorded,
            conflict,
        };
        Ok(TimelineKind::Corrected {
            target,
            number: self.store(target, amended, correction),
            field: field.to_owned(),
            old: old.to_owned(),
            new: new.to_owned(),
            why: why.to_owned(),
            conflict,
        })
    }

    /// In a mission those who assess correct, in a programme those who manage it.
    fn may_correct_as(&self, person: PersonId) -> Result<(), Rule> {
        match self.work {
            Work::Case => Ok(()),
            Work::Mission if self.assesses(person) => Ok(()),
            Work::Mission => Err(Rule::NotAnAssessor),
            Work::Programme if self.administers(person) => Ok(()),
            Work::Programme => Err(Rule::NotAManager),
        }
    }

    /// The value that stands, and the record with the new one.
    fn amend(&self, target: RecordId, field: &str, new: &str) -> Result<(String, Amended), Rule> {
        let unknown_field = || Rule::UnknownField {
            field: field.to_owned(),
        };
        let fault = |fault| match fault {
            FieldFault::Unknown => unknown_field(),
            FieldFault::Invalid => Rule::InvalidValue {
                field: field.to_owned(),
            },
        };
        let Some(current) = self.field(target, field) else {
            return Err(if self.is_correctable(target) {
                unknown_field()
            } else {
                self.missing(target, Rule::UnknownTarget { target })
            });
        };
        if let Some(amended) = self.mission.amended(target, field, new) {
            let (amended, record) = amended.map_err(fault)?;
            valid(&record)?;
            return Ok((current, Amended::Mission(amended)));
        }
        if let Some(amended) = self.programme.amended(target, field, new) {
            let (amended, record) = amended.map_err(fault)?;
            valid(&record)?;
            return Ok((current, Amended::Programme(amended)));
        }
        if let Some(state) = self.exhibits.get(&target) {
            let exhibit = state.exhibit.with_field(field, new).map_err(fault)?;
            if exhibit.parent != state.exhibit.parent {
                self.may_log(exhibit.parent)?;
                self.refuse_cycle(target, exhibit.parent)?;
            }
            let record = Record::ExhibitLogged(exhibit);
            valid(&record)?;
            if let Record::ExhibitLogged(exhibit) = record {
                return Ok((current, Amended::Exhibit(Box::new(exhibit))));
            }
        } else if let Some(exhibit) = self.exhibit_of_file.get(&target) {
            let file = self
                .attached_file(target)
                .map(|(_, file)| file)
                .ok_or_else(unknown_field)?;
            let file = file.with_field(field, new).map_err(fault)?;
            valid(&Record::FileAttached(file.clone()))?;
            let (exhibit, file) = (*exhibit, Box::new(file));
            return Ok((current, Amended::File { exhibit, file }));
        } else if let Some(desk) = self.desks.get(&target) {
            valid(&Record::DeskOpened {
                name: new.to_owned(),
                officers: vec![desk.opened.author],
            })?;
            return Ok((current, Amended::Desk(new.to_owned())));
        } else if let Some(state) = &self.terms {
            let terms = state.terms.with_field(field, new).map_err(fault)?;
            valid(&Record::CaseOpened(terms.clone()))?;
            return Ok((current, Amended::Terms(terms)));
        }
        Err(Rule::UnknownTarget { target })
    }

    /// Puts the corrected record in place, and returns the number of the exhibit it belongs to.
    fn store(
        &mut self,
        target: RecordId,
        amended: Amended,
        correction: Correction,
    ) -> Option<String> {
        match amended {
            Amended::Mission(amended) => {
                self.mission.store(target, amended, correction);
                None
            }
            Amended::Programme(amended) => {
                self.programme.store(target, amended, correction);
                None
            }
            Amended::Terms(terms) => {
                let state = self.terms.as_mut()?;
                state.terms = terms;
                state.corrections.push(correction);
                None
            }
            Amended::Desk(name) => {
                let state = self.desks.get_mut(&target)?;
                state.name = name;
                state.corrections.push(correction);
                None
            }
            Amended::Exhibit(exhibit) => {
                let state = self.exhibits.get_mut(&target)?;
                self.index.remove_exhibit(state.ordinal, &state.exhibit);
                self.index.add_exhibit(state.ordinal, &exhibit);
                state.exhibit = *exhibit;
                state.corrections.push(correction);
                Some(state.number.clone())
            }
            Amended::File { exhibit, file } => {
                let exhibit = self.exhibits.get_mut(&exhibit)?;
                let state = exhibit.files.iter_mut().find(|state| state.id == target)?;
                state.file = *file;
                state.corrections.push(correction);
                Some(exhibit.number.clone())
            }
        }
    }

    fn is_correctable(&self, target: RecordId) -> bool {
        self.mission.is_correctable(target)
            || self.programme.is_correctable(target)
            || self.exhibits.contains_key(&target)
            || self.exhibit_of_file.contains_key(&target)
            || self.desks.contains_key(&target)
            || self.terms.as_ref().is_some_and(|state| state.id == target)
    }

    /// Refuses a parent that was itself taken, directly or not, from the exhibit.
    fn refuse_cycle(&self, exhibit: RecordId, parent: Option<RecordId>) -> Result<(), Rule> {
        let parent_of = |id: &RecordId| {
            let state: Option<&ExhibitState> = self.exhibits.get(id);
            state.and_then(|state| state.exhibit.parent)
        };
        let mut ancestors = std::iter::successors(parent, parent_of);
        if ancestors.any(|ancestor| ancestor == exhibit) {
            return Err(Rule::ParentCycle);
        }
        Ok(())
    }
}

fn valid(record: &Record) -> Result<(), Rule> {
    record.validate().map_err(|errors| Rule::invalid(&errors))
}
