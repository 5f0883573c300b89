//! What ratings add up to, per domain: how good, and how much was looked at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{rating::Rating, template::Template};
use crate::id::RecordId;

/// Where a criterion is rated: in one facility, or for the port as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion.
    pub criterion: String,
}

/// How a cell stands at a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRating {
    /// The rating that counts.
    pub rating: Rating,
    /// The visit that gave it: an earlier one when it was carried over.
    pub visit: RecordId,
}

/// How every rated cell stands at a visit.
pub type Cells = BTreeMap<Cell, CellRating>;

/// The cells of a visit: its own ratings, and where it touched nothing those of the visit before, each marked
/// with the visit that gave it.
#[must_use]
pub fn carry_over(mut before: Cells, visit: RecordId, own: &BTreeMap<Cell, Rating>) -> Cells {
    let given = own.iter().map(|(cell, rating)| {
        let rating = *rating;
        (cell.clone(), CellRating { rating, visit })
    });
    before.extend(given);
    before
}

/// Ratings counted, as exact integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Points of the rated cells together.
    pub sum: u32,
    /// Cells rated absent to proven.
    pub rated: u32,
    /// Cells that could not be looked at.
    pub not_observed: u32,
    /// Cells where the question does not arise.
    pub not_applicable: u32,
}

impl Tally {
    /// Counts one more rating.
    pub fn add(&mut self, rating: Rating) {
        match rating.points() {
            Some(points) => {
                self.sum += points;
                self.rated += 1;
            }
            None if rating == Rating::NotObserved => self.not_observed += 1,
            None => self.not_applicable += 1,
        }
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            sum: self.sum.saturating_add(other.sum),
            rated: self.rated.saturating_add(other.rated),
            not_observed: self.not_observed.saturating_add(other.not_observed),
            not_applicable: self.not_applicable.saturating_add(other.not_applicable),
        }
    }

    /// Whether the points can have come from so many cells.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        u64::from(self.sum) <= u64::from(self.rated) * u64::from(Rating::MOST_POINTS)
    }

    /// The score: `sum / (4 * rated)` as whole percent, halves rounded up; `None` when nothing was rated.
    #[must_use]
    pub fn score_percent(&self) -> Option<u32> {
        let best = u64::from(self.rated) * u64::from(Rating::MOST_POINTS);
        percent(u64::from(self.sum), best)
    }

    /// The coverage: `rated / (rated + not observed)` as whole percent, halves rounded up; `None` when neither.
    ///
    /// What does not apply leaves the divisor; what could not be looked at does not.
    #[must_use]
    pub fn coverage_percent(&self) -> Option<u32> {
        let rated = u64::from(self.rated);
        percent(rated, rated + u64::from(self.not_observed))
    }
}

/// `part / whole` as whole percent, halves rounded up; `None` of nothing.
#[must_use]
pub fn percent(part: u64, whole: u64) -> Option<u32> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    u32::try_from((200 * part + whole) / (2 * whole)).ok()
}

/// The tally of each domain that has a rated cell, by the domain's id.
///
/// A cell whose criterion is not asked there (see [`is_asked`](super::template::Outline::is_asked)) counts as
/// not applicable. `facility` limits it to one facility (`Some(Some(id))`) or to what holds for the port as a
/// whole (`Some(None)`); `None` takes every cell.
#[must_use]
pub fn tallies(
    template: &Template,
    cells: &Cells,
    facility: Option<Option<RecordId>>,
) -> BTreeMap<String, Tally> {
    let outline = template.outline();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (cell, stands) in cells {
        if facility.is_some_and(|only| only != cell.facility) {
            continue;
        }
        let Some((domain, _)) = outline.criterion(&cell.criterion) else {
            continue;
        };
        let asked = outline.is_asked(&cell.criterion, |other| {
            rated_at(cells, cell.facility, other)
        });
        let counts = if asked {
            stands.rating
        } else {
            Rating::NotApplicable
        };
        tallies.entry(domain.id.clone()).or_default().add(counts);
    }
    tallies
}

/// What a criterion is rated at a facility: there, or else for the port as a whole.
#[must_use]
pub fn rated_at(cells: &Cells, facility: Option<RecordId>, criterion: &str) -> Option<Rating> {
    let at = |facility| {
        let criterion = criterion.to_owned();
        cells.get(&Cell {
            facility,
            criterion,
        })
    };
    at(facility)
        .or_else(|| at(None))
        .map(|stands| stands.rating)
}
