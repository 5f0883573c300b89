//! The native tools that the browser is measured against, on one file.

use std::path::PathBuf;
use std::process::{Command as Process, Stdio};

use anyhow::Context as _;
use tempfile::TempDir;

use super::timed;

/// Size of the file that is measured with.
pub(super) const MIB: usize = 256;
/// A recipient whose identity nobody needs.
const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// A file without repetition that a compressor could use, in a folder of its own.
pub(super) struct Files(TempDir);

impl Files {
    pub(super) fn make() -> anyhow::Result<Self> {
        let files = Self(tempfile::tempdir()?);
        let bytes: Vec<u8> = (0..MIB * 1024 * 1024)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        std::fs::write(files.plain(), &bytes)?;
        Ok(files)
    }

    pub(super) fn plain(&self) -> PathBuf {
        self.0.path().join("image.dd")
    }

    /// Seconds that `age -r` takes.
    pub(super) async fn age(&self) -> anyhow::Result<f64> {
        let encrypted = self.0.path().join("image.age");
        let out = encrypted.display().to_string();
        run(
            "age",
            &[
                "-r",
                RECIPIENT,
                "-o",
                &out,
                &self.plain().display().to_string(),
            ],
        )
        .await
    }

    /// Seconds that `openssl dgst -sha256` takes.
    pub(super) async fn openssl_digest(&self) -> anyhow::Result<f64> {
        let plain = self.plain().display().to_string();
        run("openssl", &["dgst", "-sha256", &plain]).await
    }
}

async fn run(program: &str, arguments: &[&str]) -> anyhow::Result<f64> {
    let ((), seconds) = timed(async {
        let status = Process::new(program)
            .args(arguments)
            .stdout(Stdio::null())
            .status()
            .with_context(|| format!("{program} does not start"))?;
        anyhow::ensure!(status.success(), "{program} failed");
        Ok(())
    })
    .await?;
    Ok(seconds)
}
