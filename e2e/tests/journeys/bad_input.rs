//! Forms given what they should not be given: said beside the field, nothing lost, nothing sent.

use std::time::Duration;

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, exhibit};
use hawser_e2e::server::{Storage, TestServer};

use super::{Desk, paste, typed, wait_focus};

/// Would run where text is taken for markup.
const SCRIPT: &str = "<script>document.title = 'taken over'</script><img src=x onerror=alert(1)>";
/// Shows as `invoice` followed by what stands behind it, backwards.
const REVERSED: &str = "invoice\u{202e}gnp.exe";
const MISSING: &str = "Please fill this in";
const TOO_LONG: &str = "Too long: at most";
const INVISIBLE: &str = "invisible character";

/// What is said below a field.
async fn said(browser: &Browser, field: &str, words: &str) -> anyhow::Result<()> {
    browser
        .wait_text(&format!("[id='{field}-error']"), words)
        .await
}

/// Pastes, sends, and finds the reason beside the field, the focus in it and the text still there.
async fn refused(
    browser: &Browser,
    (field, send): (&str, &str),
    text: &str,
    words: &str,
) -> anyhow::Result<()> {
    let input = format!("[name='{field}']");
    paste(browser, &input, text).await?;
    browser.click(send).await?;
    said(browser, field, words).await?;
    browser
        .wait(&format!("focus in {field}"), async || {
            let script = "return document.activeElement.name";
            let name = browser.script(script).await?;
            Ok((name.as_str() == Some(field)).then_some(()))
        })
        .await?;
    anyhow::ensure!(
        typed(browser, &input).await? == text,
        "what was typed into {field} is gone"
    );
    Ok(())
}

/// No script of a text has run.
async fn only_text(browser: &Browser) -> anyhow::Result<()> {
    let ran = browser
        .script("return document.title.includes('taken over') || document.querySelector('main img[src=x]') !== null")
        .await?;
    anyhow::ensure!(ran.as_bool() == Some(false), "a text became markup");
    Ok(())
}

#[tokio::test]
async fn someone_who_registers_is_told_what_is_wrong_and_keeps_the_invitation() -> anyhow::Result<()>
{
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let opened = Browser::open(server.origin()).await?;
        let browser = &opened;
        browser.goto(&server.invite().await?).await?;
        browser
            .wait("six words", async || {
                let text = browser.text("generated-passphrase").await?;
                Ok((text.split_whitespace().count() == 6).then_some(()))
            })
            .await?;
        browser.click("[name='passphrase-noted']").await?;
        browser.click("join-submit").await?;
        for field in [
            "organisation-name",
            "country",
            "name",
            "function",
            "sign-in-name",
        ] {
            said(browser, field, MISSING).await?;
        }
        wait_focus(browser, "organisation-name").await?;
        browser.shot("register-missing").await?;

        browser.fill("organisation-name", SCRIPT).await?;
        browser.fill("own-name", "QN-P1").await?;
        browser.fill("[name='function']", "Prosecutor").await?;
        browser.fill("sign-in-name", "QN-P1").await?;
        refused(
            browser,
            ("country", "join-submit"),
            "Kestria",
            "Two letters",
        )
        .await?;
        browser.fill("[name='country']", "QN").await?;
        let long = "n".repeat(5_000);
        for (field, right) in [
            ("organisation-name", SCRIPT),
            ("name", "QN-P1"),
            ("function", "Prosecutor"),
            ("sign-in-name", "QN-P1"),
        ] {
            let send = (field, "join-submit");
            refused(browser, send, &long, TOO_LONG).await?;
            refused(browser, send, REVERSED, INVISIBLE).await?;
            paste(browser, &format!("[name='{field}']"), right).await?;
        }
        assert_eq!(typed(browser, "[name='country']").await?, "QN");

        // The invitation still stands, and what looks like a script is a name.
        browser.click("join-submit").await?;
        browser.find("kit-sheet").await?;
        only_text(browser).await?;
        browser.click("kit-continue").await?;
        only_text(browser).await?;
        opened.close().await
    })
    .await
}

#[tokio::test]
async fn a_case_is_not_made_from_bad_terms() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        browser.visit("/cases/new").await?;
        browser.click("create-case").await?;
        for field in ["title", "starts", "ends", "status"] {
            said(browser, field, MISSING).await?;
        }
        wait_focus(browser, "title").await?;
        browser.shot("new-case-missing").await?;

        paste(browser, "[name='title']", SCRIPT).await?;
        browser.fill("[name='starts']", "2026-11-01").await?;
        browser.fill("[name='ends']", "2027-10-31").await?;
        browser
            .choose("[name='status']", "bound-member-state")
            .await?;
        for (field, right, long) in [
            ("title", SCRIPT, 201),
            ("reference", "JIT 2026/15", 501),
            ("purpose", "Importation\nof fruit", 10_001),
            ("controller", "Prosecution service", 501),
        ] {
            let send = (field, "create-case");
            refused(browser, send, &"n".repeat(long), TOO_LONG).await?;
            refused(browser, send, REVERSED, INVISIBLE).await?;
            paste(browser, &format!("[name='{field}']"), right).await?;
        }
        for day in ["01/11/2026", "2026-02-30", SCRIPT] {
            refused(browser, ("starts", "create-case"), day, "cannot be right").await?;
        }
        browser.shot("new-case-no-such-day").await?;
        browser.fill("[name='starts']", "2026-11-01").await?;
        assert_eq!(desk.officer.cases().await?.len(), 1, "nothing was sent");

        browser.click("create-case").await?;
        browser.wait_text("case-title", SCRIPT).await?;
        browser.wait_text("terms", "Importation").await?;
        only_text(browser).await?;
        browser.shot("script-is-text").await?;
        browser.visit("/cases").await?;
        browser.wait_text("case-table", SCRIPT).await?;
        only_text(browser).await?;
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn an_exhibit_is_not_logged_from_a_bad_form() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        desk.turn_to("evidence/new").await?;
        browser.find("exhibit-form").await?;
        browser.click("log-exhibit").await?;
        for field in ["photo.reason", "kind", "description", "found.text"] {
            said(browser, field, MISSING).await?;
        }
        wait_focus(browser, "photo.reason").await?;
        browser.shot("exhibit-missing").await?;

        browser.choose("[name='kind']", "device").await?;
        paste(browser, "[name='photo.reason']", "no camera").await?;
        paste(browser, "[name='description']", SCRIPT).await?;
        paste(browser, "[name='found.text']", "Row 14").await?;
        for (field, right, long) in [
            ("photo.reason", "no camera", 10_001),
            ("description", SCRIPT, 10_001),
            ("found.text", "Row 14", 501),
        ] {
            let send = (field, "log-exhibit");
            refused(browser, send, &"n".repeat(long), TOO_LONG).await?;
            refused(browser, send, REVERSED, INVISIBLE).await?;
            paste(browser, &format!("[name='{field}']"), right).await?;
        }

        // What is wrong in a part that is folded in folds it out.
        desk.fold_out("fold-thing").await?;
        paste(browser, "[name='owner']", REVERSED).await?;
        desk.fold_out("fold-thing").await?;
        browser.click("log-exhibit").await?;
        said(browser, "owner", INVISIBLE).await?;
        wait_focus(browser, "owner").await?;
        assert_eq!(typed(browser, "[name='owner']").await?, REVERSED);
        browser.shot("exhibit-folded-out").await?;
        paste(browser, "[name='owner']", SCRIPT).await?;

        // So it is with a number that is no number.
        desk.fold_out("fold-identifiers").await?;
        paste(browser, "identifier-value", &"9".repeat(501)).await?;
        browser.click("log-exhibit").await?;
        let beside = "[data-testid='identifier'] .field-error";
        browser.wait_text(beside, TOO_LONG).await?;
        wait_focus(browser, "identifier-value").await?;
        paste(browser, "identifier-value", REVERSED).await?;
        browser.click("log-exhibit").await?;
        browser.wait_text(beside, INVISIBLE).await?;
        assert!(desk.exhibits().await?.is_empty(), "nothing was sent");

        paste(browser, "identifier-value", "").await?;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        assert_eq!(line.description, SCRIPT);
        browser.wait_text("exhibit-details", SCRIPT).await?;
        only_text(browser).await?;
        desk.turn_to("timeline").await?;
        browser.wait_text("main", "TIDEMARK").await?;
        only_text(browser).await?;
        desk.close().await
    })
    .await
}

/// In Spanish, for the words are the reader's.
#[tokio::test]
async fn an_offer_says_all_that_is_missing_in_the_readers_language() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        desk.joined_by(("QN-S3", "Exhibits store")).await?;
        desk.officer.log(desk.case, exhibit("Handset")).await?;
        let browser = &desk.browser;
        browser.choose("language", "es").await?;
        desk.turn_to("hand-overs").await?;
        browser.click("offer").await?;
        browser.click("offer-submit").await?;
        for field in ["exhibits", "to", "purpose"] {
            said(browser, field, "Rellene").await?;
        }
        wait_focus(browser, "offer-exhibit").await?;
        browser.shot("offer-missing").await?;

        browser.click("offer-exhibit").await?;
        let receiver = browser
            .wait("somebody to offer to", async || {
                let script = "return [...document.querySelector(\"[name='to']\").options]\
                              .find(o => o.text.includes('QN-S3'))?.value ?? null";
                Ok(browser.script(script).await?.as_str().map(str::to_owned))
            })
            .await?;
        browser.choose("[name='to']", &receiver).await?;
        for (field, right, long) in [
            ("purpose", SCRIPT, 10_001),
            ("place", "Muelle 4", 501),
            ("seal_out", "K-004417", 501),
            ("condition", "Precinto intacto", 10_001),
        ] {
            let send = (field, "offer-submit");
            refused(browser, send, &"n".repeat(long), "Demasiado largo").await?;
            refused(browser, send, REVERSED, "invisible").await?;
            paste(browser, &format!("[name='{field}']"), right).await?;
        }
        desk.officer.pull().await;
        let before = desk.officer.handovers(desk.case).await?;
        assert!(before.from_me.is_empty(), "nothing was sent");

        browser.click("offer-submit").await?;
        browser.wait_count("dialog[open]", 0).await?;
        browser.wait_text("from-me", SCRIPT).await?;
        only_text(browser).await?;
        desk.officer.pull().await;
        let after = desk.officer.handovers(desk.case).await?;
        let offer = after.from_me.first().context("the offer")?;
        assert_eq!(offer.purpose, SCRIPT);
        assert_eq!(offer.place, "Muelle 4");
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn an_invitation_for_nobody_or_for_a_trick_is_not_made() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        browser.visit("/organisation").await?;
        browser.click("invite").await?;
        wait_focus(browser, "invite-for").await?;
        for (text, words) in [
            ("   ", MISSING),
            ("n\u{202e}3S-NQ", INVISIBLE),
            (&*"n".repeat(201), TOO_LONG),
        ] {
            refused(browser, ("for-whom", "invite-submit"), text, words).await?;
        }
        browser.shot("invite-refused").await?;
        let invitations = desk.officer.organisation().await?.invitations;
        assert!(invitations.is_empty(), "nothing was sent");
        paste(browser, "invite-for", SCRIPT).await?;
        browser.click("invite-submit").await?;
        browser.find("invite-link").await?;
        browser.click("invite-done").await?;
        browser.wait_text("invitations", SCRIPT).await?;
        only_text(browser).await?;
        desk.close().await
    })
    .await
}

#[tokio::test]
async fn while_the_server_is_away_nothing_typed_is_lost() -> anyhow::Result<()> {
    at_work(async {
        let mut desk = Desk::open().await?;
        desk.begin_exhibit("Handset found in the canteen").await?;
        tokio::time::timeout(Duration::from_secs(20), desk.server.stop())
            .await
            .context("the server stops")??;
        let browser = &desk.browser;
        browser.click("log-exhibit").await?;
        let failure = browser.find("failure").await?;
        assert_eq!(failure.attr("data-code").await?.as_deref(), Some("offline"));
        browser
            .wait_text("failure", "what you typed is still here")
            .await?;
        browser
            .wait("the failure in sight, for the button is far below", async || {
                let script = "const at = document.querySelector(\"[data-testid='failure']\").getBoundingClientRect(); \
                              return at.top > -1 && at.bottom < innerHeight + 1";
                Ok((browser.script(script).await?.as_bool() == Some(true)).then_some(()))
            })
            .await?;
        browser
            .wait("the line that says offline", async || {
                let state = browser
                    .find("saved-state")
                    .await?
                    .attr("data-state")
                    .await?;
                Ok((state.as_deref() == Some("offline")).then_some(()))
            })
            .await?;
        assert_eq!(
            typed(browser, "[name='description']").await?,
            "Handset found in the canteen"
        );
        browser.shot("server-away").await?;

        desk.server = desk.server.restart().await?;
        let browser = &desk.browser;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        assert_eq!(line.description, "Handset found in the canteen");
        assert_eq!(desk.exhibits().await?.len(), 1, "once");
        browser
            .wait("the line that says saved", async || {
                let state = browser
                    .find("saved-state")
                    .await?
                    .attr("data-state")
                    .await?;
                Ok((state.as_deref() == Some("saved")).then_some(()))
            })
            .await?;
        // The browser itself reports every request that met nobody.
        let Desk { browser, .. } = desk;
        browser.close_having_seen("net::ERR_CONNECTION").await
    })
    .await
}

/// Whatever page it comes from.
#[tokio::test]
async fn a_sign_in_name_that_misleads_is_refused() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let link = server.invite().await?;
        let kestria = Some(("Kestria", "QN"));
        let tricked = ("QN-P1\u{202e}", "Prosecutor");
        let refused = Person::register(server.origin(), &link, tricked, kestria).await;
        let said = refused.err().context("it is refused")?.to_string();
        assert!(said.contains("sign-in-name"), "{said}");
        assert!(said.contains("bidi-control"), "{said}");
        let endless = "Q".repeat(101);
        let long = (endless.as_str(), "Prosecutor");
        let refused = Person::register(server.origin(), &link, long, kestria).await;
        let said = refused.err().context("it is refused")?.to_string();
        assert!(said.contains("too-long"), "{said}");
        assert!(said.contains("\"100\""), "it says how long: {said}");
        // The invitation still stands.
        Person::register(server.origin(), &link, ("QN-P1", "Prosecutor"), kestria).await?;
        Ok(())
    })
    .await
}
