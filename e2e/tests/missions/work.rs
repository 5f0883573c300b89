//! Rating, deciding, and from a finding to a verified action.

use hawser_casework::assessment::{ActionStatus, Priority, Rating, VisitKind};
use hawser_casework::record::{AgreedAction, Owner, Recommendation};
use hawser_e2e::person::Person;
use hawser_e2e::person::exchange::text_file;
use hawser_e2e::server::TestServer;
use hawser_views::mission::{CellPlace, MissionCommand, MissionReply};
use hawser_views::{Command, Reply};

use super::{Assessed, BARRIERS, Scene, waiting};

pub(super) async fn rated_by_two_and_decided(server: TestServer) -> anyhow::Result<()> {
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

pub(super) async fn from_finding_to_verified_action(server: TestServer) -> anyhow::Result<()> {
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

/// Rating 64 criteria in three facilities by touch: each answer comes before the next is pressed.
pub(super) async fn rating_by_touch(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let space = scene.mission;
    let names = ["Fruit terminal", "Container yard", "Cold store"];
    let visit = scene
        .manager
        .open_visit(space, VisitKind::Baseline, &[], &names)
        .await?;
    scene.catch_up().await;
    let mut rated = 0;
    let mut next = scene.first.grid(space, visit).await?.next;
    while let Some(place) = next {
        let own = Person::rating(visit, place.facility, &place.criterion, Rating::Effective);
        scene.first.rates(space, own).await?;
        rated += 1;
        next = scene.first.criterion(space, visit, place).await?.next_left;
    }
    assert_eq!(rated, 192, "each criterion in each facility, once");
    let grid = scene.first.grid(space, visit).await?;
    assert_eq!(grid.next, None);
    let size = serde_json::to_string(&grid)?.len();
    assert!(size < 5_000, "ids and numbers only: {size} bytes");
    let seen = scene.first.mission(space).await?;
    assert_eq!(seen.visits[0].progress[0].rated, 192);
    assert_eq!((seen.visits[0].cells, seen.visits[0].decided), (192, 0));
    Ok(())
}
