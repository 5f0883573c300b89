//! What independent log keepers confirmed last of a space: a row for each keeper that the space names.

use sea_orm::entity::prelude::*;

/// One keeper's.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmations")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// The keeper's key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub keeper: Vec<u8>,
    /// Number of events that it confirmed; 0 for none yet.
    pub size: i64,
    /// The checkpoint with the signatures of log and keeper; empty for none yet.
    #[sea_orm(column_type = "Text")]
    pub note: String,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
