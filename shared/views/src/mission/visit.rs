//! A visit at work: the grid, one criterion, the team's decisions, scores and risks.

use hawser_casework::assessment::{
    Band, EvidenceKind, Judgement, Mark, Rating, Risk, Tally, VisitKind,
};
use hawser_casework::{Moment, PersonId, RecordId};
use serde::{Deserialize, Serialize};

use super::findings::PictureView;

/// Which criterion, where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellPlace {
    /// The facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion.
    pub criterion: String,
}

/// Facilities by domains: ids and numbers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridView {
    /// The visit.
    pub visit: RecordId,
    /// Its kind.
    pub kind: VisitKind,
    /// Ids of the domains: the columns.
    pub domains: Vec<String>,
    /// The port as a whole, then the facilities in the order of the record.
    pub rows: Vec<GridRow>,
    /// What the reader is to rate next; `None` when nothing is left to them.
    pub next: Option<CellPlace>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// The facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// One for each domain.
    pub cells: Vec<GridCell>,
}

/// A domain in a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GridCell {
    /// Criteria that are asked there.
    pub asked: u32,
    /// Of these, rated there by the reader.
    pub mine: u32,
    /// Of these, left to the reader: rated by them neither there nor for the port as a whole, nor carried over.
    /// Nothing is left for the port as a whole where the visit names facilities.
    pub left: u32,
    /// Of these, decided there by the team at this visit.
    pub team: u32,
    /// Of these, carried over from the visit before.
    pub carried: u32,
}

/// One criterion at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionView {
    /// The visit.
    pub visit: RecordId,
    /// Which criterion, where.
    pub place: CellPlace,
    /// Id of its domain.
    pub domain: String,
    /// It is not asked: what it depends on is not in place.
    pub not_asked: bool,
    /// What the reader rates.
    pub own: Option<RatingView>,
    /// What the others rate, side by side.
    pub others: Vec<RatingView>,
    /// What was rated before by each, oldest first.
    pub earlier: Vec<RatingView>,
    /// What the team decided, or carried over.
    pub team: Option<TeamRatingView>,
    /// Its place in the order of asking, from 1.
    pub number: u32,
    /// So many criteria there are.
    pub of: u32,
    /// The criterion before it at the same place.
    pub previous: Option<String>,
    /// The criterion after it at the same place.
    pub next: Option<String>,
    /// What is left to the reader next, after this one and then from the start.
    pub next_left: Option<CellPlace>,
}

/// One assessor's rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingView {
    /// Its record, to which photos are attached.
    pub record: RecordId,
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// The rating.
    pub rating: Rating,
    /// Why; empty when not given.
    pub reason: String,
    /// What it rests on.
    pub evidence: Vec<EvidenceKind>,
    /// What was seen; empty when nothing is noted.
    pub note: String,
    /// What a reader must see beside it.
    pub mark: Option<Mark>,
    /// It differs from what the team decided.
    pub dissent: bool,
    /// When it was recorded.
    pub recorded: Moment,
    /// Photos of this rating and of those of the same assessor before it.
    pub photos: Vec<PictureView>,
}

/// The team's rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRatingView {
    /// The rating.
    pub rating: Rating,
    /// Why; empty when not given.
    pub reason: String,
    /// Name of who recorded it.
    pub by: String,
    /// When.
    pub recorded: Moment,
    /// The visit that gave it, where it was carried over.
    pub carried_from: Option<RecordId>,
}

/// What each has rated at a visit, to be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamView {
    /// The visit.
    pub visit: RecordId,
    /// Those who rated: (person, name).
    pub people: Vec<(PersonId, String)>,
    /// Every cell that somebody rated or the team decided, in the order of asking.
    pub cells: Vec<CellView>,
    /// Cells that were rated and not decided.
    pub undecided: u32,
}

/// A cell with all its ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    /// Which criterion, where.
    pub place: CellPlace,
    /// What each rates, by place in [`TeamView::people`], with the mark beside it.
    pub ratings: Vec<(u32, Rating, Option<Mark>)>,
    /// What the team decided at this visit.
    pub team: Option<Rating>,
    /// The record that says so, to be named by who decides again.
    pub decided: Option<RecordId>,
    /// What somebody else decided at the same time, and what was put in its place unseen.
    pub conflict: Option<Rating>,
    /// What stands from the visit before.
    pub carried: Option<Rating>,
    /// They do not agree among themselves.
    pub differ: bool,
}

/// Scores and risks of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoresView {
    /// The visit.
    pub visit: RecordId,
    /// Every domain, in the order of the template.
    pub domains: Vec<DomainScores>,
    /// Every scenario, in the order of the template.
    pub scenarios: Vec<ScenarioView>,
}

/// A domain's scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainScores {
    /// Its id.
    pub domain: String,
    /// What its cells came to, carried ones included.
    pub tally: Tally,
    /// Of these cells, carried over.
    pub carried: u32,
    /// The same at the visit before, where there is one.
    pub before: Option<Tally>,
    /// By place that has a rated cell: the port as a whole, then the facilities.
    pub by_facility: Vec<(Option<RecordId>, Tally)>,
}

/// A scenario's risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioView {
    /// Its id.
    pub scenario: String,
    /// What was judged; `None` when nobody has.
    pub judged: Option<Judgement>,
    /// Why.
    pub reason: String,
    /// Name of who recorded it; empty when nobody has.
    pub by: String,
    /// The visit at which it was judged, where it was carried over.
    pub carried_from: Option<RecordId>,
    /// The risk with every figure; `None` while it was not judged or none of its criteria is rated.
    pub risk: Option<Risk>,
    /// Bands of the inherent and the residual risk.
    pub bands: Option<(Band, Band)>,
    /// Residual risk at the visit before.
    pub before: Option<u8>,
}
