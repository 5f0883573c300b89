//! Time as a test wants it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, SystemTime};

use hawser_agent::io::Clock;

/// The machine's clock, moved forward or back. Copies are the same clock.
/// Waiting goes by tokio's time, which a test may pause.
#[derive(Clone, Default)]
pub struct HeadlessClock {
    ahead_ms: Rc<Cell<i64>>,
    stands_at_ms: Rc<Cell<Option<i64>>>,
    offset_min: Rc<Cell<i16>>,
}

impl HeadlessClock {
    /// Moves it by so many milliseconds, back when negative.
    pub fn advance(&self, milliseconds: i64) {
        match self.stands_at_ms.get() {
            Some(stands_at) => self
                .stands_at_ms
                .set(Some(stands_at.saturating_add(milliseconds))),
            None => self
                .ahead_ms
                .set(self.ahead_ms.get().saturating_add(milliseconds)),
        }
    }

    /// Stops it at so many milliseconds since 1970, or lets it run again with `None`.
    pub fn stop_at(&self, milliseconds: Option<i64>) {
        self.stands_at_ms.set(milliseconds);
    }

    /// Takes it to another time zone, in minutes from UTC.
    pub fn set_offset(&self, minutes: i16) {
        self.offset_min.set(minutes);
    }
}

impl Clock for HeadlessClock {
    fn now_ms(&self) -> i64 {
        self.stands_at_ms
            .get()
            .unwrap_or_else(|| machine_ms().saturating_add(self.ahead_ms.get()))
    }
    fn offset_min(&self) -> i16 {
        self.offset_min.get()
    }
    async fn sleep(&self, milliseconds: u32) {
        tokio::time::sleep(Duration::from_millis(milliseconds.into())).await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the clock that is handed in"
)]
fn machine_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use hawser_agent::io::Clock as _;

    use super::HeadlessClock;

    #[test]
    fn it_runs_ahead_stands_and_goes_back() {
        let clock = HeadlessClock::default();
        let copy = clock.clone();
        let before = clock.now_ms();
        clock.advance(3_600_000);
        assert!(copy.now_ms() >= before + 3_600_000);
        clock.stop_at(Some(1_000));
        clock.advance(-400);
        assert_eq!(copy.now_ms(), 600);
        clock.stop_at(None);
        assert!(clock.now_ms() >= before + 3_600_000);
    }
}
