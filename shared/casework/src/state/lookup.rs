//! Look-ups: the parts of a case, what is open in it, and what waits for whom.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Conflict, Custody, DeskState, ExhibitState, OfferState, PartyState, PersonState, SpaceState,
    TermsState, TimelineEntry,
};
use crate::record::AttachedFile;
use crate::{
    id::{PartyId, PersonId, RecordId},
    identifier::Scheme,
    record::{CaseTerms, Custodian},
    time::Moment,
};

/// What a person leaves behind: exhibits they hold in their own name, and unanswered offers from or to them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OpenMatters {
    /// Exhibits they hold.
    pub held: Vec<RecordId>,
    /// Unanswered offers they made or are to answer in their own name, oldest first.
    pub offers: Vec<RecordId>,
}

/// What is open in a case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OpenPoints {
    /// Exhibits in dispute.
    pub disputed: Vec<RecordId>,
    /// Offers with an exhibit that waits for an answer, oldest first.
    pub unanswered: Vec<RecordId>,
    /// Exhibits logged without a photo, with a reason, none attached since.
    pub without_photo: Vec<RecordId>,
    /// Exhibits whose photo is announced and not attached yet.
    pub photo_awaited: Vec<RecordId>,
    /// Exhibits held by somebody who has left, or by a desk without officers.
    pub without_holder: Vec<RecordId>,
    /// Contradictory corrections.
    pub conflicts: Vec<Conflict>,
}

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Waiting {
    /// An offer to answer.
    Offer {
        /// The offer.
        offer: RecordId,
        /// Its exhibits that are unanswered.
        exhibits: Vec<RecordId>,
        /// The desk for which the person answers, unless in their own name.
        desk: Option<RecordId>,
        /// When the offer was recorded.
        since: Moment,
    },
    /// A dispute to settle, of which the person is a party.
    Dispute {
        /// The exhibit.
        exhibit: RecordId,
        /// The offer that was refused.
        offer: RecordId,
        /// When the refusal was recorded.
        since: Moment,
    },
}

impl SpaceState {
    /// The terms as they stand, once the case is opened.
    #[must_use]
    pub fn terms(&self) -> Option<&CaseTerms> {
        self.terms.as_ref().map(|state| &state.terms)
    }

    /// The terms with their corrections.
    #[must_use]
    pub const fn terms_state(&self) -> Option<&TermsState> {
        self.terms.as_ref()
    }

    /// The parties that were named.
    #[must_use]
    pub const fn parties(&self) -> &BTreeMap<PartyId, PartyState> {
        &self.parties
    }

    /// The people of whom something was recorded.
    #[must_use]
    pub const fn people(&self) -> &BTreeMap<PersonId, PersonState> {
        &self.people
    }

    /// The person's name as it stands.
    #[must_use]
    pub fn person_name(&self, person: PersonId) -> Option<&str> {
        let name = self.people.get(&person)?.current.as_ref()?;
        Some(&name.name)
    }

    /// The desks.
    #[must_use]
    pub const fn desks(&self) -> &BTreeMap<RecordId, DeskState> {
        &self.desks
    }

    /// The desks of which the person is a listed officer.
    #[must_use]
    pub fn desks_of(&self, person: PersonId) -> Vec<RecordId> {
        self.index.desks_of(person).collect()
    }

    /// The exhibits.
    #[must_use]
    pub const fn exhibits(&self) -> &BTreeMap<RecordId, ExhibitState> {
        &self.exhibits
    }

    /// The exhibits in the order of their numbers.
    #[must_use]
    pub fn exhibits_in_order(&self) -> impl DoubleEndedIterator<Item = (RecordId, &ExhibitState)> {
        self.exhibit_order
            .iter()
            .filter_map(|id| Some((*id, self.exhibits.get(id)?)))
    }

    /// The exhibit.
    #[must_use]
    pub fn exhibit(&self, id: RecordId) -> Option<&ExhibitState> {
        self.exhibits.get(&id)
    }

    /// The file attached by this record, with the record it belongs to.
    #[must_use]
    pub fn attached_file(&self, id: RecordId) -> Option<(RecordId, &AttachedFile)> {
        let Some(exhibit) = self.exhibit_of_file.get(&id).copied() else {
            return self.exchange.file(id).or_else(|| self.mission_file(id));
        };
        let files = &self.exhibits.get(&exhibit)?.files;
        let state = files.iter().find(|state| state.id == id)?;
        Some((exhibit, &state.file))
    }

    /// Whether the record attached a file to an exhibit.
    #[must_use]
    pub fn is_exhibit_file(&self, record: RecordId) -> bool {
        self.exhibit_of_file.contains_key(&record)
    }

    /// The exhibit with this number, such as `E-0001`.
    #[must_use]
    pub fn exhibit_by_number(&self, number: &str) -> Option<RecordId> {
        let place: usize = number.strip_prefix("E-")?.parse().ok()?;
        let id = *self.exhibit_order.get(place.checked_sub(1)?)?;
        self.exhibits
            .get(&id)
            .filter(|state| state.number == number)?;
        Some(id)
    }

    /// The exhibits taken from this one, in the order of their numbers.
    #[must_use]
    pub fn parts_of(&self, parent: RecordId) -> Vec<RecordId> {
        self.ids(self.index.parts(parent))
    }

    /// The exhibits that this custodian holds, in the order of their numbers.
    #[must_use]
    pub fn held_by(&self, custodian: Custodian) -> Vec<RecordId> {
        self.ids(self.index.held(custodian))
    }

    /// The offers.
    #[must_use]
    pub const fn offers(&self) -> &BTreeMap<RecordId, OfferState> {
        &self.offers
    }

    /// The offer.
    #[must_use]
    pub fn offer(&self, id: RecordId) -> Option<&OfferState> {
        self.offers.get(&id)
    }

    /// The person's own offers with an exhibit that waits for an answer, oldest first.
    #[must_use]
    pub fn unanswered_offers_of(&self, giver: PersonId) -> Vec<RecordId> {
        self.index.unanswered_from(giver).collect()
    }

    /// Every record, in the order of the case record.
    #[must_use]
    pub fn timeline(&self) -> &[TimelineEntry] {
        self.timeline.entries()
    }

    /// The line of the timeline for a record.
    #[must_use]
    pub fn timeline_entry(&self, id: RecordId) -> Option<&TimelineEntry> {
        self.timeline.entry(id)
    }

    /// Every record by the time it tells, or was recorded when it cannot be read; earliest first.
    #[must_use]
    pub fn timeline_by_happened(&self) -> impl DoubleEndedIterator<Item = &TimelineEntry> {
        self.timeline.between(i64::MIN, i64::MAX)
    }

    /// The records that tell of times from one instant to another, both included, in milliseconds since 1970 in UTC.
    #[must_use]
    pub fn timeline_between(
        &self,
        from_ms: i64,
        to_ms: i64,
    ) -> impl DoubleEndedIterator<Item = &TimelineEntry> {
        self.timeline.between(from_ms, to_ms)
    }

    /// The exhibits that carry the identifier, in the order of their numbers.
    #[must_use]
    pub fn uses_of_identifier(&self, scheme: Scheme, normal: &str) -> Vec<RecordId> {
        self.ids(self.index.uses(scheme, normal))
    }

    /// The exhibits that carry the seal, or left or arrived under it, in the order of their numbers.
    #[must_use]
    pub fn uses_of_seal(&self, number: &str) -> Vec<RecordId> {
        self.ids(self.index.uses(Scheme::Seal, number))
    }

    /// What is open in the case.
    #[must_use]
    pub fn open_points(&self) -> OpenPoints {
        let gone = self
            .removed
            .iter()
            .map(|person| Custodian::Member { person: *person });
        let deserted = self
            .desks
            .iter()
            .filter(|(_, desk)| {
                desk.officers
                    .iter()
                    .all(|officer| self.is_removed(*officer))
            })
            .map(|(desk, _)| Custodian::Desk { desk: *desk });
        OpenPoints {
            disputed: self.ids(self.index.disputed.iter().copied()),
            unanswered: self
                .index
                .unanswered
                .iter()
                .map(|(_, offer)| *offer)
                .collect(),
            without_photo: self.ids(self.index.without_photo.iter().copied()),
            photo_awaited: self.ids(self.index.photo_awaited.iter().copied()),
            without_holder: gone
                .chain(deserted)
                .flat_map(|custodian| self.held_by(custodian))
                .collect(),
            conflicts: self.conflicts().cloned().collect(),
        }
    }

    /// What the person leaves behind when they leave the case.
    #[must_use]
    pub fn open_matters(&self, person: PersonId) -> OpenMatters {
        let custodian = Custodian::Member { person };
        let mut offers: Vec<RecordId> = self
            .index
            .unanswered_from(person)
            .chain(self.index.unanswered_to(custodian))
            .collect();
        offers.sort_by_key(|offer| self.offers.get(offer).map(|state| state.given.seq));
        OpenMatters {
            held: self.held_by(custodian),
            offers,
        }
    }

    /// What waits for the person: offers to answer, in their own name and then by desk, and disputes.
    #[must_use]
    pub fn waiting_for(&self, person: PersonId) -> Vec<Waiting> {
        let own = (Custodian::Member { person }, None);
        let desks = self
            .index
            .desks_of(person)
            .filter(|_| !self.is_removed(person))
            .map(|desk| (Custodian::Desk { desk }, Some(desk)));
        let mut waiting: Vec<Waiting> = std::iter::once(own)
            .chain(desks)
            .flat_map(|(custodian, desk)| {
                self.index
                    .unanswered_to(custodian)
                    .filter_map(move |offer| self.waiting_offer(person, offer, desk))
            })
            .collect();
        waiting.extend(
            self.ids(self.index.disputed.iter().copied())
                .into_iter()
                .filter_map(|exhibit| self.waiting_dispute(person, exhibit)),
        );
        waiting
    }

    fn waiting_offer(
        &self,
        person: PersonId,
        offer: RecordId,
        desk: Option<RecordId>,
    ) -> Option<Waiting> {
        let state = self.offers.get(&offer)?;
        if state.giver == person {
            return None;
        }
        Some(Waiting::Offer {
            offer,
            exhibits: state.waiting().collect(),
            desk,
            since: state.given.recorded,
        })
    }

    fn waiting_dispute(&self, person: PersonId, exhibit: RecordId) -> Option<Waiting> {
        let state = self.exhibits.get(&exhibit)?;
        let Custody::Disputed { offer } = state.custody else {
            return None;
        };
        let told = self.offers.get(&offer)?;
        if told.giver != person && !self.acts_for(person, told.body.to) {
            return None;
        }
        Some(Waiting::Dispute {
            exhibit,
            offer,
            since: state.chain.last()?.from.recorded,
        })
    }

    fn ids(&self, places: impl Iterator<Item = usize>) -> Vec<RecordId> {
        places
            .filter_map(|place| self.exhibit_order.get(place).copied())
            .collect()
    }
}
