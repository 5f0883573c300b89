//! One browser profile: a cookie and the headers that a page sends.

use hawser_protocol::path::{CSRF_HEADER, CSRF_VALUE, EVENTS_TYPE, SESSION_COOKIE};
use hawser_protocol::{ErrorCode, Problem};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, ORIGIN, SET_COOKIE};
use serde::Serialize;
use serde::de::DeserializeOwned;

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    server: String,
    pub origin: String,
    pub cookie: Option<String>,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
    #[track_caller]
    pub fn problem(&self) -> Problem {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{self:?}"
        );
        serde_json::from_slice(&self.body).unwrap()
    }
    /// It was refused with this code, and the status that belongs to it.
    #[track_caller]
    pub fn refused(&self, code: ErrorCode) -> Problem {
        assert!(
            self.status >= 400,
            "answered {} {}",
            self.status,
            self.text()
        );
        let problem = self.problem();
        assert_eq!(problem.code, code, "{problem:?}");
        assert_eq!(
            (problem.status, self.status),
            (code.status(), code.status())
        );
        assert!(
            problem
                .request_id
                .is_some_and(|id| id == self.header("x-request-id"))
        );
        self.problem()
    }
    /// An event was refused, by this rule.
    #[track_caller]
    pub fn refused_by(&self, rule: &str) {
        let problem = self.refused(ErrorCode::EventRefused);
        let detail = problem.detail.unwrap();
        assert!(detail.starts_with(&format!("{rule}:")), "{detail}");
    }
    #[track_caller]
    pub fn ok(self) -> Self {
        assert!(
            (200..300).contains(&self.status),
            "{} {}",
            self.status,
            self.text()
        );
        self
    }
    #[track_caller]
    pub fn json<T: DeserializeOwned>(self) -> T {
        let answer = self.ok();
        assert_eq!(answer.header("content-type"), "application/json");
        serde_json::from_slice(&answer.body).unwrap()
    }
}

/// A request that is being made.
pub struct Asking {
    builder: reqwest::RequestBuilder,
}

impl Asking {
    pub fn header(self, name: &str, value: &str) -> Self {
        Self {
            builder: self.builder.header(name, value),
        }
    }
    pub fn bytes(self, kind: &str, body: impl Into<reqwest::Body>) -> Self {
        Self {
            builder: self.builder.header(CONTENT_TYPE, kind).body(body),
        }
    }
    pub fn body(self, body: impl Into<reqwest::Body>) -> Self {
        Self {
            builder: self.builder.body(body),
        }
    }
    pub fn json(self, body: &impl Serialize) -> Self {
        self.bytes("application/json", serde_json::to_vec(body).unwrap())
    }
    pub fn if_match(self, version: u64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }
    pub async fn open(self) -> reqwest::Response {
        self.builder.send().await.unwrap()
    }
    pub async fn send(self) -> Answer {
        let response = self.open().await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer {
            status,
            headers,
            body: response.bytes().await.unwrap().to_vec(),
        }
    }
}

impl Client {
    pub fn new(server: String, origin: String) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self {
            http,
            server,
            origin,
            cookie: None,
        }
    }

    /// The same profile at another server.
    pub fn at(&self, server: &super::Server) -> Self {
        Self {
            server: server.url(),
            ..self.clone()
        }
    }

    /// Without the headers of the page.
    pub fn bare(&self, method: Method, path: &str) -> Asking {
        let mut builder = self.http.request(method, format!("{}{path}", self.server));
        if let Some(cookie) = &self.cookie {
            builder = builder.header(COOKIE, format!("{SESSION_COOKIE}={cookie}"));
        }
        Asking { builder }
    }

    pub fn ask(&self, method: Method, path: &str) -> Asking {
        let changes = method != Method::GET;
        let asking = self.bare(method, path);
        if !changes {
            return asking;
        }
        let builder = asking
            .builder
            .header(ORIGIN, &self.origin)
            .header(CSRF_HEADER, CSRF_VALUE);
        Asking {
            builder: builder.header("sec-fetch-site", "same-origin"),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path).send().await
    }
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.ask(Method::POST, path).json(body).send().await
    }
    pub async fn put(&self, path: &str, body: &impl Serialize) -> Answer {
        self.ask(Method::PUT, path).json(body).send().await
    }
    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path).send().await
    }
    pub async fn append(&self, path: &str, body: Vec<u8>) -> Answer {
        self.ask(Method::POST, path)
            .bytes(EVENTS_TYPE, body)
            .send()
            .await
    }

    /// Keeps the cookie that an answer sets.
    #[track_caller]
    pub fn keep(&mut self, answer: &Answer) {
        let line = answer.header(SET_COOKIE.as_str());
        let value = line
            .split(';')
            .next()
            .unwrap()
            .strip_prefix("__Host-hawser=")
            .unwrap();
        assert!(
            line.contains("; Path=/;") && line.contains("; Secure; HttpOnly; SameSite=Strict"),
            "{line}"
        );
        self.cookie = Some(value.to_owned()).filter(|value| !value.is_empty());
    }
}

impl Client {
    /// A connection of one's own to the server.
    pub fn socket(&self) -> std::net::TcpStream {
        std::net::TcpStream::connect(self.server.strip_prefix("http://").unwrap()).unwrap()
    }

    /// Status of an append; `None` when the server went away.
    pub async fn try_append(&self, path: &str, body: Vec<u8>) -> Option<u16> {
        let asking = self.ask(Method::POST, path).bytes(EVENTS_TYPE, body);
        let response = asking.builder.send().await.ok()?;
        let status = response.status().as_u16();
        response.bytes().await.ok()?;
        Some(status)
    }
}
