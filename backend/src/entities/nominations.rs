//! Nominations of people into a space.

use sea_orm::entity::prelude::*;

/// One nomination.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nominations")]
pub struct Model {
    /// Its request id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub request: Vec<u8>,
    /// The space.
    pub space: Vec<u8>,
    /// The nominating organisation.
    pub organisation: Vec<u8>,
    /// Who is nominated.
    pub person: Vec<u8>,
    /// Who nominated.
    pub nominator: Vec<u8>,
    /// Consent and certificate chain, in their layout.
    pub nomination: Vec<u8>,
    /// 1 open, 2 admitted, 3 declined, 4 withdrawn.
    pub stage: i16,
    /// For the nominator, encrypted.
    pub answer: Option<Vec<u8>>,
    /// Milliseconds since 1970.
    pub created_ms: i64,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
