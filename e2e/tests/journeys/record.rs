//! The page that replays a case record, when all is well and when it is not.

use anyhow::Context as _;
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::Person;
use hawser_e2e::server::{Storage, TestServer};

/// A record whose bytes were changed on the server says which entry is wrong.
#[tokio::test]
async fn a_changed_byte_on_the_server_is_named() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let case = prosecutor
            .create_case(hawser_e2e::person::terms("TIDEMARK"))
            .await?;
        prosecutor
            .log(case, hawser_e2e::person::exhibit("Handset"))
            .await?;
        let browser = Browser::open(server.origin()).await?;
        super::sign_in(&browser, "QN-P1", hawser_e2e::person::PASSPHRASE).await?;
        browser.visit(&format!("/cases/{case}/record")).await?;
        browser.click("check-again").await?;
        browser.find("record-good").await?;
        let seq = change_a_byte(&server).await.context("changing a byte")?;
        browser.click("check-again").await?;
        let wrong = browser.find("record-wrong").await?;
        let code = wrong.attr("data-code").await?;
        assert_eq!(code.as_deref(), Some("encrypted-part-changed"));
        assert_eq!(wrong.attr("data-seq").await?, Some(seq.to_string()));
        browser.shot("record-wrong").await?;
        // The last good part stays readable, and every page of the case says that nothing more is taken.
        browser.visit(&format!("/cases/{case}/evidence")).await?;
        browser
            .wait_text("record-fault", &format!("Entry {seq} is wrong."))
            .await?;
        browser.wait_text("exhibit-table", "Handset").await?;
        browser.close().await
    })
    .await
}

/// Overwrites the encrypted part of the newest entry that has one; gives its number.
async fn change_a_byte(server: &TestServer) -> anyhow::Result<i64> {
    use sea_orm::{ConnectionTrait as _, Database, Statement};
    let database = Database::connect(server.database().to_owned()).await?;
    let newest = "SELECT seq FROM events WHERE class = 2 ORDER BY space_id DESC, seq DESC LIMIT 1";
    let newest = Statement::from_string(database.get_database_backend(), newest);
    let newest = database.query_one_raw(newest).await?.context("an entry")?;
    let change = "UPDATE events SET encrypted = zeroblob(length(encrypted)) \
                  WHERE (space_id, seq) = (SELECT space_id, seq FROM events WHERE class = 2 ORDER BY space_id DESC, seq DESC LIMIT 1)";
    let changed = database.execute_unprepared(change).await?;
    anyhow::ensure!(changed.rows_affected() == 1, "one event was changed");
    Ok(newest.try_get("", "seq")?)
}
