//! The whole of Hawser, with real parts: server, databases, agents, browsers.
#![forbid(unsafe_code)]

mod bundle;
mod demonstration;
mod directions;
mod exchange;
mod hostile_server;
mod journeys;
mod keepers;
mod languages;
mod main_job;
mod missions;
mod new_keys;
mod withdrawal;
