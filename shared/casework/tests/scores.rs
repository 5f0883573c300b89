//! What ratings come to: scores, coverage, what is carried over, and whether actions are in time.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use hawser_casework::{
    RecordId,
    assessment::{
        ActionDays, Cell, Cells, EvidenceKind, Mark, OnTime, Rating, Tally,
        score::{carry_over, percent, rated_at, tallies},
        template::default_template,
    },
};
use proptest::prelude::*;

const BASELINE: RecordId = RecordId::new([1; 16]);
const FOLLOW_UP: RecordId = RecordId::new([2; 16]);
const FRUIT_TERMINAL: RecordId = RecordId::new([3; 16]);
const CONTAINER_TERMINAL: RecordId = RecordId::new([4; 16]);

fn tally(ratings: &[Rating]) -> Tally {
    let mut tally = Tally::default();
    for rating in ratings {
        tally.add(*rating);
    }
    tally
}

fn cell(facility: Option<RecordId>, criterion: &str) -> Cell {
    Cell {
        facility,
        criterion: criterion.into(),
    }
}

#[test]
fn what_does_not_apply_leaves_the_divisor_and_what_was_not_observed_does_not() {
    let all = [
        Rating::Proven,
        Rating::Partial,
        Rating::NotApplicable,
        Rating::NotObserved,
    ];
    let all = tally(&all);
    assert_eq!((all.sum, all.rated), (6, 2));
    assert_eq!(all.score_percent(), Some(75));
    assert_eq!(all.coverage_percent(), Some(67), "two of three");
}

#[test]
fn what_was_not_looked_at_has_no_score() {
    assert_eq!(Tally::default().score_percent(), None);
    assert_eq!(Tally::default().coverage_percent(), None);
    let unseen = tally(&[Rating::NotObserved, Rating::NotApplicable]);
    assert_eq!(unseen.score_percent(), None);
    assert_eq!(unseen.coverage_percent(), Some(0));
    let absent = tally(&[Rating::Absent]);
    assert_eq!(absent.score_percent(), Some(0), "looked at, and not there");
    assert_eq!(absent.coverage_percent(), Some(100));
}

#[test]
fn percentages_are_rounded_halves_up() {
    for (part, whole, expected) in [
        (0, 1, 0),
        (1, 200, 1), // 0.5
        (1, 201, 0), // 0.497…
        (1, 3, 33),
        (2, 3, 67),
        (1, 8, 13), // 12.5
        (5, 8, 63), // 62.5
        (199, 200, 100),
        (198, 200, 99),
        (u64::MAX, u64::MAX, 100),
    ] {
        assert_eq!(percent(part, whole), Some(expected), "{part}/{whole}");
    }
    assert_eq!(percent(1, 0), None);
    assert_eq!(percent(u64::MAX, 1), None, "no percentage at all");
}

#[test]
fn a_mark_stands_beside_what_rests_on_too_little() {
    use EvidenceKind::{Document, Interview};
    let alone = Some(Mark::ProvenByInterviewAlone);
    let without = Some(Mark::WithoutEvidence);
    for (rating, evidence, mark) in [
        (Rating::Proven, vec![Interview], alone),
        (Rating::Proven, vec![Interview, Interview], alone),
        (Rating::Proven, vec![Interview, Document], None),
        (Rating::Effective, vec![Interview], None),
        (Rating::Proven, vec![], without),
        (Rating::Absent, vec![], without),
        (Rating::NotApplicable, vec![], without),
        (Rating::NotObserved, vec![], None),
    ] {
        assert_eq!(Mark::of(rating, &evidence), mark, "{rating:?} {evidence:?}");
    }
    assert!(Rating::NotObserved.needs_reason());
    assert!(!Rating::NotApplicable.needs_reason());
}

#[test]
fn a_follow_up_rates_again_only_what_it_touched() {
    let template = default_template().unwrap();
    let quay = Some(FRUIT_TERMINAL);
    let baseline = carry_over(
        Cells::new(),
        BASELINE,
        &[
            (cell(quay, "perimeter-barriers"), Rating::Weak),
            (cell(quay, "perimeter-lighting"), Rating::Effective),
            (cell(None, "governance-authority"), Rating::Partial),
        ]
        .into(),
    );
    let follow_up = carry_over(
        baseline.clone(),
        FOLLOW_UP,
        &[(cell(quay, "perimeter-barriers"), Rating::Proven)].into(),
    );
    assert_eq!(follow_up.len(), 3);
    let touched = follow_up[&cell(quay, "perimeter-barriers")];
    assert_eq!((touched.rating, touched.visit), (Rating::Proven, FOLLOW_UP));
    let carried = follow_up[&cell(quay, "perimeter-lighting")];
    assert_eq!(
        (carried.rating, carried.visit),
        (Rating::Effective, BASELINE)
    );
    let score = |cells: &Cells| tallies(&template, cells, None)["perimeter"].score_percent();
    assert_eq!(score(&baseline), Some(50));
    assert_eq!(score(&follow_up), Some(88), "7 of 8 points");
    let governance = tallies(&template, &follow_up, None)["governance"];
    assert_eq!(governance.score_percent(), Some(50), "carried over");
}

#[test]
fn each_facility_counts_by_itself() {
    let template = default_template().unwrap();
    let cells = carry_over(
        Cells::new(),
        BASELINE,
        &[
            (
                cell(Some(FRUIT_TERMINAL), "perimeter-barriers"),
                Rating::Absent,
            ),
            (
                cell(Some(CONTAINER_TERMINAL), "perimeter-barriers"),
                Rating::Proven,
            ),
            (cell(None, "perimeter-barriers"), Rating::Partial),
            (cell(None, "no-such-criterion"), Rating::Proven),
        ]
        .into(),
    );
    let score = |only| tallies(&template, &cells, only)["perimeter"].score_percent();
    assert_eq!(score(None), Some(50));
    assert_eq!(score(Some(Some(FRUIT_TERMINAL))), Some(0));
    assert_eq!(score(Some(Some(CONTAINER_TERMINAL))), Some(100));
    assert_eq!(score(Some(None)), Some(50));
    let at = |facility| rated_at(&cells, Some(facility), "perimeter-barriers");
    assert_eq!(at(FRUIT_TERMINAL), Some(Rating::Absent));
    assert_eq!(
        at(BASELINE),
        Some(Rating::Partial),
        "else as the port is rated"
    );
}

#[test]
fn what_is_not_asked_does_not_count() {
    let template = default_template().unwrap();
    let quay = Some(FRUIT_TERMINAL);
    let rated = |unit| {
        let own = [
            (cell(None, "targeting-profiling-unit"), unit),
            (cell(quay, "targeting-profiles-reviewed"), Rating::Absent),
        ];
        let cells = carry_over(Cells::new(), BASELINE, &own.into());
        tallies(&template, &cells, None)["targeting"]
    };
    let without = rated(Rating::Absent);
    assert_eq!((without.rated, without.not_applicable), (1, 1));
    let with = rated(Rating::Weak);
    assert_eq!((with.rated, with.not_applicable), (2, 0));
}

fn days(original_due: &str, due: &str, done: Option<&str>) -> ActionDays {
    ActionDays {
        found: "2026-01-03".into(),
        agreed: "2026-01-10".into(),
        original_due: original_due.into(),
        due: due.into(),
        done: done.map(str::to_owned),
        verified: None,
    }
}

#[test]
fn a_moved_due_day_does_not_make_an_action_on_time() {
    let moved = days("2026-06-30", "2026-12-31", Some("2026-11-01"));
    assert!(!moved.is_overdue("2027-01-01"));
    assert_eq!(moved.on_time("2027-01-01"), Some(false));
    let kept = days("2026-06-30", "2026-06-30", Some("2026-06-30"));
    assert_eq!(kept.on_time("2026-07-01"), Some(true));
    let open = days("2026-06-30", "2026-06-30", None);
    assert_eq!(
        open.on_time("2026-06-30"),
        None,
        "the day itself is not over"
    );
    assert!(!open.is_overdue("2026-06-30"));
    assert_eq!(open.on_time("2026-07-01"), Some(false));
    assert!(open.is_overdue("2026-07-01"));
    let put_off = days("2026-06-30", "2026-12-31", None);
    assert!(!put_off.is_overdue("2026-07-01"));
    assert_eq!(put_off.on_time("2026-07-01"), Some(false));

    let all = [&moved, &kept, &open, &put_off];
    let count = OnTime::of(all, "2026-06-30");
    assert_eq!((count.on_time, count.of), (1, 2));
    assert_eq!(count.percent(), Some(50));
    let count = OnTime::of(all, "2026-07-01");
    assert_eq!((count.on_time, count.of), (1, 4));
    assert_eq!(OnTime::of([], "2026-07-01").percent(), None);
}

fn any_rating() -> impl Strategy<Value = Rating> {
    proptest::sample::select(Rating::ALL.to_vec())
}

proptest! {
    #[test]
    fn the_order_of_rating_changes_nothing(
        ratings in proptest::collection::vec(any_rating(), 0..300),
        cut in any::<prop::sample::Index>(),
    ) {
        let all = tally(&ratings);
        let mut turned = ratings.clone();
        turned.reverse();
        prop_assert_eq!(all, tally(&turned));
        let (first, second) = ratings.split_at(if ratings.is_empty() { 0 } else { cut.index(ratings.len()) });
        prop_assert_eq!(all, tally(first).with(tally(second)));
        prop_assert!(all.is_possible());
        let counted = all.rated + all.not_observed + all.not_applicable;
        prop_assert_eq!(counted as usize, ratings.len());
    }

    #[test]
    fn percentages_stay_within_bounds_and_close_to_the_fraction(part in 0..=1_000_000u64, more in 0..=1_000_000u64) {
        let whole = part + more;
        match percent(part, whole) {
            None => prop_assert_eq!(whole, 0),
            Some(shown) => {
                prop_assert!(shown <= 100);
                // Within half a percent: |shown/100 - part/whole| <= 1/200, and up when exactly between.
                let distance = i128::from(shown) * i128::from(whole) * 2 - i128::from(part) * 200;
                prop_assert!(-i128::from(whole) < distance && distance <= i128::from(whole));
            }
        }
    }

    #[test]
    fn carrying_over_keeps_all_and_replaces_what_was_touched(
        before in proptest::collection::btree_map((0..3u8, 0..20u8), any_rating(), 0..40),
        own in proptest::collection::btree_map((0..3u8, 0..20u8), any_rating(), 0..40),
    ) {
        let cells = |rated: &BTreeMap<(u8, u8), Rating>| -> BTreeMap<Cell, Rating> {
            rated
                .iter()
                .map(|((facility, criterion), rating)| {
                    let facility = (*facility > 0).then(|| RecordId::new([*facility; 16]));
                    (cell(facility, &format!("c-{criterion}")), *rating)
                })
                .collect()
        };
        let (first, second) = (cells(&before), cells(&own));
        let baseline = carry_over(Cells::new(), BASELINE, &first);
        let after = carry_over(baseline.clone(), FOLLOW_UP, &second);
        for (at, stands) in &after {
            if let Some(rating) = second.get(at) {
                prop_assert!(stands.rating == *rating && stands.visit == FOLLOW_UP);
            } else {
                prop_assert_eq!(stands, &baseline[at]);
            }
        }
        prop_assert!(baseline.keys().chain(second.keys()).all(|at| after.contains_key(at)));
    }
}
