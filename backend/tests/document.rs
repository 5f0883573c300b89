//! The API document.

use hawser_protocol::path;

use crate::support::Server;

#[tokio::test]
async fn the_document_is_as_it_was_reviewed() {
    let server = Server::on_sqlite().await;
    let mut document: serde_json::Value = server.client().get(path::OPENAPI).await.json();
    document["info"]["version"] = "version".into();
    insta::assert_json_snapshot!(document);
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_every_operation_has_a_name() {
    let server = Server::on_sqlite().await;
    let document: serde_json::Value = server.client().get(path::OPENAPI).await.json();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut pending = vec![&document];
    while let Some(value) = pending.pop() {
        match value {
            serde_json::Value::Object(object) => {
                if let Some(reference) = object.get("$ref") {
                    let name = reference.as_str().unwrap().strip_prefix("#/components/schemas/").unwrap();
                    assert!(schemas.contains_key(name), "{name}");
                }
                pending.extend(object.values());
            }
            serde_json::Value::Array(items) => pending.extend(items),
            _ => {}
        }
    }
    let mut names = std::collections::BTreeSet::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()));
            assert!(operation["responses"]["500"].is_object());
        }
    }
    assert!(names.len() >= 40, "{}", names.len());
}
