//! A bundle from the case to the court.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};

/// The published bundle of a small case.
const VECTOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/vectors/bundle.zip");

/// The bundle that the browser has saved.
async fn saved(browser: &Browser) -> anyhow::Result<PathBuf> {
    let folder = browser.downloads();
    browser
        .wait("the bundle to be saved", async || {
            let Ok(files) = std::fs::read_dir(&folder) else {
                return Ok(None);
            };
            Ok(files
                .filter_map(Result::ok)
                .map(|file| file.path())
                .find(|path| path.extension().is_some_and(|end| end == "zip")))
        })
        .await
}

async fn give(browser: &Browser, path: PathBuf) -> anyhow::Result<()> {
    browser.give_files("verify-file", &[path]).await
}

#[tokio::test]
async fn a_court_checks_without_network_what_a_prosecutor_made() -> anyhow::Result<()> {
    at_work(async {
        let mut server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let case = prosecutor.create_case(terms("TIDEMARK")).await?;
        prosecutor.log(case, exhibit("Handset")).await?;
        prosecutor.log(case, exhibit("Letter of a source")).await?;
        prosecutor.log(case, exhibit("Envelope")).await?;
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-P1", PASSPHRASE).await?;
        browser.visit(&format!("/cases/{case}/record")).await?;
        browser.click("bundle-open").await?;
        browser.find("bundle-form").await?;
        browser.click("bundle-make").await?;
        browser.find("bundle-none").await?;
        browser.click("bundle-exhibit").await?;
        browser.shot("bundle").await?;
        browser.click("bundle-make").await?;
        let folder = tempfile::tempdir()?;
        let bundle = folder.path().join("bundle.zip");
        std::fs::copy(saved(&browser).await?, &bundle)?;
        browser.wait_count("bundle-form", 0).await?;
        browser.close().await?;

        // Somebody else, at another computer, who has no account here.
        let court = Browser::open(server.origin()).await?;
        court.goto("/verify").await?;
        court.wait_text("verify", "Nothing leaves this computer").await?;
        court.find("verify-proves").await?;
        court.shot("verify").await?;
        court
            .wait("the page to be kept for times without network", async || {
                let script = "return (async () => (await caches.keys()).length > 0 \
                    && !!(await caches.match('/hawser-verifier_bg.wasm')) && !!(await caches.match('/')) \
                    && !!(await navigator.serviceWorker.getRegistration())?.active)()";
                Ok((court.script(script).await?.as_bool() == Some(true)).then_some(()))
            })
            .await?;
        tokio::time::timeout(Duration::from_secs(20), server.stop())
            .await
            .context("the server stops")??;
        court.goto("/verify").await?;
        court.find("verify-proves").await?;
        give(&court, bundle.clone()).await?;
        court.wait_text("verify-good", "complete up to entry").await?;
        court.wait_text("verify-exhibit", "Handset").await?;
        court.wait_count("verify-exhibit", 1).await?;
        court.wait_text("verify-withheld", "does not concern").await?;
        court.shot("verify-good").await?;
        assert!(!court.text("verify").await?.contains("source"));

        // One byte, and it says where.
        let mut bytes = std::fs::read(&bundle)?;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        let damaged = folder.path().join("damaged.zip");
        std::fs::write(&damaged, &bytes)?;
        give(&court, damaged).await?;
        court.find("verify-wrong").await?;
        court.shot("verify-wrong").await?;
        let letter = folder.path().join("letter.pdf");
        std::fs::write(&letter, b"%PDF-1.7 and so on")?;
        give(&court, letter).await?;
        court.find("verify-unreadable").await?;
        court.shot("verify-unreadable").await?;
        // The next good one is taken as if nothing had been.
        give(&court, VECTOR.into()).await?;
        court.wait_text("verify-good", "entry 19").await?;
        court.wait_text("verify-exhibit", "handset, black").await?;
        court.close_having_seen("ERR_CONNECTION_REFUSED").await
    })
    .await
}

#[tokio::test]
async fn who_does_not_lead_is_told_who_can_make_a_bundle() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let customs = prosecutor
            .colleague(server.origin(), ("QN-C2", "Customs investigator"))
            .await?;
        let case = prosecutor.create_case(terms("TIDEMARK")).await?;
        prosecutor
            .nominate(case, &[(&customs, "member")], true)
            .await?;
        prosecutor.admit_all(case).await?;
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-C2", PASSPHRASE).await?;
        browser.visit(&format!("/cases/{case}/record")).await?;
        browser.find("bundle-not-allowed").await?;
        assert_eq!(browser.count("bundle-open").await?, 0);
        // But checks one, from within as well, and comes back.
        browser.click("rail-verify").await?;
        give(&browser, VECTOR.into()).await?;
        browser.wait_text("verify-good", "entry 19").await?;
        browser.click("rail-today").await?;
        browser.wait_for_path("/today").await?;
        browser.close().await
    })
    .await
}
