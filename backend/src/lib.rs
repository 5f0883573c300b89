//! The server of Hawser: it stores, orders and relays encrypted events and
//! files, checks signatures and order, and can read nothing.
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let config = hawser_backend::Config::new("./data");
//! let app = hawser_backend::App::builder(config).build().await?;
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! hawser_backend::serve(listener, app, tokio_util::sync::CancellationToken::new()).await?;
//! # Ok(()) }
//! ```
#![forbid(unsafe_code)]

pub mod app;
mod authorization;
mod blobs;
pub mod check;
pub mod clock;
pub mod config;
pub mod data_folder;
pub mod database;
mod document;
mod entities;
mod error;
mod extract;
mod jobs;
pub mod keepers;
mod key_file;
pub mod limits;
mod live;
mod log;
mod middleware;
mod opaque;
mod page;
mod queries;
mod random;
mod refused_body;
mod router;
mod routes;
mod sequencer;
mod session;
mod stored;
pub mod witness;

pub use app::{App, StartError, serve};
pub use config::Config;
pub use middleware::CONTENT_SECURITY_POLICY;
pub use router::{openapi, router};
