//! Accounts: who may sign in.

use sea_orm::entity::prelude::*;

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    /// The person's id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user: Vec<u8>,
    /// Hash of the sign-in name, hexadecimal.
    #[sea_orm(unique)]
    pub login: String,
    /// OPAQUE registration record.
    pub opaque: Vec<u8>,
    /// SHA-256 of the recovery kit's authentication key.
    pub kit_verifier: Vec<u8>,
    /// The organisation, once certified.
    pub organisation: Option<Vec<u8>>,
    /// Look-up value of the invitation it was registered under.
    pub invitation: String,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
