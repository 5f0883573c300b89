//! The published bundle is the one that this code makes.

use std::fs;

use crate::court::{Court, verify_zip};

const VECTOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/vectors/bundle.zip");

#[test]
fn the_published_bundle_is_made_and_checked_here() {
    let bundle = Court::set().zip();
    if std::env::var_os("HAWSER_WRITE_VECTORS").is_some() {
        fs::write(VECTOR, &bundle).unwrap();
    }
    let published = fs::read(VECTOR).unwrap();
    assert!(published == bundle, "bundle.zip and the code disagree");
    verify_zip(&published).unwrap();
}
