//! From a mission to its programme.

use hawser_casework::Work;
use hawser_casework::assessment::{ActionStatus, Priority, Rating};
use hawser_casework::record::{AgreedAction, Owner, Recommendation};
use hawser_e2e::server::TestServer;
use hawser_views::Command;
use hawser_views::case::FreshLine;
use hawser_views::mission::MissionCommand;
use hawser_views::programme::ProgrammeCommand;

use super::{Assessed, Scene, first_page, waiting_in};

pub(super) async fn reported_to_the_programme(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let Assessed { visit, .. } = scene.assess().await?;

    // Who does not manage the programme signs, and learns that it did not arrive.
    let signed = scene.first.signs_and_reports(space, visit).await?;
    assert!(!signed.reported, "{signed:?}");
    assert_eq!(scene.programme_ports().await?, 0);
    scene.catch_up().await;
    let told = scene.manager.reporting(space, visit).await?;
    assert_eq!(told.programme_title, "FAIRWAY");
    assert!(told.manages && told.registered == Some(true));
    assert_eq!(told.signed[0].reported, Some(false));

    // An aggregate by somebody who is not registered is refused, until they are.
    let taken = scene.manager.reports(space, signed.record).await?;
    assert_eq!((taken.reported, &*taken.why), (false, "not-a-reporter"));
    let mut reporters = Vec::new();
    for person in [&scene.manager, &scene.first] {
        reporters.push(person.me().await?.person);
    }
    let register = |reporters| {
        Command::Programme(ProgrammeCommand::Register {
            space: scene.programme,
            mission: space,
            port: scene.followed,
            reporters,
        })
    };
    let host = scene.host.me().await?.person;
    assert_eq!(
        scene.manager.refused(register(vec![host])).await?,
        "unknown-member"
    );
    scene.manager.does(register(reporters)).await?;
    let taken = scene.manager.reports(space, signed.record).await?;
    assert!(taken.reported, "{taken:?}");
    let again = scene.manager.reports(space, signed.record).await?;
    assert!(again.reported, "it is there, and was not taken twice");
    let told = scene.manager.reporting(space, visit).await?;
    assert_eq!((told.signed[0].reported, told.changed), (Some(true), false));

    // A manager of both signs and reports in one go; the newest of the visit counts.
    let quay = scene.first.mission(space).await?.facilities[0].facility;
    scene.catch_up().await;
    scene
        .manager
        .decides(
            space,
            visit,
            (Some(quay), "perimeter-lighting"),
            Rating::Effective,
        )
        .await?;
    let told = scene.manager.reporting(space, visit).await?;
    assert!(told.changed, "decided since it was signed");
    // Only what was seen is signed.
    let mut shown = Box::new(scene.manager.reporting(space, visit).await?.aggregate);
    shown.findings.high += 1;
    let stale = MissionCommand::SignAndReport {
        shown,
        space,
        visit,
    };
    assert_eq!(scene.manager.barred(stale).await?, "figures-changed");
    let reported = scene.manager.signs_and_reports(space, visit).await?;
    assert!(reported.reported, "{reported:?}");
    let view = scene.manager.programme(scene.programme).await?;
    assert_eq!(view.terms.title, "FAIRWAY");
    let vellines = &view.ports[0];
    assert_eq!(vellines.missions, [space]);
    assert_eq!(vellines.cells[1].tally.score_percent(), Some(50));
    assert_eq!(vellines.findings.high, 2);
    let worst = view.worst.ok_or_else(|| anyhow::anyhow!("no risk"))?;
    assert_eq!(
        (worst.risk.residual, &*worst.port_name),
        (60, "Port-Vellines")
    );
    assert_eq!(view.domains.len(), 12);

    // Whoever is no member of the programme is told nothing of it.
    let told = scene.first.reporting(space, visit).await?;
    assert_eq!((&*told.programme_title, told.registered), ("", None));
    let outside = scene.first.programme(scene.programme).await;
    assert!(outside.is_err());
    Ok(())
}

pub(super) async fn late_in_a_programme(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let Assessed { visit, open, .. } = scene.assess().await?;
    let kinds = |person| waiting_in(person, Work::Programme);
    assert_eq!(kinds(&scene.manager).await?, [""; 0]);

    // An organisation that is asked to take part finds that on its first page.
    scene
        .manager
        .does(Command::AdmitParty {
            space: scene.programme,
            party: scene.second.organisation().await?.party,
            status: "bound-member-state".to_owned(),
            limited: false,
        })
        .await?;
    scene.catch_up().await;
    assert_eq!(kinds(&scene.second).await?, ["join-programme"]);

    let agreed = |recommendation| MissionCommand::Agree {
        space,
        action: AgreedAction {
            finding: open,
            recommendation,
            text: "Weld the fence".to_owned(),
            owner: Owner::Agency {
                name: "Port authority".to_owned(),
            },
            due: "2026-01-31".to_owned(),
        },
    };
    let mut recommendations = Vec::new();
    for text in ["Close the gap", "Light the gap"] {
        let recommendation = Recommendation {
            finding: open,
            text: text.to_owned(),
            priority: Priority::High,
            cost: String::new(),
            donor: String::new(),
        };
        let made = MissionCommand::Recommend {
            space,
            recommendation,
        };
        recommendations.push(scene.second.makes(made).await?);
    }
    scene.catch_up().await;
    let first = recommendations.first().copied();
    let action = scene.manager.makes(agreed(first)).await?;
    scene.catch_up().await;
    let reported = scene.manager.signs_and_reports(space, visit).await?;
    assert!(reported.reported, "{reported:?}");
    assert_eq!(kinds(&scene.manager).await?, ["programme-overdue"]);
    let view = scene.manager.programme(scene.programme).await?;
    assert_eq!((view.accepted.accepted, view.accepted.of), (1, 2));
    assert_eq!(view.until_verified, None, "nothing is verified");

    // Done is not verified; what is verified counts from the day of its finding.
    let done = MissionCommand::ReportAction {
        space,
        action,
        status: ActionStatus::Done,
        reason: String::new(),
        proof: "Photo of the weld".to_owned(),
    };
    scene.first.works(done).await?;
    scene.catch_up().await;
    let verified = MissionCommand::VerifyAction {
        space,
        action,
        reason: "Walked along it".to_owned(),
    };
    scene.second.works(verified).await?;
    scene.catch_up().await;
    scene.manager.signs_and_reports(space, visit).await?;
    let view = scene.manager.programme(scene.programme).await?;
    let told = view
        .until_verified
        .map(|told| (told.verified, told.longest));
    assert_eq!(told, Some((1, 0)));
    assert_eq!(kinds(&scene.manager).await?, [""; 0]);

    // What others wrote is new on the first page, under the mission.
    let today = first_page(&scene.manager).await?;
    let of_mission = |line: &&FreshLine| line.space == space;
    let fresh = today.fresh.iter().filter(of_mission);
    let kinds: Vec<_> = fresh.map(|line| (line.work, &*line.entry.kind)).collect();
    assert_eq!(kinds.first(), Some(&(Work::Mission, "action-verified")));
    Ok(())
}

impl Scene {
    /// How many ports of the programme something was reported of.
    async fn programme_ports(&self) -> anyhow::Result<usize> {
        let view = self.manager.programme(self.programme).await?;
        Ok(view
            .ports
            .iter()
            .filter(|port| port.visit.is_some())
            .count())
    }
}
