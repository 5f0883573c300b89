//! Every changing route refuses what another site could have made.

use hawser_protocol::ErrorCode;
use hawser_protocol::path::{CSRF_HEADER, CSRF_VALUE};
use reqwest::Method;

use crate::support::Server;

/// Methods and paths of the API document that change something.
fn changing(document: &serde_json::Value) -> Vec<(Method, String)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for name in ["post", "put", "delete", "patch"] {
            if item.get(name).is_some() {
                let filled = path
                    .replace("{space}", &"0".repeat(64))
                    .replace("{lookup}", &"0".repeat(64))
                    .replace("{part}", "0");
                let filled: Vec<String> = filled
                    .split('/')
                    .map(|part| {
                        if part.starts_with('{') {
                            "0".repeat(32)
                        } else {
                            part.to_owned()
                        }
                    })
                    .collect();
                found.push((name.to_uppercase().parse().unwrap(), filled.join("/")));
            }
        }
    }
    found
}

#[tokio::test]
async fn attack_29_every_changing_route_refuses_another_site() {
    let server = Server::on_sqlite().await;
    let person = server.register(&server.invite().await).await;
    let document: serde_json::Value = person
        .client
        .get(hawser_protocol::path::OPENAPI)
        .await
        .json();
    let routes = changing(&document);
    assert!(routes.len() >= 20, "{}", routes.len());
    for (method, path) in routes {
        println!("{method} {path}");
        let bare = || person.client.bare(method.clone(), &path);
        let marked = || bare().header(CSRF_HEADER, CSRF_VALUE);
        bare().send().await.refused(ErrorCode::CrossSite);
        bare()
            .header(CSRF_HEADER, "0")
            .send()
            .await
            .refused(ErrorCode::CrossSite);
        for origin in ["https://evil.example", "null", "http://localhost", ""] {
            marked()
                .header("origin", origin)
                .send()
                .await
                .refused(ErrorCode::CrossSite);
        }
        for site in ["cross-site", "same-site"] {
            marked()
                .header("sec-fetch-site", site)
                .send()
                .await
                .refused(ErrorCode::CrossSite);
        }
    }
    // Nothing of it has ended the session, and what the page itself asks goes through.
    person.client.get(hawser_protocol::path::SESSION).await.ok();
    let signed_out = person
        .client
        .bare(Method::DELETE, hawser_protocol::path::SESSION);
    signed_out
        .header(CSRF_HEADER, CSRF_VALUE)
        .header("sec-fetch-site", "none")
        .send()
        .await
        .ok();
}
