//! The joint assessment of a port, from the first rating to the programme, by real agents through the real
//! interface.

use hawser_casework::assessment::{ActionStatus, Priority, Rating, Severity, VisitKind};
use hawser_casework::record::{AgreedAction, Finding, Owner, Recommendation};
use hawser_casework::{RecordId, SpaceId, Work};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::Person;
use hawser_e2e::person::exchange::text_file;
use hawser_e2e::person::mission::{judged, port};
use hawser_e2e::postgres::Cluster;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::mission::{CellPlace, MissionCommand, MissionReply};
use hawser_views::programme::ProgrammeCommand;
use hawser_views::{Command, Reply};

const BARRIERS: &str = "perimeter-barriers";
const DAY_MS: i64 = 86_400_000;

/// A mission to Port-Vellines for the programme FAIRWAY: a manager and an assessor of Kestria, an assessor of
/// Lumara, and the host authority.
struct Scene {
    manager: Person,
    first: Person,
    second: Person,
    host: Person,
    programme: SpaceId,
    followed: RecordId,
    mission: SpaceId,
}

impl Scene {
    async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let manager =
            Person::found(server, ("PM-1", "Programme manager"), ("Kestria", "QN")).await?;
        let first = manager
            .colleague(server.origin(), ("AS-1", "Port assessor"))
            .await?;
        let second = Person::found(server, ("AS-2", "Port assessor"), ("Lumara", "QR")).await?;
        let host =
            Person::found(server, ("HV-1", "Harbour master"), ("Iles Vellines", "QV")).await?;
        manager.compare_with(&second).await?;
        manager.compare_with(&host).await?;
        let programme = manager.open_programme("FAIRWAY").await?;
        let vellines = || port("Port-Vellines", "QV");
        let followed = manager.follow(programme, vellines()).await?;
        let party = host.organisation().await?.party;
        let mission = manager
            .open_mission(vellines(), Some((programme, followed)), Some(party))
            .await?;
        manager
            .nominate(mission, &[(&first, "assessor")], true)
            .await?;
        manager.admit_all(mission).await?;
        manager
            .admit_party(mission, &second, &[(&second, "assessor")])
            .await?;
        manager.admit_host(mission, &host, &[&host]).await?;
        let scene = Self {
            manager,
            first,
            second,
            host,
            programme,
            followed,
            mission,
        };
        scene.catch_up().await;
        Ok(scene)
    }

    async fn catch_up(&self) {
        for person in [&self.manager, &self.first, &self.second, &self.host] {
            person.pull().await;
        }
    }

    /// A baseline with two facilities, one cell rated by both assessors and decided, a risk, and a finding that
    /// may be released beside one that may not.
    async fn assess(&self) -> anyhow::Result<Assessed> {
        let space = self.mission;
        let visit = self
            .manager
            .open_visit(space, VisitKind::Baseline, &[], &["Fruit terminal", "Yard"])
            .await?;
        self.catch_up().await;
        let quay = self.manager.mission(space).await?.facilities[0].facility;
        let place = (Some(quay), BARRIERS);
        for (person, rating) in [(&self.first, Rating::Weak), (&self.second, Rating::Proven)] {
            let own = Person::rating(visit, place.0, place.1, rating);
            person.rates(space, own).await?;
        }
        self.catch_up().await;
        self.first
            .decides(space, visit, place, Rating::Weak)
            .await?;
        self.first
            .works(MissionCommand::AssessScenario {
                space,
                visit,
                scenario: "rip-on".to_owned(),
                judged: judged(4, 5)?,
                reason: "canary-informant in the yard".to_owned(),
            })
            .await?;
        let mut found = Vec::new();
        for (title, releasable) in [("Gap in the fence", true), ("canary-night-shift", false)] {
            let finding = Finding {
                visit,
                facility: Some(quay),
                criterion: BARRIERS.to_owned(),
                title: title.to_owned(),
                text: "A gap of 40 cm at the north corner".to_owned(),
                severity: Severity::High,
                releasable,
            };
            let raised = MissionCommand::RaiseFinding { space, finding };
            found.push(self.first.makes(raised).await?);
        }
        self.catch_up().await;
        Ok(Assessed {
            visit,
            quay,
            open: found[0],
        })
    }

    async fn share(&self, visit: RecordId, comment_due: &str) -> anyhow::Result<RecordId> {
        let shown = self.manager.releasable(self.mission, visit).await?;
        let report = self
            .manager
            .makes(MissionCommand::ShareReport {
                space: self.mission,
                visit,
                sha256: shown.sha256,
                comment_due: comment_due.to_owned(),
            })
            .await?;
        self.catch_up().await;
        Ok(report)
    }
}

/// What waits for somebody in missions.
async fn waiting(person: &Person) -> anyhow::Result<Vec<String>> {
    let Reply::Today(today) = person
        .ask(Command::Today)
        .await
        .map_err(hawser_e2e::person::told)?
    else {
        anyhow::bail!("no first page")
    };
    let lines = today.waiting.into_iter();
    let missions = lines.filter(|line| line.work == Work::Mission);
    Ok(missions.map(|line| line.kind).collect())
}

struct Assessed {
    visit: RecordId,
    quay: RecordId,
    open: RecordId,
}

async fn rated_by_two_and_decided(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let Assessed { visit, quay, .. } = scene.assess().await?;
    let place = CellPlace {
        facility: Some(quay),
        criterion: BARRIERS.to_owned(),
    };

    // Each sees their own rating, the other's beside it, and what the team decided.
    let seen = scene.second.criterion(space, visit, place.clone()).await?;
    assert_eq!(
        seen.own.map(|own| (own.rating, own.dissent)),
        Some((Rating::Proven, true))
    );
    let others: Vec<_> = seen
        .others
        .iter()
        .map(|one| (&*one.name, one.rating))
        .collect();
    assert_eq!(others, [("AS-1", Rating::Weak)]);
    let team = seen
        .team
        .map(|team| (team.rating, team.by, team.carried_from));
    assert_eq!(team, Some((Rating::Weak, "AS-1".to_owned(), None)));
    assert_eq!((seen.domain.as_str(), seen.of), ("perimeter", 64));

    // The grid says what is left to each; rating for the port as a whole covers every facility.
    let left = |grid: &hawser_views::mission::GridView| -> u32 {
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| cell.left).sum()
    };
    let before = scene.first.grid(space, visit).await?;
    assert_eq!(before.rows.len(), 3, "the port and two facilities");
    assert_eq!(left(&before), 127, "64 in each facility, but for one");
    let whole = Person::rating(visit, None, "governance-authority", Rating::Partial);
    scene.first.rates(space, whole).await?;
    let after = scene.first.grid(space, visit).await?;
    assert_eq!(left(&after), 125);
    assert_eq!(after.rows[0].cells[0].mine, 1);
    assert!(after.next.is_some());

    // A photo belongs to the rating.
    let own = scene.first.criterion(space, visit, place.clone()).await?;
    let rated = own.own.map_or(visit, |own| own.record);
    scene
        .first
        .attach(space, rated, vec![text_file("fence.txt", "canary-fence")])
        .await
        .map_err(hawser_e2e::person::told)?;
    scene.second.pull().await;
    let seen = scene.second.criterion(space, visit, place).await?;
    let photo = &seen.others[0].photos[0];
    let (_, bytes) = scene
        .second
        .open_file(space, photo.file)
        .await
        .map_err(hawser_e2e::person::told)?;
    assert_eq!(bytes, b"canary-fence");

    // Scores and risk with every figure.
    let scores = scene.second.scores(space, visit).await?;
    let perimeter = &scores.domains[1];
    assert_eq!(
        perimeter.tally.score_percent(),
        Some(25),
        "the team's alone"
    );
    let rip_on = &scores.scenarios[1];
    let risk = rip_on
        .risk
        .clone()
        .ok_or_else(|| anyhow::anyhow!("no risk"))?;
    assert_eq!((risk.sum, risk.rated), (1, 1));
    assert_eq!(
        (risk.vulnerability.get(), risk.residual, risk.inherent),
        (4, 80, 100)
    );
    assert_eq!(scores.scenarios[2].risk, None, "nobody judged it");

    // The timeline tells a rating by the criterion's title, in each language.
    let seen = scene.second.mission(space).await?;
    let told = seen.recent.iter().find(|entry| entry.kind == "rated");
    let values = told.map(|entry| &entry.values);
    let title = values.and_then(|values| values.get("criterion_fr"));
    assert!(title.is_some_and(|title| !title.is_empty()), "{values:?}");

    // A follow-up rates again only what it touches.
    let follow_up = scene
        .manager
        .open_visit(space, VisitKind::FollowUp, &[quay], &[])
        .await?;
    scene.catch_up().await;
    let scores = scene.first.scores(space, follow_up).await?;
    assert_eq!(scores.domains[1].tally.score_percent(), Some(25));
    assert_eq!(scores.domains[1].carried, 1);
    let grid = scene.first.grid(space, follow_up).await?;
    assert_eq!(left(&grid), 63, "what was carried over is not left");
    scene
        .first
        .decides(space, follow_up, (Some(quay), BARRIERS), Rating::Effective)
        .await?;
    let scores = scene.first.scores(space, follow_up).await?;
    assert_eq!(scores.domains[1].tally.score_percent(), Some(75));
    let before = scores.domains[1]
        .before
        .and_then(|before| before.score_percent());
    assert_eq!(before, Some(25));
    assert_eq!(scores.scenarios[1].before, Some(80));
    let now = scores.scenarios[1].risk.as_ref().map(|risk| risk.residual);
    assert_eq!(now, Some(40));
    server.knows_nothing_of(&[
        "canary",
        "FAIRWAY",
        "Vellines",
        "Gap in the fence",
        "barriers",
    ])
}

async fn from_finding_to_verified_action(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let Assessed { open: finding, .. } = scene.assess().await?;
    let recommendation = scene
        .second
        .makes(MissionCommand::Recommend {
            space,
            recommendation: Recommendation {
                finding,
                text: "Close the gap".to_owned(),
                priority: Priority::High,
                cost: "4,000 EUR".to_owned(),
                donor: String::new(),
            },
        })
        .await?;
    scene.catch_up().await;
    let owner = scene.first.me().await?.person;
    let action = scene
        .manager
        .makes(MissionCommand::Agree {
            space,
            action: AgreedAction {
                finding,
                recommendation: Some(recommendation),
                text: "Weld the fence".to_owned(),
                owner: Owner::Person { person: owner },
                due: "2026-01-31".to_owned(),
            },
        })
        .await?;
    scene.catch_up().await;
    assert_eq!(waiting(&scene.first).await?, ["mission-action"]);
    let moved = MissionCommand::MoveAction {
        space,
        action,
        due: "2099-01-31".to_owned(),
        reason: "The tender was late".to_owned(),
    };
    scene.manager.works(moved).await?;
    scene.catch_up().await;
    let verify = || MissionCommand::VerifyAction {
        space,
        action,
        reason: "Walked along it".to_owned(),
    };
    assert_eq!(scene.second.barred(verify()).await?, "not-done");
    scene
        .first
        .works(MissionCommand::ReportAction {
            space,
            action,
            status: ActionStatus::Done,
            reason: String::new(),
            proof: "Photo of the weld".to_owned(),
        })
        .await?;
    scene.catch_up().await;
    assert_eq!(
        waiting(&scene.first).await?,
        [""; 0],
        "nobody verifies their own"
    );
    assert_eq!(waiting(&scene.second).await?, ["mission-verify"]);
    assert_eq!(scene.first.barred(verify()).await?, "own-action");
    assert_eq!(scene.host.barred(verify()).await?, "not-an-assessor");
    scene.second.works(verify()).await?;

    // Two change the finding at once: both values are kept and shown.
    for (person, title) in [(&scene.first, "Gap of 40 cm"), (&scene.second, "Hole")] {
        let correct = Command::Correct {
            space,
            target: finding,
            field: "title".to_owned(),
            old: "Gap in the fence".to_owned(),
            new: title.to_owned(),
            why: "Measured".to_owned(),
        };
        person.does(correct).await?;
    }
    scene.catch_up().await;
    let Reply::Mission(MissionReply::Findings(findings)) = scene
        .first
        .ask(Command::Mission(MissionCommand::Findings { space }))
        .await
        .map_err(hawser_e2e::person::told)?
    else {
        anyhow::bail!("no findings")
    };
    let seen = &findings[0];
    assert_eq!((&*seen.number, &*seen.title), ("F-001", "Hole"));
    assert!(seen.changes[1].conflict);
    assert_eq!(seen.changes[1].replaced, "Gap of 40 cm");
    assert!(seen.recommendations[0].taken_up);
    let action = &seen.actions[0];
    assert_eq!(action.owner, "AS-1");
    assert!(action.days.verified.is_some());
    assert_eq!(action.days.original_due, "2026-01-31");
    assert_eq!(action.on_time, Some(false), "against the day first agreed");
    let steps: Vec<_> = action.steps.iter().map(|step| &*step.what).collect();
    assert_eq!(steps, ["moved", "done", "verified"]);
    assert_eq!(scene.first.mission(space).await?.conflicts, 1);
    Ok(())
}

async fn the_host_comments_and_signs(server: TestServer) -> anyhow::Result<()> {
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

async fn silence_is_recorded(server: TestServer) -> anyhow::Result<()> {
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

async fn reported_to_the_programme(server: TestServer) -> anyhow::Result<()> {
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

async fn hosts_do_not_learn_of_each_other(server: TestServer) -> anyhow::Result<()> {
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
    Ok(())
}

macro_rules! on_both {
    ($($name:ident => $test:path),+ $(,)?) => {
        mod sqlite {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                at_work(async { $test(TestServer::start(Storage::Sqlite).await?).await }).await
            })+
        }
        mod postgres {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                let cluster = Cluster::start()?;
                let url = cluster.database(stringify!($name)).await?;
                at_work(async { $test(TestServer::start(Storage::Postgres(url)).await?).await }).await
            })+
        }
    };
}

on_both! {
    two_assessors_rate_one_cell_and_the_team_decides => rated_by_two_and_decided,
    a_finding_becomes_an_action_that_another_verifies => from_finding_to_verified_action,
    a_host_comments_and_signs_what_it_saw => the_host_comments_and_signs,
    the_silence_of_a_host_is_recorded_after_the_day => silence_is_recorded,
    only_a_registered_reporter_counts_in_a_programme => reported_to_the_programme,
    a_host_learns_nothing_of_another_mission => hosts_do_not_learn_of_each_other,
}
