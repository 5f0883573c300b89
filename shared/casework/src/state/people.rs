//! Parties, people and desks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Correction, Made, OpenMatters, Provenance, Rule, SpaceState, TimelineKind};
use crate::{
    id::{PartyId, PersonId, RecordId},
    record::{Custodian, PersonAct},
};

/// A party's name, as one record gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyName {
    /// Its name.
    pub name: String,
    /// Its State; empty for a Union body or an international court.
    pub country: String,
    /// Who gave it, and when.
    pub given: Provenance,
}

/// A party to the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyState {
    /// Its name as it stands.
    pub current: PartyName,
    /// Its names before, oldest first.
    pub earlier: Vec<PartyName>,
}

/// A person's name and function, as one record gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// Their name, or the identifier that stands for it.
    pub name: String,
    /// Their function.
    pub function: String,
    /// Opens the commitment to the name in the person's certificate, in hexadecimal.
    pub salt: String,
    /// Who gave it, and when.
    pub given: Provenance,
}

/// What was noted of a person's position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRemark {
    /// What changed.
    pub act: PersonAct,
    /// Why.
    pub reason: String,
    /// Who noted it, and when.
    pub given: Provenance,
}

/// A person, as far as records tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonState {
    /// Name and function as they stand, once given.
    pub current: Option<PersonName>,
    /// Those before, oldest first.
    pub earlier: Vec<PersonName>,
    /// What was noted, oldest first. Whether the person is a member stands in the ledger.
    pub notes: Vec<PersonRemark>,
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskState {
    /// Its name, with corrections.
    pub name: String,
    /// The officers listed now.
    pub officers: BTreeSet<PersonId>,
    /// Who opened it, and when.
    pub opened: Provenance,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
}

impl SpaceState {
    /// Notes that the ledger removed or suspended a person: they can be offered nothing and act for no desk.
    ///
    /// What they hold and what waits for them stays, and is returned.
    pub fn remove_person(&mut self, person: PersonId) -> OpenMatters {
        self.removed.insert(person);
        self.open_matters(person)
    }

    /// Notes that the ledger admitted or reinstated a person.
    pub fn restore_person(&mut self, person: PersonId) {
        self.removed.remove(&person);
    }

    /// Whether the person acts for whoever can act no more.
    pub(super) fn stands_in(&self, person: PersonId, custodian: Custodian) -> bool {
        self.administers(person)
            && !self.is_removed(person)
            && !self.can_act(custodian, person)
            && !self.acts_for(person, custodian)
    }

    /// Whether the person was removed or suspended.
    #[must_use]
    pub fn is_removed(&self, person: PersonId) -> bool {
        self.removed.contains(&person)
    }

    /// Whether the person is a listed officer of the desk, and has not left.
    #[must_use]
    pub fn is_officer(&self, person: PersonId, desk: RecordId) -> bool {
        let listed = |desk: &DeskState| desk.officers.contains(&person);
        !self.is_removed(person) && self.desks.get(&desk).is_some_and(listed)
    }

    /// Whether the person is this custodian, or acts for it.
    pub(super) fn acts_for(&self, person: PersonId, custodian: Custodian) -> bool {
        match custodian {
            Custodian::Member { person: member } => member == person,
            Custodian::Desk { desk } => self.is_officer(person, desk),
        }
    }

    /// Whether anybody but this person can act for the custodian.
    pub(super) fn can_act(&self, custodian: Custodian, except: PersonId) -> bool {
        match custodian {
            Custodian::Member { person } => person != except && !self.is_removed(person),
            Custodian::Desk { desk } => self.desks.get(&desk).is_some_and(|desk| {
                desk.officers
                    .iter()
                    .any(|officer| *officer != except && !self.is_removed(*officer))
            }),
        }
    }

    pub(super) fn name_party(
        &mut self,
        made: Made,
        party: PartyId,
        name: &str,
        country: &str,
    ) -> TimelineKind {
        let current = PartyName {
            name: name.to_owned(),
            country: country.to_owned(),
            given: made.from,
        };
        if let Some(state) = self.parties.get_mut(&party) {
            if (&state.current.name, &state.current.country) == (&current.name, &current.country) {
                return TimelineKind::Quiet;
            }
            let before = std::mem::replace(&mut state.current, current);
            state.earlier.push(before);
        } else {
            let earlier = Vec::new();
            self.parties.insert(party, PartyState { current, earlier });
        }
        TimelineKind::PartyNamed {
            party,
            name: name.to_owned(),
        }
    }

    pub(super) fn name_person(
        &mut self,
        made: Made,
        person: PersonId,
        name: &str,
        function: &str,
        salt: &str,
    ) -> TimelineKind {
        let state = self.people.entry(person).or_default();
        let same = state.current.as_ref().is_some_and(|known| {
            (&*known.name, &*known.function, &*known.salt) == (name, function, salt)
        });
        if same {
            return TimelineKind::Quiet;
        }
        let before = state.current.replace(PersonName {
            name: name.to_owned(),
            function: function.to_owned(),
            salt: salt.to_owned(),
            given: made.from,
        });
        state.earlier.extend(before);
        TimelineKind::PersonNamed {
            person,
            name: name.to_owned(),
            function: function.to_owned(),
        }
    }

    pub(super) fn note_person(
        &mut self,
        made: Made,
        person: PersonId,
        act: PersonAct,
        reason: &str,
    ) -> TimelineKind {
        let state = self.people.entry(person).or_default();
        state.notes.push(PersonRemark {
            act,
            reason: reason.to_owned(),
            given: made.from,
        });
        TimelineKind::PersonNote {
            person,
            act,
            reason: reason.to_owned(),
        }
    }

    pub(super) fn open_desk(
        &mut self,
        made: Made,
        name: &str,
        officers: &[PersonId],
    ) -> TimelineKind {
        let desk = DeskState {
            name: name.to_owned(),
            officers: officers.iter().copied().collect(),
            opened: made.from,
            corrections: Vec::new(),
        };
        self.index.list_officers(made.id, &desk.officers);
        self.desks.insert(made.id, desk);
        TimelineKind::DeskOpened {
            desk: made.id,
            name: name.to_owned(),
            officers: officers.to_vec(),
        }
    }

    pub(super) fn change_desk(
        &mut self,
        desk: RecordId,
        officers: &[PersonId],
    ) -> Result<TimelineKind, Rule> {
        let Some(state) = self.desks.get_mut(&desk) else {
            return Err(self.missing(desk, Rule::UnknownDesk { desk }));
        };
        self.index.unlist_officers(desk, &state.officers);
        state.officers = officers.iter().copied().collect();
        self.index.list_officers(desk, &state.officers);
        Ok(TimelineKind::DeskChanged {
            desk,
            name: state.name.clone(),
            officers: officers.to_vec(),
        })
    }
}
