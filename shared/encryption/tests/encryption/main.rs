//! What only a key-holder can do, and what nobody can, told as users and attackers see it.
#![cfg(not(target_arch = "wasm32"))]

mod age_files;
mod epochs;
mod files;
mod hybrid;
mod invitations;
mod keyring;
mod kit;
mod passphrase;
mod published;
mod records;
mod support;
mod wire;
