//! Plays exercise TIDEMARK on a server of its own and writes the bundle of its case.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use hawser_e2e::demonstration::{play, sample_bundle};
use hawser_e2e::headless::at_work;
use hawser_e2e::server::{Storage, TestServer};

/// Writes the bundle of the exercise's case as one ZIP file.
#[derive(Parser)]
struct Arguments {
    /// Where to.
    out: PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let tell = |line: &str| drop(writeln!(std::io::stderr(), "  {line}"));
    let bundle = at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, tell).await?;
        sample_bundle(server.origin()).await
    })
    .await?;
    std::fs::write(&arguments.out, &bundle)
        .with_context(|| format!("writing {}", arguments.out.display()))?;
    writeln!(
        std::io::stdout(),
        "{}: {} bytes",
        arguments.out.display(),
        bundle.len()
    )?;
    Ok(())
}
