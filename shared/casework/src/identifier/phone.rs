//! Phone numbers and mobile devices.

use super::{
    Checked, Warning,
    spelling::{check_digit, compact, digits, not_a_digit, split_at},
};

/// `+`, then at most 15 digits that do not begin with 0. Brackets, dots and strokes are left out, and with them
/// a trunk zero written as `(0)`.
pub(super) fn phone(input: &str) -> Checked {
    let mut text = compact(input);
    if let Some(number) = text.strip_prefix("TEL:") {
        text = number.to_owned();
    }
    if text.starts_with('+') {
        text = text.replace("(0)", "");
    }
    text.retain(|c| !matches!(c, '(' | ')' | '.' | '/'));
    let number = text.strip_prefix('+').unwrap_or(&text);
    let length = number.chars().count();
    let misplaced = not_a_digit(number).map(|warning| match warning {
        Warning::Character { at, found } => Warning::Character {
            at: at + text.len() - number.len(),
            found,
        },
        other => other,
    });
    let warning = misplaced
        .or_else(|| {
            (!text.starts_with('+')).then_some(Warning::Form {
                expected: "plus-sign",
            })
        })
        .or_else(|| {
            (!(7..=15).contains(&length)).then(|| Warning::Length {
                expected: "7-15".to_owned(),
                found: length,
            })
        })
        .or_else(|| {
            number.starts_with('0').then_some(Warning::Form {
                expected: "calling-code",
            })
        });
    Checked {
        shown: text.clone(),
        normal: text,
        warning,
    }
}

/// 15 digits with a Luhn check digit, or the 16 of an IMEISV, which has none.
pub(super) fn imei(input: &str) -> Checked {
    let text = compact(input);
    let mut normal = text.strip_prefix("IMEI").unwrap_or(&text).to_owned();
    normal.retain(|c| !matches!(c, '/' | '.' | ':'));
    let length = normal.chars().count();
    let warning = not_a_digit(&normal).or_else(|| match length {
        15 => {
            let sum: u32 = digits(&normal)
                .take(14)
                .zip([1, 2].into_iter().cycle())
                .map(|(digit, weight)| digit * weight)
                .map(|product| product / 10 + product % 10)
                .sum();
            check_digit((10 - sum % 10) % 10, normal.chars().next_back()?)
        }
        16 => None,
        found => Some(Warning::Length {
            expected: "15, 16".to_owned(),
            found,
        }),
    });
    let shown = match length {
        15 | 16 => split_at(&normal, &[2, 8, 14], '-'),
        _ => normal.clone(),
    };
    Checked {
        normal,
        shown,
        warning,
    }
}
