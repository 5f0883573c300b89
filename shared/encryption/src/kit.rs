//! The recovery kit: 32 random bytes on paper, with a checksum.
//!
//! 56 characters of Crockford's base 32 in 14 groups of four: 52 carry the
//! secret (256 bits and four zero bits), four a checksum of 20 bits.

use hawser_ledger::key::hash;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::derive::derive;
use crate::random::Random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_CHARS: usize = 52;
const CHECK_CHARS: usize = 4;

/// The secret of a recovery kit.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Kit([u8; 32]);

/// What was typed is not a kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KitError {
    /// Not 56 letters and digits.
    #[error("{0} letters and digits instead of 56")]
    Length(usize),
    /// A character that is not in the alphabet.
    #[error("the character {0:?} does not occur in a recovery kit")]
    Character(char),
    /// The checksum does not fit: something was mistyped.
    #[error("the checksum does not fit")]
    Checksum,
}

fn checksum(secret: &[u8; 32]) -> u32 {
    let digest = hash(&[b"hawser/v1/kit-checksum\0", secret]);
    u32::from_be_bytes([0, digest[0], digest[1], digest[2]]) >> 4
}

fn value(symbol: char) -> Result<u8, KitError> {
    let upper = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|letter| char::from(*letter) == upper)
        .map(|position| position as u8)
        .ok_or(KitError::Character(symbol))
}

impl Kit {
    /// A new kit.
    pub fn make(random: &mut Random<'_>) -> Self {
        Self(random.array())
    }
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
    /// 14 groups of four characters; the last group is the checksum.
    pub fn groups(&self) -> Vec<String> {
        let bit = |index: usize| {
            self.0
                .get(index / 8)
                .map_or(0, |byte| byte >> (7 - index % 8) & 1)
        };
        let mut text: Zeroizing<String> = Zeroizing::new(String::with_capacity(56));
        for symbol in 0..SECRET_CHARS {
            let value = (0..5).fold(0, |sum, offset| sum << 1 | bit(symbol * 5 + offset));
            text.push(char::from(ALPHABET[usize::from(value)]));
        }
        let check = checksum(&self.0);
        for symbol in (0..CHECK_CHARS).rev() {
            text.push(char::from(ALPHABET[(check >> (symbol * 5) & 31) as usize]));
        }
        text.as_bytes()
            .chunks(4)
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect()
    }
    /// Reads what was typed: spaces and hyphens do not matter, O is 0, I and L are 1.
    pub fn parse(typed: &str) -> Result<Self, KitError> {
        let symbols: Zeroizing<Vec<u8>> = Zeroizing::new(
            typed
                .chars()
                .filter(|symbol| !symbol.is_whitespace() && !matches!(symbol, '-' | '–'))
                .map(value)
                .collect::<Result<_, _>>()?,
        );
        if symbols.len() != SECRET_CHARS + CHECK_CHARS {
            return Err(KitError::Length(symbols.len()));
        }
        let mut secret = Zeroizing::new([0_u8; 32]);
        for index in 0..SECRET_CHARS * 5 {
            let bit = symbols[index / 5] >> (4 - index % 5) & 1;
            match secret.get_mut(index / 8) {
                Some(byte) => *byte |= bit << (7 - index % 8),
                None if bit != 0 => return Err(KitError::Checksum),
                None => {}
            }
        }
        let check = symbols[SECRET_CHARS..]
            .iter()
            .fold(0_u32, |sum, symbol| sum << 5 | u32::from(*symbol));
        if check != checksum(&secret) {
            return Err(KitError::Checksum);
        }
        Ok(Self(*secret))
    }
    /// What the server is shown when the kit is used.
    pub fn authentication_key(&self) -> Zeroizing<[u8; 32]> {
        derive(&self.0, &[], &[b"hawser/v1/kit-authentication\0"])
    }
    /// What the server keeps: SHA-256 of the authentication key, hexadecimal.
    pub fn verifier(&self) -> String {
        hex::encode(hash(&[self.authentication_key().as_slice()]))
    }
    pub(crate) fn wrapping_key(&self) -> Zeroizing<[u8; 32]> {
        derive(&self.0, &[], &[b"hawser/v1/kit-wrapping\0"])
    }
}
