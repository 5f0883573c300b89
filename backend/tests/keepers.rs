//! A deployment whose spaces name independent log keepers.

use std::time::Duration;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse as _;
use axum::routing::post;
use hawser_backend::Config;
use hawser_ledger::log::cosignature::confirmed_by;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::{LogKey, Note, NoteKey};
use hawser_protocol::ErrorCode;
use hawser_protocol::account::Deployment;
use hawser_protocol::path;
use hawser_protocol::space::{Confirmations, LiveNotice};

use crate::live::Stream;
use crate::on_both;
use crate::support::keeper::Keeper;
use crate::support::{Person, Server, Space};

/// The server with these keepers, and they at work for it.
async fn with(mut server: Server, keepers: &mut [Keeper]) -> Server {
    server.config.log_keepers = keepers.iter().map(Keeper::at).collect();
    let server = server.restart().await;
    for keeper in keepers {
        keeper
            .keep(&server.config.origin, server.app.log_key())
            .await;
    }
    server
}

/// Which keepers have confirmed what size, in the order of `keepers`.
async fn confirmed(server: &Server, space: &Space, who: &Person, keepers: &[Keeper]) -> Vec<u64> {
    let found: Confirmations = who
        .client
        .get(&space.path(path::CONFIRMATIONS))
        .await
        .json();
    sizes(server, space, keepers, &found)
}

fn sizes(server: &Server, space: &Space, keepers: &[Keeper], found: &Confirmations) -> Vec<u64> {
    let log = LogKey::of(&server.config.origin, space.id, server.app.log_key()).unwrap();
    let mut sizes = vec![0; keepers.len()];
    for note in &found.notes {
        let size = log.open(note.as_bytes()).unwrap().checkpoint.size;
        let note = Note::parse(note.as_bytes()).unwrap();
        for (at, keeper) in keepers.iter().enumerate() {
            let by = confirmed_by(&note, &[*keeper.key.public()]).unwrap();
            if !by.is_empty() {
                sizes[at] = size;
            }
        }
    }
    sizes
}

async fn until(wanted: &[u64], found: impl AsyncFn() -> Vec<u64>) {
    for _ in 0..200 {
        if found().await == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{:?} instead of {wanted:?}", found().await);
}

on_both!(two_keepers_confirm_what_is_appended, |server| {
    let mut keepers = [
        Keeper::new("one.example").await,
        Keeper::new("two.example").await,
    ];
    let server = with(server, &mut keepers).await;
    let deployment: Deployment = server.client().get(path::DEPLOYMENT).await.json();
    let told: Vec<String> = keepers.iter().map(|keeper| keeper.key.text()).collect();
    assert_eq!(deployment.log_keepers, told);

    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let (_, stranger) = server.organisation().await;
    let mut live = Stream::open(&administrator.client).await;
    for count in [1, 300, 2] {
        case.append(&administrator, |draft| {
            for _ in 0..count {
                draft.content(team, &administrator.key);
            }
        })
        .await;
        let size = case.chain.size();
        until(&[size, size], async || {
            confirmed(&server, &case, &administrator, &keepers).await
        })
        .await;
    }
    live.until(&LiveNotice::Confirmed { space: case.id }).await;
    let path = case.path(path::CONFIRMATIONS);
    stranger
        .client
        .get(&path)
        .await
        .refused(ErrorCode::NotFound);
    stranger
        .client
        .post(&path, &())
        .await
        .refused(ErrorCode::NotFound);
});

on_both!(a_keeper_that_is_down_holds_up_nobody, |server| {
    let mut keepers = [
        Keeper::new("one.example").await,
        Keeper::new("two.example").await,
    ];
    let server = with(server, &mut keepers).await;
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let founded = case.chain.size();
    until(&[founded, founded], async || {
        confirmed(&server, &case, &administrator, &keepers).await
    })
    .await;
    keepers[1].stop().await;
    for _ in 0..5 {
        case.append(&administrator, |draft| {
            draft.content(team, &administrator.key);
        })
        .await;
    }
    let size = case.chain.size();
    until(&[size, founded], async || {
        confirmed(&server, &case, &administrator, &keepers).await
    })
    .await;
    keepers[1].start().await;
    // Asked at once, whenever it would have been asked again.
    let path = case.path(path::CONFIRMATIONS);
    let found: Confirmations = administrator.client.post(&path, &()).await.json();
    assert_eq!(sizes(&server, &case, &keepers, &found), [size, size]);

    // What the server learnt is there after a restart, and what grew meanwhile is asked for.
    keepers[0].stop().await;
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    until(&[size, size + 1], async || {
        confirmed(&server, &case, &administrator, &keepers).await
    })
    .await;
    let server = server.restart().await;
    keepers[0].start().await;
    until(&[size + 1, size + 1], async || {
        confirmed(&server, &case, &administrator, &keepers).await
    })
    .await;
});

/// Takes connections and never answers.
async fn silent() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut taken = Vec::new();
        while let Ok(connection) = listener.accept().await {
            taken.push(connection);
        }
    });
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_keeper_that_never_answers_does_not_hold_up_what_enough_confirm() {
    let mut keepers = [
        Keeper::new("one.example").await,
        Keeper::new("two.example").await,
        Keeper::new("three.example").await,
    ];
    let mut server = Server::on_sqlite().await;
    server.config.log_keepers = keepers.iter().map(Keeper::at).collect();
    server.config.log_keepers[1].address = silent().await.parse().unwrap();
    let server = server.restart().await;
    for keeper in &mut keepers {
        keeper
            .keep(&server.config.origin, server.app.log_key())
            .await;
    }
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let path = case.path(path::CONFIRMATIONS);
    let size = case.chain.size();
    // Well before the one that is silent is given up.
    let asked = administrator.client.post(&path, &());
    let asked = tokio::time::timeout(Duration::from_secs(4), asked).await;
    let found: Confirmations = asked.expect("an answer").json();
    assert_eq!(sizes(&server, &case, &keepers, &found), [size, 0, size]);
}

on_both!(a_log_that_is_refused_holds_up_no_other, |server| {
    let mut keepers = [Keeper::new("one.example").await];
    let server = with(server, &mut keepers).await;
    let (organisation, administrator) = server.organisation().await;
    let mut cases = Vec::new();
    for _ in 0..3 {
        cases.push(server.case(&administrator, &[&organisation]).await);
    }
    cases.sort_by_key(|(case, _)| case.id);
    // All but the last are refused, and stand before it in every order by name.
    keepers[0].stop().await;
    keepers[0].config.logs[0].spaces = Some(vec![cases[2].0.id]);
    keepers[0].start().await;
    for (case, team) in &mut cases {
        case.append(&administrator, |draft| {
            draft.content(*team, &administrator.key);
        })
        .await;
    }
    let case = &cases[2].0;
    let size = case.chain.size();
    until(&[size], async || {
        confirmed(&server, case, &administrator, &keepers).await
    })
    .await;
});

/// Answers everything in the same way.
async fn liar(
    answer: impl Fn() -> axum::response::Response + Clone + Send + Sync + 'static,
) -> String {
    let router = Router::new().route("/add-checkpoint", post(move || async move { answer() }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_keeper_that_lies_confirms_nothing() {
    let size = |body: &'static str| {
        move || {
            (
                StatusCode::CONFLICT,
                [(header::CONTENT_TYPE, "text/x.tlog.size")],
                body,
            )
                .into_response()
        }
    };
    let line = "\u{2014} one.example AAAAAAAAAAAAAAAAAAAAAAAA\n";
    let addresses = [
        liar(|| "".into_response()).await,
        liar(|| "garbage\n".into_response()).await,
        liar(move || line.into_response()).await,
        liar(|| vec![b'a'; 1 << 20].into_response()).await,
        liar(size("18446744073709551615\n")).await,
        liar(size("1\n")).await,
        liar(size("-1\n")).await,
        liar(|| (StatusCode::FOUND, [(header::LOCATION, "/add-checkpoint")]).into_response()).await,
    ];
    let keeper = Keeper::new("one.example").await;
    for address in addresses {
        let mut server = Server::on_sqlite().await;
        let mut at = keeper.at();
        at.address = address.parse().unwrap();
        server.config.log_keepers = vec![at];
        let server = server.restart().await;
        let (organisation, administrator) = server.organisation().await;
        let (case, _) = server.case(&administrator, &[&organisation]).await;
        let path = case.path(path::CONFIRMATIONS);
        let found: Confirmations = administrator.client.post(&path, &()).await.json();
        assert!(found.notes.is_empty(), "{address}: {found:?}");
    }
}

#[test]
fn keepers_are_configured_by_key_and_address() {
    let load = |value: &str| {
        Config::load(|name| (name == "HAWSER_LOG_KEEPERS").then(|| value.to_owned()))
            .map_err(|error| error.to_string())
    };
    let key =
        |byte| NoteKey::new("keeper.example", NoteAlgorithm::Cosignature, [byte; 32]).unwrap();
    let (one, other) = (key(7).text(), key(8).text());
    let good = format!("{one} https://keeper.example/a, {other} http://127.0.0.1:1");
    let config = load(&good).unwrap();
    assert_eq!(config.log_keepers[0].key, key(7));
    assert!(
        config
            .describe()
            .contains(&format!("{one} https://keeper.example/a"))
    );
    for wrong in [
        one.clone(),
        format!("{one} keeper.example"),
        format!("{one} file:///keeper"),
        format!("{one} https://somebody:secret@keeper.example"),
        format!("{} https://keeper.example", one.replace("+B", "+A")),
        format!("{one} https://keeper.example, {one} https://keeper.example"),
    ] {
        let error = load(&wrong).unwrap_err();
        assert!(error.starts_with("HAWSER_LOG_KEEPERS"), "{error}");
    }
}
