//! Server-sent events: "space X is at N".

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use tokio_stream::wrappers::ReceiverStream;

use crate::app::App;
use crate::live;
use crate::session::Session;

const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// A stream for the caller; it begins with the size of every space the caller may see.
pub async fn open(
    State(app): State<App>,
    session: Session,
) -> Sse<impl futures::Stream<Item = Result<Event, Infallible>>> {
    let notices = ReceiverStream::new(live::open(app, session));
    Sse::new(notices).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}
