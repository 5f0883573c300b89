//! A case that names independent log keepers, seen by the people who rely on it.

use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::keeper::TestKeeper;
use hawser_e2e::person::{PASSPHRASE, Person};
use hawser_e2e::server::{Storage, TestServer};

const INTO_VIEW: &str = "document.querySelector('[data-testid=\"keepers\"]').scrollIntoView()";
const TWO_HOURS_MS: i64 = 2 * 3_600_000;

#[tokio::test]
async fn log_keepers_are_chosen_and_it_is_seen_when_they_are_late() -> anyhow::Result<()> {
    at_work(async {
        let mut keepers = [
            TestKeeper::new("keeper.kestria.example").await?,
            TestKeeper::new("keeper.lumara.example").await?,
        ];
        let server = TestServer::kept_by(Storage::Sqlite, &mut keepers).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let customs = prosecutor
            .colleague(server.origin(), ("QN-C2", "Customs investigator"))
            .await?;
        // What they confirm now is two hours old already.
        for keeper in &keepers {
            keeper.advance(-TWO_HOURS_MS);
        }
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-P1", PASSPHRASE).await?;
        browser.visit("/cases/new").await?;
        for (field, text) in [
            ("[name='title']", "TIDEMARK"),
            ("[name='purpose']", "Cocaine in reefers"),
            ("[name='controller']", "Prosecution office"),
        ] {
            browser.fill(field, text).await?;
        }
        browser.choose("[name='starts']", "2026-11-01").await?;
        browser.choose("[name='ends']", "2027-10-31").await?;
        browser
            .choose("[name='status']", "bound-member-state")
            .await?;
        browser
            .wait_text("keepers-part", "keeper.lumara.example")
            .await?;
        browser.choose("[name='max-age']", "3600").await?;
        browser.shot("new-case-keepers").await?;
        browser.click("create-case").await?;
        browser
            .wait_text("keepers-overdue", "nobody can be admitted")
            .await?;
        browser.shot("case-keepers-overdue").await?;

        let case = prosecutor.cases().await?[0].space;
        prosecutor.pull().await;
        prosecutor
            .nominate(case, &[(&customs, "member")], true)
            .await?;
        let admitted = prosecutor.admit_all(case).await;
        assert!(admitted.is_err_and(|error| error.to_string().contains("not-confirmed")));

        browser.visit(&format!("/cases/{case}/record")).await?;
        browser.wait_count("keeper-line", 2).await?;
        browser
            .wait_text("keepers-table", "keeper.kestria.example")
            .await?;
        browser.script(INTO_VIEW).await?;
        browser.shot("record-keepers-overdue").await?;
        for keeper in &keepers {
            keeper.advance(TWO_HOURS_MS);
        }
        browser.click("keepers-ask").await?;
        browser
            .wait_text("keepers-state", "Confirmed by 2 of 2")
            .await?;
        browser.wait_count("keepers-overdue", 0).await?;
        browser.find("keepers-confirmed").await?;
        browser.script(INTO_VIEW).await?;
        browser.shot("record-keepers").await?;
        for (theme, width, height) in [("dark", 1440, 900), ("light", 820, 1180)] {
            browser.theme(theme).await?;
            browser.size(width, height).await?;
            browser.script(INTO_VIEW).await?;
            browser
                .shot(&format!("record-keepers-{theme}-{width}"))
                .await?;
        }
        // The page hears of what is appended elsewhere, and of its confirmation.
        let entries = browser.text("keeper-line").await?;
        prosecutor.admit_all(case).await?;
        browser
            .wait("a newer state to be confirmed", async || {
                let now = browser.text("keeper-line").await?;
                Ok((now != entries && now.contains("all")).then_some(()))
            })
            .await?;
        browser.close().await
    })
    .await
}
