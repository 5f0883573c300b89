//! What the page is shown: views made from verified state.

mod case;
mod entry;
mod evidence;
mod exchange;
mod handover;
mod people;
mod record;
mod today;
