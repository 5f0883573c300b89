//! Bank accounts: ISO 13616, lengths after the SWIFT IBAN registry.

use super::{
    Checked, Warning, country,
    spelling::{compact, split_at},
};

/// Country and length of the whole account number.
const LENGTHS: [(&str, usize); 89] = [
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HN", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

/// Country, two check digits, and letters and digits up to the country's length; the whole is 1 modulo 97.
pub(super) fn iban(input: &str) -> Checked {
    let text = compact(input);
    let normal = match text.strip_prefix("IBAN") {
        Some(account) => account.trim_start_matches(':').to_owned(),
        None => text,
    };
    let length = normal.chars().count();
    let cuts: Vec<usize> = (4..length).step_by(4).collect();
    Checked {
        shown: split_at(&normal, &cuts, ' '),
        warning: warning(&normal, length),
        normal,
    }
}

fn warning(normal: &str, length: usize) -> Option<Warning> {
    let misplaced = normal.chars().enumerate().find(|(at, c)| match at {
        0 | 1 => !c.is_ascii_uppercase(),
        2 | 3 => !c.is_ascii_digit(),
        _ => !c.is_ascii_uppercase() && !c.is_ascii_digit(),
    });
    if let Some((at, found)) = misplaced {
        return Some(Warning::Character { at, found });
    }
    let (Some(code), Some(found), Some(account)) =
        (normal.get(..2), normal.get(2..4), normal.get(4..))
    else {
        return Some(out_of_length("15-34", length));
    };
    if let Some(warning) = country::unknown(code) {
        return Some(warning);
    }
    match LENGTHS.binary_search_by_key(&code, |(country, _)| country) {
        Ok(at) => {
            let expected = LENGTHS.get(at).map_or(0, |(_, length)| *length);
            if expected != length {
                return Some(out_of_length(&expected.to_string(), length));
            }
        }
        Err(_) if !(15..=34).contains(&length) => return Some(out_of_length("15-34", length)),
        Err(_) => {}
    }
    let remainder = remainder_97(&format!("{account}{code}00"));
    let expected = format!("{:02}", 98 - remainder);
    (expected != found).then(|| Warning::CheckDigit {
        expected,
        found: found.to_owned(),
    })
}

fn out_of_length(expected: &str, found: usize) -> Warning {
    Warning::Length {
        expected: expected.to_owned(),
        found,
    }
}

/// The number modulo 97, letters counting as 10 to 35 (ISO 7064).
fn remainder_97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |sum, value| {
            let shifted = if value < 10 { sum * 10 } else { sum * 100 };
            (shifted + value) % 97
        })
}
