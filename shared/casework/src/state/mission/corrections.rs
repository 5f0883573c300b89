//! What can be corrected in a mission.

use super::{Kept, Mission};
use crate::{
    id::RecordId,
    record::{
        AgreedAction, AttachedFile, FieldFault, Fields, Finding, MissionRecord, Opening,
        Recommendation, Record, VisitTerms,
    },
    state::Correction,
};

/// A corrected record of a mission, ready to take the place of the one before.
pub(in crate::state) enum MissionAmended {
    Opening(Box<Opening>),
    Facility(String),
    Visit(VisitTerms),
    Finding(Finding),
    Recommendation(Recommendation),
    Action(AgreedAction),
    File(Box<AttachedFile>),
}

/// A record of a mission that can be corrected.
enum Target<'a> {
    Opening(&'a Opening),
    Facility(&'a String),
    Visit(&'a VisitTerms),
    Finding(&'a Finding),
    Recommendation(&'a Recommendation),
    Action(&'a AgreedAction),
    File(&'a AttachedFile),
}

impl Mission {
    fn target(&self, target: RecordId) -> Option<Target<'_>> {
        if let Some(state) = self.opened.as_ref().filter(|state| state.id == target) {
            return Some(Target::Opening(&state.opening.value));
        }
        if let Some(state) = self.findings.get(&target) {
            return Some(Target::Finding(&state.finding.value));
        }
        if let Some(state) = self.recommendations.get(&target) {
            return Some(Target::Recommendation(&state.value));
        }
        if let Some(state) = self.actions.get(&target) {
            return Some(Target::Action(&state.agreed.value));
        }
        if let Some(state) = self.visits.get(&target) {
            return Some(Target::Visit(&state.terms.value));
        }
        if let Some(state) = self.facilities.get(&target) {
            return Some(Target::Facility(&state.value));
        }
        let files = self.files.get(self.owner_of_file.get(&target)?)?;
        let state = files.iter().find(|state| state.id == target)?;
        Some(Target::File(&state.file))
    }

    /// What a record that can be corrected is (opening, facility, visit, finding, recommendation, action, file), and
    /// what it is called as it stands.
    #[must_use]
    pub fn subject(&self, target: RecordId) -> Option<(&'static str, &str)> {
        Some(match self.target(target)? {
            Target::Opening(one) => ("opening", &one.port.name),
            Target::Facility(name) => ("facility", name),
            Target::Visit(one) => ("visit", one.kind.code()),
            Target::Finding(one) => ("finding", &one.title),
            Target::Recommendation(one) => ("recommendation", &one.text),
            Target::Action(one) => ("action", &one.text),
            Target::File(one) => ("file", &one.name),
        })
    }

    pub(in crate::state) fn is_correctable(&self, target: RecordId) -> bool {
        self.target(target).is_some()
    }

    pub(in crate::state) fn field(&self, target: RecordId, field: &str) -> Option<String> {
        match self.target(target)? {
            Target::Opening(one) => one.field(field),
            Target::Facility(name) => (field == "name").then(|| name.clone()),
            Target::Visit(one) => one.field(field),
            Target::Finding(one) => one.field(field),
            Target::Recommendation(one) => one.field(field),
            Target::Action(one) => one.field(field),
            Target::File(one) => one.field(field),
        }
    }

    /// The record with another value in one field, and the same as it would have to stand in a record; `None` when
    /// the mission has no such record.
    pub(in crate::state) fn amended(
        &self,
        target: RecordId,
        field: &str,
        new: &str,
    ) -> Option<Result<(MissionAmended, Record), FieldFault>> {
        let record = Record::Mission;
        Some(match self.target(target)? {
            Target::Opening(one) => one.with_field(field, new).map(|one| {
                let whole = MissionRecord::MissionOpened(one.clone());
                (MissionAmended::Opening(Box::new(one)), record(whole))
            }),
            Target::Facility(_) if field == "name" => {
                let (visit, name) = (None, new.to_owned());
                let whole = MissionRecord::FacilityAdded { visit, name };
                Ok((MissionAmended::Facility(new.to_owned()), record(whole)))
            }
            Target::Facility(_) => Err(FieldFault::Unknown),
            Target::Visit(one) => one.with_field(field, new).map(|one| {
                let whole = MissionRecord::VisitOpened(one.clone());
                (MissionAmended::Visit(one), record(whole))
            }),
            Target::Finding(one) => one.with_field(field, new).map(|one| {
                let whole = MissionRecord::FindingRaised(one.clone());
                (MissionAmended::Finding(one), record(whole))
            }),
            Target::Recommendation(one) => one.with_field(field, new).map(|one| {
                let whole = MissionRecord::RecommendationMade(one.clone());
                (MissionAmended::Recommendation(one), record(whole))
            }),
            Target::Action(one) => one.with_field(field, new).map(|one| {
                let whole = MissionRecord::ActionAgreed(one.clone());
                (MissionAmended::Action(one), record(whole))
            }),
            Target::File(one) => one.with_field(field, new).map(|one| {
                let whole = Record::FileAttached(one.clone());
                (MissionAmended::File(Box::new(one)), whole)
            }),
        })
    }

    /// Puts the corrected record in place.
    pub(in crate::state) fn store(
        &mut self,
        target: RecordId,
        amended: MissionAmended,
        correction: Correction,
    ) {
        match amended {
            MissionAmended::Opening(one) => {
                let state = self.opened.as_mut().map(|state| &mut state.opening);
                replace(state, *one, correction);
            }
            MissionAmended::Facility(name) => {
                replace(self.facilities.get_mut(&target), name, correction);
            }
            MissionAmended::Visit(one) => {
                let state = self.visits.get_mut(&target).map(|state| &mut state.terms);
                replace(state, one, correction);
            }
            MissionAmended::Finding(one) => {
                let state = self.findings.get_mut(&target);
                replace(state.map(|state| &mut state.finding), one, correction);
            }
            MissionAmended::Recommendation(one) => {
                replace(self.recommendations.get_mut(&target), one, correction);
            }
            MissionAmended::Action(one) => {
                let state = self.actions.get_mut(&target);
                replace(state.map(|state| &mut state.agreed), one, correction);
            }
            MissionAmended::File(file) => {
                let files = self.files.get_mut(&file.to).into_iter().flatten();
                let mut found = files.filter(|state| state.id == target);
                if let Some(state) = found.next() {
                    state.file = *file;
                    state.corrections.push(correction);
                }
            }
        }
    }
}

fn replace<T>(kept: Option<&mut Kept<T>>, value: T, correction: Correction) {
    if let Some(kept) = kept {
        kept.value = value;
        kept.corrections.push(correction);
    }
}
