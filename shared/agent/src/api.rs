//! Typed requests over the transport; problems become failures.

use hawser_protocol::path::{ACCOUNT_HEADER, CSRF_HEADER, CSRF_VALUE};
use hawser_protocol::{ErrorCode, Problem};
use hawser_views::{Failure, Notice};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Agent;
use crate::failure::{Failed, Outcome};
use crate::io::{Clock, Environment, HttpRequest, HttpResponse, Transport, Unreachable};

/// An answer that is not a success.
pub(crate) enum Refusal {
    /// The server gave its reason.
    Problem(Box<Problem>),
    /// Something else went wrong.
    Failed(Failed),
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Problem(problem) => (*problem).into(),
            Refusal::Failed(failed) => failed,
        }
    }
}

impl<E: Environment> Agent<E> {
    /// A request with the headers that every request carries.
    pub(crate) fn request(&self, method: &'static str, path: impl Into<String>) -> HttpRequest {
        let mut headers = vec![(CSRF_HEADER, CSRF_VALUE.to_owned())];
        if let Some(session) = self.session.borrow().as_ref() {
            headers.push((ACCOUNT_HEADER, session.user().to_string()));
        }
        HttpRequest {
            method,
            path: path.into(),
            headers,
            body: Vec::new(),
        }
    }

    /// Keeps the state of the line up to date with what a request met.
    pub(crate) fn reached<T>(&self, result: Result<T, Unreachable>) -> Result<T, Unreachable> {
        let online = result.is_ok();
        let changed = {
            let mut connection = self.connection.borrow_mut();
            let changed = connection.online != online;
            connection.online = online;
            connection.offline_since_ms = match (online, connection.offline_since_ms) {
                (true, _) => None,
                (false, since) => since.or_else(|| Some(self.environment().clock().now_ms())),
            };
            changed.then(|| connection.clone())
        };
        if let Some(connection) = changed {
            self.notify(Notice::Connection(connection));
        }
        result
    }

    pub(crate) async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Refusal> {
        let response = self
            .reached(self.environment().transport().exchange(request).await)
            .map_err(|error| Refusal::Failed(error.into()))?;
        if (200..300).contains(&response.status) {
            return Ok(response);
        }
        Err(self.refusal(&response))
    }

    pub(crate) fn refusal(&self, response: &HttpResponse) -> Refusal {
        let Ok(problem) = serde_json::from_slice::<Problem>(&response.body) else {
            let failure = Failure::new("server-answer").with("status", response.status);
            return Refusal::Failed(Failed(failure));
        };
        if problem.code == ErrorCode::NotSignedIn && self.signed_in() {
            self.forget();
        }
        Refusal::Problem(Box::new(problem))
    }

    fn decode<T: DeserializeOwned>(response: &HttpResponse) -> Outcome<T> {
        serde_json::from_slice(&response.body)
            .map_err(|_| Failed(Failure::new("server-answer").with("status", response.status)))
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: impl Into<String>) -> Outcome<T> {
        let response = self.exchange(self.request("GET", path)).await?;
        Self::decode(&response)
    }

    fn json_request(
        &self,
        method: &'static str,
        path: impl Into<String>,
        body: &impl Serialize,
    ) -> Outcome<HttpRequest> {
        let mut request = self.request(method, path);
        request
            .headers
            .push(("content-type", "application/json".to_owned()));
        request.body = serde_json::to_vec(body).map_err(|_| Failed(Failure::new("bad-request")))?;
        Ok(request)
    }

    pub(crate) async fn post<T: DeserializeOwned>(
        &self,
        path: impl Into<String>,
        body: &impl Serialize,
    ) -> Outcome<T> {
        let response = self
            .exchange(self.json_request("POST", path, body)?)
            .await?;
        Self::decode(&response)
    }

    /// A changing request whose answer has no body of interest.
    pub(crate) async fn send(
        &self,
        method: &'static str,
        path: impl Into<String>,
        body: &impl Serialize,
    ) -> Outcome<()> {
        self.exchange(self.json_request(method, path, body)?)
            .await?;
        Ok(())
    }

    /// The same, only if the stored version is `version`.
    pub(crate) async fn send_if_match<T: DeserializeOwned>(
        &self,
        method: &'static str,
        path: impl Into<String>,
        version: u64,
        body: &impl Serialize,
    ) -> Outcome<Option<T>> {
        let mut request = self.json_request(method, path, body)?;
        request.headers.push(("if-match", format!("\"{version}\"")));
        let response = self.exchange(request).await?;
        if response.body.is_empty() {
            return Ok(None);
        }
        Self::decode(&response).map(Some)
    }

    pub(crate) async fn delete(&self, path: impl Into<String>) -> Outcome<()> {
        self.exchange(self.request("DELETE", path)).await?;
        Ok(())
    }
}
