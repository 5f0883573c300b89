//! A file from the picker to the server's acknowledgement in Chromium, against
//! the native tools that do the same: `openssl dgst -sha256`, then `age -r`.

use std::process::{Command as Process, Stdio};

use anyhow::Context as _;

use super::{Report, timed};
use crate::browser::Browser;
use crate::person::{PASSPHRASE, Person, exhibit, terms};
use crate::server::{Storage, TestServer, page};

const MIB: usize = 256;
/// A recipient whose identity nobody needs.
const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

async fn native(program: &str, arguments: &[&str]) -> anyhow::Result<f64> {
    let ((), seconds) = timed(async {
        let status = Process::new(program)
            .args(arguments)
            .stdout(Stdio::null())
            .status()
            .context("a native tool")?;
        anyhow::ensure!(status.success(), "{program} failed");
        Ok(())
    })
    .await?;
    Ok(seconds)
}

pub(super) async fn measure(report: &mut Report) -> anyhow::Result<()> {
    if page().is_none() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("image.dd");
    let bytes: Vec<u8> = (0..MIB * 1024 * 1024)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    std::fs::write(&path, &bytes)?;
    drop(bytes);
    let name = path.display().to_string();
    let out = folder.path().join("image.age").display().to_string();
    let age = native("age", &["-r", RECIPIENT, "-o", &out, &name]).await?;
    let digest = native("openssl", &["dgst", "-sha256", &name]).await?;

    let server = TestServer::start(Storage::Sqlite).await?;
    let invitation = server.invite().await?;
    let person = Person::register(
        server.origin(),
        &invitation,
        ("QN-P1", "Prosecutor"),
        Some(("Kestria", "QN")),
    )
    .await?;
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
        browser.give_files("files-input", &[path]).await?;
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
        "age_mib_per_second",
        MIB as f64 / age,
        "the age command on the same file",
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
