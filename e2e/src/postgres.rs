//! A PostgreSQL cluster of the tests' own: in a temporary folder, on loopback,
//! not as root, gone when it is dropped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};
use tempfile::TempDir;

/// The account that runs the cluster when the tests run as root.
const ACCOUNT: &str = "nobody";

/// A running cluster.
pub struct Cluster {
    server: Child,
    port: u16,
    _folder: TempDir,
}

fn binaries() -> anyhow::Result<PathBuf> {
    if let Some(folder) = std::env::var_os("HAWSER_POSTGRES_BIN") {
        return Ok(folder.into());
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    found.sort();
    found
        .pop()
        .context("no PostgreSQL found: install it or name its folder in HAWSER_POSTGRES_BIN")
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// A command that never runs as root.
fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid", ACCOUNT, "--regid", "nogroup", "--clear-groups"])
        .arg(program);
    command
}

impl Cluster {
    /// Makes and starts a cluster; takes a second or two.
    pub fn start() -> anyhow::Result<Self> {
        let binaries = binaries()?;
        let folder = tempfile::tempdir()?;
        if is_root() {
            let status = Command::new("chown")
                .arg(ACCOUNT)
                .arg(folder.path())
                .status()?;
            anyhow::ensure!(status.success(), "chown failed");
        }
        let data = folder.path().join("data");
        let made = unprivileged(&binaries.join("initdb"))
            .args([
                "--username=hawser",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "-D",
            ])
            .arg(&data)
            .stdout(Stdio::null())
            .output()
            .context("initdb")?;
        anyhow::ensure!(
            made.status.success(),
            "initdb: {}",
            String::from_utf8_lossy(&made.stderr)
        );
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = unprivileged(&binaries.join("postgres"))
            .arg("-D")
            .arg(&data)
            .args([
                "-h",
                "127.0.0.1",
                "-p",
                &port.to_string(),
                "-k",
                "",
                "-c",
                "max_connections=200",
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("postgres")?;
        let mut cluster = Self {
            server,
            port,
            _folder: folder,
        };
        cluster.wait(&binaries)?;
        Ok(cluster)
    }

    fn wait(&mut self, binaries: &Path) -> anyhow::Result<()> {
        for _ in 0..200 {
            if let Some(status) = self.server.try_wait()? {
                bail!("postgres ended at once: {status}");
            }
            let ready = Command::new(binaries.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()])
                .status();
            if ready.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("postgres did not become ready")
    }

    /// Address of a database of this name.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://hawser@127.0.0.1:{}/{database}", self.port)
    }

    /// Makes an empty database; gives its address.
    pub async fn database(&self, name: &str) -> anyhow::Result<String> {
        use sea_orm::ConnectionTrait as _;
        let admin = sea_orm::Database::connect(self.url("postgres")).await?;
        admin
            .execute_unprepared(&format!("CREATE DATABASE \"{name}\""))
            .await?;
        admin.close().await?;
        Ok(self.url(name))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown; kill is for when that did not help.
        let asked = Command::new("kill")
            .args(["-INT", &self.server.id().to_string()])
            .status();
        if asked.is_err() {
            drop(self.server.kill());
        }
        drop(self.server.wait());
    }
}
