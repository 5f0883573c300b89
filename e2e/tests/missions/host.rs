//! What a host authority reads, says and signs, and what it never learns.

use std::collections::BTreeSet;

use hawser_casework::assessment::Rating;
use hawser_e2e::person::exchange::text_file;
use hawser_e2e::person::mission::port;
use hawser_e2e::person::{Person, told};
use hawser_e2e::server::TestServer;
use hawser_views::mission::MissionCommand;
use hawser_views::record::RecordCheck;
use hawser_views::{Command, Reply};

use super::{Assessed, BARRIERS, Scene, waiting};

const DAY_MS: i64 = 86_400_000;

pub(super) async fn the_host_comments_and_signs(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;

    // The host learns of the port and the days, and of nothing of the team's.
    let Assessed { visit, quay, open } = scene.assess().await?;
    let page = scene.host.host_page(space).await?;
    assert_eq!(
        page.port.map(|port| port.name).as_deref(),
        Some("Port-Vellines")
    );
    assert_eq!(page.visits.len(), 1);
    assert!(page.reports.is_empty() && page.speaks);
    assert_eq!(page.managers, [("PM-1".to_owned(), "Kestria".to_owned())]);
    let seen = scene.host.mission(space).await?;
    assert!(seen.host_reader && seen.visits.is_empty() && seen.facilities.is_empty());
    assert_eq!(seen.standing, "host");
    for command in [
        MissionCommand::Grid { space, visit },
        MissionCommand::Scores { space, visit },
        MissionCommand::Releasable { space, visit },
    ] {
        assert_eq!(scene.host.barred(command).await?, "unknown-visit");
    }

    // What it forges changes nothing.
    let forged = Person::rating(visit, Some(quay), BARRIERS, Rating::Proven);
    let rate = MissionCommand::Rate {
        space,
        rating: forged,
    };
    assert_eq!(scene.host.barred(rate).await?, "not-an-assessor");
    let files = vec![text_file("no-gap.txt", "no gap")];
    let attached = scene.host.attach(space, open, files).await;
    assert_eq!(
        attached.map_err(|failure| failure.code).err().as_deref(),
        Some("not-an-assessor")
    );
    scene.catch_up().await;
    let scores = scene.first.scores(space, visit).await?;
    assert_eq!(scores.domains[1].tally.score_percent(), Some(25));

    // What was shown is what is shared.
    let shown = scene.manager.releasable(space, visit).await?;
    assert_eq!((shown.report.findings.len(), shown.withheld), (1, Some(1)));
    let readers: Vec<_> = shown.readers.iter().map(|(party, _)| &**party).collect();
    assert_eq!(readers, ["Iles Vellines", "Kestria", "Lumara"]);
    let stale = MissionCommand::ShareReport {
        space,
        visit,
        sha256: "00".repeat(32),
        comment_due: "2099-01-31".to_owned(),
    };
    assert_eq!(scene.manager.barred(stale.clone()).await?, "report-changed");
    assert_eq!(scene.first.barred(stale).await?, "report-changed");
    let by_assessor = MissionCommand::ShareReport {
        space,
        visit,
        sha256: shown.sha256.clone(),
        comment_due: "2099-01-31".to_owned(),
    };
    assert_eq!(scene.first.barred(by_assessor).await?, "not-a-manager");
    let report = scene.share(visit, "2099-01-31").await?;

    assert_eq!(waiting(&scene.host).await?, ["mission-comment"]);
    let page = scene.host.host_page(space).await?;
    let read = &page.reports[0];
    assert_eq!(read.report, shown.report);
    assert!(read.can_comment && read.can_sign && read.withheld.is_none());
    let text = serde_json::to_string(&page.reports)?;
    assert!(!text.contains("canary"), "what stays with the team");
    scene
        .host
        .makes(MissionCommand::Comment {
            space,
            report,
            item: Some(open),
            text: "Closed in March".to_owned(),
        })
        .await?;
    let signing = |sha256: &str| MissionCommand::SignOff {
        space,
        report,
        sha256: sha256.to_owned(),
    };
    let other = signing(&"00".repeat(32));
    assert_eq!(scene.host.barred(other).await?, "report-hash-mismatch");
    assert_eq!(
        scene.first.barred(signing(&shown.sha256)).await?,
        "not-the-host"
    );
    scene.host.works(signing(&shown.sha256)).await?;
    assert_eq!(
        scene.host.barred(signing(&shown.sha256)).await?,
        "already-signed"
    );
    scene.catch_up().await;
    let page = scene.second.host_page(space).await?;
    let seen = &page.reports[0];
    assert_eq!(
        (&*seen.comments[0].by, seen.comments[0].late),
        ("HV-1", false)
    );
    assert_eq!(seen.signatures[0].by, "HV-1");
    let silence = MissionCommand::RecordSilence { space, report };
    assert_eq!(scene.manager.barred(silence).await?, "comment-still-open");

    // A browser that was never here reads the same.
    let elsewhere = scene.host.sign_in_elsewhere(server.origin()).await?;
    assert_eq!(
        elsewhere.host_page(space).await?.reports[0].sha256,
        shown.sha256
    );
    let Ok(Reply::Record(check)) = elsewhere.ask(Command::CheckRecord { space }).await else {
        anyhow::bail!("no check")
    };
    assert_eq!(check.fault, None);
    assert!(check.unreadable.is_empty());
    Ok(())
}

pub(super) async fn silence_is_recorded(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let Assessed { visit, .. } = scene.assess().await?;
    let today = scene.manager.programme(scene.programme).await?.as_of;
    let report = scene.share(visit, &today).await?;
    let silence = || MissionCommand::RecordSilence { space, report };
    assert_eq!(scene.manager.barred(silence()).await?, "comment-still-open");
    scene.manager.profile().clock().advance(DAY_MS);
    assert_eq!(scene.first.barred(silence()).await?, "not-a-manager");
    assert!(scene.manager.host_page(space).await?.reports[0].can_record_silence);
    assert_eq!(waiting(&scene.manager).await?, ["mission-silence"]);
    scene.manager.works(silence()).await?;
    assert!(scene.manager.mission(space).await?.visits[0].host.silent);
    assert_eq!(scene.manager.barred(silence()).await?, "host-has-answered");
    Ok(())
}

pub(super) async fn hosts_do_not_learn_of_each_other(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let Assessed { visit, .. } = scene.assess().await?;
    let other = Person::found(&server, ("HS-1", "Port director"), ("Santa Brisa", "QS")).await?;
    scene.manager.compare_with(&other).await?;
    let party = other.organisation().await?.party;
    let second = scene
        .manager
        .open_mission(port("Puerto Sereno", "QS"), None, Some(party))
        .await?;
    scene.manager.admit_host(second, &other, &[&other]).await?;
    other.pull().await;
    scene.host.pull().await;

    let names = |lines: Vec<hawser_views::mission::MissionLine>| -> Vec<String> {
        lines.into_iter().map(|line| line.port).collect()
    };
    assert_eq!(names(other.missions().await?), ["Puerto Sereno"]);
    assert_eq!(names(scene.host.missions().await?), ["Port-Vellines"]);
    for command in [
        MissionCommand::View {
            space: scene.mission,
        },
        MissionCommand::Host {
            space: scene.mission,
        },
        MissionCommand::Grid {
            space: scene.mission,
            visit,
        },
    ] {
        assert_eq!(other.barred(command).await?, "not-found");
    }
    let people = other.mission(second).await?.people;
    let named: Vec<_> = people.iter().map(|person| &*person.name).collect();
    assert_eq!(named, ["PM-1", "HS-1"], "its own people, and who manages");

    // Whoever brought the host in and is no member counts, dates and names no more than the host.
    let clerk = other.colleague(server.origin(), ("HS-2", "Clerk")).await?;
    let party = other.organisation().await?.party;
    let third = scene
        .manager
        .open_mission(port("La Garza", "QS"), None, Some(party));
    let space = third.await?;
    scene.manager.admit_host(space, &other, &[&clerk]).await?;
    scene
        .manager
        .nominate(space, &[(&scene.first, "assessor")], true)
        .await?;
    scene.manager.admit_all(space).await?;
    for person in [&other, &clerk] {
        person.pull().await;
    }
    let check = async |person: &Person| -> anyhow::Result<RecordCheck> {
        match person.ask(Command::CheckRecord { space }).await {
            Ok(Reply::Record(check)) => Ok(check),
            Ok(_) => anyhow::bail!("no check"),
            Err(failure) => Err(told(failure)),
        }
    };
    let (hers, of_host) = (check(&other).await?, check(&clerk).await?);
    assert!(
        hers.entries <= of_host.entries && hers.withheld == 0,
        "{hers:?}"
    );
    let signers = hers.signers.iter().map(|(_, party, _)| party.as_str());
    let signers: BTreeSet<_> = signers.collect();
    assert!(signers.len() <= 2, "its own, and who manages: {signers:?}");
    let Ok(Reply::People(people)) = other.ask(Command::People { space }).await else {
        anyhow::bail!("no people")
    };
    let own = party;
    assert!(
        people
            .members
            .iter()
            .all(|member| member.party == own || member.name == "PM-1"),
        "{:?}",
        people.members
    );
    Ok(())
}
