//! New keys, seen by who draws them and by who certifies them.

use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, exhibit};
use hawser_e2e::server::{Storage, TestServer};

use crate::main_job::Scene;

const KEYS: &str = "document.querySelector('[data-testid=\"keys\"]').scrollIntoView()";

#[tokio::test]
async fn new_keys_are_drawn_compared_and_certified() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.forensics.log(case, exhibit("Handset")).await?;

        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QR-D2", PASSPHRASE).await?;
        browser.visit("/account").await?;
        browser.click("draw-keys-open").await?;
        browser.fill("draw-keys-present", PASSPHRASE).await?;
        browser.find("passphrase-noted").await?;
        browser.script(KEYS).await?;
        browser.shot("new-keys").await?;
        browser.click("passphrase-noted").await?;
        browser.click("draw-keys").await?;
        browser.find("kit-sheet").await?;
        browser.click("kit-later").await?;
        browser.click("confirm").await?;
        browser.visit("/account").await?;
        browser.find("keys-waiting").await?;
        browser.script(KEYS).await?;
        for (theme, width, height) in [
            ("light", 1440, 900),
            ("dark", 1440, 900),
            ("light", 820, 1180),
        ] {
            browser.theme(theme).await?;
            browser.size(width, height).await?;
            browser.script(KEYS).await?;
            browser
                .shot(&format!("keys-waiting-{theme}-{width}"))
                .await?;
        }
        let number = browser.text("key-number").await?;

        let office = Browser::open(server.origin()).await?;
        super::sign_in(&office, "QR-P1", PASSPHRASE).await?;
        office.visit("/organisation").await?;
        office.find("key-requests").await?;
        office.shot("key-requests").await?;
        office.click("key-request-compare").await?;
        assert_eq!(office.text("key-request-number").await?, number);
        office.shot("key-request").await?;
        office
            .click("[data-testid='key-request-dialog'] [data-testid='confirm']")
            .await?;
        office.wait_count("key-requests", 0).await?;
        office.close().await?;

        // The browser hears of it and takes the keys to the case by itself.
        browser.wait_count("keys-waiting", 0).await?;
        browser.size(1440, 900).await?;
        browser.visit(&format!("/cases/{case}/timeline")).await?;
        browser.wait_text("timeline", "QR-D2 has new keys").await?;
        browser.shot("timeline-new-keys").await?;
        browser
            .visit(&format!("/cases/{case}/evidence/{handset}"))
            .await?;
        browser.find("correct-description").await?;
        browser.close().await
    })
    .await
}
