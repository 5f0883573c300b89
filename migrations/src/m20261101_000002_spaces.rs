//! Spaces, their events and wraps, and what membership projects to.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, code, index, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Spaces {
    Table,
    Id,
    Space,
    Kind,
    Size,
    Head,
    Peaks,
    Contents,
    CreatedMs,
}

#[derive(DeriveIden)]
enum Events {
    Table,
    SpaceId,
    Seq,
    Leaf,
    Class,
    Kind,
    GroupId,
    Author,
    Command,
    Length,
    Open,
    Encrypted,
}

#[derive(DeriveIden)]
enum Wraps {
    Table,
    SpaceId,
    Seq,
    GroupId,
    User,
    Wrap,
}

#[derive(DeriveIden)]
enum Memberships {
    Table,
    SpaceId,
    User,
    State,
    Role,
}

#[derive(DeriveIden)]
enum Parties {
    Table,
    SpaceId,
    Organisation,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Spaces::Table)
                    .col(
                        ColumnDef::new(Spaces::Id)
                            .big_integer()
                            .not_null()
                            .auto_increment()
                            .primary_key(),
                    )
                    .col(bytes(Spaces::Space).unique_key())
                    .col(code(Spaces::Kind))
                    .col(number(Spaces::Size))
                    .col(bytes(Spaces::Head))
                    .col(bytes(Spaces::Peaks))
                    .col(bytes(Spaces::Contents))
                    .col(number(Spaces::CreatedMs))
                    .to_owned(),
            )
            .await?;
        manager.create_table(events()).await?;
        manager
            .create_index(
                index(
                    "events_command",
                    Events::Table,
                    [
                        Events::SpaceId.into_iden(),
                        Events::Author.into_iden(),
                        Events::Command.into_iden(),
                    ],
                )
                .unique()
                .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Wraps::Table)
                    .col(number(Wraps::SpaceId))
                    .col(number(Wraps::Seq))
                    .col(bytes(Wraps::GroupId))
                    .col(bytes(Wraps::User))
                    .col(bytes(Wraps::Wrap))
                    .primary_key(
                        Index::create()
                            .col(Wraps::SpaceId)
                            .col(Wraps::User)
                            .col(Wraps::Seq)
                            .col(Wraps::GroupId),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from(Wraps::Table, (Wraps::SpaceId, Wraps::Seq))
                            .to(Events::Table, (Events::SpaceId, Events::Seq)),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Memberships::Table)
                    .col(number(Memberships::SpaceId))
                    .col(bytes(Memberships::User))
                    .col(code(Memberships::State))
                    .col(code(Memberships::Role))
                    .primary_key(
                        Index::create()
                            .col(Memberships::SpaceId)
                            .col(Memberships::User),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from(Memberships::Table, Memberships::SpaceId)
                            .to(Spaces::Table, Spaces::Id),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "memberships_of_user",
                Memberships::Table,
                [Memberships::User.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Parties::Table)
                    .col(number(Parties::SpaceId))
                    .col(bytes(Parties::Organisation))
                    .primary_key(
                        Index::create()
                            .col(Parties::SpaceId)
                            .col(Parties::Organisation),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from(Parties::Table, Parties::SpaceId)
                            .to(Spaces::Table, Spaces::Id),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "parties_of_organisation",
                Parties::Table,
                [Parties::Organisation.into_iden()],
            ))
            .await
    }
}

fn events() -> TableCreateStatement {
    Table::create()
        .table(Events::Table)
        .col(number(Events::SpaceId))
        .col(number(Events::Seq))
        .col(bytes(Events::Leaf))
        .col(code(Events::Class))
        .col(ColumnDef::new(Events::Kind).integer().not_null())
        .col(bytes(Events::GroupId))
        .col(bytes(Events::Author))
        .col(bytes(Events::Command))
        .col(number(Events::Length))
        .col(bytes(Events::Open))
        .col(bytes(Events::Encrypted))
        .primary_key(Index::create().col(Events::SpaceId).col(Events::Seq))
        .foreign_key(
            ForeignKey::create()
                .from(Events::Table, Events::SpaceId)
                .to(Spaces::Table, Spaces::Id),
        )
        .to_owned()
}
