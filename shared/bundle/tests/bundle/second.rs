//! The second checker, which was written from docs/PROTOCOL.md alone, comes to the same verdicts.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use hawser_ledger::key::hash;

use crate::court::{Court, Folder};
use crate::program::write;

const CHECKER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../e2e/second_checker/check_bundle.py"
);

fn python() -> PathBuf {
    let cache = std::env::var_os("HAWSER_CACHE")
        .expect("scripts/environment names HAWSER_CACHE, where scripts/setup installs the second checker's Python");
    PathBuf::from(cache).join("python/bin/python")
}

/// The second checker's exit code for a bundle; nothing for one that cannot be written as a folder.
pub fn verdict(folder: &Folder) -> Option<i32> {
    let place = tempfile::tempdir().unwrap();
    if folder.0.keys().any(|path| path.starts_with(['/', '.'])) {
        return None;
    }
    let at = place.path().join("bundle");
    write(folder, &at);
    let output = Command::new(python())
        .arg(CHECKER)
        .arg(&at)
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty() || output.status.code() == Some(0),
        "{output:?}"
    );
    Some(output.status.code().expect("it ended by itself"))
}

#[test]
fn the_second_checker_takes_what_holds() {
    let court = Court::set();
    assert_eq!(verdict(&court.bundle()), Some(0));
}

#[test]
fn attack_41_the_second_checker_refuses_each_changed_byte() {
    let bundle = Court::set().zip();
    let place = tempfile::tempdir().unwrap();
    let zip = place.path().join("bundle.zip");
    std::fs::write(&zip, &bundle).unwrap();
    let mut asked = String::new();
    for position in 0..bundle.len() {
        writeln!(asked, "{position} {}", position % 8).unwrap();
    }
    let mut child = Command::new(python())
        .args([CHECKER, "--flips"])
        .arg(&zip)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // It answers line by line: neither waits for the other.
    let feeding = std::thread::spawn(move || input.write_all(asked.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.lines().count(), bundle.len());
    assert!(told.lines().all(|line| line.starts_with("invalid: ")));
}

/// A member who signs whatever they have changed gets no further: only what both take, or both refuse.
#[test]
fn both_checkers_agree_on_what_a_member_has_changed_and_signed() {
    let court = Court::set();
    let maker = court.founder().key;
    let folder = court.bundle();
    let mut refused = 0;
    for number in 0..150_u64 {
        let digest = hash(&[b"resigned", &number.to_be_bytes()]);
        let path = [
            "entries",
            "entries",
            "keys",
            "checkpoint",
            "proofs/000014.tlog-proof",
        ][usize::from(digest[0]) % 5];
        let drawn = u64::from_be_bytes(*digest[8..].first_chunk().unwrap());
        let changed = folder
            .with(path, |bytes| {
                let position = drawn as usize % bytes.len();
                bytes[position] ^= 1 << (digest[1] % 8);
            })
            .resigned(&court, &maker, |_| {});
        let ours = changed.verify();
        let theirs = verdict(&changed);
        assert_eq!(
            ours.is_ok(),
            theirs == Some(0),
            "{path}: {ours:?} and {theirs:?}"
        );
        refused += u64::from(ours.is_err());
    }
    assert!(refused > 140, "{refused}");
}
