//! What surrounds every route: the request id and log line, the security
//! headers, the anti-forgery check, and errors written as problems.

use axum::Json;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hawser_protocol::{ErrorCode, path};
use tracing::Instrument as _;

use crate::app::App;
use crate::clock::Stopwatch;
use crate::error::ApiError;
use crate::refused_body;

/// Header of the request id, in and out.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What a page of this deployment may do (docs: architecture, "Content-Security-Policy").
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' blob:; font-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

const SECURITY: [(HeaderName, HeaderValue); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CONTENT_SECURITY_POLICY),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        HeaderValue::from_static("require-corp"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(), \
             gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
        ),
    ),
];

/// The id of a request, as in the log and in problems.
#[derive(Clone)]
pub struct RequestId(pub String);

fn request_id(headers: &HeaderMap) -> String {
    let clean = |text: &&str| {
        (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    match headers
        .get(&REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .filter(clean)
    {
        Some(given) => given.to_owned(),
        None => hex::encode(crate::random::bytes::<8>()),
    }
}

/// A method as it may be logged: one of the usual ones, not whatever a client makes up.
fn known_method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        "PATCH" => "PATCH",
        _ => "(other)",
    }
}

/// One log line for each request: method, route template, status, time, id, and nothing else.
pub async fn observe(mut request: Request, next: Next) -> Response {
    let watch = Stopwatch::start();
    let id = request_id(request.headers());
    let method = known_method(request.method());
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(other)", MatchedPath::as_str)
        .to_owned();
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::info_span!("request", method, route, id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let latency_ms = watch.millis();
    span.in_scope(|| {
        if status >= 500 {
            tracing::warn!(status, latency_ms, "answered");
        } else {
            tracing::info!(status, latency_ms, "answered");
        }
    });
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// Writes errors as problems with their request id.
pub async fn describe(request: Request, next: Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone());
    let response = next.run(request).await;
    let Some(error) = response.extensions().get::<ApiError>() else {
        return response;
    };
    let status = response.status();
    let mut described = (status, Json(error.problem(id))).into_response();
    let headers = described.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    for name in [header::RETRY_AFTER, header::ALLOW, header::CONTENT_RANGE] {
        if let Some(value) = response.headers().get(&name) {
            headers.insert(name, value.clone());
        }
    }
    described
}

/// Reads what is left of a refused request's body before it is answered: a client that is still
/// sending would otherwise lose the answer with the connection.
pub async fn read_out(request: Request, next: Next) -> Response {
    let (request, rest) = refused_body::watch(request);
    let response = next.run(request).await;
    if response.status().is_client_error() || response.status().is_server_error() {
        rest.read_out().await;
    }
    response
}

/// Security headers on every answer.
pub async fn secure(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let private = path.starts_with("/api/") || path.starts_with("/health/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in SECURITY {
        headers.insert(name, value);
    }
    if app.config.is_https() {
        let value = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    if private {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Refuses a changing request that a page of another site could have made.
pub async fn same_site(State(app): State<App>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD)
        || is_same_site(&app, request.headers())
    {
        return next.run(request).await;
    }
    ApiError::new(ErrorCode::CrossSite).into_response()
}

fn is_same_site(app: &App, headers: &HeaderMap) -> bool {
    let value = |name: &HeaderName| headers.get(name).map(HeaderValue::as_bytes);
    let marked = headers
        .get(path::CSRF_HEADER)
        .is_some_and(|value| value.as_bytes() == path::CSRF_VALUE.as_bytes());
    let origin = value(&header::ORIGIN).is_none_or(|origin| origin == app.config.origin.as_bytes());
    let site = value(&FETCH_SITE).is_none_or(|site| site == b"same-origin" || site == b"none");
    marked && origin && site
}
