//! From the case to the court: a bundle made by real agents, checked without them.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::process::{Command as Program, Stdio};

use anyhow::{Context as _, ensure};
use hawser_bundle::{Fault, ZipFiles, verify};
use hawser_casework::{Custodian, RecordId, SpaceId};
use hawser_e2e::demonstration::{play, sample_bundle};
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::chunk_native::FileSource;
use hawser_e2e::person::{acceptance, exhibit, told};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::bundle::{BundleFindings, BundleWish, Ground, Naming, Rest};
use hawser_views::{Command, Reply};

use super::main_job::Scene;

type Done = anyhow::Result<()>;

fn checked(bundle: &[u8]) -> Result<BundleFindings, Fault> {
    verify(&mut ZipFiles::open(bundle)?, &mut |_| {})
}

fn wish(exhibits: Option<Vec<RecordId>>, rest: Rest) -> BundleWish {
    BundleWish {
        exhibits,
        rest,
        with_files: true,
        words: Vec::new(),
    }
}

/// A case with a handset, which was handed over, its photo, and a letter.
struct Evidence {
    scene: Scene,
    case: SpaceId,
    handset: RecordId,
    photo: Vec<u8>,
}

const LETTER: &str = "Letter naming a source";

impl Evidence {
    async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let scene = Scene::set(server).await?;
        let case = scene.case;
        let handset = scene.customs.log(case, exhibit("Handset")).await?;
        let photo: Vec<u8> = (0..5_000_000_u32).map(|index| (index >> 7) as u8).collect();
        let source = FileSource::bytes(photo.clone());
        let files = vec![(source.picked("table & chair.jpg", "image/jpeg"), source)];
        let attached = scene.customs.attach(case, handset, files).await;
        ensure!(attached.map_err(told)?.is_empty(), "all was sent");
        let person = scene.prosecutor.me().await?.person;
        let offer = scene
            .customs
            .offers(case, &[handset], Custodian::Member { person })
            .await?;
        scene.prosecutor.pull().await;
        scene
            .prosecutor
            .does(acceptance(case, offer, handset))
            .await?;
        scene.prosecutor.log(case, exhibit(LETTER)).await?;
        Ok(Self {
            scene,
            case,
            handset,
            photo,
        })
    }
}

/// The checker that was written from docs/PROTOCOL.md alone comes to the same.
pub(super) fn second_checker_takes(bundle: &[u8]) -> Done {
    let folder = tempfile::tempdir()?;
    let zip = folder.path().join("bundle.zip");
    std::fs::write(&zip, bundle)?;
    let cache = std::env::var("HAWSER_CACHE").context("scripts/environment names HAWSER_CACHE")?;
    let checker = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/second_checker/check_bundle.py"
    );
    let output = Program::new(format!("{cache}/python/bin/python"))
        .arg(checker)
        .arg(&zip)
        .output()?;
    ensure!(output.status.success(), "{output:?}");
    Ok(())
}

#[tokio::test]
async fn a_prosecutor_hands_over_what_a_court_can_check_alone() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let evidence = Evidence::set(&server).await?;
        let prosecutor = &evidence.scene.prosecutor;
        let (picked, bundle) = prosecutor
            .make_bundle(evidence.case, wish(None, Rest::Encrypted))
            .await
            .map_err(told)?;
        ensure!(
            picked.name.starts_with("bundle-TIDEMARK-20"),
            "{}",
            picked.name
        );
        drop(server);
        let found = checked(&bundle)?;
        ensure!(found.title == "TIDEMARK", "{}", found.title);
        ensure!(found.made_by.name == "QN-P1" && found.made_by.party == "Kestria");
        ensure!(found.exhibits.len() == 2 && found.refused.is_empty());
        ensure!(found.unreadable.is_empty() && found.withheld.is_empty() && found.encrypted == 0);
        let handset = &found.exhibits[0];
        ensure!(handset.holder == "QN-P1", "{}", handset.holder);
        let steps: Vec<&str> = handset.chain.iter().map(|step| &*step.kind).collect();
        ensure!(steps == ["logged", "offered", "accepted"], "{steps:?}");
        ensure!(handset.files[0].path.is_some());
        // What any program for ZIP files takes out of it is the file that was attached.
        let folder = tempfile::tempdir()?;
        let zip = folder.path().join("bundle.zip");
        std::fs::write(&zip, &bundle)?;
        let path = handset.files[0].path.clone().context("a path")?;
        let unpacked = Program::new("python3")
            .args(["-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.buffer.write(z.read(sys.argv[2]))"])
            .arg(&zip)
            .arg(&path)
            .stderr(Stdio::inherit())
            .output()?;
        ensure!(unpacked.stdout == evidence.photo, "byte for byte");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_exhibit_goes_to_court_and_the_source_stays_unnamed() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let evidence = Evidence::set(&server).await?;
        let prosecutor = &evidence.scene.prosecutor;
        for rest in [
            Rest::Encrypted,
            Rest::Withheld {
                ground: Ground::SourceProtection,
            },
        ] {
            let chosen = wish(Some(vec![evidence.handset]), rest);
            let (_, bundle) = prosecutor
                .make_bundle(evidence.case, chosen)
                .await
                .map_err(told)?;
            let found = checked(&bundle)?;
            ensure!(found.exhibits.len() == 1 && found.refused.is_empty());
            ensure!(found.exhibits[0].holder == "QN-P1");
            ensure!(found.exhibits[0].files.len() == 1);
            let withheld = !found.withheld.is_empty();
            ensure!(
                withheld == (rest != Rest::Encrypted),
                "{:?}",
                found.withheld
            );
            ensure!(
                found
                    .withheld
                    .iter()
                    .all(|one| one.ground == Ground::SourceProtection)
            );
            second_checker_takes(&bundle)?;
            // QR-D2 had nothing to do with it: their name is not told.
            let names: BTreeSet<&str> = found.signers.iter().map(|one| one.name.as_str()).collect();
            ensure!(!names.contains("QR-D2"), "{names:?}");
            let prosecutor = found.signers.iter().find(|one| one.name == "QN-P1");
            ensure!(
                prosecutor.is_some_and(|one| one.naming == Naming::Certified),
                "the name is that of the key"
            );
            ensure!(found.unknown_from.is_none(), "nothing hides at the end");
            for canary in [LETTER, "QR-D2"] {
                ensure!(
                    memchr::memmem::find(&bundle, canary.as_bytes()).is_none(),
                    "{canary} stands in the bundle"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_does_not_lead_makes_no_bundle() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let evidence = Evidence::set(&server).await?;
        let Evidence { scene, case, .. } = &evidence;
        let plan = Command::BundlePlan { space: *case };
        for (person, allowed) in [
            (&scene.prosecutor, true),
            (&scene.other_prosecutor, true),
            (&scene.customs, false),
            (&scene.forensics, false),
        ] {
            person.pull().await;
            let Ok(Reply::BundlePlan(plan)) = person.ask(plan.clone()).await else {
                anyhow::bail!("no plan")
            };
            ensure!(plan.allowed == allowed, "{}", person.sign_in_name);
            ensure!(plan.exhibits.len() == 2);
            let made = person.make_bundle(*case, wish(None, Rest::Encrypted)).await;
            match made {
                Ok((_, bundle)) => {
                    let found = checked(&bundle)?;
                    ensure!(allowed && found.made_by.name == person.sign_in_name);
                }
                Err(failure) => {
                    ensure!(
                        !allowed && failure.code == "may-not-make-bundle",
                        "{}",
                        failure.code
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_bundle_of_the_exercise_holds() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let bundle = sample_bundle(server.origin()).await?;
        let found = checked(&bundle)?;
        ensure!(found.title.contains("TIDEMARK"), "{}", found.title);
        ensure!(found.unreadable.is_empty(), "{:?}", found.unreadable);
        ensure!(found.refused.is_empty(), "{:?}", found.refused);
        ensure!(found.exhibits.len() >= 10, "{}", found.exhibits.len());
        let disputed = found
            .exhibits
            .iter()
            .filter(|one| one.custody == "disputed");
        ensure!(disputed.count() == 1, "the discs");
        let there = found
            .exhibits
            .iter()
            .flat_map(|one| &one.files)
            .filter(|file| file.path.is_some());
        ensure!(there.count() > 3, "its photos");
        second_checker_takes(&bundle)?;
        let mut report = Vec::new();
        let mut zip = ZipFiles::open(&bundle[..])?;
        let length = hawser_bundle::Files::list(&mut zip)?
            .into_iter()
            .find(|(path, _)| path == "report.html")
            .context("a report")?
            .1;
        report.resize(length as usize, 0);
        hawser_bundle::Files::read(&mut zip, "report.html", 0, &mut report)?;
        let mut text = String::new();
        report.as_slice().read_to_string(&mut text)?;
        ensure!(text.contains("QXAU") && !text.contains("<script"));
        Ok(())
    })
    .await
}
