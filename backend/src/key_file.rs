//! Key material of the server in files of its own, which must be backed up: made once, for the server's account alone.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use rand_core::{OsRng, RngCore as _};
use zeroize::Zeroizing;

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It was in use, so making a new one would do harm.
    #[error("{file} is missing, but {harm}. Restore it from the backup")]
    Missing {
        /// The file.
        file: PathBuf,
        /// What a new one would do.
        harm: &'static str,
    },
    /// The file's content is not one.
    #[error("{0} is not a key file of hawser, or is damaged: restore it from the backup")]
    Damaged(PathBuf),
    /// Reading or writing failed.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
}

/// One kind of key file: a heading and hexadecimal digits on one line.
pub struct KeyFile {
    /// Name in the data folder.
    pub name: &'static str,
    /// What the line begins with.
    pub heading: &'static str,
    /// What a new one would do where the old one was in use.
    pub harm: &'static str,
}

impl KeyFile {
    /// Reads the bytes, or has them made where none was in use yet.
    pub fn open(
        &self,
        data: &Path,
        is_in_use: bool,
        make: impl FnOnce() -> Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
        let file = data.join(self.name);
        if !file.exists() {
            if is_in_use {
                let harm = self.harm;
                return Err(KeyFileError::Missing { file, harm });
            }
            self.create(&file, &make())?;
        }
        // Whoever made it, here or in a start at the same moment: what stands there counts.
        let text = std::fs::read_to_string(&file)
            .map(Zeroizing::new)
            .map_err(|error| KeyFileError::Io(file.clone(), error))?;
        self.parse(&text).ok_or(KeyFileError::Damaged(file))
    }

    /// Reads an Ed25519 key, or makes one where none was in use yet.
    pub fn signing_key(&self, data: &Path, is_in_use: bool) -> Result<SigningKey, KeyFileError> {
        let bytes = self.open(data, is_in_use, || {
            let mut seed = Zeroizing::new(vec![0; 32]);
            OsRng.fill_bytes(&mut seed);
            seed
        })?;
        let seed = bytes[..].try_into().map_err(|_| self.damaged(data))?;
        Ok(SigningKey::from_bytes(seed))
    }

    /// The file's content is not what it should be.
    pub fn damaged(&self, data: &Path) -> KeyFileError {
        KeyFileError::Damaged(data.join(self.name))
    }

    fn parse(&self, text: &str) -> Option<Zeroizing<Vec<u8>>> {
        let digits = text.trim_end().strip_prefix(self.heading)?;
        Some(Zeroizing::new(hex::decode(digits).ok()?))
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), KeyFileError> {
        let wrong = |error| KeyFileError::Io(path.to_path_buf(), error);
        let digits = Zeroizing::new(hex::encode(bytes));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let partial = path.with_extension(hex::encode(crate::random::bytes::<8>()));
        let mut file = options.open(&partial).map_err(wrong)?;
        file.write_all(self.heading.as_bytes()).map_err(wrong)?;
        file.write_all(digits.as_bytes()).map_err(wrong)?;
        file.write_all(b"\n").map_err(wrong)?;
        file.sync_all().map_err(wrong)?;
        // Not over a file that another start has made in the meantime.
        let linked = std::fs::hard_link(&partial, path);
        std::fs::remove_file(&partial).map_err(wrong)?;
        match linked {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok(()),
            other => other.map_err(wrong)?,
        }
        if let Some(folder) = path.parent() {
            std::fs::File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(wrong)?;
        }
        tracing::info!(file = %path.display(), "made a key file: back it up");
        Ok(())
    }
}
