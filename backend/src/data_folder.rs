//! The folder for keys and whatever else is kept beside a database: for the server's account alone.

use std::path::{Path, PathBuf};

/// It cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("data folder {0}: {1}")]
pub struct FolderError(PathBuf, #[source] std::io::Error);

/// Makes it where it is not there.
pub fn make(folder: &Path) -> Result<(), FolderError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let made = builder.create(folder);
    made.map_err(|reason| FolderError(folder.to_path_buf(), reason))
}
