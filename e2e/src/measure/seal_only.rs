//! The worker's file cipher alone, in Chromium, against the `age` command on the same file.

use std::path::PathBuf;

use anyhow::Context as _;
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;

use super::native::{Files, MIB};
use super::{Report, median};
use crate::browser::Browser;

const ROUNDS: usize = 5;
const PAGE: &str = "<!doctype html><input type=file id=file><pre id=told></pre><script type=module>\
    const worker = new Worker('/worker.js', { type: 'module' });\
    worker.onmessage = ({ data }) => { told.textContent += data + ' '; };\
    file.onchange = () => { worker.postMessage(file.files[0]); file.value = ''; };\
    </script>";
const WORKER: &str = "import start from '/hawser-seal.js'; start();";

/// Serves the program that `e2e/seal` was made into, on loopback, for as long as this process runs.
async fn serve(folder: PathBuf) -> anyhow::Result<String> {
    let script = std::fs::read(folder.join("hawser-seal.js")).context("hawser-seal.js")?;
    let wasm = std::fs::read(folder.join("hawser-seal_bg.wasm")).context("hawser-seal_bg.wasm")?;
    let file = |kind: &'static str, bytes: Vec<u8>| {
        get(move || std::future::ready(([(CONTENT_TYPE, kind)], bytes.clone())))
    };
    let router = Router::new()
        .route("/", get(|| std::future::ready(Html(PAGE))))
        .route("/worker.js", file("text/javascript", WORKER.into()))
        .route("/hawser-seal.js", file("text/javascript", script))
        .route("/hawser-seal_bg.wasm", file("application/wasm", wasm));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let origin = format!("http://localhost:{}", listener.local_addr()?.port());
    tokio::spawn(IntoFuture::into_future(axum::serve(listener, router)));
    Ok(origin)
}

pub(super) async fn measure(report: &mut Report, tell: &impl Fn(&str)) -> anyhow::Result<()> {
    let Some(folder) = std::env::var_os("HAWSER_SEAL") else {
        tell("HAWSER_SEAL names no folder: left out");
        return Ok(());
    };
    let origin = serve(folder.into()).await?;
    let files = Files::make()?;
    let browser = Browser::open(&origin).await?;
    browser.goto("/").await?;
    browser.wait_text("#told", "ready").await?;
    let (mut ours, mut age) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        age.push(files.age().await?);
        browser.give_files("#file", &[files.plain()]).await?;
        let told = browser
            .wait("the cipher's time", async || {
                let text = browser.text("#told").await?;
                Ok(text.split_whitespace().nth(round).map(str::to_owned))
            })
            .await?;
        let milliseconds: f64 = told.parse().with_context(|| told.clone())?;
        ours.push(milliseconds / 1_000.0);
    }
    let (ours, age) = (median(ours), median(age));
    report.add(
        "seal_only_mib_per_second",
        MIB as f64 / ours,
        "Chromium: read and encrypt, part digests included, nothing sent",
    );
    report.add(
        "age_mib_per_second",
        MIB as f64 / age,
        "the age command on the same file",
    );
    report.add(
        "seal_only_vs_age",
        age / ours,
        "the first against the second",
    );
    browser.close().await
}
