//! From verified events and their keys to what a space adds up to: the same for a member and for a court.
//!
//! The ledger says who wrote what, in which order; here it is opened, held against what its author may say and
//! signed inside, and given to [`hawser_casework::SpaceState`].

mod act;
mod chain;
mod enclosure;
pub mod names;
mod place;
mod record;
mod statement;

pub use act::apply_act;
pub use chain::chain_step;
pub use place::{Place, record_id, recorded, standing, work};
pub use record::{Opening, Reading};
pub use statement::is_signed;
