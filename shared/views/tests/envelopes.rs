//! What is said between page and agent arrives as it was meant.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use hawser_casework::assessment::{
    Confidence, DomainFigures, EvidenceKind, Judgement, Level, PortRef, Rating, Risk,
    TemplateVersion, template::default_template,
};
use hawser_casework::record::OwnRating;
use hawser_casework::{PartyId, RecordId, SpaceId};
use hawser_views::keepers::KeepersWish;
use hawser_views::mission::{
    CellPlace, MissionCommand, MissionDraft, MissionReply, ReportedView, ScenarioView, ScoresView,
};
use hawser_views::programme::ProgrammeCommand;
use hawser_views::{Command, FromAgent, Reply, ToAgent};

const SPACE: SpaceId = SpaceId::new([1; 32]);
const RECORD: RecordId = RecordId::new([2; 16]);

fn judged() -> Judgement {
    Judgement {
        threat: Level::HIGHEST,
        consequence: Level::LOWEST,
        confidence: Confidence::Low,
    }
}

#[test]
fn commands_on_missions_arrive() {
    let port = PortRef {
        name: "Puerto Sereno".into(),
        country: "QS".into(),
        locode: None,
        position: Some(("-9.50".parse().unwrap(), "-28.25".parse().unwrap())),
    };
    for command in [
        MissionCommand::List,
        MissionCommand::Open {
            mission: MissionDraft {
                port,
                programme: Some((SPACE, RECORD)),
                template: TemplateVersion {
                    id: "hawser-default".into(),
                    version: 1,
                },
                host: Some(PartyId::new([3; 32])),
                status: "bound-member-state".into(),
                keepers: KeepersWish::default(),
            },
        },
        MissionCommand::Criterion {
            space: SPACE,
            visit: RECORD,
            place: CellPlace {
                facility: None,
                criterion: "perimeter-barriers".into(),
            },
        },
        MissionCommand::Rate {
            space: SPACE,
            rating: OwnRating {
                visit: RECORD,
                facility: Some(RECORD),
                criterion: "perimeter-barriers".into(),
                rating: Rating::NotObserved,
                reason: "fog".into(),
                evidence: vec![EvidenceKind::Test],
                note: String::new(),
            },
        },
        MissionCommand::AssessScenario {
            space: SPACE,
            visit: RECORD,
            scenario: "rip-on".into(),
            judged: judged(),
            reason: "seizures".into(),
        },
    ] {
        let told = ToAgent {
            id: 7,
            command: Command::Mission(command.clone()),
        };
        let json = serde_json::to_string(&told).unwrap();
        let read: ToAgent = serde_json::from_str(&json).unwrap();
        assert!(matches!(read.command, Command::Mission(read) if read == command));
    }
}

#[test]
fn a_template_arrives_at_the_agent_and_back() {
    let template = default_template().unwrap();
    let command = ProgrammeCommand::AdoptTemplate {
        space: SPACE,
        template: template.clone(),
    };
    let json = serde_json::to_string(&Command::Programme(command.clone())).unwrap();
    let read: Command = serde_json::from_str(&json).unwrap();
    assert!(matches!(read, Command::Programme(read) if read == command));
}

#[test]
fn figures_arrive_at_the_page() {
    let domains = vec![DomainFigures {
        domain: "cargo".into(),
        sum: 5,
        rated: 2,
    }];
    let risk = Risk::from_figures("rip-on".into(), domains, judged()).unwrap();
    let bands = (risk.inherent_band(), risk.residual_band());
    let scores = ScoresView {
        visit: RECORD,
        domains: Vec::new(),
        scenarios: vec![ScenarioView {
            scenario: "rip-on".into(),
            judged: Some(judged()),
            reason: "seizures".into(),
            by: "AS-1".into(),
            carried_from: None,
            risk: Some(risk),
            bands: Some(bands),
            before: Some(80),
        }],
    };
    let reply = MissionReply::Scores(Box::new(scores));
    let told = FromAgent::Reply {
        id: 7,
        result: Ok(Reply::Mission(reply.clone())),
    };
    let json = serde_json::to_string(&told).unwrap();
    let read: FromAgent = serde_json::from_str(&json).unwrap();
    let FromAgent::Reply {
        result: Ok(Reply::Mission(read)),
        ..
    } = read
    else {
        return assert_eq!(json, "a reply of a mission");
    };
    assert_eq!(read, reply);
    let reported = MissionReply::Reported(ReportedView {
        record: RECORD,
        reported: false,
        why: "not-a-reporter".into(),
    });
    let json = serde_json::to_string(&reported).unwrap();
    assert_eq!(
        serde_json::from_str::<MissionReply>(&json).unwrap(),
        reported
    );
}
