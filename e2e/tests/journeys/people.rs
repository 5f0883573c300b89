//! A case and its people: nominated, declined, suspended, reinstated, ended.

use anyhow::Context as _;
use hawser_casework::{Custodian, PersonId, RecordId, SpaceId};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, exhibit, happened_now, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;
use hawser_views::command::Standing;

use super::browser_of;
use crate::main_job::Scene;

/// Either banner: the access is suspended or has ended.
const SHUT: &str = "[data-testid='access-suspended'], [data-testid='access-ended']";

async fn founder(
    server: &TestServer,
    name: &str,
    organisation: (&str, &str),
) -> anyhow::Result<Person> {
    Person::register(
        server.origin(),
        &server.invite().await?,
        (name, "Prosecutor"),
        Some(organisation),
    )
    .await
}

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
async fn a_declined_nomination_says_why_to_whoever_nominated() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let kestria = founder(&server, "QN-P1", ("Kestria", "QN")).await?;
        let lumara = founder(&server, "QR-P1", ("Lumara", "QR")).await?;
        lumara
            .colleague(server.origin(), ("QR-D2", "Digital forensics"))
            .await?;
        kestria.compare_with(&lumara).await?;
        let case = kestria.create_case(terms("TIDEMARK")).await?;
        kestria
            .does(Command::AdmitParty {
                space: case,
                party: lumara.organisation().await?.party,
                status: "bound-member-state".to_owned(),
            })
            .await?;
        lumara.does(Command::JoinCase { space: case }).await?;
        let page = format!("/cases/{case}/people");

        let there = browser_of(&server, &lumara).await?;
        there.visit(&page).await?;
        there.click("nominate").await?;
        let candidate = "const row = [...document.querySelectorAll(\"[data-testid='candidate']\")]\
            .find(row => row.textContent.includes('QR-D2')); if (!row) return false; \
            row.querySelector('input').click(); return true;";
        there
            .wait("the colleague among the candidates", async || {
                Ok((there.script(candidate).await? == true).then_some(()))
            })
            .await?;
        there.find("candidate-role").await?;
        there.shot("people-nominate").await?;
        there.click("nominate-submit").await?;
        there.wait_text("nominations", "QR-D2").await?;
        there
            .wait_text("nominations", "Waits for an administrator")
            .await?;

        // It waits on the first page of whoever administers the case, and is declined from there.
        let here = browser_of(&server, &kestria).await?;
        here.wait_text("waiting", "1 nomination waits for your decision.")
            .await?;
        here.click("waiting-action").await?;
        here.wait_text("nominations", "QR-D2").await?;
        here.wait_text("nobody-nominated", "Nobody of Lumara is admitted yet.")
            .await?;
        here.shot("people-nomination-open").await?;
        here.click("decline").await?;
        // Only whoever nominated reads the reason.
        here.wait_text("reason-dialog", "Lumara: 1 person").await?;
        here.click("reason-submit").await?;
        here.wait_text("reason-dialog", "Please fill this in.")
            .await?;
        here.fill(
            "[data-testid='reason-form'] [name='reason']",
            "One forensics officer is enough for now",
        )
        .await?;
        here.shot("people-decline").await?;
        here.click("reason-submit").await?;
        here.wait_count("dialog[open]", 0).await?;
        here.wait_count("nominations", 0).await?;

        // The nominator sees it without asking again, with the reason.
        there.wait_count("nominations", 0).await?;
        there
            .click("[data-testid='answered-nominations'] summary")
            .await?;
        there.wait_text("answered-nominations", "Declined").await?;
        there
            .wait_text(
                "answered-nominations",
                "One forensics officer is enough for now",
            )
            .await?;
        there.shot("people-declined-there").await?;
        here.click("[data-testid='answered-nominations'] summary")
            .await?;
        here.wait_text("answered-nominations", "QR-D2").await?;
        here.wait_text("answered-nominations", "Declined").await?;
        here.shot("people-declined-here").await?;
        here.visit("/today").await?;
        here.find("nothing-waits").await?;

        let told = lumara.people(case).await?.nominations;
        let stages: Vec<_> = told
            .iter()
            .map(|one| (one.stage.as_str(), one.reason.as_str()))
            .collect();
        assert_eq!(
            stages,
            [("declined", "One forensics officer is enough for now")]
        );
        assert!(
            kestria
                .people(case)
                .await?
                .members
                .iter()
                .all(|member| member.name == "QN-P1"),
            "nobody was admitted"
        );
        here.close().await?;
        there.close().await
    })
    .await
}

#[tokio::test]
async fn nothing_is_granted_before_the_safety_number_is_compared() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let kestria = founder(&server, "QN-P1", ("Kestria", "QN")).await?;
        let lumara = founder(&server, "QR-P1", ("Lumara", "QR")).await?;
        let card = lumara.organisation().await?.card;
        kestria.does(Command::AddContact { card }).await?;
        let party = lumara.organisation().await?.party;
        let case = kestria.create_case(terms("TIDEMARK")).await?;

        let browser = browser_of(&server, &kestria).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        browser.click("admit-party").await?;
        let form = "[data-testid='admit-party-form']";
        browser
            .wait("the organisation to choose", async || {
                Ok((browser
                    .count(&format!("{form} option[value='{party}']"))
                    .await?
                    == 1)
                    .then_some(()))
            })
            .await?;
        browser
            .choose(&format!("{form} [name='party']"), &party.to_string())
            .await?;
        browser
            .choose(&format!("{form} [name='status']"), "bound-member-state")
            .await?;
        browser.click("admit-party-submit").await?;
        let failure = browser.find("failure").await?;
        assert_eq!(
            failure.attr("data-code").await?.as_deref(),
            Some("not-verified")
        );
        browser
            .wait_text("failure", "The safety number has not been compared")
            .await?;
        browser.shot("people-not-compared").await?;
        kestria.pull().await;
        assert_eq!(kestria.people(case).await?.parties.len(), 1);

        // Once it is compared, the same form goes through.
        kestria.confirm(party).await?;
        browser.click("admit-party-submit").await?;
        browser.wait_count("party-section", 2).await?;
        browser.wait_text("main", "Lumara").await?;
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn what_an_organisation_has_compared_counts_at_once() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let parties = scene.other_prosecutor.people(scene.case).await?.parties;
        assert_eq!(parties.len(), 2);
        for party in parties {
            assert!(party.verified, "{} was compared by Lumara", party.name);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_is_invited_reads_the_names_of_the_parties() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let kestria = founder(&server, "QN-P1", ("Kestria", "QN")).await?;
        let lumara = founder(&server, "QR-P1", ("Lumara", "QR")).await?;
        kestria.compare_with(&lumara).await?;
        let case = kestria.create_case(terms("TIDEMARK")).await?;
        kestria
            .does(Command::AdmitParty {
                space: case,
                party: lumara.organisation().await?.party,
                status: "bound-member-state".to_owned(),
            })
            .await?;
        let mut names: Vec<_> = lumara
            .people(case)
            .await?
            .parties
            .into_iter()
            .map(|party| (party.name, party.country))
            .collect();
        names.sort();
        let wanted = [("Kestria", "QN"), ("Lumara", "QR")];
        assert_eq!(
            names,
            wanted.map(|(name, country)| (name.to_owned(), country.to_owned()))
        );
        Ok(())
    })
    .await
}

/// Another administrator has compared the party, this one's organisation has not.
#[tokio::test]
async fn an_administrator_admits_nobody_of_a_party_they_have_not_compared() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let kestria = founder(&server, "QN-P1", ("Kestria", "QN")).await?;
        let lumara = founder(&server, "QR-P1", ("Lumara", "QR")).await?;
        let brisa = founder(&server, "QS-P1", ("Santa Brisa", "QS")).await?;
        kestria.compare_with(&lumara).await?;
        kestria.compare_with(&brisa).await?;
        let (lumara_card, brisa_card) = (
            lumara.organisation().await?.card,
            brisa.organisation().await?.card,
        );
        brisa
            .does(Command::AddContact { card: lumara_card })
            .await?;
        brisa.confirm(lumara.organisation().await?.party).await?;
        lumara
            .does(Command::AddContact { card: brisa_card })
            .await?;
        let party = brisa.organisation().await?.party;
        let case = kestria.create_case(terms("TIDEMARK")).await?;
        kestria
            .admit_party(case, &lumara, &[(&lumara, "administrator")])
            .await?;
        kestria
            .does(Command::AdmitParty {
                space: case,
                party,
                status: "bound-member-state".to_owned(),
            })
            .await?;
        brisa.does(Command::JoinCase { space: case }).await?;
        brisa.nominate(case, &[(&brisa, "leader")], true).await?;
        lumara.pull().await;
        let requests: Vec<String> = lumara
            .people(case)
            .await?
            .nominations
            .into_iter()
            .filter(|one| one.stage == "open")
            .map(|one| one.request)
            .collect();
        assert_eq!(requests.len(), 1);
        let admit = Command::Admit {
            space: case,
            requests,
        };
        lumara.refused(admit).await?;

        let browser = browser_of(&server, &lumara).await?;
        browser.visit(&format!("/cases/{case}/people")).await?;
        let open = "[data-testid='nominations'] [data-testid='nomination']";
        browser.wait_count(open, 1).await?;
        browser.wait_text(open, "Compare the safety number").await?;
        browser.click("choose-all").await?;
        let choose = browser.find("nomination-choose").await?;
        assert!(!choose.is_enabled().await?, "it cannot be chosen");
        let admit = browser.find("admit-chosen").await?;
        assert!(!admit.is_enabled().await?, "nothing was chosen");
        browser.shot("people-compare-first").await?;

        // Compared, the same page lets the person in.
        lumara.confirm(party).await?;
        browser
            .wait("a nomination that can be chosen", async || {
                let choose = browser.find("nomination-choose").await?;
                Ok(choose.is_enabled().await?.then_some(()))
            })
            .await?;
        browser.wait_text(open, "QS-P1").await?;
        browser.click("nomination-choose").await?;
        browser.click("admit-chosen").await?;
        browser.shot("people-admit").await?;
        browser
            .click("[data-testid='admit-dialog'] [data-testid='confirm']")
            .await?;
        browser.wait_count("member", 3).await?;
        brisa.pull().await;
        assert_eq!(brisa.people(case).await?.members.len(), 3);
        browser.close().await
    })
    .await
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
fn accept(case: SpaceId, offer: RecordId, exhibit: RecordId) -> Command {
    Command::AnswerOffer {
        space: case,
        offer,
        exhibit,
        answer: hawser_casework::record::Answer::Accepted,
        reason: String::new(),
        seal_in: String::new(),
        happened: happened_now(),
        photo: None,
    }
}

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
        scene.customs.does(accept(case, offer, handset)).await?;
        browser
            .wait("the list to shrink", async || {
                Ok((!browser.text("left-open").await?.contains("Handset")).then_some(()))
            })
            .await?;
        forensics.pull().await;
        let offer = forensics.offers(case, &[laptop], to).await?;
        scene.customs.pull().await;
        scene.customs.does(accept(case, offer, laptop)).await?;
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
        scene.customs.does(accept(case, onward, laptop)).await?;
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
