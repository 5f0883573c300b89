//! Configuration, `hawser check`, `hawser invite`, start and refusal to start.

use std::collections::HashMap;

use hawser_backend::database::Database;
use hawser_backend::{App, Config, check, clock};
use hawser_protocol::organisation::{InvitationStage, InvitationState};
use hawser_protocol::path::{self, fill};

use crate::on_both;
use crate::support::Server;
use crate::support::server::lookup_of;

fn load(values: &[(&str, &str)]) -> Result<Config, String> {
    let values: HashMap<&str, &str> = values.iter().copied().collect();
    Config::load(|name| values.get(name).map(|value| (*value).to_owned()))
        .map_err(|error| error.to_string())
}

#[test]
fn defaults_and_the_environment() {
    let config = load(&[
        ("HAWSER_DATA", "/srv/hawser"),
        ("HAWSER_TRUSTED_PROXIES", "10.0.0.1, ::1"),
    ])
    .unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(
        config.database,
        "sqlite:///srv/hawser/hawser.sqlite?mode=rwc"
    );
    assert_eq!(config.trusted_proxies.len(), 2);
}

#[test]
fn a_wrong_value_is_named_with_what_was_expected() {
    for (key, value, expected) in [
        ("HAWSER_LISTEN", "8080", "an address and port"),
        ("HAWSER_ORIGIN", "hawser.example", "scheme, host and port"),
        (
            "HAWSER_ORIGIN",
            "https://hawser.example/app",
            "scheme, host and port",
        ),
        ("HAWSER_EXERCISE", "maybe", "true or false"),
        ("HAWSER_LOG_FORMAT", "xml", "text or json"),
        ("HAWSER_TRUSTED_PROXIES", "proxy.example", "IP addresses"),
        ("HAWSER_DATABASE", "mysql://u:secret@h/d", "sqlite://"),
        ("HAWSER_SIGN_INS_PER_MINUTE", "0", "1 or more"),
    ] {
        let error = load(&[(key, value)]).unwrap_err();
        assert!(
            error.starts_with(key) && error.contains(expected),
            "{error}"
        );
        assert!(!error.contains("secret"), "{error}");
    }
}

#[test]
fn a_file_is_read_and_the_environment_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hawser.toml");
    let name = file.to_str().unwrap();
    std::fs::write(
        &file,
        "origin = \"https://a.example\"\nexercise = true\ntrusted_proxies = [\"10.0.0.1\"]\n",
    )
    .unwrap();
    let config = load(&[
        ("HAWSER_CONFIG", name),
        ("HAWSER_ORIGIN", "https://b.example"),
    ])
    .unwrap();
    assert!(config.exercise);
    assert_eq!(
        (config.origin.as_str(), config.trusted_proxies.len()),
        ("https://b.example", 1)
    );
    std::fs::write(&file, "orgin = \"x\"\n").unwrap();
    let error = load(&[("HAWSER_CONFIG", name)]).unwrap_err();
    assert!(
        error.contains("\"orgin\" is no setting") && error.contains("origin"),
        "{error}"
    );
    std::fs::write(&file, "database = \"postgres://u:secret@h\n").unwrap();
    assert!(
        !load(&[("HAWSER_CONFIG", name)])
            .unwrap_err()
            .contains("secret")
    );
    assert!(
        load(&[("HAWSER_CONFIG", "/nowhere.toml")])
            .unwrap_err()
            .contains("/nowhere.toml")
    );
}

#[test]
fn the_configuration_is_shown_without_secrets() {
    let mut config = Config::new("/srv");
    config.database = "postgres://hawser:secret@db/hawser?password=secret".into();
    let text = config.describe();
    assert!(
        text.contains("postgres://hawser:") && !text.contains("secret"),
        "{text}"
    );
}

on_both!(check_tries_everything, |server| {
    let findings = check::check(&server.config).await;
    for finding in &findings {
        assert!(
            finding.result.is_ok(),
            "{}: {:?}",
            finding.subject,
            finding.result
        );
    }
    assert_eq!(findings.len(), 6);
});

on_both!(an_invitation_is_made_beside_a_running_server, |server| {
    let link = check::invite(&server.config, 24, &clock::system())
        .await
        .unwrap();
    let (page, fragment) = link.split_once('#').unwrap();
    assert_eq!(page, format!("{}/join", server.config.origin));
    assert!(fragment.starts_with("v1.new."));
    let lookup = lookup_of(&link);
    let state: InvitationState = server
        .client()
        .get(&fill(path::INVITATIONS_ONE, &[&lookup]))
        .await
        .json();
    assert!(matches!(
        state.stage,
        InvitationStage::Open | InvitationStage::Expired
    ));
    assert_eq!(state.organisation, None);
});

on_both!(
    a_lost_key_file_stops_the_start_once_it_is_in_use,
    |server| {
        let mut server = server;
        let files = [
            ("opaque-server-setup", "hawser-opaque-server-setup-v1 "),
            ("log-key", "hawser-log-key-v1 "),
        ];
        server.organisation().await;
        server.stop().await;
        let start = || App::builder(server.config.clone()).build();
        for (name, heading) in files {
            let key = server.folder().join(name);
            let text = std::fs::read_to_string(&key).unwrap();
            assert!(text.starts_with(heading));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                assert_eq!(
                    std::fs::metadata(&key).unwrap().permissions().mode() & 0o777,
                    0o600
                );
            }
            let kept = std::fs::read(&key).unwrap();
            std::fs::remove_file(&key).unwrap();
            let error = start().await.err().unwrap().to_string();
            assert!(
                error.contains("is missing") && error.contains("backup"),
                "{error}"
            );
            assert!(!key.exists(), "nothing takes its place");
            std::fs::write(&key, &kept[..kept.len() - 9]).unwrap();
            assert!(start().await.err().unwrap().to_string().contains("damaged"));
            std::fs::write(&key, &kept).unwrap();
        }
        start().await.unwrap().close().await;
    }
);

on_both!(
    another_log_key_or_origin_than_the_spaces_name_stops_the_start,
    |server| {
        let mut server = server;
        server.organisation().await;
        server.stop().await;
        let refused = async |config: Config| {
            let error = App::builder(config.clone()).build().await.err().unwrap();
            let findings = check::check(&config).await;
            let named = findings.iter().find(|finding| finding.subject == "log key");
            assert_eq!(named.unwrap().result, Err(error.to_string()));
            error.to_string()
        };
        let moved = Config {
            origin: "https://elsewhere.example".into(),
            ..server.config.clone()
        };
        assert!(refused(moved).await.contains("elsewhere.example"));
        let key = server.folder().join("log-key");
        let other = format!("hawser-log-key-v1 {}\n", hex::encode([5; 32]));
        std::fs::write(&key, other).unwrap();
        assert!(refused(server.config.clone()).await.contains("log-key"));
    }
);

on_both!(a_newer_database_is_refused, |server| {
    let mut server = server;
    server.stop().await;
    let database = Database::connect(&server.config.database).await.unwrap();
    let sql =
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20991231_000001_future', 1)";
    sea_orm::ConnectionTrait::execute_unprepared(database.write(), sql)
        .await
        .unwrap();
    database.close().await;
    let error = App::builder(server.config.clone())
        .build()
        .await
        .err()
        .unwrap()
        .to_string();
    assert!(
        error.contains("newer version") && error.contains("m20991231_000001_future"),
        "{error}"
    );
    let findings = check::check(&server.config).await;
    assert!(
        findings
            .iter()
            .any(|finding| finding.subject == "database" && finding.result.is_err())
    );
});

#[tokio::test]
async fn only_trusted_proxies_tell_the_address() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::new(folder.path());
    config.limits.requests = std::num::NonZeroU32::new(2).unwrap();
    config.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    let server = Server::start(config, Some(folder)).await;
    let one = fill(path::INVITATIONS_ONE, &[&"0".repeat(64)]);
    let ask = |from: &str| {
        let asking = server.client().ask(reqwest::Method::GET, &one);
        asking.header("x-forwarded-for", from).send()
    };
    for _ in 0..2 {
        assert_eq!(ask("1.1.1.1, 203.0.113.7").await.status, 404);
    }
    assert_eq!(ask("9.9.9.9, 203.0.113.7").await.status, 429);
    assert_eq!(ask("203.0.113.8, 127.0.0.1").await.status, 404);
}
