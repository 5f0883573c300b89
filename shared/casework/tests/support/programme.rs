//! A programme that the tests act in.

use hawser_casework::{
    Applied, Body, Channel, Entry, Happened, HowKnown, Moment, Outcome, PersonId, Record, RecordId,
    Role, SpaceId, SpaceState, Standing, Work,
    assessment::{ActionDays, ActionLine, ActionStatus, AggregateBody, Rating, VisitKind},
    record::{FollowedPort, MissionRecord, ProgrammeRecord, ProgrammeTerms, Reporter, Statement},
};

use super::{
    NOON,
    mission::{ASSESSORS, FIRST, MANAGER, Mission, judged, port},
    refusal, signed,
};

pub const PROGRAMME_MANAGER: PersonId = PersonId::new([41; 16]);
pub const OBSERVER: PersonId = PersonId::new([42; 16]);
pub const OTHER_MISSION: SpaceId = SpaceId::new([43; 32]);

pub fn key(of: PersonId) -> String {
    of.to_string().repeat(2)
}

pub fn reporter(person: PersonId, name: &str) -> Reporter {
    Reporter {
        person,
        key: key(person),
        name: name.into(),
        organisation: "Assessors".into(),
    }
}

pub struct Programme {
    pub state: SpaceState,
    seq: u64,
    now: Moment,
}

impl Programme {
    pub fn new() -> Self {
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

    pub fn opened() -> Self {
        let mut programme = Self::new();
        programme.well(ProgrammeRecord::ProgrammeOpened(ProgrammeTerms {
            title: "FAIRWAY".into(),
            purpose: "Four ports".into(),
        }));
        programme
    }

    pub fn write(&mut self, author: PersonId, record: Record) -> (RecordId, Outcome) {
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

    pub fn well(&mut self, record: ProgrammeRecord) -> RecordId {
        let (id, outcome) = self.write(PROGRAMME_MANAGER, Record::Programme(record));
        assert_eq!(outcome, Outcome::Applied);
        id
    }

    pub fn badly(&mut self, author: PersonId, record: ProgrammeRecord) -> &'static str {
        refusal(self.write(author, Record::Programme(record)).1).code()
    }

    pub fn follow(&mut self, name: &str, planned: Option<&str>) -> RecordId {
        let mut port = port();
        port.name = name.into();
        self.well(ProgrammeRecord::PortFollowed(FollowedPort {
            port,
            visit_planned: planned.map(str::to_owned),
        }))
    }

    pub fn register(&mut self, mission: SpaceId, port: RecordId) {
        self.well(ProgrammeRecord::MissionRegistered {
            mission,
            port,
            reporters: vec![reporter(MANAGER, "PM-1"), reporter(FIRST, "AS-1")],
        });
    }

    /// Takes in an aggregate, as signed in the record with this number.
    pub fn take(&mut self, body: &AggregateBody, number: u8) -> RecordId {
        self.well(taken(body, number, FIRST))
    }
}

pub fn taken(body: &AggregateBody, number: u8, by: PersonId) -> ProgrammeRecord {
    ProgrammeRecord::AggregateTaken {
        mission: body.mission,
        command: RecordId::new([number; 16]),
        signer: key(by),
        statement: signed(body.encode().unwrap()),
    }
}

pub fn decode(statement: &Statement) -> AggregateBody {
    AggregateBody::decode(&statement.body).unwrap()
}

/// A baseline and a follow-up at which barriers became better and lighting worse.
pub fn two_visits() -> (AggregateBody, AggregateBody) {
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

pub fn action(number: u8, original_due: &str, due: &str, done: Option<&str>) -> ActionLine {
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
            found: "2026-03-03".into(),
            agreed: "2026-03-06".into(),
            original_due: original_due.into(),
            due: due.into(),
            done: done.map(str::to_owned),
            verified: None,
        },
    }
}
