//! What anyone may check without a secret, told as what users and attackers do.
#![cfg(not(target_arch = "wasm32"))]

mod admission;
mod decoders;
mod forgery;
mod founding;
mod groups;
mod keys;
mod layout;
mod leaving;
mod limited;
mod log;
mod organisation;
mod signatures;
mod support;
mod tree;
mod withdrawal;
