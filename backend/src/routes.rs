//! Handlers, one file for each noun: take out, authorise, call, respond.

pub mod blobs;
pub mod bodies;
pub mod deployment;
pub mod events;
pub mod invitations;
pub mod letters;
pub mod live;
pub mod log;
pub mod nominations;
pub mod passphrase;
pub mod records;
pub mod recovery;
pub mod registration;
pub mod session;
pub mod spaces;
