//! Notes beside a nomination, each encrypted for one reader.

use sea_orm::entity::prelude::*;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nomination_notes")]
pub struct Model {
    /// The nomination.
    #[sea_orm(primary_key, auto_increment = false)]
    pub request: Vec<u8>,
    /// The reader.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reader: Vec<u8>,
    /// An age file.
    pub body: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
