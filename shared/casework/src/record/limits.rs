//! What the texts of a record may hold.

use serde::{Deserialize, Serialize};

use crate::{decimal::Decimal, time::is_iso_date};

/// The longest title or name, in characters.
pub const TITLE_MAX: usize = 200;
/// The longest short text, in characters.
pub const SHORT_TEXT_MAX: usize = 500;
/// The longest long text, in characters.
pub const LONG_TEXT_MAX: usize = 10_000;
/// The longest file name, in characters.
pub const FILE_NAME_MAX: usize = 255;
/// The longest list in a record.
pub const LIST_MAX: usize = 1000;

/// A field that does not hold what it must.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// Stable name of the field, with dots between the levels: `found.locode`.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// It must be given.
    Missing,
    /// Too long: characters of a text, items of a list.
    TooLong {
        /// The limit.
        max: usize,
        /// What was found.
        found: usize,
    },
    /// Not a value of its kind.
    Invalid {
        /// What was found.
        value: String,
    },
    /// A control character.
    ControlCharacter,
    /// A character that changes the direction of what surrounds it.
    BidiControl,
}

impl Problem {
    /// Stable code of this problem.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::Invalid { .. } => "invalid",
            Self::ControlCharacter => "control-character",
            Self::BidiControl => "bidi-control",
        }
    }
}

/// Whether a field must be given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
}

/// Collects what is wrong with the fields of a record.
#[derive(Default)]
pub(crate) struct Findings(Vec<FieldError>);

impl Findings {
    pub(crate) fn add(&mut self, field: &'static str, problem: Problem) {
        self.0.push(FieldError { field, problem });
    }

    /// Notes the value as invalid, quoting at most the length of a short text.
    pub(crate) fn invalid(&mut self, field: &'static str, value: &str) {
        let value = value.chars().take(SHORT_TEXT_MAX).collect();
        self.add(field, Problem::Invalid { value });
    }

    pub(crate) fn finish(self) -> Result<(), Vec<FieldError>> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0)
        }
    }

    /// One line of at most [`TITLE_MAX`] characters.
    pub(crate) fn title(&mut self, field: &'static str, text: &str, presence: Presence) {
        self.line(field, text, presence, TITLE_MAX);
    }

    /// One line of at most [`SHORT_TEXT_MAX`] characters.
    pub(crate) fn short(&mut self, field: &'static str, text: &str, presence: Presence) {
        self.line(field, text, presence, SHORT_TEXT_MAX);
    }

    /// Lines of at most [`LONG_TEXT_MAX`] characters together. Direction may be isolated, never overridden.
    pub(crate) fn long(&mut self, field: &'static str, text: &str, presence: Presence) {
        self.extent(field, text, presence, LONG_TEXT_MAX);
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
        {
            self.add(field, Problem::ControlCharacter);
        }
        if text.contains(|c| matches!(c, '\u{202a}'..='\u{202e}')) {
            self.add(field, Problem::BidiControl);
        }
    }

    /// The name of a file without folders.
    pub(crate) fn file_name(&mut self, field: &'static str, name: &str) {
        self.line(field, name, Presence::Required, FILE_NAME_MAX);
        if name.contains(['/', '\\']) || matches!(name, "." | "..") {
            self.invalid(field, name);
        }
    }

    /// Bytes in lower-case hexadecimal.
    pub(crate) fn hexadecimal(&mut self, field: &'static str, text: &str, bytes: usize) {
        if text.is_empty() {
            self.add(field, Problem::Missing);
        } else if !crate::hexadecimal::is_lower_hex(text, bytes) {
            self.invalid(field, text);
        }
    }

    /// A list of at most [`LIST_MAX`] items.
    pub(crate) fn list<T>(&mut self, field: &'static str, items: &[T], presence: Presence) {
        if items.is_empty() && presence == Presence::Required {
            self.add(field, Problem::Missing);
        }
        if items.len() > LIST_MAX {
            self.add(
                field,
                Problem::TooLong {
                    max: LIST_MAX,
                    found: items.len(),
                },
            );
        }
    }

    /// A date of the calendar, `YYYY-MM-DD`.
    pub(crate) fn date(&mut self, field: &'static str, text: &str) {
        if text.is_empty() {
            self.add(field, Problem::Missing);
        } else if !is_iso_date(text) {
            self.invalid(field, text);
        }
    }

    /// Latitude and longitude in degrees, of this globe.
    pub(crate) fn position(&mut self, field: &'static str, position: Option<&(Decimal, Decimal)>) {
        if let Some((latitude, longitude)) = position
            && (beyond(latitude, "90") || beyond(longitude, "180"))
        {
            self.invalid(field, &format!("{latitude} {longitude}"));
        }
    }

    fn line(&mut self, field: &'static str, text: &str, presence: Presence, max: usize) {
        self.extent(field, text, presence, max);
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        if text.contains(breaks) {
            self.add(field, Problem::ControlCharacter);
        }
        if text.contains(is_bidi_control) {
            self.add(field, Problem::BidiControl);
        }
    }

    fn extent(&mut self, field: &'static str, text: &str, presence: Presence, max: usize) {
        if presence == Presence::Required && text.trim().is_empty() {
            self.add(field, Problem::Missing);
        }
        let found = text.chars().count();
        if found > max {
            self.add(field, Problem::TooLong { max, found });
        }
    }
}

/// What is wrong with the name of a file that is to be attached, so that it can be said before it is sent.
#[must_use]
pub fn file_name_problem(name: &str) -> Option<Problem> {
    let mut findings = Findings::default();
    findings.file_name("name", name);
    let errors = findings.finish().err()?;
    errors.into_iter().next().map(|error| error.problem)
}

/// A line of text with the characters that do not show themselves written out: `invoice[U+202E]fdp.exe`.
#[must_use]
pub fn spelled(line: &str) -> String {
    let mut spelled = String::new();
    for c in line.chars() {
        if c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            spelled.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            spelled.push(c);
        }
    }
    spelled
}

fn beyond(degrees: &Decimal, limit: &str) -> bool {
    let magnitude = degrees.to_string();
    let magnitude = magnitude.strip_prefix('-').unwrap_or(&magnitude);
    match (magnitude.parse::<Decimal>(), limit.parse::<Decimal>()) {
        (Ok(magnitude), Ok(limit)) => magnitude.compare(&limit).is_gt(),
        _ => true,
    }
}

/// The characters with the property `Bidi_Control` (Unicode Standard Annex 9).
fn is_bidi_control(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}
