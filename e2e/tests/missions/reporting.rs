//! From a mission to its programme.

use hawser_casework::assessment::Rating;
use hawser_e2e::server::TestServer;
use hawser_views::Command;
use hawser_views::programme::ProgrammeCommand;

use super::{Assessed, Scene};

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
