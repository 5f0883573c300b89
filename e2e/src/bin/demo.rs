//! Fills a running server with exercise TIDEMARK and prints its sign-ins.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::process::Command;

use anyhow::Context as _;
use clap::Parser;
use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::at_work;

/// Fills a running server with the demonstration. Needs `hawser` for the invitations and the server's HAWSER_* settings.
#[derive(Parser)]
struct Arguments {
    /// What browsers call the server.
    #[arg(long, default_value = "http://localhost:8080")]
    url: String,
    /// The server's program, which makes the invitations.
    #[arg(long, env = "HAWSER_BIN", default_value = "hawser")]
    hawser: String,
}

fn invitation(hawser: &str) -> anyhow::Result<String> {
    let output = Command::new(hawser)
        .arg("invite")
        .output()
        .with_context(|| format!("{hawser} invite"))?;
    anyhow::ensure!(
        output.status.success(),
        "{hawser} invite: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout)?;
    text.lines()
        .find(|line| line.contains("/join#"))
        .map(str::to_owned)
        .context("an invitation has a link")
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let invite = async || invitation(&arguments.hawser);
    let tell = |line: &str| drop(writeln!(std::io::stderr(), "  {line}"));
    at_work(play(&arguments.url, invite, tell)).await?;
    let mut out = std::io::stdout().lock();
    for (name, passphrase, who) in SIGN_INS {
        writeln!(out, "{name:<6} {passphrase:<42} {who}")?;
    }
    Ok(())
}
