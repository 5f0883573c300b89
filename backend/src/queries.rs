//! Functions over any connection, so that they compose in one transaction.

pub mod accounts;
pub mod attempts;
pub mod blobs;
pub mod confirmations;
pub mod events;
pub mod invitations;
pub mod letters;
pub mod members;
pub mod nominations;
pub mod records;
pub mod sessions;
pub mod spaces;
pub mod tree;
