//! An organisation withdraws its people, seen by those who do it and by those who stay.

use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::PASSPHRASE;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;

use crate::withdrawal::Scene;

#[tokio::test]
async fn a_person_is_withdrawn_and_those_who_stay_go_on() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let person = scene.forensics.me().await?.person;

        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QR-A1", PASSPHRASE).await?;
        browser.visit("/organisation").await?;
        browser.wait_count("person", 3).await?;
        browser.shot("organisation-people").await?;
        let row = format!("[data-person='{person}'] [data-testid='withdraw-person']");
        browser.click(&row).await?;
        browser.wait_text("withdrawal-steps", "TIDEMARK").await?;
        browser.shot("withdrawal").await?;
        for (theme, width, height) in [("dark", 1440, 900), ("light", 820, 1180)] {
            browser.theme(theme).await?;
            browser.size(width, height).await?;
            browser.shot(&format!("withdrawal-{theme}-{width}")).await?;
        }
        browser.size(1440, 900).await?;
        browser.click("withdrawal-go").await?;
        browser.wait_text("withdrawal-state", "All done").await?;
        browser.shot("withdrawal-over").await?;
        browser.click("withdrawal-go").await?;
        browser
            .find(&format!("[data-person='{person}'].row-muted"))
            .await?;
        browser.close().await?;

        // Who stays sees what happened, and that the keys wait to be renewed.
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-P1", PASSPHRASE).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.find("frozen-groups").await?;
        browser.shot("people-frozen").await?;
        browser.click("renew-groups").await?;
        browser.wait_count("frozen-groups", 0).await?;
        browser.visit(&format!("/cases/{case}/timeline")).await?;
        browser
            .wait_text("timeline", "Lumara withdrew QR-D2")
            .await?;
        browser.shot("timeline-withdrawn").await?;
        browser.close().await?;

        // The last administrator goes; the organisation that founded the case appoints another.
        let customs = scene.customs.me().await?.person;
        let prosecutor = scene.prosecutor.me().await?.person;
        let make = Command::SetAdministrator {
            person: customs,
            administers: true,
        };
        scene.prosecutor.does(make).await?;
        scene.customs.pull().await;
        let withdraw = Command::Withdraw {
            space: case,
            person: prosecutor,
        };
        scene.customs.does(withdraw).await?;
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-C2", PASSPHRASE).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.find("vacant").await?;
        browser
            .choose("[name='person']", &customs.to_string())
            .await?;
        browser.shot("people-vacant").await?;
        browser.click("appoint").await?;
        browser
            .click("[data-testid='appoint-dialog'] [data-testid='confirm']")
            .await?;
        browser.wait_count("vacant", 0).await?;
        browser.click("renew-groups").await?;
        browser.wait_count("frozen-groups", 0).await?;
        browser.find("admit-party").await?;
        browser.close().await
    })
    .await
}
