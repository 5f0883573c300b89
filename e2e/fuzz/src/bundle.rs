//! A file that somebody hands to a court.

use hawser_bundle::{ZipFiles, verify};

pub fn zip(bytes: &[u8]) {
    let verdict = ZipFiles::open(bytes).and_then(|mut files| verify(&mut files, &mut |_| {}));
    if let Err(fault) = verdict {
        assert!(!fault.told().code.is_empty());
    }
}
