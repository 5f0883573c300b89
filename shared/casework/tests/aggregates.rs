//! What may leave a mission for its programme.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    RecordId, SpaceId,
    assessment::{
        Accepted, ActionDays, ActionLine, ActionStatus, AggregateBody, Confidence, DomainFigures,
        DomainTally, FindingCounts, HostStanding, Judgement, Level, PortRef, Reach, Risk, Tally,
        TemplateVersion, VisitKind, VisitSummary,
    },
};

fn level(level: u8) -> Level {
    Level::try_from(level).unwrap()
}

fn aggregate() -> AggregateBody {
    let tally = Tally {
        sum: 7,
        rated: 5,
        not_observed: 1,
        not_applicable: 0,
    };
    let figures = DomainFigures {
        domain: "integrity".into(),
        sum: 7,
        rated: 5,
    };
    let judged = Judgement {
        threat: level(4),
        consequence: level(5),
        confidence: Confidence::High,
    };
    AggregateBody {
        mission: SpaceId::new([1; 32]),
        port: PortRef {
            name: "Puerto Sereno".into(),
            country: "QS".into(),
            locode: Some("QSPSE".into()),
            position: Some(("-9.5".parse().unwrap(), "-28.25".parse().unwrap())),
        },
        visit: VisitSummary {
            id: RecordId::new([2; 16]),
            kind: VisitKind::Baseline,
            starts: "2026-03-02".into(),
            ends: "2026-03-06".into(),
        },
        template: TemplateVersion {
            id: "hawser-default".into(),
            version: 1,
        },
        reach: Reach {
            asked: 64,
            decided: 5,
            carried: 0,
        },
        domains: vec![DomainTally {
            domain: "integrity".into(),
            tally,
        }],
        scenarios: vec![
            Risk::from_figures("insider-release".into(), vec![figures], judged).unwrap(),
        ],
        actions: vec![ActionLine {
            id: RecordId::new([3; 16]),
            text: "Vet the night shift".into(),
            owner: "Port authority of Santa Brisa".into(),
            status: ActionStatus::Blocked,
            days: ActionDays {
                found: "2026-03-03".into(),
                agreed: "2026-03-06".into(),
                original_due: "2026-09-30".into(),
                due: "2026-10-31".into(),
                done: None,
                verified: None,
            },
        }],
        recommendations: Accepted { accepted: 1, of: 2 },
        findings: FindingCounts {
            critical: 1,
            ..FindingCounts::default()
        },
        host: HostStanding::default(),
        happened: support::happened(),
    }
}

/// The fields that are refused after a change.
fn refused(change: impl FnOnce(&mut AggregateBody)) -> Vec<&'static str> {
    let mut body = aggregate();
    change(&mut body);
    let errors = body.validate().err().unwrap_or_default();
    errors.iter().map(|error| error.field).collect()
}

#[test]
fn an_aggregate_is_read_as_it_was_signed() {
    let body = aggregate();
    assert_eq!(body.validate(), Ok(()));
    let text = body.encode().unwrap();
    assert_eq!(AggregateBody::decode(&text).unwrap(), body);
    assert!(text.contains(r#""position":["-9.5","-28.25"]"#), "{text}");
    assert!(text.contains(r#""residual":80"#), "{text}");
    let error = AggregateBody::decode(&text.replacen('{', r#"{"note":"","#, 1)).unwrap_err();
    assert_eq!(error.code(), "record-shape");
}

#[test]
fn a_figure_that_was_made_better_than_its_ratings_is_refused() {
    assert_eq!(
        refused(|body| body.scenarios[0].residual = 40),
        ["scenarios"]
    );
    assert_eq!(
        refused(|body| body.scenarios[0].vulnerability = level(1)),
        ["scenarios"]
    );
    assert_eq!(
        refused(|body| body.domains[0].tally.sum = 20),
        ["scenarios"],
        "the risk rests on another tally"
    );
    assert_eq!(
        refused(|body| {
            body.domains[0].tally.sum = 21;
            body.scenarios.clear();
        }),
        ["domains"],
        "21 points from five criteria"
    );
    assert_eq!(
        refused(|body| body.scenarios.push(body.scenarios[0].clone())),
        ["scenarios"]
    );
    assert_eq!(
        refused(|body| body.domains.push(body.domains[0].clone())),
        ["domains"]
    );
    assert_eq!(
        refused(|body| body.recommendations.accepted = 3),
        ["recommendations"],
        "three accepted of two made"
    );
}

#[test]
fn an_action_is_done_when_it_says_on_which_day() {
    assert_eq!(
        refused(|body| body.actions[0].status = ActionStatus::Done),
        ["actions.status"]
    );
    assert_eq!(
        refused(|body| body.actions[0].days.done = Some("2026-09-30".into())),
        ["actions.status"]
    );
    assert_eq!(
        refused(|body| body.actions[0].days.verified = Some("2026-09-30".into())),
        ["actions.status"]
    );
    assert_eq!(
        refused(|body| {
            body.actions[0].status = ActionStatus::Done;
            body.actions[0].days.done = Some("2026-09-30".into());
            body.actions[0].days.verified = Some("2026-10-02".into());
        }),
        [""; 0]
    );
    assert_eq!(
        refused(|body| body.actions[0].days.due = "31/10/2026".into()),
        ["actions.due"]
    );
}

#[test]
fn a_port_is_named_with_a_state_and_a_place_on_this_globe() {
    for (country, holds) in [
        ("EC", true),
        ("QS", true),
        ("XK", true),
        ("XZ", true),
        ("ZZ", false),
        ("UK", false),
        ("qs", false),
        ("", false),
    ] {
        let found = refused(|body| body.port.country = country.into());
        assert_eq!(found.is_empty(), holds, "{country}");
    }
    for (locode, holds) in [("ECGYE", true), ("QSPS1", false), ("QSPSÉ", false)] {
        let found = refused(|body| body.port.locode = Some(locode.into()));
        assert_eq!(found.is_empty(), holds, "{locode}");
    }
    let beyond = ("90.5".parse().unwrap(), "0".parse().unwrap());
    assert_eq!(
        refused(|body| body.port.position = Some(beyond)),
        ["port.position"]
    );
    assert_eq!(refused(|body| body.port.name.clear()), ["port.name"]);
}

#[test]
fn lists_are_bounded() {
    let many = |body: &mut AggregateBody| body.actions = vec![body.actions[0].clone(); 1001];
    assert_eq!(refused(many), ["actions"]);
    let many = |body: &mut AggregateBody| {
        body.scenarios.clear();
        let one = body.domains.remove(0);
        body.domains = (0..101)
            .map(|at| DomainTally {
                domain: format!("d-{at}"),
                ..one.clone()
            })
            .collect();
    };
    assert_eq!(refused(many), ["domains"]);
}
