//! Decimals as people of different countries type them: read when one reading is possible, asked when two are.

use super::{Decimal, DecimalError, DecimalStyle};

const GROUP_SPACES: [char; 5] = [' ', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}'];

pub(super) fn parse(input: &str, style: DecimalStyle) -> Result<Decimal, DecimalError> {
    let text = input.trim();
    let (sign, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    if text.is_empty() {
        return Err(DecimalError::Empty);
    }
    if text.contains(|c: char| {
        !c.is_ascii_digit() && !matches!(c, '.' | ',') && !GROUP_SPACES.contains(&c)
    }) {
        return Err(DecimalError::Malformed);
    }
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    match (points, commas) {
        (0, 0) => reading(sign, text, None, None),
        (1, 0) => lone(input, sign, text, '.', style == DecimalStyle::Point),
        (0, 1) => lone(input, sign, text, ',', style == DecimalStyle::Comma),
        (_, 0) => reading(sign, text, Some('.'), None),
        (0, _) => reading(sign, text, Some(','), None),
        (_, 1) if text.rfind(',') > text.rfind('.') => reading(sign, text, Some('.'), Some(',')),
        (1, _) => reading(sign, text, Some(','), Some('.')),
        _ => Err(DecimalError::Malformed),
    }
}

/// One separator, once: the person's own decimal separator is read as such; the other kind may be either.
fn lone(
    input: &str,
    sign: &str,
    text: &str,
    separator: char,
    own: bool,
) -> Result<Decimal, DecimalError> {
    let decimal = reading(sign, text, None, Some(separator));
    if own {
        return decimal;
    }
    match (reading(sign, text, Some(separator), None), decimal) {
        (Ok(grouped), Ok(decimal)) => Err(DecimalError::Ambiguous {
            input: input.to_owned(),
            readings: [grouped, decimal],
        }),
        (Ok(grouped), Err(_)) => Ok(grouped),
        (Err(_), decimal) => decimal,
    }
}

/// The reading with this separator between thousands and this one before the decimals.
fn reading(
    sign: &str,
    text: &str,
    group: Option<char>,
    point: Option<char>,
) -> Result<Decimal, DecimalError> {
    let (whole, fraction) = match point.and_then(|point| text.split_once(point)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let whole = ungroup(whole, group).ok_or(DecimalError::Malformed)?;
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let magnitude = match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        None => whole.to_owned(),
    };
    let zero = !magnitude.contains(|c: char| matches!(c, '1'..='9'));
    if zero {
        magnitude.parse()
    } else {
        format!("{sign}{magnitude}").parse()
    }
}

/// The digits of the whole part, when its groups are of three and parted by one and the same separator.
fn ungroup(whole: &str, group: Option<char>) -> Option<String> {
    let space = whole.chars().find(|c| GROUP_SPACES.contains(c));
    let separator = match (group, space) {
        (Some(_), Some(_)) => return None,
        (Some(separator), None) | (None, Some(separator)) => separator,
        (None, None) => {
            let digits = whole.bytes().all(|digit| digit.is_ascii_digit());
            return (digits && !whole.is_empty()).then(|| whole.to_owned());
        }
    };
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let shape = (1..=3).contains(&first.len()) && !first.starts_with('0');
    if !shape || !first.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut digits = first.to_owned();
    for part in groups {
        if part.len() != 3 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        digits.push_str(part);
    }
    Some(digits)
}
