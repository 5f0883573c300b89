//! What a mission's records hold: photos, corrections, what the timeline says, how they are written.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Channel, Outcome, Record, RecordId, assessment::Rating, record::MissionRecord,
};
use support::{
    entry, file,
    mission::{FIRST, HOST, Mission, SHARED, judged, opening},
};

const BARRIERS: &str = "perimeter-barriers";

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
