//! File bodies that were shared with further access groups; events by group.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, index, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Blobs {
    Table,
    Id,
}

#[derive(DeriveIden)]
enum BlobShares {
    Table,
    BlobId,
    GroupId,
}

#[derive(DeriveIden)]
enum Events {
    Table,
    SpaceId,
    GroupId,
    Seq,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(BlobShares::Table)
                    .col(number(BlobShares::BlobId))
                    .col(bytes(BlobShares::GroupId))
                    .primary_key(
                        Index::create()
                            .col(BlobShares::BlobId)
                            .col(BlobShares::GroupId),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from(BlobShares::Table, BlobShares::BlobId)
                            .to(Blobs::Table, Blobs::Id)
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "events_by_group",
                Events::Table,
                [
                    Events::SpaceId.into_iden(),
                    Events::GroupId.into_iden(),
                    Events::Seq.into_iden(),
                ],
            ))
            .await
    }
}
