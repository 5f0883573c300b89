//! What a case and a port assessment are: the typed records its members write, and the state these add up to.
//!
//! Nothing here does I/O, reads a clock or draws randomness. Who may write at all, whether a signature
//! holds and in which order records stand is settled before a record arrives here; this crate settles
//! what a record says ([`record`]), whether it keeps the rules of custody and what follows ([`state`]).
//! Sentences for users are made elsewhere: every error and warning is data with a stable kebab-case code.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod assessment;
pub mod decimal;
pub mod handling;
mod hexadecimal;
pub mod id;
pub mod identifier;
pub mod record;
pub mod state;
pub mod time;

pub use decimal::{Decimal, DecimalError, DecimalStyle};
pub use handling::{Handling, HandlingCode, Obtained, Onward, PersonCategory};
pub use id::{BlobId, PartyId, PersonId, RecordId, SpaceId};
pub use identifier::{Checked, Scheme, Warning};
pub use record::{
    Answer, CaseTerms, Custodian, Entry, Exhibit, ExhibitKind, FieldError, Identifier, Problem,
    Record, RecordError, Settlement,
};
pub use state::{Applied, Body, Channel, Outcome, Role, Rule, SpaceState, Standing, Work};
pub use time::{Happened, HowKnown, Moment};
