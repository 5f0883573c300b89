//! Parties: the organisations foreseen or admitted in a space; for look-up only.

use sea_orm::entity::prelude::*;

/// One organisation in one space.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parties")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// The organisation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
