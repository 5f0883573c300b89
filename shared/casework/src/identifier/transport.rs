//! Containers, ships, places and parcels.

use super::{
    Checked, Warning, country,
    spelling::{Place, check_digit, compact, digits, shape, split_at},
};

/// ISO 6346: owner (3 letters), category (U, J, Z), serial (6 digits), check digit.
pub(super) fn container(input: &str) -> Checked {
    let normal = compact(input);
    let warning = shape(&normal, &[(Place::Letter, 4), (Place::Digit, 7)])
        .or_else(|| {
            (!matches!(normal.chars().nth(3), Some('U' | 'J' | 'Z'))).then_some(Warning::Form {
                expected: "category-letter",
            })
        })
        .or_else(|| {
            let sum: u32 = (normal.chars().take(10).enumerate())
                .map(|(at, c)| container_value(c) << at)
                .sum();
            check_digit(sum % 11 % 10, normal.chars().next_back()?)
        });
    spelled(normal, &[4, 10], 11, warning)
}

/// Digits are themselves; A is 10 and so on, skipping multiples of 11 (ISO 6346, annex A).
fn container_value(c: char) -> u32 {
    let value = c.to_digit(36).unwrap_or(0);
    match value {
        0..=10 => value,
        11..=20 => value + 1,
        21..=30 => value + 2,
        _ => value + 3,
    }
}

/// Seven digits; the last is that of the sum of the others weighted 7 to 2.
pub(super) fn imo_ship(input: &str) -> Checked {
    let text = compact(input);
    let normal = text.strip_prefix("IMO").unwrap_or(&text).to_owned();
    let warning = shape(&normal, &[(Place::Digit, 7)]).or_else(|| {
        let sum: u32 = digits(&normal).zip((2..=7).rev()).map(|(d, w)| d * w).sum();
        check_digit(sum % 10, normal.chars().next_back()?)
    });
    let shown = match warning {
        Some(Warning::Length { .. } | Warning::Character { .. }) => normal.clone(),
        _ => format!("IMO {normal}"),
    };
    Checked {
        normal,
        shown,
        warning,
    }
}

/// Nine digits, of which the first tell the kind of station (ITU-R M.585).
pub(super) fn mmsi(input: &str) -> Checked {
    let text = compact(input);
    let normal = text.strip_prefix("MMSI").unwrap_or(&text).to_owned();
    let known = ["0", "111", "970", "972", "974", "98", "99", "8"]
        .iter()
        .any(|prefix| normal.starts_with(prefix))
        || normal.starts_with(|first| matches!(first, '2'..='7'));
    let warning = shape(&normal, &[(Place::Digit, 9)]).or_else(|| {
        (!known).then_some(Warning::Form {
            expected: "mmsi-prefix",
        })
    });
    spelled(normal, &[], 9, warning)
}

/// Country and three of `A`-`Z`, `2`-`9`. `XZ` stands for international waters.
pub(super) fn locode(input: &str) -> Checked {
    let normal = compact(input);
    let warning =
        shape(&normal, &[(Place::Letter, 2), (Place::LocodeCharacter, 3)]).or_else(|| {
            let code = normal.get(..2).filter(|code| *code != "XZ")?;
            country::unknown(code)
        });
    spelled(normal, &[2], 5, warning)
}

/// Service (2 letters), serial (8 digits), check digit, country.
pub(super) fn s10(input: &str) -> Checked {
    let normal = compact(input);
    let runs = [(Place::Letter, 2), (Place::Digit, 9), (Place::Letter, 2)];
    let warning = shape(&normal, &runs)
        .or_else(|| {
            let sum: u32 = digits(&normal)
                .zip([8, 6, 4, 2, 3, 5, 9, 7])
                .map(|(digit, weight)| digit * weight)
                .sum();
            let expected = match 11 - sum % 11 {
                10 => 0,
                11 => 5,
                digit => digit,
            };
            check_digit(expected, normal.chars().nth(10)?)
        })
        .or_else(|| country::unknown(normal.get(11..)?));
    spelled(normal, &[2, 5, 8, 11], 13, warning)
}

fn spelled(normal: String, cuts: &[usize], length: usize, warning: Option<Warning>) -> Checked {
    let shown = if normal.chars().count() == length {
        split_at(&normal, cuts, ' ')
    } else {
        normal.clone()
    };
    Checked {
        normal,
        shown,
        warning,
    }
}
