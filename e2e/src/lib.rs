//! What tests, benchmarks and the demonstration work with.
#![forbid(unsafe_code)]

pub mod blindness;
pub mod browser;
pub mod demonstration;
pub mod headless;
pub mod keeper;
pub mod measure;
pub mod person;
pub mod postgres;
pub mod server;
