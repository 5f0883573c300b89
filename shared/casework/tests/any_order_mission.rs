//! Whatever order a mission's records come in, and whoever writes them, applying them neither panics nor lets
//! in what must stay out.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Applied, Channel, Outcome, Record, Role, SpaceState, Standing, Work,
    assessment::{ActionStatus, Rating, VisitKind},
    record::MissionRecord,
};
use proptest::prelude::*;
use support::{
    file,
    mission::{
        ASSESSORS, ELSEWHERE, FIRST, FOREIGN_HOST, HOST, MANAGER, Mission, SANTA_BRISA, SECOND,
        SHARED, judged, noon,
    },
};

/// A mission in which most things have happened.
fn eventful() -> Vec<Applied> {
    let mut mission = Mission::under_way();
    let (quay, visit) = (mission.quay, mission.baseline);
    let rated = mission.rate(FIRST, Some(quay), "perimeter-barriers", Rating::Weak);
    mission.rate(SECOND, Some(quay), "perimeter-barriers", Rating::Proven);
    mission.decide(visit, Some(quay), "perimeter-barriers", Rating::Weak);
    let judge = |scenario: &str| MissionRecord::ScenarioAssessed {
        visit,
        scenario: scenario.into(),
        judged: judged(4, 4),
        reason: "seizures".into(),
    };
    mission.well(FIRST, judge("rip-on"));
    let photo = Record::FileAttached(file(rated, "fence.jpg"));
    mission.apply(FIRST, Channel::Team, photo);
    let finding = mission.finding("Gap", true);
    mission.recommendation(finding);
    let action = mission.action(finding, FIRST, "2026-12-01");
    mission.correct(FIRST, finding, "title", ("Gap", "Gap of 40 cm"));
    mission.correct(SECOND, finding, "title", ("Gap", "Hole"));
    let report = mission.share("2026-12-01");
    let text = "Closed in March".to_owned();
    let item = Some(finding);
    mission.well(HOST, MissionRecord::HostCommented { report, item, text });
    let hash = mission.state.mission().reports()[&report].sha256.clone();
    let signed = mission.sign_off(report, &hash);
    mission.well(HOST, signed);
    mission.now = noon("2026-12-05");
    mission.apply(
        MANAGER,
        SHARED,
        Record::Mission(MissionRecord::SilenceRecorded { report }),
    );
    let done = MissionRecord::ActionStatus {
        action,
        status: ActionStatus::Done,
        reason: String::new(),
        proof: "photo".into(),
    };
    mission.well(FIRST, done);
    let reason = "walked along it".to_owned();
    mission.well(SECOND, MissionRecord::ActionVerified { action, reason });
    let follow_up = mission.visit(VisitKind::FollowUp);
    mission.decide(follow_up, Some(quay), "perimeter-barriers", Rating::Proven);
    let statement = mission.aggregate(follow_up);
    mission.well(FIRST, MissionRecord::AggregateSigned { statement });
    mission.written
}

/// What holds in every state.
fn consistent(state: &SpaceState) {
    let mission = state.mission();
    let by_team = |person| person != HOST && person != FOREIGN_HOST;
    for (id, visit) in mission.visits() {
        for (cell, stands) in mission.cells(id) {
            let given = mission.visit(stands.visit).unwrap();
            assert_eq!(given.decided(&cell).unwrap().rating, stands.rating);
        }
        for risk in mission.risks(id) {
            assert!(risk.is_consistent());
        }
        let ratings = visit.ratings.values().flatten();
        assert!(ratings.into_iter().all(|(person, _)| by_team(*person)));
        let mut decisions = visit.decisions.values().flatten();
        assert!(decisions.all(|decision| by_team(decision.from.author)));
        if let Some(report) = state.releasable(id) {
            let listed = mission.findings();
            let mut released = report.findings.iter();
            assert!(released.all(|one| listed[&one.id].finding.value.releasable));
        }
    }
    for action in mission.actions().values() {
        let days = &action.days;
        assert_eq!(days.done.is_some(), action.status == ActionStatus::Done);
        assert!(days.verified.is_none() || days.done.is_some());
        assert_eq!(days.original_due, action.agreed.value.due);
    }
    for report in mission.reports().values() {
        assert_eq!(report.report.sha256(), report.sha256);
        let said = report.comments.iter().map(|one| one.from.author);
        let signed = report.signatures.iter().map(|one| one.from.author);
        for person in said.chain(signed) {
            assert_eq!(state.standing(person).unwrap().party, report.party);
        }
    }
}

fn standing(person: hawser_casework::PersonId) -> Standing {
    let (party, role) = match person {
        MANAGER => (ASSESSORS, Role::Manager),
        HOST => (SANTA_BRISA, Role::Host),
        FOREIGN_HOST => (ELSEWHERE, Role::Host),
        _ => (ASSESSORS, Role::Assessor),
    };
    Standing { party, role }
}

fn empty() -> SpaceState {
    let mut state = SpaceState::new(Work::Mission);
    for person in [MANAGER, FIRST, SECOND, HOST, FOREIGN_HOST] {
        state.note_standing(person, standing(person));
    }
    state
}

#[test]
fn an_eventful_mission_ends_where_it_should() {
    let mut state = empty();
    let written = eventful();
    let refused = written
        .iter()
        .filter(|applied| matches!(state.apply(applied), Outcome::Refused { .. }))
        .count();
    assert_eq!(refused, 1, "only the silence of a host who has spoken");
    consistent(&state);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_order_of_records_makes_applying_panic(order in Just(eventful()).prop_shuffle()) {
        let mut state = empty();
        for applied in &order {
            state.apply(applied);
        }
        consistent(&state);
        prop_assert_eq!(state.timeline().len(), order.len());
    }

    #[test]
    fn no_choice_of_authors_and_readers_lets_a_host_in(
        picks in proptest::collection::vec((any::<prop::sample::Index>(), 0..5usize, 0..3usize), 0..80),
    ) {
        let people = [MANAGER, FIRST, SECOND, HOST, FOREIGN_HOST];
        let channels = [Channel::Team, SHARED, Channel::Shared(ELSEWHERE)];
        let written = eventful();
        let mut state = empty();
        state.apply(&written[0]);
        for (pick, author, channel) in picks {
            let mut applied = written[pick.index(written.len())].clone();
            applied.author = people[author];
            applied.channel = channels[channel];
            state.apply(&applied);
        }
        consistent(&state);
    }
}
