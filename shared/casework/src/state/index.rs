//! Indexes that answer look-ups without a scan. Exhibits stand in them by their place among the exhibits.

use std::collections::{BTreeMap, BTreeSet};

use super::OfferState;
use crate::{
    id::{PersonId, RecordId},
    identifier::{Scheme, check},
    record::{Custodian, Exhibit},
};

#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// Exhibits in dispute.
    pub(super) disputed: BTreeSet<usize>,
    /// Exhibits logged without a photo, none attached since.
    pub(super) without_photo: BTreeSet<usize>,
    /// Exhibits whose photo is announced and not attached yet.
    pub(super) photo_awaited: BTreeSet<usize>,
    /// Parts by the exhibit they were taken from.
    pub(super) parts: BTreeSet<(RecordId, usize)>,
    /// Offers with an exhibit that waits for an answer, oldest first.
    pub(super) unanswered: BTreeSet<(u64, RecordId)>,
    unanswered_to: BTreeSet<(Custodian, u64, RecordId)>,
    unanswered_from: BTreeSet<(PersonId, u64, RecordId)>,
    desks_of: BTreeSet<(PersonId, RecordId)>,
    held: BTreeSet<(Custodian, usize)>,
    /// How often each exhibit uses an identifier.
    uses: BTreeMap<(Scheme, String), BTreeMap<usize, usize>>,
}

const FIRST_RECORD: RecordId = RecordId::new([0; 16]);
const LAST_RECORD: RecordId = RecordId::new([0xff; 16]);

impl Index {
    pub(super) fn add_exhibit(&mut self, ordinal: usize, exhibit: &Exhibit) {
        for key in keys(exhibit) {
            self.add_use(key, ordinal);
        }
        if let Some(parent) = exhibit.parent {
            self.parts.insert((parent, ordinal));
        }
    }

    pub(super) fn remove_exhibit(&mut self, ordinal: usize, exhibit: &Exhibit) {
        for key in keys(exhibit) {
            self.remove_use(&key, ordinal);
        }
        if let Some(parent) = exhibit.parent {
            self.parts.remove(&(parent, ordinal));
        }
    }

    /// Notes a seal with which an exhibit left or arrived.
    pub(super) fn add_seal(&mut self, number: &str, ordinal: usize) {
        if let Some(key) = key(Scheme::Seal, number) {
            self.add_use(key, ordinal);
        }
    }

    /// The exhibits that use the identifier, whose spelling need not be canonical.
    pub(super) fn uses(&self, scheme: Scheme, value: &str) -> impl Iterator<Item = usize> + '_ {
        key(scheme, value)
            .and_then(|key| self.uses.get(&key))
            .into_iter()
            .flat_map(|exhibits| exhibits.keys().copied())
    }

    pub(super) fn parts(&self, parent: RecordId) -> impl Iterator<Item = usize> + '_ {
        self.parts
            .range((parent, 0)..=(parent, usize::MAX))
            .map(|(_, ordinal)| *ordinal)
    }

    pub(super) fn hold(&mut self, custodian: Custodian, ordinal: usize) {
        self.held.insert((custodian, ordinal));
    }

    pub(super) fn release(&mut self, custodian: Custodian, ordinal: usize) {
        self.held.remove(&(custodian, ordinal));
    }

    pub(super) fn held(&self, custodian: Custodian) -> impl Iterator<Item = usize> + '_ {
        self.held
            .range((custodian, 0)..=(custodian, usize::MAX))
            .map(|(_, ordinal)| *ordinal)
    }

    pub(super) fn wait(&mut self, offer: RecordId, seq: u64, giver: PersonId, to: Custodian) {
        self.unanswered.insert((seq, offer));
        self.unanswered_to.insert((to, seq, offer));
        self.unanswered_from.insert((giver, seq, offer));
    }

    /// Notes that nothing of the offer waits for an answer any more.
    pub(super) fn done(&mut self, id: RecordId, offer: &OfferState) {
        let seq = offer.given.seq;
        self.unanswered.remove(&(seq, id));
        self.unanswered_to.remove(&(offer.body.to, seq, id));
        self.unanswered_from.remove(&(offer.giver, seq, id));
    }

    pub(super) fn unanswered_to(&self, to: Custodian) -> impl Iterator<Item = RecordId> + '_ {
        self.unanswered_to
            .range((to, 0, FIRST_RECORD)..=(to, u64::MAX, LAST_RECORD))
            .map(|(_, _, offer)| *offer)
    }

    pub(super) fn unanswered_from(&self, giver: PersonId) -> impl Iterator<Item = RecordId> + '_ {
        self.unanswered_from
            .range((giver, 0, FIRST_RECORD)..=(giver, u64::MAX, LAST_RECORD))
            .map(|(_, _, offer)| *offer)
    }

    pub(super) fn list_officers(&mut self, desk: RecordId, officers: &BTreeSet<PersonId>) {
        self.desks_of
            .extend(officers.iter().map(|officer| (*officer, desk)));
    }

    pub(super) fn unlist_officers(&mut self, desk: RecordId, officers: &BTreeSet<PersonId>) {
        for officer in officers {
            self.desks_of.remove(&(*officer, desk));
        }
    }

    pub(super) fn desks_of(&self, person: PersonId) -> impl Iterator<Item = RecordId> + '_ {
        self.desks_of
            .range((person, FIRST_RECORD)..=(person, LAST_RECORD))
            .map(|(_, desk)| *desk)
    }

    fn add_use(&mut self, key: (Scheme, String), ordinal: usize) {
        *self
            .uses
            .entry(key)
            .or_default()
            .entry(ordinal)
            .or_default() += 1;
    }

    fn remove_use(&mut self, key: &(Scheme, String), ordinal: usize) {
        let Some(exhibits) = self.uses.get_mut(key) else {
            return;
        };
        if let Some(times) = exhibits.get_mut(&ordinal) {
            *times = times.saturating_sub(1);
            if *times == 0 {
                exhibits.remove(&ordinal);
            }
        }
        if exhibits.is_empty() {
            self.uses.remove(key);
        }
    }
}

/// The identifiers of an exhibit, its seal among them.
fn keys(exhibit: &Exhibit) -> impl Iterator<Item = (Scheme, String)> + '_ {
    exhibit
        .identifiers
        .iter()
        .filter_map(|identifier| key(identifier.scheme, &identifier.value))
        .chain(key(Scheme::Seal, &exhibit.seal_number))
}

fn key(scheme: Scheme, value: &str) -> Option<(Scheme, String)> {
    let normal = check(scheme, value).normal;
    (!normal.is_empty()).then_some((scheme, normal))
}
