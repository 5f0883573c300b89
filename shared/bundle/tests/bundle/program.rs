//! `hawser-verify` as a court's expert runs it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use hawser_ledger::key::hash;
use hawser_ledger::log::LogKey;
use hawser_ledger::log::checkpoint::published as log_key_published;
use hawser_views::bundle::BundleVerdict;

use crate::court::{Court, Folder};

const PROGRAM: &str = env!("CARGO_BIN_EXE_hawser-verify");

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have ended before it has read everything.
    drop(child.stdin.take().unwrap().write_all(input));
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn write(folder: &Folder, below: &Path) {
    for (path, bytes) in &folder.0 {
        let path = below.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_folder_a_file_and_standard_input_are_one() {
    let court = Court::set();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("bundle");
    write(&court.bundle(), &folder);
    let zip = place.path().join("bundle.zip");
    fs::write(&zip, court.zip()).unwrap();
    let told: Vec<String> = [
        (folder.to_str().unwrap(), Vec::new()),
        (zip.to_str().unwrap(), Vec::new()),
        ("-", court.zip()),
    ]
    .into_iter()
    .map(|(path, input)| {
        let output = run(&[path], &input);
        assert_eq!(code(&output), 0, "{path}: {}", text(&output));
        assert!(output.stderr.is_empty(), "{path}");
        text(&output)
    })
    .collect();
    assert!(told.iter().all(|one| *one == told[0]));
    for due in [
        "VALID: complete up to entry 19, confirmed by no independent log keeper",
        "TIDEMARK",
        "alpha administrator (Kestria)",
        "handset, black",
        "signed statement",
        "hawser.example/space/",
        "It does not prove that what people wrote is true",
    ] {
        assert!(told[0].contains(due), "{due}\n{}", told[0]);
    }
}

#[test]
fn the_log_key_is_compared_where_it_is_given() {
    let bundle = Court::set().zip();
    let told = text(&run(&["-"], &bundle));
    assert!(told.contains("its key was not compared"), "{told}");
    let key = told
        .lines()
        .find_map(|line| line.trim().strip_prefix("log key"))
        .unwrap()
        .trim()
        .to_owned();
    let output = run(&["-", "--log-key", &key], &bundle);
    assert_eq!(code(&output), 0);
    assert!(text(&output).contains("its key is the one that was given"));
    let published = key.splitn(3, '+').nth(2).unwrap();
    assert_eq!(
        published,
        log_key_published(LogKey::parse(&key).unwrap().public())
    );
    let output = run(&["-", "--log-key", published], &bundle);
    assert_eq!(code(&output), 0, "as the deployment publishes it");
    let output = run(&["--log-key", "else.example+00000000+AAAA", "-"], &bundle);
    assert_eq!(code(&output), 1);
    assert!(text(&output).contains("other-log-key"));
    assert_eq!(code(&run(&["-", "--log-key"], &bundle)), 2);
}

#[test]
fn programs_read_the_verdict_as_json() {
    let output = run(&["-", "--json"], &Court::set().zip());
    assert_eq!(code(&output), 0);
    let BundleVerdict::Valid(found) = serde_json::from_slice(&output.stdout).unwrap() else {
        panic!("valid");
    };
    assert_eq!(found.entries, 20);
    let mut bundle = Court::set().zip();
    let middle = bundle.len() / 2;
    bundle[middle] ^= 1;
    let output = run(&["--json", "-"], &bundle);
    assert_eq!(code(&output), 1);
    let BundleVerdict::Invalid(fault) = serde_json::from_slice(&output.stdout).unwrap() else {
        panic!("invalid");
    };
    assert!(fault.entry.is_some() || fault.file.is_some(), "{fault:?}");
}

#[test]
fn attack_41_a_hundred_damaged_bundles_end_with_one_and_say_where() {
    let bundle = Court::set().zip();
    for number in 0..100_u64 {
        let digest = hash(&[b"program", &number.to_be_bytes()]);
        let drawn = u64::from_be_bytes(*digest.first_chunk().unwrap());
        // Not in the first four bytes: without them it is no ZIP file at all.
        let position = 4 + usize::try_from(drawn % (bundle.len() as u64 - 4)).unwrap();
        let mut damaged = bundle.clone();
        damaged[position] ^= digest[31] | 1;
        let output = run(&["-"], &damaged);
        assert_eq!(code(&output), 1, "byte {position}: {}", text(&output));
        assert!(text(&output).starts_with("INVALID: "), "{}", text(&output));
    }
}

#[test]
fn what_cannot_be_read_ends_with_two() {
    let place = tempfile::tempdir().unwrap();
    let missing = place.path().join("none.zip");
    let empty = place.path().join("empty.zip");
    fs::write(&empty, b"").unwrap();
    for path in [&missing, &empty, &place.path().to_owned()] {
        let output = run(&[path.to_str().unwrap()], b"");
        assert_eq!(code(&output), 2, "{}: {}", path.display(), text(&output));
        assert!(text(&output).starts_with("UNREADABLE: "));
    }
    for wrong in [&[][..], &["a", "b"], &["--frob", "a"]] {
        let output = run(wrong, b"");
        assert_eq!(code(&output), 2, "{wrong:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("usage: hawser-verify"), "{said}");
    }
    assert_eq!(code(&run(&["--help"], b"")), 0);
}

#[cfg(unix)]
#[test]
fn attack_34_links_and_other_things_in_a_folder_are_followed_nowhere() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("bundle");
    write(&Court::set().bundle(), &folder);
    let checkpoint = folder.join("checkpoint");
    fs::rename(&checkpoint, place.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(place.path().join("elsewhere"), &checkpoint).unwrap();
    let output = run(&[folder.to_str().unwrap()], b"");
    assert_eq!(code(&output), 1);
    assert!(text(&output).contains("checkpoint"), "{}", text(&output));
    fs::remove_file(&checkpoint).unwrap();
    fs::create_dir_all(folder.join("a/b/c/d/e")).unwrap();
    let output = run(&[folder.to_str().unwrap()], b"");
    assert_eq!(code(&output), 1, "{}", text(&output));
}

/// Two gigabytes of zeros beside a hundred megabytes of memory.
#[cfg(target_os = "linux")]
#[test]
fn a_bundle_of_two_gigabytes_is_checked_in_little_memory() {
    const LENGTH: u64 = 2 << 30;
    let mut sha256 = [0; 32];
    let told = "a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51";
    hex::decode_to_slice(told, &mut sha256).unwrap();
    let court = Court::with_file(Vec::new(), LENGTH, sha256);
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("bundle");
    write(&court.bundle(), &folder);
    // Nothing of it lies on the disk.
    let photo = File::options()
        .write(true)
        .open(folder.join("files/000015/table__1.jpg"))
        .unwrap();
    photo.set_len(LENGTH).unwrap();
    let limited = format!("ulimit -v 100000; exec {PROGRAM} {}", folder.display());
    let output = Command::new("sh").args(["-c", &limited]).output().unwrap();
    assert_eq!(code(&output), 0, "{}", text(&output));
    photo.set_len(LENGTH - 1).unwrap();
    let output = Command::new("sh").args(["-c", &limited]).output().unwrap();
    assert_eq!(code(&output), 1, "{}", text(&output));
    assert!(text(&output).contains("files/000015/table__1.jpg"));
}
