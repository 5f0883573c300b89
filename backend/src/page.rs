//! The page: part of the binary with the feature `embed-frontend`, otherwise
//! from the folder `HAWSER_PAGE`, otherwise none. Page routes get index.html.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hawser_protocol::ErrorCode;
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::error::ApiError;

/// Why the page cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The folder cannot be read.
    #[error("HAWSER_PAGE: {path}: {reason}")]
    Folder {
        /// Where.
        path: String,
        /// Why.
        reason: std::io::Error,
    },
    /// There is no index.html in it.
    #[error("HAWSER_PAGE: {0} has no index.html: build the page with `trunk build` first")]
    NoIndex(String),
}

struct File {
    bytes: Bytes,
    kind: &'static str,
    etag: HeaderValue,
}

/// The files of a page, read once: what is not among them is not served.
pub struct Page {
    files: Option<BTreeMap<String, Arc<File>>>,
}

const INDEX: &str = "/index.html";

impl Page {
    /// Reads a folder.
    pub fn load(folder: Option<&Path>) -> Result<Self, PageError> {
        let Some(folder) = folder else {
            return Ok(Self { files: None });
        };
        let mut files = BTreeMap::new();
        collect(folder, String::new(), &mut files)?;
        if !files.contains_key(INDEX) {
            return Err(PageError::NoIndex(folder.display().to_string()));
        }
        Ok(Self { files: Some(files) })
    }

    /// The file for a path; index.html for what looks like a route of the page.
    fn file(&self, path: &str) -> Option<&Arc<File>> {
        let files = self.files.as_ref()?;
        if let Some(file) = files.get(path) {
            return Some(file);
        }
        if is_route(path) {
            files.get(INDEX)
        } else {
            None
        }
    }
}

/// Whether a path can be a route of the page: no file name with an extension at its end.
pub fn is_route(path: &str) -> bool {
    !path.starts_with("/api/")
        && !path.starts_with("/health/")
        && !path.rsplit('/').next().unwrap_or_default().contains('.')
}

fn collect(
    folder: &Path,
    at: String,
    files: &mut BTreeMap<String, Arc<File>>,
) -> Result<(), PageError> {
    let wrong = |path: &Path| {
        let path = path.display().to_string();
        move |reason| PageError::Folder { path, reason }
    };
    for entry in std::fs::read_dir(folder).map_err(wrong(folder))? {
        let entry = entry.map_err(wrong(folder))?;
        let path: PathBuf = entry.path();
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        let here = format!("{at}/{name}");
        if entry.file_type().map_err(wrong(&path))?.is_dir() {
            collect(&path, here, files)?;
            continue;
        }
        let bytes = std::fs::read(&path).map_err(wrong(&path))?;
        let tag = format!("\"{}\"", hex::encode(Sha256::digest(&bytes)));
        let etag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""));
        files.insert(
            here.clone(),
            Arc::new(File {
                bytes: bytes.into(),
                kind: kind(&here),
                etag,
            }),
        );
    }
    Ok(())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whatever no route of the API has taken.
pub async fn serve(State(app): State<App>, request: Request) -> Response {
    let Some(file) = app.page.file(request.uri().path()).cloned() else {
        return ApiError::new(ErrorCode::NotFound).into_response();
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (
            [(header::ALLOW, "GET, HEAD")],
            ApiError::new(ErrorCode::MethodNotAllowed),
        )
            .into_response();
    }
    let same = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| *tag == file.etag);
    let headers = [
        (header::ETAG, file.etag.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
    ];
    if same {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, file.bytes.clone()).into_response()
}

#[cfg(feature = "embed-frontend")]
impl Page {
    /// Whether the page comes from a folder rather than from the binary.
    pub fn is_folder(&self) -> bool {
        self.files.is_some()
    }
}

/// The page in the binary: compressed, `no-cache` with entity tags, index.html for page routes.
#[cfg(feature = "embed-frontend")]
#[expect(unused_qualifications, reason = "in what memory-serve generates")]
pub fn embedded() -> axum::Router {
    use memory_serve::CacheControl;
    use tower::ServiceExt as _;

    let files: axum::Router = memory_serve::load!()
        .index_file(Some(INDEX))
        .cache_control(CacheControl::NoCache)
        .html_cache_control(CacheControl::NoCache)
        .enable_brotli(true)
        .enable_gzip(true)
        .into_router()
        .method_not_allowed_fallback(|| async { ApiError::new(ErrorCode::MethodNotAllowed) })
        .fallback(|| async { ApiError::new(ErrorCode::NotFound) });
    let with_index = move |mut request: Request| {
        let files = files.clone();
        async move {
            let known_route = is_route(request.uri().path());
            if known_route {
                *request.uri_mut() = axum::http::Uri::from_static(INDEX);
            }
            files.oneshot(request).await.into_response()
        }
    };
    axum::Router::new().fallback(with_index)
}
