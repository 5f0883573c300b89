//! Pinbooks: opaque records with a version.

use sea_orm::entity::prelude::*;

/// One person's pinbook.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pinbooks")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user: Vec<u8>,
    /// From 1, + 1 with each change.
    pub version: i64,
    /// The record, opaque.
    pub record: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
