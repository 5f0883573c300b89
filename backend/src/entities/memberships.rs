//! Memberships: who is in a space, as the ledger adds up; for look-up only.

use sea_orm::entity::prelude::*;

/// One person in one space.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user: Vec<u8>,
    /// 1 active, 2 suspended, 3 ended.
    pub state: i16,
    /// Code of the role.
    pub role: i16,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
