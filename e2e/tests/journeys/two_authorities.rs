//! Two authorities in two browsers: compare, admit, log with real files, hand
//! over, see it live; and nothing of it anywhere on the server.

use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::{photo, statement_pdf};
use hawser_e2e::headless::at_work;
use hawser_e2e::server::{Storage, TestServer};
use sha2::{Digest as _, Sha256};

use super::{file, register};

const CANARY: &str = "canaryquartzfalcon";

async fn card(browser: &Browser) -> anyhow::Result<String> {
    browser.visit("/organisation").await?;
    browser.find("own-card").await?;
    browser
        .script("document.querySelector(\"[data-testid='own-card']\").open = true")
        .await?;
    browser
        .wait("a card", async || {
            Ok(browser.find("own-card-link").await?.prop("value").await?)
        })
        .await
}

async fn compare(browser: &Browser, card: &str) -> anyhow::Result<String> {
    browser.visit("/organisation").await?;
    browser.click("add-contact").await?;
    browser
        .fill("[data-testid='add-contact-dialog'] [name='card']", card)
        .await?;
    browser.click("add-contact-submit").await?;
    browser.click("compare").await?;
    let number = browser
        .wait("a number", async || {
            let text = browser.text("safety-number").await?;
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            Ok((digits.len() == 60).then_some(digits))
        })
        .await?;
    browser.click("safety-same").await?;
    browser.wait_count("dialog[open]", 0).await?;
    Ok(number)
}

#[tokio::test]
async fn two_authorities_work_on_one_case() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let (kestria, lumara) = (Browser::open(server.origin()).await?, Browser::open(server.origin()).await?);
        register(&kestria, &server.invite().await?, &format!("P1 {CANARY}"), Some((&format!("Kestria {CANARY}"), "QN")))
            .await?;
        register(&lumara, &server.invite().await?, "QR-P1", Some(("Lumara", "QR"))).await?;
        let (own, theirs) = (card(&kestria).await?, card(&lumara).await?);
        let numbers = (compare(&kestria, &theirs).await?, compare(&lumara, &own).await?);
        assert_eq!(numbers.0, numbers.1, "both read the same number to each other");

        // The case, its second party, and the people that party nominates.
        kestria.visit("/cases/new").await?;
        kestria.fill("[name='title']", &format!("TIDEMARK {CANARY}")).await?;
        kestria.fill("[name='reference']", "JIT 2026/14").await?;
        kestria.fill("[name='purpose']", &format!("Importation {CANARY}")).await?;
        kestria.choose("[name='starts']", "2026-11-01").await?;
        kestria.choose("[name='ends']", "2027-10-31").await?;
        kestria.fill("[name='controller']", "Prosecution service").await?;
        kestria.choose("[name='status']", "bound-member-state").await?;
        kestria.click("create-case").await?;
        kestria.find("case-title").await?;
        let path = kestria.driver().current_url().await?.path().to_owned();
        kestria.visit(&format!("{path}/people")).await?;
        kestria.click("admit-party").await?;
        let party = "[data-testid='admit-party-form'] select";
        let first = "const s = document.querySelector(arguments[0]); \
                     return [...s.options].map(o => o.value).find(v => v)";
        let value = kestria
            .wait("a known organisation", async || {
                let found = kestria.driver().execute(first, vec![party.into()]).await?;
                Ok(found.json().as_str().map(str::to_owned))
            })
            .await?;
        kestria.choose(party, &value).await?;
        kestria.choose("[data-testid='admit-party-form'] [name='status']", "bound-member-state").await?;
        kestria.click("admit-party-submit").await?;
        lumara.visit("/today").await?;
        lumara.wait_text("waiting", CANARY).await?;
        lumara.visit(&format!("{path}/people")).await?;
        lumara.click("join-case").await?;
        lumara.click("nominate").await?;
        lumara.click("candidate-choose").await?;
        lumara.click("nominate-submit").await?;
        kestria.wait_count("nomination", 1).await?;
        kestria.click("choose-all").await?;
        kestria.click("admit-chosen").await?;
        kestria.click("[data-testid='admit-dialog'] [data-testid='confirm']").await?;
        kestria.wait_count("member", 2).await?;

        // An exhibit with real files, logged in one browser.
        let folder = tempfile::tempdir()?;
        let image: Vec<u8> = (0..64 * 1024 * 1024_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let hash = hex::encode(Sha256::digest(&image));
        let files = [
            file(folder.path(), &format!("{CANARY}.jpg"), &photo(1)?)?,
            file(folder.path(), "report.pdf", &statement_pdf(&[CANARY]))?,
            file(folder.path(), "disk.dd", &image)?,
        ];
        kestria.visit(&format!("{path}/evidence/new")).await?;
        kestria.choose("[name='kind']", "device").await?;
        kestria.fill("[name='description']", &format!("Handset {CANARY}")).await?;
        kestria.fill("[name='found.text']", &format!("Canteen {CANARY}")).await?;
        kestria.give_files("files-input", &files).await?;
        kestria.wait_count("chosen-file", 3).await?;
        kestria.click("log-exhibit").await?;
        kestria.wait_count("file", 3).await?;

        // It shows in the other without a reload; its bytes are the same there.
        lumara.visit(&format!("{path}/evidence")).await?;
        lumara.wait_text("exhibit-table", CANARY).await?;
        lumara.click("exhibit-link").await?;
        lumara.wait_count("file", 3).await?;
        // A photo and the first page of a document, drawn as pixels.
        lumara.wait_count("[data-testid='picture'][data-drawn='yes']", 2).await?;
        lumara.wait_text("files", "disk.dd").await?;
        let exhibit = lumara.driver().current_url().await?.path().to_owned();
        let download = "const row = [...document.querySelectorAll(\"[data-testid='file']\")]\
            .find(r => r.textContent.includes('disk.dd')); row.querySelector(\"[data-testid='download']\").click();";
        lumara.script(download).await?;
        let saved = lumara.downloads().join("disk.dd");
        let got = lumara
            .wait("the download", async || {
                let bytes = tokio::fs::read(&saved).await.unwrap_or_default();
                Ok((bytes.len() == image.len()).then_some(bytes))
            })
            .await?;
        assert_eq!(hex::encode(Sha256::digest(&got)), hash, "byte for byte");

        // A hand-over: offered here, accepted there, shown in both.
        kestria.visit(&format!("{path}/hand-overs")).await?;
        kestria.click("offer").await?;
        kestria.click("offer-exhibit").await?;
        let to = "[data-testid='offer-form'] select";
        let value = kestria
            .wait("somebody to offer to", async || {
                let found = kestria.driver().execute(first, vec![to.into()]).await?;
                Ok(found.json().as_str().map(str::to_owned))
            })
            .await?;
        kestria.choose(to, &value).await?;
        kestria.fill("[data-testid='offer-form'] [name='purpose']", "Extraction").await?;
        kestria.click("offer-submit").await?;
        lumara.visit(&format!("{path}/hand-overs")).await?;
        lumara.click("answer").await?;
        lumara.click("answer-accepted").await?;
        lumara.click("answer-submit").await?;
        kestria.visit(&exhibit).await?;
        kestria.wait_text("holder", "QR-P1").await?;
        kestria.shot("journey-exhibit-accepted").await?;

        // What the server holds and says names none of it.
        let words = [CANARY, "Handset", "disk.dd", "TIDEMARK", "Kestria"];
        server.knows_nothing_of(&words)?;
        kestria.close().await?;
        lumara.close().await
    })
    .await
}
