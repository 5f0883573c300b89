//! Attempts to sign in or to recover: good once, for minutes.

use sea_orm::entity::prelude::*;

/// One attempt.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempts")]
pub struct Model {
    /// SHA-256 of what the client was given, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// 1 to sign in, 2 to recover.
    pub purpose: i16,
    /// The account; absent where the sign-in name is unknown.
    pub user: Option<Vec<u8>>,
    /// State of OPAQUE; empty for a recovery.
    pub state: Vec<u8>,
    /// Version of the keyring that was shown to a recovery.
    pub version: i64,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
