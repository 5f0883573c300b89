//! A case and its people: compared, invited, nominated, declined, admitted.

use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::Command;

use super::browser_of;
use crate::main_job::Scene;

/// A prosecutor who founds an organisation.
pub async fn founder(
    server: &TestServer,
    name: &str,
    organisation: (&str, &str),
) -> anyhow::Result<Person> {
    Person::found(server, (name, "Prosecutor"), organisation).await
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
                limited: false,
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
            .wait_text("nominations", "Waits for whoever admits")
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
                limited: false,
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
                limited: false,
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
