//! One file per route.

pub mod account;
pub mod assessment_words;
pub mod case;
pub mod cases;
pub mod join;
pub mod kit;
pub mod mission;
pub mod missions;
pub mod new_case;
pub mod new_mission;
pub mod new_programme;
pub mod not_found;
pub mod organisation;
pub mod passphrase;
pub mod programme;
pub mod programmes;
pub mod recover;
pub mod sign_in;
pub mod space;
pub mod today;
pub mod verify;
