//! Identifiers: fixed-size bytes, shown and serialised in lower-case hexadecimal.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that is not an identifier of the expected size.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} hexadecimal digits, found {found:?}")]
pub struct IdError {
    /// Number of digits that were expected.
    pub expected: usize,
    /// What was given, cut to 80 characters.
    pub found: String,
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $size:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub [u8; $size]);

        impl $name {
            /// Size in bytes.
            pub const SIZE: usize = $size;
            /// All bytes zero: "none".
            pub const ZERO: Self = Self([0; $size]);

            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; $size] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({}…)", stringify!($name), hex::encode(&self.0[..4]))
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let mut bytes = [0; $size];
                let lower = !text.bytes().any(|b| b.is_ascii_uppercase());
                if lower && hex::decode_to_slice(text, &mut bytes).is_ok() {
                    return Ok(Self(bytes));
                }
                Err(IdError { expected: $size * 2, found: text.chars().take(80).collect() })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }

        impl From<[u8; $size]> for $name {
            fn from(bytes: [u8; $size]) -> Self {
                Self(bytes)
            }
        }
    };
}

identifier!(
    /// A ledgered container: the leaf hash of its first event.
    SpaceId, 32
);
identifier!(
    /// An organisation: the identifier of its own space.
    OrganisationId, 32
);
identifier!(
    /// An event: its leaf hash in the space's tree.
    EventId, 32
);
identifier!(
    /// A signing key: see [`crate::key::key_id`].
    KeyId, 32
);
identifier!(
    /// A person's account, drawn at random by the person's agent.
    UserId, 16
);
identifier!(
    /// An access group inside a space; zero is the space itself.
    GroupId, 16
);
identifier!(
    /// One command of one author; unique together with the author.
    CommandId, 16
);
identifier!(
    /// An encrypted file body.
    BlobId, 16
);
identifier!(
    /// One nomination; counts once per space.
    RequestId, 16
);

impl From<SpaceId> for OrganisationId {
    fn from(space: SpaceId) -> Self {
        Self(space.0)
    }
}

impl From<OrganisationId> for SpaceId {
    fn from(organisation: OrganisationId) -> Self {
        Self(organisation.0)
    }
}
