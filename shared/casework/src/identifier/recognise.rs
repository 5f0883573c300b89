//! Which kinds of identifier a text could be.

use super::{Scheme, Warning, check};

/// Schemes that a text's form alone can suggest, the most telling first.
const BY_TELLING_FORM: [Scheme; 14] = [
    Scheme::Container,
    Scheme::S10,
    Scheme::Iban,
    Scheme::Ethereum,
    Scheme::Bitcoin,
    Scheme::Tron,
    Scheme::Cas,
    Scheme::Imei,
    Scheme::ImoShip,
    Scheme::Phone,
    Scheme::Mmsi,
    Scheme::Locode,
    Scheme::Country,
    Scheme::CnCode,
];

/// The longest text that is looked at, in bytes.
const LONGEST: usize = 200;

/// The schemes this text could be: those whose check holds first, then those of which only the check digit is
/// wrong; within each, the most telling form first.
///
/// Seal numbers and other identifiers fit any text and are never listed.
#[must_use]
pub fn recognise(input: &str) -> Vec<Scheme> {
    if input.len() > LONGEST {
        return Vec::new();
    }
    let mut valid = Vec::new();
    let mut doubtful = Vec::new();
    for scheme in BY_TELLING_FORM {
        // Without its dashes a CAS number is any short run of digits.
        if scheme == Scheme::Cas && input.trim().matches('-').count() != 2 {
            continue;
        }
        match check(scheme, input).warning {
            None => valid.push(scheme),
            Some(Warning::CheckDigit { .. }) => doubtful.push(scheme),
            Some(_) => {}
        }
    }
    valid.append(&mut doubtful);
    valid
}
