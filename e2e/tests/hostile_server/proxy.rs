//! A server that passes everything on, and changes what a test tells it to.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Largest body that passes, in bytes.
const MOST: usize = 64 << 20;

/// What a browser asks.
pub struct Question {
    pub method: Method,
    /// Path and query.
    pub target: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// What it is answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

type Twist = Box<dyn FnMut(&mut Question) + Send>;
type Lie = Box<dyn FnMut(&Question, &mut Answer) + Send>;

#[derive(Default)]
struct Lies {
    twists: Vec<Twist>,
    lies: Vec<Lie>,
}

struct Between {
    server: String,
    origin: String,
    client: reqwest::Client,
    lies: Mutex<Lies>,
}

/// The server as its victims see it.
pub struct Proxy {
    origin: String,
    between: Arc<Between>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Proxy {
    /// Stands before the server of an origin, honest for now.
    pub async fn before(server: &str) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://localhost:{}", listener.local_addr()?.port());
        let between = Arc::new(Between {
            server: server.to_owned(),
            origin: origin.clone(),
            client: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                .build()?,
            lies: Mutex::default(),
        });
        let router = Router::new()
            .fallback(pass)
            .with_state(Arc::clone(&between));
        let task = tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            origin,
            between,
            task,
        })
    }

    /// Where it stands.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    fn lies(&self) -> std::sync::MutexGuard<'_, Lies> {
        self.between
            .lies
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is asked before the server sees it.
    pub fn twist(&self, twist: impl FnMut(&mut Question) + Send + 'static) {
        self.lies().twists.push(Box::new(twist));
    }

    /// Changes what is answered.
    pub fn lie(&self, lie: impl FnMut(&Question, &mut Answer) + Send + 'static) {
        self.lies().lies.push(Box::new(lie));
    }

    /// Tells the truth again.
    pub fn repent(&self) {
        *self.lies() = Lies::default();
    }
}

async fn pass(State(between): State<Arc<Between>>, request: Request) -> Response {
    passed(&between, request)
        .await
        .unwrap_or_else(|_| answered(StatusCode::BAD_GATEWAY, HeaderMap::new(), Body::empty()))
}

fn answered(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

async fn passed(between: &Between, request: Request) -> anyhow::Result<Response> {
    let (parts, body) = request.into_parts();
    let target = parts
        .uri
        .path_and_query()
        .map_or("/", axum::http::uri::PathAndQuery::as_str);
    let mut question = Question {
        method: parts.method,
        target: target.to_owned(),
        headers: parts.headers,
        body: to_bytes(body, MOST).await?.to_vec(),
    };
    let locked = || between.lies.lock().unwrap_or_else(PoisonError::into_inner);
    {
        let mut lies = locked();
        lies.twists
            .iter_mut()
            .for_each(|twist| twist(&mut question));
    }
    // A browser behind it takes it for the server itself.
    if question
        .headers
        .get("origin")
        .is_some_and(|from| *from == *between.origin)
    {
        question.headers.insert("origin", between.server.parse()?);
    }
    for name in ["host", "content-length", "transfer-encoding", "connection"] {
        question.headers.remove(name);
    }
    let response = between
        .client
        .request(
            question.method.clone(),
            format!("{}{}", between.server, question.target),
        )
        .headers(question.headers.clone())
        .body(question.body.clone())
        .send()
        .await?;
    let (status, mut headers) = (response.status(), response.headers().clone());
    for name in ["content-length", "transfer-encoding", "connection"] {
        headers.remove(name);
    }
    // The live line never ends: it passes as it comes.
    let is_live = headers
        .get("content-type")
        .is_some_and(|media| media.as_bytes().starts_with(b"text/event-stream"));
    if is_live {
        return Ok(answered(
            status,
            headers,
            Body::from_stream(response.bytes_stream()),
        ));
    }
    let mut answer = Answer {
        status,
        headers,
        body: response.bytes().await?.to_vec(),
    };
    locked()
        .lies
        .iter_mut()
        .for_each(|lie| lie(&question, &mut answer));
    Ok(answered(answer.status, answer.headers, answer.body.into()))
}
