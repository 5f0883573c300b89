//! From a finding to a verified action: nothing stops the clock but being done, and nobody verifies themselves.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Outcome, RecordId,
    assessment::{ActionStatus, Severity},
    record::{AgreedAction, MissionRecord, Owner},
    state::ActionAct,
};
use support::mission::{FIRST, HOST, MANAGER, Mission, SECOND, noon};

fn status(action: RecordId, status: ActionStatus) -> MissionRecord {
    let done = status == ActionStatus::Done;
    let blocked = status == ActionStatus::Blocked;
    MissionRecord::ActionStatus {
        action,
        status,
        reason: if blocked { "no budget" } else { "" }.into(),
        proof: if done { "photo of the fence" } else { "" }.into(),
    }
}

fn verified(action: RecordId) -> MissionRecord {
    MissionRecord::ActionVerified {
        action,
        reason: "walked along it".into(),
    }
}

fn moved(action: RecordId, due: &str) -> MissionRecord {
    MissionRecord::ActionMoved {
        action,
        due: due.into(),
        reason: "the tender was late".into(),
    }
}

#[test]
fn a_finding_leads_to_a_recommendation_and_an_action() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap in the fence", true);
    let recommendation = mission.recommendation(finding);
    let agreed = |finding, recommendation| {
        MissionRecord::ActionAgreed(AgreedAction {
            finding,
            recommendation: Some(recommendation),
            text: "Close the gap".into(),
            owner: Owner::Agency {
                name: "Port authority of Santa Brisa".into(),
            },
            due: "2026-12-31".into(),
        })
    };
    let action = mission.well(FIRST, agreed(finding, recommendation));
    let state = &mission.state.mission().findings()[&finding];
    assert_eq!(state.number, "F-001");
    assert_eq!(state.recommendations, [recommendation]);
    assert_eq!(state.actions, [action]);
    let line = mission.state.action_line(action).unwrap();
    assert_eq!(line.owner, "Port authority of Santa Brisa");
    assert_eq!(line.days.agreed, "2026-11-22");

    let other = mission.finding("Lights out", false);
    assert_eq!(
        mission.badly(FIRST, agreed(other, recommendation)),
        "unknown-recommendation"
    );
    assert_eq!(
        mission.badly(FIRST, agreed(action, recommendation)),
        "unknown-finding"
    );
    let by_host = agreed(finding, recommendation);
    assert_eq!(mission.badly(HOST, by_host), "not-an-assessor");
}

#[test]
fn a_moved_day_keeps_the_first_and_blocked_does_not_stop_the_clock() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", true);
    let action = mission.action(finding, FIRST, "2026-12-01");
    mission.well(MANAGER, moved(action, "2027-03-01"));
    mission.well(FIRST, status(action, ActionStatus::Blocked));
    let state = &mission.state.mission().actions()[&action];
    assert_eq!(state.status, ActionStatus::Blocked);
    assert_eq!(state.days.original_due, "2026-12-01");
    assert_eq!(state.days.due, "2027-03-01");
    assert!(state.days.is_overdue("2027-03-02"));
    assert_eq!(state.days.on_time("2027-01-01"), Some(false));
    assert!(matches!(&state.steps[0].act, ActionAct::Moved { from, .. } if from == "2026-12-01"));

    let mut silent = status(action, ActionStatus::Blocked);
    if let MissionRecord::ActionStatus { reason, .. } = &mut silent {
        reason.clear();
    }
    assert_eq!(mission.badly(FIRST, silent), "invalid");
    assert_eq!(mission.badly(FIRST, moved(action, "soon")), "invalid");
    assert_eq!(
        mission.badly(FIRST, moved(finding, "2027-03-01")),
        "unknown-action"
    );
}

#[test]
fn done_is_not_verified_and_another_than_owner_and_reporter_verifies() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", true);
    let action = mission.action(finding, FIRST, "2026-12-01");
    assert_eq!(mission.badly(SECOND, verified(action)), "not-done");
    mission.now = noon("2026-11-30");
    mission.well(SECOND, status(action, ActionStatus::Done));
    let state = &mission.state.mission().actions()[&action];
    assert_eq!(state.days.done.as_deref(), Some("2026-11-30"));
    assert_eq!(state.days.verified, None);
    assert_eq!(state.reported_by(), Some(SECOND));

    assert_eq!(mission.badly(FIRST, verified(action)), "own-action", "owns");
    assert_eq!(
        mission.badly(SECOND, verified(action)),
        "own-action",
        "reported"
    );
    assert_eq!(mission.badly(HOST, verified(action)), "not-an-assessor");
    mission.now = noon("2026-12-05");
    mission.well(MANAGER, verified(action));
    let state = &mission.state.mission().actions()[&action];
    assert_eq!(state.days.verified.as_deref(), Some("2026-12-05"));
    assert_eq!(
        state.days.on_time("2027-01-01"),
        Some(true),
        "done in time, looked at later"
    );
    for (record, code) in [
        (verified(action), "already-verified"),
        (status(action, ActionStatus::Done), "already-verified"),
        (moved(action, "2027-03-01"), "already-verified"),
    ] {
        assert_eq!(mission.badly(MANAGER, record), code);
    }
}

#[test]
fn what_was_verified_is_taken_up_again_only_with_a_reason() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", true);
    let action = mission.action(finding, FIRST, "2026-12-01");
    mission.well(FIRST, status(action, ActionStatus::Done));
    mission.well(SECOND, verified(action));
    let open = status(action, ActionStatus::Open);
    assert_eq!(mission.badly(SECOND, open), "invalid");
    let again = MissionRecord::ActionStatus {
        action,
        status: ActionStatus::InProgress,
        reason: "the fence fell in the storm".into(),
        proof: String::new(),
    };
    mission.well(SECOND, again);
    let state = &mission.state.mission().actions()[&action];
    assert_eq!(state.days.done, None);
    assert_eq!(state.days.verified, None);
    assert_eq!(state.steps.len(), 3, "and what was said before is kept");
    assert_eq!(state.reported_by(), None);
    mission.well(SECOND, status(action, ActionStatus::Done));
    assert_eq!(mission.badly(SECOND, verified(action)), "own-action");
    let proofless = MissionRecord::ActionStatus {
        action,
        status: ActionStatus::Done,
        reason: String::new(),
        proof: String::new(),
    };
    assert_eq!(mission.badly(SECOND, proofless), "invalid");
}

#[test]
fn two_people_change_one_finding_at_once_and_both_values_are_kept() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", false);
    let first = mission.correct(FIRST, finding, "title", ("Gap", "Gap of 40 cm"));
    let second = mission.correct(SECOND, finding, "title", ("Gap", "Hole in the fence"));
    assert_eq!((first, second), (Outcome::Applied, Outcome::Applied));
    let state = &mission.state.mission().findings()[&finding].finding;
    assert_eq!(state.value.title, "Hole in the fence");
    assert!(state.corrections[1].conflict);
    let conflict = mission.state.conflicts().next().unwrap().clone();
    assert_eq!(
        (&*conflict.current, &*conflict.replaced),
        ("Hole in the fence", "Gap of 40 cm")
    );
    mission.correct(
        MANAGER,
        finding,
        "title",
        ("Hole in the fence", "Hole of 40 cm"),
    );
    assert_eq!(mission.state.conflicts().count(), 0);
}

#[test]
fn findings_recommendations_and_actions_can_be_corrected() {
    let mut mission = Mission::under_way();
    let finding = mission.finding("Gap", false);
    let recommendation = mission.recommendation(finding);
    let action = mission.action(finding, FIRST, "2026-12-01");
    let first = FIRST.to_string();
    for (target, field, old, new) in [
        (finding, "severity", "high", "critical"),
        (finding, "releasable", "false", "true"),
        (
            finding,
            "text",
            "A gap of 40 cm at the north corner",
            "A gap",
        ),
        (recommendation, "priority", "high", "low"),
        (recommendation, "donor", "", "A fund"),
        (action, "text", "Close the gap", "Weld the gap"),
        (action, "owner", &first, "Customs of Santa Brisa"),
    ] {
        assert_eq!(mission.state.field(target, field).as_deref(), Some(old));
        let outcome = mission.correct(SECOND, target, field, (old, new));
        assert_eq!(outcome, Outcome::Applied, "{field}");
        assert_eq!(mission.state.field(target, field).as_deref(), Some(new));
    }
    let told = mission.state.mission();
    let state = &told.findings()[&finding].finding.value;
    assert_eq!(
        (state.severity, state.releasable),
        (Severity::Critical, true)
    );
    assert_eq!(
        told.actions()[&action].agreed.value.owner,
        Owner::Agency {
            name: "Customs of Santa Brisa".into()
        }
    );
    // Who no longer owns it may verify it; a day is moved, not corrected.
    for (target, field, new, code) in [
        (finding, "severity", "dreadful", "invalid-value"),
        (finding, "criterion", "perimeter-lighting", "unknown-field"),
        (finding, "text", "", "invalid"),
        (action, "due", "2027-12-01", "unknown-field"),
        (action, "owner", "", "invalid"),
        (recommendation, "finding", "x", "unknown-field"),
    ] {
        let outcome = mission.correct(SECOND, target, field, ("", new));
        assert_eq!(support::refusal(outcome).code(), code, "{field}");
    }
}
