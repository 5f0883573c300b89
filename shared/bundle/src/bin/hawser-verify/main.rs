//! Checks a bundle: a folder, a ZIP file, or a ZIP file on standard input. No network, no database, no secret.
//!
//!     hawser-verify PATH|- [--json] [--log-key KEY]
//!
//! Ends with 0 when everything holds, 1 when something does not (named on standard output), 2 when it cannot be read.

mod place;
mod tell;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use hawser_bundle::{Fault, Progress, verdict};
use hawser_casework::record::spelled;
use hawser_ledger::log::LogKey;
use hawser_views::bundle::BundleVerdict;

use place::check;
use tell::tell;

const USAGE: &str = "usage: hawser-verify PATH|- [--json] [--log-key KEY]

PATH is a bundle of Hawser: a folder or a ZIP file; - reads a ZIP file from standard input.
KEY is the log key that the deployment publishes, or the line that a bundle shows for its log.
Ends with 0 when everything holds, 1 when something does not, 2 when it cannot be read.
";

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

/// Whether the key that was given is the record's.
fn is_named(found: &str, given: &str) -> bool {
    LogKey::parse(found).is_ok_and(|key| key.is_named_by(given))
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
        Some(key) if !is_named(&found.log_key, key) => Err(Fault::File {
            file: "checkpoint".to_owned(),
            code: "other-log-key",
            text: "the record names another log key than the one that was given".to_owned(),
        }),
        _ => Ok(found),
    });
    if watched && shown > 0 {
        eprint!("\r      \r");
    }
    let verdict = verdict(checked);
    let code = match verdict {
        BundleVerdict::Valid(_) => 0,
        BundleVerdict::Invalid(_) => 1,
        BundleVerdict::Unreadable(_) => 2,
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
                writeln!(out, "INVALID: {} [{}]", spelled(&fault.text), fault.code)
            }
            BundleVerdict::Unreadable(fault) => {
                writeln!(out, "UNREADABLE: {} [{}]", spelled(&fault.text), fault.code)
            }
        }
    };
    // Nobody listens any more: the code alone tells.
    drop(told.and_then(|()| out.flush()));
    ExitCode::from(code)
}
