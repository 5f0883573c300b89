//! Opening a case with an empty cache: in Chromium until the timeline shows, and natively.

use hawser_views::{Command, Reply};

use super::{Report, timed};
use crate::browser::Browser;
use crate::person::{PASSPHRASE, Person, exhibit, terms, told};
use crate::server::{Storage, TestServer, has_page};

pub(super) async fn measure(report: &mut Report, tell: &impl Fn(&str)) -> anyhow::Result<()> {
    let server = TestServer::start(Storage::Sqlite).await?;
    let person = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
    let case = person.create_case(terms("Cold open")).await?;
    let mut written = 0;
    for (events, key) in [(1_000, "1k"), (10_000, "10k")] {
        tell(&format!("writing {events} entries"));
        while written < events {
            person.log(case, exhibit("Handset")).await?;
            written += 1;
        }
        let elsewhere = person.sign_in_elsewhere(server.origin()).await?;
        let ((), native) = timed(async {
            let timeline = Command::Timeline {
                space: case,
                offset: 0,
                limit: 100,
                by_happened: true,
            };
            let Reply::Timeline(_) = elsewhere.ask(timeline).await.map_err(told)? else {
                anyhow::bail!("no timeline")
            };
            Ok(())
        })
        .await?;
        report.add(
            &format!("cold_open_{key}_native_ms"),
            native * 1_000.0,
            "pulled, verified, opened, added up natively",
        );
        if !has_page() {
            tell("no page is built: the figures in Chromium are left out");
            continue;
        }
        let browser = Browser::open(server.origin()).await?;
        browser.goto("/sign-in").await?;
        browser.fill("sign-in-name", &person.sign_in_name).await?;
        browser.fill("passphrase", PASSPHRASE).await?;
        let ((), seconds) = timed(async {
            browser.click("sign-in-submit").await?;
            browser.wait_for_path("/today").await?;
            browser.visit(&format!("/cases/{case}/timeline")).await?;
            browser.find("entry").await.map(drop)
        })
        .await?;
        report.add(
            &format!("cold_open_{key}_chromium_ms"),
            seconds * 1_000.0,
            "from the passphrase sent (Argon2id included) to the timeline shown",
        );
        report.add(
            &format!("cold_open_{key}_chromium_vs_native"),
            seconds / native,
            "the second against the first",
        );
        browser.close().await?;
    }
    Ok(())
}
