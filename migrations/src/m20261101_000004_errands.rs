//! Invitations, letters, nominations: what waits for someone outside of a ledger.

use sea_orm_migration::prelude::*;

use crate::column::{bytes, bytes_or_none, code, digits, index, number};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Invitations {
    Table,
    Lookup,
    Organisation,
    Inviter,
    Note,
    CreatedMs,
    ExpiresMs,
    Stage,
    User,
    Request,
    Mac,
    Name,
}

#[derive(DeriveIden)]
enum Letters {
    Table,
    Id,
    Space,
    Sender,
    Reader,
    Body,
    CreatedMs,
}

#[derive(DeriveIden)]
enum Nominations {
    Table,
    Request,
    Space,
    Organisation,
    Person,
    Nominator,
    Nomination,
    Stage,
    Answer,
    CreatedMs,
}

#[derive(DeriveIden)]
enum NominationNotes {
    Table,
    Request,
    Reader,
    Body,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Invitations::Table)
                    .col(digits(Invitations::Lookup).primary_key())
                    .col(bytes_or_none(Invitations::Organisation))
                    .col(bytes_or_none(Invitations::Inviter))
                    .col(bytes(Invitations::Note))
                    .col(number(Invitations::CreatedMs))
                    .col(number(Invitations::ExpiresMs))
                    .col(code(Invitations::Stage))
                    .col(bytes_or_none(Invitations::User))
                    .col(bytes_or_none(Invitations::Request))
                    .col(bytes_or_none(Invitations::Mac))
                    .col(bytes_or_none(Invitations::Name))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "invitations_of_organisation",
                Invitations::Table,
                [Invitations::Organisation.into_iden()],
            ))
            .await?;
        manager
            .create_index(index(
                "invitations_of_user",
                Invitations::Table,
                [Invitations::User.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Letters::Table)
                    .col(
                        ColumnDef::new(Letters::Id)
                            .big_integer()
                            .not_null()
                            .auto_increment()
                            .primary_key(),
                    )
                    .col(bytes(Letters::Space))
                    .col(bytes(Letters::Sender))
                    .col(bytes(Letters::Reader))
                    .col(bytes(Letters::Body))
                    .col(number(Letters::CreatedMs))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "letters_of_reader",
                Letters::Table,
                [Letters::Reader.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Nominations::Table)
                    .col(bytes(Nominations::Request).primary_key())
                    .col(bytes(Nominations::Space))
                    .col(bytes(Nominations::Organisation))
                    .col(bytes(Nominations::Person))
                    .col(bytes(Nominations::Nominator))
                    .col(bytes(Nominations::Nomination))
                    .col(code(Nominations::Stage))
                    .col(bytes_or_none(Nominations::Answer))
                    .col(number(Nominations::CreatedMs))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index(
                "nominations_in_space",
                Nominations::Table,
                [Nominations::Space.into_iden()],
            ))
            .await?;
        manager
            .create_index(index(
                "nominations_of_organisation",
                Nominations::Table,
                [Nominations::Organisation.into_iden()],
            ))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(NominationNotes::Table)
                    .col(bytes(NominationNotes::Request))
                    .col(bytes(NominationNotes::Reader))
                    .col(bytes(NominationNotes::Body))
                    .primary_key(
                        Index::create()
                            .col(NominationNotes::Request)
                            .col(NominationNotes::Reader),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from(NominationNotes::Table, NominationNotes::Request)
                            .to(Nominations::Table, Nominations::Request)
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }
}
