//! Everything a server keeps and says, looked through for words that it must not know.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use anyhow::ensure;
use tracing_subscriber::EnvFilter;

/// Whatever server and agents log, down to the least of it; what drives the browser is left out.
const LISTENED_TO: &str = "off,hawser_backend=trace,hawser_migrations=trace,hawser_agent=trace,\
    tower_http=trace,axum=trace,sea_orm=debug,sqlx=debug,object_store=debug";

/// What organisations, cases, people, exhibits and passphrases of tests and demonstration are called.
pub const EVERYWHERE: &[&str] = &[
    "Kestria", "Lumara", "TIDEMARK", "Handset", "QN-C2", "QN-P1", "QR-P1", "QR-D2", "lantern",
];

static LISTENING: Once = Once::new();
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Keeps what is logged in this process; gives how much there was before.
pub fn listen() -> usize {
    LISTENING.call_once(|| {
        let begun = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(LISTENED_TO))
            .with_writer(|| Log)
            .with_ansi(false)
            .try_init();
        assert!(begun.is_ok(), "somebody else listens to the log already");
    });
    LOG.lock().unwrap_or_else(PoisonError::into_inner).len()
}

/// Fails when one of `words` stands in a file below the folder, or in what was logged since [`listen`] gave
/// `since`.
pub fn knows_nothing_of(folder: &Path, since: usize, words: &[&str]) -> anyhow::Result<()> {
    let mut kept = Vec::new();
    read_below(folder, &mut kept)?;
    let log = LOG.lock().unwrap_or_else(PoisonError::into_inner);
    let log = log.get(since..).unwrap_or_default();
    ensure!(!log.is_empty(), "the server has said nothing at all");
    for word in words {
        let stands_in = |bytes: &[u8]| memchr::memmem::find(bytes, word.as_bytes()).is_some();
        for (place, bytes) in &kept {
            ensure!(!stands_in(bytes), "{word:?} stands in {}", place.display());
        }
        ensure!(!stands_in(log), "{word:?} stands in the log");
    }
    Ok(())
}

/// Database and file bodies.
fn read_below(folder: &Path, kept: &mut Vec<(PathBuf, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_below(&path, kept)?;
        } else {
            let bytes = std::fs::read(&path)?;
            kept.push((path, bytes));
        }
    }
    Ok(())
}
