//! The time, as a parameter: tests own it.

use std::sync::Arc;

/// Gives milliseconds since 1970-01-01T00:00:00Z.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// The machine's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock and hands it in"
)]
pub fn system() -> Clock {
    Arc::new(|| {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |since| {
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            })
    })
}

/// How long something took; not the time of day.
#[derive(Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins.
    #[expect(
        clippy::disallowed_methods,
        reason = "measures a duration for the log, decides nothing"
    )]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }
    /// Milliseconds since.
    pub fn millis(self) -> u64 {
        u64::try_from(self.0.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
