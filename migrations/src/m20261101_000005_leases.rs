//! The head of a space, kept free for a moment for an administrator's act.

use sea_orm_migration::prelude::*;

use crate::column::bytes_or_none;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Spaces {
    Table,
    LeaseUser,
    LeaseUntilMs,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        manager
            .alter_table(
                Table::alter()
                    .table(Spaces::Table)
                    .add_column(bytes_or_none(Spaces::LeaseUser))
                    .to_owned(),
            )
            .await?;
        let until = ColumnDef::new(Spaces::LeaseUntilMs)
            .big_integer()
            .not_null()
            .default(0)
            .take();
        manager
            .alter_table(
                Table::alter()
                    .table(Spaces::Table)
                    .add_column(until)
                    .to_owned(),
            )
            .await
    }
}
