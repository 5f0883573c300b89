//! A visit at work: the grid, one criterion, what each has rated.

use std::collections::{BTreeMap, BTreeSet};

use hawser_casework::assessment::template::Outline;
use hawser_casework::assessment::{Cell, Cells, Rating, Template, score::rated_at};
use hawser_casework::state::{Mission, RatingState, VisitState};
use hawser_casework::{PersonId, RecordId, SpaceId as CaseId};
use hawser_views::mission::{
    CellPlace, CellView, CriterionView, GridCell, GridRow, GridView, RatingView, TeamRatingView,
    TeamView,
};

use super::findings::picture;
use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::mission::known_visit;
use crate::people::ledger_id;
use crate::replay::Space;

/// A visit as one assessor sees it.
pub(super) struct Desk<'a> {
    pub(super) mission: &'a Mission,
    pub(super) template: &'a Template,
    outline: Outline<'a>,
    pub(super) id: RecordId,
    pub(super) visit: &'a VisitState,
    pub(super) cells: Cells,
    /// The port as a whole, then the facilities that the visit names or that are rated.
    pub(super) places: Vec<Option<RecordId>>,
    me: PersonId,
}

impl<'a> Desk<'a> {
    pub(super) fn new(state: &'a Space, id: RecordId, me: PersonId) -> Outcome<Self> {
        let mission = state.records.mission();
        let visit = known_visit(state, id)?;
        let Some(opening) = mission.opening() else {
            return fail("not-a-member");
        };
        let cells = mission.cells(id);
        Ok(Self {
            mission,
            template: &opening.template,
            outline: opening.template.outline(),
            id,
            visit,
            places: places(mission, visit, &cells),
            cells,
            me,
        })
    }

    fn own(&self, facility: Option<RecordId>, criterion: &str) -> Option<Rating> {
        let own = self.visit.own(&cell(facility, criterion), self.me)?;
        Some(own.rating)
    }

    /// Whether the criterion is asked there, as far as the reader or the team has rated what it depends on.
    fn is_asked(&self, facility: Option<RecordId>, criterion: &str) -> bool {
        self.outline.is_asked(criterion, |other| {
            self.own(facility, other)
                .or_else(|| self.own(None, other))
                .or_else(|| rated_at(&self.cells, facility, other))
        })
    }

    fn is_carried(&self, facility: Option<RecordId>, criterion: &str) -> bool {
        let stands = self.cells.get(&cell(facility, criterion));
        stands.is_some_and(|stands| stands.visit != self.id)
    }

    /// Whether it is for the reader to rate: asked in a facility that the visit is to look at, or for the port
    /// where it names none, and rated by them neither there nor for the port, nor carried over.
    fn is_left(&self, facility: Option<RecordId>, criterion: &str) -> bool {
        let planned = &self.visit.terms.value.facilities;
        let due = match facility {
            Some(facility) => planned.contains(&facility),
            None => planned.is_empty(),
        };
        due && self.is_asked(facility, criterion)
            && [facility, None].into_iter().all(|place| {
                self.own(place, criterion).is_none() && !self.is_carried(place, criterion)
            })
    }

    /// Every cell that is left to the reader, by place and in the order of asking.
    fn left(&self) -> impl Iterator<Item = CellPlace> + '_ {
        self.places.iter().flat_map(move |&facility| {
            self.template
                .criteria()
                .filter(move |(_, one)| self.is_left(facility, &one.id))
                .map(move |(_, one)| CellPlace {
                    facility,
                    criterion: one.id.clone(),
                })
        })
    }

    fn grid_cell<'b>(
        &self,
        facility: Option<RecordId>,
        criteria: impl Iterator<Item = &'b str>,
    ) -> GridCell {
        let mut sum = GridCell::default();
        for criterion in criteria.filter(|criterion| self.is_asked(facility, criterion)) {
            let decided = self.visit.decided(&cell(facility, criterion)).is_some();
            sum.asked += 1;
            sum.mine += u32::from(self.own(facility, criterion).is_some());
            sum.left += u32::from(self.is_left(facility, criterion));
            sum.team += u32::from(decided);
            sum.carried += u32::from(self.is_carried(facility, criterion));
        }
        sum
    }

    /// The first cell left to the reader after this one, by place and in the order of asking, and then from the
    /// start.
    fn next_left(&self, place: &CellPlace) -> Option<CellPlace> {
        let order = |one: &CellPlace| {
            let at = self.places.iter().position(|place| *place == one.facility);
            (at, self.outline.place(&one.criterion))
        };
        let here = order(place);
        let mut left = self.left().filter(|one| one != place).peekable();
        let first = left.peek().cloned();
        left.find(|one| order(one) > here).or(first)
    }
}

/// How many cells of a visit are left to an assessor.
pub(super) fn left(state: &Space, visit: RecordId, me: PersonId) -> usize {
    Desk::new(state, visit, me).map_or(0, |desk| desk.left().count())
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn grid(&self, space: CaseId, visit: RecordId) -> Outcome<GridView> {
        let me = self.current()?.person();
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let desk = Desk::new(&state, visit, me)?;
        let domains = &desk.template.domains;
        let rows = desk.places.iter().map(|&facility| GridRow {
            facility,
            cells: domains
                .iter()
                .map(|domain| {
                    let criteria = domain.criteria.iter().map(|one| &*one.id);
                    desk.grid_cell(facility, criteria)
                })
                .collect(),
        });
        Ok(GridView {
            visit,
            kind: desk.visit.terms.value.kind,
            domains: domains.iter().map(|domain| domain.id.clone()).collect(),
            rows: rows.collect(),
            next: desk.left().next(),
        })
    }

    pub(crate) async fn criterion(
        &self,
        space: CaseId,
        visit: RecordId,
        place: CellPlace,
    ) -> Outcome<CriterionView> {
        let me = self.current()?.person();
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let desk = Desk::new(&state, visit, me)?;
        let (facility, id) = (place.facility, &*place.criterion);
        let Some((domain, _)) = desk.outline.criterion(id) else {
            return fail("unknown-criterion");
        };
        let at = cell(facility, id);
        let shown = |own: &RatingState| rating_view(&state, desk.visit, &at, own);
        let all = desk.visit.ratings.get(&at);
        let mut earlier: Vec<&RatingState> = all
            .into_iter()
            .flatten()
            .filter_map(|(_, ratings)| ratings.split_last())
            .flat_map(|(_, before)| before)
            .collect();
        earlier.sort_by_key(|own| own.from.seq);
        let mut others: Vec<RatingView> = desk
            .visit
            .each(&at)
            .filter(|own| own.from.author != me)
            .map(shown)
            .collect();
        others.sort_by(|a, b| a.name.cmp(&b.name));
        let number = desk.outline.place(id).unwrap_or(0);
        let criteria: Vec<&str> = desk.template.criteria().map(|(_, one)| &*one.id).collect();
        let beside = |place: Option<usize>| {
            let found = place.and_then(|place| criteria.get(place));
            found.map(|id| (*id).to_owned())
        };
        Ok(CriterionView {
            visit,
            domain: domain.id.clone(),
            not_asked: !desk.is_asked(facility, id),
            own: desk.visit.own(&at, me).map(shown),
            others,
            earlier: earlier.into_iter().map(shown).collect(),
            team: team_rating(&state, &desk, &at),
            number: number as u32 + 1,
            of: criteria.len() as u32,
            previous: beside(number.checked_sub(1)),
            next: beside(Some(number + 1)),
            next_left: desk.next_left(&place),
            place,
        })
    }

    pub(crate) async fn team_ratings(&self, space: CaseId, visit: RecordId) -> Outcome<TeamView> {
        let me = self.current()?.person();
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let desk = Desk::new(&state, visit, me)?;
        let people: Vec<(PersonId, String)> = desk
            .visit
            .rated_by
            .keys()
            .map(|person| (*person, state.name(*person)))
            .collect();
        let number: BTreeMap<PersonId, u32> = people
            .iter()
            .zip(0..)
            .map(|((person, _), number)| (*person, number))
            .collect();
        let listed = desk.visit.ratings.keys().chain(desk.visit.decisions.keys());
        let listed: BTreeSet<&Cell> = listed.collect();
        let mut cells: Vec<CellView> = listed
            .into_iter()
            .map(|at| {
                let ratings: Vec<_> = desk
                    .visit
                    .each(at)
                    .filter_map(|own| {
                        let number = *number.get(&own.from.author)?;
                        Some((number, own.rating, own.mark()))
                    })
                    .collect();
                let distinct: BTreeSet<Rating> = ratings.iter().map(|(_, own, _)| *own).collect();
                let stands = desk.cells.get(at).filter(|stands| stands.visit != visit);
                let decided = desk.visit.decided(at);
                CellView {
                    place: CellPlace {
                        facility: at.facility,
                        criterion: at.criterion.clone(),
                    },
                    differ: distinct.len() > 1,
                    ratings,
                    team: decided.map(|team| team.rating),
                    decided: decided.map(|team| team.id),
                    conflict: decided.and_then(|team| team.conflict),
                    carried: stands.map(|stands| stands.rating),
                }
            })
            .collect();
        cells.sort_by_cached_key(|cell| {
            let at = desk
                .places
                .iter()
                .position(|place| *place == cell.place.facility);
            (desk.outline.place(&cell.place.criterion), at)
        });
        let undecided = cells.iter().filter(|cell| cell.team.is_none()).count();
        Ok(TeamView {
            visit,
            people,
            undecided: undecided as u32,
            cells,
        })
    }
}

fn places(mission: &Mission, visit: &VisitState, cells: &Cells) -> Vec<Option<RecordId>> {
    let planned = visit.terms.value.facilities.iter().copied();
    let rated = visit.ratings.keys().chain(cells.keys());
    let known: BTreeSet<RecordId> = planned
        .chain(rated.filter_map(|cell| cell.facility))
        .collect();
    let facilities = mission.facilities().map(|(facility, _)| facility);
    let listed = facilities.filter(|facility| known.contains(facility));
    std::iter::once(None).chain(listed.map(Some)).collect()
}

fn cell(facility: Option<RecordId>, criterion: &str) -> Cell {
    Cell {
        facility,
        criterion: criterion.to_owned(),
    }
}

fn rating_view(state: &Space, visit: &VisitState, at: &Cell, own: &RatingState) -> RatingView {
    let mission = state.records.mission();
    let person = own.from.author;
    let all = visit.ratings.get(at).and_then(|all| all.get(&person));
    let photos = all
        .into_iter()
        .flatten()
        .filter(|one| one.from.seq <= own.from.seq)
        .flat_map(|one| mission.files_of(one.id))
        .map(picture);
    let decided = visit.decided(at);
    RatingView {
        record: own.id,
        person,
        name: state.name(person),
        rating: own.rating,
        reason: own.reason.clone(),
        evidence: own.evidence.clone(),
        note: own.note.clone(),
        mark: own.mark(),
        dissent: decided.is_some_and(|team| team.rating != own.rating),
        recorded: own.from.recorded,
        photos: photos.collect(),
    }
}

/// What the team decided for a cell, at this visit or at the one it was carried over from.
fn team_rating(state: &Space, desk: &Desk<'_>, at: &Cell) -> Option<TeamRatingView> {
    let stands = desk.cells.get(at)?;
    let team = desk.mission.visit(stands.visit)?.decided(at)?;
    Some(TeamRatingView {
        rating: team.rating,
        reason: team.reason.clone(),
        by: state.name(team.from.author),
        recorded: team.from.recorded,
        carried_from: (stands.visit != desk.id).then_some(stands.visit),
    })
}
