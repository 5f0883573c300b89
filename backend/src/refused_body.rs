//! What a refused request has not sent yet.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::Request;
use futures::{Stream, StreamExt as _};
use hawser_protocol::path::MAX_APPEND;

/// More than any route takes; who sends still more loses the connection.
const MOST: usize = 2 * MAX_APPEND;
const LONGEST: Duration = Duration::from_secs(20);

/// Where a body comes to lie when a handler lets go of it before its end.
pub struct Rest(Arc<Mutex<Option<BodyDataStream>>>);

struct Watched {
    body: Option<BodyDataStream>,
    rest: Arc<Mutex<Option<BodyDataStream>>>,
}

/// Watches a request's body.
pub fn watch(request: Request) -> (Request, Rest) {
    let rest = Arc::new(Mutex::new(None));
    let watched = Arc::clone(&rest);
    let request = request.map(|body| {
        if body.is_end_stream() {
            return body;
        }
        Body::from_stream(Watched {
            body: Some(body.into_data_stream()),
            rest: watched,
        })
    });
    (request, Rest(rest))
}

impl Stream for Watched {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let polled = body.poll_next_unpin(context);
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.body = None;
        }
        polled
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        *self.rest.lock().unwrap_or_else(PoisonError::into_inner) = self.body.take();
    }
}

impl Rest {
    /// Reads and forgets it, up to a size and a time.
    pub async fn read_out(self) {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut stream) = body else { return };
        let read = async {
            let mut left = MOST;
            while let Some(Ok(bytes)) = stream.next().await {
                match left.checked_sub(bytes.len()) {
                    Some(rest) => left = rest,
                    None => return,
                }
            }
        };
        // Too slow: the connection is closed under it.
        let _ = tokio::time::timeout(LONGEST, read).await;
    }
}
