//! Sessions: the token itself is not stored, only its hash.

use sea_orm::entity::prelude::*;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    /// Names it in the list of sessions; 16 bytes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Vec<u8>,
    /// SHA-256 of the token.
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    /// Whose.
    pub user: Vec<u8>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970, to the minute.
    pub seen_ms: i64,
    /// The person's own words for it, encrypted.
    pub label: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
