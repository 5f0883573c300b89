//! Spaces: one row each, locked while it is appended to.

use sea_orm::entity::prelude::*;

/// One space.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "spaces")]
pub struct Model {
    /// Short name inside of the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its id: leaf hash of its genesis.
    #[sea_orm(unique)]
    pub space: Vec<u8>,
    /// Code of its kind.
    pub kind: i16,
    /// Number of events.
    pub size: i64,
    /// Leaf hash of the newest event.
    pub head: Vec<u8>,
    /// Roots of the tree's perfect subtrees, largest first, 32 bytes each.
    pub peaks: Vec<u8>,
    /// Number of content events by group: group16 ‖ u64, repeated.
    pub contents: Vec<u8>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// For whom the head was kept free last.
    pub lease_user: Option<Vec<u8>>,
    /// Until when, milliseconds since 1970.
    pub lease_until_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
