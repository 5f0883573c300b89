//! Security headers on every answer, request ids, problems.

use hawser_protocol::ErrorCode;
use hawser_protocol::path;
use reqwest::Method;

use crate::support::Server;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = Server::on_sqlite().await;
    let client = server.client();
    let answers = [
        client.get(path::HEALTH_LIVE).await,
        client.get(path::HEALTH_READY).await,
        client.get(path::DEPLOYMENT).await,
        client.get(path::SESSION).await,
        client.get("/nowhere").await,
        client.get("/api/v1/nowhere").await,
        client.ask(Method::PATCH, path::SESSION).send().await,
        client.bare(Method::POST, path::SESSION_START).send().await,
    ];
    for answer in answers {
        for (name, value) in [
            ("content-security-policy", POLICY),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            assert_eq!(answer.header(name), value, "{name} in {answer:?}");
        }
        assert!(
            answer
                .header("permissions-policy")
                .contains("camera=(self)")
        );
        assert!(
            answer
                .header("permissions-policy")
                .contains("geolocation=()")
        );
        assert_eq!(answer.header("strict-transport-security"), "");
    }
    assert_eq!(
        client.get(path::DEPLOYMENT).await.header("cache-control"),
        "no-store"
    );
}

#[tokio::test]
async fn under_https_transport_security_is_strict() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = hawser_backend::Config::new(folder.path());
    config.origin = "https://hawser.example".into();
    let server = Server::start(config, Some(folder)).await;
    let answer = server.client().get(path::DEPLOYMENT).await;
    assert!(
        answer
            .header("strict-transport-security")
            .starts_with("max-age=")
    );
}

#[tokio::test]
async fn a_request_id_is_kept_when_it_is_clean_and_made_otherwise() {
    let server = Server::on_sqlite().await;
    let client = server.client();
    let ask = |id: &str| {
        client
            .ask(Method::GET, path::SESSION)
            .header("x-request-id", id)
            .send()
    };
    assert_eq!(
        ask("abc-1")
            .await
            .refused(ErrorCode::NotSignedIn)
            .request_id
            .unwrap(),
        "abc-1"
    );
    for dirty in ["a b", "<script>", &"x".repeat(65), ""] {
        let id = ask(dirty)
            .await
            .refused(ErrorCode::NotSignedIn)
            .request_id
            .unwrap();
        assert_eq!(id.len(), 16, "{id}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem() {
    let server = Server::on_sqlite().await;
    let client = server.client();
    client
        .get("/api/v1/nowhere")
        .await
        .refused(ErrorCode::NotFound);
    client.get("/").await.refused(ErrorCode::NotFound);
    let answer = client.ask(Method::PATCH, path::SPACES).send().await;
    answer.refused(ErrorCode::MethodNotAllowed);
    let mut allowed: Vec<&str> = answer.header("allow").split(',').collect();
    allowed.sort_unstable();
    assert_eq!(allowed, ["GET", "HEAD", "POST"]);
    client
        .get("/api/v1/spaces/%ff/events")
        .await
        .refused(ErrorCode::NotSignedIn);
}
