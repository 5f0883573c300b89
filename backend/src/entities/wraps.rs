//! Wraps: an epoch's secret for one person, named by an event.

use sea_orm::entity::prelude::*;

/// One wrap.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wraps")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// Whom it is for.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user: Vec<u8>,
    /// The event that names its hash.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// The group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub group_id: Vec<u8>,
    /// An age file.
    pub wrap: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
