//! The pages of the exercise, as those people see them who work with them.

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::SIGN_INS;
use hawser_e2e::server::TestServer;

use super::sign_in;

/// An address, and what shows that its page is there. One that begins with a test id and a space goes on from where
/// that link leads.
pub type Page = (&'static str, &'static str);

/// A person of the exercise by sign-in name, and their pages in the order of a day.
pub type OfPerson = (&'static str, &'static [Page]);

/// Who sends, who checks, and what they see of each other.
pub const OF_EXCHANGE: &[OfPerson] = &[
    (
        "QS-C4",
        &[
            ("/today", "today-summary"),
            ("/cases", "case-row"),
            ("case-link ", "limited-note"),
            ("tab-exchange ", "submission"),
            ("tab-people ", "member"),
            ("tab-record ", "check-again"),
        ],
    ),
    (
        "QN-P1",
        &[
            ("/today", "today-summary"),
            ("/cases", "case-row"),
            ("case-link /exchange", "desk-item"),
        ],
    ),
];

/// Who manages, who assesses, and whom the port belongs to.
pub const OF_PORTS: &[OfPerson] = &[
    (
        "PM-1",
        &[
            ("/today", "waiting-line"),
            ("/programmes/new", "new-programme-form"),
            ("/programmes", "programme-row"),
            ("programme-link ", "figures"),
            ("tab-map ", "world-map"),
            ("tab-ports ", "port"),
            ("port-link ", "port-history"),
            ("tab-actions ", "action-row"),
            ("tab-risks ", "risk-matrix"),
            ("tab-templates ", "template-row"),
            ("template-link ", "template-domain"),
            ("tab-people ", "member"),
            ("tab-record ", "check-again"),
            ("/missions/new", "new-mission-form"),
            ("/missions", "mission-row"),
            ("mission-link ", "mission-port"),
            ("tab-release ", "releasable"),
            ("tab-overview /timeline", "entry"),
        ],
    ),
    (
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
    ),
    (
        "HV-1",
        &[
            ("/missions", "mission-row"),
            ("mission-link /host", "report-body"),
        ],
    ),
];

/// A browser in which this person has signed in.
pub async fn at_work_as(server: &TestServer, who: &str) -> anyhow::Result<Browser> {
    let known = SIGN_INS.iter().find(|(name, ..)| *name == who);
    let (name, passphrase, _) = known.context("a sign-in of the exercise")?;
    let browser = Browser::open(server.origin()).await?;
    sign_in(&browser, name, passphrase).await?;
    Ok(browser)
}

/// Opens a page and waits until it is there.
pub async fn open(browser: &Browser, (path, sign): &Page) -> anyhow::Result<()> {
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
        .with_context(|| format!("at {path}"))?;
    Ok(())
}

/// What a screenshot of the page is called.
pub fn name_of(who: &str, (path, _): &Page) -> String {
    let name: String = path
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!("{}{}", who.to_ascii_lowercase(), name.trim_end_matches('-'))
}
