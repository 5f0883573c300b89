//! File bodies and their parts.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, bytes_or_none, index, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Spaces {
    Table,
    Id,
}

#[derive(DeriveIden)]
enum Blobs {
    Table,
    Id,
    SpaceId,
    Blob,
    Uploader,
    BodyLength,
    PartsRoot,
    ClaimedSeq,
    GroupId,
    CreatedMs,
    TouchedMs,
}

#[derive(DeriveIden)]
enum BlobParts {
    Table,
    BlobId,
    Part,
    Sha256,
    Length,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Blobs::Table)
                    .col(
                        ColumnDef::new(Blobs::Id)
                            .big_integer()
                            .not_null()
                            .auto_increment()
                            .primary_key(),
                    )
                    .col(number(Blobs::SpaceId))
                    .col(bytes(Blobs::Blob))
                    .col(bytes(Blobs::Uploader))
                    .col(number(Blobs::BodyLength))
                    .col(bytes_or_none(Blobs::PartsRoot))
                    .col(ColumnDef::new(Blobs::ClaimedSeq).big_integer().null())
                    .col(bytes_or_none(Blobs::GroupId))
                    .col(number(Blobs::CreatedMs))
                    .col(number(Blobs::TouchedMs))
                    .foreign_key(
                        ForeignKey::create()
                            .from(Blobs::Table, Blobs::SpaceId)
                            .to(Spaces::Table, Spaces::Id),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                index(
                    "blobs_in_space",
                    Blobs::Table,
                    [Blobs::SpaceId.into_iden(), Blobs::Blob.into_iden()],
                )
                .unique()
                .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "blobs_abandoned",
                Blobs::Table,
                [Blobs::ClaimedSeq.into_iden(), Blobs::TouchedMs.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(BlobParts::Table)
                    .col(number(BlobParts::BlobId))
                    .col(number(BlobParts::Part))
                    .col(bytes(BlobParts::Sha256))
                    .col(number(BlobParts::Length))
                    .primary_key(Index::create().col(BlobParts::BlobId).col(BlobParts::Part))
                    .foreign_key(
                        ForeignKey::create()
                            .from(BlobParts::Table, BlobParts::BlobId)
                            .to(Blobs::Table, Blobs::Id)
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }
}
