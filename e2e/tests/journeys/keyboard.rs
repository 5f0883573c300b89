//! The keyboard alone: no click anywhere, and the focus always to be seen.

use anyhow::{Context as _, bail};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};
use thirtyfour::{Key, TypingData};

use super::{Desk, focused};

/// More steps than any page has places.
const STEPS: usize = 120;

/// Presses keys where the focus is.
async fn press(browser: &Browser, keys: impl Into<TypingData>) -> anyhow::Result<()> {
    let chain = browser.driver().action_chain();
    chain.send_keys(keys).perform().await?;
    Ok(())
}

/// The tab key with the shift key: one place back.
async fn step_back(browser: &Browser) -> anyhow::Result<()> {
    let chain = browser.driver().action_chain();
    let chain = chain
        .key_down(Key::Shift)
        .send_keys(Key::Tab + "")
        .key_up(Key::Shift);
    chain.perform().await?;
    Ok(())
}

/// Whether the element with the focus shows that it has it, within what is in sight.
async fn is_seen(browser: &Browser) -> anyhow::Result<bool> {
    let script = "const e = document.activeElement; if (e === document.body) return true; \
        const s = getComputedStyle(e), r = e.getBoundingClientRect(); \
        const ring = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; \
        return ring && r.bottom > 0 && r.top < innerHeight && r.width > 0 && r.height > 0;";
    Ok(browser.script(script).await?.as_bool() == Some(true))
}

/// Goes on with the tab key until the focus is there; it is seen at every place on the way.
async fn tab_to(browser: &Browser, wanted: &str) -> anyhow::Result<()> {
    browser
        .find(&format!("[data-testid='{wanted}'], [name='{wanted}']"))
        .await?;
    let mut passed = Vec::new();
    for _ in 0..STEPS {
        let now = focused(browser).await?;
        if now == wanted {
            return Ok(());
        }
        passed.push(now);
        press(browser, Key::Tab + "").await?;
        browser
            .wait("a focus that is seen", async || {
                Ok(is_seen(browser).await?.then_some(()))
            })
            .await
            .with_context(|| format!("on the way to {wanted} after {passed:?}"))?;
    }
    bail!("{wanted} is not reached by the tab key: {passed:?}")
}

#[tokio::test]
async fn from_signing_in_to_logging_an_exhibit_without_a_mouse() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let officer = Person::found(&server, ("QN-C2", "Investigator"), ("Kestria", "QN")).await?;
        let case = officer.create_case(terms("TIDEMARK")).await?;
        let opened = Browser::open(server.origin()).await?;
        let browser = &opened;
        browser.goto("/sign-in").await?;
        tab_to(browser, "sign-in-name").await?;
        press(browser, "QN-C2").await?;
        tab_to(browser, "passphrase").await?;
        press(browser, PASSPHRASE).await?;
        press(browser, Key::Enter + "").await?;
        browser.wait_for_path("/today").await?;

        tab_to(browser, "rail-cases").await?;
        press(browser, Key::Enter + "").await?;
        browser.wait_for_path("/cases").await?;
        tab_to(browser, "case-link").await?;
        press(browser, Key::Enter + "").await?;
        browser.wait_for_path(&format!("/cases/{case}")).await?;
        tab_to(browser, "log-exhibit-link").await?;
        press(browser, Key::Enter + "").await?;
        browser.find("exhibit-form").await?;

        tab_to(browser, "photo.reason").await?;
        press(browser, "no camera at hand").await?;
        tab_to(browser, "kind").await?;
        press(browser, "Device").await?;
        tab_to(browser, "description").await?;
        press(browser, "Handset").await?;
        tab_to(browser, "found.text").await?;
        press(browser, "Row 14").await?;
        browser.shot("keyboard-form").await?;
        tab_to(browser, "log-exhibit").await?;
        press(browser, " ").await?;
        browser.find("exhibit-details").await?;
        officer.pull().await;
        let exhibits = officer.exhibits(case).await?;
        assert_eq!(exhibits.len(), 1);
        assert_eq!(exhibits[0].description, "Handset");
        assert_eq!(exhibits[0].kind, "device");
        opened.close().await
    })
    .await
}

#[tokio::test]
async fn an_offer_without_a_mouse_in_a_dialog_that_keeps_and_returns_the_focus()
-> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        desk.joined_by(("QN-S3", "Exhibits store")).await?;
        let handset = desk.officer.log(desk.case, exhibit("Handset")).await?;
        let browser = &desk.browser;
        desk.turn_to(&format!("evidence/{handset}")).await?;
        tab_to(browser, "offer").await?;
        press(browser, Key::Enter + "").await?;
        browser.find("offer-form").await?;

        // The tab key stays inside, in both directions.
        let inside = "const e = document.activeElement; \
                      return e === document.body || e.closest('dialog[open]') !== null";
        let mut places = std::collections::BTreeSet::new();
        for step in 0..40 {
            if step < 20 {
                press(browser, Key::Tab + "").await?;
            } else {
                step_back(browser).await?;
            }
            let within = browser.script(inside).await?.as_bool();
            assert_eq!(within, Some(true), "the focus left the dialog");
            assert!(is_seen(browser).await?, "{}", focused(browser).await?);
            places.insert(focused(browser).await?);
        }
        for place in ["to", "purpose", "offer-submit", "dialog-close"] {
            assert!(places.contains(place), "{place} is among {places:?}");
        }

        // Escape closes and gives the focus back to what opened it.
        press(browser, Key::Escape + "").await?;
        browser.wait_count("dialog[open]", 0).await?;
        super::wait_focus(browser, "offer").await?;

        press(browser, Key::Enter + "").await?;
        browser.find("offer-form").await?;
        tab_to(browser, "to").await?;
        press(browser, "QN-S3").await?;
        tab_to(browser, "purpose").await?;
        press(browser, "Into store").await?;
        browser.shot("keyboard-offer").await?;
        tab_to(browser, "offer-submit").await?;
        press(browser, Key::Enter + "").await?;
        browser.wait_count("dialog[open]", 0).await?;
        desk.officer.pull().await;
        let handovers = desk.officer.handovers(desk.case).await?;
        let offer = handovers.from_me.first().context("the offer")?;
        assert_eq!(offer.purpose, "Into store");
        assert!(offer.to.contains("QN-S3"), "{}", offer.to);
        browser.wait_text("main", "QN-S3").await?;
        // What opened the dialog is gone; the focus is not thrown back to the beginning of the page.
        browser
            .wait("a focus within the page", async || {
                let within = "return document.activeElement.closest('main') !== null";
                Ok((browser.script(within).await?.as_bool() == Some(true)).then_some(()))
            })
            .await?;
        desk.close().await
    })
    .await
}
