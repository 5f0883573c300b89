//! What survives a reload, in `IndexedDB`. Writes ask for strict durability;
//! even so the browser may drop all of it when the disk is full or the person
//! clears it, so nothing is safe here before the server has acknowledged it.

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::rc::Rc;

use futures::lock::Mutex;
use hawser_agent::io::{Store, StoreError, Table};
use idb::{
    Database, DatabaseEvent as _, Factory, KeyRange, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

/// Goes up with every change of the object stores.
const VERSION: u32 = 1;
const TABLES: [Table; 4] = [
    Table::Pins,
    Table::Events,
    Table::Transfers,
    Table::Settings,
];
/// Sorts behind every key: no character of a key is greater.
const BEHIND: char = '\u{ffff}';

const fn name_of(table: Table) -> &'static str {
    match table {
        Table::Pins => "pins",
        Table::Events => "events",
        Table::Transfers => "transfers",
        Table::Settings => "settings",
    }
}

/// One database with an object store per table; keys are strings, values byte arrays.
pub struct IndexedDbStore {
    name: String,
    opening: Mutex<()>,
    open: Rc<RefCell<Option<IdbDatabase>>>,
}

impl IndexedDbStore {
    /// Opens nothing yet.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            opening: Mutex::new(()),
            open: Rc::default(),
        }
    }

    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        let _only_one = self.opening.lock().await;
        if let Some(database) = self.open.borrow().as_ref() {
            return Ok(database.clone());
        }
        let mut request = Factory::new()
            .and_then(|factory| factory.open(&self.name, Some(VERSION)))
            .map_err(failed)?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else {
                return;
            };
            let present = database.store_names();
            for name in TABLES.map(name_of) {
                if !present.iter().any(|store| store == name) {
                    // What is missing is reported by the first transaction that wants it.
                    database
                        .create_object_store(name, ObjectStoreParams::new())
                        .ok();
                }
            }
        });
        let mut database = request.await.map_err(failed)?;
        // Cleared by the person, or wanted by a later version in another tab: open again when needed.
        forget_when_closed(&mut database, &self.open);
        let database = IdbDatabase::from(database);
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// `work` must issue its requests without waiting for anything else: a transaction ends by itself.
    async fn write(
        &self,
        table: Table,
        work: impl FnOnce(&idb::ObjectStore) -> Result<(), idb::Error>,
    ) -> Result<(), StoreError> {
        let transaction =
            strict_transaction(&self.database().await?, name_of(table)).map_err(thrown)?;
        let store = transaction.object_store(name_of(table)).map_err(failed)?;
        if let Err(error) = work(&store) {
            transaction.abort().map_err(failed)?;
            return Err(failed(error));
        }
        match transaction.await.map_err(failed)? {
            idb::TransactionResult::Committed => Ok(()),
            idb::TransactionResult::Aborted => Err(StoreError(
                "the browser took the transaction back".to_owned(),
            )),
        }
    }

    async fn read(&self, table: Table) -> Result<idb::ObjectStore, StoreError> {
        let database = Database::from(self.database().await?);
        let transaction = database
            .transaction(&[name_of(table)], TransactionMode::ReadOnly)
            .map_err(failed)?;
        transaction.object_store(name_of(table)).map_err(failed)
    }
}

impl Store for IndexedDbStore {
    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let store = self.read(table).await?;
        let value = store
            .get(JsValue::from_str(key))
            .map_err(failed)?
            .await
            .map_err(failed)?;
        value.map(bytes).transpose()
    }

    async fn put_all(
        &self,
        table: Table,
        entries: Vec<(String, Vec<u8>)>,
    ) -> Result<(), StoreError> {
        self.write(table, |store| {
            for (key, value) in &entries {
                store.put(
                    &Uint8Array::from(value.as_slice()),
                    Some(&JsValue::from_str(key)),
                )?;
            }
            Ok(())
        })
        .await
    }

    async fn delete(&self, table: Table, key: &str) -> Result<(), StoreError> {
        self.write(table, |store| {
            store.delete(JsValue::from_str(key)).map(drop)
        })
        .await
    }

    async fn with_prefix(
        &self,
        table: Table,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let range = range(prefix)?;
        let store = self.read(table).await?;
        let keys = store
            .get_all_keys(Some(Query::KeyRange(range.clone())), None)
            .map_err(failed)?;
        let values = store
            .get_all(Some(Query::KeyRange(range)), None)
            .map_err(failed)?;
        let (keys, values) = futures::join!(keys.into_future(), values.into_future());
        let (keys, values) = (keys.map_err(failed)?, values.map_err(failed)?);
        keys.into_iter()
            .zip(values)
            .map(|(key, value)| Ok((key.as_string().ok_or_else(foreign)?, bytes(value)?)))
            .collect()
    }

    async fn delete_prefix(&self, table: Table, prefix: &str) -> Result<(), StoreError> {
        let range = range(prefix)?;
        self.write(table, |store| {
            store.delete(Query::KeyRange(range)).map(drop)
        })
        .await
    }
}

/// The database closes when a later version wants to come in.
fn forget_when_closed(database: &mut Database, open: &Rc<RefCell<Option<IdbDatabase>>>) {
    let on_close = Rc::clone(open);
    database.on_close(move |_| {
        on_close.take();
    });
    let on_change = Rc::clone(open);
    database.on_version_change(move |_| {
        if let Some(database) = on_change.take() {
            database.close();
        }
    });
    database.forget_callbacks(); // as long-lived as the connection
}

/// `database.transaction([name], "readwrite", { durability: "strict" })`.
fn strict_transaction(database: &IdbDatabase, name: &str) -> Result<Transaction, JsValue> {
    let options = Object::new();
    Reflect::set(
        &options,
        &JsValue::from_str("durability"),
        &JsValue::from_str("strict"),
    )?;
    let begin =
        Reflect::get(database, &JsValue::from_str("transaction"))?.dyn_into::<Function>()?;
    let begun = begin.call3(
        database,
        &JsValue::from_str(name),
        &JsValue::from_str("readwrite"),
        &options,
    )?;
    Ok(Transaction::from(begun.dyn_into::<IdbTransaction>()?))
}

fn range(prefix: &str) -> Result<KeyRange, StoreError> {
    let behind = format!("{prefix}{BEHIND}");
    KeyRange::bound(
        &JsValue::from_str(prefix),
        &JsValue::from_str(&behind),
        Some(false),
        Some(true),
    )
    .map_err(failed)
}

fn bytes(value: JsValue) -> Result<Vec<u8>, StoreError> {
    Ok(value
        .dyn_into::<Uint8Array>()
        .map_err(|_| foreign())?
        .to_vec())
}

fn failed(error: idb::Error) -> StoreError {
    StoreError(error.to_string())
}

fn thrown(error: JsValue) -> StoreError {
    let name = Reflect::get(&error, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string());
    StoreError(name.unwrap_or_else(|| "the browser refused a transaction".to_owned()))
}

fn foreign() -> StoreError {
    StoreError("an entry is not of this program".to_owned())
}
