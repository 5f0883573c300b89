//! Prints a table and writes `target/bench/report.json`.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::path::Path;

use hawser_e2e::headless::at_work;
use hawser_e2e::measure;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let tell = |line: &str| drop(writeln!(std::io::stderr(), "  {line}"));
    let report = at_work(measure::run(tell)).await?;
    report.write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench"))?;
    write!(std::io::stdout(), "{}", report.table())?;
    Ok(())
}
