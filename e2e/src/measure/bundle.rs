//! Checking a bundle: entries against the bare cost of their signatures, files against `sha256sum`, and in Chromium.

use std::process::Command as Program;

use anyhow::Context as _;
use hawser_bundle::{ZipFiles, verify};
use hawser_ledger::key::{LABEL_EVENT, sign, verify as verify_signature};
use hawser_views::bundle::{BundleFindings, BundleWish, Rest};

use super::{Report, median, timed};
use crate::browser::Browser;
use crate::headless::chunk_native::FileSource;
use crate::person::{Person, exhibit, terms, told};
use crate::server::{Storage, TestServer, has_page};

const ENTRIES: u64 = 2_000;
const FILE: usize = 256 << 20;
const ROUNDS: usize = 5;
/// Bytes that the author of an entry signs.
const HEADER: usize = 366;

/// What a bundle proves, and the seconds that it took, the median of some rounds.
async fn checked(bundle: &[u8]) -> anyhow::Result<(BundleFindings, f64)> {
    let mut seconds = Vec::new();
    let mut last = None;
    for _ in 0..ROUNDS {
        let (found, took) =
            timed(async { Ok(verify(&mut ZipFiles::open(bundle)?, &mut |_| {})?) }).await?;
        seconds.push(took);
        last = Some(found);
    }
    Ok((last.context("a round")?, median(seconds)))
}

/// Seconds that so many bare signatures over headers take on one core.
async fn signatures(count: u64) -> anyhow::Result<f64> {
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let public = key.verifying_key().to_bytes();
    let header = [9; HEADER];
    let signature = sign(&key, LABEL_EVENT, &header);
    let mut seconds = Vec::new();
    for _ in 0..ROUNDS {
        let ((), took) = timed(async {
            for _ in 0..count {
                verify_signature(&public, LABEL_EVENT, &header, &signature)?;
            }
            Ok(())
        })
        .await?;
        seconds.push(took);
    }
    Ok(median(seconds))
}

pub(super) async fn measure(report: &mut Report, tell: &impl Fn(&str)) -> anyhow::Result<()> {
    let server = TestServer::start(Storage::Sqlite).await?;
    let person = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
    let case = person.create_case(terms("Bundle")).await?;
    tell(&format!("writing {ENTRIES} entries"));
    for _ in 0..ENTRIES {
        person.log(case, exhibit("Handset")).await?;
    }
    let wish = |with_files| BundleWish {
        exhibits: None,
        rest: Rest::Encrypted,
        with_files,
        words: Vec::new(),
    };
    let made = person.make_bundle(case, wish(false)).await;
    let (_, bundle) = made.map_err(told)?;
    let (found, native) = checked(&bundle).await?;
    let bare = signatures(found.signatures).await?;
    report.add(
        "bundle_entries_per_s",
        found.entries as f64 / native,
        "entries replayed, opened and added up from a bundle, one core",
    );
    report.add(
        "bundle_vs_signatures",
        native / bare,
        "checking a bundle against the bare cost of its signatures",
    );
    let proof = bundle_file(&bundle, ".tlog-proof")?;
    report.add(
        "inclusion_proof_bytes",
        proof as f64,
        format!("a tlog-proof file of a log of {} entries", found.entries),
    );
    in_chromium(report, &server, &bundle, (found.entries, native)).await?;

    // A case of its own, so that nearly all the time is the file's.
    let case = person.create_case(terms("Image")).await?;
    let to = person.log(case, exhibit("Image")).await?;
    let pixels: Vec<u8> = (0..FILE as u32)
        .map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let folder = tempfile::tempdir()?;
    let plain = folder.path().join("image.dd");
    std::fs::write(&plain, &pixels)?;
    let source = FileSource::bytes(pixels);
    let files = vec![(source.picked("image.dd", ""), source)];
    let left = person.attach(case, to, files).await.map_err(told)?;
    anyhow::ensure!(left.is_empty(), "all was sent");
    let (_, bundle) = person.make_bundle(case, wish(true)).await.map_err(told)?;
    let (_, whole) = checked(&bundle).await?;
    let mut native_sums = Vec::new();
    for _ in 0..ROUNDS {
        let ((), took) = timed(async {
            let ended = Program::new("sha256sum").arg(&plain).output()?;
            anyhow::ensure!(ended.status.success(), "sha256sum");
            Ok(())
        })
        .await?;
        native_sums.push(took);
    }
    report.add(
        "bundle_mib_per_s",
        FILE as f64 / f64::from(1 << 20) / whole,
        "an attached file of 256 MiB held against its hash, natively",
    );
    report.add(
        "bundle_files_vs_sha256sum",
        median(native_sums) / whole,
        "the speed of that against sha256sum of the same file",
    );
    Ok(())
}

fn bundle_file(bundle: &[u8], end: &str) -> anyhow::Result<u64> {
    let listed = hawser_bundle::Files::list(&mut ZipFiles::open(bundle)?)?;
    let last = listed
        .into_iter()
        .rev()
        .find(|(path, _)| path.ends_with(end));
    Ok(last.context("a proof")?.1)
}

async fn in_chromium(
    report: &mut Report,
    server: &TestServer,
    bundle: &[u8],
    (entries, native): (u64, f64),
) -> anyhow::Result<()> {
    if !has_page() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let browser = Browser::open(server.origin()).await?;
    browser.goto("/verify").await?;
    browser.find("verify-proves").await?;
    // Once before, so that the worker is loaded.
    let mut seconds = Vec::new();
    for round in 0..=ROUNDS {
        let name = format!("round-{round}.zip");
        let zip = [folder.path().join(&name)];
        std::fs::write(&zip[0], bundle)?;
        let ((), took) = timed(async {
            browser.give_files("verify-file", &zip).await?;
            browser.wait_text("verify-good", &name).await
        })
        .await?;
        if round > 0 {
            seconds.push(took);
        }
    }
    let took = median(seconds);
    report.add(
        "bundle_entries_per_s_chromium",
        entries as f64 / took,
        "the same on the page Verify, from picked file to verdict",
    );
    report.add(
        "bundle_chromium_vs_native",
        took / native,
        "time of the second against the first",
    );
    browser.close().await
}
