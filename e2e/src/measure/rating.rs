//! Rating by touch: from "save and next" until the next criterion shows, at the beginning of a visit of three
//! facilities and 64 criteria and near its end.

use anyhow::Context as _;
use hawser_casework::assessment::template::default_template;
use hawser_casework::assessment::{Rating, VisitKind};
use serde_json::json;

use super::{Report, median};
use crate::browser::Browser;
use crate::person::mission::port;
use crate::person::{PASSPHRASE, Person};
use crate::server::{Storage, TestServer, has_page};

/// Criteria rated for each figure.
const RATED: usize = 12;
/// Of 192 cells, those that are rated when the second figure is taken.
const NEAR_THE_END: usize = 168;

/// Rates the criterion that shows, and gives the milliseconds until another shows.
const RATE: &str = "
    const done = arguments[arguments.length - 1];
    const press = testid => document.querySelector(`[data-testid='${testid}']`).click();
    const title = () => document.querySelector(\"[data-testid='rate-page'] h1\")?.textContent ?? '';
    const before = title();
    press('rate-effective');
    requestAnimationFrame(() => {
        press('rate-evidence-observation');
        requestAnimationFrame(() => {
            const begin = performance.now();
            press('rate-save');
            const look = () => {
                if (title() && title() !== before) done(performance.now() - begin);
                else requestAnimationFrame(look);
            };
            look();
        });
    });";

pub(super) async fn measure(report: &mut Report) -> anyhow::Result<()> {
    if !has_page() {
        return Ok(());
    }
    let server = TestServer::start(Storage::Sqlite).await?;
    let assessor = Person::found(&server, ("AS-1", "Assessor"), ("Kestria", "QN")).await?;
    let vellines = port("Port-Vellines", "QV");
    let mission = assessor.open_mission(vellines, None, None).await?;
    let quays = ["Ferry quay", "Container quay", "Basin"];
    let visit = assessor
        .open_visit(mission, VisitKind::Baseline, &[], &quays)
        .await?;
    let first = rated(&server, &assessor, mission).await?;
    let facilities = assessor.mission(mission).await?.facilities;
    let template = default_template()?;
    let criteria = template.criteria().map(|(_, one)| one.id.clone());
    let criteria: Vec<String> = criteria.collect();
    let places = facilities
        .iter()
        .flat_map(|place| criteria.iter().map(move |id| (place.facility, id)));
    for (facility, criterion) in places.skip(RATED).take(NEAR_THE_END - RATED) {
        let own = Person::rating(visit, Some(facility), criterion, Rating::Partial);
        assessor.rates(mission, own).await?;
    }
    let last = rated(&server, &assessor, mission).await?;
    report.add(
        "rate_next_ms",
        first,
        "from \"save and next\" until the next criterion shows",
    );
    report.add(
        "rate_next_full_vs_empty",
        last / first,
        "the same with 168 of 192 cells rated, against the beginning",
    );
    Ok(())
}

/// Median of a few criteria rated in a browser.
async fn rated(
    server: &TestServer,
    person: &Person,
    mission: hawser_casework::SpaceId,
) -> anyhow::Result<f64> {
    let browser = Browser::open(server.origin()).await?;
    browser.goto("/sign-in").await?;
    browser.fill("sign-in-name", &person.sign_in_name).await?;
    browser.fill("passphrase", PASSPHRASE).await?;
    browser.click("sign-in-submit").await?;
    browser.wait_for_path("/today").await?;
    browser.size(820, 1180).await?;
    browser
        .visit(&format!("/missions/{mission}/visits"))
        .await?;
    browser.click("rate-next").await?;
    let mut took = Vec::with_capacity(RATED);
    for _ in 0..RATED {
        browser.find("rate-save").await?;
        let told = browser
            .driver()
            .execute_async(RATE, vec![json!(null)])
            .await?;
        took.push(told.json().as_f64().context("milliseconds")?);
    }
    browser.close().await?;
    Ok(median(took))
}
