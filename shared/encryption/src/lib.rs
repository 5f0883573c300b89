//! What only a key-holder can do: identities, keyring, epochs, encrypting and
//! decrypting records and files.
//!
//! `derive_*` is deterministic; `make_*` draws randomness from the caller.
//! Nothing here does I/O, and nothing that holds a secret prints it.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod age_file;
pub mod epoch;
pub mod event;
pub mod file;
pub mod generations;
pub mod identity;
pub mod invitation;
pub mod keyring;
pub mod kit;
pub mod local;
pub mod passphrase;
pub mod random;
pub mod wrap;

mod derive;
mod hybrid;

/// What was encrypted does not open, or makes no sense once open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The key does not fit the commitment.
    #[error("the key is not the one that was committed to")]
    Commitment,
    /// Authentication failed.
    #[error("it does not open with this key")]
    Key,
    /// It opened, but what is inside does not have its form.
    #[error("what is inside does not have its form")]
    Form,
    /// An age header is larger than 16 KiB or has more than 64 stanzas.
    #[error("the header is too large")]
    HeaderTooLarge,
}
