//! What people do, in real Chromium, against the real server.

mod accounts;
mod bad_input;
mod bundle;
mod demonstration;
mod evidence;
mod exchange;
mod exercise;
mod handovers;
mod keepers;
mod keyboard;
mod languages;
mod live;
mod missions;
mod new_keys;
mod people;
mod programmes;
mod record;
mod standing;
mod two_authorities;
mod withdrawal;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use hawser_casework::SpaceId;
use hawser_e2e::browser::Browser;
use hawser_e2e::person::{PASSPHRASE, Person, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::evidence::ExhibitLine;

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

/// An officer with a case of their own, at work in a browser.
pub struct Desk {
    /// Where it all is.
    pub server: TestServer,
    /// The same officer without a browser: what is really recorded.
    pub officer: Person,
    /// The case.
    pub case: SpaceId,
    /// Signed in.
    pub browser: Browser,
}

impl Desk {
    /// Kestria, its officer QN-C2 and the case TIDEMARK.
    pub async fn open() -> anyhow::Result<Self> {
        let server = TestServer::start(Storage::Sqlite).await?;
        let officer = Person::found(&server, ("QN-C2", "Investigator"), ("Kestria", "QN")).await?;
        let case = officer.create_case(terms("TIDEMARK")).await?;
        let browser = Browser::open(server.origin()).await?;
        sign_in(&browser, &officer.sign_in_name, PASSPHRASE).await?;
        Ok(Self {
            server,
            officer,
            case,
            browser,
        })
    }

    /// Goes to a page of the case.
    pub async fn turn_to(&self, part: &str) -> anyhow::Result<()> {
        let path = format!("/cases/{}/{part}", self.case);
        self.browser.visit(path.trim_end_matches('/')).await
    }

    /// Opens the form of a new exhibit and fills in the required answers.
    pub async fn begin_exhibit(&self, description: &str) -> anyhow::Result<()> {
        self.turn_to("evidence/new").await?;
        let browser = &self.browser;
        browser.find("exhibit-form").await?;
        browser.choose("[name='kind']", "device").await?;
        browser.fill("[name='description']", description).await?;
        browser.fill("[name='found.text']", "Row 14").await?;
        browser
            .fill("[name='photo.reason']", "no camera at hand")
            .await
    }

    /// Folds a part of a form out.
    pub async fn fold_out(&self, fold: &str) -> anyhow::Result<()> {
        self.browser
            .click(&format!("[data-testid='{fold}'] > summary"))
            .await
    }

    /// Exhibits as recorded by now.
    pub async fn exhibits(&self) -> anyhow::Result<Vec<ExhibitLine>> {
        self.officer.pull().await;
        self.officer.exhibits(self.case).await
    }

    /// Waits for the page of the exhibit that was just logged; gives its line.
    pub async fn logged(&self) -> anyhow::Result<ExhibitLine> {
        self.browser.find("exhibit-details").await?;
        let path = self.browser.driver().current_url().await?.path().to_owned();
        self.exhibits()
            .await?
            .into_iter()
            .find(|line| path.ends_with(&line.exhibit.to_string()))
            .context("the exhibit that the page shows is recorded")
    }

    /// A colleague of the same organisation joins the case.
    pub async fn joined_by(&self, name: (&str, &str)) -> anyhow::Result<Person> {
        let colleague = self.officer.colleague(self.server.origin(), name).await?;
        self.officer
            .nominate(self.case, &[(&colleague, "member")], true)
            .await?;
        self.officer.admit_all(self.case).await?;
        Ok(colleague)
    }

    /// Ends; fails when the console has errors.
    pub async fn close(self) -> anyhow::Result<()> {
        self.browser.close().await
    }
}

/// What the element with the focus is called: its test id, or its name.
pub async fn focused(browser: &Browser) -> anyhow::Result<String> {
    let script = "const e = document.activeElement; return e.dataset.testid || e.name || e.tagName";
    Ok(browser
        .script(script)
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

/// Puts text into a field as pasting does, past what the keyboard would allow.
pub async fn paste(browser: &Browser, selector: &str, text: &str) -> anyhow::Result<()> {
    let field = browser.find(selector).await?;
    let script = "arguments[0].value = arguments[1]; \
                  arguments[0].dispatchEvent(new Event('input', {bubbles: true}));";
    browser
        .driver()
        .execute(script, vec![field.to_json()?, text.into()])
        .await?;
    Ok(())
}

/// What stands in a field.
pub async fn typed(browser: &Browser, selector: &str) -> anyhow::Result<String> {
    let value = browser.find(selector).await?.prop("value").await?;
    Ok(value.unwrap_or_default())
}

/// Waits until the focus is where it should be.
pub async fn wait_focus(browser: &Browser, wanted: &str) -> anyhow::Result<()> {
    browser
        .wait(&format!("focus on {wanted}"), async || {
            Ok((focused(browser).await? == wanted).then_some(()))
        })
        .await
}
