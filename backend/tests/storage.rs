//! A disk that fails, a server that is killed.

use std::io::{BufRead as _, Write as _};
use std::process::{Child, Command, Stdio};

use hawser_ledger::Frame;
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobCreate, BlobState, PART_HASH_HEADER};
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::Pulled;
use sha2::{Digest as _, Sha256};

use crate::support::ledger::random;
use crate::support::{Client, Server};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn storage_that_fails_is_told_and_shows_nothing_half_written() {
    let server = Server::on_sqlite().await;
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let blob = hawser_ledger::BlobId(random());
    let client = &administrator.client;
    client
        .post(
            &case.path(path::BLOBS),
            &BlobCreate {
                blob,
                body_length: 100,
            },
        )
        .await
        .ok();
    let in_blob = |template: &str| fill(template, &[&case.id.to_string(), &blob.to_string(), "0"]);
    let put = || {
        let asking = client.ask(reqwest::Method::PUT, &in_blob(path::BLOBS_PART));
        asking
            .header(PART_HASH_HEADER, &hex::encode(Sha256::digest([5; 100])))
            .body(vec![5; 100])
            .send()
    };
    // A file where the folder should be: nothing can be written under it.
    let folder = server.folder().join("blobs");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "").unwrap();
    put().await.refused(ErrorCode::StorageUnavailable);
    let state: BlobState = client.get(&in_blob(path::BLOBS_STATE)).await.json();
    assert!(state.parts.is_empty());
    std::fs::remove_file(&folder).unwrap();
    std::fs::create_dir(&folder).unwrap();
    put().await.ok();
}

/// The server as a process of its own.
struct Process(Child);

impl Process {
    async fn start(server: &Server) -> (Self, Client) {
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let child = Command::new(env!("CARGO_BIN_EXE_hawser"))
            .arg("serve")
            .env_clear()
            .env("HAWSER_DATA", server.folder())
            .env("HAWSER_LISTEN", format!("127.0.0.1:{port}"))
            .env("HAWSER_ORIGIN", &server.config.origin)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let client = Client::new(
            format!("http://127.0.0.1:{port}"),
            server.config.origin.clone(),
        );
        let mut process = Self(child);
        let mut log = std::io::BufReader::new(process.0.stderr.take().unwrap());
        tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            while !line.contains("serving") {
                line.clear();
                assert!(log.read_line(&mut line).unwrap() > 0, "it ended");
            }
            // Goes on reading, or the pipe fills up.
            std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        })
        .await
        .unwrap();
        (process, client)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_loses_nothing_that_was_acknowledged() {
    let mut server = Server::on_sqlite().await;
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let blob = hawser_ledger::BlobId(random());
    let body = vec![3; 2 * path::PART_BODY as usize];
    let create = BlobCreate {
        blob,
        body_length: body.len() as u64,
    };
    administrator
        .client
        .post(&case.path(path::BLOBS), &create)
        .await
        .ok();
    let in_blob = |template: &str, part: &str| {
        fill(template, &[&case.id.to_string(), &blob.to_string(), part])
    };
    let (part_path, state_path) = (
        in_blob(path::BLOBS_PART, "1"),
        in_blob(path::BLOBS_STATE, ""),
    );
    server.stop().await;
    // Sessions began at the test's own time; a process has the machine's.
    let begin = hawser_backend::clock::system()();
    let sql = format!("UPDATE sessions SET created_ms = {begin}, seen_ms = {begin}");
    let database = hawser_backend::database::Database::connect(&server.config.database)
        .await
        .unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(database.write(), &sql)
        .await
        .unwrap();
    database.close().await;

    let hash = hex::encode(Sha256::digest(&body[path::PART_BODY as usize..]));
    for round in 0..4_u64 {
        let (mut process, mut client) = Process::start(&server).await;
        client.cookie.clone_from(&administrator.client.cookie);
        // Half a part is under way when it is killed.
        let address = client.get(path::DEPLOYMENT).await.ok();
        drop(address);
        let head = format!(
            "PUT {part_path} HTTP/1.1\r\nhost: x\r\nx-hawser: 1\r\ncookie: {}={}\r\n{PART_HASH_HEADER}: {hash}\r\ncontent-length: {}\r\n\r\n",
            path::SESSION_COOKIE,
            client.cookie.as_ref().unwrap(),
            path::PART_BODY,
        );
        let mut socket = client.socket();
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(&body[..1_000_000]).unwrap();
        let killer = tokio::task::spawn_blocking(move || {
            std::thread::sleep(std::time::Duration::from_millis(30 + 40 * round));
            process.0.kill().unwrap();
            process.0.wait().unwrap();
        });
        loop {
            let mut draft = case.draft();
            draft
                .content(team, &administrator.key)
                .content(team, &administrator.key);
            match client
                .try_append(&case.path(path::EVENTS), draft.append.encode())
                .await
            {
                Some(200) => case.chain = draft.chain,
                Some(status) => panic!("{status}"),
                None => break,
            }
        }
        killer.await.unwrap();
        let (_process, mut client) = Process::start(&server).await;
        client.cookie.clone_from(&administrator.client.cookie);
        let acknowledged = case.chain.size();
        let mut frames = Vec::new();
        loop {
            let answer = client
                .get(&format!(
                    "{}?from={}",
                    case.path(path::EVENTS),
                    frames.len()
                ))
                .await
                .ok();
            let more = Pulled::decode(&answer.body).unwrap().frames;
            if more.is_empty() {
                break;
            }
            frames.extend(more);
        }
        let found = frames.len() as u64;
        assert!(
            found == acknowledged || found == acknowledged + 2,
            "{found} of {acknowledged}"
        );
        let mut chain = None;
        for frame in frames {
            let Frame::Event(bytes) = frame else {
                panic!("withheld")
            };
            let event = hawser_ledger::Event::decode(&bytes).unwrap();
            match &mut chain {
                None => chain = Some(hawser_ledger::Chain::found(&event).unwrap()),
                Some(chain) => drop(chain.accept(&event).unwrap()),
            }
        }
        case.chain = chain.unwrap();
        let state: BlobState = client.get(&state_path).await.json();
        assert!(state.parts.is_empty() && !state.finished);
    }
    assert!(case.chain.size() > 3, "something was appended");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_end_it_ends_in_time() {
    let mut server = Server::on_sqlite().await;
    server.stop().await;
    let (mut process, client) = Process::start(&server).await;
    client.get(path::HEALTH_READY).await.ok();
    let id = process.0.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    let ended = tokio::task::spawn_blocking(move || process.0.wait().unwrap());
    let status = tokio::time::timeout(std::time::Duration::from_secs(10), ended)
        .await
        .expect("within ten seconds");
    assert!(status.unwrap().success());
}
