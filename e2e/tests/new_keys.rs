//! People who suspect an old browser draw new keys, and everything goes on with them.

use anyhow::Context as _;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, told};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::account::KeysView;
use hawser_views::{Command, Reply};

use crate::main_job::Scene;

const NEW_PASSPHRASE: &str = "anchor velvet harbour sextant maple tundra";

async fn draw(person: &Person) -> anyhow::Result<()> {
    let draw = Command::DrawKeys {
        present: PASSPHRASE.to_owned(),
        new: NEW_PASSPHRASE.to_owned(),
    };
    match person.ask(draw).await.map_err(told)? {
        Reply::Kit(kit) => assert_ne!(kit.groups, person.kit.groups),
        _ => anyhow::bail!("no kit"),
    }
    Ok(())
}

async fn keys(person: &Person) -> anyhow::Result<KeysView> {
    match person.ask(Command::Keys).await.map_err(told)? {
        Reply::Keys(keys) => Ok(keys),
        _ => anyhow::bail!("no keys"),
    }
}

/// Until new keys have come to every space.
async fn spread(person: &Person) -> anyhow::Result<()> {
    for _ in 0..100 {
        person.pull().await;
        let keys = keys(person).await?;
        if keys.waiting.is_none() && keys.behind == 0 {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("{:?}", keys(person).await?)
}

#[tokio::test]
async fn new_keys_are_compared_certified_and_taken_everywhere() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.forensics.log(case, exhibit("Handset")).await?;
        let suspected = scene.forensics.sign_in_elsewhere(server.origin()).await?;
        let before = keys(&scene.forensics).await?;
        assert_eq!((before.generation, before.waiting), (1, None));

        draw(&scene.forensics).await?;
        let waiting = keys(&scene.forensics).await?;
        assert_eq!(
            waiting.generation, 1,
            "not in use before they are certified"
        );
        let number = waiting.waiting.context("new keys wait")?;
        let refused = suspected.refused(Command::Sessions).await?;
        assert_eq!(refused, "not-signed-in");
        // Work goes on with the old keys meanwhile.
        let meanwhile = scene.forensics.log(case, exhibit("Meanwhile")).await?;

        let lumara = &scene.other_prosecutor;
        let asked = lumara.organisation().await?.key_requests;
        assert_eq!(asked.len(), 1);
        assert_eq!(
            (&asked[0].name, &asked[0].number),
            (&"QR-D2".to_owned(), &number)
        );
        assert!(
            scene
                .prosecutor
                .organisation()
                .await?
                .key_requests
                .is_empty()
        );
        let person = scene.forensics.me().await?.person;
        let certify = |number: &str| Command::CertifyKeys {
            person,
            number: number.to_owned(),
        };
        let other = format!("{}{}", &number[1..], &number[..1]);
        assert_eq!(lumara.refused(certify(&other)).await?, "key-number-differs");
        assert_eq!(
            scene.prosecutor.refused(certify(&number)).await?,
            "not-found"
        );
        lumara.does(certify(&number)).await?;
        assert!(lumara.organisation().await?.key_requests.is_empty());
        // Another administrator may have been quicker: what was meant is so.
        lumara.does(certify(&number)).await?;
        assert_eq!(lumara.refused(certify(&other)).await?, "not-found");

        spread(&scene.forensics).await?;
        assert_eq!(keys(&scene.forensics).await?.generation, 2);
        // Nobody of Lumara can renew what people of Kestria hold, as they have not compared it in the case yet.
        scene.customs.pull().await;
        scene.customs.log(case, exhibit("Between")).await?;
        scene.forensics.pull().await;
        let later = scene.forensics.log(case, exhibit("Later")).await?;
        for member in [&scene.prosecutor, &scene.customs, lumara] {
            member.pull().await;
            for (exhibit, holder) in [(handset, "QR-D2"), (meanwhile, "QR-D2"), (later, "QR-D2")] {
                assert_eq!(member.exhibit(case, exhibit).await?.line.holder, holder);
            }
            let Reply::Record(check) = member
                .ask(Command::CheckRecord { space: case })
                .await
                .map_err(told)?
            else {
                anyhow::bail!("no check");
            };
            assert_eq!(check.fault, None);
            assert!(check.unreadable.is_empty());
        }
        let people = scene.prosecutor.people(case).await?;
        let shown = people.members.iter().find(|one| one.person == person);
        assert!(shown.is_some_and(|one| one.name_verified && one.can_open == one.of));

        // In a browser that was never used before, with the new passphrase, all of it opens.
        let elsewhere = scene
            .forensics
            .sign_in_elsewhere_with(server.origin(), NEW_PASSPHRASE)
            .await?;
        for exhibit in [handset, meanwhile, later] {
            assert_eq!(elsewhere.exhibit(case, exhibit).await?.line.holder, "QR-D2");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_keeps_the_root_certifies_their_own_new_keys() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        draw(&scene.prosecutor).await?;
        spread(&scene.prosecutor).await?;
        assert_eq!(keys(&scene.prosecutor).await?.generation, 2);
        assert!(scene.prosecutor.me().await?.administers);
        // In the name of the organisation as before.
        let colleague = scene
            .prosecutor
            .colleague(server.origin(), ("QN-C3", "Analyst"))
            .await?;
        scene
            .prosecutor
            .nominate(case, &[(&colleague, "member")], true)
            .await?;
        scene.prosecutor.admit_all(case).await?;
        colleague.pull().await;
        let logged = colleague.log(case, exhibit("Handset")).await?;
        for member in [&scene.prosecutor, &scene.customs, &scene.forensics] {
            member.pull().await;
            assert_eq!(member.exhibit(case, logged).await?.line.holder, "QN-C3");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_keyring_that_could_not_be_stored_is_not_gone_on_with() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let here = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let there = here.sign_in_elsewhere(server.origin()).await?;
        let typed = here
            .kit
            .confirm
            .iter()
            .map(|index| here.kit.groups[*index].clone())
            .collect::<Vec<_>>();
        let confirm = Command::ConfirmKit { groups: typed };
        here.ask(confirm.clone()).await.map_err(told)?;
        // The other browser does not know of it: nothing of what it stores may take its place.
        for _ in 0..2 {
            assert_eq!(there.refused(confirm.clone()).await?, "version-moved");
        }
        let change = Command::ChangePassphrase {
            present: PASSPHRASE.to_owned(),
            new: NEW_PASSPHRASE.to_owned(),
        };
        assert_eq!(there.refused(change).await?, "version-moved");
        here.sign_in_elsewhere(server.origin()).await?;
        Ok(())
    })
    .await
}
