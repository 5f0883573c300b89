//! A mission is opened, visited and rated; only the team's ratings count, and what each rated stays beside them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Channel, Outcome, Record, RecordId,
    assessment::{Cell, EvidenceKind, Mark, Rating, VisitKind},
    record::{Decision, MissionRecord, VisitTerms},
};
use support::{
    Case, entry, file,
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
    mission.decide(visit, Some(quay), BARRIERS, Rating::Partial);
    let told = mission.state.mission();
    assert_eq!(told.tallies(visit)["perimeter"].score_percent(), Some(50));
    let state = told.visit(visit).unwrap();
    assert_eq!(state.decisions[&cell].len(), 2);
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

#[test]
fn photos_belong_to_a_rating_or_a_finding() {
    let mut mission = Mission::under_way();
    let rated = mission.rate(FIRST, Some(mission.quay), BARRIERS, Rating::Weak);
    let found = mission.finding("Gap in the fence", true);
    for to in [rated, found] {
        assert_eq!(mission.state.may_attach(FIRST, to), Ok(Channel::Team));
        let photo = Record::FileAttached(file(to, "fence.jpg"));
        let (photo, outcome) = mission.apply(FIRST, Channel::Team, photo);
        assert_eq!(outcome, Outcome::Applied);
        assert_eq!(mission.state.mission().files_of(to)[0].id, photo);
        assert_eq!(mission.state.attached_file(photo).unwrap().0, to);
        let caption = ("", "north corner");
        let outcome = mission.correct(FIRST, photo, "caption", caption);
        assert_eq!(outcome, Outcome::Applied);
        let kept = &mission.state.mission().files_of(to)[0];
        assert_eq!(kept.file.caption, "north corner");
        let by_host = Record::FileAttached(file(to, "no-gap.jpg"));
        let (_, outcome) = mission.apply(HOST, Channel::Team, by_host.clone());
        assert_eq!(support::refusal(outcome).code(), "not-an-assessor");
        let (_, outcome) = mission.apply(FIRST, SHARED, by_host);
        assert_eq!(support::refusal(outcome).code(), "belongs-elsewhere");
    }
    let nowhere = Record::FileAttached(file(mission.baseline, "sky.jpg"));
    let (_, outcome) = mission.apply(FIRST, Channel::Team, nowhere);
    assert_eq!(support::refusal(outcome).code(), "unknown-target");
}

#[test]
fn names_and_days_of_a_mission_can_be_corrected_and_nothing_else_of_it() {
    let mut mission = Mission::under_way();
    let opened = mission.state.mission().opened().unwrap().id;
    let (quay, visit) = (mission.quay, mission.baseline);
    for (target, field, change) in [
        (opened, "port.name", ("Puerto Sereno", "Puerto Sereno Sur")),
        (opened, "port.locode", ("QSPSE", "")),
        (quay, "name", ("Fruit terminal", "Fruit terminal 2")),
        (visit, "ends", ("2026-03-06", "2026-03-07")),
    ] {
        assert_eq!(
            mission.state.field(target, field).as_deref(),
            Some(change.0)
        );
        let outcome = mission.correct(FIRST, target, field, change);
        assert_eq!(outcome, Outcome::Applied, "{field}");
        assert_eq!(
            mission.state.field(target, field).as_deref(),
            Some(change.1)
        );
    }
    for (target, field, new, code) in [
        (opened, "template.version", "2", "unknown-field"),
        (visit, "kind", "follow-up", "unknown-field"),
        (visit, "ends", "2026-02-01", "invalid"),
        (quay, "name", "", "invalid"),
        (RecordId::new([1; 16]), "name", "x", "unknown-target"),
    ] {
        let outcome = mission.correct(FIRST, target, field, ("", new));
        assert_eq!(support::refusal(outcome).code(), code, "{field}");
    }
    let by_host = mission.correct(HOST, quay, "name", ("Fruit terminal 2", "Best terminal"));
    assert_eq!(support::refusal(by_host).code(), "not-an-assessor");
}

#[test]
fn the_timeline_tells_a_rating_by_what_place_and_how() {
    let mut mission = Mission::under_way();
    let rated = mission.rate(FIRST, Some(mission.quay), BARRIERS, Rating::Weak);
    let line = mission.state.timeline_entry(rated).unwrap();
    assert_eq!(line.what.code(), "rated");
    let hawser_casework::state::TimelineKind::Told { values, .. } = &line.what else {
        panic!("{line:?}")
    };
    assert_eq!(values["facility"], "Fruit terminal");
    assert_eq!(values["rating"], "weak");
}

#[test]
fn every_record_of_a_mission_is_read_as_it_was_written() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", true);
    let report = mission.share("2026-12-01");
    for record in [
        MissionRecord::MissionOpened(opening()),
        MissionRecord::Rated(mission.rating(None, BARRIERS, Rating::NotApplicable)),
        MissionRecord::ScenarioAssessed {
            visit: mission.baseline,
            scenario: "rip-on".into(),
            judged: judged(5, 3),
            reason: "seizures".into(),
        },
        Mission::agreed(
            finding,
            hawser_casework::record::Owner::Person { person: HOST },
            "2026-12-01",
        ),
        MissionRecord::ReportShared {
            visit: mission.baseline,
            report: Box::new(mission.state.releasable(mission.baseline).unwrap()),
            comment_due: "2026-12-01".into(),
        },
        MissionRecord::SilenceRecorded { report },
    ] {
        let name = record.type_name();
        let whole = entry(Record::Mission(record));
        let json = whole.encode().unwrap();
        assert_eq!(hawser_casework::record::decode(&json).unwrap(), whole);
        let mut value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(value["record"]["type"], "mission");
        assert_eq!(value["record"]["what"], name);
        value["record"]["surprise"] = 1.into();
        let json = serde_json::to_vec(&value).unwrap();
        let error = hawser_casework::record::decode(&json).unwrap_err();
        assert_eq!(error.code(), "record-shape", "{name}");
        value["record"]["what"] = "hologram".into();
        let json = serde_json::to_vec(&value).unwrap();
        let later = hawser_casework::record::decode(&json).unwrap();
        assert_eq!(later.record.type_name(), "hologram");
    }
}
