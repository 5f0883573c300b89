//! Keys of lists.

use std::fmt::Debug;

/// Tells two states of one line apart, as the key of a list: a line is drawn anew when anything in it changes.
pub fn fingerprint<T: Debug>(line: &T) -> String {
    format!("{line:?}")
}
