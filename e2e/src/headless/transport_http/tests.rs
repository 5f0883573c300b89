use hawser_agent::io::{HttpRequest, Transport as _, Unreachable};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::session_cookie;
use crate::headless::profile::Profile;

const COOKIE: &str = "set-cookie: __Host-hawser=abc; Path=/; Secure; HttpOnly; SameSite=Strict";
const NO_COOKIE: &str = "set-cookie: __Host-hawser=; Path=/; Secure; Max-Age=0";

/// A server that tells back at `/echo` what it was sent.
async fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    origin
}

async fn answer(mut stream: TcpStream) {
    let mut received = Vec::new();
    let head = loop {
        if stream.read_buf(&mut received).await.unwrap() == 0 {
            return;
        }
        if let Some(end) = received.windows(4).position(|four| four == b"\r\n\r\n") {
            break String::from_utf8(received.drain(..end + 4).collect()).unwrap();
        }
    };
    let told = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(&format!("{name}: ")))
            .unwrap_or("-")
    };
    let length = told("content-length").parse().unwrap_or(0);
    while received.len() < length {
        stream.read_buf(&mut received).await.unwrap();
    }
    let mut first_line = head.split(' ');
    let (method, path) = (first_line.next().unwrap(), first_line.next().unwrap());
    let echo = format!(
        "{method} {} {} {} {}",
        told("origin"),
        told("cookie"),
        told("x-hawser"),
        received.len()
    );
    let (status, header, body) = match path {
        "/echo" => ("200 OK", COOKIE, echo.as_str()),
        "/gone" => ("200 OK", NO_COOKIE, "bye"),
        "/moved" => ("303 See Other", "location: /echo", ""),
        _ => ("404 Not Found", "x-none: 1", "no"),
    };
    let answer = format!(
        "HTTP/1.1 {status}\r\n{header}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes()).await.unwrap();
}

fn request(method: &'static str, path: &str) -> HttpRequest {
    HttpRequest {
        method,
        path: path.to_owned(),
        headers: vec![("x-hawser", "1".to_owned())],
        body: Vec::new(),
    }
}

async fn told(profile: &Profile, method: &'static str, path: &str) -> String {
    let response = profile
        .transport()
        .exchange(request(method, path))
        .await
        .unwrap();
    assert_eq!(response.status, 200);
    String::from_utf8(response.body).unwrap()
}

#[tokio::test]
async fn it_keeps_the_session_cookie_until_the_server_takes_it_back() {
    let origin = server().await;
    let profile = Profile::new(&origin);
    assert_eq!(told(&profile, "GET", "/echo").await, "GET - - 1 0");
    assert_eq!(profile.cookie().as_deref(), Some("abc"));
    assert_eq!(
        told(&profile, "DELETE", "/echo").await,
        format!("DELETE {origin} __Host-hawser=abc 1 0")
    );
    told(&profile, "GET", "/gone").await;
    assert_eq!(profile.cookie(), None);
}

#[tokio::test]
async fn parts_travel_both_ways() {
    let transport = Profile::new(&server().await).transport();
    let answer = transport
        .put_part(request("PUT", "/echo"), &vec![1; 4_195_328])
        .await
        .unwrap();
    assert!(
        String::from_utf8(answer.body)
            .unwrap()
            .ends_with(" 4195328")
    );
    assert_eq!(
        transport
            .get_part(request("GET", "/gone"))
            .await
            .unwrap()
            .ok(),
        Some(b"bye".to_vec())
    );
    let refused = transport
        .get_part(request("GET", "/missing"))
        .await
        .unwrap()
        .err()
        .unwrap();
    assert_eq!(
        (refused.status, refused.body.as_slice()),
        (404, b"no".as_slice())
    );
}

#[tokio::test]
async fn a_redirect_and_a_pulled_plug_are_the_same_as_no_server() {
    let profile = Profile::new(&server().await);
    assert_eq!(
        profile
            .transport()
            .exchange(request("GET", "/moved"))
            .await
            .err(),
        Some(Unreachable)
    );
    profile.set_online(false);
    assert_eq!(
        profile
            .transport()
            .exchange(request("GET", "/echo"))
            .await
            .err(),
        Some(Unreachable)
    );
    profile.set_online(true);
    assert!(
        profile
            .transport()
            .exchange(request("GET", "/echo"))
            .await
            .is_ok()
    );
}

#[test]
fn a_cookie_that_a_browser_would_refuse_is_not_kept() {
    let kept = Some(Some("abc".to_owned()));
    assert_eq!(session_cookie("__Host-hawser=abc; Secure; Path=/"), kept);
    assert_eq!(
        session_cookie("__Host-hawser=abc; path=/; HttpOnly; secure"),
        kept
    );
    for refused in [
        "__Host-hawser=abc; Path=/",
        "__Host-hawser=abc; Secure; Path=/api",
        "__Host-hawser=abc; Secure; Path=/; Domain=example.org",
        "other=abc; Secure; Path=/",
        "nonsense",
    ] {
        assert_eq!(session_cookie(refused), None, "{refused}");
    }
}
