//! Parts of blobs that are durable.

use sea_orm::entity::prelude::*;

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blob_parts")]
pub struct Model {
    /// The blob's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub blob_id: i64,
    /// From zero.
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: i64,
    /// SHA-256 of its bytes.
    pub sha256: Vec<u8>,
    /// Its length, in bytes.
    pub length: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
