//! The risk of a scenario, at every boundary.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use hawser_casework::assessment::{
    Band, Confidence, DomainFigures, Judgement, Level, Rating, Risk, Tally,
    template::default_template,
};
use proptest::prelude::*;

fn tally(ratings: &[Rating]) -> Tally {
    let mut tally = Tally::default();
    for rating in ratings {
        tally.add(*rating);
    }
    tally
}

fn level(level: u8) -> Level {
    Level::try_from(level).unwrap()
}

fn judged(threat: u8, consequence: u8) -> Judgement {
    Judgement {
        threat: level(threat),
        consequence: level(consequence),
        confidence: Confidence::Medium,
    }
}

fn risk(threat: u8, consequence: u8, figures: &[(u32, u32)]) -> Option<Risk> {
    let domains = figures.iter().enumerate().map(|(at, (sum, rated))| {
        let domain = format!("domain-{at}");
        let (sum, rated) = (*sum, *rated);
        DomainFigures { domain, sum, rated }
    });
    Risk::from_figures(
        "rip-on".into(),
        domains.collect(),
        judged(threat, consequence),
    )
}

#[test]
fn vulnerability_is_rounded_halves_up_and_never_below_one() {
    // 5 minus the mean, times 1 x 1.
    for (sum, rated, vulnerability) in [
        (0, 1, 5),     // 5
        (1, 2, 5),     // 4.5
        (2, 2, 4),     // 4
        (3, 2, 4),     // 3.5
        (5, 2, 3),     // 2.5
        (7, 2, 2),     // 1.5
        (8, 2, 1),     // 1
        (26, 10, 2),   // 2.4
        (25, 10, 3),   // 2.5
        (24, 10, 3),   // 2.6
        (251, 100, 2), // 2.49
        (2_000, 500, 1),
    ] {
        let risk = risk(1, 1, &[(sum, rated)]).unwrap();
        assert_eq!(risk.vulnerability.get(), vulnerability, "{sum}/{rated}");
        assert_eq!(risk.residual, vulnerability);
    }
}

#[test]
fn the_mean_is_over_criteria_and_not_over_domains() {
    let risk = risk(4, 5, &[(4, 1), (0, 3), (0, 0)]).unwrap();
    assert_eq!((risk.sum, risk.rated), (4, 4));
    assert_eq!(risk.vulnerability, level(4), "5 - 4/4, not 5 - (4 + 0)/2");
    assert_eq!(risk.residual, 80);
    assert_eq!(risk.inherent, 100);
    assert_eq!(risk.domains[2].rated, 0, "not looked at, and shown as such");
}

#[test]
fn nothing_rated_gives_no_risk() {
    assert_eq!(risk(5, 5, &[]), None);
    assert_eq!(risk(5, 5, &[(0, 0), (0, 0)]), None);
    let template = default_template().unwrap();
    let scenario = template.scenario("insider-release").unwrap();
    let mut tallies = BTreeMap::new();
    assert_eq!(Risk::of(scenario, judged(5, 5), &tallies), None);
    tallies.insert("integrity".to_owned(), tally(&[Rating::NotObserved]));
    assert_eq!(Risk::of(scenario, judged(5, 5), &tallies), None);
    tallies.insert("release-data".to_owned(), tally(&[Rating::Weak]));
    tallies.insert("perimeter".to_owned(), tally(&[Rating::Proven; 9]));
    let risk = Risk::of(scenario, judged(5, 4), &tallies).unwrap();
    assert_eq!(risk.residual, 80, "perimeter is not mapped");
    assert_eq!(risk.residual_band(), Band::Critical);
    let mapped: Vec<_> = risk.domains.iter().map(|one| &*one.domain).collect();
    assert_eq!(mapped, ["integrity", "release-data"]);
}

#[test]
fn bands_begin_and_end_where_they_should() {
    for (figure, band) in [
        (1, Band::Low),
        (19, Band::Low),
        (20, Band::Medium),
        (44, Band::Medium),
        (45, Band::High),
        (79, Band::High),
        (80, Band::Critical),
        (125, Band::Critical),
    ] {
        assert_eq!(Band::of(figure), band, "{figure}");
    }
    let worst = risk(5, 5, &[(0, 1)]).unwrap();
    assert_eq!((worst.inherent, worst.residual), (125, 125));
}

#[test]
fn a_level_is_one_to_five() {
    for (number, holds) in [(0, false), (1, true), (5, true), (6, false), (255, false)] {
        assert_eq!(Level::try_from(number).is_ok(), holds, "{number}");
        let json = number.to_string();
        assert_eq!(serde_json::from_str::<Level>(&json).is_ok(), holds);
    }
    assert!(serde_json::from_str::<Level>("2.0").is_err());
}

proptest! {
    #[test]
    fn no_rating_better_raises_a_risk(
        ratings in proptest::collection::vec(0..=4u32, 1..100),
        better in any::<prop::sample::Index>(),
        threat in 1..=5u8,
        consequence in 1..=5u8,
    ) {
        let rated = u32::try_from(ratings.len()).unwrap();
        let sum: u32 = ratings.iter().sum();
        let before = risk(threat, consequence, &[(sum, rated)]).unwrap();
        prop_assert!((1..=5).contains(&before.vulnerability.get()));
        prop_assert!(before.residual <= before.inherent && before.inherent <= 125);
        prop_assert!(before.is_consistent());
        if ratings[better.index(ratings.len())] < 4 {
            let after = risk(threat, consequence, &[(sum + 1, rated)]).unwrap();
            prop_assert!(after.residual <= before.residual);
        }
        // Rounded as told: 2v - 1 <= 2(5 - mean) < 2v + 1, all times the count; at least 1.
        let doubled = 10 * i64::from(rated) - 2 * i64::from(sum);
        let vulnerability = i64::from(before.vulnerability.get());
        prop_assert!((2 * vulnerability - 1) * i64::from(rated) <= doubled);
        prop_assert!(doubled < (2 * vulnerability + 1) * i64::from(rated));
    }

    #[test]
    fn figures_that_were_changed_do_not_hold_together(
        sum in 0..=40u32,
        residual in 0..=125u8,
        inherent in 0..=125u8,
    ) {
        let mut changed = risk(4, 4, &[(sum, 10)]).unwrap();
        let (honest_residual, honest_inherent) = (changed.residual, changed.inherent);
        changed.residual = residual;
        changed.inherent = inherent;
        let same = residual == honest_residual && inherent == honest_inherent;
        prop_assert_eq!(changed.is_consistent(), same);
        let impossible = risk(4, 4, &[(41 + sum, 10)]).unwrap();
        prop_assert!(!impossible.is_consistent());
    }
}
