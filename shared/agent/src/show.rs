//! What the page is shown: views made from verified state.

mod case;
mod entry;
mod errand;
mod evidence;
mod exchange;
mod handover;
mod mission;
mod people;
mod programme;
mod record;
mod today;
