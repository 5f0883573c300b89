//! Where somebody stands in a case: suspended, reinstated, let go, the last administrator.

use anyhow::Context as _;
use hawser_casework::{Custodian, PersonId};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{acceptance, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;
use hawser_views::command::Standing;

use super::browser_of;
use super::people::founder;
use crate::main_job::Scene;

/// Either banner: the access is suspended or has ended.
const SHUT: &str = "[data-testid='access-suspended'], [data-testid='access-ended']";

/// A part of somebody's row on the people page.
fn in_row(person: PersonId, testid: &str) -> String {
    format!("[data-testid='member'][data-person='{person}'] [data-testid='{testid}']")
}

/// Does something to somebody's standing, with a reason.
async fn change_standing(
    browser: &Browser,
    person: PersonId,
    act: &str,
    reason: &str,
) -> anyhow::Result<()> {
    browser.click(&in_row(person, act)).await?;
    browser
        .fill("[data-testid='standing-form'] [name='reason']", reason)
        .await?;
    browser.click("standing-submit").await?;
    browser.wait_count("dialog[open]", 0).await
}

#[tokio::test]
async fn a_suspended_member_is_told_at_once_and_opens_nothing_newer() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let person = scene.forensics.me().await?.person;
        let elsewhere = scene.forensics.sign_in_elsewhere(server.origin()).await?;
        let before = scene.customs.log(case, exhibit("First handset")).await?;
        elsewhere.pull().await;
        elsewhere.exhibit(case, before).await?;
        let theirs = browser_of(&server, &scene.forensics).await?;
        theirs.visit(&format!("/cases/{case}/evidence")).await?;
        theirs.wait_text("exhibit-table", "First handset").await?;

        let browser = browser_of(&server, &scene.prosecutor).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.click(&in_row(person, "suspend")).await?;
        browser.find("standing-form").await?;
        browser.shot("people-suspend").await?;
        browser
            .fill(
                "[data-testid='standing-form'] [name='reason']",
                "Internal inquiry",
            )
            .await?;
        browser.click("standing-submit").await?;
        browser.wait_text(&row(person), "Suspended").await?;

        // Their page says so by itself, and what is logged from now on does not come.
        theirs.find(SHUT).await?;
        theirs.shot("people-suspended-there").await?;
        scene.customs.pull().await;
        let later = scene.customs.log(case, exhibit("Second handset")).await?;
        elsewhere.pull().await;
        let unknown = elsewhere
            .refused(Command::Exhibit {
                space: case,
                exhibit: later,
            })
            .await?;
        assert_eq!(unknown, "unknown-exhibit");
        theirs.visit("/cases").await?;
        theirs.wait_text("case-table", "suspended").await?;
        theirs
            .visit(&format!("/cases/{case}/evidence/{later}"))
            .await?;
        theirs.find("access-suspended").await?;
        theirs.visit(&format!("/cases/{case}/evidence")).await?;
        theirs.find("access-suspended").await?;
        let text = theirs.text("body").await?;
        assert!(!text.contains("Second handset"), "{text}");
        browser.close().await?;
        theirs.close().await
    })
    .await
}

fn row(person: PersonId) -> String {
    format!("[data-testid='member'][data-person='{person}']")
}

#[tokio::test]
async fn a_reinstated_member_works_on_in_the_same_page() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let case = scene.case;
        let person = scene.forensics.me().await?.person;
        let theirs = browser_of(&server, &scene.forensics).await?;
        theirs.visit(&format!("/cases/{case}/evidence")).await?;
        theirs.find("no-exhibits").await?;
        scene
            .prosecutor
            .does(Command::ChangeStanding {
                space: case,
                person,
                standing: Standing::Suspend,
                reason: "Internal inquiry".to_owned(),
                despite_matters: false,
            })
            .await?;
        theirs.find(SHUT).await?;
        scene.customs.pull().await;
        scene.customs.log(case, exhibit("Logged meanwhile")).await?;

        let browser = browser_of(&server, &scene.prosecutor).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        change_standing(&browser, person, "reinstate", "The inquiry found nothing").await?;
        browser.wait_text(&row(person), "Active").await?;

        // No reload: the banner goes, what was logged meanwhile can be read, and work goes on.
        theirs.wait_count(SHUT, 0).await?;
        theirs
            .wait_text("exhibit-table", "Logged meanwhile")
            .await?;
        theirs.shot("people-reinstated-there").await?;
        theirs.visit(&format!("/cases/{case}/evidence/new")).await?;
        theirs.find("exhibit-form").await?;
        scene.forensics.pull().await;
        scene.forensics.log(case, exhibit("Logged again")).await?;
        browser.visit(&format!("/cases/{case}/evidence")).await?;
        browser.wait_text("exhibit-table", "Logged again").await?;
        browser.close().await?;
        theirs.close().await
    })
    .await
}

/// An answer to an offer that takes the exhibit.
#[tokio::test]
async fn whoever_still_holds_exhibits_cannot_be_let_go() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let (case, forensics) = (scene.case, &scene.forensics);
        let person = forensics.me().await?.person;
        let customs = scene.customs.me().await?.person;
        let to = Custodian::Member { person: customs };
        let handset = forensics.log(case, exhibit("Handset")).await?;
        let laptop = forensics.log(case, exhibit("Laptop")).await?;
        let offer = forensics.offers(case, &[handset], to).await?;

        let browser = browser_of(&server, &scene.prosecutor).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.wait_text(&row(person), "holds 2 exhibits").await?;
        browser.click(&in_row(person, "end-access")).await?;
        let left = browser.find("left-open").await?;
        browser.wait_text("left-open", "Handset").await?;
        browser.wait_text("left-open", "Laptop").await?;
        browser
            .wait_text("left-open", "1 offer without an answer")
            .await?;
        assert_eq!(left.find_all(thirtyfour::By::Tag("li")).await?.len(), 3);
        browser
            .fill(
                "[data-testid='standing-form'] [name='reason']",
                "Leaves the service",
            )
            .await?;
        let submit = browser.find("standing-submit").await?;
        assert!(!submit.is_enabled().await?, "not while something is left");
        browser.shot("people-left-open").await?;

        // Dealt with while the dialog is open, it becomes possible there and then.
        scene.customs.pull().await;
        scene.customs.does(acceptance(case, offer, handset)).await?;
        browser
            .wait("the list to shrink", async || {
                Ok((!browser.text("left-open").await?.contains("Handset")).then_some(()))
            })
            .await?;
        forensics.pull().await;
        let offer = forensics.offers(case, &[laptop], to).await?;
        scene.customs.pull().await;
        scene.customs.does(acceptance(case, offer, laptop)).await?;
        browser.wait_count("left-open", 0).await?;
        let reason = browser
            .find("[data-testid='standing-form'] [name='reason']")
            .await?;
        assert_eq!(
            reason.prop("value").await?.as_deref(),
            Some("Leaves the service"),
            "what was typed stays"
        );
        browser.click("standing-submit").await?;
        browser.wait_text(&row(person), "Ended").await?;
        assert_eq!(browser.count(&in_row(person, "reinstate")).await?, 0);
        browser.shot("people-ended").await?;
        scene.customs.pull().await;
        let later = scene.customs.log(case, exhibit("Second handset")).await?;
        forensics.pull().await;
        forensics
            .refused(Command::Exhibit {
                space: case,
                exhibit: later,
            })
            .await?;
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn whoever_will_not_hand_over_goes_all_the_same() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let (case, forensics) = (scene.case, &scene.forensics);
        let person = forensics.me().await?.person;
        let customs = scene.customs.me().await?.person;
        let to = Custodian::Member { person: customs };
        let handset = forensics.log(case, exhibit("Handset")).await?;
        let laptop = forensics.log(case, exhibit("Laptop")).await?;
        forensics.offers(case, &[handset], to).await?;

        let browser = browser_of(&server, &scene.prosecutor).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.wait_text(&row(person), "holds 2 exhibits").await?;
        browser.click(&in_row(person, "end-access")).await?;
        browser.wait_text("left-open", "Laptop").await?;
        browser
            .fill(
                "[data-testid='standing-form'] [name='reason']",
                "Under inquiry, does not answer",
            )
            .await?;
        browser.click("despite-matters").await?;
        browser.click("standing-submit").await?;
        browser.wait_text(&row(person), "Ended").await?;

        // It stays theirs in the record, until an administrator has somebody take it in.
        browser
            .visit(&format!("/cases/{case}/evidence/{laptop}"))
            .await?;
        browser.wait_text("holder", "QR-D2").await?;
        browser.find("offer").await?;
        browser.shot("people-left-behind").await?;
        scene.prosecutor.pull().await;
        let onward = scene.prosecutor.offers(case, &[laptop], to).await?;
        scene.customs.pull().await;
        scene.customs.does(acceptance(case, onward, laptop)).await?;
        browser.wait_text("holder", "QN-C2").await?;
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn the_last_administrator_cannot_go() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let first = founder(&server, "QN-P1", ("Kestria", "QN")).await?;
        let second = first
            .colleague(server.origin(), ("QN-P2", "Prosecutor"))
            .await?;
        let member = first
            .colleague(server.origin(), ("QN-C2", "Customs investigator"))
            .await?;
        let case = first.create_case(terms("TIDEMARK")).await?;
        first
            .nominate(
                case,
                &[(&second, "administrator"), (&member, "member")],
                true,
            )
            .await?;
        first.admit_all(case).await?;
        let (first_id, second_id) = (first.me().await?.person, second.me().await?.person);
        let page = format!("/cases/{case}/people");
        let acts = ["change-role", "suspend", "end-access"];

        // A member decides about nobody.
        let theirs = browser_of(&server, &member).await?;
        theirs.visit(&page).await?;
        theirs.wait_count("member", 3).await?;
        for act in acts {
            assert_eq!(theirs.count(act).await?, 0, "{act}");
        }

        // With two administrators, one lets the other go; then the last one stays.
        let browser = browser_of(&server, &second).await?;
        browser.visit(&page).await?;
        browser.find(&in_row(first_id, "end-access")).await?;
        for act in acts {
            assert_eq!(browser.count(&in_row(second_id, act)).await?, 0, "{act}");
        }
        let theirs_of_first = browser_of(&server, &first).await?;
        theirs_of_first.visit(&page).await?;
        theirs_of_first.wait_count("member", 3).await?;
        change_standing(&browser, first_id, "end-access", "Moves to another service").await?;
        browser.wait_text(&row(first_id), "Ended").await?;
        for act in acts {
            assert_eq!(browser.count(&in_row(second_id, act)).await?, 0, "{act}");
        }
        browser.shot("people-last-administrator").await?;
        second.pull().await;
        let view = second.people(case).await?;
        let last = view
            .members
            .iter()
            .find(|one| one.person == second_id)
            .context("the last administrator")?;
        assert_eq!(
            (last.role.as_str(), last.state.as_str()),
            ("administrator", "active")
        );
        let go = |standing| Command::ChangeStanding {
            space: case,
            person: second_id,
            standing,
            reason: "Moves on".to_owned(),
            despite_matters: false,
        };
        assert_eq!(second.refused(go(Standing::End)).await?, "oneself");
        // Whoever was let go reads so on the page that was open, and decides nothing there any more.
        theirs_of_first.find("access-ended").await?;
        theirs_of_first.wait_count("end-access", 0).await?;
        theirs_of_first.close().await?;
        theirs.close().await?;
        browser.close().await
    })
    .await
}
