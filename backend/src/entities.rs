//! The tables, one file each.

pub mod accounts;
pub mod attempts;
pub mod blob_parts;
pub mod blob_shares;
pub mod blobs;
pub mod confirmations;
pub mod events;
pub mod invitations;
pub mod keyrings;
pub mod letters;
pub mod memberships;
pub mod nomination_notes;
pub mod nominations;
pub mod parties;
pub mod pinbooks;
pub mod sessions;
pub mod spaces;
pub mod tree_nodes;
pub mod wraps;
