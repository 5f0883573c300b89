//! Addresses of crypto assets: Bitcoin, Ethereum, Tron.

use sha2::{Digest, Sha256};
use sha3::Keccak256;

use super::{Checked, Warning, spelling::unspaced};
use crate::hexadecimal;

/// Characters of the data part of a bech32 address (BIP 173).
const BECH32: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// Version bytes of Bitcoin's main network: pay to public key hash, pay to script hash.
const BITCOIN_VERSIONS: [u8; 2] = [0x00, 0x05];
/// Version byte of Tron's main network.
const TRON_VERSIONS: [u8; 1] = [0x41];

const MAIN_NETWORK: Warning = Warning::Form {
    expected: "main-network",
};

/// Base58check with version 0 or 5, bech32 for witness version 0, bech32m for later ones.
pub(super) fn bitcoin(input: &str) -> Checked {
    let text = unspaced(input);
    let text = match text.split_at_checked(8) {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("bitcoin:") => address.to_owned(),
        _ => text,
    };
    let lower = text.to_ascii_lowercase();
    let segwit = ["bc1", "tb1", "bcrt1"]
        .iter()
        .any(|prefix| lower.starts_with(prefix));
    if segwit {
        let warning = segwit_warning(&text, &lower);
        return checked(lower, warning);
    }
    let warning = base58_warning(&text, &BITCOIN_VERSIONS, "26-35");
    checked(text, warning)
}

/// Base58check with version 0x41.
pub(super) fn tron(input: &str) -> Checked {
    let text = unspaced(input);
    let warning = base58_warning(&text, &TRON_VERSIONS, "34");
    checked(text, warning)
}

/// `0x` and 40 hexadecimal digits whose letter case is a checksum (EIP-55); one case alone carries none.
///
/// The canonical spelling is lower case; the customary one carries the checksum.
pub(super) fn ethereum(input: &str) -> Checked {
    let text = unspaced(input);
    let (prefixed, digits) = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    let lower = digits.to_ascii_lowercase();
    let misplaced = lower
        .chars()
        .enumerate()
        .find(|(_, c)| !c.is_ascii_hexdigit());
    let length = lower.chars().count();
    let normal = format!("0x{lower}");
    let malformed = if let Some((at, found)) = misplaced {
        Some(Warning::Character { at: at + 2, found })
    } else if length != 40 {
        Some(Warning::Length {
            expected: "42".to_owned(),
            found: length + 2,
        })
    } else {
        None
    };
    if malformed.is_some() {
        return Checked {
            shown: normal.clone(),
            normal,
            warning: malformed,
        };
    }
    let spelled = eip_55(&lower);
    let one_case = digits == lower || digits == digits.to_ascii_uppercase();
    let warning = if !one_case && digits != spelled {
        Some(Warning::CheckDigit {
            expected: format!("0x{spelled}"),
            found: format!("0x{digits}"),
        })
    } else if prefixed {
        None
    } else {
        Some(Warning::Form {
            expected: "0x-prefix",
        })
    };
    let shown = match warning {
        Some(Warning::CheckDigit { .. }) => digits,
        _ => &spelled,
    };
    Checked {
        shown: format!("0x{shown}"),
        normal,
        warning,
    }
}

/// The 40 digits in the letter case of EIP-55.
fn eip_55(lower: &str) -> String {
    let hash = hexadecimal::encode(&Keccak256::digest(lower.as_bytes()));
    lower
        .chars()
        .zip(hash.chars())
        .map(|(c, nibble)| match nibble {
            '8'..='9' | 'a'..='f' => c.to_ascii_uppercase(),
            _ => c,
        })
        .collect()
}

fn segwit_warning(text: &str, lower: &str) -> Option<Warning> {
    if text != lower && text != text.to_ascii_uppercase() {
        return Some(Warning::Form {
            expected: "one-letter-case",
        });
    }
    if bech32::segwit::decode(lower).is_ok() {
        return (!lower.starts_with("bc1")).then_some(MAIN_NETWORK);
    }
    let data_at = lower.find('1').map_or(0, |at| at + 1);
    let misplaced = lower
        .chars()
        .enumerate()
        .skip(data_at)
        .find(|(_, c)| !BECH32.contains(*c));
    if let Some((at, found)) = misplaced {
        return Some(Warning::Character { at, found });
    }
    if !(14..=90).contains(&lower.len()) {
        return Some(Warning::Length {
            expected: "14-90".to_owned(),
            found: lower.len(),
        });
    }
    Some(Warning::CheckDigit {
        expected: String::new(),
        found: lower.get(lower.len() - 6..)?.to_owned(),
    })
}

fn base58_warning(text: &str, versions: &[u8], length: &str) -> Option<Warning> {
    let out_of_length = || {
        Some(Warning::Length {
            expected: length.to_owned(),
            found: text.chars().count(),
        })
    };
    let misplaced = text
        .chars()
        .enumerate()
        .find(|(_, c)| !c.is_ascii_alphanumeric() || matches!(c, '0' | 'O' | 'I' | 'l'));
    if let Some((at, found)) = misplaced {
        return Some(Warning::Character { at, found });
    }
    if text.len() > 40 {
        return out_of_length();
    }
    let bytes = bs58::decode(text).into_vec().unwrap_or_default();
    let Some((payload, checksum)) = bytes
        .split_last_chunk::<4>()
        .filter(|(payload, _)| payload.len() == 21)
    else {
        return out_of_length();
    };
    if !payload.first().is_some_and(|v| versions.contains(v)) {
        return Some(MAIN_NETWORK);
    }
    let hash = Sha256::digest(Sha256::digest(payload));
    let expected: &[u8] = hash.first_chunk::<4>()?;
    (expected != checksum).then(|| Warning::CheckDigit {
        expected: hexadecimal::encode(expected),
        found: hexadecimal::encode(checksum),
    })
}

fn checked(normal: String, warning: Option<Warning>) -> Checked {
    Checked {
        shown: normal.clone(),
        normal,
        warning,
    }
}
