//! What people do, in real Chromium, against the real server.

mod accounts;
mod demonstration;
mod handovers;
mod live;
mod people;
mod record;
mod two_authorities;

use std::path::{Path, PathBuf};

use hawser_e2e::browser::Browser;
use hawser_e2e::person::{PASSPHRASE, Person};
use hawser_e2e::server::TestServer;

/// What journeys know of a person.
pub struct Sign {
    /// Name to sign in with.
    pub name: String,
    /// Generated passphrase.
    pub passphrase: String,
    /// The recovery kit's groups.
    pub kit: Vec<String>,
}

/// Follows an invitation: generated passphrase, recovery kit, part of it typed back.
pub async fn register(
    browser: &Browser,
    link: &str,
    name: &str,
    organisation: Option<(&str, &str)>,
) -> anyhow::Result<Sign> {
    browser.goto(link).await?;
    if let Some((organisation, country)) = organisation {
        browser.fill("organisation-name", organisation).await?;
        browser.fill("[name='country']", country).await?;
    }
    browser.fill("own-name", name).await?;
    browser.fill("[name='function']", "Investigator").await?;
    browser.fill("sign-in-name", name).await?;
    let passphrase = browser
        .wait("six words", async || {
            let text = browser.text("generated-passphrase").await?;
            Ok((text.split_whitespace().count() == 6).then_some(text))
        })
        .await?;
    browser.click("[name='passphrase-noted']").await?;
    browser.click("join-submit").await?;
    browser.find("kit-sheet").await?;
    let mut kit = Vec::new();
    for place in 1..=14 {
        kit.push(browser.text(&format!("kit-group-{place}")).await?);
    }
    browser.click("kit-continue").await?;
    browser.find("kit-confirm").await?;
    for place in 1..=14 {
        let field = format!("[name='kit-typed-{place}']");
        if browser.count(&field).await? > 0 {
            browser.fill(&field, &kit[place - 1]).await?;
        }
    }
    browser.click("kit-confirm-submit").await?;
    browser.wait_for_path("/today").await?;
    Ok(Sign {
        name: name.to_owned(),
        passphrase,
        kit,
    })
}

/// Signs in on the sign-in page.
pub async fn sign_in(browser: &Browser, name: &str, passphrase: &str) -> anyhow::Result<()> {
    browser.goto("/sign-in").await?;
    browser.fill("sign-in-name", name).await?;
    browser.fill("passphrase", passphrase).await?;
    browser.click("sign-in-submit").await?;
    browser.wait_for_path("/today").await
}

/// A browser in which a person has signed in.
pub async fn browser_of(server: &TestServer, person: &Person) -> anyhow::Result<Browser> {
    let browser = Browser::open(server.origin()).await?;
    sign_in(&browser, &person.sign_in_name, PASSPHRASE).await?;
    Ok(browser)
}

/// A file to be picked.
pub fn file(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
    let path = folder.join(name);
    std::fs::write(&path, bytes)?;
    Ok(path)
}
