//! Every decoder over what is kept in `corpus`, as it is and damaged: the short run of what scripts/fuzz does at length.
#![expect(clippy::unwrap_used, reason = "the corpus is there")]

use std::path::Path;

use hawser_fuzz::{TARGETS, Target};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// All that is kept for a target, in the order of names.
fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target.name);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 1, "{} has a corpus", target.name);
    files
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

/// Gives a target everything that is kept for it, then so many damaged pieces of that.
fn run(name: &str, cases: u32) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let kept = corpus(target);
    for bytes in &kept {
        (target.eats)(bytes);
    }
    let damage = (
        any::<prop::sample::Index>(),
        proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<bool>(),
    );
    let mut runner = TestRunner::new(Config::with_cases(cases));
    let done = runner.run(&damage, |(which, changes, from, to, is_cut)| {
        let mut bytes = which.get(&kept).clone();
        for (at, value) in changes {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
        }
        if is_cut && !bytes.is_empty() {
            let (one, other) = (from.index(bytes.len()), to.index(bytes.len()));
            bytes.drain(one.min(other)..one.max(other));
        }
        (target.eats)(&bytes);
        Ok(())
    });
    done.unwrap();
    let mut runner = TestRunner::new(Config::with_cases(cases / 4));
    let arbitrary = proptest::collection::vec(any::<u8>(), 0..1200);
    let done = runner.run(&arbitrary, |bytes| {
        (target.eats)(&bytes);
        Ok(())
    });
    done.unwrap();
}

proptest! {
    #[test]
    fn attack_26_texts_that_look_like_those_of_a_log(
        text in "(hawser/fork-proof@v1\n|c2sp.org/tlog-proof@v1\n|old [0-9]{1,3}\n)?(log |root |hash |index |[a-z.]{1,9}/space/[0-9a-f]{0,4}|[0-9]{1,20}|[A-Za-z0-9+/]{43}=|\u{2014} [a-z+]{0,6} [A-Za-z0-9+/=]{0,99}|[0-9]/x?[0-9]{3}(\\.p/[0-9]{1,3})?|\n){0,9}\n?",
    ) {
        let log = TARGETS.iter().find(|target| target.name == "log").unwrap();
        (log.eats)(text.as_bytes());
    }
}

#[test]
fn attack_26_events() {
    run("event", 4000);
}

#[test]
fn attack_26_acts() {
    run("act", 4000);
}

#[test]
fn attack_26_texts_of_a_log() {
    run("log", 4000);
}

#[test]
fn attack_26_bodies() {
    run("wire", 4000);
}

#[test]
fn attack_26_files_of_age() {
    run("age", 500);
}

#[test]
fn attack_26_entries() {
    run("entry", 2000);
}

#[test]
fn attack_26_bundles() {
    run("bundle", 100);
}

#[test]
fn every_target_has_its_test() {
    let own = include_str!("corpus.rs");
    for target in TARGETS {
        assert!(
            own.contains(&format!("run(\"{}\"", target.name)),
            "{}",
            target.name
        );
    }
}
