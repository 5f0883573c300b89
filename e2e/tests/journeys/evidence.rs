//! Evidence: corrected with a reason, checked as it is typed, sent in many ways, and never half there.

use std::path::Path;

use anyhow::Context as _;
use hawser_casework::{Identifier, Scheme};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, exhibit};
use sha2::{Digest as _, Sha256};

use super::{Desk, file, wait_focus};

const MIB: usize = 1024 * 1024;

#[tokio::test]
async fn a_corrected_description_shows_old_and_new_and_who_and_why() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let handset = desk
            .officer
            .log(desk.case, exhibit("Handset, blue"))
            .await?;
        let browser = &desk.browser;
        desk.turn_to(&format!("evidence/{handset}")).await?;
        browser.click("correct-description").await?;
        browser.wait_text("correct-old", "Handset, blue").await?;
        browser.fill("[name='new']", "Handset, black").await?;

        // Without a reason nothing is recorded.
        browser.click("correct-submit").await?;
        browser
            .wait_text("[id='why-error']", "Please fill this in")
            .await?;
        wait_focus(browser, "why").await?;
        desk.officer.pull().await;
        let view = desk.officer.exhibit(desk.case, handset).await?;
        assert!(view.corrections.is_empty(), "it needs a reason");

        browser
            .fill("[name='why']", "Misread under the yard lamps")
            .await?;
        browser.shot("correction-asked").await?;
        browser.click("correct-submit").await?;
        browser.wait_count("dialog[open]", 0).await?;
        for said in [
            "Handset, blue",
            "Handset, black",
            "Misread under the yard lamps",
            "QN-C2",
        ] {
            browser.wait_text("correction", said).await?;
        }
        browser.wait_text(".page-head", "Handset, black").await?;
        browser.shot("correction").await?;
        desk.officer.pull().await;
        let view = desk.officer.exhibit(desk.case, handset).await?;
        assert_eq!(view.exhibit.description, "Handset, black");
        let correction = view.corrections.first().context("one correction")?;
        assert_eq!(correction.old, "Handset, blue");
        assert_eq!(correction.why, "Misread under the yard lamps");
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn a_container_with_a_wrong_check_digit_warns_and_needs_a_reason() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        desk.begin_exhibit("Reefer box").await?;
        desk.fold_out("fold-identifiers").await?;
        browser.fill("identifier-value", "QXBU 220918-0").await?;
        let warning = browser.find("identifier-warning").await?;
        assert_eq!(
            warning.attr("data-code").await?.as_deref(),
            Some("check-digit")
        );
        browser
            .wait_text("identifier-warning", "9 was expected")
            .await?;
        browser.shot("check-digit").await?;

        browser.click("log-exhibit").await?;
        browser
            .wait_text(
                "[data-testid='identifier'] .field-error",
                "Please fill this in",
            )
            .await?;
        wait_focus(browser, "identifier-reason").await?;
        assert!(desk.exhibits().await?.is_empty(), "it needs a reason");

        browser.fill("identifier-reason", "as painted").await?;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        browser
            .wait_text("exhibit-identifier", "as painted")
            .await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        let identifier = view.exhibit.identifiers.first().context("an identifier")?;
        assert_eq!(identifier.scheme, Scheme::Container);
        assert_eq!(identifier.reason.as_deref(), Some("as painted"));
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn a_number_used_elsewhere_in_the_case_is_said_while_it_is_typed() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let mut handset = exhibit("Handset in a sealed bag");
        handset.seal_number = "K-004417".to_owned();
        handset.identifiers = vec![Identifier {
            scheme: Scheme::Imei,
            value: "001010000000016".to_owned(),
            reason: None,
        }];
        desk.officer.log(desk.case, handset).await?;
        let browser = &desk.browser;
        desk.begin_exhibit("Another handset").await?;
        desk.fold_out("fold-seal").await?;
        browser.fill("[name='seal_number']", "k 004417").await?;
        let at_seal = "[data-testid='fold-seal'] [data-testid='earlier-uses']";
        browser
            .wait_text(at_seal, "Handset in a sealed bag")
            .await?;
        desk.fold_out("fold-identifiers").await?;
        browser
            .fill("identifier-value", "00-101000-000001-6")
            .await?;
        let at_number = "[data-testid='identifier'] [data-testid='earlier-uses']";
        browser
            .wait_text(at_number, "Handset in a sealed bag")
            .await?;
        browser.shot("number-used-elsewhere").await?;

        // Another number, and nothing more is said.
        browser.fill("[name='seal_number']", "K-004418").await?;
        browser.wait_count(at_seal, 0).await?;

        browser
            .fill("identifier-reason", "second report of one handset")
            .await?;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        browser
            .wait_text("related", "Handset in a sealed bag")
            .await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        assert_eq!(view.also.len(), 1, "both carry the number");
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn evidence_that_may_not_leave_its_place_is_registered_by_its_hash() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let hash = hex::encode(Sha256::digest(b"118 GB of a handset"));
        let browser = &desk.browser;
        desk.begin_exhibit("Image of the handset").await?;
        desk.fold_out("fold-by-hash").await?;
        browser.click("[name='by_hash']").await?;
        browser.fill("[name='by_hash.sha256']", &hash[..63]).await?;
        browser
            .fill("[name='by_hash.length']", "118 000 000 000")
            .await?;
        browser.fill("[name='by_hash.name']", "handset.dd").await?;
        browser
            .fill("[name='by_hash.kept_at']", "Laboratory of Lumara")
            .await?;
        browser.click("log-exhibit").await?;
        browser
            .wait_text("[id='by_hash.sha256-error']", "This cannot be right")
            .await?;
        wait_focus(browser, "by_hash.sha256").await?;
        assert!(desk.exhibits().await?.is_empty(), "63 digits are no hash");

        // Tools print hashes in capitals.
        browser
            .fill("[name='by_hash.sha256']", &hash.to_uppercase())
            .await?;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        browser.wait_text("registered-by-hash", &hash).await?;
        browser
            .wait_text("registered-by-hash", "handset.dd")
            .await?;
        browser.shot("by-hash").await?;
        assert!(line.by_hash);
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        let registered = view.exhibit.by_hash.context("a registration")?;
        assert_eq!(registered.sha256, hash);
        assert_eq!(registered.length, 118_000_000_000);
        assert!(view.files.is_empty());
        desk.close().await
    })
    .await
}

/// Drops files, given as (name, text), onto the page.
async fn drop_files(browser: &Browser, onto: &str, files: &[(&str, &str)]) -> anyhow::Result<()> {
    let script = "const transfer = new DataTransfer(); \
        for (const [name, text] of arguments[1]) \
            transfer.items.add(new File([text], name, {type: 'text/plain'})); \
        const at = document.querySelector(arguments[0]); \
        for (const kind of ['dragenter', 'dragover', 'drop']) \
            at.dispatchEvent(new DragEvent(kind, {dataTransfer: transfer, bubbles: true, cancelable: true}));";
    browser
        .driver()
        .execute(script, vec![onto.into(), serde_json::json!(files)])
        .await?;
    Ok(())
}

#[tokio::test]
async fn several_files_at_once_are_picked_and_dropped() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        let folder = tempfile::tempdir()?;
        desk.begin_exhibit("Three discs").await?;
        let picked = [
            file(folder.path(), "disc-1.txt", b"one")?,
            file(folder.path(), "disc-2.txt", b"two")?,
        ];
        browser.give_files("files-input", &picked).await?;
        browser.wait_count("chosen-file", 2).await?;
        let drop = "[data-testid='file-drop']";
        drop_files(
            browser,
            drop,
            &[("disc-3.txt", "three"), ("label.txt", "L")],
        )
        .await?;
        browser.wait_count("chosen-file", 4).await?;
        // A file that misses the place is still not opened instead of the page.
        drop_files(browser, "h1", &[("slip.txt", "slip"), ("list.txt", "list")]).await?;
        browser.wait_count("chosen-file", 6).await?;
        browser.click("log-exhibit").await?;
        browser.wait_count("file", 6).await?;

        // The page of the exhibit takes them as well.
        drop_files(
            browser,
            "h1",
            &[("later.txt", "later"), ("last.txt", "last")],
        )
        .await?;
        browser.wait_count("file", 8).await?;
        let line = desk.logged().await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        let mut names: Vec<&str> = view.files.iter().map(|file| file.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(
            names,
            [
                "disc-1.txt",
                "disc-2.txt",
                "disc-3.txt",
                "label.txt",
                "last.txt",
                "later.txt",
                "list.txt",
                "slip.txt"
            ]
        );
        let third = view
            .files
            .iter()
            .find(|file| file.name == "disc-3.txt")
            .context("the third disc")?;
        assert_eq!(third.sha256, hex::encode(Sha256::digest(b"three")));
        desk.close().await
    })
    .await
}

/// A file that cannot be attached is said where it was chosen, and nothing else is lost.
#[tokio::test]
async fn a_file_with_a_deceptive_name_or_nothing_in_it_is_said_at_once() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        let folder = tempfile::tempdir()?;
        desk.begin_exhibit("Memory card").await?;
        let empty = file(folder.path(), "empty.txt", b"")?;
        browser.give_files("files-input", &[empty]).await?;
        browser.wait_text("chosen-file", "empty").await?;
        browser
            .wait_text("[data-testid='chosen-file'] .field-error", "0 bytes")
            .await?;
        let reversed = "invoice\u{202e}fdp.exe";
        drop_files(browser, "[data-testid='file-drop']", &[(reversed, "MZ")]).await?;
        browser.wait_count("chosen-file", 2).await?;
        browser
            .wait_text(
                "[data-testid='chosen-file'] .field-error",
                "invisible character",
            )
            .await?;
        // It cannot pass itself off as a PDF.
        browser
            .wait_text("chosen-file", "invoice[U+202E]fdp.exe")
            .await?;
        let script = "<img src=x onerror=alert(1)>.txt";
        drop_files(browser, "[data-testid='file-drop']", &[(script, "text")]).await?;
        browser.wait_text("chosen-file", script).await?;
        browser.shot("files-refused").await?;

        // It is not logged while one of them stands there.
        browser.click("log-exhibit").await?;
        browser
            .wait_text("failure", "Some fields need your attention")
            .await?;
        assert!(desk.exhibits().await?.is_empty(), "nothing is sent");
        let typed = browser
            .find("[name='description']")
            .await?
            .prop("value")
            .await?;
        assert_eq!(typed.as_deref(), Some("Memory card"));

        // Without it all is well, and the script is text.
        let refused = "[data-testid='chosen-file'] button[aria-invalid='true']";
        browser.wait_count(refused, 2).await?;
        browser.click(refused).await?;
        browser.wait_count(refused, 1).await?;
        browser.click(refused).await?;
        browser.wait_count(refused, 0).await?;
        browser.wait_count("chosen-file", 1).await?;
        browser.click("log-exhibit").await?;
        browser.wait_text("file-name", script).await?;
        let line = desk.logged().await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        assert_eq!(view.files.len(), 1);
        assert_eq!(view.files[0].name, script);

        // The page of the exhibit says the same.
        drop_files(browser, "h1", &[(reversed, "MZ")]).await?;
        browser.wait_text("files", "invisible character").await?;
        browser.shot("file-refused").await?;
        browser.wait_count("file", 1).await?;
        desk.close().await
    })
    .await
}

/// Bytes of a disk image that do not compress to nothing.
fn image(mib: usize) -> Vec<u8> {
    (0..mib * MIB)
        .map(|at| ((at as u32).wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect()
}

/// Begins to send a large file and waits until some of it has gone.
async fn begin_upload(desk: &Desk, path: &Path) -> anyhow::Result<()> {
    let browser = &desk.browser;
    browser
        .give_files("files-input", &[path.to_owned()])
        .await?;
    browser
        .wait_count("[data-testid='transfer'][data-state='running']", 1)
        .await?;
    browser
        .wait("some of it sent", async || {
            let bar = browser.find("[data-testid='transfer'] progress").await?;
            let share = bar.prop("value").await?;
            let moved =
                share.is_some_and(|share| share.parse::<f64>().is_ok_and(|share| share > 0.0));
            Ok(moved.then_some(()))
        })
        .await
}

#[tokio::test]
async fn an_upload_that_is_cancelled_leaves_no_file() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let disc = desk.officer.log(desk.case, exhibit("Disc")).await?;
        let folder = tempfile::tempdir()?;
        let large = file(folder.path(), "disc.dd", &image(96))?;
        let browser = &desk.browser;
        desk.turn_to(&format!("evidence/{disc}")).await?;
        browser.find("files").await?;
        begin_upload(&desk, &large).await?;
        browser.wait_text("transfer", "disc.dd").await?;
        browser.shot("upload-running").await?;
        browser.click("transfer-cancel").await?;
        browser.wait_count("transfer", 0).await?;
        browser.wait_count("transfers", 0).await?;
        assert_eq!(browser.count("file").await?, 0);
        browser.shot("upload-cancelled").await?;
        desk.officer.pull().await;
        let view = desk.officer.exhibit(desk.case, disc).await?;
        assert!(view.files.is_empty());

        // The next one goes up all the same.
        let small = file(folder.path(), "note.txt", b"note")?;
        browser.give_files("files-input", &[small]).await?;
        browser.wait_count("file", 1).await?;
        browser.wait_text("file-name", "note.txt").await?;
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn an_upload_goes_on_after_a_reload_with_the_same_file_only() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let disc = desk.officer.log(desk.case, exhibit("Disc")).await?;
        let folder = tempfile::tempdir()?;
        let bytes = image(96);
        let large = file(folder.path(), "disc.dd", &bytes)?;
        let browser = &desk.browser;
        let path = format!("/cases/{}/evidence/{disc}", desk.case);
        browser.visit(&path).await?;
        browser.find("files").await?;
        begin_upload(&desk, &large).await?;

        browser.goto(&path).await?;
        browser.wait_for_path("/unlock").await?;
        browser.fill("passphrase", PASSPHRASE).await?;
        browser.click("unlock-submit").await?;
        browser.wait_for_path(&path).await?;
        let asking = "[data-testid='transfer'][data-state='needs-file']";
        browser.wait_count(asking, 1).await?;
        browser.wait_text(asking, "Choose the file again").await?;
        browser.shot("upload-needs-file").await?;

        // Another file of that name is not taken for it.
        let elsewhere = tempfile::tempdir()?;
        let other = file(elsewhere.path(), "disc.dd", &image(1))?;
        browser
            .give_files("transfer-file", std::slice::from_ref(&other))
            .await?;
        browser.wait_text("failure", "whose upload began").await?;
        browser.shot("upload-other-file").await?;
        browser.wait_count(asking, 1).await?;

        browser.give_files("transfer-file", &[large]).await?;
        browser.wait_count("file", 1).await?;
        browser.wait_count("transfer", 0).await?;
        browser.wait_count("failure", 0).await?;
        desk.officer.pull().await;
        let view = desk.officer.exhibit(desk.case, disc).await?;
        assert_eq!(view.files.len(), 1);
        assert_eq!(view.files[0].sha256, hex::encode(Sha256::digest(&bytes)));
        desk.close().await
    })
    .await
}
