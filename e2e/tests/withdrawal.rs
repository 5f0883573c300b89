//! Organisations take back their people, and work goes on without them.

use hawser_casework::{SpaceId, Work};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, exhibit, happened_now, terms, told};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::command::Standing;
use hawser_views::organisation::WithdrawalLine;
use hawser_views::{Command, Reply};

/// Kestria's case, with two people of Lumara whose administrator is no member of it.
pub struct Scene {
    /// Founder and administrator, of Kestria.
    pub prosecutor: Person,
    /// Member, of Kestria.
    pub customs: Person,
    /// Administrator of Lumara, no member.
    pub lumara: Person,
    /// Member, of Lumara.
    pub forensics: Person,
    /// Leader, of Lumara.
    pub examiner: Person,
    /// Their case.
    pub case: SpaceId,
}

impl Scene {
    /// Everyone is there and has caught up.
    pub async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let origin = server.origin();
        let found = async |who, organisation| {
            Person::register(origin, &server.invite().await?, who, Some(organisation)).await
        };
        let prosecutor = found(("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let customs = prosecutor
            .colleague(origin, ("QN-C2", "Customs investigator"))
            .await?;
        let lumara = found(("QR-A1", "Head of unit"), ("Lumara", "QR")).await?;
        let forensics = lumara
            .colleague(origin, ("QR-D2", "Digital forensics"))
            .await?;
        let examiner = lumara.colleague(origin, ("QR-D3", "Examiner")).await?;
        prosecutor.compare_with(&lumara).await?;
        let case = prosecutor.create_case(terms("TIDEMARK")).await?;
        prosecutor
            .nominate(case, &[(&customs, "member")], true)
            .await?;
        prosecutor.admit_all(case).await?;
        let people = [(&forensics, "member"), (&examiner, "leader")];
        prosecutor.admit_party(case, &lumara, &people).await?;
        for person in [&customs, &forensics, &examiner] {
            person.pull().await;
        }
        Ok(Self {
            prosecutor,
            customs,
            lumara,
            forensics,
            examiner,
            case,
        })
    }
}

async fn plan(by: &Person, of: &Person) -> anyhow::Result<Vec<WithdrawalLine>> {
    let person = of.me().await?.person;
    let plan = by.ask(Command::WithdrawalPlan { person }).await;
    match plan.map_err(told)? {
        Reply::WithdrawalPlan(lines) => Ok(lines),
        _ => anyhow::bail!("no plan"),
    }
}

async fn lines(of: &Person, case: SpaceId) -> anyhow::Result<Vec<String>> {
    let timeline = Command::Timeline {
        space: case,
        offset: 0,
        limit: 50,
        by_happened: false,
    };
    match of.ask(timeline).await.map_err(told)? {
        Reply::Timeline(timeline) => Ok(timeline
            .entries
            .into_iter()
            .map(|line| format!("{} {}", line.kind, line.author))
            .collect()),
        _ => anyhow::bail!("no timeline"),
    }
}

#[tokio::test]
async fn an_organisation_takes_its_person_out_of_a_case_that_its_administrator_never_saw()
-> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let person = scene.forensics.me().await?.person;
        let handset = scene.forensics.log(case, exhibit("Handset")).await?;

        let found = plan(&scene.lumara, &scene.forensics).await?;
        let line = WithdrawalLine {
            space: case,
            work: Work::Case,
            title: "TIDEMARK".to_owned(),
        };
        assert_eq!(found, [line]);
        // Nobody asks for others, and nobody for themselves.
        let ask = Command::WithdrawalPlan { person };
        assert_eq!(scene.prosecutor.refused(ask.clone()).await?, "not-found");
        assert_eq!(scene.forensics.refused(ask).await?, "not-administrator");
        let withdraw = Command::Withdraw {
            space: case,
            person,
        };
        assert_eq!(
            scene.prosecutor.refused(withdraw.clone()).await?,
            "wrong-organisation"
        );
        let other = Command::Withdraw {
            space: case,
            person: scene.customs.me().await?.person,
        };
        assert_eq!(scene.lumara.refused(other).await?, "wrong-organisation");

        scene.lumara.does(withdraw.clone()).await?;
        scene.lumara.does(Command::RevokePerson { person }).await?;
        scene.lumara.does(withdraw).await?;
        assert!(plan(&scene.lumara, &scene.forensics).await?.is_empty());
        let people = scene.lumara.organisation().await?.people;
        assert!(people.iter().any(|one| one.person == person && !one.active));

        // Out at once; what was open stays readable.
        scene.forensics.pull().await;
        let seen = scene.forensics.cases().await?;
        assert_eq!(seen[0].standing, "ended");
        let log = Command::LogExhibit {
            space: case,
            exhibit: exhibit("Another"),
            happened: happened_now(),
        };
        assert_eq!(scene.forensics.refused(log).await?, "access-ended");

        // Whoever writes next renews the keys first, and everybody who is left reads it.
        scene.customs.pull().await;
        let people = scene.customs.people(case).await?;
        assert_eq!(people.frozen, ["team"]);
        assert!(people.renewable && !people.vacant);
        let later = scene.customs.log(case, exhibit("Second handset")).await?;
        assert!(scene.customs.people(case).await?.frozen.is_empty());
        for member in [&scene.prosecutor, &scene.examiner] {
            member.pull().await;
            let seen = member.exhibit(case, later).await?;
            assert_eq!(seen.line.description, "Second handset");
            assert_eq!(member.exhibit(case, handset).await?.line.holder, "QR-D2");
        }
        let shown = lines(&scene.prosecutor, case).await?;
        assert!(
            shown.contains(&"organisation-withdrew Lumara".to_owned()),
            "{shown:?}"
        );
        assert!(
            shown.contains(&"keys-renewed QN-C2".to_owned()),
            "{shown:?}"
        );
        let Reply::Record(check) = scene
            .prosecutor
            .ask(Command::CheckRecord { space: case })
            .await
            .map_err(told)?
        else {
            anyhow::bail!("no check");
        };
        assert_eq!(check.fault, None);
        assert!(check.unreadable.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_who_write_at_once_after_somebody_left_lose_nothing() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let person = scene.forensics.me().await?.person;
        let withdraw = Command::Withdraw {
            space: case,
            person,
        };
        scene.lumara.does(withdraw).await?;
        for member in [&scene.customs, &scene.prosecutor, &scene.examiner] {
            member.pull().await;
        }
        let (one, other) = tokio::join!(
            scene.customs.log(case, exhibit("One")),
            scene.prosecutor.log(case, exhibit("Other")),
        );
        let (one, other) = (one?, other?);
        for member in [&scene.customs, &scene.prosecutor, &scene.examiner] {
            member.pull().await;
            assert_eq!(member.exhibit(case, one).await?.line.description, "One");
            assert_eq!(member.exhibit(case, other).await?.line.description, "Other");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_the_last_administrator_is_taken_back_the_founding_organisation_appoints_another()
-> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let (prosecutor, customs) = (
            scene.prosecutor.me().await?.person,
            scene.customs.me().await?.person,
        );
        // The founder makes a colleague the second administrator of Kestria, who takes the founder back.
        let make = |administers| Command::SetAdministrator {
            person: customs,
            administers,
        };
        assert_eq!(
            scene.customs.refused(make(true)).await?,
            "not-administrator"
        );
        scene.prosecutor.does(make(true)).await?;
        scene.prosecutor.does(make(true)).await?;
        scene.customs.pull().await;
        assert_eq!(scene.customs.refused(make(false)).await?, "not-root-holder");
        let appoint = |person| Command::AppointAdministrator {
            space: case,
            person,
        };
        assert_eq!(
            scene.customs.refused(appoint(customs)).await?,
            "administrators-left"
        );
        let withdraw = Command::Withdraw {
            space: case,
            person: prosecutor,
        };
        scene.customs.does(withdraw).await?;
        let revoke = Command::RevokePerson { person: prosecutor };
        scene.customs.does(revoke).await?;
        let people = scene.customs.people(case).await?;
        assert!(people.vacant && people.appoints);
        assert_eq!(
            scene
                .lumara
                .refused(appoint(scene.examiner.me().await?.person))
                .await?,
            "not-founding-organisation"
        );
        scene.customs.does(appoint(customs)).await?;
        let people = scene.customs.people(case).await?;
        assert!(people.administers && !people.vacant && people.renewable);
        scene
            .customs
            .does(Command::RenewGroups { space: case })
            .await?;
        assert!(scene.customs.people(case).await?.frozen.is_empty());
        // The new administrator does all that the old one did.
        let examiner = scene.examiner.me().await?.person;
        scene.examiner.pull().await;
        let suspend = Command::ChangeStanding {
            space: case,
            person: examiner,
            standing: Standing::Suspend,
            reason: "Leave".to_owned(),
            despite_matters: false,
        };
        scene.customs.does(suspend).await?;
        scene.forensics.pull().await;
        let later = scene.customs.log(case, exhibit("Third handset")).await?;
        scene.forensics.pull().await;
        let seen = scene.forensics.exhibit(case, later).await?;
        assert_eq!(seen.line.description, "Third handset");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_administrator_whose_own_access_ended_still_takes_back_their_people()
-> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = crate::main_job::Scene::set(&server).await?;
        let case = scene.case;
        let (lumara, person) = (
            scene.other_prosecutor.me().await?.person,
            scene.forensics.me().await?.person,
        );
        scene.forensics.log(case, exhibit("Handset")).await?;
        let end = Command::ChangeStanding {
            space: case,
            person: lumara,
            standing: Standing::End,
            reason: "Left the team".to_owned(),
            despite_matters: true,
        };
        scene.prosecutor.does(end).await?;
        scene.prosecutor.pull().await;
        // In a browser that was never there.
        let elsewhere = scene
            .other_prosecutor
            .sign_in_elsewhere(server.origin())
            .await?;
        assert_eq!(plan(&elsewhere, &scene.forensics).await?.len(), 1);
        elsewhere
            .does(Command::Withdraw {
                space: case,
                person,
            })
            .await?;
        scene.forensics.pull().await;
        assert_eq!(scene.forensics.cases().await?[0].standing, "ended");
        let log = Command::LogExhibit {
            space: case,
            exhibit: exhibit("Another"),
            happened: happened_now(),
        };
        assert_eq!(elsewhere.refused(log).await?, "access-ended");
        Ok(())
    })
    .await
}
