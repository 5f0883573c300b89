//! Nodes of a space's tree at every eighth height above the leaves.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, code, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum TreeNodes {
    Table,
    SpaceId,
    Level,
    Place,
    Hash,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(TreeNodes::Table)
                    .col(number(TreeNodes::SpaceId))
                    .col(code(TreeNodes::Level))
                    .col(number(TreeNodes::Place))
                    .col(bytes(TreeNodes::Hash))
                    .primary_key(
                        Index::create()
                            .col(TreeNodes::SpaceId)
                            .col(TreeNodes::Level)
                            .col(TreeNodes::Place),
                    )
                    .to_owned(),
            )
            .await
    }
}
