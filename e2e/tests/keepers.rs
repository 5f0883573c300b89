//! A case that names independent log keepers, of which one or all are down now and then.

use anyhow::{Context as _, ensure};
use hawser_bundle::{ZipFiles, verify};
use hawser_casework::SpaceId;
use hawser_e2e::headless::at_work;
use hawser_e2e::keeper::TestKeeper;
use hawser_e2e::person::{Person, exhibit, terms, told};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::bundle::{BundleWish, Rest};
use hawser_views::command::Standing;
use hawser_views::keepers::{KeepersView, KeepersWish};
use hawser_views::{Command, Reply};

type Done = anyhow::Result<()>;

const HOUR_S: u32 = 3600;
const HOUR_MS: i64 = 3_600_000;

/// A server, three keepers, and a prosecutor with a colleague and a case that names them.
struct Scene {
    keepers: Vec<TestKeeper>,
    server: TestServer,
    prosecutor: Person,
    colleague: Person,
    case: SpaceId,
}

impl Scene {
    async fn set() -> anyhow::Result<Self> {
        let mut keepers = Vec::new();
        for name in ["keeper.kestria", "keeper.lumara", "keeper.court"] {
            keepers.push(TestKeeper::new(name).await?);
        }
        let server = TestServer::kept_by(Storage::Sqlite, &mut keepers).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let colleague = prosecutor
            .colleague(server.origin(), ("QN-C2", "Customs investigator"))
            .await?;
        let Reply::KeepersOffered(offered) = prosecutor
            .ask(Command::KeepersOffered)
            .await
            .map_err(told)?
        else {
            anyhow::bail!("another reply");
        };
        ensure!(offered.len() == 3 && offered[2].name == "keeper.court");
        let wish = KeepersWish {
            keys: offered.into_iter().map(|keeper| keeper.key).collect(),
            max_age_s: HOUR_S,
        };
        let case = prosecutor.create_kept_case(terms("TIDEMARK"), wish).await?;
        prosecutor
            .nominate(case, &[(&colleague, "member")], true)
            .await?;
        Ok(Self {
            keepers,
            server,
            prosecutor,
            colleague,
            case,
        })
    }

    async fn view(&self, anew: bool) -> anyhow::Result<KeepersView> {
        let space = self.case;
        let asked = self.prosecutor.ask(Command::Keepers { space, anew }).await;
        match asked.map_err(told)? {
            Reply::Keepers(view) => Ok(view),
            _ => anyhow::bail!("another reply"),
        }
    }

    /// Two hours go by for everybody.
    fn later(&self) {
        self.prosecutor.profile().clock().advance(2 * HOUR_MS);
        for keeper in &self.keepers {
            keeper.advance(2 * HOUR_MS);
        }
    }

    async fn bundle(&self) -> Result<Vec<u8>, String> {
        let wish = BundleWish {
            exhibits: None,
            rest: Rest::Encrypted,
            with_files: false,
            words: Vec::new(),
        };
        let made = self.prosecutor.make_bundle(self.case, wish).await;
        made.map(|(_, bytes)| bytes).map_err(|failure| failure.code)
    }
}

fn confirmed(view: &KeepersView) -> usize {
    let all = view.keepers.iter();
    all.filter(|keeper| keeper.entries == view.entries).count()
}

#[tokio::test]
async fn people_are_let_in_and_records_leave_only_while_keepers_confirm() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        let view = scene.view(true).await?;
        ensure!((view.needed, view.max_age_s) == (2, HOUR_S));
        ensure!(confirmed(&view) == 3 && view.standing == "good", "{view:?}");
        ensure!(
            view.keepers
                .iter()
                .any(|keeper| keeper.name == "keeper.court")
        );

        // One is down: nothing waits for it, and it shows.
        scene.keepers[1].stop().await?;
        scene.later();
        ensure!(
            scene.view(false).await?.standing == "good",
            "the others were asked when somebody looked"
        );
        scene.later();
        scene.prosecutor.admit_all(scene.case).await?;
        let view = scene.view(true).await?;
        ensure!(confirmed(&view) == 2 && view.standing == "good", "{view:?}");
        let late = view
            .keepers
            .iter()
            .find(|keeper| keeper.entries < view.entries);
        let late = late.context("the one that is down")?;
        ensure!(late.name == "keeper.lumara" && late.at < view.confirmed);

        // Two are down: the case goes on, but nobody is let in and nothing leaves.
        scene.keepers[2].stop().await?;
        scene.later();
        let third = scene
            .prosecutor
            .colleague(scene.server.origin(), ("QN-C3", "Analyst"))
            .await?;
        scene
            .prosecutor
            .nominate(scene.case, &[(&third, "member")], true)
            .await?;
        let log = scene.prosecutor.log(scene.case, exhibit("Handset")).await;
        log.context("a record waits for no keeper")?;
        let before = scene.view(true).await?;
        ensure!(before.standing == "late" && before.keepers.len() == 3);
        let refused = scene.prosecutor.admit_all(scene.case).await;
        ensure!(refused.is_err_and(|error| error.to_string().contains("not-confirmed")));
        ensure!(scene.bundle().await.err().as_deref() == Some("not-confirmed"));
        ensure!(
            scene.view(false).await?.entries == before.entries,
            "nothing was written"
        );

        // Whoever goes, goes at once.
        let person = scene.colleague.me().await?.person;
        scene
            .prosecutor
            .does(Command::ChangeStanding {
                space: scene.case,
                person,
                standing: Standing::End,
                reason: "transferred".to_owned(),
                despite_matters: false,
            })
            .await?;

        // They are back.
        scene.keepers[1].start().await?;
        scene.keepers[2].start().await?;
        scene.prosecutor.admit_all(scene.case).await?;
        let bundle = scene.bundle().await.map_err(anyhow::Error::msg)?;
        let found = verify(&mut ZipFiles::open(&bundle[..])?, &mut |_| {})?;
        let names: Vec<&str> = found.confirmations.iter().map(|one| &*one.name).collect();
        ensure!(
            names.len() == 3 && names.contains(&"keeper.lumara"),
            "{names:?}"
        );
        super::bundle::second_checker_takes(&bundle)
    })
    .await
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_told_from_a_keeper_that_is_down() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        ensure!(scene.view(true).await?.standing == "good");
        let clock = scene.prosecutor.profile().clock();
        let year_ms = 365 * 24 * HOUR_MS;
        for (by, code) in [
            (-year_ms, "clock-behind-keepers"),
            (year_ms, "not-confirmed"),
        ] {
            clock.advance(by);
            ensure!(scene.view(false).await?.standing != "good");
            let refused = scene.prosecutor.admit_all(scene.case).await;
            let told = refused.err().context("admitted")?.to_string();
            ensure!(told.contains(code), "{told}");
            clock.advance(-by);
        }
        scene.prosecutor.admit_all(scene.case).await
    })
    .await
}

#[tokio::test]
async fn whoever_looks_is_told_when_the_newest_entries_are_held_back() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        ensure!(scene.view(true).await?.standing == "good");
        // As where a server shows the keepers nothing of what was written last.
        for keeper in &mut scene.keepers {
            keeper.stop().await?;
        }
        scene.prosecutor.log(scene.case, exhibit("Handset")).await?;
        let view = scene.view(false).await?;
        ensure!(view.standing == "good", "a moment is given: {view:?}");
        drop(scene.prosecutor.take_notices());
        tokio::time::sleep(std::time::Duration::from_secs(11)).await;
        ensure!(
            !scene.prosecutor.take_notices().is_empty(),
            "the page asks again"
        );
        let view = scene.view(false).await?;
        ensure!(view.standing == "newest", "{view:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_looks_from_behind_catches_up() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        scene.view(true).await?;
        scene.later();
        let elsewhere = scene
            .prosecutor
            .sign_in_elsewhere(scene.server.origin())
            .await?;
        elsewhere
            .log(scene.case, exhibit("Found meanwhile"))
            .await?;
        let view = scene.view(false).await?;
        ensure!(view.standing == "good", "{view:?}");
        ensure!(confirmed(&view) == 3, "all of it: {view:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_is_behind_catches_up_before_letting_somebody_in() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        // Everything confirmed is too old, and others have written what this browser has not heard of.
        scene.later();
        let elsewhere = scene
            .prosecutor
            .sign_in_elsewhere(scene.server.origin())
            .await?;
        let title = exhibit("Found meanwhile");
        elsewhere.log(scene.case, title).await?;
        let people = scene.prosecutor.people(scene.case).await?;
        let requests = people.nominations.into_iter().map(|one| one.request);
        scene
            .prosecutor
            .does(Command::Admit {
                space: scene.case,
                requests: requests.collect(),
            })
            .await?;
        ensure!(
            scene.prosecutor.exhibits(scene.case).await?.len() == 1,
            "it has caught up"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_keeper_whose_clock_was_wrong_counts_again_when_it_is_right() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let year_ms = 365 * 24 * HOUR_MS;
        // One is a little ahead, then right: what it confirms after that counts, though its time is an earlier one.
        scene.keepers[0].advance(240_000);
        scene.view(true).await?;
        scene.keepers[0].advance(-240_000);
        scene.prosecutor.log(scene.case, exhibit("Handset")).await?;
        let view = scene.view(true).await?;
        ensure!(confirmed(&view) == 3, "{view:?}");
        // Now by a year.
        scene.keepers[0].advance(year_ms);
        scene.later();
        let view = scene.view(true).await?;
        ensure!(view.standing == "good", "two others: {view:?}");
        scene.keepers[0].advance(-year_ms);
        scene.later();
        let mut scene = scene;
        scene.keepers[2].stop().await?;
        let view = scene.view(true).await?;
        ensure!(view.standing == "good", "the first counts again: {view:?}");
        Ok(())
    })
    .await
}
