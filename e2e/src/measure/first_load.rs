//! Bytes over the wire, compressed, until a person can type; the worker is not waited for.

use anyhow::Context as _;

use super::Report;
use crate::server::{Storage, TestServer, has_page};

/// Addresses of scripts, styles and the page's wasm that a document names.
fn named(document: &str) -> Vec<String> {
    let mut found: Vec<String> = document
        .split(['"', '\''])
        .filter(|part| part.starts_with('/') && part.len() > 1)
        .filter(|part| {
            [".js", ".css", ".wasm"]
                .iter()
                .any(|end| part.ends_with(end))
        })
        .filter(|part| !part.contains("worker") && !part.ends_with("sw.js"))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

pub(super) async fn measure(report: &mut Report) -> anyhow::Result<()> {
    if !has_page() {
        return Ok(());
    }
    let server = TestServer::start(Storage::Sqlite).await?;
    let client = reqwest::Client::new();
    let fetch = async |path: &str| -> anyhow::Result<Vec<u8>> {
        let request = client
            .get(format!("{}{path}", server.origin()))
            .header("accept-encoding", "br, gzip");
        Ok(request
            .send()
            .await?
            .error_for_status()?
            .bytes()
            .await?
            .to_vec())
    };
    let document = client
        .get(format!("{}/sign-in", server.origin()))
        .send()
        .await?
        .text()
        .await?;
    let mut bytes = fetch("/sign-in").await?.len();
    for path in named(&document) {
        bytes += fetch(&path).await.with_context(|| path.clone())?.len();
    }
    report.add(
        "first_load_kb",
        bytes as f64 / 1_000.0,
        "document, scripts, styles and the page's wasm",
    );
    Ok(())
}
