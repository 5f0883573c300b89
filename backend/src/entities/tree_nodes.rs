//! Nodes of a space's tree at every eighth height above the leaves: what tiles are read from.

use sea_orm::entity::prelude::*;

/// One node.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tree_nodes")]
pub struct Model {
    /// The space's short name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: i64,
    /// Level of its tile, from 1: an eighth of its height.
    #[sea_orm(primary_key, auto_increment = false)]
    pub level: i16,
    /// Which of its height, from the left.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
