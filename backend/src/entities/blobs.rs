//! Blobs: file bodies, from reservation to the event that refers to them.

use sea_orm::entity::prelude::*;

/// One file body.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blobs")]
pub struct Model {
    /// Short name inside of the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The space's short name.
    pub space_id: i64,
    /// Its id.
    pub blob: Vec<u8>,
    /// Who uploads it.
    pub uploader: Vec<u8>,
    /// Length of the body, in bytes.
    pub body_length: i64,
    /// Root over its parts, once finished.
    pub parts_root: Option<Vec<u8>>,
    /// The event that refers to it, once there is one.
    pub claimed_seq: Option<i64>,
    /// The access group of that event.
    pub group_id: Option<Vec<u8>>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// When its newest part came, milliseconds since 1970.
    pub touched_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
