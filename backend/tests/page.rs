//! The page from a folder.

use hawser_protocol::ErrorCode;
use reqwest::Method;

use crate::support::Server;

async fn with_page() -> Server {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("dist");
    std::fs::create_dir_all(page.join("icons")).unwrap();
    std::fs::write(
        page.join("index.html"),
        "<!doctype html><title>Hawser</title>",
    )
    .unwrap();
    std::fs::write(page.join("app.wasm"), [0, 97, 115, 109]).unwrap();
    std::fs::write(page.join("boot.js"), "1").unwrap();
    std::fs::write(page.join("icons/a.svg"), "<svg/>").unwrap();
    std::fs::create_dir_all(page.join("data")).unwrap();
    std::fs::write(page.join("data/ports.tsv"), "NLRTM\tRotterdam").unwrap();
    std::fs::write(page.join("data/world.json"), "[]").unwrap();
    std::fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let mut config = hawser_backend::Config::new(folder.path().join("data"));
    config.page = Some(page);
    Server::start(config, Some(folder)).await
}

#[tokio::test]
async fn routes_of_the_page_get_its_index() {
    let server = with_page().await;
    let client = server.client();
    for path in [
        "/",
        "/index.html",
        "/join",
        "/cases/00ff/exhibits",
        "/sign-in",
    ] {
        let answer = client.get(path).await.ok();
        assert_eq!(
            answer.header("content-type"),
            "text/html; charset=utf-8",
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert!(
            answer
                .header("content-security-policy")
                .contains("trusted-types")
        );
        assert!(answer.text().contains("Hawser"));
    }
    for path in [
        "/missing.js",
        "/api/v1/x",
        "/api/v1/",
        "/health/x",
        "/.env",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
    ] {
        let answer = client.get(path).await;
        assert!(
            !answer.text().contains("secret") && !answer.text().contains("doctype"),
            "{path}"
        );
        answer.refused(ErrorCode::NotFound);
    }
}

#[tokio::test]
async fn files_have_their_type_and_are_revalidated() {
    let server = with_page().await;
    let client = server.client();
    for (path, kind) in [
        ("/app.wasm", "application/wasm"),
        ("/boot.js", "text/javascript; charset=utf-8"),
        ("/icons/a.svg", "image/svg+xml"),
        (
            "/data/ports.tsv",
            "text/tab-separated-values; charset=utf-8",
        ),
        ("/data/world.json", "application/json"),
    ] {
        let answer = client.get(path).await.ok();
        assert_eq!(answer.header("content-type"), kind);
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let again = client
            .ask(Method::GET, path)
            .header("if-none-match", answer.header("etag"))
            .send()
            .await;
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(again.header("etag"), answer.header("etag"));
    }
    client
        .ask(Method::POST, "/boot.js")
        .send()
        .await
        .refused(ErrorCode::MethodNotAllowed);
    assert_eq!(
        client
            .ask(Method::HEAD, "/boot.js")
            .send()
            .await
            .ok()
            .header("content-length"),
        "1"
    );
}
