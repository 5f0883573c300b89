//! Access groups that a file body was shared with, beside the one of its event.

use sea_orm::entity::prelude::*;

/// One share of one body.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blob_shares")]
pub struct Model {
    /// The blob's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub blob_id: i64,
    /// The group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub group_id: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
