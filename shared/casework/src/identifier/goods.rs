//! Substances and goods: CAS registry numbers and Combined Nomenclature codes.

use super::{
    Checked, Warning,
    spelling::{check_digit, compact, digits, not_a_digit, split_at},
};

/// Two to seven digits, two digits, and a check digit: the rest weighted 1, 2, 3… from the right, modulo 10.
pub(super) fn cas(input: &str) -> Checked {
    let text = compact(input);
    let text = text.strip_prefix("CAS").unwrap_or(&text);
    let length = text.chars().count();
    let warning = not_a_digit(text)
        .or_else(|| {
            (!(5..=10).contains(&length)).then(|| Warning::Length {
                expected: "5-10".to_owned(),
                found: length,
            })
        })
        .or_else(|| {
            let sum: u32 = digits(text)
                .rev()
                .skip(1)
                .zip(1..)
                .map(|(d, w)| d * w)
                .sum();
            check_digit(sum % 10, text.chars().next_back()?)
        });
    let normal = match warning {
        Some(Warning::Character { .. } | Warning::Length { .. }) => text.to_owned(),
        _ => split_at(text, &[length - 3, length - 1], '-'),
    };
    Checked {
        shown: normal.clone(),
        normal,
        warning,
    }
}

/// HS (6 digits), CN (8) or TARIC (10), with "ex" before it when only part of the heading is meant.
pub(super) fn cn_code(input: &str) -> Checked {
    let mut text = compact(input);
    text.retain(|c| c != '.');
    let (prefix, code) = match text.strip_prefix("EX") {
        Some(code) => ("ex", code),
        None => ("", text.as_str()),
    };
    let length = code.chars().count();
    let warning = not_a_digit(code)
        .map(|warning| match warning {
            Warning::Character { at, found } => Warning::Character {
                at: at + prefix.len(),
                found,
            },
            other => other,
        })
        .or_else(|| {
            (!matches!(length, 6 | 8 | 10)).then(|| Warning::Length {
                expected: "6, 8, 10".to_owned(),
                found: length,
            })
        })
        .or_else(|| {
            code.starts_with("00").then_some(Warning::Form {
                expected: "cn-chapter",
            })
        });
    let grouped = split_at(code, &[4, 6, 8], ' ');
    Checked {
        normal: format!("{prefix}{code}"),
        shown: if prefix.is_empty() {
            grouped
        } else {
            format!("{prefix} {grouped}")
        },
        warning,
    }
}
