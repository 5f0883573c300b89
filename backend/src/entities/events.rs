//! Events: what is open (header, signature, public part) beside what is encrypted.

use sea_orm::entity::prelude::*;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// Number of events before it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// Its leaf hash.
    pub leaf: Vec<u8>,
    /// 1 membership, 2 content.
    pub class: i16,
    /// As in the header.
    pub kind: i32,
    /// The access group; zero for the space itself.
    pub group_id: Vec<u8>,
    /// The author's key.
    pub author: Vec<u8>,
    /// The author's command.
    pub command: Vec<u8>,
    /// Bytes of the whole event.
    pub length: i64,
    /// Header, signature and public part as received.
    pub open: Vec<u8>,
    /// Encrypted part as received.
    pub encrypted: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
