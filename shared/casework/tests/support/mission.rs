//! A mission to one port that the tests act in.

use hawser_casework::{
    Applied, Body, Channel, Entry, Happened, HowKnown, Moment, Outcome, PartyId, PersonId, Record,
    RecordId, Role, Rule, SpaceId, SpaceState, Standing, Work,
    assessment::{
        Confidence, EvidenceKind, Judgement, Level, PortRef, Priority, Rating, Severity, VisitKind,
        template::default_template,
    },
    record::{
        AgreedAction, Decision, Finding, MissionRecord, Opening, OwnRating, Owner, Recommendation,
        SignOffBody, Statement, VisitTerms,
    },
};

use super::{NOON, signed};

pub const MANAGER: PersonId = PersonId::new([11; 16]);
pub const FIRST: PersonId = PersonId::new([12; 16]);
pub const SECOND: PersonId = PersonId::new([13; 16]);
pub const HOST: PersonId = PersonId::new([14; 16]);
/// Of the same host authority.
pub const HARBOUR_MASTER: PersonId = PersonId::new([15; 16]);
/// A host from elsewhere, who should not be here at all.
pub const FOREIGN_HOST: PersonId = PersonId::new([16; 16]);

pub const ASSESSORS: PartyId = PartyId::new([21; 32]);
pub const SANTA_BRISA: PartyId = PartyId::new([22; 32]);
pub const ELSEWHERE: PartyId = PartyId::new([23; 32]);
pub const MISSION: SpaceId = SpaceId::new([31; 32]);

/// What the host authority shares with the team.
pub const SHARED: Channel = Channel::Shared(SANTA_BRISA);

pub fn port() -> PortRef {
    PortRef {
        name: "Puerto Sereno".into(),
        country: "QS".into(),
        locode: Some("QSPSE".into()),
        position: Some(("-9.5".parse().unwrap(), "-28.25".parse().unwrap())),
    }
}

pub fn opening() -> Opening {
    Opening {
        port: port(),
        programme: None,
        template: default_template().unwrap(),
        host: Some(SANTA_BRISA),
    }
}

/// Noon of a day, `YYYY-MM-DD`.
pub fn noon(day: &str) -> Moment {
    format!("{day}T12:00:00+00:00").parse().unwrap()
}

pub fn judged(threat: u8, consequence: u8) -> Judgement {
    Judgement {
        threat: Level::try_from(threat).unwrap(),
        consequence: Level::try_from(consequence).unwrap(),
        confidence: Confidence::Medium,
    }
}

pub fn visit_terms(kind: VisitKind, facilities: &[RecordId]) -> VisitTerms {
    VisitTerms {
        kind,
        starts: "2026-03-02".into(),
        ends: "2026-03-06".into(),
        facilities: facilities.to_vec(),
    }
}

pub struct Mission {
    pub state: SpaceState,
    pub written: Vec<Applied>,
    pub now: Moment,
    pub quay: RecordId,
    pub yard: RecordId,
    pub baseline: RecordId,
}

impl Mission {
    /// In which nothing is recorded yet.
    pub fn empty() -> Self {
        let mut state = SpaceState::new(Work::Mission);
        for (person, party, role) in [
            (MANAGER, ASSESSORS, Role::Manager),
            (FIRST, ASSESSORS, Role::Assessor),
            (SECOND, ASSESSORS, Role::Assessor),
            (HOST, SANTA_BRISA, Role::Host),
            (HARBOUR_MASTER, SANTA_BRISA, Role::Host),
            (FOREIGN_HOST, ELSEWHERE, Role::Host),
        ] {
            state.note_standing(person, Standing { party, role });
        }
        let none = RecordId::new([0; 16]);
        Self {
            state,
            written: Vec::new(),
            now: NOON,
            quay: none,
            yard: none,
            baseline: none,
        }
    }

    /// With two facilities and a baseline visit to them.
    pub fn under_way() -> Self {
        let mut mission = Self::empty();
        mission.well(MANAGER, MissionRecord::MissionOpened(opening()));
        mission.quay = mission.facility("Fruit terminal");
        mission.yard = mission.facility("Container yard");
        mission.baseline = mission.visit(VisitKind::Baseline);
        mission
    }

    pub fn facility(&mut self, name: &str) -> RecordId {
        let (visit, name) = (None, name.to_owned());
        self.well(FIRST, MissionRecord::FacilityAdded { visit, name })
    }

    pub fn visit(&mut self, kind: VisitKind) -> RecordId {
        let terms = visit_terms(kind, &[self.quay, self.yard]);
        self.well(MANAGER, MissionRecord::VisitOpened(terms))
    }

    pub fn apply(
        &mut self,
        author: PersonId,
        channel: Channel,
        record: Record,
    ) -> (RecordId, Outcome) {
        let mut bytes = [0xcc; 16];
        bytes[..8].copy_from_slice(&(self.written.len() as u64).to_be_bytes());
        let id = RecordId::new(bytes);
        let happened = Happened {
            at: self.now,
            known: HowKnown::Observed,
            late_reason: None,
        };
        let applied = Applied {
            id,
            seq: self.written.len() as u64,
            author,
            recorded: self.now,
            channel,
            body: Body::Opened(Entry { happened, record }),
            enclosed: Vec::new(),
        };
        let outcome = self.state.apply(&applied);
        self.written.push(applied);
        (id, outcome)
    }

    /// Where a record of this kind belongs.
    pub fn channel(record: &MissionRecord) -> Channel {
        if record.is_shared() {
            SHARED
        } else {
            Channel::Team
        }
    }

    /// Writes a record that must be applied.
    pub fn well(&mut self, author: PersonId, record: MissionRecord) -> RecordId {
        let channel = Self::channel(&record);
        let (id, outcome) = self.apply(author, channel, Record::Mission(record));
        assert_eq!(outcome, Outcome::Applied);
        id
    }

    /// Writes a record that must be refused, and returns the rule's code.
    pub fn badly(&mut self, author: PersonId, record: MissionRecord) -> &'static str {
        let channel = Self::channel(&record);
        self.badly_in(author, channel, record)
    }

    pub fn badly_in(
        &mut self,
        author: PersonId,
        channel: Channel,
        record: MissionRecord,
    ) -> &'static str {
        let before = self
            .state
            .may_in_mission(author, channel, self.now, &record);
        let rule = super::refusal(self.apply(author, channel, Record::Mission(record)).1);
        if let Err(before) = before {
            assert_eq!(before, rule, "said before it was sent");
        } else {
            assert!(
                matches!(rule, Rule::Invalid { .. }),
                "{rule:?} was not said before"
            );
        }
        rule.code()
    }

    pub fn rating(&self, facility: Option<RecordId>, criterion: &str, rating: Rating) -> OwnRating {
        OwnRating {
            visit: self.baseline,
            facility,
            criterion: criterion.into(),
            rating,
            reason: String::new(),
            evidence: vec![EvidenceKind::Observation],
            note: String::new(),
        }
    }

    pub fn rate(
        &mut self,
        author: PersonId,
        facility: Option<RecordId>,
        criterion: &str,
        rating: Rating,
    ) -> RecordId {
        let rating = self.rating(facility, criterion, rating);
        self.well(author, MissionRecord::Rated(rating))
    }

    pub fn decide(
        &mut self,
        visit: RecordId,
        facility: Option<RecordId>,
        criterion: &str,
        rating: Rating,
    ) -> RecordId {
        let decisions = vec![Decision {
            facility,
            criterion: criterion.into(),
            rating,
            reason: String::new(),
            seen: None,
        }];
        self.well(FIRST, MissionRecord::TeamRated { visit, decisions })
    }

    pub fn finding(&mut self, title: &str, releasable: bool) -> RecordId {
        let finding = Finding {
            visit: self.baseline,
            facility: Some(self.quay),
            criterion: "perimeter-barriers".into(),
            title: title.into(),
            text: "A gap of 40 cm at the north corner".into(),
            severity: Severity::High,
            releasable,
        };
        self.well(FIRST, MissionRecord::FindingRaised(finding))
    }

    pub fn recommendation(&mut self, finding: RecordId) -> RecordId {
        let recommendation = Recommendation {
            finding,
            text: "Close the gap".into(),
            priority: Priority::High,
            cost: "4,000 EUR".into(),
            donor: String::new(),
        };
        self.well(FIRST, MissionRecord::RecommendationMade(recommendation))
    }

    pub fn agreed(finding: RecordId, owner: Owner, due: &str) -> MissionRecord {
        MissionRecord::ActionAgreed(AgreedAction {
            finding,
            recommendation: None,
            text: "Close the gap".into(),
            owner,
            due: due.into(),
        })
    }

    pub fn action(&mut self, finding: RecordId, owner: PersonId, due: &str) -> RecordId {
        let owner = Owner::Person { person: owner };
        self.well(FIRST, Self::agreed(finding, owner, due))
    }

    pub fn correct(
        &mut self,
        author: PersonId,
        target: RecordId,
        field: &str,
        (old, new): (&str, &str),
    ) -> Outcome {
        let record = Record::Corrected {
            target,
            field: field.into(),
            old: old.into(),
            new: new.into(),
            why: "seen again".into(),
        };
        self.apply(author, Channel::Team, record).1
    }

    /// Shares the report of the baseline with the host authority, who may comment until this day.
    pub fn share(&mut self, comment_due: &str) -> RecordId {
        let report = Box::new(self.state.releasable(self.baseline).unwrap());
        let record = MissionRecord::ReportShared {
            visit: self.baseline,
            report,
            comment_due: comment_due.into(),
        };
        self.well(MANAGER, record)
    }

    /// The host authority's signature over a report as it was shown.
    pub fn sign_off(&self, report: RecordId, report_hash: &str) -> MissionRecord {
        let body = SignOffBody {
            report,
            report_hash: report_hash.into(),
            happened: Happened {
                at: self.now,
                known: HowKnown::Observed,
                late_reason: None,
            },
        };
        let statement = signed(body.encode().unwrap());
        MissionRecord::HostSigned { statement }
    }

    /// An aggregate of a visit, signed.
    pub fn aggregate(&self, visit: RecordId) -> Statement {
        let happened = Happened {
            at: self.now,
            known: HowKnown::Observed,
            late_reason: None,
        };
        let body = self.state.aggregate(MISSION, visit, happened).unwrap();
        signed(body.encode().unwrap())
    }
}
