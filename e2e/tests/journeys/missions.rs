//! A port mission in real browsers: rated by touch on a tablet, shown to its host, signed as it was seen.

use anyhow::Context as _;
use hawser_casework::SpaceId;
use hawser_casework::assessment::{PortRef, VisitKind};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::Person;
use hawser_e2e::server::{Storage, TestServer};

use super::{browser_of, typed};

/// A manager, an assessor and a host authority with a mission to an invented port that has no position.
struct Quay {
    server: TestServer,
    manager: Person,
    assessor: Person,
    host: Person,
    mission: SpaceId,
}

impl Quay {
    async fn set() -> anyhow::Result<Self> {
        let server = TestServer::start(Storage::Sqlite).await?;
        let manager = Person::found(&server, ("PM-1", "Manager"), ("Kestria", "QN")).await?;
        let assessor = manager
            .colleague(server.origin(), ("AS-1", "Assessor"))
            .await?;
        let host = Person::found(&server, ("HV-1", "Harbour"), ("Iles Vellines", "QV")).await?;
        manager.compare_with(&host).await?;
        let port = PortRef {
            name: "Port-Vellines".to_owned(),
            country: "QV".to_owned(),
            locode: None,
            position: None,
        };
        let party = host.organisation().await?.party;
        let mission = manager.open_mission(port, None, Some(party)).await?;
        manager
            .nominate(mission, &[(&assessor, "assessor")], true)
            .await?;
        manager.admit_all(mission).await?;
        manager.admit_host(mission, &host, &[&host]).await?;
        manager
            .open_visit(
                mission,
                VisitKind::Baseline,
                &[],
                &["Ferry quay", "Container quay", "Basin"],
            )
            .await?;
        for person in [&assessor, &host] {
            person.pull().await;
        }
        Ok(Self {
            server,
            manager,
            assessor,
            host,
            mission,
        })
    }

    async fn at(&self, person: &Person, part: &str) -> anyhow::Result<Browser> {
        let browser = browser_of(&self.server, person).await?;
        let path = format!("/missions/{}/{part}", self.mission);
        browser.visit(path.trim_end_matches('/')).await?;
        Ok(browser)
    }
}

#[tokio::test]
async fn an_assessor_rates_by_touch_one_criterion_a_screen() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set().await?;
        let browser = quay.at(&quay.assessor, "visits").await?;
        browser.size(820, 1180).await?;
        browser.click("rate-next").await?;
        browser.find("rate-page").await?;
        browser.find("rate-guidance").await?;
        let title = browser.text("[data-testid='rate-page'] h1").await?;
        browser.shot("mission-rate").await?;
        // Without a rating nothing is sent; with one the next criterion comes at once.
        browser.click("rate-save").await?;
        browser
            .find("[data-testid='rate'][aria-invalid='true'], [aria-invalid='true']")
            .await?;
        browser.click("rate-effective").await?;
        browser.find("rate-mark").await?;
        browser.click("rate-evidence-observation").await?;
        browser.click("rate-save").await?;
        browser
            .wait("the next criterion", async || {
                Ok((browser.text("[data-testid='rate-page'] h1").await? != title).then_some(()))
            })
            .await?;
        // Not observed needs the reason.
        browser.click("rate-not-observed").await?;
        browser.click("rate-save").await?;
        browser.find("[name='reason'][aria-invalid='true']").await?;
        browser
            .fill("[name='reason']", "The visit was by day")
            .await?;
        browser.click("rate-save").await?;
        browser
            .wait("both are recorded", async || {
                quay.assessor.pull().await;
                let view = quay.assessor.mission(quay.mission).await?;
                let visit = view.visits[0].visit;
                let grid = quay.assessor.grid(quay.mission, visit).await?;
                let mine: u32 = grid
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .map(|cell| cell.mine)
                    .sum();
                Ok((mine == 2).then_some(()))
            })
            .await?;
        browser.close().await?;
        quay.server
            .knows_nothing_of(&["Vellines", "Ferry quay", "The visit was by day"])
    })
    .await
}

#[tokio::test]
async fn a_host_reads_comments_and_signs_what_was_shared_and_nothing_else() -> anyhow::Result<()> {
    at_work(async {
        let quay = Quay::set().await?;
        let host = quay.at(&quay.host, "host").await?;
        host.find("nothing-shared").await?;
        for tab in [
            "tab-visit",
            "tab-team",
            "tab-scores",
            "tab-findings",
            "tab-release",
        ] {
            assert_eq!(host.count(tab).await?, 0, "{tab}");
        }
        let manager = quay.at(&quay.manager, "release").await?;
        manager.click("share-report").await?;
        manager.fill("[name='comment_due']", "2027-01-31").await?;
        manager.shot("mission-share-report").await?;
        manager.click("share-report-submit").await?;
        manager.wait_count("dialog[open]", 0).await?;
        host.find("report-body").await?;
        host.click("comment").await?;
        host.fill("[data-testid='comment-form'] textarea", "D'accord")
            .await?;
        // A slip does not throw away what was typed.
        host.click("dialog-close").await?;
        host.find("discard-ask").await?;
        host.shot("dialog-discard-ask").await?;
        host.click("discard-not").await?;
        host.wait_count("discard-ask", 0).await?;
        let kept = typed(&host, "[data-testid='comment-form'] textarea").await?;
        assert_eq!(kept, "D'accord");
        host.click("comment-submit").await?;
        host.wait_count("dialog[open]", 0).await?;
        host.click("sign").await?;
        host.click("sign-submit").await?;
        host.find("signature").await?;
        host.shot("mission-host").await?;
        manager.wait_text("shared-reports", "D'accord").await?;
        manager.find("signature").await?;
        // Addresses of the team show the host nothing.
        for part in ["visits", "team", "scores", "findings", "release"] {
            host.follow(&format!("/missions/{}/{part}", quay.mission))
                .await?;
            host.wait_for_path(&format!("/missions/{}/host", quay.mission))
                .await?;
            host.find("report-body").await?;
            assert_eq!(host.count("visit-grid").await?, 0, "{part}");
            assert_eq!(host.count("finding").await?, 0, "{part}");
        }
        for browser in [host, manager] {
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_mission_is_opened_for_a_port_that_no_list_has() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let manager = Person::found(&server, ("PM-1", "Manager"), ("Kestria", "QN")).await?;
        let browser = browser_of(&server, &manager).await?;
        browser.visit("/missions").await?;
        browser.find("no-missions").await?;
        browser.visit("/missions/new").await?;
        browser.find("new-mission-form").await?;
        browser.click("port-by-hand").await?;
        browser.click("open-mission").await?;
        browser
            .find("[data-testid='port-name'][aria-invalid='true']")
            .await?;
        browser.fill("port-name", "La Garza").await?;
        browser.fill("port-country", "QS").await?;
        browser.fill("port-latitude", "91").await?;
        browser.fill("port-longitude", "4,5").await?;
        browser
            .choose("[name='status']", "bound-member-state")
            .await?;
        browser.click("open-mission").await?;
        browser
            .find("[data-testid='port-latitude'][aria-invalid='true']")
            .await?;
        browser.fill("port-latitude", "-24,7").await?;
        browser.click("open-mission").await?;
        browser.find("setup-steps").await?;
        manager.pull().await;
        let missions = manager.missions().await?;
        let told = serde_json::to_string(missions.first().context("a mission")?)?;
        assert!(told.contains("La Garza"), "{told}");
        browser.close().await
    })
    .await
}
