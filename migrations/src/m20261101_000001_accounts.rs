//! Accounts, keyrings, pinbooks, sessions, attempts to sign in.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, bytes_or_none, code, digits, index, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Accounts {
    Table,
    User,
    Login,
    Opaque,
    KitVerifier,
    Organisation,
    Invitation,
    CreatedMs,
}

#[derive(DeriveIden)]
enum Keyrings {
    Table,
    User,
    Version,
    Record,
}

#[derive(DeriveIden)]
enum Pinbooks {
    Table,
    User,
    Version,
    Record,
}

#[derive(DeriveIden)]
enum Sessions {
    Table,
    Id,
    TokenHash,
    User,
    CreatedMs,
    SeenMs,
    Label,
}

#[derive(DeriveIden)]
enum Attempts {
    Table,
    Id,
    Purpose,
    User,
    State,
    Version,
    ExpiresMs,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Accounts::Table)
                    .col(bytes(Accounts::User).primary_key())
                    .col(digits(Accounts::Login).unique_key())
                    .col(bytes(Accounts::Opaque))
                    .col(bytes(Accounts::KitVerifier))
                    .col(bytes_or_none(Accounts::Organisation))
                    .col(digits(Accounts::Invitation))
                    .col(number(Accounts::CreatedMs))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Keyrings::Table)
                    .col(bytes(Keyrings::User).primary_key())
                    .col(number(Keyrings::Version))
                    .col(bytes(Keyrings::Record))
                    .foreign_key(
                        ForeignKey::create()
                            .from(Keyrings::Table, Keyrings::User)
                            .to(Accounts::Table, Accounts::User),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Pinbooks::Table)
                    .col(bytes(Pinbooks::User).primary_key())
                    .col(number(Pinbooks::Version))
                    .col(bytes(Pinbooks::Record))
                    .foreign_key(
                        ForeignKey::create()
                            .from(Pinbooks::Table, Pinbooks::User)
                            .to(Accounts::Table, Accounts::User),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Sessions::Table)
                    .col(bytes(Sessions::Id).primary_key())
                    .col(bytes(Sessions::TokenHash).unique_key())
                    .col(bytes(Sessions::User))
                    .col(number(Sessions::CreatedMs))
                    .col(number(Sessions::SeenMs))
                    .col(bytes(Sessions::Label))
                    .foreign_key(
                        ForeignKey::create()
                            .from(Sessions::Table, Sessions::User)
                            .to(Accounts::Table, Accounts::User),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "sessions_of_user",
                Sessions::Table,
                [Sessions::User.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Attempts::Table)
                    .col(digits(Attempts::Id).primary_key())
                    .col(code(Attempts::Purpose))
                    .col(bytes_or_none(Attempts::User))
                    .col(bytes(Attempts::State))
                    .col(number(Attempts::Version))
                    .col(number(Attempts::ExpiresMs))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "attempts_expiry",
                Attempts::Table,
                [Attempts::ExpiresMs.into_iden()],
            ))
            .await
    }
}
