//! What others do shows by itself: on the timeline, on the first page, and where two change the same.

use hawser_casework::{Happened, HowKnown, Moment};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{exhibit, happened_now};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::{Command, Reply};

use super::browser_of;
use crate::main_job::Scene;

const HOUR_MS: i64 = 3_600_000;

/// The entry of the timeline that says this, as its kind, whether it is marked as new, and its text.
async fn entry(browser: &Browser, says: &str) -> anyhow::Result<(String, bool, String)> {
    let find = "const entry = [...document.querySelectorAll(\"[data-testid='entry']\")]\
        .find(entry => entry.textContent.includes(arguments[0])); \
        return entry ? [entry.dataset.kind, entry.classList.contains('entry-unseen'), entry.innerText] : null";
    browser
        .wait(&format!("an entry that says {says:?}"), async || {
            let found = browser.driver().execute(find, vec![says.into()]).await?;
            Ok(serde_json::from_value(found.json().clone()).ok())
        })
        .await
}

#[tokio::test]
async fn what_one_logs_shows_on_the_others_timeline_and_first_page() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let reads = browser_of(&server, &scene.forensics).await?;
        reads.visit(&format!("/cases/{case}/timeline")).await?;
        reads.find("timeline").await?;
        reads.click("mark-seen").await?;
        reads.wait_count(".entry-unseen", 0).await?;

        let writes = browser_of(&server, &scene.customs).await?;
        writes.visit(&format!("/cases/{case}/evidence/new")).await?;
        writes.choose("[name='kind']", "device").await?;
        writes.fill("[name='description']", "Handset in a boot").await?;
        writes.fill("[name='found.text']", "Canteen, locker 12").await?;
        writes
            .fill("[name='photo.reason']", "Taken over from another agency")
            .await?;
        writes.click("log-exhibit").await?;
        writes.find("holder").await?;

        // Without a reload, marked as new.
        let (kind, unseen, _) = entry(&reads, "Handset in a boot").await?;
        assert_eq!((kind.as_str(), unseen), ("exhibit-logged", true));
        reads.shot("live-timeline-new").await?;
        reads.visit("/today").await?;
        reads.wait_text("fresh", "Handset in a boot").await?;
        reads.wait_text("today-summary", "1 new").await?;

        // Recorded long after it happened: it says so, with both times and the reason.
        let now = happened_now().at;
        let happened = Happened {
            at: Moment {
                utc_ms: now.utc_ms - 7 * HOUR_MS,
                ..now
            },
            known: HowKnown::Observed,
            late_reason: Some("No network in the hold".to_owned()),
        };
        scene.customs.pull().await;
        scene
            .customs
            .does(Command::LogExhibit {
                space: case,
                exhibit: exhibit("Pallet label"),
                happened,
            })
            .await?;
        reads.wait_text("fresh", "Pallet label").await?;
        reads.wait_text("today-summary", "2 new").await?;
        reads.shot("live-today").await?;
        reads.visit(&format!("/cases/{case}/timeline")).await?;
        let (_, unseen, text) = entry(&reads, "Pallet label").await?;
        assert!(unseen);
        assert!(text.contains("Late entry"), "{text}");
        assert!(text.contains("No network in the hold"), "{text}");
        let (_, _, text) = entry(&reads, "Handset in a boot").await?;
        assert!(!text.contains("Late entry"), "{text}");
        reads.wait_count("entry-late", 1).await?;

        // In the order of the record the late one is the newest; by what happened it is not.
        let order = "const texts = [...document.querySelectorAll(\"[data-testid='entry']\")].map(e => e.textContent); \
            const at = what => texts.findIndex(text => text.includes(what)); \
            return at('Pallet label') < at('Handset in a boot')";
        assert_eq!(reads.script(order).await?, false);
        reads.click("order-recorded").await?;
        reads
            .wait("the order of the record", async || {
                Ok((reads.script(order).await? == true).then_some(()))
            })
            .await?;
        reads.shot("live-timeline-late").await?;
        reads.click("mark-seen").await?;
        reads.wait_count(".entry-unseen", 0).await?;
        reads.visit("/today").await?;
        reads.wait_text("fresh", "Nothing new.").await?;
        reads.close().await?;
        writes.close().await
    })
    .await
}

#[tokio::test]
async fn what_one_wrote_oneself_is_not_new() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        scene
            .customs
            .does(Command::MarkSeen { space: case })
            .await?;
        scene.customs.log(case, exhibit("Handset")).await?;
        let Ok(Reply::Today(today)) = scene.customs.ask(Command::Today).await else {
            anyhow::bail!("no first page");
        };
        assert_eq!((today.fresh_count, today.fresh.len()), (0, 0));
        Ok(())
    })
    .await
}

/// Opens the form that corrects the description, and fills it.
async fn correct(browser: &Browser, new: &str, why: &str) -> anyhow::Result<()> {
    browser.click("correct-description").await?;
    let form = "[data-testid='correct-form']";
    browser.fill(&format!("{form} [name='new']"), new).await?;
    browser.fill(&format!("{form} [name='why']"), why).await
}

#[tokio::test]
async fn two_correct_the_same_at_once_and_both_values_stay() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.customs.log(case, exhibit("Black handset")).await?;
        let page = format!("/cases/{case}/evidence/{handset}");
        let first = browser_of(&server, &scene.customs).await?;
        let second = browser_of(&server, &scene.forensics).await?;
        first.visit(&page).await?;
        second.visit(&page).await?;
        correct(&first, "Black handset, cracked", "Seen in daylight").await?;
        correct(&second, "Dark blue handset", "Seen in the laboratory").await?;
        first.click("correct-submit").await?;
        first
            .wait_text("corrections", "Black handset, cracked")
            .await?;
        assert_eq!(first.count("correction-conflict").await?, 0);
        // The second has the form open with what they saw, and what they typed stays.
        second
            .wait_text("corrections", "Black handset, cracked")
            .await?;
        second.wait_text("correct-old", "Black handset").await?;
        second.click("correct-submit").await?;
        second.wait_count("dialog[open]", 0).await?;
        for browser in [&first, &second] {
            browser
                .wait_text("correction-conflict", "Both values are kept")
                .await?;
            browser.wait_count("correction", 2).await?;
            for value in [
                "Black handset, cracked",
                "Dark blue handset",
                "Seen in daylight",
                "Seen in the laboratory",
                "QN-C2",
                "QR-D2",
            ] {
                browser.wait_text("corrections", value).await?;
            }
            browser.wait_text(".exhibit-marks", "Changed twice").await?;
        }
        second.shot("live-conflict").await?;
        scene.prosecutor.pull().await;
        let view = scene.prosecutor.exhibit(case, handset).await?;
        assert_eq!(view.exhibit.description, "Dark blue handset");
        assert!(view.line.conflict);
        let kept: Vec<_> = view
            .corrections
            .iter()
            .map(|one| (one.new.as_str(), one.conflict))
            .collect();
        assert_eq!(
            kept,
            [
                ("Black handset, cracked", false),
                ("Dark blue handset", true)
            ]
        );

        // Whoever has seen both settles it by one more correction.
        correct(&first, "Dark blue handset, cracked", "Both are right").await?;
        first.click("correct-submit").await?;
        first.wait_count("correction", 3).await?;
        scene.prosecutor.pull().await;
        let view = scene.prosecutor.exhibit(case, handset).await?;
        assert_eq!(view.exhibit.description, "Dark blue handset, cracked");
        assert!(!view.line.conflict, "it is settled");
        for browser in [&first, &second] {
            browser.wait_count("correction", 3).await?;
            browser.wait_count("correction-conflict", 0).await?;
            browser
                .wait("no mark of a conflict", async || {
                    let marks = browser.text(".exhibit-marks").await?;
                    Ok((!marks.contains("Changed twice")).then_some(()))
                })
                .await?;
            browser
                .wait_text("main", "Dark blue handset, cracked")
                .await?;
        }
        first.shot("live-conflict-settled").await?;
        first.close().await?;
        second.close().await
    })
    .await
}
