//! The page in French and Spanish: every word of it, its dates, its plurals and its decimals.

use anyhow::Context as _;
use hawser_e2e::browser::{Browser, without_isolates};
use hawser_e2e::demonstration::play;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::exhibit;
use hawser_e2e::server::{Storage, TestServer};

use super::Desk;
use super::exercise::{OF_EXCHANGE, OF_PORTS, at_work_as, name_of, open};
use crate::languages::messages;

/// Everything that is said on the page: texts, and what is read out or shown on pointing.
const SAID: &str = "
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const said = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const at = walk.currentNode.parentElement;
        if (!at.closest('script, style, code, [lang] > option, option[lang]')) said.push(walk.currentNode.data);
    }
    for (const at of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        for (const name of ['aria-label', 'title', 'placeholder']) said.push(at.getAttribute(name) ?? '');
    return said.map(text => text.trim()).filter(text => text);";

async fn said(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let said = browser.script(SAID).await?;
    let said = said.as_array().context("a list of texts")?;
    Ok(said
        .iter()
        .filter_map(|text| text.as_str().map(without_isolates))
        .collect())
}

/// Chooses the language as a reader does.
async fn read_in(browser: &Browser, language: &str) -> anyhow::Result<()> {
    browser.choose("language", language).await?;
    browser
        .wait(&format!("the page in {language}"), async || {
            let now = browser
                .script("return document.documentElement.lang")
                .await?;
            Ok((now.as_str() == Some(language)).then_some(()))
        })
        .await
}

/// Sentences that stand on an English page only.
fn english_only(language: &str) -> anyhow::Result<Vec<String>> {
    let theirs = messages(language)?;
    let also: Vec<&String> = theirs.values().collect();
    Ok(messages("en")?
        .into_values()
        .filter(|text| !text.contains(['{', '\n']) && !also.contains(&text))
        .collect())
}

/// A key instead of its sentence: `case-not-a-member`.
fn is_key(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() > 1
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()))
}

/// What of a page is not in the language: keys, and sentences that stand on an English page only.
async fn not_in(
    browser: &Browser,
    (english, loading): (&[String], &str),
    page: &str,
) -> anyhow::Result<Vec<String>> {
    let texts = browser
        .wait(&format!("all of {page}"), async || {
            let texts = said(browser).await?;
            let busy = texts.iter().any(|text| text.contains(loading));
            Ok((!busy && texts.len() > 10).then_some(texts))
        })
        .await?;
    let wrong = texts.into_iter().filter(|text| {
        text.contains("Unknown localization") || is_key(text) || english.contains(text)
    });
    Ok(wrong.map(|text| format!("{page}: {text:?}")).collect())
}

/// The pages of the exercise, by everybody who works with them.
async fn the_exercise_in(language: &str) -> anyhow::Result<()> {
    let server = TestServer::start(Storage::Sqlite).await?;
    play(server.origin(), async || server.invite().await, |_| {}).await?;
    let english = english_only(language)?;
    let loading = messages(language)?
        .remove("loading")
        .context("a word while loading")?;
    let mut wrong = Vec::new();
    for (who, pages) in OF_EXCHANGE.iter().chain(OF_PORTS) {
        let browser = at_work_as(&server, who).await?;
        read_in(&browser, language).await?;
        for page in *pages {
            open(&browser, page).await?;
            let name = name_of(who, page);
            wrong.extend(not_in(&browser, (&english, &loading), &name).await?);
            browser.shot(&format!("{language}-{name}")).await?;
        }
        browser.close().await?;
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "not in {language}: {wrong:#?}");
    Ok(())
}

async fn every_page_in(language: &str, months: &str, one_exhibit: &str) -> anyhow::Result<()> {
    let desk = Desk::open().await?;
    let handset = desk
        .officer
        .log(desk.case, exhibit("Teléfono n.º 1"))
        .await?;
    let browser = &desk.browser;
    let english = english_only(language)?;
    assert!(english.len() > 300, "there is something to look for");
    let loading = messages(language)?
        .remove("loading")
        .context("a word while loading")?;
    let before = said(browser).await?;
    assert!(
        before.iter().any(|text| english.contains(text)),
        "the page was English, and that is noticed"
    );
    read_in(browser, language).await?;
    let case = format!("/cases/{}", desk.case);
    let mut wrong = Vec::new();
    let pages = [
        "/today".to_owned(),
        "/cases".to_owned(),
        "/cases/new".to_owned(),
        "/organisation".to_owned(),
        "/account".to_owned(),
        case.clone(),
        format!("{case}/evidence"),
        format!("{case}/evidence/new"),
        format!("{case}/evidence/{handset}"),
        format!("{case}/hand-overs"),
        format!("{case}/timeline"),
        format!("{case}/people"),
        format!("{case}/record"),
        "/no-such-page".to_owned(),
    ];
    for path in &pages {
        browser.visit(path).await?;
        browser.find("h1").await?;
        wrong.extend(not_in(browser, (&english, &loading), path).await?);
        let name = path.rsplit('/').next().unwrap_or_default();
        if ["today", "evidence", "record", "people", "new"].contains(&name) {
            browser.shot(&format!("{language}-{name}")).await?;
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "not in {language}: {wrong:#?}");

    // A date with its month as a word of the language.
    desk.turn_to(&format!("evidence/{handset}")).await?;
    browser.find("exhibit-details").await?;
    let text = without_isolates(&browser.text("exhibit-details").await?);
    let dated = months.split(' ').any(|month| text.contains(month));
    assert!(dated, "no month in {text}");

    // One is one.
    desk.turn_to("evidence").await?;
    browser
        .wait(one_exhibit, async || {
            let count = without_isolates(&browser.text("evidence-count").await?);
            Ok((count == one_exhibit).then_some(()))
        })
        .await?;

    // It stays after the page was loaded again.
    browser.goto("/sign-in").await?;
    browser
        .wait("the language chosen", async || {
            let now = browser
                .script("return document.documentElement.lang")
                .await?;
            Ok((now.as_str() == Some(language)).then_some(()))
        })
        .await?;
    desk.close().await
}

#[tokio::test]
async fn a_french_officer_reads_french_on_every_page() -> anyhow::Result<()> {
    at_work(async {
        let months =
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
        every_page_in("fr", months, "1 pièce sur 1").await
    })
    .await
}

#[tokio::test]
async fn a_spanish_officer_reads_spanish_on_every_page() -> anyhow::Result<()> {
    at_work(async {
        let months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre";
        every_page_in("es", months, "1 de 1 indicio").await
    })
    .await
}

#[tokio::test]
async fn exchange_missions_and_programmes_are_french_for_a_french_reader() -> anyhow::Result<()> {
    at_work(the_exercise_in("fr")).await
}

#[tokio::test]
async fn exchange_missions_and_programmes_are_spanish_for_a_spanish_reader() -> anyhow::Result<()> {
    at_work(the_exercise_in("es")).await
}

#[tokio::test]
async fn a_mass_is_recorded_as_a_french_officer_means_it() -> anyhow::Result<()> {
    at_work(async {
        let desk = Desk::open().await?;
        let browser = &desk.browser;
        read_in(browser, "fr").await?;
        desk.begin_exhibit("Blocs").await?;
        desk.fold_out("fold-thing").await?;
        browser.fill("quantity-amount", "52,340").await?;
        browser.fill("quantity-unit", "kg").await?;
        browser.wait_text("quantity", "52,340 kg").await?;
        browser.wait_count("quantity-ambiguous", 0).await?;
        browser.click("log-exhibit").await?;
        let line = desk.logged().await?;
        browser.wait_text("exhibit-details", "52,340 kg").await?;
        browser.shot("fr-exhibit").await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        let quantity = view.exhibit.quantity.context("a quantity")?;
        assert_eq!(quantity.value.to_string(), "52.340");
        assert_eq!(quantity.unit, "kg");

        // A point could stand between thousands: the officer is asked.
        desk.begin_exhibit("Autres blocs").await?;
        desk.fold_out("fold-thing").await?;
        browser.fill("quantity-amount", "52.340").await?;
        browser.fill("quantity-unit", "g").await?;
        browser.wait_text("quantity-ambiguous", "52.340").await?;
        browser.shot("fr-ambiguous").await?;
        browser.click("log-exhibit").await?;
        browser
            .wait_text("[data-testid='quantity'] .field-error", "choisissez")
            .await?;
        assert_eq!(desk.exhibits().await?.len(), 1, "it must be chosen");
        browser.click("quantity-whole").await?;
        browser.wait_count("quantity-ambiguous", 0).await?;
        browser.click("log-exhibit").await?;
        browser.wait_text("exhibit-details", "Autres blocs").await?;
        let line = desk.logged().await?;
        let view = desk.officer.exhibit(desk.case, line.exhibit).await?;
        let quantity = view.exhibit.quantity.context("a quantity")?;
        assert_eq!(quantity.value.to_string(), "52340");
        desk.close().await
    })
    .await
}
