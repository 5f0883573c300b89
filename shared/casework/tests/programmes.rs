//! A programme knows of a mission what was signed for it by those who may, and adds that up.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Applied, Body, Channel, Entry, Happened, HowKnown, Moment, Outcome, PersonId, Record, RecordId,
    Role, SpaceId, SpaceState, Standing, Work,
    assessment::{
        ActionDays, ActionLine, ActionStatus, AggregateBody, Rating, TemplateVersion, VisitKind,
        template::default_template,
    },
    record::{FollowedPort, MissionRecord, ProgrammeRecord, ProgrammeTerms, Reporter, Statement},
    state::Trend,
};
use support::{
    NOON, entry,
    mission::{ASSESSORS, FIRST, MANAGER, MISSION, Mission, SECOND, judged, noon, port},
    refusal, signed,
};

const PROGRAMME_MANAGER: PersonId = PersonId::new([41; 16]);
const OBSERVER: PersonId = PersonId::new([42; 16]);
const OTHER_MISSION: SpaceId = SpaceId::new([43; 32]);

fn key(of: PersonId) -> String {
    of.to_string().repeat(2)
}

fn reporter(person: PersonId, name: &str) -> Reporter {
    Reporter {
        person,
        key: key(person),
        name: name.into(),
        organisation: "Assessors".into(),
    }
}

struct Programme {
    state: SpaceState,
    seq: u64,
    now: Moment,
}

impl Programme {
    fn new() -> Self {
        let mut state = SpaceState::new(Work::Programme);
        let party = ASSESSORS;
        for (person, role) in [
            (PROGRAMME_MANAGER, Role::Manager),
            (OBSERVER, Role::Participant),
        ] {
            state.note_standing(person, Standing { party, role });
        }
        Self {
            state,
            seq: 0,
            now: NOON,
        }
    }

    fn opened() -> Self {
        let mut programme = Self::new();
        programme.well(ProgrammeRecord::ProgrammeOpened(ProgrammeTerms {
            title: "FAIRWAY".into(),
            purpose: "Four ports".into(),
        }));
        programme
    }

    fn write(&mut self, author: PersonId, record: Record) -> (RecordId, Outcome) {
        self.seq += 1;
        let mut bytes = [0xdd; 16];
        bytes[..8].copy_from_slice(&self.seq.to_be_bytes());
        let id = RecordId::new(bytes);
        let happened = Happened {
            at: self.now,
            known: HowKnown::Observed,
            late_reason: None,
        };
        let outcome = self.state.apply(&Applied {
            id,
            seq: self.seq,
            author,
            recorded: self.now,
            channel: Channel::Team,
            body: Body::Opened(Entry { happened, record }),
            enclosed: Vec::new(),
        });
        (id, outcome)
    }

    fn well(&mut self, record: ProgrammeRecord) -> RecordId {
        let (id, outcome) = self.write(PROGRAMME_MANAGER, Record::Programme(record));
        assert_eq!(outcome, Outcome::Applied);
        id
    }

    fn badly(&mut self, author: PersonId, record: ProgrammeRecord) -> &'static str {
        refusal(self.write(author, Record::Programme(record)).1).code()
    }

    fn follow(&mut self, name: &str, planned: Option<&str>) -> RecordId {
        let mut port = port();
        port.name = name.into();
        self.well(ProgrammeRecord::PortFollowed(FollowedPort {
            port,
            visit_planned: planned.map(str::to_owned),
        }))
    }

    fn register(&mut self, mission: SpaceId, port: RecordId) {
        self.well(ProgrammeRecord::MissionRegistered {
            mission,
            port,
            reporters: vec![reporter(MANAGER, "PM-1"), reporter(FIRST, "AS-1")],
        });
    }

    /// Takes in an aggregate, as signed in the record with this number.
    fn take(&mut self, body: &AggregateBody, number: u8) -> RecordId {
        self.well(taken(body, number, FIRST))
    }
}

fn taken(body: &AggregateBody, number: u8, by: PersonId) -> ProgrammeRecord {
    ProgrammeRecord::AggregateTaken {
        mission: body.mission,
        command: RecordId::new([number; 16]),
        signer: key(by),
        statement: signed(body.encode().unwrap()),
    }
}

fn decode(statement: &Statement) -> AggregateBody {
    AggregateBody::decode(&statement.body).unwrap()
}

/// A baseline and a follow-up at which barriers became better and lighting worse.
fn two_visits() -> (AggregateBody, AggregateBody) {
    let mut mission = Mission::under_way();
    let (quay, baseline) = (Some(mission.quay), mission.baseline);
    let assess = |visit| MissionRecord::ScenarioAssessed {
        visit,
        scenario: "rip-on".into(),
        judged: judged(4, 5),
        reason: "seizures".into(),
    };
    mission.decide(baseline, quay, "perimeter-barriers", Rating::Absent);
    mission.decide(baseline, quay, "waterside-patrols", Rating::Proven);
    mission.decide(baseline, None, "governance-authority", Rating::Partial);
    mission.well(FIRST, assess(baseline));
    let first = decode(&mission.aggregate(baseline));
    let follow_up = mission.visit(VisitKind::FollowUp);
    mission.decide(follow_up, quay, "perimeter-barriers", Rating::Effective);
    mission.decide(follow_up, quay, "waterside-patrols", Rating::Weak);
    let mut second = decode(&mission.aggregate(follow_up));
    second.visit.starts = "2026-09-01".into();
    second.visit.ends = "2026-09-02".into();
    (first, second)
}

fn action(number: u8, original_due: &str, due: &str, done: Option<&str>) -> ActionLine {
    ActionLine {
        id: RecordId::new([number; 16]),
        text: format!("Action {number}"),
        owner: "Port authority".into(),
        status: if done.is_some() {
            ActionStatus::Done
        } else {
            ActionStatus::Blocked
        },
        days: ActionDays {
            agreed: "2026-03-06".into(),
            original_due: original_due.into(),
            due: due.into(),
            done: done.map(str::to_owned),
            verified: None,
        },
    }
}

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
