//! A file from the picker to the server's acknowledgement in Chromium, against
//! the native tools that do the same: `openssl dgst -sha256`, then `age -r`.

use super::native::{self, MIB};
use super::{Report, timed};
use crate::browser::Browser;
use crate::person::{PASSPHRASE, Person, exhibit, terms};
use crate::server::{Storage, TestServer, has_page};

pub(super) async fn measure(report: &mut Report) -> anyhow::Result<()> {
    if !has_page() {
        return Ok(());
    }
    let files = native::Files::make()?;
    let age = files.age().await?;
    let digest = files.openssl_digest().await?;

    let server = TestServer::start(Storage::Sqlite).await?;
    let person = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
    let case = person.create_case(terms("Files")).await?;
    let handset = person.log(case, exhibit("Handset")).await?;
    let browser = Browser::open(server.origin()).await?;
    browser.goto("/sign-in").await?;
    browser.fill("sign-in-name", &person.sign_in_name).await?;
    browser.fill("passphrase", PASSPHRASE).await?;
    browser.click("sign-in-submit").await?;
    browser.wait_for_path("/today").await?;
    browser
        .visit(&format!("/cases/{case}/evidence/{handset}"))
        .await?;
    browser.find("files").await?;
    let ((), seconds) = timed(async {
        browser.give_files("files-input", &[files.plain()]).await?;
        browser.wait_count("file", 1).await
    })
    .await?;
    let rate = MIB as f64 / seconds;
    report.add(
        "seal_upload_mib_per_second",
        rate,
        "Chromium: read, encrypt, hash, upload, acknowledged",
    );
    report.add(
        "seal_vs_native",
        (age + digest) / seconds,
        "openssl dgst, then age -r, against Chromium with upload",
    );
    report.add(
        "seal_upload_vs_age",
        age / seconds,
        "age -r alone against Chromium with hash and upload",
    );
    browser.close().await
}
