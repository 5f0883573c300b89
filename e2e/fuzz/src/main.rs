//! Searches for bytes that break a decoder: the target is named by `HAWSER_FUZZ`, the rest is libFuzzer's.
#![no_main]

use std::sync::LazyLock;

use hawser_fuzz::{TARGETS, Target};

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("HAWSER_FUZZ").unwrap_or_default();
    let found = TARGETS.iter().find(|target| target.name == name);
    *found.unwrap_or_else(|| panic!("HAWSER_FUZZ is {name:?}, which is no target"))
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (TARGET.eats)(bytes));
