//! What passes between the team and the host authority: the report as it was shown, comments, a signature over
//! exactly that, and silence.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Channel, Outcome, Record, RecordId, SpaceState, Work,
    assessment::{ActionStatus, AggregateBody, Rating, ReleasableReport, VisitKind},
    record::{MissionRecord, SignOffBody, VisitDates},
};
use support::mission::{
    ASSESSORS, ELSEWHERE, FIRST, FOREIGN_HOST, HARBOUR_MASTER, HOST, MANAGER, Mission, SANTA_BRISA,
    SECOND, SHARED, judged, noon, port,
};

const DUE: &str = "2026-12-01";

/// A visit with figures, a finding that may be released and one that may not.
fn rated() -> (Mission, RecordId, RecordId) {
    let mut mission = Mission::under_way();
    let (quay, visit) = (mission.quay, mission.baseline);
    mission.rate(FIRST, Some(quay), "perimeter-barriers", Rating::Proven);
    mission.decide(visit, Some(quay), "perimeter-barriers", Rating::Weak);
    mission.well(
        SECOND,
        MissionRecord::ScenarioAssessed {
            visit,
            scenario: "rip-on".into(),
            judged: judged(4, 5),
            reason: "an informant inside the yard".into(),
        },
    );
    let open = mission.finding("Gap in the fence", true);
    let secret = mission.finding("Somebody on the night shift", false);
    for finding in [open, secret] {
        mission.recommendation(finding);
        mission.action(finding, FIRST, "2027-01-31");
    }
    (mission, open, secret)
}

fn comment(report: RecordId, item: Option<RecordId>) -> MissionRecord {
    let text = "The gap was closed in March".to_owned();
    MissionRecord::HostCommented { report, item, text }
}

fn silence(report: RecordId) -> MissionRecord {
    MissionRecord::SilenceRecorded { report }
}

#[test]
fn the_report_holds_what_is_releasable_and_nothing_else() {
    let (mission, open, secret) = rated();
    let report = mission.state.releasable(mission.baseline).unwrap();
    assert_eq!(report.domains.len(), 12, "looked at or not");
    let tally = report.domains[1].tally;
    assert_eq!(tally.score_percent(), Some(25), "the team's, nobody's own");
    assert_eq!(report.domains[0].tally.score_percent(), None);
    assert_eq!(report.scenarios[0].risk.residual, 80);
    let findings: Vec<_> = report.findings.iter().map(|one| one.id).collect();
    assert_eq!(findings, [open]);
    let finding = &report.findings[0];
    assert_eq!(finding.facility, "Fruit terminal");
    assert_eq!(finding.recommendations.len(), 1);
    assert_eq!(finding.actions.len(), 1);
    assert!(report.has_item(open) && report.has_item(finding.actions[0].id));
    assert!(!report.has_item(secret));
    let json = serde_json::to_string(&report).unwrap();
    for hidden in ["night shift", "informant", "proven"] {
        assert!(!json.contains(hidden), "{hidden}");
    }
}

#[test]
fn a_manager_shares_and_the_host_comments_and_signs_what_it_saw() {
    let (mut mission, open, secret) = rated();
    let told = || MissionRecord::MissionTold {
        port: port(),
        visits: vec![VisitDates {
            kind: VisitKind::Baseline,
            starts: "2026-03-02".into(),
            ends: "2026-03-06".into(),
        }],
    };
    mission.well(MANAGER, told());
    assert_eq!(mission.badly(FIRST, told()), "not-a-manager");
    assert_eq!(
        mission.badly_in(MANAGER, Channel::Team, told()),
        "belongs-elsewhere"
    );
    let seen = mission.state.mission().told(SANTA_BRISA).unwrap();
    assert_eq!(seen.port.name, "Puerto Sereno");

    let report = mission.share(DUE);
    let hash = mission.state.mission().reports()[&report].sha256.clone();
    mission.well(HOST, comment(report, None));
    mission.well(HARBOUR_MASTER, comment(report, Some(open)));
    assert_eq!(
        mission.badly(HOST, comment(report, Some(secret))),
        "unknown-item"
    );
    assert_eq!(mission.badly(FIRST, comment(report, None)), "not-the-host");

    // What changes afterwards changes nothing of what was shared and signed.
    mission.decide(
        mission.baseline,
        Some(mission.quay),
        "perimeter-barriers",
        Rating::Absent,
    );
    let newer = mission.state.releasable(mission.baseline).unwrap().sha256();
    assert_ne!(newer, hash);
    let other = mission.sign_off(report, &newer);
    assert_eq!(mission.badly(HOST, other), "report-hash-mismatch");
    let signed = mission.sign_off(report, &hash);
    mission.well(HOST, signed.clone());
    assert_eq!(mission.badly(HOST, signed.clone()), "already-signed");
    assert_eq!(mission.badly(SECOND, signed), "not-the-host");
    let state = &mission.state.mission().reports()[&report];
    assert_eq!(state.comments.len(), 2);
    assert!(!state.comments[0].late);
    assert_eq!(state.signatures[0].from.author, HOST);
    let standing = mission.state.mission().host_standing(mission.baseline);
    assert!(standing.commented && standing.signed && !standing.silent);
    assert_eq!(standing.comment_due.as_deref(), Some(DUE));
}

#[test]
fn a_host_from_elsewhere_has_no_say() {
    let (mut mission, ..) = rated();
    let report = mission.share(DUE);
    let hash = mission.state.mission().reports()[&report].sha256.clone();
    let signed = mission.sign_off(report, &hash);
    for record in [comment(report, None), signed] {
        assert_eq!(mission.badly(FOREIGN_HOST, record.clone()), "not-the-host");
        // In what it shares with the team itself, this report was never shared.
        let own = Channel::Shared(ELSEWHERE);
        assert_eq!(
            mission.badly_in(FOREIGN_HOST, own, record),
            "unknown-report"
        );
    }
    // Nor does anybody of the team speak for the host.
    let own = Channel::Shared(ASSESSORS);
    let record = comment(report, None);
    assert_eq!(mission.badly_in(MANAGER, own, record), "not-the-host");
    let standing = mission.state.mission().host_standing(mission.baseline);
    assert!(!standing.commented && !standing.signed);
}

#[test]
fn silence_is_recorded_after_the_day_and_only_where_nothing_was_said() {
    let (mut mission, ..) = rated();
    let report = mission.share(DUE);
    mission.now = noon(DUE);
    assert_eq!(
        mission.badly(MANAGER, silence(report)),
        "comment-still-open"
    );
    mission.now = noon("2026-12-02");
    assert_eq!(mission.badly(FIRST, silence(report)), "not-a-manager");
    mission.well(MANAGER, silence(report));
    assert_eq!(mission.badly(MANAGER, silence(report)), "host-has-answered");
    assert!(
        mission
            .state
            .mission()
            .host_standing(mission.baseline)
            .silent
    );

    // A late word still counts, and is marked.
    mission.well(HOST, comment(report, None));
    let standing = mission.state.mission().host_standing(mission.baseline);
    assert!(standing.commented && !standing.silent);
    assert!(mission.state.mission().reports()[&report].comments[0].late);

    let again = mission.share("2026-12-10");
    mission.well(HOST, comment(again, None));
    mission.now = noon("2026-12-11");
    assert_eq!(mission.badly(MANAGER, silence(again)), "host-has-answered");
}

#[test]
fn only_a_manager_shares_a_report() {
    let (mut mission, ..) = rated();
    let report = Box::new(mission.state.releasable(mission.baseline).unwrap());
    let share = |report| MissionRecord::ReportShared {
        visit: RecordId::new([1; 16]),
        report,
        comment_due: DUE.into(),
    };
    for person in [FIRST, HOST] {
        assert_eq!(
            mission.badly(person, share(report.clone())),
            "not-a-manager"
        );
    }
    let mut better = report.clone();
    better.scenarios[0].risk.residual = 20;
    assert_eq!(mission.badly(MANAGER, share(better)), "invalid");
    let for_team = share(report);
    assert_eq!(
        mission.badly_in(MANAGER, Channel::Team, for_team),
        "belongs-elsewhere"
    );
}

#[test]
fn the_host_comes_to_the_same_state_from_what_it_can_read() {
    let (mut mission, open, _) = rated();
    let report = mission.share(DUE);
    mission.well(HOST, comment(report, Some(open)));
    let hash = mission.state.mission().reports()[&report].sha256.clone();
    let signed = mission.sign_off(report, &hash);
    mission.well(HARBOUR_MASTER, signed);
    mission.badly(MANAGER, silence(report));

    let mut seen = SpaceState::new(Work::Mission);
    for applied in &mission.written {
        if applied.channel == SHARED {
            if let Some(standing) = mission.state.standing(applied.author) {
                seen.note_standing(applied.author, standing);
            }
            seen.apply(applied);
        }
    }
    assert_eq!(seen.mission().reports(), mission.state.mission().reports());
    assert_eq!(seen.mission().opening(), None);
    assert!(seen.mission().findings().is_empty());
    assert!(seen.mission().visits().next().is_none());
}

#[test]
fn an_aggregate_holds_the_figures_and_where_the_host_stands() {
    let (mut mission, ..) = rated();
    let report = mission.share(DUE);
    mission.well(HOST, comment(report, None));
    let statement = mission.aggregate(mission.baseline);
    let body = AggregateBody::decode(&statement.body).unwrap();
    assert_eq!(body.validate(), Ok(()));
    assert_eq!(body.domains.len(), 12);
    assert_eq!(body.scenarios[0].residual, 80);
    assert_eq!(body.actions.len(), 1, "of what may be released");
    assert_eq!(body.actions[0].status, ActionStatus::Open);
    assert_eq!((body.findings.high, body.findings.low), (2, 0));
    assert!(body.host.commented && !body.host.signed);
    for hidden in ["night shift", "informant", "Gap in the fence"] {
        assert!(!statement.body.contains(hidden), "{hidden}");
    }

    let signed = |statement| MissionRecord::AggregateSigned { statement };
    let kept = mission.well(FIRST, signed(statement.clone()));
    let state = &mission.state.mission().aggregates()[&kept];
    assert_eq!(state.visit, mission.baseline);
    assert_eq!(state.statement, statement);
    assert_eq!(
        mission.badly(HOST, signed(statement.clone())),
        "not-an-assessor"
    );
    let mut broken = statement.clone();
    broken.body.push(' ');
    broken.body.insert(0, '[');
    assert_eq!(mission.badly(FIRST, signed(broken)), "statement-malformed");
    let mut better = body;
    better.scenarios[0].residual = 20;
    let better = support::signed(better.encode().unwrap());
    assert_eq!(mission.badly(FIRST, signed(better)), "invalid");
}

#[test]
fn a_report_is_read_as_it_was_shared() {
    let (mut mission, ..) = rated();
    let report = mission.share(DUE);
    let written = mission.written.iter().find(|one| one.id == report).unwrap();
    let hawser_casework::Body::Opened(entry) = &written.body else {
        return assert_eq!(written.id, RecordId::new([0; 16]));
    };
    let again = hawser_casework::record::decode(&entry.encode().unwrap()).unwrap();
    let Record::Mission(MissionRecord::ReportShared { report: read, .. }) = again.record else {
        return assert_eq!(again.record.type_name(), "report-shared");
    };
    let state = &mission.state.mission().reports()[&report];
    assert_eq!(
        read.sha256(),
        state.sha256,
        "so the signature fits for whoever reads it"
    );
    let outcome = mission
        .apply(FIRST, Channel::Team, Record::Mission(silence(report)))
        .1;
    assert!(matches!(outcome, Outcome::Refused { .. }));
}

/// The vector of docs/PROTOCOL.md, section 7.
#[test]
fn the_hash_that_a_host_signs_is_the_one_that_is_written_down() {
    #[derive(serde::Deserialize)]
    struct Vector {
        report: String,
        report_hash: String,
        body: String,
        body_hash: String,
    }
    let stored = include_str!("../../../docs/vectors/report.json");
    let vector: Vector = serde_json::from_str(stored).unwrap();
    let report: ReleasableReport = serde_json::from_str(&vector.report).unwrap();
    assert_eq!(serde_json::to_string(&report).unwrap(), vector.report);
    assert_eq!(report.sha256(), vector.report_hash);
    let body = SignOffBody::decode(&vector.body).unwrap();
    assert_eq!(body.validate(), Ok(()));
    assert_eq!(body.report_hash, vector.report_hash);
    assert_eq!(support::signed(vector.body).body_hash(), vector.body_hash);
}
