//! What a log keeper has confirmed last of each log: durable before it says so, and changed from there only.

use std::path::Path;

use hawser_ledger::key::hash;
use hawser_ledger::log::Checkpoint;
use hawser_ledger::merkle::Hash;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelBehavior, ColumnTrait, ConnectionTrait, DbErr, DeriveEntityModel, DerivePrimaryKey,
    DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, QueryFilter, QuerySelect, Schema,
};

use crate::database::{Database, DatabaseError};
use crate::error::ApiError;
use crate::stored;

/// The newest confirmation of one log.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmed")]
pub struct Model {
    /// SHA-256 of the log's origin.
    #[sea_orm(primary_key, auto_increment = false)]
    log: Vec<u8>,
    /// Number of leaves.
    size: i64,
    /// Root over them.
    root: Vec<u8>,
    /// The checkpoint with the signatures of log and keeper.
    #[sea_orm(column_type = "Text")]
    note: String,
}

/// None are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What was confirmed last of a log.
pub struct Confirmed {
    pub size: u64,
    pub root: Hash,
    pub note: String,
}

const FILE: &str = "keeper.sqlite";

/// What a log goes by here: the SHA-256 of its origin.
pub fn name(origin: &str) -> Hash {
    hash(&[origin.as_bytes()])
}

pub struct Memory(Database);

impl Memory {
    /// Whether there is one in a folder.
    pub fn is_in(data: &Path) -> bool {
        data.join(FILE).exists()
    }

    pub async fn open(data: &Path) -> Result<Self, DatabaseError> {
        let file = data.join(FILE);
        let database = Database::connect(&format!("sqlite://{}?mode=rwc", file.display())).await?;
        let db = database.write();
        let mut table = Schema::new(db.get_database_backend()).create_table_from_entity(Entity);
        db.execute(table.if_not_exists()).await?;
        Ok(Self(database))
    }

    /// Whether anything was ever confirmed.
    pub async fn any(&self) -> Result<bool, DatabaseError> {
        let first = Entity::find().limit(1).one(self.0.read()).await?;
        Ok(first.is_some())
    }

    pub async fn of(&self, log: Hash) -> Result<Option<Confirmed>, ApiError> {
        let found = Entity::find_by_id(log.to_vec()).one(self.0.read()).await?;
        let read = |row: Model| {
            Ok(Confirmed {
                size: stored::count(row.size, "size")?,
                root: stored::array(&row.root, "root")?,
                note: row.note,
            })
        };
        found.map(read).transpose()
    }

    /// Keeps `note` for what follows `before`; false when something else was confirmed in the meantime.
    pub async fn follow(
        &self,
        before: Option<&Confirmed>,
        next: &Checkpoint,
        note: &str,
    ) -> Result<bool, ApiError> {
        let row = ActiveModel {
            log: Set(name(&next.origin).to_vec()),
            size: Set(stored::number(next.size, "size")?),
            root: Set(next.root.to_vec()),
            note: Set(note.to_owned()),
        };
        let db = self.0.write();
        let Some(before) = before else {
            let nothing = OnConflict::column(Column::Log).do_nothing().to_owned();
            let inserted = Entity::insert(row)
                .on_conflict(nothing)
                .exec_without_returning(db)
                .await;
            return match inserted {
                Ok(count) => Ok(count == 1),
                Err(DbErr::RecordNotInserted) => Ok(false),
                Err(error) => Err(error.into()),
            };
        };
        let changed = Entity::update_many()
            .set(row)
            .filter(Column::Log.eq(name(&next.origin).to_vec()))
            .filter(Column::Size.eq(stored::number(before.size, "size")?))
            .filter(Column::Root.eq(before.root.to_vec()))
            .exec(db)
            .await?;
        Ok(changed.rows_affected == 1)
    }

    pub async fn close(&self) {
        self.0.close().await;
    }
}
