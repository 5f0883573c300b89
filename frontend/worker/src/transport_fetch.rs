//! The line to the server: `fetch`, to the page's own origin and nowhere else.

use hawser_agent::io::{HttpRequest, HttpResponse, Transport, Unreachable};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Headers, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
};

/// Cookies and origin are the browser's own; a redirect or another origin is
/// an error, and nothing is kept in the HTTP cache.
pub struct FetchTransport;

impl Transport for FetchTransport {
    /// Stays in JavaScript's memory on its way from and to the server.
    type Part = ArrayBuffer;

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Unreachable> {
        let body = (!request.body.is_empty()).then(|| Uint8Array::from(request.body.as_slice()));
        let response = fetch(&request, body.as_ref().map(AsRef::as_ref)).await?;
        whole(&response).await
    }

    async fn put_part(
        &self,
        request: HttpRequest,
        part: &ArrayBuffer,
    ) -> Result<HttpResponse, Unreachable> {
        let response = fetch(&request, Some(part.as_ref())).await?;
        whole(&response).await
    }

    async fn get_part(
        &self,
        request: HttpRequest,
    ) -> Result<Result<ArrayBuffer, HttpResponse>, Unreachable> {
        let response = fetch(&request, None).await?;
        match response.status() {
            200 | 206 => Ok(Ok(body(&response).await?)),
            _ => Ok(Err(whole(&response).await?)),
        }
    }
}

async fn fetch(request: &HttpRequest, body: Option<&JsValue>) -> Result<Response, Unreachable> {
    let answer = begin(request, body)
        .map_err(|_| Unreachable)?
        .await
        .map_err(|_| Unreachable)?;
    answer.dyn_into::<Response>().map_err(|_| Unreachable)
}

fn begin(request: &HttpRequest, body: Option<&JsValue>) -> Result<JsFuture, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    init.set_mode(RequestMode::SameOrigin);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_redirect(RequestRedirect::Error);
    init.set_cache(RequestCache::NoStore);
    if let Some(body) = body {
        init.set_body(body);
    }
    Ok(JsFuture::from(
        crate::scope().fetch_with_str_and_init(&request.path, &init),
    ))
}

async fn whole(response: &Response) -> Result<HttpResponse, Unreachable> {
    let headers = headers(&response.headers());
    let body = body(response).await?;
    let body = Uint8Array::new(&body).to_vec();
    Ok(HttpResponse {
        status: response.status(),
        headers,
        body,
    })
}

async fn body(response: &Response) -> Result<ArrayBuffer, Unreachable> {
    let buffer = JsFuture::from(response.array_buffer().map_err(|_| Unreachable)?).await;
    buffer
        .ok()
        .and_then(|buffer| buffer.dyn_into().ok())
        .ok_or(Unreachable)
}

/// Browsers tell names in lower case.
fn headers(headers: &Headers) -> Vec<(String, String)> {
    let pair = |entry: JsValue| {
        let entry = entry.dyn_into::<Array>().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    headers
        .entries()
        .into_iter()
        .flatten()
        .filter_map(pair)
        .collect()
}
