//! The API document.

use hawser_protocol::path;

use crate::support::Server;

#[tokio::test]
async fn the_document_is_as_it_was_reviewed() {
    let server = Server::on_sqlite().await;
    let mut document: serde_json::Value = server.client().get(path::OPENAPI).await.json();
    document["info"]["version"] = "version".into();
    // Whether objects keep the order they were written in hangs on what else is built beside the server.
    document.sort_all_objects();
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
                    let name = reference
                        .as_str()
                        .unwrap()
                        .strip_prefix("#/components/schemas/")
                        .unwrap();
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

/// Runs where `HAWSER_SCHEMATHESIS` names the program (PyPI `schemathesis`).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn schemathesis_finds_nothing() {
    let Ok(program) = std::env::var("HAWSER_SCHEMATHESIS") else {
        return eprintln!("HAWSER_SCHEMATHESIS names no program: skipped");
    };
    let server = Server::on_sqlite().await;
    let (organisation, administrator) = server.organisation().await;
    server.case(&administrator, &[&organisation]).await;
    let folder = server.folder();
    let cookie = administrator.client.cookie.as_ref().unwrap();
    let hooks = folder.join("hooks.py");
    std::fs::write(&hooks, HOOKS).unwrap();
    let settings = format!("[auth.openapi]\nsession = {{ api_key = \"{cookie}\" }}\n");
    std::fs::write(folder.join("schemathesis.toml"), settings).unwrap();
    let output = tokio::process::Command::new(program)
        .args(["run", &format!("{}{}", server.url(), path::OPENAPI), "--url", &server.url()])
        .args(["--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--seed", "1", "--no-color"])
        // Whether an OPAQUE message or an age file is a good one is more than a schema can say.
        .args(["--exclude-checks", "positive_data_acceptance"])
        // The stream does not end by itself, and the session is to stay.
        .args(["--exclude-path", path::LIVE, "--exclude-operation-id", "delete_session"])
        .args(["--suppress-health-check", "all", "--request-timeout", "20"])
        .env("SCHEMATHESIS_HOOKS", &hooks)
        .current_dir(folder)
        .output()
        .await
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&told)
    );
}

/// Bytes go as they are.
const HOOKS: &str = r#"
import schemathesis

@schemathesis.serializer("application/vnd.hawser.events")
def events(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()
"#;
