//! Every page of the exercise, in both themes and sizes: no accessibility
//! fault, no console error; the screenshots of the README come from here.

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::at_work;
use hawser_e2e::server::{Storage, TestServer};

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
        printed(&browser, "exhibit").await?;
        browser.visit(&format!("{href}/record")).await?;
        browser.click("check-again").await?;
        browser.find("record-good").await?;
        printed(&browser, "record").await?;
        for (path, sign) in [
            ("/organisation", "contacts"),
            ("/account", "sessions"),
            ("/cases/new", "new-case-form"),
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
        assert!(wrong.is_empty(), "{wrong:#?}");
        browser.close().await
    })
    .await
}

/// Pages as one of the exercise's people sees them: sign-in name, and each address with what shows that it is
/// there.
async fn pages_of(
    server: &TestServer,
    who: &str,
    pages: &[(&str, &str)],
) -> anyhow::Result<Vec<String>> {
    let axe = axe()?;
    let known = SIGN_INS.iter().find(|(name, ..)| *name == who);
    let (name, passphrase, _) = known.context("a sign-in of the exercise")?;
    let browser = Browser::open(server.origin()).await?;
    sign_in(&browser, name, passphrase).await?;
    let mut wrong = Vec::new();
    for (path, sign) in pages {
        // An address that begins with a test id goes on from where its link leads.
        match path.split_once(' ') {
            Some((link, rest)) => {
                let href = browser.find(link).await?.attr("href").await?;
                let href = href.context("a link has an address")?;
                browser.visit(&format!("{href}{rest}")).await?;
            }
            None => browser.visit(path).await?,
        }
        browser
            .find(sign)
            .await
            .with_context(|| format!("{who} at {path}"))?;
        browser.find("exercise-mark").await?;
        let name: String = path
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let name = format!("{}{}", who.to_ascii_lowercase(), name.trim_end_matches('-'));
        wrong.extend(looked_at(&browser, &axe, &name).await?);
    }
    browser.close().await?;
    Ok(wrong)
}

#[tokio::test]
async fn what_santa_brisa_sees_is_accessible() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let wrong = pages_of(
            &server,
            "QS-C4",
            &[
                ("/today", "today-summary"),
                ("/cases", "case-row"),
                ("case-link ", "limited-note"),
                ("tab-exchange ", "submission"),
                ("tab-people ", "member"),
                ("tab-record ", "check-again"),
            ],
        )
        .await?;
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
        let mut wrong = pages_of(
            &server,
            "PM-1",
            &[
                ("/today", "waiting-line"),
                ("/programmes/new", "new-programme-form"),
                ("/programmes", "programme-row"),
                ("programme-link ", "figures"),
                ("tab-map ", "world-map"),
                ("tab-ports ", "port"),
                ("tab-actions ", "action-row"),
                ("tab-risks ", "risk-matrix"),
                ("tab-templates ", "template-row"),
                ("/missions/new", "new-mission-form"),
                ("/missions", "mission-row"),
                ("mission-link ", "mission-port"),
                ("tab-release ", "releasable"),
            ],
        )
        .await?;
        wrong.extend(
            pages_of(
                &server,
                "AS-1",
                &[
                    ("/missions", "mission-row"),
                    ("mission-link ", "mission-port"),
                    ("tab-visit ", "visit-grid"),
                    ("rate-next ", "rate-form"),
                    ("tab-team ", "team-table"),
                    ("tab-scores ", "domain-score"),
                    ("tab-findings ", "finding"),
                    ("tab-people ", "member"),
                    ("tab-record ", "check-again"),
                ],
            )
            .await?,
        );
        let host = [
            ("/missions", "mission-row"),
            ("mission-link /host", "report-body"),
        ];
        wrong.extend(pages_of(&server, "HV-1", &host).await?);
        assert!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

/// On paper: the exercise mark, who printed it and the code, nothing to press, nothing folded away.
async fn printed(browser: &Browser, name: &str) -> anyhow::Result<()> {
    browser.media("print").await?;
    browser.find("exercise-mark").await?;
    browser.wait_text("print-note", "Printed by QN-").await?;
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
