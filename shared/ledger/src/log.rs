//! The log: what a deployment signs of a space's tree, how parts of the tree are read, and how two of its
//! signatures that contradict each other are shown to anybody.
//!
//! Formats are those of the transparency-log community, so that foreign tools read them: c2sp.org/signed-note,
//! c2sp.org/tlog-checkpoint, c2sp.org/tlog-cosignature, c2sp.org/tlog-witness,
//! c2sp.org/tlog-tiles, c2sp.org/tlog-proof.

pub mod checkpoint;
pub mod cosignature;
pub mod fork;
mod hash_lines;
pub mod note;
pub mod proof;
pub mod tile;
pub mod witness;

pub use checkpoint::{Checkpoint, CheckpointError, LogKey, SignedCheckpoint};
pub use fork::{ForkError, ForkProof};
pub use note::{Note, NoteError, NoteKey};
pub use proof::{InclusionProof, ProofError};
pub use tile::Tile;
pub use witness::AddCheckpoint;
