//! Visits: what each assessor rated, what the team decided, and what stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kept, Made, Mission, Provenance};
use crate::{
    assessment::{
        Cell, Cells, EvidenceKind, Judgement, Mark, Rating, Reach, Risk, Tally, VisitKind,
        score::{carry_over, tallies},
    },
    id::{PersonId, RecordId},
    record::{Decision, OwnRating, VisitTerms},
};

/// One assessor's rating of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingState {
    /// The record.
    pub id: RecordId,
    /// The rating.
    pub rating: Rating,
    /// Why; empty when not given.
    pub reason: String,
    /// What it rests on.
    pub evidence: Vec<EvidenceKind>,
    /// What was seen; empty when nothing is noted.
    pub note: String,
    /// Who rated, and when.
    pub from: Provenance,
}

impl RatingState {
    /// What a reader must see beside it.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        Mark::of(self.rating, &self.evidence)
    }
}

/// The team's rating of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRating {
    /// The record, which may hold others too.
    pub id: RecordId,
    /// The rating.
    pub rating: Rating,
    /// Why; empty when not given.
    pub reason: String,
    /// Another rating that stood already and that its author had not seen: two decided at once.
    pub conflict: Option<Rating>,
    /// Who recorded it, and when.
    pub from: Provenance,
}

/// What the team judged of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioState {
    /// The record.
    pub id: RecordId,
    /// What is judged.
    pub judged: Judgement,
    /// Why.
    pub reason: String,
    /// Who recorded it, and when.
    pub from: Provenance,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitState {
    /// Its terms, with the facilities that were added since.
    pub terms: Kept<VisitTerms>,
    /// The visit from which what it does not touch is carried over.
    pub before: Option<RecordId>,
    /// What each assessor rated, oldest first: the last one counts as theirs.
    pub ratings: BTreeMap<Cell, BTreeMap<PersonId, Vec<RatingState>>>,
    /// How many cells each assessor has rated.
    pub rated_by: BTreeMap<PersonId, u32>,
    /// What the team decided, oldest first: the last one counts.
    pub decisions: BTreeMap<Cell, Vec<TeamRating>>,
    /// What the team judged of each scenario, oldest first: the last one counts.
    pub scenarios: BTreeMap<String, Vec<ScenarioState>>,
    /// What was found, in the order of the record.
    pub findings: Vec<RecordId>,
    /// The reports that were shared, in the order of the record.
    pub reports: Vec<RecordId>,
    /// The aggregates that were signed, in the order of the record.
    pub aggregates: Vec<RecordId>,
}

impl VisitState {
    /// What an assessor rates a cell.
    #[must_use]
    pub fn own(&self, cell: &Cell, person: PersonId) -> Option<&RatingState> {
        self.ratings.get(cell)?.get(&person)?.last()
    }

    /// What each assessor rates a cell.
    pub fn each(&self, cell: &Cell) -> impl Iterator<Item = &RatingState> {
        let people = self.ratings.get(cell).into_iter().flatten();
        people.filter_map(|(_, ratings)| ratings.last())
    }

    /// What the team decided for a cell at this visit.
    #[must_use]
    pub fn decided(&self, cell: &Cell) -> Option<&TeamRating> {
        self.decisions.get(cell)?.last()
    }

    /// Those who rate a cell otherwise than the team.
    pub fn dissent(&self, cell: &Cell) -> impl Iterator<Item = &RatingState> {
        let decided = self.decided(cell).map(|team| team.rating);
        self.each(cell)
            .filter(move |own| decided.is_some_and(|team| team != own.rating))
    }
}

impl Mission {
    pub(super) fn open_visit(&mut self, made: Made, terms: &VisitTerms) {
        let carries = terms.kind == VisitKind::FollowUp;
        let by_team = |visit: &VisitState| visit.terms.value.kind != VisitKind::SelfAssessment;
        let before = self
            .visits()
            .rev()
            .find_map(|(id, visit)| by_team(visit).then_some(id))
            .filter(|_| carries);
        self.visit_order.push(made.id);
        let state = VisitState {
            terms: Kept::new(terms.clone(), made.from),
            before,
            ratings: BTreeMap::new(),
            rated_by: BTreeMap::new(),
            decisions: BTreeMap::new(),
            scenarios: BTreeMap::new(),
            findings: Vec::new(),
            reports: Vec::new(),
            aggregates: Vec::new(),
        };
        self.visits.insert(made.id, state);
    }

    pub(super) fn rate(&mut self, made: Made, rated: &OwnRating) {
        let Some(visit) = self.visits.get_mut(&rated.visit) else {
            return;
        };
        self.visit_of_rating.insert(made.id, rated.visit);
        let person = made.from.author;
        let own = visit
            .ratings
            .entry(cell(rated.facility, &rated.criterion))
            .or_default()
            .entry(person)
            .or_default();
        if own.is_empty() {
            *visit.rated_by.entry(person).or_default() += 1;
        }
        own.push(RatingState {
            id: made.id,
            rating: rated.rating,
            reason: rated.reason.clone(),
            evidence: rated.evidence.clone(),
            note: rated.note.clone(),
            from: made.from,
        });
    }

    pub(super) fn decide(&mut self, made: &Made, visit: RecordId, decisions: &[Decision]) {
        let Some(visit) = self.visits.get_mut(&visit) else {
            return;
        };
        for decision in decisions {
            let cell = cell(decision.facility, &decision.criterion);
            let told = visit.decisions.entry(cell).or_default();
            let unseen = |stood: &&TeamRating| {
                Some(stood.id) != decision.seen && stood.rating != decision.rating
            };
            let conflict = told.last().filter(unseen).map(|stood| stood.rating);
            told.push(TeamRating {
                id: made.id,
                rating: decision.rating,
                conflict,
                reason: decision.reason.clone(),
                from: made.from.clone(),
            });
        }
    }

    pub(super) fn assess_scenario(
        &mut self,
        made: Made,
        visit: RecordId,
        scenario: &str,
        judged: Judgement,
        reason: &str,
    ) {
        if let Some(visit) = self.visits.get_mut(&visit) {
            let told = visit.scenarios.entry(scenario.to_owned()).or_default();
            told.push(ScenarioState {
                id: made.id,
                judged,
                reason: reason.to_owned(),
                from: made.from,
            });
        }
    }

    /// A visit and those it carries over from, the oldest first.
    fn carried_from(&self, visit: RecordId) -> Vec<(RecordId, &VisitState)> {
        let first = self.visits.get(&visit).map(|state| (visit, state));
        let mut chain: Vec<_> = std::iter::successors(first, |(_, state)| {
            let before = state.before?;
            Some((before, self.visits.get(&before)?))
        })
        .collect();
        chain.reverse();
        chain
    }

    /// How every cell stands at a visit by the team's ratings, each with the visit that gave it.
    #[must_use]
    pub fn cells(&self, visit: RecordId) -> Cells {
        let visits = self.carried_from(visit).into_iter();
        visits.fold(Cells::new(), |before, (id, state)| {
            let own = state.decisions.iter().filter_map(|(cell, ratings)| {
                let team = ratings.last()?;
                Some((cell.clone(), team.rating))
            });
            carry_over(before, id, &own.collect())
        })
    }

    /// How far the team is with a visit.
    #[must_use]
    pub fn reach(&self, visit: RecordId) -> Reach {
        let (Some(state), Some(opening)) = (self.visits.get(&visit), self.opening()) else {
            return Reach::default();
        };
        let places = state.terms.value.facilities.len().max(1);
        let cells = self.cells(visit);
        let carried = cells.values().filter(|one| one.visit != visit).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Reach {
            asked: count(places * opening.template.count()),
            decided: count(state.decisions.len()),
            carried: count(carried),
        }
    }

    /// What each domain comes to at a visit.
    #[must_use]
    pub fn tallies(&self, visit: RecordId) -> BTreeMap<String, Tally> {
        self.opening().map_or_else(BTreeMap::new, |opening| {
            tallies(&opening.template, &self.cells(visit), None)
        })
    }

    /// What was judged of a scenario at a visit, with the visit at which it was.
    #[must_use]
    pub fn judged(&self, visit: RecordId, scenario: &str) -> Option<(RecordId, &ScenarioState)> {
        let visits = self.carried_from(visit).into_iter().rev();
        let mut told = visits.filter_map(|(id, state)| {
            let judged = state.scenarios.get(scenario)?.last()?;
            Some((id, judged))
        });
        told.next()
    }

    /// The risks at a visit, in the order of the template: of what was judged and has a rated criterion.
    #[must_use]
    pub fn risks(&self, visit: RecordId) -> Vec<Risk> {
        let Some(opening) = self.opening() else {
            return Vec::new();
        };
        let tallies = self.tallies(visit);
        let scenarios = opening.template.scenarios.iter();
        scenarios
            .filter_map(|scenario| {
                let (_, judged) = self.judged(visit, &scenario.id)?;
                Risk::of(scenario, judged.judged, &tallies)
            })
            .collect()
    }
}

pub(super) fn cell(facility: Option<RecordId>, criterion: &str) -> Cell {
    Cell {
        facility,
        criterion: criterion.to_owned(),
    }
}
