//! A mission is opened, visited and rated; only the team's ratings count, and what each rated stays beside them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Channel, Record, RecordId,
    assessment::{Cell, EvidenceKind, Mark, Rating, VisitKind},
    record::{Decision, MissionRecord, VisitTerms},
};
use support::{
    Case,
    mission::{
        FIRST, FOREIGN_HOST, HOST, MANAGER, Mission, SECOND, SHARED, judged, opening, visit_terms,
    },
};

const BARRIERS: &str = "perimeter-barriers";
const LIGHTING: &str = "perimeter-lighting";
const AUTHORITY: &str = "governance-authority";

fn at(facility: RecordId, criterion: &str) -> Cell {
    Cell {
        facility: Some(facility),
        criterion: criterion.into(),
    }
}

#[test]
fn a_manager_opens_a_mission_once_with_a_template_that_holds() {
    let mut mission = Mission::empty();
    let open = || MissionRecord::MissionOpened(opening());
    for person in [FIRST, HOST] {
        assert_eq!(mission.badly(person, open()), "not-a-manager");
    }
    let early = MissionRecord::VisitOpened(visit_terms(VisitKind::Baseline, &[]));
    assert_eq!(mission.badly(MANAGER, early), "not-opened");

    let mut faulty = opening();
    faulty.template.domains[0].criteria[0].title.fr.clear();
    let faulty = MissionRecord::MissionOpened(faulty);
    assert_eq!(mission.badly(MANAGER, faulty), "template-refused");
    let mut nowhere = opening();
    nowhere.port.country = "ZZ".into();
    let nowhere = MissionRecord::MissionOpened(nowhere);
    assert_eq!(mission.badly(MANAGER, nowhere), "invalid");
    assert_eq!(mission.state.mission().opening(), None);

    mission.well(MANAGER, open());
    assert_eq!(mission.badly(MANAGER, open()), "already-opened");
    let opened = mission.state.mission().opening().unwrap();
    assert_eq!(opened.port.name, "Puerto Sereno");
}

#[test]
fn what_belongs_to_a_mission_has_no_place_in_a_case_and_the_other_way_round() {
    let mut case = Case::default();
    let opened = Record::Mission(MissionRecord::MissionOpened(opening()));
    let (_, outcome) = case.write(MANAGER, opened);
    assert_eq!(support::refusal(outcome).code(), "belongs-elsewhere");
    let mut mission = Mission::under_way();
    let bag = Record::ExhibitLogged(support::exhibit("bag"));
    let (_, outcome) = mission.apply(FIRST, Channel::Team, bag);
    assert_eq!(support::refusal(outcome).code(), "belongs-elsewhere");
}

#[test]
fn two_assessors_rate_one_cell_and_both_stand() {
    let mut mission = Mission::under_way();
    let quay = mission.quay;
    mission.rate(FIRST, Some(quay), BARRIERS, Rating::Weak);
    mission.rate(SECOND, Some(quay), BARRIERS, Rating::Effective);
    let visit = mission.state.mission().visit(mission.baseline).unwrap();
    let cell = at(quay, BARRIERS);
    assert_eq!(visit.own(&cell, FIRST).unwrap().rating, Rating::Weak);
    assert_eq!(visit.own(&cell, SECOND).unwrap().rating, Rating::Effective);
    assert_eq!(visit.each(&cell).count(), 2);
    assert_eq!(visit.rated_by[&FIRST], 1);
    assert!(
        mission.state.mission().tallies(mission.baseline).is_empty(),
        "the team has decided nothing"
    );
}

#[test]
fn a_later_rating_of_ones_own_takes_the_place_of_the_earlier_which_is_kept() {
    let mut mission = Mission::under_way();
    let quay = mission.quay;
    mission.rate(FIRST, Some(quay), BARRIERS, Rating::Weak);
    mission.rate(FIRST, Some(quay), BARRIERS, Rating::Partial);
    let visit = mission.state.mission().visit(mission.baseline).unwrap();
    let all = &visit.ratings[&at(quay, BARRIERS)][&FIRST];
    let told: Vec<_> = all.iter().map(|one| one.rating).collect();
    assert_eq!(told, [Rating::Weak, Rating::Partial]);
    assert_eq!(visit.rated_by[&FIRST], 1, "one cell");
}

#[test]
fn only_the_teams_rating_counts_and_dissent_stays_visible() {
    let mut mission = Mission::under_way();
    let (quay, visit) = (mission.quay, mission.baseline);
    mission.rate(FIRST, Some(quay), BARRIERS, Rating::Weak);
    mission.rate(SECOND, Some(quay), BARRIERS, Rating::Proven);
    mission.decide(visit, Some(quay), BARRIERS, Rating::Weak);
    let cell = at(quay, BARRIERS);
    let told = mission.state.mission();
    assert_eq!(told.tallies(visit)["perimeter"].score_percent(), Some(25));
    let state = told.visit(visit).unwrap();
    let dissent: Vec<_> = state.dissent(&cell).map(|one| one.from.author).collect();
    assert_eq!(dissent, [SECOND]);

    // Two decide at once: the later counts, the earlier is kept.
    let later = mission.decide(visit, Some(quay), BARRIERS, Rating::Partial);
    let told = mission.state.mission();
    assert_eq!(told.tallies(visit)["perimeter"].score_percent(), Some(50));
    let state = told.visit(visit).unwrap();
    assert_eq!(state.decisions[&cell].len(), 2);
    let conflict = |mission: &Mission| {
        let state = mission.state.mission().visit(visit).unwrap();
        state.decided(&at(quay, BARRIERS)).unwrap().conflict
    };
    assert_eq!(conflict(&mission), Some(Rating::Weak), "nobody saw it");

    // Whoever has seen what stands decides anew, and that settles it.
    let settled = Decision {
        facility: Some(quay),
        criterion: BARRIERS.into(),
        rating: Rating::Partial,
        reason: String::new(),
        seen: Some(later),
    };
    let decisions = vec![settled];
    mission.well(SECOND, MissionRecord::TeamRated { visit, decisions });
    assert_eq!(conflict(&mission), None);
    let state = mission.state.mission().visit(visit).unwrap();
    assert_eq!(state.dissent(&cell).count(), 2);
}

#[test]
fn a_host_who_forges_a_rating_changes_nothing() {
    let mut mission = Mission::under_way();
    let (quay, visit) = (mission.quay, mission.baseline);
    mission.decide(visit, Some(quay), BARRIERS, Rating::Absent);
    let forged = mission.rating(Some(quay), BARRIERS, Rating::Proven);
    let decisions = vec![Decision {
        facility: Some(quay),
        criterion: BARRIERS.into(),
        rating: Rating::Proven,
        reason: String::new(),
        seen: None,
    }];
    for person in [HOST, FOREIGN_HOST] {
        // Where the team writes, which the server should never have let through, and where a host can write.
        for (channel, code) in [
            (Channel::Team, "not-an-assessor"),
            (SHARED, "belongs-elsewhere"),
        ] {
            let decisions = decisions.clone();
            for record in [
                MissionRecord::Rated(forged.clone()),
                MissionRecord::TeamRated { visit, decisions },
                MissionRecord::ScenarioAssessed {
                    visit,
                    scenario: "rip-on".into(),
                    judged: judged(1, 1),
                    reason: "calm".into(),
                },
            ] {
                assert_eq!(mission.badly_in(person, channel, record), code);
            }
        }
    }
    let told = mission.state.mission();
    assert_eq!(told.tallies(visit)["perimeter"].score_percent(), Some(0));
    assert!(told.visit(visit).unwrap().ratings.is_empty());
}

#[test]
fn what_is_not_there_cannot_be_rated() {
    let mut mission = Mission::under_way();
    let nobody = RecordId::new([1; 16]);
    let rate = |change: fn(&mut hawser_casework::record::OwnRating, RecordId)| {
        let mut rating = Mission::under_way().rating(None, BARRIERS, Rating::Weak);
        change(&mut rating, nobody);
        MissionRecord::Rated(rating)
    };
    for (record, code) in [
        (rate(|one, id| one.visit = id), "unknown-visit"),
        (rate(|one, id| one.facility = Some(id)), "unknown-facility"),
        (
            rate(|one, _| one.criterion = "moat".into()),
            "unknown-criterion",
        ),
        (
            rate(|one, _| one.rating = Rating::NotObserved),
            "invalid", // without a reason
        ),
        (
            rate(|one, _| one.evidence = vec![EvidenceKind::Test, EvidenceKind::Test]),
            "invalid",
        ),
    ] {
        assert_eq!(mission.badly(FIRST, record), code);
    }
    let twice = Decision {
        facility: None,
        criterion: BARRIERS.into(),
        rating: Rating::Weak,
        reason: String::new(),
        seen: None,
    };
    let decisions = vec![twice.clone(), twice.clone()];
    let visit = mission.baseline;
    let twice_told = MissionRecord::TeamRated { visit, decisions };
    assert_eq!(mission.badly(FIRST, twice_told), "invalid");
    let decisions = vec![twice; 1001];
    let many = MissionRecord::TeamRated { visit, decisions };
    assert_eq!(mission.badly(FIRST, many), "invalid");
    let moat = MissionRecord::ScenarioAssessed {
        visit,
        scenario: "moat".into(),
        judged: judged(1, 1),
        reason: "none".into(),
    };
    assert_eq!(mission.badly(FIRST, moat), "unknown-scenario");
}

#[test]
fn a_rating_that_rests_on_too_little_carries_its_mark() {
    let mut mission = Mission::under_way();
    let mut rating = mission.rating(None, BARRIERS, Rating::Proven);
    rating.evidence = vec![EvidenceKind::Interview];
    mission.well(FIRST, MissionRecord::Rated(rating.clone()));
    rating.evidence.clear();
    mission.well(SECOND, MissionRecord::Rated(rating));
    let visit = mission.state.mission().visit(mission.baseline).unwrap();
    let cell = Cell {
        facility: None,
        criterion: BARRIERS.into(),
    };
    let mark = |person| visit.own(&cell, person).unwrap().mark();
    assert_eq!(mark(FIRST), Some(Mark::ProvenByInterviewAlone));
    assert_eq!(mark(SECOND), Some(Mark::WithoutEvidence));
}

#[test]
fn a_follow_up_carries_over_and_a_self_assessment_does_not() {
    let mut mission = Mission::under_way();
    let (quay, baseline) = (mission.quay, mission.baseline);
    mission.decide(baseline, Some(quay), BARRIERS, Rating::Weak);
    mission.decide(baseline, Some(quay), LIGHTING, Rating::Effective);
    mission.decide(baseline, None, AUTHORITY, Rating::Partial);
    let assess = |visit, threat| MissionRecord::ScenarioAssessed {
        visit,
        scenario: "rip-on".into(),
        judged: judged(threat, 5),
        reason: "seizures upstream".into(),
    };
    mission.well(FIRST, assess(baseline, 4));
    let own = mission.visit(VisitKind::SelfAssessment);
    mission.decide(own, Some(quay), BARRIERS, Rating::Proven);
    let follow_up = mission.visit(VisitKind::FollowUp);
    mission.decide(follow_up, Some(quay), BARRIERS, Rating::Proven);

    let told = mission.state.mission();
    assert_eq!(told.visit(follow_up).unwrap().before, Some(baseline));
    assert_eq!(told.visit(own).unwrap().before, None);
    let cells = told.cells(follow_up);
    assert_eq!(cells.len(), 3);
    assert_eq!(cells[&at(quay, BARRIERS)].visit, follow_up);
    assert_eq!(cells[&at(quay, LIGHTING)].visit, baseline, "carried");
    assert_eq!(told.cells(own).len(), 1);
    assert_eq!(
        told.tallies(baseline)["perimeter"].score_percent(),
        Some(50)
    );
    assert_eq!(
        told.tallies(follow_up)["perimeter"].score_percent(),
        Some(88)
    );
    // The judgement is carried too, until it is made anew; the vulnerability follows the ratings.
    let risk = |visit| mission.state.mission().risks(visit).pop().unwrap();
    assert_eq!(
        (risk(baseline).residual, risk(baseline).inherent),
        (60, 100)
    );
    assert_eq!(risk(follow_up).residual, 40);
    assert_eq!(told.judged(follow_up, "rip-on").unwrap().0, baseline);
    assert!(told.risks(own).is_empty(), "nobody judged it there");
    mission.well(FIRST, assess(follow_up, 2));
    let told = mission.state.mission();
    assert_eq!(told.judged(follow_up, "rip-on").unwrap().0, follow_up);
    assert_eq!(told.risks(follow_up)[0].residual, 20);
    assert_eq!(told.risks(baseline)[0].residual, 60);

    // A decision added to the baseline later is carried as well; a new baseline starts afresh.
    mission.decide(baseline, Some(mission.yard), BARRIERS, Rating::Absent);
    let again = mission.visit(VisitKind::Baseline);
    let told = mission.state.mission();
    assert_eq!(told.cells(follow_up).len(), 4);
    assert!(told.cells(again).is_empty());
}

#[test]
fn a_facility_that_was_forgotten_joins_the_visit() {
    let mut mission = Mission::under_way();
    let visit = mission.baseline;
    let name = "Cold store".to_owned();
    let added = MissionRecord::FacilityAdded {
        visit: Some(visit),
        name,
    };
    let cold = mission.well(SECOND, added);
    let told = mission.state.mission();
    let listed = &told.visit(visit).unwrap().terms.value.facilities;
    assert_eq!(*listed, [mission.quay, mission.yard, cold]);
    assert_eq!(told.facility_name(Some(cold)), "Cold store");
    assert_eq!(told.facility_name(None), "");
    let terms = VisitTerms {
        facilities: vec![cold, cold],
        ..visit_terms(VisitKind::FollowUp, &[])
    };
    assert_eq!(
        mission.badly(MANAGER, MissionRecord::VisitOpened(terms)),
        "invalid"
    );
    let terms = VisitTerms {
        ends: "2026-03-01".into(),
        ..visit_terms(VisitKind::FollowUp, &[])
    };
    assert_eq!(
        mission.badly(MANAGER, MissionRecord::VisitOpened(terms)),
        "invalid"
    );
    let unknown = visit_terms(VisitKind::FollowUp, &[visit]);
    assert_eq!(
        mission.badly(MANAGER, MissionRecord::VisitOpened(unknown)),
        "unknown-facility"
    );
    let by_assessor = visit_terms(VisitKind::FollowUp, &[cold]);
    assert_eq!(
        mission.badly(FIRST, MissionRecord::VisitOpened(by_assessor)),
        "not-a-manager"
    );
}
