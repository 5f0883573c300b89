//! A view that follows what it shows.

use hawser_views::{Command, Reply, failure::Failure};
use leptos::{prelude::*, task::spawn_local};

use super::use_agent;

/// What a page shows while the agent is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loading<T> {
    /// Asked for the first time.
    Wait,
    /// The newest answer.
    Ready(T),
    /// It could not be had.
    Failed(Failure),
}

impl<T> Loading<T> {
    /// The answer, if there is one.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Wait | Self::Failed(_) => None,
        }
    }
}

/// Asks again whenever `again` or a signal read by `command` changes, and shows the old answer until the
/// new one has come, unless the question is about something else altogether.
pub fn view<T: Clone + Send + Sync + 'static>(
    command: impl Fn() -> Command + 'static,
    again: Signal<u64>,
    pick: fn(Reply) -> Option<T>,
) -> ReadSignal<Loading<T>> {
    let link = use_agent();
    let (state, set_state) = signal(Loading::Wait);
    let newest = StoredValue::new(0_u64);
    Effect::new(move |before: Option<String>| {
        // Read, not only tracked: a memo that nobody has read yet tells nobody that it changed.
        again.get();
        link.again.get();
        let command = command();
        let subject = subject(&command);
        if before.is_some_and(|before| before != subject) {
            set_state.set(Loading::Wait);
        }
        let turn = newest.get_value() + 1;
        newest.set_value(turn);
        spawn_local(async move {
            let answer = link
                .ask(command)
                .await
                .and_then(|reply| pick(reply).ok_or_else(|| Failure::new("unknown")));
            // Whoever asked may have gone, or have asked anew.
            if newest.try_get_value() != Some(turn) {
                return;
            }
            let _ = set_state.try_update(|state| match answer {
                Ok(value) => *state = Loading::Ready(value),
                Err(failure) if failure.code == "offline" && state.ready().is_some() => {}
                Err(failure) => *state = Loading::Failed(failure),
            });
        });
        subject
    });
    state
}

/// What a question is about: all of it but which stretch is shown.
fn subject(command: &Command) -> String {
    let mut value = serde_json::to_value(command).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        for stretch in ["offset", "limit", "by-happened", "by_happened"] {
            fields.remove(stretch);
        }
    }
    value.to_string()
}
