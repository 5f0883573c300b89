//! The programme manager's day, in a real browser: what needs attention, whose it is, what got better, what next.

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::Person;
use hawser_e2e::server::{Storage, TestServer};

use super::{browser_of, paste, sign_in};

/// One of the exercise's people on the overview of programme FAIRWAY.
async fn at_fairway() -> anyhow::Result<(TestServer, Browser, String)> {
    let server = TestServer::start(Storage::Sqlite).await?;
    play(server.origin(), async || server.invite().await, |_| {}).await?;
    let known = SIGN_INS.iter().find(|(name, ..)| *name == "PM-1");
    let (name, passphrase, _) = known.context("a sign-in of the exercise")?;
    let browser = Browser::open(server.origin()).await?;
    sign_in(&browser, name, passphrase).await?;
    browser.visit("/programmes").await?;
    let href = browser.find("programme-link").await?.attr("href").await?;
    let href = href.context("a programme has an address")?;
    browser.visit(&href).await?;
    browser.find("figures").await?;
    Ok((server, browser, href))
}

#[tokio::test]
async fn ten_seconds_tell_a_manager_what_needs_attention() -> anyhow::Result<()> {
    at_work(async {
        let (_server, browser, href) = at_fairway().await?;
        browser.size(1440, 900).await?;
        browser.wait_text("figure-overdue", "3").await?;
        browser.wait_text("figure-overdue", "Ministry of Transport").await?;
        browser.wait_text("figure-worst", "Puerto Sereno").await?;
        browser.wait_text("figure-changes", "Puerto Sereno").await?;
        browser.wait_text("changes", "80").await?;
        browser.wait_text("next-days", "Trois-Mats").await?;
        // All of it without scrolling.
        for part in ["figures", "next-days", "heat", "next-actions"] {
            let top = format!(
                "return document.querySelector(\"[data-testid='{part}']\").getBoundingClientRect().top"
            );
            let top = browser.script(&top).await?;
            anyhow::ensure!(top.as_f64().is_some_and(|top| top < 800.0), "{part} begins at {top}");
        }
        // Each figure says what it counts and leads to the list behind it.
        browser.click("[data-testid='figure-overdue-definition'] > summary").await?;
        browser.click("[data-testid='figure-overdue'] a").await?;
        browser.wait_for_path(&format!("{href}/actions")).await?;
        browser.wait_count("action-row", 3).await?;
        browser.wait_text("action-table", "Ministry of Transport of Santa Brisa").await?;
        browser.find("on-time").await?;
        // The map: every port, with its figure, without a request to anywhere else.
        browser.visit(&format!("{href}/map")).await?;
        browser.wait_text("main", "Puerto Sereno").await?;
        browser.wait_text("main", "Trois-Mats").await?;
        let addresses = browser.addresses().await?;
        anyhow::ensure!(!addresses.contains("tile"), "{addresses}");
        // A port: before and after, in figures and words.
        browser.visit(&format!("{href}/ports")).await?;
        browser.wait_text("main", "Puerto Sereno").await?;
        browser.visit(&format!("{href}/risks")).await?;
        browser.wait_text("risk-matrix", "60").await?;
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn whoever_manages_ports_finds_nothing_of_a_case() -> anyhow::Result<()> {
    at_work(async {
        let (server, browser, _) = at_fairway().await?;
        browser.visit("/cases").await?;
        browser.find("no-cases").await?;
        let investigator = SIGN_INS.iter().find(|(name, ..)| *name == "QN-C2");
        let (name, passphrase, _) = investigator.context("a sign-in of the exercise")?;
        let other = Browser::open(server.origin()).await?;
        sign_in(&other, name, passphrase).await?;
        other.visit("/cases").await?;
        let case = other.find("case-link").await?.attr("href").await?;
        let case = case.context("a case has an address")?;
        browser.visit(&case).await?;
        browser.find("failure").await?;
        let text = browser.text("main").await?;
        anyhow::ensure!(!text.contains("TIDEMARK"), "{text}");
        other.visit("/programmes").await?;
        other.find("no-programmes").await?;
        other.close().await?;
        browser.close_having_seen("404").await
    })
    .await
}

#[tokio::test]
async fn a_template_is_copied_changed_checked_and_adopted() -> anyhow::Result<()> {
    at_work(async {
        let (_server, browser, href) = at_fairway().await?;
        browser.visit(&format!("{href}/templates/import")).await?;
        browser.find("import-form").await?;
        let text = "[data-testid='import-form'] textarea";
        paste(&browser, text, "{ not a template").await?;
        browser.click("import-read").await?;
        browser
            .find("[data-testid='import-form'] [aria-invalid='true']")
            .await?;
        // A cycle, a missing translation and a doubled id are each named.
        let mut template: serde_json::Value = serde_json::from_str(include_str!(
            "../../../shared/casework/data/assessment-template.json"
        ))?;
        template["domains"][0]["criteria"][0]["title"]["fr"] = "".into();
        template["domains"][1]["criteria"][0]["only_if"] = "perimeter-lighting".into();
        template["domains"][1]["criteria"][1]["only_if"] = "perimeter-barriers".into();
        template["domains"][2]["criteria"][1]["id"] = "access-unique-ids".into();
        paste(&browser, text, &template.to_string()).await?;
        browser.click("import-read").await?;
        browser.find("template-fault").await?;
        let faults = browser.text("template-faults").await?;
        for id in [
            "governance-authority",
            "perimeter-lighting",
            "access-unique-ids",
        ] {
            anyhow::ensure!(faults.contains(id), "{id} is not named: {faults}");
        }
        browser.shot("template-faults").await?;
        // More criteria than anybody asks, and still more than a file may hold.
        let one = template["domains"][0]["criteria"][0].clone();
        for (criteria, said) in [(501, "500"), (10_000, "1024 KiB")] {
            let many = (0..criteria).map(|number| {
                let mut one = one.clone();
                one["id"] = format!("governance-{number}").into();
                one
            });
            template["domains"][0]["criteria"] = many.collect();
            browser.visit(&format!("{href}/templates/import")).await?;
            paste(&browser, text, &template.to_string()).await?;
            browser.click("import-read").await?;
            browser.wait_text("main", said).await?;
        }
        browser.shot("template-too-long").await?;
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn a_port_without_position_is_followed_and_told_beside_the_map() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let manager = Person::found(&server, ("PM-1", "Manager"), ("Kestria", "QN")).await?;
        let programme = manager.open_programme("FAIRWAY").await?;
        let browser = browser_of(&server, &manager).await?;
        browser
            .visit(&format!("/programmes/{programme}/map"))
            .await?;
        browser.click("follow-first").await?;
        browser.click("port-by-hand").await?;
        browser.fill("port-name", "Punta Sin Mapa").await?;
        browser.fill("port-country", "QS").await?;
        for wrong in ["1990-01-01", "2026-02-30"] {
            browser.fill("[name='visit_planned']", wrong).await?;
            browser.click("follow-submit").await?;
            browser
                .find("[name='visit_planned'][aria-invalid='true']")
                .await?;
        }
        browser.fill("[name='visit_planned']", "2099-01-01").await?;
        browser.click("follow-submit").await?;
        browser.wait_count("dialog[open]", 0).await?;
        browser.find("map-nowhere").await?;
        browser.click("[data-testid='map-list'] > summary").await?;
        browser.wait_text("map-list", "Punta Sin Mapa").await?;
        browser.shot("map-without-position").await?;
        browser.close().await
    })
    .await
}
