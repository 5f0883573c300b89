//! The tables of the server, one file per change.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod column;
mod m20261101_000001_accounts;
mod m20261101_000002_spaces;
mod m20261101_000003_blobs;
mod m20261101_000004_errands;
mod m20261101_000005_leases;
mod m20261122_000006_shares;
mod m20261122_000007_tree;
mod m20261123_000008_confirmations;

use sea_orm_migration::prelude::*;

pub use sea_orm_migration::MigratorTrait;

/// All migrations in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261101_000001_accounts::Migration),
            Box::new(m20261101_000002_spaces::Migration),
            Box::new(m20261101_000003_blobs::Migration),
            Box::new(m20261101_000004_errands::Migration),
            Box::new(m20261101_000005_leases::Migration),
            Box::new(m20261122_000006_shares::Migration),
            Box::new(m20261122_000007_tree::Migration),
            Box::new(m20261123_000008_confirmations::Migration),
        ]
    }
}

/// Names of the migrations this version knows.
pub fn known() -> Vec<String> {
    Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect()
}

/// Names that the database has applied; empty for a new one.
pub async fn applied<C: ConnectionTrait>(db: &C) -> Result<Vec<String>, DbErr> {
    Ok(Migrator::get_migration_models(db)
        .await?
        .into_iter()
        .map(|model| model.version)
        .collect())
}
