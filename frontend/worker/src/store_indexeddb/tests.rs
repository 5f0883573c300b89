use hawser_agent::io::{Store as _, Table};
use wasm_bindgen_test::wasm_bindgen_test;

use super::IndexedDbStore;

fn entry(key: &str, value: &[u8]) -> (String, Vec<u8>) {
    (key.to_owned(), value.to_vec())
}

#[wasm_bindgen_test]
async fn what_was_put_is_there_after_a_reload() {
    let store = IndexedDbStore::new("after-a-reload");
    let entries = vec![
        entry("a", b"first"),
        entry("b", b""),
        entry("c", &[0xff; 70_000]),
    ];
    store
        .put_all(Table::Transfers, entries.clone())
        .await
        .unwrap();
    store
        .put_all(Table::Transfers, vec![entry("a", b"second")])
        .await
        .unwrap();

    let reloaded = IndexedDbStore::new("after-a-reload");
    assert_eq!(
        reloaded.get(Table::Transfers, "a").await.unwrap().unwrap(),
        b"second"
    );
    assert_eq!(
        reloaded.get(Table::Transfers, "b").await.unwrap().unwrap(),
        b""
    );
    assert_eq!(
        reloaded.get(Table::Transfers, "c").await.unwrap().unwrap(),
        entries[2].1
    );
    assert_eq!(reloaded.get(Table::Transfers, "d").await.unwrap(), None);
    assert_eq!(
        reloaded.get(Table::Pins, "a").await.unwrap(),
        None,
        "tables are apart"
    );

    reloaded.delete(Table::Transfers, "a").await.unwrap();
    reloaded
        .delete(Table::Transfers, "never there")
        .await
        .unwrap();
    assert_eq!(store.get(Table::Transfers, "a").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_prefix_selects_its_entries_in_the_order_of_keys() {
    let store = IndexedDbStore::new("by-prefix");
    store.delete_prefix(Table::Events, "").await.unwrap();
    let entries = [
        ("s/0a", 10),
        ("s/02", 2),
        ("s", 0),
        ("t/01", 1),
        ("s/é", 7),
        ("r/01", 1),
        ("s0", 9),
    ];
    store
        .put_all(
            Table::Events,
            entries.map(|(key, value)| entry(key, &[value])).to_vec(),
        )
        .await
        .unwrap();

    let found = store.with_prefix(Table::Events, "s/").await.unwrap();
    assert_eq!(
        found,
        [
            entry("s/02", &[2]),
            entry("s/0a", &[10]),
            entry("s/é", &[7])
        ]
    );
    assert_eq!(
        store.with_prefix(Table::Events, "").await.unwrap().len(),
        entries.len()
    );
    assert_eq!(store.with_prefix(Table::Events, "x").await.unwrap(), []);

    store.delete_prefix(Table::Events, "s/").await.unwrap();
    let keys: Vec<_> = store
        .with_prefix(Table::Events, "")
        .await
        .unwrap()
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["r/01", "s", "s0", "t/01"]);
}

#[wasm_bindgen_test]
async fn many_may_ask_at_once() {
    let store = IndexedDbStore::new("at-once");
    let puts =
        (0..50_u8).map(|n| store.put_all(Table::Pins, vec![entry(&format!("{n:02}"), &[n])]));
    futures::future::try_join_all(puts).await.unwrap();
    assert_eq!(store.with_prefix(Table::Pins, "").await.unwrap().len(), 50);
}

#[wasm_bindgen_test]
async fn it_opens_again_after_the_database_was_taken_away() {
    let store = IndexedDbStore::new("taken-away");
    store
        .put_all(Table::Settings, vec![entry("language", b"fr")])
        .await
        .unwrap();
    idb::Factory::new()
        .unwrap()
        .delete("taken-away")
        .unwrap()
        .await
        .unwrap();
    assert_eq!(store.get(Table::Settings, "language").await.unwrap(), None);
}
