//! Exchange with a third State under check, in real browsers: sent, checked item by item, shared.

use std::path::PathBuf;

use hawser_casework::record::SubmissionOutcome;
use hawser_casework::{Handling, SpaceId};
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::{photo, statement_pdf};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::exchange::{otherwise, passing, text_file};
use hawser_e2e::person::{Person, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;
use hawser_views::command::Standing;
use hawser_views::exchange::ExchangeCommand;

use super::{browser_of, file, typed};

/// Kestria's prosecutor and customs, Santa Brisa's officer, and the case they share under check.
struct Quay {
    server: TestServer,
    prosecutor: Person,
    customs: Person,
    officer: Person,
    case: SpaceId,
    folder: tempfile::TempDir,
}

impl Quay {
    async fn set(controller: &str) -> anyhow::Result<Self> {
        let server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let customs = prosecutor
            .colleague(server.origin(), ("QN-C2", "Customs investigator"))
            .await?;
        let officer = Person::found(&server, ("QS-C4", "Officer"), ("Santa Brisa", "QS")).await?;
        prosecutor.compare_with(&officer).await?;
        let mut terms = terms("TIDEMARK");
        controller.clone_into(&mut terms.controller);
        let case = prosecutor.create_case(terms).await?;
        prosecutor
            .nominate(case, &[(&customs, "member")], true)
            .await?;
        prosecutor.admit_all(case).await?;
        prosecutor
            .admit_third_state(case, &officer, &[(&officer, "leader")])
            .await?;
        for person in [&customs, &officer] {
            person.pull().await;
        }
        Ok(Self {
            server,
            prosecutor,
            customs,
            officer,
            case,
            folder: tempfile::tempdir()?,
        })
    }

    async fn at(&self, person: &Person, part: &str) -> anyhow::Result<Browser> {
        let browser = browser_of(&self.server, person).await?;
        browser
            .visit(&format!("/cases/{}/{part}", self.case))
            .await?;
        Ok(browser)
    }

    fn files(&self) -> anyhow::Result<Vec<PathBuf>> {
        let slip = statement_pdf(&["EXERCISE", "Weighbridge slip 88213"]);
        Ok(vec![
            file(self.folder.path(), "carga.jpg", &photo(1)?)?,
            file(self.folder.path(), "boleta.pdf", &slip)?,
        ])
    }
}

#[tokio::test]
async fn a_third_state_sends_the_desk_decides_and_each_learns_what_is_theirs() -> anyhow::Result<()>
{
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let officer = quay.at(&quay.officer, "exchange").await?;
        officer.choose("language", "es").await?;
        officer.find("may-send").await?;
        // Nothing of the team's own work has a page here.
        assert_eq!(officer.count("tab-evidence").await?, 0);
        assert_eq!(officer.count("tab-hand-overs").await?, 0);
        let exchange = format!("/cases/{}/exchange", quay.case);
        for part in ["evidence", "evidence/new", "hand-overs"] {
            officer
                .follow(&format!("/cases/{}/{part}", quay.case))
                .await?;
            officer.wait_for_path(&exchange).await?;
            officer.find("may-send").await?;
        }
        officer.click("send-for-check").await?;
        // What is missing is said at its field, and nothing is lost.
        officer.click("submit-send").await?;
        officer.find("[name='title'][aria-invalid='true']").await?;
        officer
            .fill(
                "[data-testid='submit-form'] [name='title']",
                "Carga del contenedor",
            )
            .await?;
        officer
            .give_files(
                "[data-testid='submit-form'] [data-testid='files-input']",
                &quay.files()?,
            )
            .await?;
        officer.wait_count("chosen-file", 2).await?;
        officer.shot("exchange-submit").await?;
        officer.click("submit-send").await?;
        officer.wait_count("dialog[open]", 0).await?;
        officer.wait_count("item", 2).await?;
        officer.wait_text("item", "pendiente").await?;

        let customs = quay.at(&quay.customs, "exchange").await?;
        customs.find("nothing-shared").await?;
        assert_eq!(
            customs.count("submission").await?,
            0,
            "nobody else sees that it exists"
        );
        assert_eq!(customs.count("desk").await?, 0);

        let prosecutor = browser_of(&quay.server, &quay.prosecutor).await?;
        prosecutor
            .wait_text("waiting", "Santa Brisa: 2 items await your check")
            .await?;
        prosecutor
            .visit(&format!("/cases/{}/exchange", quay.case))
            .await?;
        prosecutor.find("desk-item").await?;
        prosecutor.wait_text("desk-place", "1 of 2").await?;
        prosecutor.shot("exchange-desk").await?;
        // Passing on needs both confirmations and somebody for whom it is meant.
        prosecutor.click("outcome-passed-on").await?;
        prosecutor.click("decide").await?;
        prosecutor
            .find("[name='limited_to_purpose'][aria-invalid='true']")
            .await?;
        prosecutor.click("[name='limited_to_purpose']").await?;
        prosecutor.click("[name='meets_conditions']").await?;
        prosecutor.click("addressee-party").await?;
        prosecutor.click("decide").await?;
        prosecutor.wait_text("desk", "boleta.pdf").await?;
        // The second is given back with a reason.
        prosecutor.click("outcome-returned").await?;
        prosecutor.click("decide").await?;
        prosecutor
            .find("[name='reason'][aria-invalid='true']")
            .await?;
        // What was wrong for this outcome is not wrong for another.
        prosecutor.click("outcome-kept").await?;
        prosecutor
            .wait_count("[name='reason'][aria-invalid='true']", 0)
            .await?;
        prosecutor.click("outcome-returned").await?;
        prosecutor
            .fill(
                "[data-testid='desk-form'] [name='reason']",
                "Not of this container",
            )
            .await?;
        prosecutor.click("decide").await?;
        prosecutor.find("desk-empty").await?;

        // It arrives where it is meant for, with its author; the other never does.
        customs.wait_text("shares", "carga.jpg").await?;
        customs.wait_text("shares", "QS-C4").await?;
        assert!(!customs.text("shares").await?.contains("boleta.pdf"));
        customs.click("download").await?;
        customs.wait_text("downloaded", "1 of 2").await?;
        customs.shot("exchange-team").await?;
        // The sender learns of both, in Spanish.
        officer
            .wait_text("submissions", "Not of this container")
            .await?;
        officer.wait_text("submissions", "devuelt").await?;
        officer.shot("exchange-sender").await?;
        for browser in [officer, customs, prosecutor] {
            browser.close().await?;
        }
        quay.server.knows_nothing_of(&[
            "carga.jpg",
            "boleta.pdf",
            "Not of this container",
            "Carga del",
        ])
    })
    .await
}

#[tokio::test]
async fn a_redacted_copy_is_passed_on_and_its_original_stays_at_the_desk() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let log = text_file("registro.txt", "FULANO DE TAL, 04:12");
        quay.officer
            .sends(quay.case, "Registro de puerta", vec![log], Handling::default())
            .await?;
        let prosecutor = quay.at(&quay.prosecutor, "exchange").await?;
        prosecutor.click("outcome-passed-redacted").await?;
        let copy = file(quay.folder.path(), "registro-redacted.txt", b"[redacted], 04:12")?;
        prosecutor
            .give_files("[data-testid='redacted-copy'] [data-testid='files-input']", &[copy])
            .await?;
        prosecutor
            .wait("the copy can be chosen", async || {
                Ok((prosecutor.count("[name='instead'] option").await? > 1).then_some(()))
            })
            .await?;
        let value = prosecutor
            .script("return [...document.querySelector(\"[name='instead']\").options].map(o => o.value).find(v => v)")
            .await?;
        prosecutor
            .choose("[name='instead']", value.as_str().unwrap_or_default())
            .await?;
        prosecutor.click("[name='limited_to_purpose']").await?;
        prosecutor.click("[name='meets_conditions']").await?;
        prosecutor.click("addressee-party").await?;
        prosecutor
            .fill("[data-testid='desk-form'] [name='reason']", "Name of a driver")
            .await?;
        prosecutor.click("decide").await?;
        prosecutor.find("desk-empty").await?;
        let customs = quay.at(&quay.customs, "exchange").await?;
        customs.wait_text("shares", "registro-redacted.txt").await?;
        customs.wait_text("shares", "redacted copy").await?;
        assert!(!customs.text("shares").await?.contains("registro.txt"));
        for browser in [customs, prosecutor] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_controller_the_page_says_who_has_to_do_what() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("").await?;
        let officer = quay.at(&quay.officer, "exchange").await?;
        officer
            .wait_text("no-controller", "QN-P1 (Kestria)")
            .await?;
        assert_eq!(officer.count("send-for-check").await?, 0);
        let prosecutor = browser_of(&quay.server, &quay.prosecutor).await?;
        prosecutor
            .wait_text("waiting", "no controller is designated")
            .await?;
        prosecutor.visit(&format!("/cases/{}", quay.case)).await?;
        prosecutor.click("correct-controller").await?;
        prosecutor
            .fill(
                "[data-testid='correct-dialog'] [name='new']",
                "Prosecution service",
            )
            .await?;
        prosecutor
            .fill(
                "[data-testid='correct-dialog'] [name='why']",
                "Annex to the agreement",
            )
            .await?;
        prosecutor.click("correct-submit").await?;
        prosecutor.wait_count("dialog[open]", 0).await?;
        // Told live.
        officer.find("send-for-check").await?;
        officer.wait_text("may-send", "Prosecution service").await?;
        for browser in [officer, prosecutor] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn sharing_asks_for_the_necessity_check_and_keeps_to_limits() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let seal = quay
            .customs
            .log(quay.case, exhibit("Bolt seal, broken"))
            .await?;
        let photo = text_file("seal.txt", "canary-seal");
        quay.customs
            .attach(quay.case, seal, vec![photo])
            .await
            .map_err(hawser_e2e::person::told)?;
        quay.customs
            .log(quay.case, exhibit("Something of nobody's concern"))
            .await?;
        let customs = quay.at(&quay.customs, &format!("evidence/{seal}")).await?;
        customs.click("share").await?;
        customs.wait_count("share-record", 2).await?;
        customs.click("share-submit").await?;
        customs.find("[name='necessity'][aria-invalid='true']").await?;
        customs
            .script("document.querySelectorAll(\"[data-testid='share-record']\").forEach(box => box.click())")
            .await?;
        customs
            .fill("[data-testid='share-form'] [name='title']", "Seal and its photo")
            .await?;
        customs
            .fill("[data-testid='share-form'] [name='reason']", "To find where the clone was loaded")
            .await?;
        customs.click("addressee").await?;
        customs.click("[name='necessity']").await?;
        customs.shot("exchange-share").await?;
        customs.click("share-submit").await?;
        customs.wait_count("dialog[open]", 0).await?;

        let officer = browser_of(&quay.server, &quay.officer).await?;
        officer.wait_text("waiting", "Seal and its photo").await?;
        officer
            .visit(&format!("/cases/{}/exchange", quay.case))
            .await?;
        officer.wait_text("shares", "seal.txt").await?;
        officer.click("download").await?;
        officer.wait_text("downloaded", "1 of 1").await?;
        officer.shot("exchange-shared-with-us").await?;
        // Of the rest there is nothing on any page of theirs.
        for part in ["", "timeline", "people", "record", "exchange"] {
            officer
                .visit(format!("/cases/{}/{part}", quay.case).trim_end_matches('/'))
                .await?;
            officer.find("case-title").await?;
            officer.wait_count("[aria-busy='true']", 0).await?;
            let text = officer.text("main").await?;
            anyhow::ensure!(!text.contains("concern"), "{part}: {text}");
        }
        customs
            .visit(&format!("/cases/{}/exchange", quay.case))
            .await?;
        customs.wait_text("downloaded", "1 of 1").await?;
        for browser in [customs, officer] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_request_is_read_and_answered() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let customs = quay.at(&quay.customs, "exchange").await?;
        customs.click("ask").await?;
        customs
            .fill(
                "[data-testid='ask-form'] [name='subject']",
                "Gate log of week 21",
            )
            .await?;
        customs
            .fill(
                "[data-testid='ask-form'] [name='text']",
                "All lanes, to find the loading point.",
            )
            .await?;
        customs.click("ask-submit").await?;
        customs
            .wait_text("requests", "Nobody has read it yet")
            .await?;
        let officer = quay.at(&quay.officer, "exchange").await?;
        officer.wait_text("requests", "Gate log of week 21").await?;
        officer.click("mark-read").await?;
        customs.wait_text("requests", "Read by QS-C4").await?;
        officer.click("send-for-check").await?;
        officer
            .fill("[data-testid='submit-form'] [name='title']", "Gate log")
            .await?;
        officer
            .fill(
                "[data-testid='submit-form'] [name='note']",
                "No truck of that number passed.",
            )
            .await?;
        quay.officer.pull().await;
        let request = quay.officer.exchange(quay.case).await?.requests[0].record;
        officer
            .choose("[name='answers']", &request.to_string())
            .await?;
        officer.click("submit-send").await?;
        officer
            .wait_text("submissions", "Gate log of week 21")
            .await?;
        officer.wait_text("requests", "Answered").await?;
        for browser in [customs, officer] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_secretariat_has_no_button_to_decide_or_share() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let secretariat = quay
            .prosecutor
            .colleague(quay.server.origin(), ("QN-N1", "Secretariat"))
            .await?;
        quay.prosecutor
            .nominate(quay.case, &[(&secretariat, "support")], true)
            .await?;
        quay.prosecutor.admit_all(quay.case).await?;
        quay.officer
            .does(Command::Exchange(ExchangeCommand::View {
                space: quay.case,
            }))
            .await?;
        quay.officer
            .sends(quay.case, "Registro", Vec::new(), Handling::default())
            .await?;
        let browser = quay.at(&secretariat, "exchange").await?;
        browser.find("shares").await?;
        for button in [
            "share",
            "ask",
            "decide",
            "send-for-check",
            "desk",
            "submissions",
        ] {
            assert_eq!(browser.count(button).await?, 0, "{button}");
        }
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn what_should_not_be_sent_is_said_at_its_field_and_nothing_is_lost() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let officer = quay.at(&quay.officer, "exchange").await?;
        officer.click("send-for-check").await?;
        let many = (0..101)
            .map(|at| file(quay.folder.path(), &format!("page-{at}.txt"), b"page"))
            .collect::<anyhow::Result<Vec<_>>>()?;
        officer
            .give_files(
                "[data-testid='submit-form'] [data-testid='files-input']",
                &many,
            )
            .await?;
        officer.wait_count("chosen-file", 101).await?;
        let title = "[data-testid='submit-form'] [name='title']";
        officer.fill(title, "<b>Registro</b> completo").await?;
        officer.click("submit-send").await?;
        officer
            .wait_text("[id='files-error']", "at most 100 at once")
            .await?;
        assert_eq!(typed(&officer, title).await?, "<b>Registro</b> completo");
        super::paste(&officer, title, "invoice\u{202e}gnp.exe").await?;
        officer.click("submit-send").await?;
        officer
            .wait_text("[id='title-error']", "invisible character")
            .await?;
        // What a hostile title says is text at the desk, nothing else.
        quay.officer
            .sends(
                quay.case,
                "<script>document.title = 'taken over'</script>",
                Vec::new(),
                Handling::default(),
            )
            .await?;
        let prosecutor = quay.at(&quay.prosecutor, "exchange").await?;
        prosecutor.wait_text("desk-item", "<script>").await?;
        let title = prosecutor.script("return document.title").await?;
        assert_ne!(title.as_str(), Some("taken over"));
        for browser in [officer, prosecutor] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_administrators_decide_at_once_and_the_first_counts() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let second = quay
            .prosecutor
            .colleague(quay.server.origin(), ("QN-P2", "Prosecutor"))
            .await?;
        quay.prosecutor
            .nominate(quay.case, &[(&second, "administrator")], true)
            .await?;
        quay.prosecutor.admit_all(quay.case).await?;
        quay.officer.pull().await;
        let item = quay
            .officer
            .sends(quay.case, "Registro", Vec::new(), Handling::default())
            .await?;
        for person in [&quay.prosecutor, &second] {
            person.pull().await;
        }
        let customs = quay.customs.me().await?.person;
        quay.prosecutor
            .does(Person::decision(quay.case, item, passing(&[customs])))
            .await?;
        // The second had the item before them when the first decided.
        let late = otherwise(SubmissionOutcome::Returned, "Not of this case");
        let code = second
            .refused(Person::decision(quay.case, item, late))
            .await?;
        assert_eq!(code, "already-decided");
        quay.officer.pull().await;
        let seen = quay.officer.exchange(quay.case).await?;
        assert_eq!(seen.submissions[0].items[0].outcome, "passed-on");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn five_hundred_files_at_once_are_refused_and_nothing_typed_is_lost() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let files: Vec<PathBuf> = (0..500)
            .map(|sheet| {
                let (name, text) = (format!("hoja-{sheet:03}.txt"), format!("Hoja {sheet}"));
                file(quay.folder.path(), &name, text.as_bytes())
            })
            .collect::<anyhow::Result<_>>()?;
        let officer = quay.at(&quay.officer, "exchange").await?;
        officer.click("send-for-check").await?;
        officer
            .fill(
                "[data-testid='submit-form'] [name='title']",
                "Libro de puerta",
            )
            .await?;
        officer
            .give_files(
                "[data-testid='submit-form'] [data-testid='files-input']",
                &files,
            )
            .await?;
        officer.click("submit-send").await?;
        // It says how many may go at once; what was chosen and typed is there still.
        officer
            .wait_text("[data-testid='submit-form'] .field-error", "100")
            .await?;
        officer.shot("exchange-500-files").await?;
        let title = typed(&officer, "[data-testid='submit-form'] [name='title']").await?;
        assert_eq!(title, "Libro de puerta");
        quay.prosecutor.pull().await;
        assert_eq!(quay.prosecutor.exchange(quay.case).await?.waiting, 0);
        officer.close().await
    })
    .await
}

#[tokio::test]
async fn an_administrator_who_goes_while_deciding_decides_nothing() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set("Prosecution service of Kestria").await?;
        let log = text_file("registro.txt", "04:12");
        quay.officer
            .sends(
                quay.case,
                "Registro de puerta",
                vec![log],
                Handling::default(),
            )
            .await?;
        let prosecutor = quay.at(&quay.prosecutor, "exchange").await?;
        prosecutor.click("outcome-returned").await?;
        prosecutor
            .fill(
                "[data-testid='desk-form'] [name='reason']",
                "Not of this container",
            )
            .await?;
        // The other administrator ends her part while the item lies open before her.
        let change = |person, role: &str| Command::ChangeRole {
            space: quay.case,
            person,
            role: role.to_owned(),
            reason: "Second administrator".to_owned(),
        };
        let second = quay.customs.me().await?.person;
        quay.prosecutor
            .does(change(second, "administrator"))
            .await?;
        quay.customs.pull().await;
        quay.customs
            .does(Command::ChangeStanding {
                space: quay.case,
                person: quay.prosecutor.me().await?.person,
                standing: Standing::End,
                reason: "Left the service".to_owned(),
                despite_matters: true,
            })
            .await?;
        prosecutor.find("access-ended").await?;
        anyhow::ensure!(
            prosecutor.count("decide").await? == 0
                || !prosecutor.find("decide").await?.is_enabled().await?,
            "what she can no longer do is offered still"
        );
        quay.officer.pull().await;
        let sent = quay.officer.exchange(quay.case).await?;
        let items = sent.submissions.iter().flat_map(|sent| &sent.items);
        let outcomes: Vec<_> = items.map(|item| item.outcome.as_str()).collect();
        assert!(
            outcomes.iter().all(|outcome| *outcome == "waiting"),
            "{outcomes:?}"
        );
        prosecutor.close().await
    })
    .await
}
