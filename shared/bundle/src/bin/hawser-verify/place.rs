//! Where a bundle lies on the machine: a folder, a file, standard input.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use hawser_bundle::{Bytes, Fault, Files, Progress, ReadError, ZipFiles, verify};
use hawser_views::bundle::BundleFindings;

/// Deepest folder that a file of a bundle lies in.
const MAX_DEPTH: usize = 3;
/// More files than any bundle has.
const MAX_FILES: usize = 200_000;

fn unreadable(path: &Path, error: &io::Error) -> ReadError {
    ReadError(format!("{}: {error}", path.display()))
}

/// A file of the machine.
struct OpenFile {
    file: File,
    path: PathBuf,
    length: u64,
    at: u64,
}

impl OpenFile {
    fn open(path: &Path) -> Result<Self, ReadError> {
        let file = File::open(path).map_err(|error| unreadable(path, &error))?;
        Self::of(file, path)
    }

    fn of(file: File, path: &Path) -> Result<Self, ReadError> {
        let metadata = file.metadata().map_err(|error| unreadable(path, &error))?;
        Ok(Self {
            file,
            path: path.to_owned(),
            length: metadata.len(),
            at: 0,
        })
    }
}

impl Bytes for OpenFile {
    fn length(&self) -> u64 {
        self.length
    }
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        let failed = |error: io::Error| unreadable(&self.path, &error);
        if self.at != offset {
            self.file.seek(SeekFrom::Start(offset)).map_err(failed)?;
        }
        self.file.read_exact(buffer).map_err(failed)?;
        self.at = offset + buffer.len() as u64;
        Ok(())
    }
}

/// A folder as a bundle.
struct Folder {
    root: PathBuf,
    open: Option<(String, OpenFile)>,
}

impl Folder {
    fn walk(
        &self,
        below: &Path,
        depth: usize,
        found: &mut BTreeMap<String, u64>,
    ) -> Result<(), Fault> {
        let folder = self.root.join(below);
        let failed = |error: io::Error| Fault::Unreadable(unreadable(&folder, &error));
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = below.join(entry.file_name());
            let shown = || Fault::File {
                file: path.display().to_string(),
                code: "bad-path",
                text: "no file of a bundle: neither folder nor plain file, or too deep".to_owned(),
            };
            // Of a link this is the link's own: it is followed nowhere.
            let kind = entry.file_type().map_err(failed)?;
            if kind.is_dir() && depth < MAX_DEPTH {
                self.walk(&path, depth + 1, found)?;
            } else if kind.is_file() && found.len() < MAX_FILES {
                let name = path
                    .to_str()
                    .ok_or_else(shown)?
                    .replace(std::path::MAIN_SEPARATOR, "/");
                found.insert(name, entry.metadata().map_err(failed)?.len());
            } else {
                return Err(shown());
            }
        }
        Ok(())
    }
}

impl Files for Folder {
    fn list(&mut self) -> Result<Vec<(String, u64)>, Fault> {
        let mut found = BTreeMap::new();
        self.walk(Path::new(""), 1, &mut found)?;
        Ok(found.into_iter().collect())
    }
    fn read(&mut self, path: &str, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        if self.open.as_ref().is_none_or(|(name, _)| name != path) {
            let file = OpenFile::open(&self.root.join(path))?;
            self.open = Some((path.to_owned(), file));
        }
        match &mut self.open {
            Some((_, file)) => file.read(offset, buffer),
            None => Err(ReadError(path.to_owned())),
        }
    }
    fn crc(&self, _path: &str) -> Option<u32> {
        None
    }
}

/// Standard input, kept in a file without a name for as long as it is read.
fn standard_input() -> Result<OpenFile, ReadError> {
    let path = Path::new("standard input");
    let failed = |error: io::Error| unreadable(path, &error);
    let mut file = tempfile::tempfile().map_err(failed)?;
    // One byte more than a bundle can have: then it is refused for its length.
    let mut input = io::stdin().lock().take(u64::from(u32::MAX) + 1);
    io::copy(&mut input, &mut file).map_err(failed)?;
    file.rewind().map_err(failed)?;
    OpenFile::of(file, path)
}

/// Checks what lies at a path; `-` is standard input.
pub fn check(path: &str, progress: &mut dyn FnMut(Progress)) -> Result<BundleFindings, Fault> {
    if path == "-" {
        return verify(&mut ZipFiles::open(standard_input()?)?, progress);
    }
    let path = PathBuf::from(path);
    if path.is_dir() {
        let mut folder = Folder {
            root: path,
            open: None,
        };
        return verify(&mut folder, progress);
    }
    verify(&mut ZipFiles::open(OpenFile::open(&path)?)?, progress)
}
