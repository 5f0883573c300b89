//! Exercise TIDEMARK and its programme FAIRWAY, written by real agents through the real interface.
//!
//! Everything in it is invented: States with user-assigned codes, people who
//! are functions, ports in mid-ocean. Times are relative to the first run.

mod cast;
mod fairway;
mod picture;
mod sample;
mod santa_brisa;
mod tidemark;

pub use cast::{Cast, SIGN_INS};
pub use picture::{photo, statement_pdf};
pub use sample::sample_bundle;

use hawser_casework::Moment;

use crate::headless::clock::HeadlessClock;

const HOUR: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR;

fn iso_date(ms: i64) -> String {
    Moment {
        utc_ms: ms,
        offset_min: 60,
    }
    .to_string()
    .chars()
    .take(10)
    .collect()
}

/// The one clock of the exercise: everyone in it shows the same time, and the
/// play moves it from weeks ago to now.
#[derive(Clone)]
pub struct Stage {
    clock: HeadlessClock,
}

impl Stage {
    fn hours_ago(&self, hours: i64) {
        self.clock.stop_at(None);
        self.clock.stop_at(Some(Self::today_ms() - hours * HOUR));
    }
    /// The real time, whatever the play shows.
    fn today_ms() -> i64 {
        hawser_agent::io::Clock::now_ms(&HeadlessClock::default())
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
    fairway::play(&cast, &tell).await?;
    tidemark::play(&cast, &tell).await
}
