//! Exercise TIDEMARK, written by real agents through the real interface.
//!
//! Everything in it is invented: States with user-assigned codes, people who
//! are functions, ports in mid-ocean. Times are relative to the first run.

mod cast;
mod picture;
mod santa_brisa;
mod tidemark;

pub use cast::{Cast, SIGN_INS};
pub use picture::{photo, statement_pdf};

use crate::headless::clock::HeadlessClock;

const HOUR: i64 = 3_600_000;

/// The one clock of the exercise: everyone in it shows the same time, and the
/// play moves it from weeks ago to now.
#[derive(Clone)]
pub struct Stage {
    clock: HeadlessClock,
}

impl Stage {
    fn hours_ago(&self, hours: i64) {
        self.clock.stop_at(None);
        let now = hawser_agent::io::Clock::now_ms(&HeadlessClock::default());
        self.clock.stop_at(Some(now - hours * HOUR));
    }
    fn now_ms(&self) -> i64 {
        hawser_agent::io::Clock::now_ms(&self.clock)
    }
}

/// Fills a server with the exercise. `invite` gives an operator's invitation each time it is asked.
pub async fn play(
    origin: &str,
    invite: impl AsyncFn() -> anyhow::Result<String>,
    tell: impl Fn(&str),
) -> anyhow::Result<()> {
    let cast = Cast::assemble(origin, invite, &tell).await?;
    tidemark::play(&cast, &tell).await
}
