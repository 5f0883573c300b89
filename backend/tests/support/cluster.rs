//! A PostgreSQL cluster for the life of this process.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use hawser_backend::database::Database;
use tokio::sync::OnceCell;

static BASE: OnceCell<Option<String>> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Starts the cluster, and ends it when this process ends: the shell reads its
/// standard input, which closes then.
const SCRIPT: &str = r#"
set -e
export LC_ALL=C
bin="$1" dir="$2" port="$3"
"$bin/initdb" --username=hawser --auth=trust --encoding=UTF8 --no-sync -D "$dir/data" >/dev/null
"$bin/postgres" -D "$dir/data" -h 127.0.0.1 -p "$port" -k "" -c max_connections=400 -c fsync=off >"$dir/log" 2>&1 </dev/null &
server=$!
until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; do kill -0 $server; sleep 0.05; done
echo ready
cat >/dev/null || true
kill -INT $server
wait $server || true
rm -rf "$dir"
"#;

fn binaries() -> Option<String> {
    if let Ok(folder) = std::env::var("HAWSER_POSTGRES_BIN") {
        return Some(folder).filter(|folder| !folder.is_empty());
    }
    let mut found: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .map(|e| e.path().join("bin"))
        .collect();
    found.retain(|folder| folder.join("initdb").exists());
    found.sort();
    found.pop().map(|folder| folder.display().to_string())
}

fn start() -> Option<String> {
    use std::io::BufRead as _;
    let bin = binaries()?;
    let folder = tempfile::Builder::new()
        .prefix("hawser-test-postgres")
        .tempdir()
        .unwrap()
        .keep();
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|out| out.stdout.starts_with(b"0\n"));
    let mut command = if is_root {
        assert!(
            Command::new("chown")
                .arg("postgres")
                .arg(&folder)
                .status()
                .unwrap()
                .success()
        );
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    #[expect(clippy::zombie_processes, reason = "it ends with this process")]
    let mut child = command
        .args(["-c", SCRIPT, "cluster", &bin])
        .arg(&folder)
        .arg(port.to_string())
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    std::io::BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    if line.trim() != "ready" {
        eprintln!("PostgreSQL did not start from {bin}");
        return None;
    }
    std::mem::forget(child); // its standard input closes with this process
    Some(format!("postgres://hawser@127.0.0.1:{port}"))
}

/// The address of a fresh, empty database; `None` where there is no PostgreSQL.
pub async fn fresh_database() -> Option<String> {
    let base = BASE
        .get_or_init(|| async {
            match std::env::var("HAWSER_TEST_POSTGRES") {
                Ok(off) if off == "off" => None,
                Ok(url) if !url.is_empty() => Some(url.trim_end_matches('/').to_owned()),
                _ => tokio::task::spawn_blocking(start).await.unwrap(),
            }
        })
        .await
        .clone()?;
    let name = format!(
        "hawser_api_{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    let admin = Database::connect(&format!("{base}/postgres"))
        .await
        .unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(admin.write(), &format!("CREATE DATABASE {name}"))
        .await
        .unwrap();
    admin.close().await;
    Some(format!("{base}/{name}"))
}
