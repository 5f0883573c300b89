//! A server, people and spaces for tests.

pub mod client;
pub mod cluster;
pub mod keeper;
pub mod ledger;
pub mod opaque;
pub mod person;
pub mod server;
pub mod upload;

pub use client::{Answer, Client};
pub use ledger::{Space, act, content};
pub use person::Person;
pub use server::Server;

/// Makes a test for each database: `on_both!(name, |server| async move { … });`
#[macro_export]
macro_rules! on_both {
    ($name:ident, |$server:ident| $body:block) => {
        mod $name {
            #[allow(unused_imports, reason = "some need nothing of it")]
            use super::*;
            async fn run($server: $crate::support::Server) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                run($crate::support::Server::on_sqlite().await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                match $crate::support::Server::on_postgres().await {
                    Some(server) => run(server).await,
                    None => eprintln!("no PostgreSQL: skipped"),
                }
            }
        }
    };
}
