//! Letters to a party's administrators, encrypted for one reader.

use sea_orm::entity::prelude::*;

/// One letter.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    /// In the order they came.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The space it is about.
    pub space: Vec<u8>,
    /// Who wrote it.
    pub sender: Vec<u8>,
    /// Whom it is for.
    pub reader: Vec<u8>,
    /// An age file.
    pub body: Vec<u8>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
