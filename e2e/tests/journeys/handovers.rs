//! Hand-overs: offered, taken, refused, settled, withdrawn; to a person and to a desk.

use hawser_casework::record::Answer;
use hawser_casework::{Custodian, PersonId, RecordId, SpaceId};
use hawser_e2e::browser::Browser;
use hawser_e2e::demonstration::photo;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, acceptance, exhibit, happened_now};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::{Command, Reply};

use super::{browser_of, file};
use crate::main_job::Scene;

/// Fills the form that is open, for all exhibits in it, and signs.
async fn offer_all(browser: &Browser, exhibits: usize, to: &str) -> anyhow::Result<()> {
    let form = "[data-testid='offer-form']";
    browser.wait_count("offer-exhibit", exhibits).await?;
    browser
        .script(
            "document.querySelectorAll(\"[data-testid='offer-exhibit']\")\
             .forEach(box => { if (!box.checked) box.click(); })",
        )
        .await?;
    browser
        .wait("the receiver in the list", async || {
            let option = format!("{form} option[value='{to}']");
            Ok((browser.count(&option).await? == 1).then_some(()))
        })
        .await?;
    browser.choose(&format!("{form} [name='to']"), to).await?;
    for (field, text) in [
        ("purpose", "Extraction of both devices"),
        ("place", "Gate 7, terminal"),
        ("seal_out", "K-004417"),
        ("condition", "Bags closed, seal intact"),
    ] {
        browser
            .fill(&format!("{form} [name='{field}']"), text)
            .await?;
    }
    browser.shot("handover-offer-form").await?;
    browser.click("offer-submit").await?;
    browser.wait_count("dialog[open]", 0).await
}

/// Opens the form to answer for the exhibit of this description.
async fn answer(browser: &Browser, description: &str) -> anyhow::Result<()> {
    let click = "const row = [...document.querySelectorAll(\"[data-testid='offered-exhibit']\")]\
        .find(row => row.textContent.includes(arguments[0])); \
        const button = row && row.querySelector(\"[data-testid='answer']\"); \
        if (!button) return false; button.click(); return true;";
    browser
        .wait("the answer's button", async || {
            let clicked = browser
                .driver()
                .execute(click, vec![description.into()])
                .await?;
            Ok((*clicked.json() == true).then_some(()))
        })
        .await?;
    browser.wait_text("answer-dialog", description).await
}

async fn holder(
    person: &Person,
    case: SpaceId,
    exhibit: RecordId,
) -> anyhow::Result<(String, String)> {
    person.pull().await;
    let line = person.exhibit(case, exhibit).await?.line;
    Ok((line.holder, line.custody))
}

fn member(person: PersonId) -> String {
    format!("member-{person}")
}

#[tokio::test]
async fn of_two_offered_one_is_taken_with_reservation_and_one_refused() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.customs.log(case, exhibit("Handset")).await?;
        let laptop = scene.customs.log(case, exhibit("Laptop")).await?;
        let receiver = scene.forensics.me().await?.person;
        let page = format!("/cases/{case}/hand-overs");

        let giver = browser_of(&server, &scene.customs).await?;
        giver.visit(&page).await?;
        giver
            .wait_text("nothing-moves", "You hold 2 exhibits. None is moving.")
            .await?;
        giver.click("offer").await?;
        offer_all(&giver, 2, &member(receiver)).await?;
        giver.wait_text("from-me", "Laptop").await?;
        giver.wait_text("from-me", "K-004417").await?;
        giver.shot("handover-from-me").await?;

        // It waits for the receiver, who answers for each by itself.
        let taker = browser_of(&server, &scene.forensics).await?;
        taker.wait_text("waiting", "QN-C2 offers").await?;
        taker.click("waiting-action").await?;
        taker
            .wait_text("to-me", "Extraction of both devices")
            .await?;
        taker.wait_text("to-me", "Gate 7, terminal").await?;
        taker.wait_text("to-me", "Bags closed, seal intact").await?;
        taker.shot("handover-to-me").await?;
        answer(&taker, "Handset").await?;
        taker.click("answer-accepted-with-reservation").await?;
        taker.click("answer-submit").await?;
        taker
            .wait_text("answer-form", "Please fill this in.")
            .await?;
        taker
            .fill(
                "[data-testid='answer-form'] [name='reason']",
                "The screen is cracked",
            )
            .await?;
        taker
            .fill("[data-testid='answer-form'] [name='seal_in']", "K-004417")
            .await?;
        let folder = tempfile::tempdir()?;
        let picture = file(folder.path(), "as-received.jpg", &photo(3)?)?;
        taker
            .give_files(
                "[data-testid='answer-form'] [data-testid='files-input']",
                &[picture],
            )
            .await?;
        taker.wait_text("answer-form", "as-received.jpg").await?;
        taker.shot("handover-reservation").await?;
        taker.click("answer-submit").await?;
        taker.wait_count("dialog[open]", 0).await?;
        answer(&taker, "Laptop").await?;
        taker.click("answer-refused").await?;
        taker
            .fill(
                "[data-testid='answer-form'] [name='reason']",
                "The bag holds another laptop",
            )
            .await?;
        taker.shot("handover-refuse").await?;
        taker.click("answer-submit").await?;
        taker.wait_count("dialog[open]", 0).await?;

        // Both see the dispute until it is settled; the reserved one has moved.
        for browser in [&giver, &taker] {
            browser.wait_text("disputed", "Laptop").await?;
            browser
                .wait_text("disputed", "The bag holds another laptop")
                .await?;
            browser
                .wait_text("disputed", "The screen is cracked")
                .await?;
            browser
                .wait_text("disputed", "Accepted with reservation")
                .await?;
        }
        giver.shot("handover-disputed").await?;
        assert_eq!(
            holder(&scene.prosecutor, case, handset).await?,
            ("QR-D2".to_owned(), "held".to_owned())
        );
        assert_eq!(
            holder(&scene.prosecutor, case, laptop).await?,
            ("QN-C2".to_owned(), "disputed".to_owned())
        );
        let photos = scene.prosecutor.exhibit(case, handset).await?.files;
        assert_eq!(photos.len(), 1, "the photo of what was received");
        giver.visit("/today").await?;
        giver
            .wait_text("today-summary", "1 exhibit in dispute")
            .await?;
        giver.wait_text("waiting", "is in dispute").await?;
        giver.visit(&page).await?;
        giver.click("settle").await?;
        giver.click("settle-stays-with-giver").await?;
        giver
            .fill(
                "[data-testid='settle-form'] [name='reason']",
                "Wrong bag; the laptop is in ours",
            )
            .await?;
        giver.shot("handover-settle").await?;
        giver.click("settle-submit").await?;
        for browser in [&giver, &taker] {
            browser.wait_count("disputed", 0).await?;
            browser.wait_text("done", "Settled").await?;
        }
        giver.shot("handover-settled").await?;
        assert_eq!(
            holder(&scene.prosecutor, case, laptop).await?,
            ("QN-C2".to_owned(), "held".to_owned())
        );

        // The exhibit's page tells the whole way, in order, each step signed.
        taker
            .visit(&format!("/cases/{case}/evidence/{laptop}"))
            .await?;
        taker.wait_text("holder", "QN-C2").await?;
        taker.wait_count("chain-step", 4).await?;
        let kinds = taker
            .script(
                "return [...document.querySelectorAll(\"[data-testid='chain-step']\")]\
                 .map(step => step.dataset.kind).join(' ')",
            )
            .await?;
        assert_eq!(kinds, "logged offered refused settled");
        for told in [
            "Offered by QN-C2 to QR-D2",
            "Refused by QR-D2",
            "The bag holds another laptop",
            "Wrong bag; the laptop is in ours",
            "now held by QN-C2",
            "Gate 7, terminal",
        ] {
            taker.wait_text("custody-chain", told).await?;
        }
        taker.shot("handover-chain-settled").await?;
        taker
            .visit(&format!("/cases/{case}/evidence/{handset}"))
            .await?;
        taker.wait_text("holder", "QR-D2").await?;
        taker
            .wait_text("custody-chain", "Accepted with a reservation by QR-D2")
            .await?;
        taker
            .wait_text("custody-chain", "The screen is cracked")
            .await?;
        giver.close().await?;
        taker.close().await
    })
    .await
}

#[tokio::test]
async fn an_offer_is_withdrawn_before_it_is_answered() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.customs.log(case, exhibit("Handset")).await?;
        let to = Custodian::Member {
            person: scene.forensics.me().await?.person,
        };
        let offer = scene.customs.offers(case, &[handset], to).await?;
        let page = format!("/cases/{case}/hand-overs");
        let taker = browser_of(&server, &scene.forensics).await?;
        taker.visit(&page).await?;
        taker.find("answer").await?;
        assert_eq!(taker.count("withdraw").await?, 0);

        let giver = browser_of(&server, &scene.customs).await?;
        giver.visit(&page).await?;
        giver.click("withdraw").await?;
        giver
            .wait_text("reason-dialog", "QR-D2 can no longer answer it.")
            .await?;
        giver
            .fill(
                "[data-testid='reason-form'] [name='reason']",
                "Goes to the store first",
            )
            .await?;
        giver.click("reason-submit").await?;
        giver.wait_count("from-me", 0).await?;
        scene.forensics.pull().await;
        giver.wait_text("done", "Withdrawn").await?;
        let Ok(Reply::Handovers(told)) = scene
            .forensics
            .ask(Command::Handovers { space: case })
            .await
        else {
            anyhow::bail!("no hand-overs");
        };
        assert_eq!(told.done[0].exhibits[0].reason, "Goes to the store first");
        giver.wait_text("done", "Goes to the store first").await?;
        giver.shot("handover-withdrawn").await?;

        // The receiver can answer it no more, on the page that was open or otherwise.
        taker.wait_count("answer", 0).await?;
        taker.wait_text("done", "Withdrawn").await?;
        scene.forensics.pull().await;
        let late = acceptance(case, offer, handset);
        assert_eq!(scene.forensics.refused(late).await?, "offer-withdrawn");
        assert_eq!(
            holder(&scene.prosecutor, case, handset).await?,
            ("QN-C2".to_owned(), "held".to_owned())
        );
        taker
            .visit(&format!("/cases/{case}/evidence/{handset}"))
            .await?;
        taker
            .wait_text("custody-chain", "Offer to QR-D2 withdrawn by QN-C2")
            .await?;
        taker
            .wait_text("custody-chain", "Goes to the store first")
            .await?;
        giver.close().await?;
        taker.close().await
    })
    .await
}

#[tokio::test]
async fn what_a_desk_takes_in_names_the_officer() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let mut officers = Vec::new();
        for officer in [&scene.forensics, &scene.other_prosecutor] {
            officers.push(officer.me().await?.person);
        }
        let open = Command::OpenDesk {
            space: case,
            name: "Exhibits store".to_owned(),
            officers,
        };
        let Ok(Reply::Created(desk)) = scene.prosecutor.ask(open).await else {
            anyhow::bail!("no desk");
        };
        scene.customs.pull().await;
        let handset = scene.customs.log(case, exhibit("Handset")).await?;

        let giver = browser_of(&server, &scene.customs).await?;
        giver
            .visit(&format!("/cases/{case}/evidence/{handset}"))
            .await?;
        giver.click("offer").await?;
        offer_all(&giver, 1, &format!("desk-{desk}")).await?;
        giver.wait_count("offer", 0).await?;
        let officer = browser_of(&server, &scene.forensics).await?;
        officer.visit(&format!("/cases/{case}/hand-overs")).await?;
        officer.wait_text("to-me", "Exhibits store (desk)").await?;
        officer.shot("handover-to-desk").await?;
        answer(&officer, "Handset").await?;
        officer.click("answer-accepted").await?;
        officer.click("answer-submit").await?;
        officer.wait_text("done", "Answered by QR-D2").await?;

        // Whoever gave it reads the desk, and the human behind it.
        giver.wait_text("holder", "Exhibits store").await?;
        giver
            .wait_text("custody-chain", "Accepted by QR-D2")
            .await?;
        giver.shot("handover-desk-holds").await?;

        // Any other officer of the desk can pass it on, whoever gave it cannot.
        let second = browser_of(&server, &scene.other_prosecutor).await?;
        second
            .visit(&format!("/cases/{case}/evidence/{handset}"))
            .await?;
        second.find("offer").await?;
        assert_eq!(giver.count("offer").await?, 0);
        giver.close().await?;
        officer.close().await?;
        second.close().await
    })
    .await
}

#[tokio::test]
async fn only_the_holder_can_offer() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let handset = scene.customs.log(case, exhibit("Handset")).await?;
        let to = Custodian::Member {
            person: scene.forensics.me().await?.person,
        };
        let page = format!("/cases/{case}/evidence/{handset}");
        let holds = browser_of(&server, &scene.customs).await?;
        holds.visit(&page).await?;
        holds.find("offer").await?;
        let looks = browser_of(&server, &scene.forensics).await?;
        looks.visit(&page).await?;
        looks.wait_text("holder", "QN-C2").await?;
        assert_eq!(looks.count("offer").await?, 0);
        looks.visit(&format!("/cases/{case}/hand-overs")).await?;
        looks
            .wait_text("nothing-moves", "You hold no exhibit.")
            .await?;
        assert_eq!(looks.count("offer").await?, 0);
        looks.visit(&page).await?;
        looks.wait_text("holder", "QN-C2").await?;

        // While it is offered nobody can offer it; once it is taken, the new holder can.
        let offer = scene.customs.offers(case, &[handset], to).await?;
        holds.wait_count("offer", 0).await?;
        looks.wait_text("custody-chain", "Offered by QN-C2").await?;
        assert_eq!(looks.count("offer").await?, 0);
        scene.forensics.pull().await;
        scene
            .forensics
            .does(Command::AnswerOffer {
                space: case,
                offer,
                exhibit: handset,
                answer: Answer::Accepted,
                reason: String::new(),
                seal_in: String::new(),
                happened: happened_now(),
                photo: None,
            })
            .await?;
        looks.find("offer").await?;
        looks.wait_text("holder", "QR-D2").await?;
        holds.wait_text("holder", "QR-D2").await?;
        assert_eq!(holds.count("offer").await?, 0);
        holds.close().await?;
        looks.close().await
    })
    .await
}
