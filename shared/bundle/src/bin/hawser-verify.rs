//! Checks a bundle: a folder, a ZIP file, or a ZIP file on standard input. No network, no database, no secret.
//!
//!     hawser-verify PATH|- [--json] [--log-key KEY]
//!
//! Ends with 0 when everything holds, 1 when something does not (named on standard output), 2 when it cannot be read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hawser_bundle::{Bytes, Fault, Files, Progress, ReadError, ZipFiles, verify};
use hawser_casework::Moment;
use hawser_views::bundle::{BundleExhibit, BundleFindings, BundleSigner, BundleVerdict, Naming};

const USAGE: &str = "usage: hawser-verify PATH|- [--json] [--log-key KEY]

PATH is a bundle of Hawser: a folder or a ZIP file; - reads a ZIP file from standard input.
Ends with 0 when everything holds, 1 when something does not, 2 when it cannot be read.
";

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

fn check(path: &str, progress: &mut dyn FnMut(Progress)) -> Result<BundleFindings, Fault> {
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

/// Text as a terminal may be given it: nothing that moves its cursor or turns its order.
fn plain(text: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if is_hidden(c) { ' ' } else { c })
        .collect()
}

fn at_second(time_s: u64) -> Moment {
    Moment {
        utc_ms: i64::try_from(time_s).map_or(i64::MAX, |s| s.saturating_mul(1000)),
        offset_min: 0,
    }
}

fn tell_exhibit(out: &mut impl io::Write, one: &BundleExhibit) -> io::Result<()> {
    writeln!(out, "  {}  {}", plain(&one.number), plain(&one.description))?;
    writeln!(
        out,
        "      holder: {} ({})   entry {}",
        plain(&one.holder),
        one.custody,
        one.entry
    )?;
    for step in &one.chain {
        let signed = if step.signed {
            "  signed statement"
        } else {
            ""
        };
        let to = if step.to.is_empty() {
            String::new()
        } else {
            format!(" to {}", plain(&step.to))
        };
        writeln!(
            out,
            "      {}  {} by {}{to}{signed}",
            step.happened.at,
            step.kind,
            plain(&step.by)
        )?;
    }
    for (field, before, after, why, by) in &one.corrections {
        writeln!(
            out,
            "      corrected: {field} from {:?} to {:?} by {} ({})",
            plain(before),
            plain(after),
            plain(by),
            plain(why)
        )?;
    }
    for file in &one.files {
        let place = file.path.as_deref().unwrap_or("not in the bundle");
        writeln!(
            out,
            "      file: {} ({} bytes, {place})\n        SHA-256 {}",
            plain(&file.name),
            file.length,
            file.sha256
        )?;
    }
    Ok(())
}

/// Takes `--log-key KEY` out of the arguments.
fn log_key(arguments: &mut Vec<String>) -> Result<Option<String>, ExitCode> {
    let Some(at) = arguments
        .iter()
        .position(|argument| argument == "--log-key")
    else {
        return Ok(None);
    };
    if at + 1 == arguments.len() {
        eprint!("hawser-verify: --log-key needs a key\n\n{USAGE}");
        return Err(ExitCode::from(2));
    }
    let key = arguments.remove(at + 1);
    arguments.remove(at);
    Ok(Some(key))
}

fn tell(out: &mut impl io::Write, found: &BundleFindings, is_compared: bool) -> io::Result<()> {
    let last = found.entries.saturating_sub(1);
    let witnessed = if found.confirmations.is_empty() {
        "confirmed by no independent log keeper".to_owned()
    } else {
        let confirmed: Vec<String> = found
            .confirmations
            .iter()
            .map(|one| {
                let (name, at) = (plain(&one.name), at_second(one.time_s));
                format!("{name} (key {}) at {at}", one.key)
            })
            .collect();
        format!("witnessed by {}", confirmed.join(", "))
    };
    writeln!(out, "VALID: complete up to entry {last}, {witnessed}")?;
    let compared = if is_compared {
        "its key is the one that was given"
    } else {
        "its key was not compared: give the published one with --log-key"
    };
    writeln!(out, "for the log {}; {compared}", plain(&found.log))?;
    if found.undisclosed > 0 {
        writeln!(
            out,
            "as far as it was disclosed: {} entries are closed or left out, and can correct or hand on what is shown",
            found.undisclosed
        )?;
    }
    writeln!(
        out,
        "report.html is the word of whoever made the bundle, and was not checked\n"
    )?;
    let withheld: u64 = found
        .withheld
        .iter()
        .map(|one| one.last - one.first + 1)
        .sum();
    for (name, value) in [
        ("record", found.space.clone()),
        ("kind", found.kind.clone()),
        ("title", plain(&found.title)),
        ("reference", plain(&found.reference)),
        ("log", plain(&found.log)),
        ("log key", plain(&found.log_key)),
        ("root", found.root.clone()),
        (
            "parties",
            found
                .parties
                .iter()
                .map(|one| format!("{} (root {})", plain(&one.name), one.root))
                .collect::<Vec<_>>()
                .join("\n              "),
        ),
        (
            "made by",
            format!(
                "{} ({}) at {}{}",
                plain(&found.made_by.name),
                plain(&found.made_by.party),
                found.made,
                if found.made_by.is_member {
                    ""
                } else {
                    "; no longer a member at the end of this record"
                }
            ),
        ),
        (
            "entries",
            format!(
                "{}: {} changes of members and access, {} opened, {} still encrypted, {withheld} left out",
                found.entries, found.acts, found.opened, found.encrypted
            ),
        ),
        ("signatures", found.signatures.to_string()),
    ] {
        if !value.is_empty() {
            writeln!(out, "  {name:<11} {value}")?;
        }
    }
    if let Some(from) = found.unknown_from {
        writeln!(
            out,
            "  note        entries {from} to {last} at the end are left out: changes of members may be among them"
        )?;
    }
    if !found.unresolved.is_empty() {
        writeln!(
            out,
            "  note        {} entries refer to something that is not disclosed; whether they count cannot be told",
            found.unresolved.len()
        )?;
    }
    if found.made_by.naming == Naming::Uncertified {
        writeln!(
            out,
            "  note        the maker's name is not certified together with the key"
        )?;
    }
    let uncertified = |one: &&BundleSigner| one.naming == Naming::Uncertified;
    for one in found.signers.iter().filter(uncertified) {
        writeln!(
            out,
            "  note        {} ({}), {} entries: the name is not certified together with the key",
            plain(&one.name),
            plain(&one.party),
            one.entries
        )?;
    }
    for one in &found.withheld {
        writeln!(
            out,
            "  left out    entries {} to {}: {}",
            one.first,
            one.last,
            one.ground.code()
        )?;
    }
    for (seq, by) in &found.unreadable {
        writeln!(
            out,
            "  note        entry {seq} by {} makes no sense",
            plain(by)
        )?;
    }
    for (seq, by, rule) in &found.refused {
        writeln!(
            out,
            "  note        entry {seq} by {} counts for nothing: {rule}",
            plain(by)
        )?;
    }
    if !found.exhibits.is_empty() {
        writeln!(out, "\nExhibits")?;
    }
    for one in &found.exhibits {
        tell_exhibit(out, one)?;
    }
    writeln!(
        out,
        "\nThis proves who signed which entry, in which order, that none of them was altered, and that none is missing\n\
         unseen up to entry {last} of this log. It does not prove that what people wrote is true, that their clocks were\n\
         right, or what was written later. The keys of organisations and log are those that the record itself names:\n\
         compare the log key above with the one that the deployment has published."
    )
}

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let json = arguments.iter().any(|argument| argument == "--json");
    arguments.retain(|argument| argument != "--json");
    let log_key = match log_key(&mut arguments) {
        Ok(log_key) => log_key,
        Err(code) => return code,
    };
    let [path] = &arguments[..] else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    if matches!(path.as_str(), "-h" | "--help") {
        print!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    if path.starts_with("--") {
        eprint!("hawser-verify: {path} is not known\n\n{USAGE}");
        return ExitCode::from(2);
    }
    let watched = io::stderr().is_terminal();
    let mut shown = 0;
    let mut progress = |at: Progress| {
        let percent = (at.done * 100).checked_div(at.total).unwrap_or(0);
        if watched && percent > shown {
            shown = percent;
            eprint!("\r{percent} %");
        }
    };
    let checked = check(path, &mut progress).and_then(|found| match &log_key {
        Some(key) if *key != found.log_key => Err(Fault::File {
            file: "checkpoint".to_owned(),
            code: "other-log-key",
            text: "the record names another log key than the one that was given".to_owned(),
        }),
        _ => Ok(found),
    });
    if watched && shown > 0 {
        eprint!("\r      \r");
    }
    let (verdict, code) = match checked {
        Ok(found) => (BundleVerdict::Valid(Box::new(found)), 0),
        Err(fault) if fault.is_unreadable() => (BundleVerdict::Unreadable(fault.told()), 2),
        Err(fault) => (BundleVerdict::Invalid(fault.told()), 1),
    };
    let mut out = io::stdout().lock();
    let told = if json {
        serde_json::to_writer_pretty(&mut out, &verdict)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out))
    } else {
        match &verdict {
            BundleVerdict::Valid(found) => tell(&mut out, found, log_key.is_some()),
            BundleVerdict::Invalid(fault) => {
                writeln!(out, "INVALID: {} [{}]", plain(&fault.text), fault.code)
            }
            BundleVerdict::Unreadable(fault) => {
                writeln!(out, "UNREADABLE: {} [{}]", plain(&fault.text), fault.code)
            }
        }
    };
    // Nobody listens any more: the code alone tells.
    drop(told.and_then(|()| out.flush()));
    ExitCode::from(code)
}
