//! What independent log keepers confirmed last of a space.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, number, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Confirmations {
    Table,
    SpaceId,
    Keeper,
    Size,
    Note,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Confirmations::Table)
                    .col(number(Confirmations::SpaceId))
                    .col(bytes(Confirmations::Keeper))
                    .col(number(Confirmations::Size))
                    .col(text(Confirmations::Note))
                    .primary_key(
                        Index::create()
                            .col(Confirmations::SpaceId)
                            .col(Confirmations::Keeper),
                    )
                    .to_owned(),
            )
            .await
    }
}
