//! Which entries belong to some exhibits: what a reader needs who is shown these and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::{SpaceState, TimelineEntry, TimelineKind};
use crate::id::{PartyId, PersonId, RecordId};
use crate::record::Custodian;

/// What belongs to some exhibits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerned {
    /// The exhibits asked for, those they were taken from, and those that were handed over together with one of them:
    /// what the chain of custody of one needs, it needs whole.
    pub exhibits: BTreeSet<RecordId>,
    /// Places in the case record: of the exhibits, their files, corrections and hand-overs; of the terms of the case; of
    /// the names of the people, parties and desks that act in them.
    pub entries: BTreeSet<u64>,
}

/// Exhibits that were offered together, by offer; and offers by exhibit.
#[derive(Default)]
struct Offers<'a> {
    exhibits: BTreeMap<RecordId, &'a [RecordId]>,
    of: BTreeMap<RecordId, Vec<RecordId>>,
}

impl SpaceState {
    /// What belongs to these exhibits; the names of `others` go along.
    #[must_use]
    pub fn concerning(&self, exhibits: &[RecordId], others: &[PersonId]) -> Concerned {
        let mut offers = Offers::default();
        for entry in self.timeline() {
            if let TimelineKind::HandoverOffered {
                offer, exhibits, ..
            } = &entry.what
            {
                offers.exhibits.insert(*offer, exhibits);
                for exhibit in exhibits {
                    offers.of.entry(*exhibit).or_default().push(*offer);
                }
            }
        }
        let exhibits = self.needed_exhibits(exhibits, &offers);
        let mut found = Concerned::default();
        let mut people: BTreeSet<PersonId> = others.iter().copied().collect();
        let mut desks = BTreeSet::new();
        for entry in self.timeline() {
            if !self.tells_of(entry, &exhibits, &offers) {
                continue;
            }
            found.entries.insert(entry.seq);
            people.insert(entry.author);
            if let TimelineKind::HandoverOffered { to, .. } = &entry.what {
                match to {
                    Custodian::Member { person } => {
                        people.insert(*person);
                    }
                    Custodian::Desk { desk } => {
                        desks.insert(*desk);
                    }
                }
            }
        }
        found.exhibits = exhibits;
        self.add_names(&mut found, people, &desks);
        found
    }

    fn needed_exhibits(&self, asked: &[RecordId], offers: &Offers<'_>) -> BTreeSet<RecordId> {
        let mut needed = BTreeSet::new();
        let mut open: Vec<RecordId> = asked.to_vec();
        while let Some(exhibit) = open.pop() {
            let Some(known) = self.exhibit(exhibit) else {
                continue;
            };
            if !needed.insert(exhibit) {
                continue;
            }
            open.extend(known.exhibit.parent);
            // A parent that was corrected away was still named when the exhibit was logged.
            let parents = known.corrections.iter().filter(|one| one.field == "parent");
            open.extend(
                parents
                    .flat_map(|one| [&one.old, &one.replaced, &one.new])
                    .filter_map(|parent| parent.parse::<RecordId>().ok()),
            );
            let together = offers.of.get(&exhibit).into_iter().flatten();
            open.extend(
                together
                    .filter_map(|offer| offers.exhibits.get(offer))
                    .flat_map(|exhibits| exhibits.iter().copied()),
            );
        }
        needed
    }

    fn tells_of(
        &self,
        entry: &TimelineEntry,
        exhibits: &BTreeSet<RecordId>,
        offers: &Offers<'_>,
    ) -> bool {
        let of_offer = |offer: &RecordId| {
            let offered = offers.exhibits.get(offer);
            offered.is_some_and(|offered| offered.iter().any(|one| exhibits.contains(one)))
        };
        match &entry.what {
            TimelineKind::CaseOpened { .. } => true,
            TimelineKind::ExhibitLogged { exhibit, .. }
            | TimelineKind::FileAttached { exhibit, .. } => exhibits.contains(exhibit),
            TimelineKind::Corrected { target, .. } => {
                exhibits.contains(target)
                    || self.terms_state().is_some_and(|terms| terms.id == *target)
                    || self
                        .attached_file(*target)
                        .is_some_and(|(exhibit, _)| exhibits.contains(&exhibit))
            }
            TimelineKind::HandoverOffered { offer, .. }
            | TimelineKind::HandoverAnswered { offer, .. }
            | TimelineKind::HandoverWithdrawn { offer, .. }
            | TimelineKind::DisputeSettled { offer, .. } => of_offer(offer),
            _ => false,
        }
    }

    /// Names of people, of their parties and of desks.
    fn add_names(
        &self,
        found: &mut Concerned,
        mut people: BTreeSet<PersonId>,
        desks: &BTreeSet<RecordId>,
    ) {
        for entry in self.timeline() {
            let is_desk = match &entry.what {
                TimelineKind::DeskOpened { desk, .. } | TimelineKind::DeskChanged { desk, .. } => {
                    desks.contains(desk)
                }
                TimelineKind::Corrected { target, .. } => desks.contains(target),
                _ => false,
            };
            if is_desk {
                found.entries.insert(entry.seq);
                people.insert(entry.author);
            }
        }
        let parties: BTreeSet<PartyId> = people
            .iter()
            .filter_map(|person| Some(self.standing(*person)?.party))
            .collect();
        for entry in self.timeline() {
            let is_name = match &entry.what {
                TimelineKind::PersonNamed { person, .. } => people.contains(person),
                TimelineKind::PartyNamed { party, .. } => parties.contains(party),
                _ => false,
            };
            if is_name {
                found.entries.insert(entry.seq);
            }
        }
    }
}
