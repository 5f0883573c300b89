//! Identifiers of records, people, organisations, spaces and blobs: fixed-length bytes, lower-case hexadecimal in text.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::hexadecimal;

/// A text that is not an identifier of the expected length in lower-case hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} lower-case hexadecimal digits")]
pub struct IdError {
    /// How many hexadecimal digits the identifier has.
    pub expected: usize,
}

impl IdError {
    /// Stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "identifier-not-hexadecimal"
    }
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// The identifier with these bytes.
            #[must_use]
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes of the identifier.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hexadecimal::encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let [a, b, c, d, ..] = self.0;
                write!(f, concat!(stringify!($name), "({:02x}{:02x}{:02x}{:02x}…)"), a, b, c, d)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                hexadecimal::decode(text)
                    .map(Self)
                    .ok_or(IdError { expected: $length * 2 })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    };
}

identifier!(
    /// A record: the command id of the event that carries it. It survives a rebase.
    RecordId,
    16
);
identifier!(
    /// A person with an account.
    PersonId,
    16
);
identifier!(
    /// A party to a case: the organisation's space.
    PartyId,
    32
);
identifier!(
    /// A space: the case itself, an organisation, a mission.
    SpaceId,
    32
);
identifier!(
    /// An encrypted file body on the server.
    BlobId,
    16
);
