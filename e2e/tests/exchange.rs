//! Exchange with a third State under check, by real agents through the real interface.

use anyhow::Context as _;
use hawser_casework::record::SubmissionOutcome;
use hawser_casework::{Handling, Onward, RecordId};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::exchange::{otherwise, passing, text_file};
use hawser_e2e::person::{Person, exhibit, terms};
use hawser_e2e::postgres::Cluster;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;
use hawser_views::exchange::ExchangeCommand;

use crate::main_job::Scene;

/// Kestria and Lumara with Santa Brisa, a third State of limited access.
struct Third {
    scene: Scene,
    officer: Person,
    colleague: Person,
}

impl Third {
    async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let scene = Scene::set(server).await?;
        let officer = Person::found(
            server,
            ("QS-C4", "Container unit officer"),
            ("Santa Brisa", "QS"),
        )
        .await?;
        let colleague = officer
            .colleague(server.origin(), ("QS-C5", "Container unit officer"))
            .await?;
        scene.prosecutor.compare_with(&officer).await?;
        let people = [(&officer, "leader"), (&colleague, "member")];
        scene
            .prosecutor
            .admit_third_state(scene.case, &officer, &people)
            .await?;
        let third = Self {
            scene,
            officer,
            colleague,
        };
        third.catch_up().await;
        Ok(third)
    }

    async fn catch_up(&self) {
        let scene = &self.scene;
        for person in [
            &scene.prosecutor,
            &scene.customs,
            &scene.forensics,
            &scene.other_prosecutor,
            &self.officer,
            &self.colleague,
        ] {
            person.pull().await;
        }
    }
}

async fn checked_and_passed_on(server: TestServer) -> anyhow::Result<()> {
    let third = Third::set(&server).await?;
    let scene = &third.scene;
    let case = scene.case;
    let files = vec![
        text_file("loading-1.txt", "canary-loading-photo"),
        text_file("weighbridge.txt", "canary-weighbridge"),
        text_file("gate-log.txt", "canary-gate-log with a name"),
    ];
    third
        .officer
        .sends(case, "Loading of QXAU4100728", files, Handling::default())
        .await?;
    third.catch_up().await;

    // The desk has three items; the rest of the team has nothing, not even a line.
    let desk = scene.prosecutor.exchange(case).await?;
    assert_eq!(desk.waiting, 3);
    let items: Vec<RecordId> = desk.submissions[0]
        .items
        .iter()
        .map(|item| item.item)
        .collect();
    let team = scene.customs.exchange(case).await?;
    assert!(team.submissions.is_empty() && team.shares.is_empty() && team.waiting == 0);
    // The sender's colleague sees what their own State sent.
    assert_eq!(third.colleague.exchange(case).await?.submissions.len(), 1);

    let customs = scene.customs.me().await?.person;
    let forensics = scene.forensics.me().await?.person;
    let pass = passing(&[customs, forensics]);
    scene
        .prosecutor
        .does(Person::decision(case, items[0], pass.clone()))
        .await?;
    scene
        .prosecutor
        .does(Person::decision(
            case,
            items[1],
            otherwise(SubmissionOutcome::Returned, "Not of this container"),
        ))
        .await?;
    // A redacted copy takes the place of the original, which stays at the desk.
    let copy = vec![text_file("gate-log-redacted.txt", "canary-gate-log")];
    scene
        .prosecutor
        .attach(case, items[2], copy)
        .await
        .map_err(hawser_e2e::person::told)?;
    let desk = scene.prosecutor.exchange(case).await?;
    let redacted = desk.submissions[0].items[2].copies[0].file;
    let mut decision = pass.clone();
    decision.outcome = SubmissionOutcome::PassedRedacted;
    decision.reason = "Name of a bystander".to_owned();
    decision.instead = Some(redacted);
    scene
        .prosecutor
        .does(Person::decision(case, items[2], decision))
        .await?;
    // Decided once is decided.
    let again = Person::decision(case, items[0], pass);
    assert_eq!(scene.prosecutor.refused(again).await?, "already-decided");
    third.catch_up().await;

    let own = third.officer.exchange(case).await?;
    let outcomes: Vec<&str> = own.submissions[0]
        .items
        .iter()
        .map(|item| item.outcome.as_str())
        .collect();
    assert_eq!(outcomes, ["passed-on", "returned", "passed-redacted"]);
    assert_eq!(own.submissions[0].items[1].reason, "Not of this container");

    let team = scene.customs.exchange(case).await?;
    assert_eq!(team.shares.len(), 2);
    let names: Vec<&str> = team
        .shares
        .iter()
        .flat_map(|share| share.files.iter().map(|file| file.name.as_str()))
        .collect();
    assert!(names.contains(&"loading-1.txt") && names.contains(&"gate-log-redacted.txt"));
    assert!(!names.contains(&"gate-log.txt") && !names.contains(&"weighbridge.txt"));
    let passed = team
        .shares
        .iter()
        .find(|share| share.files[0].name == "loading-1.txt")
        .context("the photo was passed on")?;
    assert_eq!(passed.files[0].author, "QS-C4", "authorship survives");
    assert_eq!((passed.files[0].downloaded, passed.files[0].of), (0, 2));

    // Who downloads is noted, byte for byte what was sent.
    let opened = scene.customs.open(case, passed.files[0].file).await?;
    assert_eq!(opened, b"canary-loading-photo");
    scene.prosecutor.pull().await;
    let known = scene.prosecutor.exchange(case).await?;
    let file = known
        .shares
        .iter()
        .flat_map(|share| &share.files)
        .find(|file| file.name == "loading-1.txt")
        .context("the photo was passed on")?;
    assert_eq!((file.downloaded, file.of), (1, 2));
    // What was not passed on cannot be had, even by its name.
    assert!(scene.customs.open(case, items[2]).await.is_err());
    server.knows_nothing_of(&["canary-", "Not of this container", "Name of a bystander"])?;
    Ok(())
}

#[tokio::test]
async fn what_a_third_state_sends_is_checked_item_by_item() -> anyhow::Result<()> {
    at_work(async { checked_and_passed_on(TestServer::start(Storage::Sqlite).await?).await }).await
}

#[tokio::test]
async fn the_same_on_postgresql() -> anyhow::Result<()> {
    at_work(async {
        let cluster = Cluster::start()?;
        let url = cluster.database("checked_and_passed_on").await?;
        checked_and_passed_on(TestServer::start(Storage::Postgres(url)).await?).await
    })
    .await
}

async fn shared_with(server: TestServer) -> anyhow::Result<()> {
    let third = Third::set(&server).await?;
    let scene = &third.scene;
    let case = scene.case;
    let mut logged = exhibit("Bolt seal, broken");
    let seal = scene.customs.log(case, logged.clone()).await?;
    logged.description = "Something else entirely".to_owned();
    logged.handling.onward = Onward::NotToThirdStates;
    let kept = scene.customs.log(case, logged).await?;
    let photo = vec![text_file("seal.txt", "canary-seal-photo")];
    scene
        .customs
        .attach(case, seal, photo)
        .await
        .map_err(hawser_e2e::person::told)?;
    let photo = scene.customs.exhibit(case, seal).await?.files[0].file;
    third.catch_up().await;
    let officer = third.officer.me().await?.person;
    let colleague = third.colleague.me().await?.person;

    let addressees = [officer, colleague];
    // Without the necessity check nothing goes; with a limit on it, nothing goes either.
    let mut unchecked = Person::share(case, &[photo], &addressees);
    if let Command::Exchange(ExchangeCommand::Share { share, .. }) = &mut unchecked {
        share.necessity = false;
    }
    assert_eq!(scene.customs.refused(unchecked).await?, "form");
    let limited = Person::share(case, &[kept], &addressees);
    assert_eq!(scene.customs.refused(limited).await?, "onward-limit");
    scene
        .customs
        .does(Person::share(case, &[seal, photo], &addressees))
        .await?;
    third.catch_up().await;

    let seen = third.officer.exchange(case).await?;
    assert_eq!(seen.shares.len(), 1);
    assert_eq!(seen.shares[0].author, "QN-C2");
    assert_eq!(seen.shares[0].exhibits[0].2, "Bolt seal, broken");
    // Nothing else: no exhibit, no line about anybody's work, no number of entries.
    assert!(third.officer.exhibits(case).await?.is_empty());
    let line = &third.officer.cases().await?[0];
    assert_eq!(
        (line.title.as_str(), line.standing.as_str()),
        ("TIDEMARK", "leader")
    );
    let timeline = third.officer.timeline(case).await?;
    assert!(
        timeline
            .iter()
            .all(|line| !format!("{:?}", line.values).contains("Something else")),
    );
    let opened = third.officer.open(case, photo).await?;
    assert_eq!(opened, b"canary-seal-photo");
    third.catch_up().await;
    let told = scene.customs.exchange(case).await?;
    assert_eq!(
        (
            told.shares[0].files[0].downloaded,
            told.shares[0].files[0].of
        ),
        (1, 2)
    );
    // What is checked of the case record holds for who reads a part of it.
    let check = third.officer.check_record(case).await?;
    assert_eq!(check.fault, None);
    assert_eq!(check.withheld, 0);

    // A request, read and answered.
    let party = third.officer.organisation().await?.party;
    let request = scene
        .customs
        .requests(case, party, "Gate log of week 21")
        .await?;
    third.catch_up().await;
    third
        .officer
        .does(Command::Exchange(ExchangeCommand::MarkRead {
            space: case,
            request,
        }))
        .await?;
    third.catch_up().await;
    let asked = scene.customs.exchange(case).await?;
    assert_eq!(asked.requests[0].read[0].0, "QS-C4");

    // Whoever asked learns that it is answered once the answer is passed on, and not before.
    let Command::Exchange(ExchangeCommand::Submit {
        space,
        mut submission,
    }) = Person::submission(case, "Gate log", 0, Handling::default())
    else {
        anyhow::bail!("no submission")
    };
    submission.answers = Some(request);
    let submit = Command::Exchange(ExchangeCommand::Submit { space, submission });
    let answer: RecordId = third.officer.creates(submit).await?;
    third.catch_up().await;
    let before = scene.customs.exchange(case).await?;
    assert_eq!(before.requests[0].answered, None);
    let customs = scene.customs.me().await?.person;
    scene
        .prosecutor
        .does(Person::decision(case, answer, passing(&[customs])))
        .await?;
    third.catch_up().await;
    let after = scene.customs.exchange(case).await?;
    assert!(after.requests[0].answered.is_some());
    Ok(())
}

#[tokio::test]
async fn a_third_state_sees_what_is_shared_with_it_and_nothing_else() -> anyhow::Result<()> {
    at_work(async { shared_with(TestServer::start(Storage::Sqlite).await?).await }).await
}

#[tokio::test]
async fn nothing_is_sent_before_a_controller_is_designated() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let officer = Person::found(&server, ("QS-C4", "Officer"), ("Santa Brisa", "QS")).await?;
        prosecutor.compare_with(&officer).await?;
        let mut terms = terms("TIDEMARK");
        terms.controller.clear();
        let case = prosecutor.create_case(terms).await?;
        prosecutor
            .admit_third_state(case, &officer, &[(&officer, "leader")])
            .await?;
        officer.pull().await;
        let send = Person::submission(case, "Loading list", 0, Handling::default());
        assert_eq!(officer.refused(send.clone()).await?, "no-controller");
        let view = officer.exchange(case).await?;
        assert_eq!(view.partners[0].controller, "");
        assert_eq!(
            view.administrators,
            [("QN-P1".to_owned(), "Kestria".to_owned())]
        );

        let record = prosecutor.case(case).await?.terms_record;
        let record = record.context("the administrator can correct the terms")?;
        prosecutor
            .does(Command::Correct {
                space: case,
                target: record,
                field: "controller".to_owned(),
                old: String::new(),
                new: "Prosecution service of Kestria".to_owned(),
                why: "Designated in the agreement's annex".to_owned(),
            })
            .await?;
        officer.pull().await;
        officer.does(send).await?;
        assert_eq!(
            officer.exchange(case).await?.partners[0].controller,
            "Prosecution service of Kestria"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nobody_but_an_administrator_decides() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let third = Third::set(&server).await?;
        let scene = &third.scene;
        let case = scene.case;
        let secretariat = scene
            .prosecutor
            .colleague(server.origin(), ("QN-N1", "Secretariat"))
            .await?;
        scene
            .prosecutor
            .nominate(case, &[(&secretariat, "support")], true)
            .await?;
        scene.prosecutor.admit_all(case).await?;
        let item = third
            .officer
            .sends(case, "Gate log", Vec::new(), Handling::default())
            .await?;
        third.catch_up().await;
        secretariat.pull().await;
        let customs = scene.customs.me().await?.person;
        for person in [&secretariat, &scene.customs, &third.officer] {
            let code = person
                .refused(Person::decision(case, item, passing(&[customs])))
                .await?;
            assert!(
                ["unknown-item", "not-administrator"].contains(&code.as_str()),
                "{code}"
            );
        }
        let view = secretariat.exchange(case).await?;
        assert!(!view.decides && !view.may_share && view.submissions.is_empty());
        // An administrator who has gone in the meantime decides nothing any more.
        scene
            .prosecutor
            .does(Command::ChangeRole {
                space: case,
                person: scene.other_prosecutor.me().await?.person,
                role: "administrator".to_owned(),
                reason: "Second administrator".to_owned(),
            })
            .await?;
        third.catch_up().await;
        assert_eq!(scene.other_prosecutor.exchange(case).await?.waiting, 1);
        scene
            .prosecutor
            .does(Command::ChangeStanding {
                space: case,
                person: scene.other_prosecutor.me().await?.person,
                standing: hawser_views::command::Standing::End,
                reason: "Left the service".to_owned(),
                despite_matters: true,
            })
            .await?;
        let late = Person::decision(case, item, passing(&[customs]));
        let code = scene.other_prosecutor.refused(late).await?;
        assert!(
            ["access-ended", "forbidden"].contains(&code.as_str()),
            "{code}"
        );
        Ok(())
    })
    .await
}
