//! Invitations into an organisation, or for a new organisation's first administrator.

use sea_orm::entity::prelude::*;

/// One invitation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    /// Look-up value, hexadecimal; the secret itself is never here.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lookup: String,
    /// The inviting organisation; absent for a new one.
    pub organisation: Option<Vec<u8>>,
    /// Who invited; absent for the operator.
    pub inviter: Option<Vec<u8>>,
    /// The inviter's note, encrypted.
    pub note: Vec<u8>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
    /// Milliseconds since 1970.
    pub expires_ms: i64,
    /// 1 open, 2 answered, 3 done, 4 withdrawn.
    pub stage: i16,
    /// Who registered under it.
    pub user: Option<Vec<u8>>,
    /// The answer: certificate request.
    pub request: Option<Vec<u8>>,
    /// The answer: proof that the invitee knows the secret.
    pub mac: Option<Vec<u8>>,
    /// The answer: name, encrypted.
    pub name: Option<Vec<u8>>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
