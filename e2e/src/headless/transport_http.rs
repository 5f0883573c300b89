//! HTTP to a server on this machine, as a browser's `fetch` would do it: own
//! session cookie, origin told, no redirect followed.

#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use hawser_agent::io::{HttpRequest, HttpResponse, Transport, Unreachable};
use hawser_protocol::path::SESSION_COOKIE;
use reqwest::header::{COOKIE, HeaderMap, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};

/// The line of one profile.
pub struct HttpTransport {
    client: Option<Client>,
    server: String,
    origin: String,
    cookie: Rc<RefCell<Option<String>>>,
    is_online: Rc<Cell<bool>>,
}

impl HttpTransport {
    /// To `server`, in the name of a page of `origin`.
    pub fn new(
        server: &str,
        origin: &str,
        cookie: Rc<RefCell<Option<String>>>,
        is_online: Rc<Cell<bool>>,
    ) -> Self {
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .ok();
        Self {
            client,
            server: server.to_owned(),
            origin: origin.to_owned(),
            cookie,
            is_online,
        }
    }

    async fn send(&self, request: &HttpRequest, body: Vec<u8>) -> Result<Response, Unreachable> {
        if !self.is_online.get() {
            return Err(Unreachable);
        }
        let client = self.client.as_ref().ok_or(Unreachable)?;
        let method = Method::from_bytes(request.method.as_bytes()).map_err(|_| Unreachable)?;
        let mut sending = client
            .request(method.clone(), format!("{}{}", self.server, request.path))
            .header("sec-fetch-site", "same-origin");
        if method != Method::GET {
            sending = sending.header(ORIGIN, &self.origin);
        }
        if let Some(cookie) = self.cookie.borrow().as_ref() {
            sending = sending.header(COOKIE, format!("{SESSION_COOKIE}={cookie}"));
        }
        for (name, value) in &request.headers {
            sending = sending.header(*name, value);
        }
        if !body.is_empty() {
            sending = sending.body(body);
        }
        let response = sending.send().await.map_err(|_| Unreachable)?;
        if response.status().is_redirection() || !self.is_online.get() {
            return Err(Unreachable);
        }
        self.keep_cookie(response.headers());
        Ok(response)
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        for line in headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
        {
            if let Some(change) = session_cookie(line) {
                *self.cookie.borrow_mut() = change;
            }
        }
    }
}

impl Transport for HttpTransport {
    type Part = Vec<u8>;

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Unreachable> {
        let response = self.send(&request, request.body.clone()).await?;
        whole(response).await
    }

    async fn put_part(
        &self,
        request: HttpRequest,
        part: &Vec<u8>,
    ) -> Result<HttpResponse, Unreachable> {
        let response = self.send(&request, part.clone()).await?;
        whole(response).await
    }

    async fn get_part(
        &self,
        request: HttpRequest,
    ) -> Result<Result<Vec<u8>, HttpResponse>, Unreachable> {
        let response = whole(self.send(&request, Vec::new()).await?).await?;
        Ok(if matches!(response.status, 200 | 206) {
            Ok(response.body)
        } else {
            Err(response)
        })
    }
}

async fn whole(response: Response) -> Result<HttpResponse, Unreachable> {
    let status = response.status().as_u16();
    let text = |value: &reqwest::header::HeaderValue| {
        String::from_utf8_lossy(value.as_bytes()).into_owned()
    };
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str().to_owned(), text(value)))
        .collect();
    let body = response.bytes().await.map_err(|_| Unreachable)?.to_vec();
    Ok(HttpResponse {
        status,
        headers,
        body,
    })
}

/// What a `Set-Cookie` line does to the session cookie: sets it, or removes it
/// (`Some(None)`). `None` when it names another cookie, or one that a browser
/// refuses under the `__Host-` prefix (RFC 6265bis, section 4.1.3.2).
#[expect(clippy::option_option, reason = "no change, removed, set")]
fn session_cookie(line: &str) -> Option<Option<String>> {
    let mut pieces = line.split(';').map(str::trim);
    let (name, value) = pieces.next()?.split_once('=')?;
    let attributes: Vec<String> = pieces.map(str::to_ascii_lowercase).collect();
    let has = |attribute: &str| attributes.iter().any(|found| found == attribute);
    let has_domain = attributes.iter().any(|found| found.starts_with("domain"));
    if name != SESSION_COOKIE || !has("secure") || !has("path=/") || has_domain {
        return None;
    }
    let is_removed = value.is_empty() || has("max-age=0");
    Some((!is_removed).then(|| value.to_owned()))
}
