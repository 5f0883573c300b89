//! Every page of the exercise, in both themes and sizes: no accessibility
//! fault, no console error; the screenshots of the README come from here.

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::at_work;
use hawser_e2e::server::{Storage, TestServer};

use super::exercise::{OF_EXCHANGE, OF_PORTS, OfPerson, at_work_as, name_of, open};
use super::sign_in;

fn axe() -> anyhow::Result<String> {
    let modules = std::env::var("HAWSER_NODE_MODULES")
        .context("HAWSER_NODE_MODULES names the folder of axe-core")?;
    Ok(std::fs::read_to_string(format!(
        "{modules}/axe-core/axe.min.js"
    ))?)
}

/// Accessibility faults of the page as it is now.
async fn faults(browser: &Browser, axe: &str) -> anyhow::Result<Vec<String>> {
    // Through the driver, as the page's own policy lets no script in.
    browser
        .driver()
        .cdp()
        .send_raw("Runtime.evaluate", serde_json::json!({"expression": axe}))
        .await?;
    let run = "const done = arguments[arguments.length - 1]; \
        axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}) \
        .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + \
        (n.any[0] ? n.any[0].message : '')).slice(0, 3).join(' | '))), e => done(['axe failed: ' + e]));";
    let found = browser.driver().execute_async(run, Vec::new()).await?;
    Ok(serde_json::from_value(found.json().clone())?)
}

#[tokio::test]
async fn every_page_is_accessible_in_light_and_dark() -> anyhow::Result<()> {
    at_work(async {
        let axe = axe()?;
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let browser = Browser::open(server.origin()).await?;
        let mut wrong = Vec::new();
        browser.goto("/sign-in").await?;
        browser.find("sign-in-name").await?;
        wrong.extend(looked_at(&browser, &axe, "sign-in").await?);
        sign_in(&browser, SIGN_INS[1].0, SIGN_INS[1].1).await?;
        browser.find("today-summary").await?;
        browser.find("exercise-mark").await?;
        wrong.extend(looked_at(&browser, &axe, "today").await?);
        browser.visit("/cases").await?;
        browser.find("case-row").await?;
        wrong.extend(looked_at(&browser, &axe, "cases").await?);
        let href = browser
            .find("case-link")
            .await?
            .attr("href")
            .await?
            .context("a case has an address")?;
        for (page, sign) in [
            ("", "case-title"),
            ("/evidence", "exhibit-row"),
            ("/evidence/new", "exhibit-form"),
            ("/hand-overs", "offer-item"),
            ("/exchange", "desk-item"),
            ("/timeline", "entry"),
            ("/people", "member"),
            ("/record", "check-again"),
        ] {
            browser.visit(&format!("{href}{page}")).await?;
            browser
                .find(sign)
                .await
                .with_context(|| format!("page {page}"))?;
            let name = if page.is_empty() {
                "overview"
            } else {
                page.trim_start_matches('/')
            };
            wrong.extend(looked_at(&browser, &axe, &name.replace('/', "-")).await?);
        }
        browser.visit(&format!("{href}/evidence")).await?;
        browser.click("exhibit-link").await?;
        browser.find("custody-chain").await?;
        browser.find("picture").await?;
        wrong.extend(looked_at(&browser, &axe, "exhibit").await?);
        printed(&browser, "exhibit", "Printed by QN-").await?;
        browser.visit(&format!("{href}/record")).await?;
        browser.click("check-again").await?;
        browser.find("record-good").await?;
        printed(&browser, "record", "Printed by QN-").await?;
        for (path, sign) in [
            ("/organisation", "contacts"),
            ("/account", "sessions"),
            ("/cases/new", "new-case-form"),
            ("/verify", "verify-proves"),
        ] {
            browser.visit(path).await?;
            browser.find(sign).await?;
            wrong.extend(
                looked_at(
                    &browser,
                    &axe,
                    &path.trim_start_matches('/').replace('/', "-"),
                )
                .await?,
            );
        }
        browser.visit("/verify").await?;
        let bundle = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/vectors/bundle.zip");
        browser.give_files("verify-file", &[bundle.into()]).await?;
        browser.find("verify-good").await?;
        wrong.extend(looked_at(&browser, &axe, "verify-good").await?);
        browser.media("print").await?;
        browser.shot("verify-good-print").await?;
        browser.media("").await?;
        assert!(wrong.is_empty(), "{wrong:#?}");
        browser.close().await
    })
    .await
}

/// Pages as people of the exercise see them.
async fn pages_of(server: &TestServer, of: &[OfPerson]) -> anyhow::Result<Vec<String>> {
    let axe = axe()?;
    let mut wrong = Vec::new();
    for (who, pages) in of {
        let browser = at_work_as(server, who).await?;
        for page in *pages {
            open(&browser, page).await?;
            browser.find("exercise-mark").await?;
            wrong.extend(looked_at(&browser, &axe, &name_of(who, page)).await?);
        }
        browser.close().await?;
    }
    Ok(wrong)
}

#[tokio::test]
async fn what_an_exchange_shows_is_accessible() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let wrong = pages_of(&server, OF_EXCHANGE).await?;
        assert!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_those_who_assess_ports_see_is_accessible() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let wrong = pages_of(&server, OF_PORTS).await?;
        assert!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_case_and_a_report_are_printed_in_the_language_of_the_reader() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let prosecutor = at_work_as(&server, "QN-P1").await?;
        open(&prosecutor, &("/cases", "case-row")).await?;
        open(&prosecutor, &("case-link ", "case-title")).await?;
        printed(&prosecutor, "overview", "Printed by QN-P1").await?;
        prosecutor.close().await?;
        let host = at_work_as(&server, "HV-1").await?;
        open(&host, &("/missions", "mission-row")).await?;
        open(&host, &("mission-link /host", "report-body")).await?;
        host.choose("language", "fr").await?;
        open(&host, &("print-page ", "report-body")).await?;
        printed(&host, "report", "Imprimé par HV-1").await?;
        host.wait_text("report-body", "Gouvernance").await?;
        host.close().await
    })
    .await
}

/// On paper: the exercise mark, who printed it and the code, nothing to press, nothing folded away.
async fn printed(browser: &Browser, name: &str, by: &str) -> anyhow::Result<()> {
    browser.media("print").await?;
    browser.find("exercise-mark").await?;
    browser.wait_text("print-note", by).await?;
    let pressed = "return [...document.querySelectorAll('.case button:not(.picture-button), .bar, .rail')] \
        .filter(at => getComputedStyle(at).display !== 'none').map(at => at.outerHTML)";
    let pressed = browser.script(pressed).await?;
    anyhow::ensure!(pressed.as_array().is_some_and(Vec::is_empty), "{pressed}");
    let folded = "return [...document.querySelectorAll('.case details > :not(summary)')] \
        .filter(at => getComputedStyle(at.parentElement, '::details-content').contentVisibility === 'hidden') \
        .map(at => at.outerHTML)";
    let folded = browser.script(folded).await?;
    anyhow::ensure!(folded.as_array().is_some_and(Vec::is_empty), "{folded}");
    browser.shot(&format!("{name}-print")).await?;
    browser.media("").await?;
    Ok(())
}

/// Screenshots in both themes and all sizes, and faults in both themes.
async fn looked_at(browser: &Browser, axe: &str, name: &str) -> anyhow::Result<Vec<String>> {
    let mut wrong = Vec::new();
    for theme in ["light", "dark"] {
        browser.theme(theme).await?;
        for (size, width, height) in [
            ("desk", 1440, 900),
            ("tablet", 820, 1180),
            ("phone", 390, 844),
        ] {
            browser.size(width, height).await?;
            browser.shot(&format!("{name}-{theme}-{size}")).await?;
            let across = browser
                .script("return document.scrollingElement.scrollWidth - innerWidth")
                .await?;
            if across.as_i64().is_none_or(|across| across > 0) {
                wrong.push(format!("{name}: scrolls sideways at {width} by {across}"));
            }
        }
        browser.size(1440, 900).await?;
        wrong.extend(
            faults(browser, axe)
                .await?
                .into_iter()
                .map(|fault| format!("{name} {theme}: {fault}")),
        );
    }
    browser.theme("light").await?;
    Ok(wrong)
}
