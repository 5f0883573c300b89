//! A store that lives as long as its profile.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use hawser_agent::io::{Store, StoreError, Table};

/// Everything in a store.
pub type Entries = BTreeMap<(Table, String), Vec<u8>>;

/// Copies are the same store, so that one outlives a reload.
#[derive(Clone, Default)]
pub struct MemoryStore(Rc<RefCell<Entries>>);

impl MemoryStore {
    /// All of it as it is now: to compare, to search for what must not be there, to put back.
    pub fn snapshot(&self) -> Entries {
        self.0.borrow().clone()
    }

    /// Puts an earlier state in place of the present one.
    pub fn restore(&self, entries: Entries) {
        *self.0.borrow_mut() = entries;
    }
}

impl Store for MemoryStore {
    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.borrow().get(&(table, key.to_owned())).cloned())
    }

    async fn put_all(
        &self,
        table: Table,
        entries: Vec<(String, Vec<u8>)>,
    ) -> Result<(), StoreError> {
        self.0.borrow_mut().extend(
            entries
                .into_iter()
                .map(|(key, value)| ((table, key), value)),
        );
        Ok(())
    }

    async fn delete(&self, table: Table, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(&(table, key.to_owned()));
        Ok(())
    }

    async fn with_prefix(
        &self,
        table: Table,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let entries = self.0.borrow();
        let from = entries.range((table, prefix.to_owned())..);
        let selected = from.take_while(|((of, key), _)| *of == table && key.starts_with(prefix));
        Ok(selected
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect())
    }

    async fn delete_prefix(&self, table: Table, prefix: &str) -> Result<(), StoreError> {
        self.0
            .borrow_mut()
            .retain(|(of, key), _| *of != table || !key.starts_with(prefix));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use hawser_agent::io::{Store as _, Table};

    use super::MemoryStore;

    #[test]
    fn a_prefix_selects_its_entries_of_one_table_in_order() {
        let store = MemoryStore::default();
        let entry = |key: &str| (key.to_owned(), key.as_bytes().to_vec());
        block_on(async {
            store
                .put_all(
                    Table::Events,
                    vec![entry("s/0a"), entry("s0"), entry("s/02"), entry("s")],
                )
                .await
                .unwrap();
            store
                .put_all(Table::Pins, vec![entry("s/01")])
                .await
                .unwrap();
            let copy = store.clone();
            assert_eq!(
                copy.with_prefix(Table::Events, "s/").await.unwrap(),
                [entry("s/02"), entry("s/0a")]
            );
            copy.delete_prefix(Table::Events, "s/").await.unwrap();
            assert_eq!(
                store.with_prefix(Table::Events, "").await.unwrap(),
                [entry("s"), entry("s0")]
            );
            assert_eq!(
                store.get(Table::Pins, "s/01").await.unwrap().unwrap(),
                b"s/01"
            );
            store.delete(Table::Pins, "s/01").await.unwrap();
            assert_eq!(store.snapshot().len(), 2);
        });
    }
}
