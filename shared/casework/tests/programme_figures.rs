//! What a programme adds up from its missions, as of a day.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Outcome, Record,
    assessment::{Accepted, VisitKind},
    state::Trend,
};
use proptest::prelude::*;
use support::{
    mission::{MISSION, noon},
    programme::{OBSERVER, PROGRAMME_MANAGER, Programme, action, two_visits},
    refusal,
};

#[test]
fn the_newest_of_each_visit_counts_and_the_older_stay() {
    let mut programme = Programme::opened();
    let port = programme.follow("Puerto Sereno", None);
    programme.register(MISSION, port);
    let (mut first, _) = two_visits();
    first.happened.at = noon("2026-03-10");
    let mut later = first.clone();
    later.happened.at = noon("2026-04-10");
    later.findings.low = 7;
    programme.take(&later, 2);
    programme.take(&first, 1); // comes late, and was signed before
    let told = programme.state.programme();
    let newest: Vec<_> = told
        .newest(MISSION)
        .map(|one| one.body.findings.low)
        .collect();
    assert_eq!(newest, [7]);
    let all: Vec<_> = told
        .history(MISSION, first.visit.id)
        .map(|one| one.body.findings.low)
        .collect();
    assert_eq!(all, [0, 7]);
}

#[test]
fn days_until_verified_and_accepted_recommendations_add_up_over_missions() {
    let mut programme = Programme::opened();
    let port = programme.follow("Puerto Sereno", None);
    programme.register(MISSION, port);
    let (mut first, _) = two_visits();
    let nothing = programme.state.programme().figures("2026-10-01");
    assert_eq!(nothing.until_verified, None);
    assert_eq!(nothing.accepted.percent(), None, "nothing is recommended");
    let verified = |number: u8, on: &str| {
        let mut one = action(number, "2026-06-30", "2026-06-30", Some("2026-05-01"));
        one.days.verified = Some(on.to_owned());
        one
    };
    first.actions = vec![
        verified(1, "2026-05-02"),
        verified(2, "2026-06-01"),
        verified(3, "2026-05-03"),
        action(4, "2026-06-30", "2026-06-30", Some("2026-05-01")),
        action(5, "2026-06-30", "2026-06-30", None),
    ];
    first.recommendations = Accepted { accepted: 5, of: 8 };
    programme.take(&first, 1);
    let figures = programme.state.programme().figures("2026-10-01");
    let told = figures.until_verified.unwrap();
    assert_eq!((told.verified, told.median, told.longest), (3, 61, 90));
    assert_eq!(figures.accepted.percent(), Some(63), "62.5, halves up");
}

#[test]
fn better_and_worse_are_told_by_domain_and_scenario() {
    let mut programme = Programme::opened();
    let port = programme.follow("Puerto Sereno", None);
    programme.register(MISSION, port);
    let (first, second) = two_visits();
    programme.take(&first, 1);
    let figures = programme.state.programme().figures("2026-10-01");
    assert_eq!(
        (figures.better, figures.worse),
        (0, 0),
        "one visit is no trend"
    );
    assert_eq!(figures.worst.unwrap().risk.residual, 100);

    programme.take(&second, 2);
    let figures = programme.state.programme().figures("2026-10-01");
    let told = &figures.ports[0];
    let domain = |id: &str| {
        told.domains
            .iter()
            .find(|(domain, _)| domain == id)
            .unwrap()
            .1
    };
    assert_eq!(domain("perimeter"), Trend::Better);
    assert_eq!(domain("waterside"), Trend::Worse);
    assert_eq!(domain("governance"), Trend::Same);
    assert_eq!(told.domains.len(), 3, "what was not looked at has no trend");
    assert_eq!(told.scenarios, [("rip-on".to_owned(), Trend::Better)]);
    assert_eq!((figures.better, figures.worse), (2, 1));
    assert_eq!(figures.worst.unwrap().risk.residual, 40, "as it is now");
    assert_eq!(told.tally("perimeter").unwrap().score_percent(), Some(75));
    let unseen = told.tally("targeting").unwrap();
    assert_eq!(unseen.score_percent(), None);
    assert_eq!(told.tally("moat"), None);
}

#[test]
fn a_self_assessment_is_not_measured_against_a_visit() {
    let mut programme = Programme::opened();
    let port = programme.follow("La Garza", None);
    programme.register(MISSION, port);
    let (first, mut own) = two_visits();
    own.visit.kind = VisitKind::SelfAssessment;
    programme.take(&own, 1);
    let alone = programme.state.programme().figures("2026-10-01");
    let newest = alone.ports[0].newest.as_ref().unwrap();
    assert_eq!(newest.body.visit.kind, VisitKind::SelfAssessment);
    programme.take(&first, 2);
    let figures = programme.state.programme().figures("2026-10-01");
    let newest = figures.ports[0].newest.as_ref().unwrap();
    assert_eq!(newest.body.visit.kind, VisitKind::Baseline, "though older");
    assert_eq!(figures.ports[0].previous, None);
}

#[test]
fn actions_are_counted_as_of_a_day_against_the_day_first_agreed() {
    let mut programme = Programme::opened();
    let port = programme.follow("Puerto Sereno", None);
    programme.register(MISSION, port);
    let (first, second) = two_visits();
    let mut old = first;
    old.actions = vec![action(9, "2026-04-01", "2026-04-01", None)];
    old.happened.at = noon("2026-03-10");
    programme.take(&old, 1);
    let mut new = second;
    new.happened.at = noon("2026-09-10");
    new.actions = vec![
        action(1, "2026-06-30", "2026-06-30", Some("2026-06-30")),
        action(2, "2026-06-30", "2026-12-31", Some("2026-07-01")),
        action(3, "2026-08-31", "2026-08-31", None),
        action(4, "2026-05-31", "2026-11-30", None),
        action(5, "2027-05-31", "2027-05-31", None),
    ];
    programme.take(&new, 2);
    let figures = programme.state.programme().figures("2026-09-30");
    let open: Vec<_> = figures
        .open
        .iter()
        .map(|one| (&*one.action.text, one.overdue))
        .collect();
    // As last signed for the mission, by due day; blocked does not stop the clock.
    assert_eq!(
        open,
        [("Action 3", true), ("Action 4", false), ("Action 5", false)]
    );
    assert_eq!(figures.done.len(), 2);
    assert_eq!((figures.on_time.on_time, figures.on_time.of), (1, 4));
    assert_eq!(figures.on_time.percent(), Some(25));
    let before = programme.state.programme().figures("2026-08-31");
    assert!(before.open.iter().all(|one| !one.overdue));
}

#[test]
fn ports_stand_in_the_order_of_what_is_due_next() {
    let mut programme = Programme::opened();
    let quiet = programme.follow("Quiet Haven", None);
    let planned = programme.follow("Trois-Mats", Some("2026-09-15"));
    let busy = programme.follow("Puerto Sereno", Some("2027-01-15"));
    programme.register(MISSION, busy);
    let (mut first, _) = two_visits();
    first.actions = vec![action(1, "2026-08-01", "2026-08-01", None)];
    programme.take(&first, 1);
    let figures = programme.state.programme().figures("2026-09-20");
    let order: Vec<_> = figures.ports.iter().map(|port| port.id).collect();
    assert_eq!(order, [busy, planned, quiet]);
    assert!(figures.ports[1].visit_overdue);
    assert!(!figures.ports[0].visit_overdue);

    let corrected = Record::Corrected {
        target: planned,
        field: "visit_planned".into(),
        old: "2026-09-15".into(),
        new: "2026-10-15".into(),
        why: "no boat".into(),
    };
    let (_, refused) = programme.write(OBSERVER, corrected.clone());
    assert_eq!(refusal(refused).code(), "not-a-manager");
    assert_eq!(
        programme.write(PROGRAMME_MANAGER, corrected).1,
        Outcome::Applied
    );
    let figures = programme.state.programme().figures("2026-09-20");
    assert!(figures.ports.iter().all(|port| !port.visit_overdue));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_order_of_reporting_changes_the_figures(
        order in Just((0..6u8).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let (first, second) = two_visits();
        let bodies: Vec<_> = (0..6u8)
            .map(|number| {
                let mut body = if number % 2 == 0 { first.clone() } else { second.clone() };
                body.happened.at = noon(&format!("2026-10-{:02}", 10 + number));
                let day = format!("2026-11-{:02}", 1 + number);
                body.actions = vec![action(number, &day, &day, None)];
                body
            })
            .collect();
        let mut programme = Programme::opened();
        let port = programme.follow("Puerto Sereno", None);
        programme.register(MISSION, port);
        for number in order {
            programme.take(&bodies[usize::from(number)], number);
        }
        let told = programme.state.programme();
        prop_assert_eq!(told.all(MISSION).count(), 6);
        prop_assert_eq!(told.newest(MISSION).count(), 2);
        let figures = told.figures("2026-11-04");
        let port = &figures.ports[0];
        prop_assert_eq!(&port.newest.as_ref().unwrap().body, &bodies[5]);
        prop_assert_eq!(&port.previous.as_ref().unwrap().body, &bodies[4]);
        prop_assert_eq!((figures.better, figures.worse), (2, 1));
        // The actions are those of the newest signature, once.
        prop_assert_eq!(figures.open.len(), 1);
        prop_assert_eq!(&figures.open[0].action.text, "Action 5");
        prop_assert_eq!(figures.on_time.of, 0);
    }
}
