//! Spelling: what is left out on input, and the shapes the schemes are made of.

use super::{Checked, Warning};

const DASHES: [char; 8] = [
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{ad}',
];
const INVISIBLE: [char; 7] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}',
];

/// The text without spaces and invisible characters, its case kept.
pub(super) fn unspaced(input: &str) -> String {
    input
        .chars()
        .filter(|c| !c.is_whitespace() && !INVISIBLE.contains(c))
        .collect()
}

/// The text without spaces, dashes and invisible characters, in upper case.
pub(super) fn compact(input: &str) -> String {
    let mut text = unspaced(input);
    text.retain(|c| !DASHES.contains(&c));
    text.make_ascii_uppercase();
    text
}

/// What may stand at one place.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Digit,
    Letter,
    /// `A`-`Z` and `2`-`9`, as in UN/LOCODE.
    LocodeCharacter,
}

impl Place {
    const fn admits(self, found: char) -> bool {
        match self {
            Self::Digit => found.is_ascii_digit(),
            Self::Letter => found.is_ascii_uppercase(),
            Self::LocodeCharacter => matches!(found, 'A'..='Z' | '2'..='9'),
        }
    }
}

/// Checks length and characters against a shape of (kind, how many) runs.
pub(super) fn shape(text: &str, runs: &[(Place, usize)]) -> Option<Warning> {
    let places = || {
        runs.iter()
            .flat_map(|(place, count)| std::iter::repeat_n(*place, *count))
    };
    let wrong = text
        .chars()
        .zip(places())
        .enumerate()
        .find(|(_, (found, place))| !place.admits(*found));
    if let Some((at, (found, _))) = wrong {
        return Some(Warning::Character { at, found });
    }
    let (expected, found) = (places().count(), text.chars().count());
    (expected != found).then(|| Warning::Length {
        expected: expected.to_string(),
        found,
    })
}

/// The first character that is no digit, as a warning.
pub(super) fn not_a_digit(text: &str) -> Option<Warning> {
    text.chars()
        .enumerate()
        .find(|(_, found)| !found.is_ascii_digit())
        .map(|(at, found)| Warning::Character { at, found })
}

/// The values of the text's decimal digits, other characters left out.
pub(super) fn digits(text: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    text.chars().filter_map(|c| c.to_digit(10))
}

/// A warning when the digit that stands there is not the one that follows from the rest.
pub(super) fn check_digit(expected: u32, found: char) -> Option<Warning> {
    (found.to_digit(10) != Some(expected)).then(|| Warning::CheckDigit {
        expected: expected.to_string(),
        found: found.to_string(),
    })
}

/// The text cut at these places (in characters from the start) and joined by the separator.
pub(super) fn split_at(text: &str, cuts: &[usize], separator: char) -> String {
    let mut spelled = String::with_capacity(text.len() + cuts.len());
    for (at, c) in text.chars().enumerate() {
        if cuts.contains(&at) {
            spelled.push(separator);
        }
        spelled.push(c);
    }
    spelled
}

/// The number on a physical seal: letters and digits count, in upper case.
pub(super) fn seal(input: &str) -> Checked {
    let mut normal = compact(input);
    normal.retain(char::is_alphanumeric);
    free(normal, input)
}

/// Any other identifier: spaces are made single, case is ignored.
pub(super) fn other(input: &str) -> Checked {
    let words: Vec<&str> = input.split_whitespace().collect();
    free(words.join(" ").to_uppercase(), input)
}

fn free(normal: String, input: &str) -> Checked {
    let warning = normal.is_empty().then(|| Warning::Length {
        expected: "1-".to_owned(),
        found: 0,
    });
    Checked {
        shown: input.trim().to_owned(),
        warning,
        normal,
    }
}
