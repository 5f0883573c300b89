//! Identifiers of containers, ships, goods, accounts, phones: how they are spelled and whether their check digits hold.
//!
//! A check warns and never blocks: real ships carry wrong IMO digits, and the officer may say "as painted".

use serde::{Deserialize, Serialize};

pub mod country;
mod crypto;
mod goods;
mod iban;
mod phone;
mod recognise;
mod spelling;
mod transport;

pub use recognise::recognise;

/// What kind of identifier a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// Freight container, ISO 6346.
    Container,
    /// Ship, IMO number.
    ImoShip,
    /// Ship or other radio station, ITU-R M.585.
    Mmsi,
    /// Port or place, UN/LOCODE.
    Locode,
    /// Postal item, UPU S10.
    S10,
    /// Chemical substance, CAS registry number.
    Cas,
    /// Goods in the Combined Nomenclature (8 digits), HS (6) or TARIC (10).
    CnCode,
    /// Bank account, ISO 13616.
    Iban,
    /// Country, ISO 3166-1 alpha-2.
    Country,
    /// Phone number, ITU-T E.164.
    Phone,
    /// Mobile device, 3GPP TS 23.003: IMEI or IMEISV.
    Imei,
    /// Bitcoin address: base58check, BIP 173, BIP 350.
    Bitcoin,
    /// Ethereum address, EIP-55.
    Ethereum,
    /// Tron address: base58check with prefix 0x41.
    Tron,
    /// Number on a physical seal; any text.
    Seal,
    /// Anything else; any text.
    Other,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 16] = [
        Self::Container,
        Self::ImoShip,
        Self::Mmsi,
        Self::Locode,
        Self::S10,
        Self::Cas,
        Self::CnCode,
        Self::Iban,
        Self::Country,
        Self::Phone,
        Self::Imei,
        Self::Bitcoin,
        Self::Ethereum,
        Self::Tron,
        Self::Seal,
        Self::Other,
    ];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Container => "container",
            Self::ImoShip => "imo-ship",
            Self::Mmsi => "mmsi",
            Self::Locode => "locode",
            Self::S10 => "s10",
            Self::Cas => "cas",
            Self::CnCode => "cn-code",
            Self::Iban => "iban",
            Self::Country => "country",
            Self::Phone => "phone",
            Self::Imei => "imei",
            Self::Bitcoin => "bitcoin",
            Self::Ethereum => "ethereum",
            Self::Tron => "tron",
            Self::Seal => "seal",
            Self::Other => "other",
        }
    }
}

/// An identifier after its check.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Checked {
    /// Canonical spelling: two spellings of one identifier have the same. For storing and matching.
    pub normal: String,
    /// Customary spelling. For screens and print.
    pub shown: String,
    /// What is wrong with it, if anything.
    pub warning: Option<Warning>,
}

/// What is wrong with an identifier.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "warning", rename_all = "kebab-case")]
pub enum Warning {
    /// The check digit or checksum does not follow from the rest.
    CheckDigit {
        /// What follows from the rest; empty where the scheme's checksum names no single answer.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// Too short or too long.
    Length {
        /// The lengths the scheme has, in characters: `11`, `6, 8, 10`, `7-15`.
        expected: String,
        /// The length of the canonical spelling.
        found: usize,
    },
    /// A character that cannot stand there.
    Character {
        /// Its place in the canonical spelling, from 0.
        at: usize,
        /// The character.
        found: char,
    },
    /// The country in it is not in ISO 3166-1.
    UnknownCountry {
        /// The country code found.
        code: String,
        /// The code probably meant.
        suggestion: Option<String>,
    },
    /// Another part of the form is wrong.
    Form {
        /// Stable code of what was expected: `category-letter`, `mmsi-prefix`, `cn-chapter`, `plus-sign`,
        /// `calling-code`, `one-letter-case`, `main-network`, `0x-prefix`.
        expected: &'static str,
    },
}

impl Warning {
    /// Stable code of this warning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CheckDigit { .. } => "check-digit",
            Self::Length { .. } => "length",
            Self::Character { .. } => "character",
            Self::UnknownCountry { .. } => "unknown-country",
            Self::Form { .. } => "form",
        }
    }
}

/// Spells an identifier canonically and customarily, and says what is wrong with it.
///
/// Spaces and dashes of any kind are accepted on input, and lower case wherever the scheme ignores case.
#[must_use]
pub fn check(scheme: Scheme, input: &str) -> Checked {
    match scheme {
        Scheme::Container => transport::container(input),
        Scheme::ImoShip => transport::imo_ship(input),
        Scheme::Mmsi => transport::mmsi(input),
        Scheme::Locode => transport::locode(input),
        Scheme::S10 => transport::s10(input),
        Scheme::Cas => goods::cas(input),
        Scheme::CnCode => goods::cn_code(input),
        Scheme::Iban => iban::iban(input),
        Scheme::Country => country::country(input),
        Scheme::Phone => phone::phone(input),
        Scheme::Imei => phone::imei(input),
        Scheme::Bitcoin => crypto::bitcoin(input),
        Scheme::Ethereum => crypto::ethereum(input),
        Scheme::Tron => crypto::tron(input),
        Scheme::Seal => spelling::seal(input),
        Scheme::Other => spelling::other(input),
    }
}
