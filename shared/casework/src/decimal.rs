//! Exact decimals: masses, volumes, coordinates. Trailing zeros are kept, since precision is evidence.

use std::{cmp::Ordering, fmt, str::FromStr};

use rust_decimal::Decimal as Exact;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

mod localised;

/// The most digits before the decimal separator.
pub const MAX_WHOLE_DIGITS: usize = 18;
/// The most digits after the decimal separator.
pub const MAX_FRACTION_DIGITS: usize = 9;

/// An exact decimal of at most 18 digits before and 9 after the separator.
///
/// Its canonical text has no plus sign, no superfluous leading zero and no "-0", and keeps trailing zeros:
/// `52.340`. Serialised as that string; a JSON number is refused. `==` tells spellings apart
/// (`52.34` is not `52.340`); [`Decimal::compare`] tells values apart.
#[derive(Clone, Copy)]
pub struct Decimal(Exact);

/// How a person writes decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalStyle {
    /// `1,234.5`: a point before the decimals, commas between thousands.
    Point,
    /// `1.234,5`: a comma before the decimals, points between thousands.
    Comma,
}

/// Why a text or a sum is not a decimal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Nothing was typed.
    #[error("no digits")]
    Empty,
    /// Not a decimal in any reading.
    #[error("not a decimal")]
    Malformed,
    /// More digits than [`MAX_WHOLE_DIGITS`] before or [`MAX_FRACTION_DIGITS`] after the separator.
    #[error("more digits than can be kept exactly")]
    TooManyDigits,
    /// Two readings are possible and the person must be asked.
    #[error("the decimal can be read in two ways")]
    Ambiguous {
        /// What was typed.
        input: String,
        /// The separator read as one between thousands, then as the one before the decimals.
        readings: [Decimal; 2],
    },
}

impl DecimalError {
    /// Stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "decimal-empty",
            Self::Malformed => "decimal-malformed",
            Self::TooManyDigits => "decimal-too-many-digits",
            Self::Ambiguous { .. } => "decimal-ambiguous",
        }
    }
}

impl Decimal {
    /// Zero, without decimals.
    pub const ZERO: Self = Self(Exact::ZERO);

    /// The exact sum, with as many decimals as the more precise of the two.
    ///
    /// # Errors
    /// [`DecimalError::TooManyDigits`] when the sum cannot be kept exactly.
    pub fn checked_add(&self, other: &Self) -> Result<Self, DecimalError> {
        self.combine(other, Exact::checked_add)
    }

    /// The exact difference, with as many decimals as the more precise of the two.
    ///
    /// # Errors
    /// [`DecimalError::TooManyDigits`] when the difference cannot be kept exactly.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, DecimalError> {
        self.combine(other, Exact::checked_sub)
    }

    fn combine(
        &self,
        other: &Self,
        operation: fn(Exact, Exact) -> Option<Exact>,
    ) -> Result<Self, DecimalError> {
        let mut sum = operation(self.0, other.0).ok_or(DecimalError::TooManyDigits)?;
        let precision = self.0.scale().max(other.0.scale());
        sum.rescale(precision);
        if sum.is_zero() {
            sum.set_sign_positive(true);
        }
        sum.to_string().parse()
    }

    /// Compares values: `52.34` and `52.340` are equal here.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.compare(&Self::ZERO) == Ordering::Less
    }

    /// How many digits stand after the decimal separator.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        self.0.scale()
    }

    /// Reads what a person typed in their own style; spaces, also no-break and thin ones, may part groups of three.
    ///
    /// A text with one possible reading is taken in that reading. `52,340` in the point style and `1.234`
    /// in the comma style have two.
    ///
    /// # Errors
    /// [`DecimalError::Ambiguous`] when the person must be asked; the others when there is no reading.
    pub fn parse_localised(input: &str, style: DecimalStyle) -> Result<Self, DecimalError> {
        localised::parse(input, style)
    }
}

/// Reads what a person typed in their own style: [`Decimal::parse_localised`].
///
/// # Errors
/// [`DecimalError::Ambiguous`] when the person must be asked; the others when there is no reading.
pub fn parse_localised(input: &str, style: DecimalStyle) -> Result<Decimal, DecimalError> {
    localised::parse(input, style)
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads the canonical text and nothing else.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        if text.is_empty() {
            return Err(DecimalError::Empty);
        }
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let superfluous_zero = whole.len() > 1 && whole.starts_with('0');
        if !digits(whole) || superfluous_zero || fraction.is_some_and(|part| !digits(part)) {
            return Err(DecimalError::Malformed);
        }
        if whole.len() > MAX_WHOLE_DIGITS
            || fraction.is_some_and(|part| part.len() > MAX_FRACTION_DIGITS)
        {
            return Err(DecimalError::TooManyDigits);
        }
        let value = Exact::from_str_exact(text).map_err(|_| DecimalError::Malformed)?;
        if value.is_zero() && text.starts_with('-') {
            return Err(DecimalError::Malformed);
        }
        Ok(Self(value))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && self.0.scale() == other.0.scale()
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.mantissa().hash(state);
        self.0.scale().hash(state);
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
