//! A programme knows of a mission what was signed for it by those who may.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use hawser_casework::{
    Record, RecordId,
    assessment::{TemplateVersion, template::default_template},
    record::{FollowedPort, ProgrammeRecord, ProgrammeTerms},
};
use support::{
    entry,
    mission::{FIRST, MANAGER, MISSION, SECOND, noon, port},
    programme::{
        OBSERVER, OTHER_MISSION, PROGRAMME_MANAGER, Programme, reporter, taken, two_visits,
    },
};

#[test]
fn only_a_manager_writes_in_a_programme() {
    let mut programme = Programme::new();
    let terms = ProgrammeTerms {
        title: "FAIRWAY".into(),
        purpose: String::new(),
    };
    let open = || ProgrammeRecord::ProgrammeOpened(terms.clone());
    assert_eq!(programme.badly(OBSERVER, open()), "not-a-manager");
    let followed = ProgrammeRecord::PortFollowed(FollowedPort {
        port: port(),
        visit_planned: None,
    });
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, followed.clone()),
        "not-opened"
    );
    programme.well(open());
    assert_eq!(programme.badly(PROGRAMME_MANAGER, open()), "already-opened");
    assert_eq!(programme.badly(OBSERVER, followed), "not-a-manager");
}

#[test]
fn a_template_is_adopted_in_versions_that_name_what_they_were_copied_from() {
    let mut programme = Programme::opened();
    let adopt =
        |template: &hawser_casework::assessment::Template| ProgrammeRecord::TemplateAdopted {
            template: template.clone(),
        };
    let default = default_template().unwrap();
    programme.well(adopt(&default));
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, adopt(&default)),
        "template-known"
    );
    let mut own = default.clone();
    own.id = "fairway".into();
    own.derived_from = Some(default.named());
    programme.well(adopt(&own));
    own.version = 2;
    own.derived_from = Some(TemplateVersion {
        id: "fairway".into(),
        version: 1,
    });
    own.domains[0].criteria[0].guidance.es.clear();
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, adopt(&own)),
        "template-refused"
    );
    own.domains[0].criteria[0].guidance.es = "Mire.".into();
    programme.well(adopt(&own));
    let names: Vec<_> = programme
        .state
        .programme()
        .templates()
        .keys()
        .cloned()
        .collect();
    assert_eq!(
        names,
        [
            ("fairway".to_owned(), 1),
            ("fairway".to_owned(), 2),
            ("hawser-default".to_owned(), 1)
        ]
    );
}

#[test]
fn an_aggregate_counts_only_from_a_registered_reporter_of_its_mission() {
    let mut programme = Programme::opened();
    let port = programme.follow("Puerto Sereno", None);
    let (first, _) = two_visits();
    let take = |by, number| taken(&first, number, by);
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, take(FIRST, 1)),
        "unknown-mission"
    );
    programme.register(MISSION, port);
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, take(SECOND, 1)),
        "not-a-reporter"
    );
    assert_eq!(programme.badly(OBSERVER, take(FIRST, 1)), "not-a-manager");
    programme.take(&first, 1);
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, take(FIRST, 1)),
        "already-taken"
    );
    assert!(
        programme
            .state
            .programme()
            .has_taken(MISSION, RecordId::new([1; 16]))
    );

    // A reporter of one mission says nothing for another, even where the statement names that one.
    programme.register(OTHER_MISSION, port);
    let mut passed_off = taken(&first, 2, FIRST);
    if let ProgrammeRecord::AggregateTaken { mission, .. } = &mut passed_off {
        *mission = OTHER_MISSION;
    }
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, passed_off),
        "unknown-mission"
    );
    let mut better = first.clone();
    better.scenarios[0].residual = 20;
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, taken(&better, 3, FIRST)),
        "invalid"
    );
    let mut early = first.clone();
    early.happened.at = noon("2027-01-01");
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, taken(&early, 4, FIRST)),
        "invalid"
    );

    // Who is taken off the list signs nothing more; what was taken stays.
    programme.well(ProgrammeRecord::MissionRegistered {
        mission: MISSION,
        port,
        reporters: vec![reporter(MANAGER, "PM-1")],
    });
    assert_eq!(
        programme.badly(PROGRAMME_MANAGER, take(FIRST, 5)),
        "not-a-reporter"
    );
    assert_eq!(programme.state.programme().newest(MISSION).count(), 1);
    let nowhere = ProgrammeRecord::MissionRegistered {
        mission: MISSION,
        port: RecordId::new([1; 16]),
        reporters: vec![reporter(MANAGER, "PM-1")],
    };
    assert_eq!(programme.badly(PROGRAMME_MANAGER, nowhere), "unknown-port");
}

#[test]
fn every_record_of_a_programme_is_read_as_it_was_written() {
    let (first, _) = two_visits();
    for record in [
        ProgrammeRecord::ProgrammeOpened(ProgrammeTerms {
            title: "FAIRWAY".into(),
            purpose: String::new(),
        }),
        ProgrammeRecord::TemplateAdopted {
            template: default_template().unwrap(),
        },
        ProgrammeRecord::PortFollowed(FollowedPort {
            port: port(),
            visit_planned: Some("2026-09-15".into()),
        }),
        ProgrammeRecord::MissionRegistered {
            mission: MISSION,
            port: RecordId::new([1; 16]),
            reporters: vec![reporter(FIRST, "AS-1")],
        },
        taken(&first, 1, FIRST),
    ] {
        let name = record.type_name();
        let whole = entry(Record::Programme(record));
        assert_eq!(whole.validate(), Ok(()), "{name}");
        let json = whole.encode().unwrap();
        assert_eq!(hawser_casework::record::decode(&json).unwrap(), whole);
        let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(value["record"]["type"], "programme");
        assert_eq!(value["record"]["what"], name);
    }
    let none = ProgrammeRecord::MissionRegistered {
        mission: MISSION,
        port: RecordId::new([1; 16]),
        reporters: Vec::new(),
    };
    assert!(Record::Programme(none).validate().is_err());
}
